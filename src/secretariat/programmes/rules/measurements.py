"""Published figures: for whom, for which period, with which qualifier, who said so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from secretariat.kernel import ImpreciseDate, LocalizedText, Period, Standing
from secretariat.programmes.rules.bounds import Bounds, Qualifier, bounds_of
from secretariat.sources.rules import Basis


@dataclass(frozen=True, slots=True)
class Measurement:
    """One figure by one source.

    ``period`` is open at its start where the source does not say from when it counts. ``state`` is ``None`` for a
    joint figure. ``cumulative``: a running total, not the figure of the period. ``value``, ``low`` and ``high`` are in
    the unit the source uses, ``unit``; ``factor`` turns them into the indicator's. All are ``None`` where the figure
    was looked for and not found.
    """

    key: str
    indicator: str
    period: Period
    value: float | None
    basis: Basis
    qualifier: Qualifier = Qualifier.EXACT
    low: float | None = None
    high: float | None = None
    unit: str = ""
    factor: float = 1.0
    cumulative: bool = False
    state: str | None = None
    operation: str | None = None
    phase: str | None = None
    said: ImpreciseDate | None = None
    by: LocalizedText = LocalizedText()

    @property
    def bounds(self) -> Bounds | None:
        """Where the true value lies, in the indicator's unit; ``None`` for an unknown one."""
        if self.low is not None and self.high is not None:
            return Bounds(self.low * self.factor, self.high * self.factor)
        return None if self.value is None else bounds_of(self.value * self.factor, self.qualifier)

    @property
    def series(self) -> "SeriesKey":
        """The series it belongs to: figures of two series are never compared."""
        return (self.indicator, self.state or "", self.operation or "")

    @property
    def end(self) -> date:
        """The first day it no longer covers; the last day of the calendar where it says nothing."""
        return self.period.end or date.max


SeriesKey = tuple[str, str, str]
"""Indicator, state (empty: joint) and operation (empty: none)."""


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """All figures of one series for one period, side by side: sources may disagree."""

    period: Period
    measurements: tuple[Measurement, ...]

    @property
    def bounds(self) -> Bounds | None:
        """The interval around all of them; ``None`` when none is known."""
        known = [each.bounds for each in self.measurements if each.bounds is not None]
        if not known:
            return None
        whole = known[0]
        for bounds in known[1:]:
            whole = whole.hull(bounds)
        return whole

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of those that are known."""
        return tuple(each.basis.key for each in self.measurements if each.bounds is not None)

    @property
    def standing(self) -> Standing:
        """The weakest standing among them."""
        return max((each.basis.standing for each in self.measurements), key=list(Standing).index)


def by_series(measurements: Iterable[Measurement]) -> dict[SeriesKey, list[Measurement]]:
    """Measurements by series; joint ones first, then by state and operation."""
    grouped: dict[SeriesKey, list[Measurement]] = {}
    for each in sorted(measurements, key=lambda each: (each.series, each.end, each.key)):
        grouped.setdefault(each.series, []).append(each)
    return grouped


def by_period(measurements: Iterable[Measurement]) -> list[PeriodFigures]:
    """The figures of one series that are for a period, by the end of it; running totals are left out."""
    grouped: dict[Period, list[Measurement]] = {}
    for each in measurements:
        if not each.cumulative:
            grouped.setdefault(each.period, []).append(each)
    found = [PeriodFigures(period, tuple(some)) for period, some in grouped.items()]
    return sorted(found, key=lambda each: (each.period.end or date.max, each.period.start or date.min))


def contains(outer: Period, inner: Period) -> bool:
    """Whether one period lies in another; an open start reaches back without end, an open inner one does not fit."""
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    ends = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return starts and ends
