"""Media attention: which share of all that a source reported in a month falls to a unit. It is no count of events."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from secretariat.watch.measures.counting import Counts, MonthlyCounts, monthly_counts
from secretariat.watch.measures.located import Unlocated

_PLACED, _ELSEWHERE = "placed", "elsewhere"
_EVERY = "every"


@dataclass(frozen=True, slots=True)
class Volume:
    """All reports of a source by month, (months,) each, by what became of them.

    ``placed`` lie in at least one unit, ``elsewhere`` in none; of ``unlocated`` it cannot be said, by reason. They add
    up to ``total``, the denominator. A month whose total is nought is unknown: the source has no row of it.
    """

    months: NDArray[np.datetime64]
    placed: Counts
    elsewhere: Counts
    unlocated: Mapping[str, Counts]

    @property
    def total(self) -> Counts:
        """Every report of the month, wherever it lies."""
        whole: Counts = self.placed + self.elsewhere + sum(self.unlocated.values())
        return whole

    @property
    def without_rows(self) -> int:
        """For how many months the source has no row."""
        return int((self.total == 0).sum())


def volume(table: pa.Table, inside: NDArray[np.bool_], *, first: np.datetime64, last: np.datetime64) -> Volume:
    """The volume of located rows (``start``, ``end``, ``unlocated``, figures) from month ``first`` to ``last``.

    ``inside``: which rows lie in any unit. Months are those in which :func:`~.counting.monthly_counts` counts.
    """
    outcome = pc.if_else(pa.array(inside), _PLACED, pc.fill_null(table.column("unlocated"), _ELSEWHERE))
    rows = table.select(["start", "end", "low", "best", "high"])
    found = monthly_counts(
        rows.append_column("kind", pa.repeat(_EVERY, len(rows))),
        outcome,
        of_units=(_PLACED, _ELSEWHERE, *Unlocated),
        of_kinds=(_EVERY,),
        first=first,
        last=last,
    )
    return Volume(
        found.months, found.of(_PLACED), found.of(_ELSEWHERE), {each.value: found.of(each) for each in Unlocated}
    )


def added_volumes(one: Volume, other: Volume) -> Volume:
    """The volume of different rows of one source together; months have to be the same."""
    return Volume(
        one.months,
        one.placed + other.placed,
        one.elsewhere + other.elsewhere,
        {reason: one.unlocated[reason] + other.unlocated[reason] for reason in one.unlocated},
    )


def share_of(reports: int, all_reports: int) -> float | None:
    """A share from 0 to 1; ``None`` where there is no report at all: unknown, not nought."""
    return reports / all_reports if all_reports else None


@dataclass(frozen=True, slots=True)
class Share:
    """The reports in one unit among all reports of a month; ``share`` is ``None`` where the month is unknown."""

    unit: str
    month: str
    reports: int
    all_reports: int

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return share_of(self.reports, self.all_reports)


def shares_by_month(counts: MonthlyCounts, of: Volume) -> tuple[Share, ...]:
    """The share of each unit in each month, over all kinds, by unit and month."""
    reports = counts.events.sum(axis=1)
    return tuple(
        Share(unit, str(month), int(reports[row, column]), int(all_reports))
        for row, unit in enumerate(counts.units)
        for column, (month, all_reports) in enumerate(zip(of.months, of.total, strict=True))
    )
