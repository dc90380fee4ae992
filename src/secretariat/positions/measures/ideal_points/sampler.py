"""One chain: Metropolis steps for the cutpoints, Gibbs steps for the rest, item by item, nothing stored for each vote.

The order is the published one: ideal points, then for each item cutpoints, latent positions and slope. Given the ideal
points the items are independent of each other, so one pass over the votes of an item does its three steps and adds to
what the states need for their next step. The latent positions live only for the length of one item.

Model, for item k and state i in session t (choices 1 yes, 2 abstain, 3 no):
P(y <= c) = Phi(gamma_kc - beta_k theta_it), beta_k ~ N(0, 1), -7 <= gamma_k1 <= gamma_k2 <= 7 flat,
theta_it ~ N(m_i,t-1, 0.5 n_it / (n_it + n_i,t-1)), where m is the conditional mean of the state's previous session in
the iteration before; after each iteration theta is standardised over all state-sessions to mean 0 and variance 1.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secretariat.positions.measures.ideal_points.kernels import (
    compiled,
    draw_below,
    draw_between,
    log_between,
    log_phi,
    phi,
)

Floats = NDArray[np.float64]

WIDEST = 7.0
"""Cutpoints lie within this of zero."""
FARTHEST = 5.0
"""Before standardisation an ideal point lies within this of zero."""
LATENT = 9.0
"""A latent position lies within this of zero."""
STEP = 0.2 / 3
"""The standard deviation of the steps of the cutpoints, as published. It is a part of the method, not a setting:
standardising the ideal points in each iteration is no move of a Markov chain with the posterior as its law, so that
where the earliest sessions settle depends on how fast the cutpoints follow (see docs/explanation/ideal-points.md)."""
FAINTEST, HEAVIEST = 1e-150, 1e100
"""No probability is taken to be smaller; products of ratios beyond this become logarithms."""


@dataclass(slots=True, kw_only=True)
class Chain:
    """Where a chain stands; the kernels write into the arrays.

    ``theta`` and ``mean`` (state-sessions,), ``beta`` (items,), ``cuts`` (items, 2), ``sums`` (2,
    state-sessions): sum of beta z and of beta squared over the votes of each state-session; ``latent``: room for the
    longest item; ``taken`` (2,): accepted and tried steps.
    """

    generator: np.random.Generator
    theta: Floats
    mean: Floats
    beta: Floats
    cuts: Floats
    sums: Floats
    latent: Floats
    taken: NDArray[np.int64]


@compiled
def side_ratio(theta: Floats, voters: NDArray[np.int32], beta: float, old: float, new: float, sign: float) -> float:
    """How the log likelihood of the yes votes (sign 1; no: -1) changes as their cutpoint moves."""
    total = 0.0
    for vote in range(len(voters)):
        at = beta * theta[voters[vote]]
        total += log_phi(sign * (new - at)) - log_phi(sign * (old - at))
    return total


@compiled
def gap_ratio(theta: Floats, voters: NDArray[np.int32], beta: float, old: Floats, low: float, high: float) -> float:
    """How the log likelihood of the abstentions changes as their cutpoints move from ``old`` to ``low`` and ``high``.

    The ratios are multiplied and their logarithm is taken when the product leaves the middle of the number range.
    """
    total, product = 0.0, 1.0
    for vote in range(len(voters)):
        at = beta * theta[voters[vote]]
        sign = -1.0 if min(old[0], low) > at else 1.0
        new_mass = abs(phi(sign * (high - at)) - phi(sign * (low - at)))
        old_mass = abs(phi(sign * (old[1] - at)) - phi(sign * (old[0] - at)))
        product *= max(new_mass, FAINTEST) / max(old_mass, FAINTEST)
        if not 1.0 / HEAVIEST < product < HEAVIEST:
            total += math.log(product)
            product = 1.0
    return total + math.log(product)


@compiled
def log_room(low: float, high: float, floor: float) -> float:
    """How much of the candidates' normal distributions lies where candidates may be, as a logarithm."""
    first = log_between((-WIDEST - low) / STEP, (high - low) / STEP)
    return first + log_between((floor - high) / STEP, (WIDEST - high) / STEP)


@compiled
def move_cuts(
    generator: np.random.Generator,
    theta: Floats,
    voter: NDArray[np.int32],
    bounds: NDArray[np.int64],
    beta: float,
    cuts: Floats,
) -> bool:
    """One Metropolis-Hastings step of both cutpoints of an item: whether it was taken.

    As published: the lower candidate is normal around the lower cutpoint between -7 and the upper one, the upper
    candidate normal around the upper one between the lower candidate and 7.
    """
    old_low, old_high = cuts[0], cuts[1]
    low = old_low + STEP * draw_between(generator, (-WIDEST - old_low) / STEP, (old_high - old_low) / STEP)
    high = old_high + STEP * draw_between(generator, (low - old_high) / STEP, (WIDEST - old_high) / STEP)
    ratio = log_room(old_low, old_high, low) - log_room(low, high, old_low)
    ratio += side_ratio(theta, voter[bounds[0] : bounds[1]], beta, old_low, low, 1.0)
    ratio += gap_ratio(theta, voter[bounds[1] : bounds[2]], beta, cuts, low, high)
    ratio += side_ratio(theta, voter[bounds[2] : bounds[3]], beta, old_high, high, -1.0)
    if math.log1p(-generator.random()) >= ratio:
        return False
    cuts[0], cuts[1] = low, high
    return True


@compiled
def draw_latent(
    generator: np.random.Generator,
    theta: Floats,
    voter: NDArray[np.int32],
    bounds: NDArray[np.int64],
    beta: float,
    cuts: Floats,
    latent: Floats,
) -> float:
    """Draw the latent positions of an item's voters, then its slope given them; returns the slope."""
    first, squares, products = bounds[0], 1.0, 0.0
    for vote in range(first, bounds[3]):
        place = theta[voter[vote]]
        at = beta * place
        if vote < bounds[1]:
            z = at + draw_below(generator, cuts[0] - at)
        elif vote < bounds[2]:
            z = at + draw_between(generator, cuts[0] - at, cuts[1] - at)
        else:
            z = at - draw_below(generator, at - cuts[1])
        z = min(max(z, -LATENT), LATENT)
        latent[vote - first] = z
        squares += place * place
        products += place * z
    return products / squares + generator.standard_normal() / math.sqrt(squares)


@compiled
def pass_items(
    generator: np.random.Generator,
    voter: NDArray[np.int32],
    bounds: NDArray[np.int64],
    theta: Floats,
    beta: Floats,
    cuts: Floats,
    sums: Floats,
    latent: Floats,
    taken: NDArray[np.int64],
) -> None:
    """Cutpoints, latent positions and slope of every item, given the ideal points."""
    sums[:] = 0.0
    for item in range(bounds.shape[0]):
        span = bounds[item]
        taken[1] += 1
        if move_cuts(generator, theta, voter, span, beta[item], cuts[item]):
            taken[0] += 1
        slope = draw_latent(generator, theta, voter, span, beta[item], cuts[item], latent)
        beta[item] = slope
        for vote in range(span[0], span[3]):
            sums[0, voter[vote]] += slope * latent[vote - span[0]]
            sums[1, voter[vote]] += slope * slope


@compiled
def move_points(
    generator: np.random.Generator,
    before: NDArray[np.int32],
    precision: Floats,
    sums: Floats,
    mean: Floats,
    theta: Floats,
) -> None:
    """Draw the ideal points given the items, then standardise them over all state-sessions."""
    size = len(theta)
    old = mean.copy()
    for place in range(size):
        lag = old[before[place]] if before[place] >= 0 else 0.0
        variance = 1.0 / (sums[1, place] + precision[place])
        mean[place] = variance * (sums[0, place] + precision[place] * lag)
        drawn = mean[place] + math.sqrt(variance) * generator.standard_normal()
        theta[place] = min(max(drawn, -FARTHEST), FARTHEST)
    theta -= theta.mean()
    theta /= math.sqrt((theta * theta).sum() / (size - 1))


@compiled
def sweep(
    generator: np.random.Generator,
    voter: NDArray[np.int32],
    bounds: NDArray[np.int64],
    before: NDArray[np.int32],
    precision: Floats,
    theta: Floats,
    mean: Floats,
    beta: Floats,
    cuts: Floats,
    sums: Floats,
    latent: Floats,
    taken: NDArray[np.int64],
    iterations: int,
) -> None:
    """So many iterations of one chain, in place. ``sums`` must hold the items as they stand."""
    for _ in range(iterations):
        move_points(generator, before, precision, sums, mean, theta)
        pass_items(generator, voter, bounds, theta, beta, cuts, sums, latent, taken)
