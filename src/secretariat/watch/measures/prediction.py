"""What the next count may be, and how good such predictions were.

Two predictions: the last twelve counts as they are (as draws), and a negative binomial with their mean and variance.
Both are scored by the continuous ranked probability score, CRPS = sum over k of (F(k) - 1{y <= k})**2 for counts
(Czado, Gneiting and Held, Biometrics 65 (2009)); for draws x_1..x_m it is E|x - y| - E|x - x'| / 2. Less is better; it
has the unit of the count.
"""

from dataclasses import dataclass

import numpy as np

from secretariat.watch.measures.poisson import Numbers

DRAWS = 12
_TAIL = 1e-10
"""The tail of a distribution beyond which the score adds nothing that would be printed."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """Quantiles (levels,) of the next count, from the draws and from the negative binomial."""

    levels: Numbers
    from_draws: Numbers
    from_counts: Numbers


def _size_and_share(draws: Numbers) -> tuple[float, float]:
    """The negative binomial's parameters from mean and variance; without overdispersion that of a Poisson, closely."""
    mean, variance = float(draws.mean()), float(draws.var(ddof=1))
    spread = max(variance, mean * (1 + 1e-6), _TAIL)
    return mean * mean / (spread - mean) if mean else 1.0, mean / spread if mean else 1.0


def predict(history: Numbers, *, levels: Numbers) -> Prediction:
    """Quantiles of the next count of one series (time,). Raises ``ValueError`` with fewer than twelve points."""
    if len(history) < DRAWS:
        msg = f"{len(history)} points: a prediction takes the last {DRAWS}"
        raise ValueError(msg)
    from scipy import stats  # noqa: PLC0415  # a second to import that most commands need not pay

    draws = history[-DRAWS:]
    size, share = _size_and_share(draws)
    return Prediction(
        levels, np.quantile(draws, levels, method="inverted_cdf"), np.asarray(stats.nbinom.ppf(levels, size, share))
    )


@dataclass(frozen=True, slots=True)
class Scores:
    """The mean CRPS of both predictions over ``points`` points of a series, in the unit of the count."""

    points: int
    of_draws: float
    of_counts: float


def scores(values: Numbers) -> Scores | None:
    """Each point of one series (time,) predicted from the twelve before it and scored by what came.

    Points that are unknown (nan), or with an unknown one among the twelve, are left out; ``None`` without any.
    """
    if len(values) <= DRAWS:
        return None
    windows = np.lib.stride_tricks.sliding_window_view(values, DRAWS + 1)
    known = windows[np.isfinite(windows).all(axis=1)]
    if not len(known):
        return None
    return Scores(
        len(known),
        float(np.mean([score_of_draws(window[:-1], window[-1]) for window in known])),
        float(np.mean([score_of_counts(window[:-1], window[-1]) for window in known])),
    )


def score_of_draws(draws: Numbers, observed: float) -> float:
    """The CRPS of draws (m,) taken as the whole distribution."""
    return float(np.abs(draws - observed).mean() - np.abs(draws[:, None] - draws[None, :]).mean() / 2)


def score_of_counts(draws: Numbers, observed: float) -> float:
    """The CRPS of the negative binomial with the mean and variance of ``draws`` (m,)."""
    from scipy import stats  # noqa: PLC0415  # as above

    size, share = _size_and_share(draws)
    last = int(max(stats.nbinom.isf(_TAIL, size, share), observed)) + 1
    counts = np.arange(last + 1)
    below = stats.nbinom.cdf(counts, size, share)
    return float(((below - (counts >= observed)) ** 2).sum())
