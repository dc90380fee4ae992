"""Events as known at an instant: the versions that count, and where each lies with regard to the perimeter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from secretariat.access.rules import Viewer
from secretariat.sources.queries import lake_rows, releases
from secretariat.sources.rules import Release
from secretariat.watch.measures.boundaries import Boundaries, covers
from secretariat.watch.measures.located import COLUMNS, Locator, Unlocated, located
from secretariat.watch.measures.regions import EmptyRegion, shape_of_region
from secretariat.watch.queries.geometry import PerimeterView, place_names
from secretariat.watch.rules.adapters import ADAPTERS, Measured, measured
from secretariat.watch.rules.events import LOCATABLE
from secretariat.watch.rules.places import PlaceName, Region

if TYPE_CHECKING:
    import ibis

EVENT_KINDS = tuple(ADAPTERS)
"""The importers whose releases hold events, or reports of them."""
WITHIN_KM = 50.0
_HELD = 4


@dataclass(frozen=True, slots=True)
class EventSet:
    """The events of one data set that count, by id; ``table`` has the columns of the schema of events.

    ``releases`` are those they come from, the newest last.
    """

    dataset: str
    table: pa.Table
    releases: tuple[Release, ...]

    @property
    def is_census(self) -> bool:
        """Whether its counts can be compared with each other."""
        return ADAPTERS[self.releases[-1].kind].census

    @property
    def measured(self) -> Measured:
        """What the number of its rows says."""
        return measured_by(self.releases)


@dataclass(frozen=True, slots=True)
class Placed:
    """Events with where they lie: the table with the columns of ``located.COLUMNS``, or nulls without boundaries."""

    events: EventSet
    table: pa.Table
    within_km: float

    @property
    def segments(self) -> pa.Array:
        """For each event the segment that it is near, or null."""
        near = pc.fill_null(self.table.column("near"), fill_value=False)
        return pc.if_else(near, self.table.column("segment"), pa.scalar(None, pa.string()))

    @property
    def countries(self) -> pa.Array:
        """For each event the country that the source names; null where the name of its place is one of another."""
        return countries_of(self.table)


def event_datasets(viewer: Viewer, *, known_at: datetime) -> list[str]:
    """The data sets of events that anything is known of, by name. One query."""
    return sorted({each.dataset for each in releases(viewer, known_at=known_at) if each.kind in EVENT_KINDS})


def event_releases(viewer: Viewer, *, dataset: str, known_at: datetime) -> list[Release]:
    """The releases of a data set that count: all of a growing one, else the newest; the newest last. One query."""
    found = [each for each in releases(viewer, known_at=known_at, dataset=dataset) if each.kind in EVENT_KINDS]
    return found if found and ADAPTERS[found[-1].kind].growing else found[-1:]


def measured_by(found: Sequence[Release]) -> Measured:
    """What the rows of the newest of some releases of one data set measure; without any, events."""
    return measured(found[-1].kind, found[-1].options) if found else Measured.EVENTS


def newest(tables: Sequence["ibis.Table"]) -> "ibis.Table":
    """Of every event the newest version, without those that were retracted.

    Tables in the order in which they became known; within one, ``updated`` decides.
    """
    import ibis  # noqa: PLC0415  # half a second that pages without events need not pay

    ranked = [table.mutate(known_order=ibis.literal(number)) for number, table in enumerate(tables)]
    together = ranked[0] if len(ranked) == 1 else ibis.union(*ranked)
    window = ibis.window(
        group_by="event_id",
        order_by=[ibis.desc(together.updated.fill_null("")), ibis.desc(together.known_order)],
    )
    versions = together.mutate(version=ibis.row_number().over(window))
    return versions.filter((versions.version == 0) & ~versions.retracted).drop("version", "known_order")


def told_once(rows: "ibis.Table") -> "ibis.Table":
    """Rows of news, each address counted once for a day and a place; what has no address is kept.

    One report is often coded as several events, which says nothing of how much was reported.
    """
    import ibis  # noqa: PLC0415  # as above

    window = ibis.window(group_by=["url", "start", "place"], order_by="event_id")
    numbered = rows.mutate(telling=ibis.row_number().over(window))
    return numbered.filter((numbered.telling == 0) | numbered.url.isnull()).drop("telling")


@dataclass(frozen=True, slots=True)
class EventRows:
    """The events of one data set that count, unread, and the releases they come from, the newest last."""

    dataset: str
    rows: "ibis.Table"
    releases: tuple[Release, ...]


def event_rows(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    start: date | None = None,
    end: date | None = None,
) -> EventRows | None:
    """What :func:`events` reads, still to be read: of any length, a part at a time."""
    found = event_releases(viewer, dataset=dataset, known_at=known_at)
    if not found:
        return None
    tables = [lake_rows(viewer, release=each, table="events", known_at=known_at) for each in found]
    rows = newest(tables) if ADAPTERS[found[-1].kind].growing else tables[0].filter(~tables[0].retracted)
    rows = rows.filter(rows.end <= on)
    if start is not None:
        rows = rows.filter(rows.end >= start)
    if end is not None:
        rows = rows.filter(rows.start <= end)
    return EventRows(dataset, told_once(rows) if measured_by(found) is Measured.ATTENTION else rows, tuple(found))


def events(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    start: date | None = None,
    end: date | None = None,
) -> EventSet | None:
    """The events of a data set that had ended by ``on``; with ``start`` and ``end``, those that touch these days.

    ``None`` where no release is known. Two queries for each release that counts, and one. Raises
    ``UnableToReadLake`` where the lake lost one.
    """
    found = event_rows(viewer, on=on, known_at=known_at, dataset=dataset, start=start, end=end)
    if found is None:
        return None
    return EventSet(dataset, found.rows.order_by("start", "event_id").to_pyarrow(), found.releases)


def placed(events_: EventSet, locator: Locator | None) -> Placed:
    """Events with where they lie; without a locator nothing is said of it."""
    table = events_.table
    if locator is None:
        for each in COLUMNS:
            table = table.append_column(each, pa.nulls(len(table), each.type))
        return Placed(events_, table, np.nan)
    batches = table.combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], schema=table.schema)]
    return Placed(events_, pa.Table.from_batches([located(locator, each) for each in batches]), locator.within_km)


@lru_cache(maxsize=_HELD)
def _locator(view: "_Held", gazetteer: tuple[PlaceName, ...], within_km: float) -> Locator:
    return Locator(view.view.surroundings(), view.view.boundaries, gazetteer, within_km)


@dataclass(frozen=True)
class _Held:
    """A perimeter as the key of a cache: two are equal when they follow from the same content."""

    view: PerimeterView

    def _content(self) -> tuple[Any, ...]:
        return self.view.source.digest, self.view.members, self.view.attributions

    def __hash__(self) -> int:
        return hash(self._content())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self._content() == other._content()


def locator_of(viewer: Viewer, view: PerimeterView, *, known_at: datetime, within_km: float = WITHIN_KM) -> Locator:
    """What locates events with regard to a perimeter. One query."""
    return _locator(_Held(view), tuple(place_names(viewer, known_at=known_at)), within_km)


def countries_of(table: pa.Table) -> pa.Array:
    """The country of each event; null where it has none, and where its place is a conflict: such rows count nowhere."""
    return pc.if_else(_in_conflict(table), pa.scalar(None, pa.string()), table.column("country"))


def _in_conflict(table: pa.Table) -> pa.Array:
    if "unlocated" not in table.schema.names:
        return pa.repeat(pa.scalar(value=False), len(table))
    return pc.fill_null(pc.equal(table.column("unlocated"), Unlocated.PLACE_CONFLICT.value), fill_value=False)


def in_region(table: pa.Table, region: Region, boundaries: Boundaries | None) -> NDArray[np.bool_]:
    """Which events of a table lie in a region: by the country that the source names, or by the point.

    A point counts only where its place is precise enough and no conflict was found. Without boundaries a region of
    countries is decided by codes, one of a polygon or a box holds nothing that can be told.
    """
    if region.countries:
        named = pc.is_in(table.column("country"), value_set=pa.array(region.countries, pa.string()))
        # what a source puts into a country by a place name of another one is not counted there
        named = pc.and_not(named, _in_conflict(table))
        return np.asarray(named.to_numpy(zero_copy_only=False), dtype=np.bool_)
    inside = np.zeros(len(table), bool)
    if boundaries is None:
        return inside
    lon, lat = (
        np.asarray(table.column(name).to_numpy(zero_copy_only=False), dtype=np.float64) for name in ("lon", "lat")
    )
    precise = pc.is_in(table.column("place_precision"), value_set=pa.array(sorted(LOCATABLE), pa.string()))
    told = pc.and_not(precise, _in_conflict(table)).to_numpy(zero_copy_only=False)
    known = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat) & told)
    try:
        shape = shape_of_region(region, boundaries)
    except EmptyRegion:
        return inside
    inside[known] = covers(shape, lon[known], lat[known])
    return inside
