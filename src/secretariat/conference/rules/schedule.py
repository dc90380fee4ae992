"""When the documents of a meeting are due: so many days before its first day, by purpose, originals and translations.

Days are calendar days, or working days from Monday to Friday. A day that falls on a Saturday or a Sunday is moved back
to the Friday before, never forward. Public holidays are not known to the register and move nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from secretariat.kernel import ImpreciseDate
from secretariat.organs.rules import DocumentPurpose

_SATURDAY = 5
_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """How days are counted."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class LeadTime:
    """How long before a meeting the documents of one purpose are due; ``translation`` when in the other languages."""

    purpose: DocumentPurpose
    days: int
    kind: DayKind = DayKind.CALENDAR
    translation: bool = False


DEFAULT_SCHEDULE = (
    LeadTime(DocumentPurpose.PROVISIONAL_AGENDA, 42),
    LeadTime(DocumentPurpose.PROVISIONAL_AGENDA, 35, translation=True),
    LeadTime(DocumentPurpose.REPORT, 30),
    LeadTime(DocumentPurpose.REPORT, 21, translation=True),
    LeadTime(DocumentPurpose.DRAFT_DECISION, 21),
    LeadTime(DocumentPurpose.DRAFT_DECISION, 14, translation=True),
    LeadTime(DocumentPurpose.NOTE, 15, DayKind.WORKING),
    LeadTime(DocumentPurpose.NOTE, 10, DayKind.WORKING, translation=True),
    LeadTime(DocumentPurpose.ANNOTATED_AGENDA, 10, DayKind.WORKING),
    LeadTime(DocumentPurpose.ANNOTATED_AGENDA, 5, DayKind.WORKING, translation=True),
)
"""Taken where an organisation's pack states none: the program's own, no organisation's rules."""


def is_working_day(day: date) -> bool:
    """Whether a day is none of the weekend."""
    return day.weekday() < _SATURDAY


def due_before(day: date, lead: LeadTime) -> date:
    """The day on which a document is due for a meeting that begins on ``day``."""
    if lead.kind is DayKind.CALENDAR:
        due = day - timedelta(days=lead.days)
        while not is_working_day(due):
            due -= _DAY
        return due
    due, left = day, lead.days
    while left or not is_working_day(due):
        due -= _DAY
        left -= bool(left) and is_working_day(due)
    return due


def deadline_of(meeting: ImpreciseDate | None, lead: LeadTime) -> ImpreciseDate | None:
    """The day, or the days between which it lies while the meeting's own day is open; ``None`` while it has none."""
    if meeting is None:
        return None
    return ImpreciseDate(due_before(meeting.earliest, lead), due_before(meeting.latest, lead))


def lead_for(schedule: Iterable[LeadTime], purpose: DocumentPurpose, *, translation: bool) -> LeadTime | None:
    """The lead time for one purpose: that of translations, or of the original where none is set for translations."""
    found = {lead.translation: lead for lead in schedule if lead.purpose is purpose}
    return found.get(translation) or (found.get(False) if translation else None)
