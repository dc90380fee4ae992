"""The sampler of ideal points with whole numpy arrays, as one would write it without a compiler.

A peer for the benchmark and, because it shares no line with the compiled one, what a test holds that to.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_ndtr, ndtr, ndtri

from secretariat.positions.measures.ideal_points import Panel

Floats = NDArray[np.float64]
STEP, WIDEST, LATENT, FARTHEST = 0.2 / 3, 7.0, 9.0, 5.0


def numpy_draws(
    votes: Panel, *, theta: Floats, beta: Floats, cuts: Floats, seed: int, burn_in: int, iterations: int
) -> Floats:
    """The same sampler with whole arrays: (iterations, state-sessions)."""
    rng = np.random.default_rng(seed)
    sizes = votes.bounds[:, 3] - votes.bounds[:, 0]
    item = np.repeat(np.arange(len(sizes)), sizes)
    choice, voter, size = votes.choices(), votes.voter, len(votes.counts)
    theta, beta, cuts, mean = theta.copy(), beta.copy(), cuts.copy(), theta.copy()
    latent = np.zeros(len(voter))
    kept = np.empty((iterations, size))

    def log_chance(points: Floats) -> Floats:
        at = beta[item] * theta[voter]
        lower = np.column_stack([np.full(len(points), -np.inf), points])[item, choice] - at
        upper = np.column_stack([points, np.full(len(points), np.inf)])[item, choice] - at
        is_right = lower > 0
        low, high = np.where(is_right, -upper, lower), np.where(is_right, -lower, upper)
        top = log_ndtr(high)
        return np.bincount(item, top + np.log(-np.expm1(np.minimum(log_ndtr(low) - top, -1e-12))))

    def truncated(lower: Floats, upper: Floats) -> Floats:
        low, high = ndtr(lower / STEP), ndtr(upper / STEP)
        drawn: Floats = ndtri(low + rng.random(len(low)) * (high - low))
        return drawn

    def log_room(points: Floats, floor: Floats) -> Floats:
        first = ndtr((points[:, 1] - points[:, 0]) / STEP) - ndtr((-WIDEST - points[:, 0]) / STEP)
        second = ndtr((WIDEST - points[:, 1]) / STEP) - ndtr((floor - points[:, 1]) / STEP)
        return np.log(first) + np.log(second)

    def draw_latent() -> None:
        at = beta[item] * theta[voter]
        low = ndtr(np.column_stack([np.full(len(cuts), -np.inf), cuts])[item, choice] - at)
        high = ndtr(np.column_stack([cuts, np.full(len(cuts), np.inf)])[item, choice] - at)
        latent[:] = np.clip(at + ndtri(low + rng.random(len(at)) * (high - low)), -LATENT, LATENT)

    draw_latent()
    for iteration in range(burn_in + iterations):
        lag = np.where(votes.before >= 0, mean[votes.before], 0.0)
        slopes = beta[item]
        variance = 1 / (np.bincount(voter, slopes * slopes, minlength=size) + votes.precision)
        mean = variance * (np.bincount(voter, slopes * latent, minlength=size) + votes.precision * lag)
        theta = np.clip(mean + np.sqrt(variance) * rng.standard_normal(size), -FARTHEST, FARTHEST)
        theta = (theta - theta.mean()) / theta.std(ddof=1)
        low = cuts[:, 0] + STEP * truncated(-WIDEST - cuts[:, 0], cuts[:, 1] - cuts[:, 0])
        high = cuts[:, 1] + STEP * truncated(low - cuts[:, 1], WIDEST - cuts[:, 1])
        moved = np.column_stack([low, high])
        ratio = log_chance(moved) - log_chance(cuts) + log_room(cuts, low) - log_room(moved, cuts[:, 0])
        cuts = np.where((np.log(rng.random(len(cuts))) < ratio)[:, None], moved, cuts)
        draw_latent()
        squares = np.bincount(item, theta[voter] ** 2) + 1
        beta = np.bincount(item, theta[voter] * latent) / squares + rng.standard_normal(len(beta)) / np.sqrt(squares)
        if iteration >= burn_in:
            kept[iteration - burn_in] = theta
    return kept
