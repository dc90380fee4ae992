"""The calendar of meetings not yet held: what each date depends on, how far that narrows it, and what cannot be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secretariat.kernel import Certainty, Constraint, ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.organs.rules.bounds import Bounds, Clash, Edge, narrow
from secretariat.organs.rules.meetings import MeetingAct, MeetingKind, MeetingState, MeetingStatus

NEXT = "next:"


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the things that cannot all be: what is said about a meeting, and the act that says it."""

    meeting: str
    text: str
    act: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Conditions that contradict each other, in words."""

    between: tuple[Condition, ...]
    explanation: str

    @property
    def meetings(self) -> tuple[str, ...]:
        """The meetings whose dates clash."""
        return tuple(dict.fromkeys(condition.meeting for condition in self.between))


@dataclass(frozen=True, slots=True)
class ResolvedConstraint:
    """A condition and the meeting it was found to mean; ``waiting`` while that has no day on the side that matters."""

    constraint: Constraint
    resolved_to: str | None
    waiting: bool
    text: str


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting that has not been held.

    ``stated`` is what was announced, ``earliest`` and ``latest`` what follows from it and from the conditions (days,
    ``None`` where nothing bounds that side). ``open_start`` and ``open_end`` say that a side is unbounded or may still
    be narrowed by a condition that waits for another meeting's date. ``passed``: its last possible day is over and the
    record does not say that it took place.
    """

    key: str
    organ: str
    joint_with: tuple[str, ...]
    kind: MeetingKind
    title: LocalizedText
    place: LocalizedText
    host: str | None
    certainty: Certainty
    stated: ImpreciseDate | None
    earliest: date | None
    latest: date | None
    open_start: bool
    open_end: bool
    passed: bool
    constraints: tuple[ResolvedConstraint, ...]
    conflicts: tuple[Conflict, ...]
    changes: int
    updated_on: date
    standing: Standing
    sources: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest is not None and self.earliest == self.latest


def _counts_from(state: MeetingState, states: Mapping[str, MeetingState]) -> date:
    """The day from which "the next session" counts: that of the meeting that set the condition."""
    setter = states.get(state.set_at or "")
    return setter.interval.latest if setter is not None and setter.interval is not None else state.set_on


def resolve(state: MeetingState, constraint: Constraint, states: Mapping[str, MeetingState]) -> MeetingState | None:
    """The meeting that a condition of ``state`` means, or ``None`` while it is not known or is cancelled.

    ``next:ORGAN`` is the first known regular session of that organ after the meeting that set the condition: neither
    an informal nor an extraordinary one counts, and one without any date is not known.
    """
    if not constraint.anchor.startswith(NEXT):
        found = states.get(constraint.anchor)
        return found if found is not None and found.status is not MeetingStatus.CANCELLED else None
    organ, after = constraint.anchor.removeprefix(NEXT), _counts_from(state, states)
    candidates = [
        (max(each.interval.earliest, after), each.interval.latest, each.meeting.key, each)
        for each in states.values()
        if organ in each.meeting.organs
        and each.meeting.kind is MeetingKind.REGULAR
        and each.status is not MeetingStatus.CANCELLED
        and each.interval is not None
        and each.interval.latest > after
        and each.meeting.key != state.meeting.key
    ]
    return min(candidates, key=lambda candidate: candidate[:3])[3] if candidates else None


@dataclass(frozen=True, slots=True)
class _Link:
    """A condition with the meeting it means."""

    owner: MeetingState
    constraint: Constraint
    anchor: MeetingState | None
    index: int

    @property
    def edge(self) -> Edge | None:
        if self.anchor is None:
            return None
        own, other = self.owner.meeting.key, self.anchor.meeting.key
        first, second = (own, other) if self.constraint.relation == "before" else (other, own)
        return Edge(first, second, self.constraint.days, own, self.index)

    @property
    def text(self) -> str:
        if self.anchor is None:
            return f"{self.constraint} (date not known)"
        named = "" if self.anchor.meeting.key == self.constraint.anchor else f"{self.anchor.meeting.key}, "
        return f"{self.constraint} ({named}{self.anchor.interval or 'date not known'})"


def _said_by(state: MeetingState, *, constraints: bool) -> MeetingAct | None:
    """The newest act that set the date, or the conditions."""
    for act in reversed(state.acts):
        if act.constraints if constraints else (act.interval is not None or state.status is MeetingStatus.HELD):
            return act
    return None


def _stated(state: MeetingState) -> Condition:
    act = _said_by(state, constraints=False)
    verb = (
        "held on"
        if state.status is MeetingStatus.HELD
        else ("on" if state.interval and state.interval.is_exact else "in")
    )
    return Condition(state.meeting.key, f"{state.meeting.key} {verb} {state.interval}", act.key if act else None)


def _condition(link: _Link) -> Condition:
    act = _said_by(link.owner, constraints=True)
    return Condition(link.owner.meeting.key, f"{link.owner.meeting.key} {link.text}", act.key if act else None)


def _conflict(clash: Clash, links: Mapping[tuple[str, int], _Link], states: Mapping[str, MeetingState]) -> Conflict:
    used = [links[edge.owner, edge.index] for edge in clash.edges]
    conditions = [_condition(link) for link in used]
    if clash.start is None or clash.end is None:
        names = ", ".join(edge.first for edge in clash.edges)
        return Conflict(tuple(conditions), f"the conditions run in a circle: each of {names} would come before itself")
    start, end = states[clash.start], states[clash.end]
    # A single condition names its anchor's date already: it clashes with the date of its own meeting.
    alone = len(used) == 1
    between = [_stated(used[0].owner), *conditions] if alone else [_stated(start), *conditions, _stated(end)]
    days = sum(edge.days for edge in clash.edges)
    earliest = start.interval.earliest if start.interval else None
    latest = end.interval.latest if end.interval else None
    explanation = (
        f"{clash.start} is not before {earliest} and at least {days} day{'' if days == 1 else 's'} before {clash.end}, "
        f"which is not after {latest}"
    )
    return Conflict(tuple(between), explanation)


def _bounds(state: MeetingState) -> Bounds:
    if state.interval is None:
        return Bounds()
    return Bounds(state.interval.earliest.toordinal(), state.interval.latest.toordinal())


def _day(ordinal: int | None) -> date | None:
    """The day of an ordinal; beyond the calendar its last day (a condition may lie in the year 9999)."""
    return None if ordinal is None else date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def narrowed_calendar(states: Sequence[MeetingState], *, on: date) -> list[CalendarEntry]:
    """The meetings not held by ``on``, each date narrowed as far as the conditions allow, by date and key.

    ``states`` are all meetings as their acts up to ``on`` leave them; those that were held bound the others. Within
    dates that contradict each other nothing is narrowed. A cancelled meeting is listed until its day is over.
    """
    by_key = {state.meeting.key: state for state in states}
    waiting = [state for state in states if state.status is MeetingStatus.SCHEDULED]
    links = {
        (state.meeting.key, index): _Link(state, constraint, resolve(state, constraint, by_key), index)
        for state in waiting
        for index, constraint in enumerate(state.constraints)
    }
    live = [state for state in states if state.status is not MeetingStatus.CANCELLED]
    held = frozenset(state.meeting.key for state in live if state.status is MeetingStatus.HELD)
    edges = [edge for link in links.values() if (edge := link.edge) is not None]
    narrowing = narrow({state.meeting.key: _bounds(state) for state in live}, edges, held)
    conflicts = [(clash.nodes, _conflict(clash, links, by_key)) for clash in narrowing.clashes]
    entries = []
    for state in states:
        key = state.meeting.key
        if state.status is MeetingStatus.HELD:
            continue
        if state.status is MeetingStatus.CANCELLED and state.interval is not None and state.interval.latest < on:
            continue
        own = [link for (owner, _), link in links.items() if owner == key]
        met = tuple(conflict for nodes, conflict in conflicts if key in nodes)
        entries.append(_entry(state, own, narrowing.bounds, met, on))
    return sorted(
        entries, key=lambda entry: (entry.earliest or entry.latest or date.max, entry.latest or date.max, entry.key)
    )


def _is_waiting(link: _Link, bounds: Mapping[str, Bounds]) -> bool:
    if link.anchor is None:
        return True
    anchor = bounds[link.anchor.meeting.key]
    return (anchor.latest if link.constraint.relation == "before" else anchor.earliest) is None


def _entry(
    state: MeetingState,
    links: Sequence[_Link],
    bounds: Mapping[str, Bounds],
    conflicts: tuple[Conflict, ...],
    on: date,
) -> CalendarEntry:
    stated = _bounds(state)
    narrowed = bounds.get(state.meeting.key, stated)
    latest = _day(narrowed.latest)
    waits = {link.constraint.relation for link in links if _is_waiting(link, bounds)}
    used = [state]
    if narrowed != stated:
        used += [link.anchor for link in links if link.anchor is not None]
    return CalendarEntry(
        key=state.meeting.key,
        organ=state.meeting.organ,
        joint_with=state.meeting.joint_with,
        kind=state.meeting.kind,
        title=state.meeting.title,
        place=state.place,
        host=state.host,
        certainty=state.certainty,
        stated=state.interval,
        earliest=_day(narrowed.earliest),
        latest=latest,
        open_start=narrowed.earliest is None or "after" in waits,
        open_end=narrowed.latest is None or "before" in waits,
        passed=latest is not None and latest < on,
        constraints=tuple(
            ResolvedConstraint(
                link.constraint,
                link.anchor.meeting.key if link.anchor else None,
                _is_waiting(link, bounds),
                link.text,
            )
            for link in links
        ),
        conflicts=conflicts,
        changes=state.changes,
        updated_on=state.acts[-1].when.latest,
        standing=weakest([*(each.standing for each in used), *([Standing.DERIVED] if narrowed != stated else [])]),
        sources=tuple(dict.fromkeys(key for each in used for key in each.sources)),
    )


def after(day: date) -> date:
    """The day after, as the exclusive end of a calendar entry; the last day of the calendar has none."""
    return day if day == date.max else day + timedelta(days=1)
