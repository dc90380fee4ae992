"""The rules of arrows and alerts, applied to counts of many series at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secretariat.watch.measures.change import DEATHS_FLOOR, baseline, change, is_rolling_maximum, surge
from secretariat.watch.measures.ears import BASELINE, LAGS, EarsMethod, ears
from secretariat.watch.measures.farrington import Farrington, farrington
from secretariat.watch.measures.poisson import Numbers
from secretariat.watch.measures.prediction import DRAWS, predict
from secretariat.watch.rules.signals import LEVELS, Alert, AlertRule, ArrowReason, Judge, RuleMet, arrow_of

FALSE_DISCOVERIES = 0.05
"""The share of alerts by Farrington's method that may be false, over all series judged in one month (Benjamini and
Hochberg, Journal of the Royal Statistical Society B 57 (1995))."""
FIVE_YEARS = 60
MONTH, A_YEAR, THREE_YEARS = 30, 366, 1_096
"""Days of the rule of rolling maxima."""
SETTINGS = Farrington(half_window=1, alpha=0.01)


def arrow(series: Numbers) -> ArrowReason:
    """The arrow of the last point of one series (time,)."""
    latest, before = float(series[-1]), series[:-1][-DRAWS:]
    if len(before) < DRAWS or not np.isfinite(before).all():
        return arrow_of(latest=latest, mean=None, low=None, high=None)
    low, high = predict(before, levels=np.array(LEVELS)).from_counts
    return arrow_of(latest=latest, mean=float(before.mean()), low=float(low), high=float(high))


def _q_values(p_values: Numbers) -> Numbers:
    from scipy import stats  # noqa: PLC0415  # a second to import that most commands need not pay

    found = np.full_like(p_values, np.nan)
    known = np.isfinite(p_values)
    if known.any():
        found[known] = stats.false_discovery_control(p_values[known])
    return found


def _by_farrington(counts: Numbers, at: int) -> tuple[Numbers, Numbers, Numbers, Numbers, NDArray[np.bool_]]:
    rows = len(counts)
    if at < SETTINGS.history:
        nothing = np.full(rows, np.nan)
        return nothing, nothing, nothing, nothing, np.zeros(rows, bool)
    found = farrington(counts, at=np.array([at]), settings=SETTINGS)
    p_values = np.where(np.isfinite(found.upper[:, 0]), found.probability[:, 0], np.nan)
    q_values = _q_values(p_values)
    met = found.alarm[:, 0] & (q_values <= FALSE_DISCOVERIES)
    return found.expected[:, 0], found.upper[:, 0], p_values, q_values, met


@dataclass(frozen=True, slots=True)
class Changes:
    """Shares by which the last point of a series exceeds the mean of the year and of the five years before it.

    ``None`` where too little came before, or nothing at all happened then.
    """

    year: float | None
    five_years: float | None


def changes(series: Numbers) -> Changes:
    """The changes of the last point of one series (time,)."""
    found = [change(series[None, :], points=points)[0, -1] for points in (DRAWS, FIVE_YEARS)]
    return Changes(*(float(value) if np.isfinite(value) else None for value in found))


def rolling_maxima(daily: Numbers, *, names: Sequence[tuple[str, str]], month: str) -> list[Alert]:
    """The series of ``daily`` (series, days) whose last 30 days are the highest of a year or of three.

    At least 100 deaths; see :func:`~secretariat.watch.measures.change.is_rolling_maximum`.
    """
    found = []
    year, three = (is_rolling_maximum(daily, within=within)[:, -1] for within in (A_YEAR, THREE_YEARS))
    for row, (unit, kind) in enumerate(names):
        if year[row] or three[row]:
            observed = float(daily[row, -MONTH:].sum())
            met = (RuleMet(AlertRule.ROLLING_MAXIMUM, DEATHS_FLOOR),)
            found.append(Alert(unit=unit, kind=kind, month=month, observed=observed, expected=None, rules=met))
    return found


_EARS = {Judge.EARS_C2: EarsMethod.C2, Judge.EARS_C1: EarsMethod.C1}


def judge_of(points: int) -> Judge:
    """The method that judges a point with so many before it: five years for the seasons, nine for C2, seven for C1."""
    if points >= SETTINGS.history:
        return Judge.FARRINGTON
    return next((judge for judge, method in _EARS.items() if points >= BASELINE + LAGS[method]), Judge.NONE)


def _early(counts: Numbers, judge: Judge) -> Numbers:
    """The thresholds of the last point by the early method; infinite where another one judges."""
    if judge not in _EARS:
        return np.full(len(counts), np.inf)
    return ears(counts, method=_EARS[judge]).upper[:, -1]


def alerts(
    counts: Numbers, *, names: Sequence[tuple[str, str]], months: NDArray[np.datetime64], at: int
) -> list[Alert]:
    """The series of ``counts`` (series, time) whose point ``at`` stands out; ``names`` are their units and kinds.

    Farrington's method judges where there are five years before it, the early aberration method C2 (with fewer than
    nine points C1) where there are not; the surge rule judges everywhere. In the order of ``names``.
    """
    expected, upper, p_values, q_values, by_farrington = _by_farrington(counts, at)
    early = _early(counts[:, : at + 1], judge_of(at))
    surges = surge(counts[:, : at + 1])[:, -1]
    usual = baseline(counts[:, : at + 1], points=DRAWS)[:, -1]
    found = []
    for row, (unit, kind) in enumerate(names):
        met = []
        if by_farrington[row]:
            met.append(RuleMet(AlertRule.FARRINGTON, float(upper[row]), float(p_values[row]), float(q_values[row])))
        if counts[row, at] > early[row]:
            met.append(RuleMet(AlertRule.EARS, float(early[row])))
        if surges[row]:
            met.append(RuleMet(AlertRule.SURGE))
        if met:
            middle = expected[row] if np.isfinite(expected[row]) else usual[row]
            found.append(
                Alert(
                    unit=unit,
                    kind=kind,
                    month=str(months[at]),
                    observed=float(counts[row, at]),
                    expected=float(middle) if np.isfinite(middle) else None,
                    rules=tuple(met),
                )
            )
    return found
