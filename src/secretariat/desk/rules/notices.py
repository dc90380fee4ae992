"""Who is told what when a report moves on or a deadline draws near; the wording of notices."""

from datetime import date, timedelta
from enum import StrEnum

from secretariat.access.rules import Duty
from secretariat.decisions.rules import CommitmentStatus
from secretariat.desk.rules.reporting import ReportState
from secretariat.kernel import LocalizedText
from secretariat.papers.rules import StepKind

NEAR = timedelta(days=14)
"""A deadline within so many days is told of."""
LATE = timedelta(days=30)
"""A deadline that passed longer ago is told of no more: it stands on the desk."""
SECRETARIAT = "secretariat"
Told = tuple[str, frozenset[Duty], LocalizedText]
"""Which organisation, who in it, and in which words."""
_HEADS = frozenset({Duty.HEAD})
_DESK = frozenset({Duty.DESK})
_DELEGATION = frozenset({Duty.HEAD, Duty.DESK})
_DRAFTERS = frozenset({Duty.DRAFTER})


class Reminder(StrEnum):
    """What somebody is reminded of."""

    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    REPORT_OVERDUE = "report_overdue"


REMINDERS = {
    Reminder.DUE_SOON: LocalizedText(
        "A commitment is due within 14 days", "Срок исполнения поручения истекает в течение 14 дней"
    ),
    Reminder.OVERDUE: LocalizedText("The deadline of a commitment has passed", "Срок исполнения поручения истёк"),
    Reminder.REPORT_OVERDUE: LocalizedText(
        "A report on a commitment is overdue", "Срок представления отчёта о выполнении поручения истёк"
    ),
}
CORRECTION = LocalizedText("A reader reported an error", "Читатель сообщил об ошибке")


_OWN = ""
_SENT_BACK: Told = (
    _OWN,
    _DESK,
    LocalizedText("The head of delegation sent a report back", "Глава делегации вернул отчёт"),
)
_TOLD: dict[StepKind, Told] = {
    StepKind.SENT: (
        _OWN,
        _HEADS,
        LocalizedText("A report waits for your approval", "Отчёт ожидает вашего утверждения"),
    ),
    StepKind.SUBMITTED: (
        SECRETARIAT,
        _DRAFTERS,
        LocalizedText("A delegation submitted a report", "Делегация представила отчёт"),
    ),
    StepKind.WITHDRAWN: (
        SECRETARIAT,
        _DRAFTERS,
        LocalizedText("A delegation withdrew a report", "Делегация отозвала отчёт"),
    ),
    StepKind.RETURNED: (
        _OWN,
        _DELEGATION,
        LocalizedText("The secretariat returned a report", "Секретариат вернул отчёт"),
    ),
    StepKind.ACCEPTED: (
        _OWN,
        _DELEGATION,
        LocalizedText("The secretariat accepted a report", "Секретариат принял отчёт"),
    ),
}


def told_of_report(state: ReportState, kind: StepKind, *, organisation: str) -> Told | None:
    """Whom a step concerns that a report of ``organisation`` takes from ``state``; ``None`` where it is nobody."""
    inside = kind is StepKind.RETURNED and state is not ReportState.SUBMITTED
    told = _SENT_BACK if inside else _TOLD.get(kind)
    return (told[0] or organisation, *told[1:]) if told else None


def reminders_of(status: CommitmentStatus, *, on: date) -> list[tuple[Reminder, date]]:
    """What the addressee of a commitment is reminded of on a day, and the deadline that it is about.

    A report that is overdue has no day of its own: it is told of once in a month.
    """
    if status.status.is_closed or status.status.is_done:
        return []
    found = []
    due = status.current_due
    if due is not None and on <= due <= on + NEAR:
        found.append((Reminder.DUE_SOON, due))
    if status.commitment_overdue and due is not None and on - LATE <= due:
        found.append((Reminder.OVERDUE, due))
    if status.report_overdue:
        found.append((Reminder.REPORT_OVERDUE, on.replace(day=1)))
    return found
