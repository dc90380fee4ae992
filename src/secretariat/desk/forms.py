"""Reading what somebody typed into the form of a report: nothing is lost, whatever is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from secretariat.access.rules import Mark
from secretariat.decisions.rules import Claim
from secretariat.desk.rules import ReportDraft, ReportMistake

FIELDS = ("claimed", "period_start", "period_end", "text_en", "text_ru", "mark")
MARKS = (Mark.MEMBERS, Mark.PUBLIC, Mark.SECRETARIAT)


@dataclass(frozen=True, slots=True)
class ReportForm:
    """The fields as they were typed, what they mean, and which of them mean nothing."""

    typed: Mapping[str, str]
    draft: ReportDraft
    mistakes: tuple[ReportMistake, ...] = ()


def typed_from(draft: ReportDraft) -> dict[str, str]:
    """The fields of a form that says what a report says."""
    return {
        "claimed": draft.claimed.value if draft.claimed else "",
        "period_start": draft.period_start.isoformat() if draft.period_start else "",
        "period_end": draft.period_end.isoformat() if draft.period_end else "",
        "text_en": draft.text_en,
        "text_ru": draft.text_ru,
        "mark": draft.mark.value,
    }


def typed_in(posted: QueryDict) -> dict[str, str]:
    """What was typed into the fields of the form, and nothing else that was sent. Lines end as they are kept."""
    return {name: posted.get(name, "").replace("\r\n", "\n") for name in FIELDS}


def read_report(typed: Mapping[str, str], *, revises: str) -> ReportForm:
    """Read the fields; a field that cannot be read stays empty in the draft and stands among the mistakes."""
    mistakes = []

    def day(name: str) -> date | None:
        text = typed.get(name, "").strip()
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            mistakes.append(ReportMistake(name, "report_day_unreadable"))
            return None

    claimed = typed.get("claimed", "")
    if claimed and claimed not in {claim.value for claim in Claim}:
        mistakes.append(ReportMistake("claimed", "report_claim_needed"))
        claimed = ""
    mark = typed.get("mark") or Mark.MEMBERS.value
    if mark not in {each.value for each in MARKS}:
        mistakes.append(ReportMistake("mark", "report_mark_needed"))
        mark = Mark.MEMBERS.value
    draft = ReportDraft(
        claimed=Claim(claimed) if claimed else None,
        period_start=day("period_start"),
        period_end=day("period_end"),
        text_en=typed.get("text_en", ""),
        text_ru=typed.get("text_ru", ""),
        mark=Mark(mark),
        revises=revises,
    )
    return ReportForm(typed, draft, tuple(mistakes))
