"""Events and deaths by unit, kind and month, as arrays that baselines are taken from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from secretariat.watch.measures.months import shared_out, shares
from secretariat.watch.measures.poisson import Numbers

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class MonthlyCounts:
    """Arrays of shape (units, kinds, months).

    ``events``; ``best``, the deaths; ``low`` and ``high``, their interval (see :mod:`~secretariat.watch.measures.sums`,
    with ``rho`` = 0); ``least`` and ``most``, the plain sums; ``without_figure``, events for which no number of deaths
    was given: unknown, and in no sum. ``months`` are datetime64[M], without a gap.
    """

    units: tuple[str, ...]
    kinds: tuple[str, ...]
    months: NDArray[np.datetime64]
    events: Counts
    best: Counts
    low: Numbers
    high: Numbers
    least: Counts
    most: Counts
    without_figure: Counts

    def of(self, unit: str, kind: str | None = None) -> Counts:
        """The events of one unit by month, of one kind or of all."""
        chosen = self.events[self.units.index(unit)]
        found: Counts = chosen.sum(axis=0) if kind is None else chosen[self.kinds.index(kind)]
        return found


def _codes(column: pa.Array | pa.ChunkedArray, words: Sequence[str]) -> Counts:
    """Each row's place among words; -1 where it is none of them."""
    places = pa.compute.index_in(column.cast(pa.string()), value_set=pa.array(list(words), pa.string()))
    return np.asarray(places.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int64)


def _figures(table: pa.Table, name: str) -> Numbers:
    return np.asarray(table.column(name).cast(pa.float64()).to_numpy(zero_copy_only=False), dtype=np.float64)


def _days(table: pa.Table, name: str) -> NDArray[np.datetime64]:
    found: NDArray[np.datetime64] = table.column(name).to_numpy(zero_copy_only=False).astype("datetime64[D]")
    return found


def monthly_counts(
    table: pa.Table,
    units: pa.Array | pa.ChunkedArray,
    *,
    of_units: Sequence[str],
    of_kinds: Sequence[str],
    first: np.datetime64,
    last: np.datetime64,
) -> MonthlyCounts:
    """Count the events of a table (``kind``, ``start``, ``end``, ``low``, ``best``, ``high``) by its column ``units``.

    Months run from ``first`` to ``last`` inclusive. An event across months counts in the month with most of its days,
    its deaths in all of them by days. Events of other units or kinds are left out.
    """
    months = np.arange(first, last + 1, dtype="datetime64[M]")
    shape = (len(of_units), len(of_kinds), len(months))
    unit, kind = _codes(units, of_units), _codes(table.column("kind"), of_kinds)
    chosen = np.flatnonzero((unit >= 0) & (kind >= 0))
    found = shares(_days(table, "start")[chosen], _days(table, "end")[chosen])
    month = (found.month - first).astype(np.int64)
    within = (month >= 0) & (month < len(months))
    row = chosen[found.event]
    cell = ((unit[row] * shape[1] + kind[row]) * shape[2] + month)[within]

    def summed(values: NDArray[np.generic]) -> Numbers:
        flat = np.bincount(cell, weights=values[within], minlength=int(np.prod(shape)))
        return flat.astype(np.float64).reshape(shape)

    def whole(values: Numbers) -> Counts:
        return summed(shared_out(np.nan_to_num(values).astype(np.int64), found)).round().astype(np.int64)

    best = _figures(table, "best")[chosen]
    has_figure = np.isfinite(best)
    down = np.nan_to_num(np.maximum(best - _figures(table, "low")[chosen], 0))
    up = np.nan_to_num(np.maximum(_figures(table, "high")[chosen] - best, 0))
    ones = np.ones(len(chosen))
    middle = whole(best)

    def width(distances: Numbers) -> Numbers:
        return np.sqrt(summed((distances[found.event] * found.weight) ** 2))

    return MonthlyCounts(
        units=tuple(of_units),
        kinds=tuple(of_kinds),
        months=months,
        events=whole(ones),
        best=middle,
        low=middle - width(down),
        high=middle + width(up),
        least=middle - whole(down),
        most=middle + whole(up),
        without_figure=whole(np.where(has_figure, 0.0, 1.0)),
    )


def added(one: MonthlyCounts, other: MonthlyCounts) -> MonthlyCounts:
    """Counts of different events together; units, kinds and months have to be the same.

    Squares of the widths of the intervals add up, as those of single events do.
    """
    names = ("events", "best", "least", "most", "without_figure")
    events, best, least, most, without_figure = (getattr(one, name) + getattr(other, name) for name in names)
    return MonthlyCounts(
        *(one.units, one.kinds, one.months, events, best),
        low=best - np.hypot(one.best - one.low, other.best - other.low),
        high=best + np.hypot(one.high - one.best, other.high - other.best),
        least=least,
        most=most,
        without_figure=without_figure,
    )


def daily_deaths(
    table: pa.Table,
    units: pa.Array | pa.ChunkedArray,
    *,
    of_units: Sequence[str],
    last: np.datetime64,
    days: int,
) -> Numbers:
    """Deaths by unit and day, (units, days), the last day being ``last``; of an event of several days evenly over them.

    An event without a figure adds nothing.
    """
    unit, best = _codes(units, of_units), _figures(table, "best")
    start, end = _days(table, "start"), _days(table, "end")
    found = np.zeros((len(of_units), days))
    first = last - (days - 1)
    for row in np.flatnonzero((unit >= 0) & np.isfinite(best) & (end >= first) & (start <= last)):
        length = int((end[row] - start[row]).astype(np.int64)) + 1
        begin = max(0, int((start[row] - first).astype(np.int64)))
        stop = min(days, int((end[row] - first).astype(np.int64)) + 1)
        found[unit[row], begin:stop] += best[row] / length
    return found
