"""Time to implementation: the Kaplan-Meier estimate, with those still open censored."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist
from typing import Any

import numpy as np

from secretariat.decisions.rules.status import CommitmentStatus

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class SurvivalPoint:
    """The share not yet done after ``days``, with its interval, and how many were still observed just before.

    ``low`` and ``high`` are ``None`` where the formula has no value (nothing is left, or nobody was done yet).
    """

    days: int
    survival: float
    low: float | None
    high: float | None
    at_risk: int
    events: int


@dataclass(frozen=True, slots=True)
class Median:
    """The day by which half were done; ``None``: not reached while observed. The bounds are read off the interval."""

    value: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Survival:
    """One curve: how many were observed, how many were done, a point for each day on which something was done."""

    name: str
    n: int
    events: int
    points: tuple[SurvivalPoint, ...]
    median: Median
    rows: tuple[str, ...] = ()

    def at(self, days: int) -> float:
        """The estimated share not yet done after so many days (1 before the first event)."""
        return next((point.survival for point in reversed(self.points) if point.days <= days), 1.0)


def _none_if_undefined(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _first_day(points: Sequence[SurvivalPoint], reads: Callable[[SurvivalPoint], float | None]) -> int | None:
    for point in points:
        value = reads(point)
        if value is not None and value <= 0.5:  # noqa: PLR2004  # the median
            return point.days
    return None


def survival_curve(name: str, observations: Sequence[tuple[int, bool]], rows: tuple[str, ...] = ()) -> Survival:
    """The Kaplan-Meier curve of observations: days observed, and whether it ended by being done.

    Kaplan and Meier, JASA 53 (1958), 457-481; ties of a done and a censored one on one day count the censored one as
    still at risk. Intervals: 95 %, on the scale of log(-log S) with Greenwood's variance (Kalbfleisch and Prentice).
    The median is the first day on which the curve is at or below one half, its bounds those of the two interval curves
    (Brookmeyer and Crowley, Biometrics 38 (1982), 29-41). Raises ``ValueError`` on negative days.
    """
    if any(days < 0 for days, _ in observations):
        msg = "nothing is observed for fewer than no days"
        raise ValueError(msg)
    events = sum(done for _, done in observations)
    if not events:
        return Survival(name, len(observations), 0, (), Median(None, None, None), rows)
    # Here, and not above: importing it takes longer than all else that a command which needs no curve has to load.
    from scipy import stats  # noqa: PLC0415

    times = np.array([days for days, _ in observations], dtype=float)
    done = np.array([done for _, done in observations], dtype=bool)
    estimate: Any = stats.ecdf(stats.CensoredData.right_censored(times, ~done)).sf
    event_days, event_counts = np.unique(times[done], return_counts=True)
    at_risk = len(times) - np.searchsorted(np.sort(times), event_days, side="left")
    low, high = _log_log_interval(estimate.evaluate(event_days), event_counts, at_risk)
    points = tuple(
        SurvivalPoint(
            days=int(day),
            survival=float(value),
            low=_none_if_undefined(float(lower)),
            high=_none_if_undefined(float(upper)),
            at_risk=int(risk),
            events=int(count),
        )
        for day, value, lower, upper, risk, count in zip(
            event_days, estimate.evaluate(event_days), low, high, at_risk, event_counts, strict=True
        )
    )
    median = Median(
        _first_day(points, lambda point: point.survival),
        _first_day(points, lambda point: point.low),
        _first_day(points, lambda point: point.high),
    )
    return Survival(name, len(observations), events, points, median, rows)


def _log_log_interval(survival: Any, counts: Any, at_risk: Any) -> tuple[Any, Any]:
    """Bounds at each event day; undefined (NaN) once nothing is left.

    Written out because ``scipy.stats.ecdf`` warns at each undefined bound; a test holds it equal to scipy's.
    """
    z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(counts / (at_risk * (at_risk - counts)))
        spread = z * np.sqrt(greenwood) / np.log(survival)
        low = np.exp(-np.exp(np.log(-np.log(survival)) - spread))
        high = np.exp(-np.exp(np.log(-np.log(survival)) + spread))
        low, high = np.minimum(low, high), np.maximum(low, high)
    undefined = (survival <= 0) | (survival >= 1)
    return np.where(undefined, np.nan, low), np.where(undefined, np.nan, high)


def time_to_claim(name: str, statuses: Sequence[CommitmentStatus], on: date) -> Survival:
    """Days from assignment to the first report of implementation.

    Open ones are censored on ``on``, those that ended otherwise or were declined on the day of that.
    """
    return _curve(name, statuses, on, lambda status: status.first_claimed)


def time_to_verification(name: str, statuses: Sequence[CommitmentStatus], on: date) -> Survival:
    """Days from assignment to the first assessment, by another than the addressee, that found it implemented."""
    return _curve(name, statuses, on, lambda status: status.first_verified)


def _curve(
    name: str,
    statuses: Sequence[CommitmentStatus],
    on: date,
    event: Callable[[CommitmentStatus], date | None],
) -> Survival:
    observations = []
    for status in statuses:
        day = event(status)
        end = day or status.closed or on
        # What was reported done before it was assigned was done on the day it was assigned.
        observations.append((max(0, (end - status.commitment.assigned).days), day is not None))
    return survival_curve(name, observations, tuple(status.key for status in statuses))
