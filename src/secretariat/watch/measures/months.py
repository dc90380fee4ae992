"""Events by month: one that crosses a month is shared out by days, and every total is kept.

Whole numbers are shared by largest remainders (Hamilton's method), earlier months first among equals.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Days: TypeAlias = NDArray[np.datetime64]
Whole: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shares:
    """One entry for each event and month: ``event`` (index), ``month`` (datetime64[M]), ``weight`` (0 to 1)."""

    event: Whole
    month: NDArray[np.datetime64]
    weight: NDArray[np.float64]


def shares(start: Days, end: Days) -> Shares:
    """The months of events from their first to their last day, each (n,) datetime64[D]; weights are shares of days."""
    first, last = start.astype("datetime64[M]"), end.astype("datetime64[M]")
    months = (last - first).astype(np.int64) + 1
    event = np.repeat(np.arange(len(start)), months)
    begin = np.cumsum(months) - months
    month = first[event] + (np.arange(len(event)) - begin[event])
    opens = np.maximum(start[event], month.astype("datetime64[D]"))
    closes = np.minimum(end[event], (month + 1).astype("datetime64[D]") - 1)
    days = (closes - opens).astype(np.int64) + 1
    return Shares(event, month, days / ((end - start).astype(np.int64) + 1)[event])


def shared_out(values: Whole, found: Shares) -> Whole:
    """Whole numbers of events (n,) shared over their months, (len(found.event),): each event's total is kept."""
    exact = values[found.event] * found.weight
    # nearest below, but not below by the last bit of a product that is whole
    floor = np.floor(exact + 1e-9).astype(np.int64)
    left = values - np.bincount(found.event, weights=floor, minlength=len(values)).astype(np.int64)
    remainder = exact - floor
    order = np.lexsort((np.arange(len(exact)), -remainder, found.event))
    starts = np.searchsorted(found.event[order], found.event[order])
    rank = np.arange(len(exact)) - starts
    shared = floor.copy()
    shared[order] += rank < left[found.event[order]]
    return shared
