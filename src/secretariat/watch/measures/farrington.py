"""Counts above what the same season of earlier years lets one expect: the flexible Farrington algorithm.

Noufaily, Enki, Farrington, Garthwaite, Andrews and Charlett, "An improved algorithm for outbreak detection in multiple
surveillance systems", Statistics in Medicine 32 (2013). Against Farrington et al. (1996): more reference points through
seasonal factors, milder reweighting, the trend always kept when it can be, and a negative binomial threshold.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secretariat.watch.measures.poisson import Fits, Numbers, Truths, fit

_AT_ONCE = 1024
"""So many regressions are fitted together that their arrays stay in the processor's cache."""
_YEARS_FOR_A_TREND = 3


class UnableToLookBack(Exception):
    """A point has not enough history before it for the settings."""


@dataclass(frozen=True, slots=True)
class Farrington:
    """The settings.

    ``years_back`` (b) years are looked at; ``half_window`` (w) points either side of the same point of each year are
    the season. ``periods`` beyond 1 uses the points between as well, in that many seasonal groups. The last
    ``excluded`` points before the one judged are not used. Points whose standardised residual exceeds
    ``reweight_above`` count less. A trend is kept when its p-value is below ``trend_below``. The threshold is the
    (1 - ``alpha``) quantile. A threshold is given only where the last ``recent_points`` hold ``recent_cases`` or more.
    """

    frequency: int = 12
    years_back: int = 5
    half_window: int = 3
    periods: int = 1
    excluded: int = 3
    reweight_above: float = 2.58
    trend_below: float = 1.0
    alpha: float = 0.05
    recent_cases: int = 5
    recent_points: int = 4

    @property
    def history(self) -> int:
        """How many points must come before the first that can be judged."""
        return self.frequency * self.years_back + self.half_window


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What was expected and where the threshold lay; every array is (series, points judged), ``nan`` where unknown.

    ``probability`` is the chance of the observed count or more; ``dispersion`` is at least 1; ``alarm`` is true where
    the count exceeds the threshold.
    """

    expected: Numbers
    upper: Numbers
    dispersion: Numbers
    probability: Numbers
    has_trend: Truths
    alarm: Truths


def reference_points(settings: Farrington) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Offsets from the point judged, and the seasonal group of each (``periods`` is the season itself)."""
    width, groups = settings.half_window, settings.periods
    group_of: dict[int, int] = dict.fromkeys(range(-width, 1), groups)
    for year in range(1, settings.years_back + 1):
        middle = -settings.frequency * year
        group_of |= dict.fromkeys(range(middle - width, middle + width + 1), groups)
        between = settings.frequency - 2 * width - 1
        if groups > 1:
            if between < groups - 1:
                msg = f"{groups} seasonal groups do not fit between windows of {2 * width + 1} points"
                raise UnableToLookBack(msg)
            length, rest = divmod(between, groups - 1)
            lengths = [length + (number < rest) for number in range(groups - 1)]
            start = middle + width + 1
            for number, points in enumerate(lengths, start=1):
                group_of |= dict.fromkeys(range(start, start + points), number)
                start += points
    chosen = sorted(offset for offset in group_of if offset < -settings.excluded)
    return np.array(chosen), np.array([group_of[offset] for offset in chosen])


def _weights(fits: Fits, counts: Numbers, used: Truths, threshold: float) -> Numbers:
    """Noufaily's reweighting of the reference points by their standardised Anscombe residuals."""
    dispersion = np.maximum(fits.dispersion, 1)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        residual = 1.5 * (np.cbrt(counts) ** 2 * fits.means ** (-1 / 6) - np.sqrt(fits.means))
        residual /= np.sqrt(dispersion * (1 - fits.leverages))
        share = np.where(residual > threshold, residual**-2.0, 1.0)
    share = np.where(used, share, 0)
    weights: Numbers = share * (used.sum(axis=1) / share.sum(axis=1))[:, None]
    return weights


def _fit_reweighted(counts: Numbers, columns: Numbers, used: Truths, threshold: float) -> Fits:
    first = fit(counts, columns, used.astype(np.float64))
    again = fit(counts, columns, _weights(first, counts, used, threshold))
    return Fits(
        again.coefficients,
        again.means,
        again.covariance,
        again.leverages,
        again.dispersion,
        again.freedom,
        first.converged,
    )


def _trend_stays(fits: Fits, counts: Numbers, used: Truths, settings: Farrington) -> Truths:
    """Whether the trend is kept: enough years, significant, and not expecting more than was ever seen."""
    from scipy import stats  # noqa: PLC0415  # a second to import that most commands need not pay

    column = fits.coefficients.shape[1] - 1
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        error = np.sqrt(fits.dispersion * fits.covariance[:, column, column])
        p_value = 2 * stats.t.sf(np.abs(fits.coefficients[:, column] / error), fits.freedom)
        expected = np.exp(fits.coefficients[:, 0])
    seen = np.where(used, counts, -np.inf).max(axis=1)
    years = settings.years_back >= _YEARS_FOR_A_TREND
    stays: Truths = fits.converged & (p_value < settings.trend_below) & (expected <= seen) & years
    return stays


def _thresholds(expected: Numbers, dispersion: Numbers, observed: Numbers, alpha: float) -> tuple[Numbers, Numbers]:
    """The (1 - alpha) quantile of the negative binomial (Poisson without overdispersion), and P(Y >= observed)."""
    from scipy import stats  # noqa: PLC0415  # as above

    over = dispersion > 1
    upper, chance = np.empty_like(expected), np.empty_like(expected)
    mean, spread, count = expected[over], dispersion[over], observed[over]
    upper[over] = stats.nbinom.ppf(1 - alpha, mean / (spread - 1), 1 / spread)
    chance[over] = stats.nbinom.sf(count - 1, mean / (spread - 1), 1 / spread)
    upper[~over] = stats.poisson.ppf(1 - alpha, expected[~over])
    chance[~over] = stats.poisson.sf(observed[~over] - 1, expected[~over])
    return upper, chance


def _judged(
    counts: Numbers, observed: Numbers, offsets: NDArray[np.int64], groups: NDArray[np.int64], settings: Farrington
) -> list[Numbers]:
    used = np.isfinite(counts)
    filled = np.where(used, counts, 0)
    season = groups[:, None] == np.arange(1, settings.periods)[None, :]
    flat = np.concatenate([np.ones((len(offsets), 1)), season.astype(np.float64)], axis=1)
    # the time axis starts at the point judged, so that the intercept is the prediction for it
    sloped = np.concatenate([flat, offsets[:, None].astype(np.float64)], axis=1)
    with_trend = _fit_reweighted(filled, sloped, used, settings.reweight_above)
    stays = _trend_stays(with_trend, filled, used, settings)
    expected, dispersion = np.exp(with_trend.coefficients[:, 0]), with_trend.dispersion.copy()
    known = np.ones(len(counts), bool)
    if not stays.all():
        without = ~stays
        plain = _fit_reweighted(filled[without], flat, used[without], settings.reweight_above)
        expected[without], dispersion[without] = np.exp(plain.coefficients[:, 0]), plain.dispersion
        known[without] = plain.converged
    dispersion = np.maximum(dispersion, 1)
    upper, chance = _thresholds(expected, dispersion, observed, settings.alpha)
    unknown = ~known | ~np.isfinite(expected)
    for values in (expected, upper, chance):
        values[unknown] = np.nan
    return [expected, upper, dispersion, chance, stays.astype(np.float64)]


def farrington(counts: Numbers, *, at: NDArray[np.int64], settings: Farrington) -> Thresholds:
    """Judge the points ``at`` (indices) of ``counts`` (series, time); a missing count is ``nan``, never 0.

    Raises :class:`UnableToLookBack` when a point has less than ``settings.history`` points before it.
    """
    if at.size and int(at.min()) < settings.history:
        msg = f"point {int(at.min())} has no {settings.history} points before it ({settings.years_back} years)"
        raise UnableToLookBack(msg)
    offsets, groups = reference_points(settings)
    series, points = counts.shape[0], len(at)
    pairs = np.stack(np.meshgrid(np.arange(series), at, indexing="ij"), axis=-1).reshape(-1, 2)
    parts = []
    for start in range(0, len(pairs), _AT_ONCE):
        which, when = pairs[start : start + _AT_ONCE].T
        reference = counts[which[:, None], when[:, None] + offsets[None, :]]
        parts.append(_judged(reference, counts[which, when], offsets, groups, settings))
    joined = (
        [np.concatenate(each).reshape(series, points) for each in zip(*parts, strict=True)]
        if parts
        else [np.empty((series, points)) for _ in range(5)]
    )
    expected, upper, dispersion, chance, trend = joined
    observed = counts[:, at]
    recent = np.stack([counts[:, at - back] for back in range(settings.recent_points)]).sum(axis=0)
    enough = recent >= settings.recent_cases
    expected, upper = np.where(enough, expected, np.nan), np.where(enough, upper, np.nan)
    with np.errstate(invalid="ignore"):
        alarm = (observed > upper) & (observed > 0)
    return Thresholds(expected, upper, dispersion, chance, trend.astype(bool), alarm)
