"""Change against a baseline, surges and rolling maxima. Every series is (series, time); unknown is ``nan``."""

import numpy as np

from secretariat.watch.measures.poisson import Numbers, Truths

YEAR = 12
SURGE_FLOOR = 1.0
SURGE_SHARE = 1.0
DEATHS_FLOOR = 100.0


def baseline(counts: Numbers, *, points: int) -> Numbers:
    """The mean of the ``points`` points before each; ``nan`` where fewer came before."""
    found = np.full_like(counts, np.nan)
    if counts.shape[1] > points:
        found[:, points:] = np.lib.stride_tricks.sliding_window_view(counts, points, axis=1)[:, :-1].mean(axis=2)
    return found


def change(counts: Numbers, *, points: int) -> Numbers:
    """Share by which each point exceeds its baseline: 0.25 is a quarter more; ``nan`` over a baseline of 0."""
    base = baseline(counts, points=points)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(base > 0, (counts - base) / base, np.nan)


def surge(counts: Numbers, *, points: int = YEAR, floor: float = SURGE_FLOOR, share: float = SURGE_SHARE) -> Truths:
    """Whether a point is at least ``share`` (1 is +100 %) above its baseline, taken as at least ``floor``.

    The surge rule that the Armed Conflict Location and Event Data project describes for its own alerts.
    """
    base = np.maximum(baseline(counts, points=points), floor)
    with np.errstate(invalid="ignore"):
        return (counts - base) / base >= share


def rolling_sums(daily: Numbers, *, days: int) -> Numbers:
    """The sum of each day and the ``days`` - 1 before it; ``nan`` where fewer came before."""
    found = np.full_like(daily, np.nan)
    if daily.shape[1] >= days:
        found[:, days - 1 :] = np.lib.stride_tricks.sliding_window_view(daily, days, axis=1).sum(axis=2)
    return found


def is_rolling_maximum(daily: Numbers, *, days: int = 30, within: int = 366, floor: float = DEATHS_FLOOR) -> Truths:
    """Whether the last ``days`` days hold at least ``floor`` and no earlier window of ``within`` days held more.

    The rule of the Humanitarian Data Exchange's signals on conflict: 30 days, 100 deaths, 366 or 1,096 days.
    """
    sums = rolling_sums(daily, days=days)
    found = np.zeros(daily.shape, bool)
    first = within - 1
    if daily.shape[1] > first:
        windows = np.lib.stride_tricks.sliding_window_view(sums, within - days + 1, axis=1)
        highest = np.nanmax(np.where(np.isnan(windows), -np.inf, windows), axis=2)
        start = within - days
        with np.errstate(invalid="ignore"):
            found[:, start:] = (sums[:, start:] >= highest) & (sums[:, start:] >= floor)
        found[:, :first] = False
    return found
