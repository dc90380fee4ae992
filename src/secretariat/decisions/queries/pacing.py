"""The pace of a session, a decision or the whole register, and of earlier sessions beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.decisions.queries.register import Register, adopted_decisions, register
from secretariat.decisions.rules import (
    Cohort,
    Pace,
    PaceStatement,
    Survival,
    cohort_of,
    pace_of,
    pace_statement,
    time_to_claim,
    time_to_verification,
)
from secretariat.kernel import Figure, Period
from secretariat.organs.queries import meeting
from secretariat.parties.queries import NoOrganisation, members

COMPARED_COHORTS = 5
"""So many earlier sessions of the same organ are set beside a cohort: the nearest that left commitments."""


class UnknownCohort(Exception):
    """The register holds no such session or decision."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier session's cohort, seen from the same day.

    ``done_at_age`` is the estimated share reported done when that cohort was as old as the one it is compared with:
    ``age_days`` after adoption; ``None`` over an empty cohort.
    """

    session: str
    frozen_on: date
    n: int
    implemented: Figure
    survival: Survival
    age_days: int
    done_at_age: float | None


@dataclass(frozen=True, slots=True)
class PaceReport:
    """Everything about one cohort: its pace, how long things took, earlier cohorts, and whether the pace is good."""

    session: str | None
    decision: str | None
    on: date
    known_at: datetime
    pace: Pace
    claimed: Survival
    verified: Survival
    comparison: tuple[Comparison, ...]
    statement: PaceStatement


def _members(viewer: Viewer, on: date, known_at: datetime) -> frozenset[str] | None:
    """The members on a day; ``None`` where the register does not say."""
    try:
        found = members(viewer, on=on, known_at=known_at)
    except (NoOrganisation, KeyError):
        return None
    return frozenset(member.state.code for member in found if member.status.status.is_bound)


def _earlier(adopted: Register, *, organs: frozenset[str], before: date, but: str) -> list[tuple[str, date, list[str]]]:
    """Sessions of some organs that decided before a day, newest first: key, day of the last decision, decisions."""
    sessions: dict[str, list[str]] = {}
    for each in adopted.decisions.values():
        if each.meeting is not None and each.meeting != but and each.organ in organs:
            sessions.setdefault(each.meeting, []).append(each.key)
    dated = [(max(adopted.days(keys).values()), session, keys) for session, keys in sessions.items()]
    return [(session, day, keys) for day, session, keys in sorted(dated, reverse=True) if day < before]


def _compared(name: str, cohort: Cohort, age_days: int, on: date) -> Comparison:
    survival = time_to_claim(name, cohort.frozen, on)
    figure = pace_of(cohort, on=on, breakdowns=False).rates["implemented"]
    day = cohort.frozen_on or on
    done = 1 - survival.at(age_days) if survival.n else None
    return Comparison(name, day, len(cohort.frozen), figure, survival, age_days, done)


def pace(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    session: str | None = None,
    decision: str | None = None,
    read: Register | None = None,
) -> PaceReport:
    """The pace of the decisions of a session, or of one decision, on a day as known at an instant.

    ``read`` is the whole register of that day where the caller has read it already.

    Raises :class:`UnknownCohort` for a session or decision that the register does not hold. The number of queries does
    not depend on how many commitments there are.
    """
    adopted = read.decisions if read is not None else adopted_decisions(viewer, on=on, known_at=known_at)
    outline = Register(on, adopted, [], {})
    own = [each for each in adopted.values() if each.key == decision or (session and each.meeting == session)]
    name = decision or session or ""
    if not own and (decision is not None or meeting(viewer, name, on=on, known_at=known_at) is None):
        kind = "decision" if decision is not None else "session"
        msg = f"the register holds no {kind} {name!r}" + (
            f" adopted by {on}" if decision is not None else f" known of on {on}"
        )
        raise UnknownCohort(msg)
    frozen_on = max((each.day for each in own), default=on)
    earlier = _earlier(
        outline,
        organs=frozenset(each.organ for each in own),
        before=frozen_on,
        but=session or next((each.meeting or "" for each in own), ""),
    )
    # Sessions without commitments are no cohorts; looking at some more of them than are shown finds enough.
    near = earlier[: COMPARED_COHORTS * 4]
    wanted = frozenset(key for _, _, keys in near for key in keys) | frozenset(each.key for each in own)
    found = read if read is not None else register(viewer, on=on, known_at=known_at, decisions=wanted)
    present = _members(viewer, on, known_at)
    cohort = cohort_of(
        name,
        decisions=found.days(each.key for each in own),
        statuses=found.statuses,
        members=present,
    )
    age = (on - frozen_on).days
    comparison: list[Comparison] = []
    for earlier_session, _, keys in near:
        other = cohort_of(earlier_session, decisions=found.days(keys), statuses=found.statuses)
        if other.frozen and len(comparison) < COMPARED_COHORTS:
            comparison.append(_compared(earlier_session, other, age, on))
    return PaceReport(
        session=session,
        decision=decision,
        on=on,
        known_at=known_at,
        pace=pace_of(cohort, on=on, rules=found.rules),
        claimed=time_to_claim(name, cohort.frozen, on),
        verified=time_to_verification(name, cohort.frozen, on),
        comparison=tuple(comparison),
        statement=pace_statement(cohort, on),
    )


def pace_of_register(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    since: date | None = None,
    breakdowns: bool = True,
    read: Register | None = None,
) -> Pace:
    """The pace of everything ever decided; ``since`` starts the period of the flow (else a year before ``on``)."""
    found = read if read is not None else register(viewer, on=on, known_at=known_at)
    cohort = cohort_of(
        "register",
        decisions=found.days(found.decisions),
        statuses=found.statuses,
        members=_members(viewer, on, known_at),
    )
    first = since or date.fromordinal(on.toordinal() - 365)
    period = Period(first, date.fromordinal(on.toordinal() + 1))
    return pace_of(cohort, on=on, rules=found.rules, period=period, breakdowns=breakdowns)


def sessions_with_commitments(
    viewer: Viewer, *, on: date, known_at: datetime, read: Register | None = None
) -> list[tuple[str, date, int]]:
    """Sessions whose decisions left commitments by ``on``, newest first: key, day of the last decision, commitments."""
    found = read if read is not None else register(viewer, on=on, known_at=known_at)
    counted: dict[str, int] = {}
    days: dict[str, date] = {}
    for status in found.statuses:
        for key in {found.decisions[each].meeting for each in status.commitment.decisions} - {None}:
            counted[str(key)] = counted.get(str(key), 0) + 1
    for each in found.decisions.values():
        if each.meeting in counted:
            days[str(each.meeting)] = max(each.day, days.get(str(each.meeting), each.day))
    return sorted(((key, days[key], n) for key, n in counted.items()), key=lambda row: (row[1], row[0]), reverse=True)
