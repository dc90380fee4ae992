"""What an analyst typed about a finding, and which findings an address asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, QueryDict

from secretariat.access.rules import Mark
from secretariat.kernel import LocalizedText
from secretariat.sources.forms import choice
from secretariat.watch.forms.asking import Asked
from secretariat.watch.rules.findings import WIDEST_FIRST, FindingState, Judgement, state_of
from secretariat.watch.rules.signals import Finding, FindingKind

FIELDS = ("judgement", "value", "reason_en", "reason_ru", "mark")
LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class JudgementForm:
    """The fields as typed, what they mean, and what is wrong: pairs of a field and a word."""

    typed: dict[str, str]
    judgement: Judgement | None
    reason: LocalizedText
    mark: Mark
    mistakes: tuple[tuple[str, str], ...]


def read_judgement(posted: QueryDict) -> JudgementForm:
    """Read what was typed; nothing of it is lost, whatever is wrong with it."""
    typed = {name: posted.get(name, "").replace("\r\n", "\n") for name in FIELDS}
    mistakes = []
    judgement = next((each for each in Judgement if each == typed["judgement"]), None)
    if judgement is None:
        mistakes.append(("judgement", "finding_judgement_needed"))
    reason = LocalizedText(typed["reason_en"].strip(), typed["reason_ru"].strip())
    mistakes += [
        (f"reason_{language}", "finding_reason_long")
        for language in ("en", "ru")
        if len(typed[f"reason_{language}"]) > LONGEST
    ]
    mark = next((each for each in WIDEST_FIRST if each == typed["mark"]), Mark.PUBLIC)
    return JudgementForm(typed, judgement, reason, mark, tuple(mistakes))


@dataclass(frozen=True, slots=True)
class AskedFindings:
    """Which findings: of a data set, in a unit, of months, arrows or alerts, how far they have come."""

    dataset: str
    unit: str
    months: tuple[str, str]
    finding: str
    state: str

    def has(self, found: Finding) -> bool:
        """Whether a finding is among them."""
        last = found.last
        return (
            self.dataset in {"", last.dataset}
            and self.unit in {"", last.unit}
            and self.months[0] <= last.month <= self.months[1]
            and self.finding in {"", last.finding}
            and self.state in {"", state_of(found)}
        )


def asked_findings(request: HttpRequest, asked: Asked, datasets: Sequence[str]) -> AskedFindings:
    """Read the choices. Raises ``UnableToReadQuestion``."""
    first, last = asked.period
    return AskedFindings(
        dataset=choice(request, "dataset", tuple(datasets)),
        unit=asked.unit,
        months=(f"{first:%Y-%m}", f"{last:%Y-%m}"),
        finding=choice(request, "finding", tuple(FindingKind)),
        state=choice(request, "state", tuple(FindingState)),
    )


def days_of(month: str) -> tuple[date, date]:
    """The first and the last day of a month such as 2011-05."""
    first = date.fromisoformat(f"{month}-01")
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)
