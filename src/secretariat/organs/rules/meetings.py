"""Meetings and what happened to them, computed from acts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from secretariat.kernel import Certainty, Constraint, ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.sources.rules import Basis


class MeetingKind(StrEnum):
    """What sort of sitting it is. Only a regular one is "the next session"."""

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"
    INFORMAL = "informal"


class MeetingActKind(StrEnum):
    """What happened to a meeting."""

    SCHEDULED = "scheduled"
    MOVED = "moved"
    CANCELLED = "cancelled"
    HELD = "held"


class MeetingStatus(StrEnum):
    """What a meeting is on a day."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of an organ, alone or with others."""

    key: str
    organ: str
    kind: MeetingKind
    basis: Basis
    joint_with: tuple[str, ...] = ()
    title: LocalizedText = LocalizedText()

    @property
    def organs(self) -> tuple[str, ...]:
        """Every organ that sits: a joint meeting is a meeting of each."""
        return (self.organ, *self.joint_with)


@dataclass(frozen=True, slots=True)
class MeetingAct:
    """An announcement, a move, a cancellation or the holding of a meeting.

    ``when`` is the day of the act itself (the announcement; the days it was held), ``interval`` the days that were
    announced. ``set_at`` is the meeting that announced it.
    """

    key: str
    meeting: str
    kind: MeetingActKind
    when: ImpreciseDate
    basis: Basis
    interval: ImpreciseDate | None = None
    place: LocalizedText = LocalizedText()
    host: str | None = None
    certainty: Certainty | None = None
    constraints: tuple[Constraint, ...] = ()
    set_at: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingState:
    """A meeting as its acts leave it.

    ``interval`` holds the days it was held on, or those it is announced for (``None``: no day was ever named).
    ``changes`` counts the scheduling acts after the first; ``set_on`` is the day from which "the next session" counts
    when ``set_at`` has no date of its own.
    """

    meeting: Meeting
    status: MeetingStatus
    interval: ImpreciseDate | None
    certainty: Certainty
    place: LocalizedText
    host: str | None
    constraints: tuple[Constraint, ...]
    set_at: str | None
    set_on: date
    changes: int
    acts: tuple[MeetingAct, ...]

    @property
    def is_held(self) -> bool:
        """Whether the meeting has taken place."""
        return self.status is MeetingStatus.HELD

    @property
    def standing(self) -> Standing:
        """The weakest standing among the acts that say what it is now."""
        return weakest(act.basis.standing for act in self.deciding)

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations of those acts, each once."""
        return tuple(dict.fromkeys(key for act in self.deciding for key in act.basis.sources))

    @property
    def deciding(self) -> tuple[MeetingAct, ...]:
        """The acts that say what it is now: how it was held, or everything that was announced."""
        if self.status is MeetingStatus.HELD:
            return tuple(act for act in self.acts if act.kind is MeetingActKind.HELD)
        return self.acts


_RANK = tuple(MeetingActKind)


def in_order(acts: Iterable[MeetingAct]) -> list[MeetingAct]:
    """Acts by their day; on one day an announcement comes before a move, a cancellation and the holding."""
    return sorted(acts, key=lambda act: (act.when.latest, _RANK.index(act.kind), act.key))


def _certainty(act: MeetingAct, interval: ImpreciseDate | None) -> Certainty:
    if act.certainty is not None:
        return act.certainty
    return Certainty.FIXED if interval is not None and interval.is_exact else Certainty.EXPECTED


def _first(meeting: Meeting, act: MeetingAct) -> MeetingState:
    return MeetingState(
        meeting=meeting,
        status=MeetingStatus.SCHEDULED,
        interval=None,
        certainty=Certainty.EXPECTED,
        place=LocalizedText(),
        host=None,
        constraints=(),
        set_at=None,
        set_on=act.when.latest,
        changes=-1,
        acts=(),
    )


def _apply(state: MeetingState, act: MeetingAct) -> MeetingState:
    state = replace(state, acts=(*state.acts, act), place=act.place or state.place, host=act.host or state.host)
    match act.kind:
        case MeetingActKind.HELD:
            return replace(
                state,
                status=MeetingStatus.HELD,
                interval=act.when,
                certainty=Certainty.HELD,
                changes=max(state.changes, 0),
            )
        case MeetingActKind.CANCELLED:
            return replace(
                state, status=MeetingStatus.CANCELLED, certainty=Certainty.CANCELLED, changes=state.changes + 1
            )
        case MeetingActKind.SCHEDULED:
            interval = act.interval or state.interval
        case MeetingActKind.MOVED:
            # A move without a new day leaves the meeting without one.
            interval = act.interval
    conditions = act.constraints or state.constraints
    return replace(
        state,
        status=MeetingStatus.SCHEDULED,
        interval=interval,
        certainty=_certainty(act, interval),
        constraints=conditions,
        set_at=act.set_at if act.constraints else state.set_at,
        set_on=act.when.latest if act.constraints else state.set_on,
        changes=state.changes + 1,
    )


def meeting_state(meeting: Meeting, acts: Sequence[MeetingAct]) -> MeetingState | None:
    """What ``meeting`` is after ``acts`` (those about it that had happened); ``None`` without any.

    What an act does not mention stays as it was: a move keeps the conditions of the announcement. A meeting that was
    held stays held, whatever an announcement of the same time says.
    """
    state: MeetingState | None = None
    for act in in_order(acts):
        state = state or _first(meeting, act)
        if state.status is MeetingStatus.HELD and act.kind is not MeetingActKind.HELD:
            continue
        state = _apply(state, act)
    return state


def meeting_states(meetings: Iterable[Meeting], acts: Iterable[MeetingAct]) -> list[MeetingState]:
    """The state of every meeting that something has happened to, by date (undated ones last), then by key."""
    grouped: dict[str, list[MeetingAct]] = {}
    for act in acts:
        grouped.setdefault(act.meeting, []).append(act)
    states = [meeting_state(meeting, grouped.get(meeting.key, ())) for meeting in meetings]
    return sorted(
        (state for state in states if state is not None),
        key=lambda state: (state.interval.earliest if state.interval else date.max, state.meeting.key),
    )
