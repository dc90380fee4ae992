"""Where chains start: the direction from named states, then rounds of expectation and maximisation.

A mode is a starting value and nothing else: it lets blocs run to the extremes, and says nothing of uncertainty.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secretariat.positions.measures.ideal_points.kernels import compiled, log_between, log_phi
from secretariat.positions.measures.ideal_points.panel import Panel, UnableToEstimate
from secretariat.positions.measures.ideal_points.sampler import FARTHEST, WIDEST, Chain, Floats
from secretariat.positions.measures.ideal_points.settings import Direction

ROUNDS = 40
"""Rounds before the chains start; they need a direction and a rough place, not convergence."""
JITTER = 0.3
"""Chains start apart: this much noise, in standard deviations of the ideal points, and its tenth in slopes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Starting values: ``theta`` (state-sessions,), ``beta`` (items,), ``cuts`` (items, 2)."""

    theta: Floats
    beta: Floats
    cuts: Floats


@compiled
def hazard(x: float) -> float:
    """phi(x) / Phi(x)."""
    return math.exp(-0.5 * x * x - 0.9189385332046727 - log_phi(x))


@compiled
def expected(at: float, choice: int, cuts: Floats) -> float:
    """The expected latent position of a voter at ``at`` who chose so."""
    if choice == 0:
        return at - hazard(cuts[0] - at)
    if choice > 1:
        return at + hazard(at - cuts[1])
    lower, upper = cuts[0] - at, cuts[1] - at
    scale = log_between(lower, upper) + 0.9189385332046727
    return at + math.exp(-0.5 * lower * lower - scale) - math.exp(-0.5 * upper * upper - scale)


@compiled
def fitted_cut(theta: Floats, voters: NDArray[np.int32], beta: float, cut: float, below: float) -> float:
    """One Newton step of a cutpoint towards the place below which ``below`` voters are expected."""
    mass, slope = 0.0, 1e-6
    for vote in range(len(voters)):
        x = cut - beta * theta[voters[vote]]
        mass += math.exp(log_phi(x))
        slope += math.exp(-0.5 * x * x - 0.9189385332046727)
    return cut + min(max((below - mass) / slope, -0.5), 0.5)


@compiled
def improve(
    voter: NDArray[np.int32],
    bounds: NDArray[np.int64],
    before: NDArray[np.int32],
    precision: Floats,
    theta: Floats,
    beta: Floats,
    cuts: Floats,
    sums: Floats,
) -> None:
    """One round over all items, then all ideal points, in place."""
    sums[:] = 0.0
    for item in range(bounds.shape[0]):
        first, yes, abstain, end = bounds[item]
        voters = voter[first:end]
        share = (end - first) / (end - first + 1.0)
        edges = (yes - first + 0.5) * share, (abstain - first + 0.5) * share
        for cut in range(2):
            cuts[item, cut] = fitted_cut(theta, voters, beta[item], cuts[item, cut], edges[cut])
        cuts[item, 0] = min(max(cuts[item, 0], -WIDEST + 0.1), WIDEST - 0.2)
        cuts[item, 1] = min(max(cuts[item, 1], cuts[item, 0] + 0.02), WIDEST - 0.1)
        squares, products = 1.0, 0.0
        for vote in range(first, end):
            place = theta[voter[vote]]
            choice = (1 if vote >= yes else 0) + (1 if vote >= abstain else 0)
            squares += place * place
            products += place * expected(beta[item] * place, choice, cuts[item])
        slope = products / squares
        for vote in range(first, end):
            choice = (1 if vote >= yes else 0) + (1 if vote >= abstain else 0)
            at = beta[item] * theta[voter[vote]]
            sums[0, voter[vote]] += slope * expected(at, choice, cuts[item])
            sums[1, voter[vote]] += slope * slope
        beta[item] = slope
    old = theta.copy()
    for place in range(len(theta)):
        lag = old[before[place]] if before[place] >= 0 else 0.0
        moved = (sums[0, place] + precision[place] * lag) / (sums[1, place] + precision[place])
        theta[place] = min(max(moved, -FARTHEST), FARTHEST)
    theta -= theta.mean()
    theta /= theta.std()


def start(panel: Panel, *, direction: Direction) -> Start:
    """Starting values for every chain. Raises ``UnableToEstimate`` when no named state gives a direction."""
    beta = polarity(panel, high=direction.high, low=direction.low)
    if not beta.any():
        msg = (
            f"the direction cannot be found: the states {', '.join(direction.high)} never voted otherwise than "
            f"{', '.join(direction.low)} in these sessions; name others"
        )
        raise UnableToEstimate(msg)
    sizes = np.diff(panel.bounds[:, [0, 3]], axis=1).ravel()
    items = np.repeat(np.arange(len(sizes)), sizes)
    choice = panel.choices().astype(np.float64)
    centred = choice - (np.bincount(items, choice) / sizes)[items]
    theta = np.bincount(panel.voter, beta[items] * centred, minlength=len(panel.counts)) / np.sqrt(panel.counts)
    theta = (theta - theta.mean()) / (theta.std() or 1.0)
    ends = (panel.bounds[:, 1:3] - panel.bounds[:, :1]) / sizes[:, None]
    cuts = np.ascontiguousarray(2.0 * ends - 1.0)
    sums = np.zeros((2, len(theta)))
    for _ in range(ROUNDS):
        improve(panel.voter, panel.bounds, panel.before, panel.precision, theta, beta, cuts, sums)
    if _mean_of(panel, theta, direction.high) < _mean_of(panel, theta, direction.low):
        theta, beta = -theta, -beta
    return Start(theta=theta, beta=beta, cuts=cuts)


def polarity(panel: Panel, *, high: Collection[str], low: Collection[str]) -> Floats:
    """For each item: 1 where the high states stood nearer to no than the low ones, -1 nearer to yes, 0 unknown."""
    items = np.repeat(np.arange(len(panel.items)), np.diff(panel.bounds[:, [0, 3]], axis=1).ravel())
    choice = panel.choices().astype(np.float64)
    means = []
    for group in (high, low):
        is_theirs = np.isin(panel.states, sorted(group))[panel.voter]
        votes = np.bincount(items[is_theirs], minlength=len(panel.items))
        sums = np.bincount(items[is_theirs], choice[is_theirs], minlength=len(panel.items))
        with np.errstate(invalid="ignore"):
            means.append(sums / votes)
    return np.nan_to_num(np.sign(means[0] - means[1]))


def _mean_of(panel: Panel, theta: Floats, states: Collection[str]) -> float:
    return float(theta[np.isin(panel.states, sorted(states))].mean())


def chain_from(panel: Panel, start: Start, generator: np.random.Generator) -> Chain:
    """A chain of its own near the start: its arrays are copies."""
    theta = start.theta + JITTER * generator.standard_normal(len(start.theta))
    theta = (theta - theta.mean()) / theta.std(ddof=1)
    return Chain(
        generator=generator,
        theta=theta,
        mean=theta.copy(),
        beta=start.beta + JITTER / 10 * generator.standard_normal(len(start.beta)),
        cuts=start.cuts.copy(),
        sums=np.zeros((2, len(theta))),
        latent=np.empty(int(np.diff(panel.bounds[:, [0, 3]], axis=1).max())),
        taken=np.zeros(2, dtype=np.int64),
    )
