"""Why something stands on a provisional agenda: what of earlier decisions falls due by a meeting."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from secretariat.decisions.rules import CommitmentStatus, is_report_overdue
from secretariat.kernel import ImpreciseDate


class GroundKind(StrEnum):
    """The reason for an item, the most pressing first."""

    OVERDUE = "overdue"
    """The deadline of a commitment has passed, and nobody has said that it is done."""
    DUE = "due"
    """The deadline falls on or before the meeting."""
    REPORT_DUE = "report_due"
    """A report falls due on or before the meeting, or is overdue."""
    FOLLOW_UP = "follow_up"
    """Decided at the last regular session and still open, whatever its deadline: the next meeting hears of it."""
    PROPOSAL = "proposal"
    """A member's proposal that is not settled."""
    CARRIED_OVER = "carried_over"
    """Left from an earlier meeting: it was cancelled, or adopted its agenda without this item."""
    STANDING = "standing"
    """An item of every meeting."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for an item.

    ``rows`` are the keys of what it was computed from. ``due`` is the earliest day among them (``None`` where none was
    set). ``is_certain`` says that it falls due even on the earliest day on which the meeting may be.
    """

    kind: GroundKind
    rows: tuple[str, ...]
    due: date | None = None
    is_certain: bool = True
    sources: tuple[str, ...] = ()


def _reports_by(status: CommitmentStatus, day: date) -> bool:
    """Whether a report has fallen due on or before ``day`` and has not been made."""
    made = status.commitment
    return is_report_overdue(
        first=made.report_first,
        every_months=made.report_every_months,
        last_report=status.last_report,
        on=day + timedelta(days=1),
    )


def kinds_of(
    status: CommitmentStatus, *, on: date, by: date, recent: Collection[str]
) -> list[tuple[GroundKind, date | None]]:
    """The grounds that a commitment gives for a meeting on ``by``, as known on ``on``, each with its day.

    ``recent`` are the decisions of the last regular sessions. A commitment that is done, closed or declined gives none;
    neither does an open one without any deadline from an older session.
    """
    if not status.status.is_open:
        return []
    found: list[tuple[GroundKind, date | None]] = []
    due = status.current_due
    if due is not None and due <= by:
        found.append((GroundKind.OVERDUE if due < on else GroundKind.DUE, due))
    if _reports_by(status, by):
        found.append((GroundKind.REPORT_DUE, status.commitment.report_first if status.last_report is None else None))
    if not found and not recent_among(status, recent):
        return []
    return found or [(GroundKind.FOLLOW_UP, due)]


def recent_among(status: CommitmentStatus, recent: Collection[str]) -> bool:
    """Whether a commitment stands under one of some decisions."""
    return any(key in recent for key in status.commitment.decisions)


def grounds_of(
    statuses: Sequence[CommitmentStatus], *, on: date, days: ImpreciseDate, recent: Collection[str]
) -> tuple[Ground, ...]:
    """The grounds that some commitments give together, the most pressing first; each names its commitments.

    What falls due between the earliest and the latest possible day of the meeting is on it, as not certain.
    """
    rows: dict[tuple[GroundKind, bool], list[tuple[CommitmentStatus, date | None]]] = {}
    for status in statuses:
        sure = {kind for kind, _ in kinds_of(status, on=on, by=days.earliest, recent=recent)}
        for kind, day in kinds_of(status, on=on, by=days.latest, recent=recent):
            is_certain = kind in sure or kind is GroundKind.FOLLOW_UP
            rows.setdefault((kind, is_certain), []).append((status, day))
    order = tuple(GroundKind)
    return tuple(
        Ground(
            kind=kind,
            rows=tuple(status.key for status, _ in found),
            due=min((day for _, day in found if day is not None), default=None),
            is_certain=is_certain,
            sources=tuple(dict.fromkeys(key for status, _ in found for key in status.sources)),
        )
        for (kind, is_certain), found in sorted(
            rows.items(), key=lambda each: (order.index(each[0][0]), not each[0][1])
        )
    )
