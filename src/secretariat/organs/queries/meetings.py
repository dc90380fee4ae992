"""Reading meetings: the list, one of them with all that belongs to it, and the calendar of those to come."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate
from secretariat.organs import models
from secretariat.organs.queries.reading import (
    agenda_item_of,
    attendance_of,
    document_of,
    happened_or_undated,
    meeting_act_of,
    meeting_of,
    proposal_act_of,
    proposal_of,
    statement_of,
)
from secretariat.organs.rules import (
    AgendaItem,
    Attendance,
    CalendarEntry,
    Document,
    MeetingState,
    MeetingStatus,
    Proposal,
    ProposalAct,
    Statement,
    meeting_states,
    narrowed_calendar,
)
from secretariat.sources.queries import as_known, as_of


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """A meeting with its agenda, who attended, what was said, proposed and put on the table."""

    state: MeetingState
    agenda: tuple[AgendaItem, ...]
    attendance: tuple[Attendance, ...]
    statements: tuple[Statement, ...]
    proposals: tuple[Proposal, ...]
    documents: tuple[Document, ...]


def _states(viewer: Viewer, on: date, known_at: datetime) -> list[MeetingState]:
    """Every meeting with an act by ``on``. Two queries."""
    found = [meeting_of(row, known_at) for row in as_known(viewer, models.Meeting, known_at)]
    acts = [meeting_act_of(row, known_at) for row in as_of(viewer, models.MeetingAct, on, known_at)]
    return meeting_states(found, acts)


def meetings(viewer: Viewer, *, on: date, known_at: datetime, organ: str | None = None) -> list[MeetingState]:
    """The meetings that had been announced or held by ``on``, by date; those of one organ if named, joint ones too.

    Two queries, however many meetings.
    """
    return [state for state in _states(viewer, on, known_at) if organ is None or organ in state.meeting.organs]


def calendar(viewer: Viewer, *, on: date, known_at: datetime) -> list[CalendarEntry]:
    """The meetings not held by ``on``, each date narrowed as far as the conditions known by then allow. Two queries."""
    return narrowed_calendar(_states(viewer, on, known_at), on=on)


Made = TypeVar("Made")


def _in_order(rows: Iterable[Any], make: Callable[[Any, datetime], Made], known_at: datetime) -> tuple[Made, ...]:
    """What rows say, by date (undated ones last), then by key."""
    ordered = sorted(rows, key=lambda row: (row.latest or date.max, row.key))
    return tuple(make(row, known_at) for row in ordered)


def _number(item: AgendaItem) -> tuple[tuple[int, int | str], ...]:
    """Agenda numbers in the order people count: 2, 2.1, 10."""
    return tuple((0, int(part)) if part.isascii() and part.isdigit() else (1, part) for part in item.number.split("."))


def meeting(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> MeetingDetail | None:
    """One meeting as it stood on ``on``; ``None`` when nothing about it had happened or was known by then.

    What has no date of its own happened on the day of the meeting. Eight queries.
    """
    row = as_known(viewer, models.Meeting, known_at).filter(Q(key=key) | Q(corrects=key)).first()
    if row is None:
        return None
    acts = as_of(viewer, models.MeetingAct, on, known_at).filter(meeting=key)
    states = meeting_states([meeting_of(row, known_at)], [meeting_act_of(act, known_at) for act in acts])
    if not states:
        return None
    state = states[0]

    def belonging(model: Any) -> list[Any]:
        rows = happened_or_undated(viewer, model, on=on, known_at=known_at).filter(meeting=key)
        return [each for each in rows if each.latest is not None or state.status is MeetingStatus.HELD]

    items = _in_order(belonging(models.AgendaItem), agenda_item_of, known_at)
    present = _in_order(belonging(models.Attendance), attendance_of, known_at)
    return MeetingDetail(
        state=state,
        agenda=tuple(sorted(items, key=_number)),
        attendance=tuple(sorted(present, key=lambda each: (each.state or "~", str(each.organisation), each.key))),
        statements=_in_order(belonging(models.Statement), statement_of, known_at),
        proposals=tuple(proposals(viewer, on=on, known_at=known_at, meeting=key)),
        documents=_in_order(belonging(models.Document), document_of, known_at),
    )


def agenda_items(viewer: Viewer, *, meetings: Collection[str], on: date, known_at: datetime) -> list[AgendaItem]:
    """The items on the agendas of some meetings as of ``on``, in the order of their numbers. One query.

    An item without a date counts: it was put down at the latest when its meeting was held.
    """
    rows = happened_or_undated(viewer, models.AgendaItem, on=on, known_at=known_at).filter(meeting__in=meetings)
    found = _in_order(rows, agenda_item_of, known_at)
    return sorted(found, key=lambda item: (item.meeting, _number(item)))


def _days_held(viewer: Viewer, on: date, known_at: datetime) -> dict[str, ImpreciseDate]:
    """The days of every meeting that was held. Two queries."""
    return {
        state.meeting.key: state.interval
        for state in _states(viewer, on, known_at)
        if state.status is MeetingStatus.HELD and state.interval is not None
    }


def statements(
    viewer: Viewer, *, on: date, known_at: datetime, meeting: str | None = None, about: str | None = None
) -> list[Statement]:
    """What had been said by ``on``, by date; in one meeting, or about one thing, if named. Three queries.

    A statement without a date was made on the day of its meeting.
    """
    rows = happened_or_undated(viewer, models.Statement, on=on, known_at=known_at)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    found = [row for row in rows if about is None or about in row.about]
    held = _days_held(viewer, on, known_at)
    dated = [
        (row.latest or held[row.meeting_id or ""].latest, row.key, row)
        for row in found
        if row.latest is not None or row.meeting_id in held
    ]
    return [statement_of(row, known_at) for _, _, row in sorted(dated, key=lambda each: each[:2])]


def proposals(
    viewer: Viewer, *, on: date, known_at: datetime, meeting: str | None = None, state: str | None = None
) -> list[Proposal]:
    """Proposals made by ``on`` with their fate on that day, by date; of one meeting or state if named. Two queries."""
    rows = as_of(viewer, models.Proposal, on, known_at)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    if state is not None:
        rows = rows.filter(state=state)
    acts: dict[str, list[ProposalAct]] = {}
    for row in as_of(viewer, models.ProposalAct, on, known_at).order_by("latest", "key"):
        acts.setdefault(row.proposal_id, []).append(proposal_act_of(row, known_at))
    return [proposal_of(row, acts.get(row.identity, []), known_at) for row in rows.order_by("latest", "key")]


def documents(viewer: Viewer, *, on: date, known_at: datetime, organ: str | None = None) -> list[Document]:
    """Documents issued by ``on``, by date; of one organ if named. One query."""
    rows = as_of(viewer, models.Document, on, known_at)
    if organ is not None:
        rows = rows.filter(organ=organ)
    return list(_in_order(rows, document_of, known_at))
