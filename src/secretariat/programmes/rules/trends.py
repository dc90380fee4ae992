"""The latest figure of a series and which way it moved, where two periods can be compared at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from secretariat.programmes.rules.indicators import Direction, Indicator, Rhythm, rhythm_of
from secretariat.programmes.rules.measurements import Measurement, PeriodFigures, by_period


class Trend(StrEnum):
    """Which way a figure moved."""

    ROSE = "rose"
    FELL = "fell"
    UNCHANGED = "unchanged"
    UNDECIDED = "undecided"
    """The intervals of the two figures overlap."""
    NOT_COMPARABLE = "not_comparable"
    """There is no earlier figure for a calendar period of the same length."""


class Judgement(StrEnum):
    """What the movement means by the indicator's direction."""

    BETTER = "better"
    WORSE = "worse"
    NO_JUDGEMENT = "no_judgement"


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest figure of a series for a period, the one it is compared with, and the latest running total."""

    figures: PeriodFigures | None
    earlier: PeriodFigures | None
    trend: Trend
    judgement: Judgement
    total: Measurement | None


def _moved(earlier: PeriodFigures, later: PeriodFigures) -> Trend:
    before, after = earlier.bounds, later.bounds
    if before is None or after is None:
        return Trend.NOT_COMPARABLE
    if before.is_below(after):
        return Trend.ROSE
    if after.is_below(before):
        return Trend.FELL
    return Trend.UNCHANGED if before == after and before.low == before.high else Trend.UNDECIDED


def judged(trend: Trend, direction: Direction) -> Judgement:
    """A rise is better only where more is better, a fall where fewer is."""
    if direction is Direction.NO_DIRECTION or trend not in {Trend.ROSE, Trend.FELL}:
        return Judgement.NO_JUDGEMENT
    return Judgement.BETTER if (trend is Trend.ROSE) == (direction is Direction.MORE_IS_BETTER) else Judgement.WORSE


def latest_of(indicator: Indicator, measurements: Sequence[Measurement]) -> Latest:
    """The latest figure of one series.

    Comparable are the newest known figure and the newest one before it for a period of the calendar of the same
    length: a year with a year, never a year with a week of an operation.
    """
    known = [each for each in by_period(measurements) if each.bounds is not None]
    totals = [each for each in measurements if each.cumulative and each.bounds is not None]
    total = max(totals, key=lambda each: (each.end, each.key), default=None)
    if not known:
        return Latest(None, None, Trend.NOT_COMPARABLE, Judgement.NO_JUDGEMENT, total)
    newest = known[-1]
    rhythm = rhythm_of(newest.period)
    start = newest.period.start
    earlier = None
    if rhythm is not Rhythm.NONE and start is not None:
        same = [
            each
            for each in known
            if rhythm_of(each.period) is rhythm and each.period.end is not None and each.period.end <= start
        ]
        earlier = same[-1] if same else None
    trend = _moved(earlier, newest) if earlier else Trend.NOT_COMPARABLE
    return Latest(newest, earlier, trend, judged(trend, indicator.direction), total)
