"""Where the figures of an indicator lie on a small plot: pure geometry, in the units of the drawing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, log10

from secretariat.kernel import Period
from secretariat.programmes.rules.measurements import Measurement

WIDTH, HEIGHT = 320.0, 120.0
LEFT, RIGHT, TOP, BOTTOM = 4.0, 316.0, 14.0, 100.0
LEAST_WIDTH = 5.0
"""A week in twenty years would not be seen."""
ARROW = 14.0
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: from ``x`` on for ``width``, at ``y``; ``top`` and ``bottom`` are the ends of its interval.

    ``is_open``: nothing limits it from above, an arrow says so. ``is_total``: a running total.
    """

    measurement: Measurement
    x: float
    width: float
    y: float
    top: float
    bottom: float
    is_open: bool
    is_total: bool

    @property
    def middle(self) -> float:
        """Where the arrow stands."""
        return self.x + self.width / 2

    @property
    def height(self) -> float:
        """How high the interval is."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot: its marks, the periods without a figure, and what its axes say."""

    marks: tuple[Mark, ...]
    gaps: tuple[tuple[float, float], ...]
    most: float
    first: int
    last: int


def ceiling(value: float) -> float:
    """A round number not below a value: 1, 2 or 5 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** (ceil(log10(value)) - 1)
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-9))


def plot_of(measurements: Iterable[Measurement], missing: Iterable[Period]) -> Plot | None:
    """The plot of one series; ``None`` where there is nothing to compare: fewer than two figures."""
    known = [each for each in measurements if each.bounds is not None]
    gaps = [each for each in missing if each.start is not None and each.end is not None]
    if len(known) < 2:  # noqa: PLR2004  # one figure stands beside the plot as text already
        return None
    starts = [each.period.start for each in known if each.period.start is not None] + [
        each.start for each in gaps if each.start is not None
    ]
    ends = [each.end - ONE_DAY for each in known if each.period.end is not None]
    first = min((day.year for day in [*starts, *ends]), default=2000)
    last = max((day.year for day in [*ends, *(each.end - ONE_DAY for each in gaps if each.end)]), default=first)
    span = (date(last + 1, 1, 1) - date(first, 1, 1)).days
    tops = [each.bounds.low if each.bounds.is_unlimited else each.bounds.high for each in known if each.bounds]
    most = ceiling(max(tops))

    def across(day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - date(first, 1, 1)).days / span

    def up(value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * value / most

    marks = []
    for each in known:
        bounds = each.bounds
        if bounds is None:
            continue
        end = across(each.end)
        start = across(each.period.start) if each.period.start is not None else end - LEAST_WIDTH
        if each.cumulative:
            start = end - LEAST_WIDTH
        width = max(LEAST_WIDTH, end - start)
        top = up(bounds.low) - ARROW if bounds.is_unlimited else up(bounds.high)
        marks.append(
            Mark(
                each,
                round(start, 1),
                round(width, 1),
                round(up(bounds.face), 1),
                round(max(0.0, top), 1),
                round(up(bounds.low), 1),
                bounds.is_unlimited,
                each.cumulative,
            )
        )
    ranges = tuple(
        (round(across(each.start), 1), round(across(each.end) - across(each.start), 1))
        for each in gaps
        if each.start is not None and each.end is not None
    )
    return Plot(tuple(marks), ranges, most, first, last)
