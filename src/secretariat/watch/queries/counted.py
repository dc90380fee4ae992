"""Counts of events without holding the events: files of any length, a part at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce

import pyarrow as pa

from secretariat.access.rules import Viewer
from secretariat.sources.lake import parts
from secretariat.sources.rules import Release
from secretariat.watch.measures.attention import Volume, added_volumes, volume
from secretariat.watch.measures.counting import MonthlyCounts, added
from secretariat.watch.queries.events import WITHIN_KM, EventRows, EventSet, event_rows, locator_of, measured_by, placed
from secretariat.watch.queries.geometry import PerimeterView, regions
from secretariat.watch.queries.tables import By, Frame, counted_in, month_of, perimeter_or_none, units_of
from secretariat.watch.rules.adapters import Measured

BLOCK = 500_000
"""Events held at a time."""
COLUMNS = (
    *("kind", "start", "end", "low", "best", "high"),
    *("lon", "lat", "place", "place_precision", "country"),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of one data set by units and months, and what could not be counted anywhere, by reason.

    ``elsewhere`` are events that lie in none of the units. ``view`` is ``None`` where boundary data are not set up.
    ``volume`` is there where the source measures attention: what the shares of the units are shares of.
    """

    by: By
    dataset: str
    counts: MonthlyCounts
    elsewhere: int
    unlocated: dict[str, int]
    view: PerimeterView | None
    releases: tuple[Release, ...]
    volume: Volume | None = None


def _parts(found: EventRows) -> Iterator[pa.Table]:
    """The events, in no order, a part at a time; one without rows where there is none."""
    rows = found.rows.select(*COLUMNS)
    whole = rows.schema().to_pyarrow()
    yield whole.empty_table()
    for part in parts(rows, size=BLOCK):
        yield part.cast(whole)


def _words(found: EventRows, name: str) -> list[str]:
    words = found.rows.select(name).distinct().to_pyarrow().column(name).to_pylist()
    return sorted(str(word) for word in words if word is not None)


def counted(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    by: By,
    first: date,
    last: date,
    within_km: float = WITHIN_KM,
) -> Counted | None:
    """The counts of :func:`~secretariat.watch.queries.tables.tabulated`, in memory that does not grow with the events.

    ``None`` where no release of the data set is known. Raises ``UnableToReadLake``.
    """
    ends: date = ((month_of(last) + 1).astype("datetime64[D]") - 1).astype(date)
    found = event_rows(viewer, on=on, known_at=known_at, dataset=dataset, start=first.replace(day=1), end=ends)
    if found is None:
        return None
    view = perimeter_or_none(viewer, on=on, known_at=known_at)
    locator = None
    if view is not None and view.perimeter.land:
        locator = locator_of(viewer, view, known_at=known_at, within_km=within_km)
    followed = tuple(regions(viewer, known_at=known_at))
    countries = _words(found, "country") if by is By.COUNTRY else ()
    frame = Frame(
        by=by,
        units=units_of(by, view, followed, countries),
        kinds=tuple(_words(found, "kind")),
        months=(first, last),
        regions=followed,
        view=view,
    )
    outside: dict[str, int] = {}
    elsewhere = 0
    volumes: list[Volume] = []

    def count(table: pa.Table) -> MonthlyCounts:
        nonlocal elsewhere
        located = placed(EventSet(dataset, table, found.releases), locator)
        counts, inside = counted_in(frame, located.table, located.segments)
        for each in located.table.column("unlocated").filter(pa.array(~inside)).value_counts().to_pylist():
            if each["values"] is None:
                elsewhere += each["counts"]
            else:
                outside[each["values"]] = outside.get(each["values"], 0) + each["counts"]
        if measured_by(found.releases) is Measured.ATTENTION:
            part = volume(located.table, inside, first=month_of(first), last=month_of(last))
            volumes[:] = [reduce(added_volumes, [*volumes, part])]
        return counts

    counts = reduce(added, map(count, _parts(found)))
    return Counted(by, dataset, counts, elsewhere, outside, view, found.releases, volumes[0] if volumes else None)
