"""What is said about the agreement of a group of states: figures, each with what it was computed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds of a bootstrap interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states over the roll calls in which both cast a vote (``n`` of them); ``a`` before ``b`` by code.

    ``kappa`` and ``pi`` are ``None`` where chance alone leaves no room for disagreement: both always cast one vote.
    """

    a: str
    b: str
    n: int
    exact: float
    linear: float
    s: float
    kappa: float | None
    pi: float | None
    clashes: int
    linear_interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class PairMeans:
    """Unweighted means over the pairs; of kappa and pi over those pairs that have one."""

    exact: float | None
    linear: float | None
    s: float | None
    kappa: float | None
    pi: float | None


@dataclass(frozen=True, slots=True)
class RandomGroups:
    """The agreement index of groups of the same size drawn from all states that voted.

    ``percentile`` is the share of these groups, in per cent, that agree less than the group in question (of those that
    agree as much, half).
    """

    mean: float
    sd: float
    percentile: float
    size: int
    drawn_from: int
    draws: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The same figures for the whole membership, from the totals of each roll call; and random groups of the same size.

    ``random_groups`` is ``None`` where the release does not hold the votes of the whole membership.
    """

    all_members: float | None
    all_members_rice: float | None
    all_members_unanimous: float | None
    random_groups: RandomGroups | None


@dataclass(frozen=True, slots=True)
class Cohesion:
    """How far a group votes together over some roll calls.

    ``roll_calls`` were held, in ``used`` of them at least two of the group cast a vote; the means are over those. Rice
    is over ``rice_used`` roll calls: it needs a yes or a no. Means over nothing are ``None``.
    """

    roll_calls: int
    used: int
    agreement_index: float | None
    rice: float | None
    rice_used: int
    unanimous: float | None
    intervals: Mapping[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agreement(Cohesion):
    """The agreement of a group: cohesion, pairs, and what they are to be read beside.

    ``release`` is the key of the release that the votes are from, ``level`` that of the intervals, ``seed`` what makes
    the random figures repeatable. ``consensus_adjusted`` is ``None`` unless it was said how many resolutions were
    adopted without a vote.
    """

    group: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    pair_means: PairMeans = PairMeans(None, None, None, None, None)
    baseline: Baseline | None = None
    consensus_adjusted: float | None = None
    release: str = ""
    level: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class SessionAgreement(Cohesion):
    """The agreement of a group in one session; ``first`` and ``last`` are the days of its first and last roll call.

    ``all_members`` is the agreement index of the whole membership over the same roll calls.
    """

    session: int = 0
    first: date | None = None
    last: date | None = None
    all_members: float | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A roll call in which not all of the group that cast a vote cast the same one.

    ``votes`` has every state of the group: how it voted, ``None`` where the release does not say. ``ai`` is the
    agreement index of the roll call, ``clash`` whether one state voted yes and another no.
    """

    rollcall: str
    date: date
    session: int
    resolution: str | None
    title: str | None
    issues: tuple[str, ...]
    votes: Mapping[str, str | None]
    ai: float
    clash: bool


@dataclass(frozen=True, slots=True)
class Loyalty:
    """How often a state voted as the unique plurality of the other members did, over ``n`` roll calls that had one."""

    state: str
    n: int
    agreed: int
    loyalty: float | None
