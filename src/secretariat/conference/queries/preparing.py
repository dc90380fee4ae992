"""Reading all that preparing a meeting needs, in a number of queries that does not grow with the register."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.conference.queries.stances import stances
from secretariat.conference.rules.agenda import (
    Item,
    Record,
    agenda_of,
    concerns,
    lines_above,
    lines_below,
    without_ground,
)
from secretariat.conference.rules.carried import earlier_meetings, left_over
from secretariat.conference.rules.preparation import PlayOfItem, Preparation, Work, idle_figure, play_of
from secretariat.conference.rules.schedule import DEFAULT_SCHEDULE, DayKind, LeadTime
from secretariat.conference.rules.slots import slots_of
from secretariat.conference.rules.stances import Stance, leaves_of
from secretariat.decisions.queries import CommitmentView, commitments, decisions
from secretariat.decisions.rules import leaves
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.organs.queries import (
    MeetingDetail,
    agenda_items,
    calendar,
    meetings,
    office_holders,
    organs,
    proposals,
)
from secretariat.organs.queries import meeting as meeting_detail
from secretariat.organs.rules import (
    AgendaSource,
    CalendarEntry,
    ChairRule,
    DocumentPurpose,
    MeetingKind,
    MeetingState,
    MeetingStatus,
    Organ,
    Role,
    Statement,
    quorum_of,
)
from secretariat.parties.queries import Organisation, members, organisation, states
from secretariat.parties.rules import PartyState
from secretariat.sources.queries import citations


class UnableToPrepare(Exception):
    """There is nothing to prepare: the meeting is not on record, was held or was cancelled."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The register as of a day, as far as a meeting needs it."""

    detail: MeetingDetail
    entry: CalendarEntry | None
    all_meetings: list[MeetingState]
    organs: dict[str, Organ]
    views: list[CommitmentView]
    names: dict[str, LocalizedText]

    @property
    def sitting(self) -> frozenset[str]:
        """The organs that meet."""
        return frozenset(self.detail.state.meeting.organs)


def _days(entry: CalendarEntry | None, on: date) -> ImpreciseDate | None:
    """The days between which a meeting lies; ``None`` while a side is not bounded, or its conditions contradict.

    What was not held by ``on`` will not be held before it.
    """
    if entry is None or entry.earliest is None or entry.latest is None or entry.latest < entry.earliest:
        return None
    return ImpreciseDate(max(entry.earliest, min(on, entry.latest)), entry.latest)


def _last_sessions(read: _Read, line: frozenset[str]) -> frozenset[str]:
    """The last regular session held by each of some organs."""
    last: dict[str, MeetingState] = {}
    for state in read.all_meetings:
        if state.is_held and state.meeting.kind is MeetingKind.REGULAR:
            last |= {organ: state for organ in state.meeting.organs if organ in line}
    return frozenset(state.meeting.key for state in last.values())


def _record(viewer: Viewer, read: _Read, days: ImpreciseDate, *, on: date, known_at: datetime) -> Record:
    above = lines_above(read.organs, read.sitting)
    decided = decisions(viewer, on=on, known_at=known_at)
    recent = _last_sessions(read, read.sitting | above)
    earlier = earlier_meetings(read.all_meetings, read.detail.state.meeting)
    made = proposals(viewer, on=on, known_at=known_at)
    organ_of = {state.meeting.key: state.meeting.organ for state in read.all_meetings}
    return Record(
        on=on,
        days=days,
        organs=read.sitting,
        above=above,
        below=lines_below(read.organs, read.sitting),
        recent=frozenset(each.key for each in decided if each.meeting in recent),
        decisions={each.key: each for each in decided},
        statuses=[view.status for view in read.views],
        proposals=made,
        made_before={each.key: organ_of[each.meeting] for each in made if each.meeting in organ_of},
        left=left_over(
            earlier,
            agenda_items(viewer, meetings=[each.meeting.key for each in earlier], on=on, known_at=known_at),
        ),
        organ_names={key: organ.name for key, organ in read.organs.items()},
        state_names=read.names,
    )


def _works(read: _Read, keys: Sequence[str]) -> tuple[Work, ...]:
    by_key = {view.key: view for view in read.views}
    found = []
    for view in (by_key[key] for key in keys):
        made = view.status.commitment
        if made.state is not None:
            name = read.names.get(made.state, LocalizedText(made.state))
        else:
            organ = read.organs.get(made.organ or "")
            name = organ.name if organ is not None else LocalizedText(made.organ or "")
        found.append(Work(view.status, view.title, name))
    return tuple(found)


def _play(read: _Read, record: Record, items: Sequence[Item]) -> dict[str, PlayOfItem]:
    """The commitments under each item about one decision."""
    under: dict[str, list[str]] = defaultdict(list)
    for status in leaves(record.statuses):
        if concerns(record, status):
            under[status.commitment.decision].append(status.key)
    return {
        part.number: play_of(part.number, _works(read, under[part.about[0]]), on=record.on)
        for item in items
        if item.source is AgendaSource.DECISION
        for part in item.parts
    }


def schedule_of(body: Organisation) -> tuple[LeadTime, ...]:
    """The organisation's deadlines of documents, or the program's own where the register has none."""
    if body.document_schedule is None:
        return DEFAULT_SCHEDULE
    return tuple(
        LeadTime(
            DocumentPurpose(each["purpose"]),
            int(each["days"]),
            DayKind(each.get("kind", DayKind.CALENDAR)),
            bool(each.get("translation", False)),
        )
        for each in body.document_schedule
    )


def _chair(viewer: Viewer, read: _Read, organ: Organ, *, on: date, known_at: datetime) -> LocalizedText:
    """Who presides as far as the record says: the host where the rule is that the host does, else the office holder."""
    host = read.detail.state.host
    if organ.chair_rule is ChairRule.HOST and host is not None:
        return read.names.get(host, LocalizedText(host))
    held = office_holders(viewer, on=on, known_at=known_at).holders
    for term in held:
        if term.organ == organ.key and term.role is Role.CHAIR:
            return term.person or read.names.get(term.state or "", LocalizedText(term.state or ""))
    return LocalizedText()


def _speakers(detail: MeetingDetail, items: Sequence[Item]) -> dict[str, tuple[Statement, ...]]:
    """What is on record as said, or asked to be said, at this meeting, by the number of the item."""
    numbers = {item.key: item.number for item in detail.agenda}
    leaf_numbers = {part.number for item in items for part in item.leaves}
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in detail.statements:
        number = numbers.get(statement.item or "")
        if number in leaf_numbers:
            found[number].append(statement)
    return {number: tuple(said) for number, said in found.items()}


def _stances(viewer: Viewer, detail: MeetingDetail) -> dict[str, tuple[Stance, ...]]:
    """What members stated about the items on record, by item, as far as it exists for ``viewer``."""
    found: dict[str, list[Stance]] = defaultdict(list)
    for (item, _), stance in stances(viewer, [item.key for item in leaves_of(detail.agenda)]).items():
        found[item].append(stance)
    return {item: tuple(said) for item, said in found.items()}


def preparation(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> Preparation:
    """A coming meeting with its provisional agenda, its documents and what the chair needs.

    Raises :class:`UnableToPrepare` for a meeting that is not known, was held or was cancelled by ``on``.
    """
    detail = meeting_detail(viewer, key, on=on, known_at=known_at)
    if detail is None:
        msg = f"no meeting {key} is known as of {on}"
        raise UnableToPrepare(msg)
    if detail.state.status is not MeetingStatus.SCHEDULED:
        msg = f"the meeting {key} was {detail.state.status.value} by {on}; only a coming one is prepared"
        raise UnableToPrepare(msg)
    body = organisation(viewer, known_at=known_at)
    read = _Read(
        detail=detail,
        entry=next((each for each in calendar(viewer, on=on, known_at=known_at) if each.key == key), None),
        all_meetings=meetings(viewer, on=on, known_at=known_at),
        organs=organs(viewer, on=on, known_at=known_at),
        views=commitments(viewer, on=on, known_at=known_at),
        names={state.code: state.name_on(on) for state in states(viewer, known_at=known_at)},
    )
    organ = read.organs[detail.state.meeting.organ]
    days = _days(read.entry, on)
    record = _record(viewer, read, days or ImpreciseDate.on(on), on=on, known_at=known_at)
    items = agenda_of(record)
    parties = members(viewer, on=on, known_at=known_at)
    suspended = [each.state.code for each in parties if each.status.status is PartyState.SUSPENDED]
    entitled = [each.state.code for each in parties if each.state.code not in suspended]
    play = _play(read, record, items)
    idle = idle_figure(_works(read, [status.key for status in without_ground(record)]), on=on)
    schedule = schedule_of(body)
    figures = [idle, *(figure for each in play.values() for figure in (each.done, each.overdue))]
    cited = {key for figure in figures for key in figure.trace.sources} | set(detail.state.sources)
    cited |= {key for item in items for ground in item.grounds for key in ground.sources}
    return Preparation(
        organisation=body.name,
        state=detail.state,
        organ=organ,
        days=days,
        is_open=read.entry is None or read.entry.open_start or read.entry.open_end or days is None or not days.is_exact,
        on=on,
        known_at=known_at,
        items=items,
        recorded=detail.agenda,
        slots=slots_of(
            items,
            meeting=days,
            languages=body.languages,
            schedule=schedule,
            recorded=detail.agenda,
            documents=detail.documents,
            on=on,
        ),
        schedule=schedule,
        is_own_schedule=body.document_schedule is not None,
        languages=body.languages,
        play=play,
        idle=idle,
        proposals={each.key: each for each in record.proposals},
        speakers=_speakers(detail, items),
        stances=_stances(viewer, detail),
        chair=_chair(viewer, read, organ, on=on, known_at=known_at),
        quorum=quorum_of(rule=organ.quorum, entitled=entitled, present=()),
        entitled=tuple(entitled),
        suspended=tuple(suspended),
        states=read.names,
        cited=frozenset(cited),
        citations=citations(viewer, known_at=known_at, keys=cited) if cited else {},
    )
