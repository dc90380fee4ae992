"""What is missing before an edition is built: one row a decision, one cell a member, and how many gaps of each kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from secretariat.decisions.rules import CommitmentStatus, Status
from secretariat.kernel import Figure, LocalizedText, Trace
from secretariat.review.rules.method import Method

GAPS = Method(
    "gaps",
    1,
    LocalizedText(
        "A commitment that is open or done has a gap where no report on it is on record, where the report that its "
        "schedule asks for is overdue, where it is said to be done and no document supports that, and where a document "
        "or an assessment speaks against it. One commitment may have several. Commitments that were divided are "
        "counted by their parts.",
        "Пробел по открытому или исполненному обязательству отмечается, если отчётов о нём нет, если просрочен отчёт, "
        "предусмотренный графиком, если исполнение заявлено без подтверждающего документа и если документ или оценка "
        "этому противоречат. У одного обязательства может быть несколько пробелов. Разделённые обязательства "
        "считаются по частям.",
    ),
)


class Gap(StrEnum):
    """Something about a commitment that an edition could not say, or could say only with a doubt."""

    NEVER_REPORTED = "never_reported"
    REPORT_OVERDUE = "report_overdue"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"


def gaps_of(status: CommitmentStatus) -> tuple[Gap, ...]:
    """The gaps of one commitment. What has ended or was declined has no report to wait for."""
    waits = status.status.is_open or status.status.is_done
    holds = {
        Gap.NEVER_REPORTED: waits and status.last_report is None,
        Gap.REPORT_OVERDUE: waits and status.report_overdue,
        Gap.UNSUPPORTED: status.status is Status.CLAIMED and not status.supported,
        Gap.CONTRADICTED: status.contradicted,
    }
    return tuple(gap for gap, held in holds.items() if held)


@dataclass(frozen=True, slots=True)
class Line:
    """One decision: the commitments of each member under it, and those of organs and of the secretariat."""

    decision: str
    cells: Mapping[str, tuple[CommitmentStatus, ...]]
    others: tuple[CommitmentStatus, ...]


def grid(statuses: Iterable[CommitmentStatus], members: Sequence[str], decisions: Sequence[str]) -> list[Line]:
    """A line for each decision, in the order given, that laid a commitment on somebody.

    A commitment of a state that is no member on the day stands among the others.
    """
    found: dict[str, list[CommitmentStatus]] = {key: [] for key in decisions}
    for status in statuses:
        found.setdefault(status.commitment.decision, []).append(status)
    return [
        Line(
            key,
            {code: tuple(each for each in under if each.commitment.state == code) for code in members},
            tuple(each for each in under if each.commitment.state not in members),
        )
        for key, under in found.items()
        if under
    ]


def gap_figures(statuses: Sequence[CommitmentStatus], *, filters: tuple[str, ...]) -> dict[Gap, Figure]:
    """How many of the commitments have a gap of each kind; the rows are the commitments."""
    found = {}
    for gap in Gap:
        those = [each for each in statuses if gap in gaps_of(each)]
        trace = Trace(
            GAPS.name,
            GAPS.version,
            tuple(each.key for each in those),
            (*filters, f"gap = {gap}"),
            tuple(sorted({each.standing for each in those})),
            tuple(dict.fromkeys(key for each in those for key in each.sources)),
        )
        found[gap] = Figure(
            f"gap-{gap.value.replace('_', '-')}",
            len(those),
            "commitments",
            trace,
            numerator=len(those),
            denominator=len(statuses),
        )
    return found
