"""How fast a cohort of commitments is carried out: counts and rates that keep their denominators."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from statistics import median

from secretariat.decisions.rules.acts import Collective, CommitmentKind, Engagement
from secretariat.decisions.rules.cohort import Cohort
from secretariat.decisions.rules.status import CommitmentStatus, Status
from secretariat.kernel import Figure, Period, Standing, Trace

VERSION = 1
"""Of the method; a change of any formula here raises it."""


@dataclass(frozen=True, slots=True)
class Slippage:
    """How far deadlines were moved: how many have one, how many moved, and by how many days at the median."""

    with_deadline: Figure
    moved: Figure
    median_days: Figure


@dataclass(frozen=True, slots=True)
class Flow:
    """What came in and what went out in a period: ``net`` is new minus done minus closed otherwise."""

    period: Period
    new: Figure
    done: Figure
    closed: Figure
    net: Figure


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The same counts for one decision or one addressee."""

    name: str
    n: int
    counts: dict[Status, int]
    reporting: Figure
    implemented: Figure
    verified: Figure


@dataclass(frozen=True, slots=True)
class CollectiveResult:
    """One provision by both collective rules.

    ``all_done`` is ``None`` where somebody's outcome is unknown and nobody is known not to have done it. ``satisfied``
    applies the rule the provision itself is counted by: all of them, or (as a share) never more than the share itself.
    """

    provision: str
    decision: str
    rule: Collective
    all_done: bool | None
    share: Figure
    share_verified: Figure
    unknown: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Everything that is said about the pace of one cohort on a day."""

    cohort: Cohort
    on: date
    counts: dict[Status, Figure]
    rates: dict[str, Figure]
    ages: dict[str, Figure]
    slippage: Slippage
    flow: Flow | None
    collective: tuple[CollectiveResult, ...]
    by_decision: tuple[Breakdown, ...]
    by_member: tuple[Breakdown, ...]

    @property
    def n(self) -> int:
        """The size of the cohort at adoption."""
        return len(self.cohort.frozen)


def _trace(method: str, counted: Sequence[CommitmentStatus], filters: tuple[str, ...]) -> Trace:
    return Trace(
        method=f"pace.{method}",
        version=VERSION,
        rows=tuple(dict.fromkeys(chain.from_iterable(status.acts for status in counted))),
        filters=filters,
        # A silence rests on the row that lays the commitment down: that one is known.
        standings=tuple(
            sorted(
                {
                    status.commitment.standing if status.status is Status.UNKNOWN else status.standing
                    for status in counted
                }
            )
        ),
        sources=tuple(dict.fromkeys(chain.from_iterable(status.sources for status in counted))),
    )


def _count(name: str, counted: Sequence[CommitmentStatus], filters: tuple[str, ...]) -> Figure:
    return Figure(name, len(counted), "commitments", _trace(name, counted, filters))


def _rate(
    name: str,
    among: Sequence[CommitmentStatus],
    counts: Callable[[CommitmentStatus], bool],
    filters: tuple[str, ...],
) -> Figure:
    counted = [status for status in among if counts(status)]
    return Figure.rate(name, len(counted), len(among), _trace(name, counted, filters))


def _median(
    name: str, days: Sequence[tuple[CommitmentStatus, int]], denominator: int, filters: tuple[str, ...]
) -> Figure:
    """The median of some days; the numerator is how many it was taken over, ``None`` over none."""
    value = median(number for _, number in days) if days else None
    trace = _trace(name, [status for status, _ in days], filters)
    return Figure(name, value, "days", trace, numerator=len(days), denominator=denominator)


def is_done(status: CommitmentStatus) -> bool:
    """Whether it is claimed or verified."""
    return status.status.is_done


def is_verified(status: CommitmentStatus) -> bool:
    """Whether somebody else than the addressee found it implemented."""
    return status.status is Status.VERIFIED


def has_fallen_due(status: CommitmentStatus, on: date) -> bool:
    """Whether its present deadline has passed and it was not ended or declined."""
    stands = status.status.is_open or status.status.is_done
    return stands and status.current_due is not None and status.current_due < on


def days_late(status: CommitmentStatus) -> int | None:
    """Days from the deadline to the day it was first reported or found done; ``None`` unless done late.

    Those still open have no lateness yet: they have an age.
    """
    done = status.first_claimed or status.first_verified
    if not status.status.is_done or done is None or status.current_due is None or done <= status.current_due:
        return None
    return (done - status.current_due).days


def _rates(statuses: Sequence[CommitmentStatus], on: date, filters: tuple[str, ...]) -> dict[str, Figure]:
    due = [status for status in statuses if has_fallen_due(status, on)]
    outcomes = [status for status in statuses if status.commitment.kind is CommitmentKind.OUTCOME]
    activities = [status for status in statuses if status.commitment.kind is CommitmentKind.ACTIVITY]
    past = (*filters, f"deadline before {on}", "neither ended nor declined")
    figures = [
        _rate("reporting", statuses, lambda status: status.last_report is not None, filters),
        _rate("unknown", statuses, lambda status: status.status is Status.UNKNOWN, filters),
        _rate("accepted", statuses, lambda status: status.engagement is Engagement.ACCEPTED, filters),
        _rate("implemented", statuses, is_done, filters),
        _rate("verified", statuses, is_verified, filters),
        _rate("supported_claims", [s for s in statuses if s.first_claimed], lambda status: status.supported,
              (*filters, "reported implemented")),
        _rate("outcomes_implemented", outcomes, is_done, (*filters, "outcomes")),
        _rate("activities_carried_out", activities, is_done, (*filters, "activities")),
        _rate("due_and_done", due, is_done, past),
        _rate("done_in_time", due, lambda status: is_done(status) and days_late(status) is None, past),
        _rate("commitment_overdue", statuses, lambda status: status.commitment_overdue, filters),
        _rate("report_overdue", statuses, lambda status: status.report_overdue, filters),
    ]  # fmt: skip
    return {figure.name: figure for figure in figures}


def _ages(statuses: Sequence[CommitmentStatus], on: date, filters: tuple[str, ...]) -> dict[str, Figure]:
    late = [(status, days) for status in statuses if (days := days_late(status)) is not None]
    still_open = [status for status in statuses if status.status.is_open]
    overdue = [status for status in statuses if status.commitment_overdue and status.current_due is not None]
    done = sum(is_done(status) and status.current_due is not None for status in statuses)
    figures = [
        _median("median_days_late", late, done, (*filters, "done after the deadline")),
        _median(
            "median_age_open_days",
            [(status, (on - status.commitment.assigned).days) for status in still_open],
            len(statuses),
            (*filters, "open"),
        ),
        _median(
            "median_days_overdue",
            [(status, (on - status.current_due).days) for status in overdue if status.current_due],
            len(still_open),
            (*filters, "open", f"deadline before {on}"),
        ),
    ]
    return {figure.name: figure for figure in figures}


def _slippage(statuses: Sequence[CommitmentStatus], filters: tuple[str, ...]) -> Slippage:
    dated = [status for status in statuses if status.baseline_due is not None]
    moved = [(status, status.slippage_days) for status in dated if status.slippage_days]
    days = [(status, number) for status, number in moved if number is not None]
    trace = _trace("slippage_moved", [status for status, _ in days], (*filters, "with a deadline"))
    return Slippage(
        with_deadline=_rate("with_deadline", statuses, lambda status: status.baseline_due is not None, filters),
        moved=Figure.rate("slippage_moved", len(days), len(dated), trace),
        median_days=_median("slippage_median_days", days, len(dated), (*filters, "deadline moved")),
    )


def _flow(cohort: Cohort, period: Period) -> Flow:
    """New, done and ended in a period, over everything that ever belonged to the cohort."""
    everything = list({status.key: status for status in (*cohort.frozen, *cohort.current)}.values())
    new = [status for status in everything if status.commitment.assigned in period]
    done = [
        status
        for status in everything
        if status.status.is_done and (day := status.first_claimed or status.first_verified) and day in period
    ]
    ended = [status for status in everything if not status.status.is_done and status.closed and status.closed in period]
    filters = (cohort.name, f"in {period}")
    net = Figure(
        "flow_net", len(new) - len(done) - len(ended), "commitments", _trace("flow_net", [*new, *done, *ended], filters)
    )
    return Flow(
        period, _count("flow_new", new, filters), _count("flow_done", done, filters),
        _count("flow_closed", ended, filters), net,
    )  # fmt: skip


def _breakdown(name: str, statuses: Sequence[CommitmentStatus], filters: tuple[str, ...]) -> Breakdown:
    own = (*filters, name)
    return Breakdown(
        name=name,
        n=len(statuses),
        counts=dict(sorted(Counter(status.status for status in statuses).items())),
        reporting=_rate("reporting", statuses, lambda status: status.last_report is not None, own),
        implemented=_rate("implemented", statuses, is_done, own),
        verified=_rate("verified", statuses, is_verified, own),
    )


def _grouped(
    statuses: Iterable[CommitmentStatus], names: Callable[[CommitmentStatus], Iterable[str]]
) -> list[tuple[str, list[CommitmentStatus]]]:
    groups: dict[str, list[CommitmentStatus]] = {}
    for status in statuses:
        for name in names(status):
            groups.setdefault(name, []).append(status)
    return sorted(groups.items())


def collective_results(
    statuses: Sequence[CommitmentStatus], rules: dict[str, Collective], filters: tuple[str, ...]
) -> tuple[CollectiveResult, ...]:
    """Each provision addressed to more than one state, by both rules; ended commitments are left out.

    ``rules`` gives the rule that each provision is counted by (without one: all of them).
    """
    results = []
    addressed = [status for status in statuses if status.commitment.state and not status.status.is_closed]
    for provision, group in _grouped(addressed, lambda status: status.commitment.provisions):
        if len({status.commitment.state for status in group}) < 2:  # noqa: PLR2004  # one is no collective
            continue
        unknown = [status for status in group if status.last_word is None and status.status.is_open]
        known_not_done = [status for status in group if not is_done(status) and status not in unknown]
        own = (*filters, provision)
        results.append(
            CollectiveResult(
                provision=provision,
                decision=group[0].commitment.decision,
                rule=rules.get(provision, Collective.ALL),
                all_done=False if known_not_done else None if unknown else True,
                share=_rate("collective_share", group, is_done, own),
                share_verified=_rate("collective_share_verified", group, is_verified, own),
                unknown=len(unknown),
            )
        )
    return tuple(results)


def pace_of(
    cohort: Cohort,
    *,
    on: date,
    rules: dict[str, Collective] | None = None,
    period: Period | None = None,
    breakdowns: bool = True,
) -> Pace:
    """The pace of a cohort on a day. Denominators are those of the frozen cohort unless a figure's filters say more.

    ``period`` of the flow: by default from the day after adoption to ``on``. ``breakdowns`` by decision and addressee
    can be left out where only the totals are shown.
    """
    statuses = cohort.frozen
    filters = (cohort.name, f"assigned by {cohort.frozen_on}", "undivided")
    by_status: dict[Status, list[CommitmentStatus]] = {status: [] for status in Status}
    for status in statuses:
        by_status[status.status].append(status)
    if period is None and cohort.frozen_on is not None and cohort.frozen_on < on:
        day_after = date.fromordinal(cohort.frozen_on.toordinal() + 1)
        period = Period(day_after, date.fromordinal(on.toordinal() + 1))
    own = frozenset(cohort.decisions)
    decisions = _grouped(statuses, lambda status: own.intersection(status.commitment.decisions)) if breakdowns else []
    members = _grouped(statuses, lambda status: [status.commitment.addressee]) if breakdowns else []
    return Pace(
        cohort=cohort,
        on=on,
        counts={
            name: Figure(
                name.value, len(group), "commitments",
                _trace(f"count_{name.value}", group, (*filters, name.value)), len(group), len(statuses),
            )
            for name, group in by_status.items()
        },
        rates=_rates(statuses, on, filters),
        ages=_ages(statuses, on, filters),
        slippage=_slippage(statuses, filters),
        flow=None if period is None else _flow(cohort, period),
        collective=collective_results(statuses, rules or {}, filters) if breakdowns else (),
        by_decision=tuple(_breakdown(name, group, filters) for name, group in decisions),
        by_member=tuple(_breakdown(name, group, filters) for name, group in members),
    )  # fmt: skip


def standing_of(figures: Iterable[Figure]) -> tuple[Standing, ...]:
    """The standings that occur among some figures, each once, firmest first."""
    found = {figure.standing for figure in figures}
    return tuple(standing for standing in Standing if standing in found)
