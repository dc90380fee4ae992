"""Counts of events by segment, region or country and month; series that sources give ready made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from secretariat.access.rules import Viewer
from secretariat.sources.queries import lake_rows, releases
from secretariat.sources.rules import Release
from secretariat.watch.measures.attention import Volume, volume
from secretariat.watch.measures.counting import MonthlyCounts, monthly_counts
from secretariat.watch.measures.poisson import Numbers
from secretariat.watch.measures.topology import UnableToReadBoundaries
from secretariat.watch.queries.events import (
    WITHIN_KM,
    EventSet,
    Placed,
    countries_of,
    event_releases,
    events,
    in_region,
    locator_of,
    placed,
)
from secretariat.watch.queries.geometry import PerimeterView, perimeter_on, regions
from secretariat.watch.rules.adapters import Measured
from secretariat.watch.rules.places import Region

ALL = "all"
"""The kind under which events of every kind are counted together."""


YEARS_BACK = 6
"""Five years for the baseline and one to look at."""


class By(StrEnum):
    """What events are counted by."""

    SEGMENT = "segment"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Tabulated:
    """Counts of one data set by units and months, and what could not be counted anywhere, by reason.

    ``elsewhere`` are events that lie in none of the units. ``view`` is ``None`` where boundary data are not set up.
    ``volume`` is there where the source measures attention: what the shares of the units are shares of.
    """

    by: By
    counts: MonthlyCounts
    placed: Placed
    elsewhere: int
    unlocated: dict[str, int]
    view: PerimeterView | None
    regions: tuple[Region, ...]
    volume: Volume | None = None

    def columns(self) -> Iterator[tuple[str, pa.Array]]:
        """Each unit with a column that names it for the events that are counted under it."""
        table = self.placed.table
        for unit in self.counts.units:
            match self.by:
                case By.SEGMENT:
                    chosen = pc.equal(self.placed.segments, unit)
                case By.COUNTRY:
                    chosen = pc.equal(self.placed.countries, unit)
                case By.REGION:
                    region = next(each for each in self.regions if each.key == unit)
                    chosen = pa.array(in_region(table, region, self.view.boundaries if self.view else None))
            yield unit, pc.if_else(pc.fill_null(chosen, fill_value=False), unit, pa.scalar(None, pa.string()))

    @property
    def releases(self) -> tuple[Release, ...]:
        """The releases counted."""
        return self.placed.events.releases


def month_of(day: date) -> np.datetime64:
    """The month of a day."""
    return np.datetime64(day, "M")


def perimeter_or_none(viewer: Viewer, *, on: date, known_at: datetime) -> PerimeterView | None:
    """The perimeter of a day, or ``None`` where boundary data are not set up."""
    try:
        return perimeter_on(viewer, on=on, known_at=known_at)
    except UnableToReadBoundaries:
        return None


def placed_events(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    start: date | None = None,
    end: date | None = None,
    within_km: float = WITHIN_KM,
) -> tuple[Placed, PerimeterView | None] | None:
    """The events of a data set with where they lie, by the perimeter of ``on``; ``None`` where nothing is known."""
    found = events(viewer, on=on, known_at=known_at, dataset=dataset, start=start, end=end)
    if found is None:
        return None
    return _placed(viewer, found, on=on, known_at=known_at, within_km=within_km)


def _placed(
    viewer: Viewer, found: EventSet, *, on: date, known_at: datetime, within_km: float
) -> tuple[Placed, PerimeterView | None]:
    view = perimeter_or_none(viewer, on=on, known_at=known_at)
    locator = None
    if view is not None and view.perimeter.land:
        locator = locator_of(viewer, view, known_at=known_at, within_km=within_km)
    return placed(found, locator), view


def kinds_of(table: pa.Table) -> tuple[str, ...]:
    """The kinds of events in a table, by name."""
    return tuple(sorted(str(kind) for kind in pc.unique(table.column("kind")).to_pylist() if kind is not None))


@dataclass(frozen=True, slots=True)
class Frame:
    """What events are counted under: units, kinds and months.

    ``units`` are segments by id, countries by code, or the regions' keys; ``months`` the first and last, by any day.
    """

    by: By
    units: tuple[str, ...]
    kinds: tuple[str, ...]
    months: tuple[date, date]
    regions: tuple[Region, ...]
    view: PerimeterView | None


def counted_in(frame: Frame, table: pa.Table, segments: pa.Array) -> tuple[MonthlyCounts, NDArray[np.bool_]]:
    """The counts of some events, and which of them lie in any unit. ``segments``: the one each is near, or null."""
    if frame.by is not By.REGION:
        units = segments if frame.by is By.SEGMENT else countries_of(table)
        inside = np.asarray(pc.is_valid(units).to_numpy(zero_copy_only=False), dtype=np.bool_)
        return _counted(table, units, frame.units, frame.kinds, frame.months), inside
    inside, parts = np.zeros(len(table), bool), []
    for region in frame.regions:
        chosen = in_region(table, region, frame.view.boundaries if frame.view else None)
        inside |= chosen
        part = table.filter(pa.array(chosen))
        parts.append(_counted(part, pa.repeat(region.key, len(part)), (region.key,), frame.kinds, frame.months))
    nothing = pa.nulls(len(table), pa.string())
    return _joined(parts) if parts else _counted(table, nothing, (), frame.kinds, frame.months), inside


def _counted(
    table: pa.Table, units: pa.Array, of_units: Sequence[str], of_kinds: Sequence[str], months: tuple[date, date]
) -> MonthlyCounts:
    return monthly_counts(
        table,
        units,
        of_units=of_units,
        of_kinds=of_kinds,
        first=month_of(months[0]),
        last=month_of(months[1]),
    )


def units_of(
    by: By, view: PerimeterView | None, followed: Sequence[Region], countries: Iterable[str | None]
) -> tuple[str, ...]:
    """The units of a table: the segments of the land border, the regions followed, or the countries that are named."""
    match by:
        case By.SEGMENT:
            return tuple(each.id for each in view.perimeter.land) if view else ()
        case By.REGION:
            return tuple(each.key for each in followed)
        case By.COUNTRY:
            return tuple(sorted(each for each in countries if each is not None))


def _joined(parts: Sequence[MonthlyCounts]) -> MonthlyCounts:
    """Counts of different units, one after the other."""
    first = parts[0]

    def joined(name: str) -> NDArray[np.generic]:
        return np.concatenate([getattr(each, name) for each in parts])

    names = ("events", "best", "low", "high", "least", "most", "without_figure")
    units = tuple(unit for each in parts for unit in each.units)
    return MonthlyCounts(units, first.kinds, first.months, *(joined(name) for name in names))  # type: ignore[arg-type]  # as they were


def tabulated(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    by: By,
    first: date,
    last: date,
    within_km: float = WITHIN_KM,
) -> Tabulated | None:
    """Events of the months of ``first`` to ``last``, counted; ``None`` where no release of the data set is known.

    An event counts for the segment that it is nearest to and within ``within_km`` of, and for every region it lies in.
    """
    ends = ((month_of(last) + 1).astype("datetime64[D]") - 1).astype(date)
    found = placed_events(
        viewer, on=on, known_at=known_at, dataset=dataset, start=first.replace(day=1), end=ends, within_km=within_km
    )
    if found is None:
        return None
    located, view = found
    table = located.table
    followed = tuple(regions(viewer, known_at=known_at))
    countries = pc.unique(table.column("country")).to_pylist() if by is By.COUNTRY else ()
    frame = Frame(
        by=by,
        units=units_of(by, view, followed, countries),
        kinds=kinds_of(table),
        months=(first, last),
        regions=followed,
        view=view,
    )
    counts, inside = counted_in(frame, table, located.segments)
    reasons = table.column("unlocated").filter(pa.array(~inside)).value_counts().to_pylist()
    unlocated = {str(each["values"]): int(each["counts"]) for each in reasons if each["values"] is not None}
    elsewhere = int((~inside).sum()) - sum(unlocated.values())
    whole = None
    if located.events.measured is Measured.ATTENTION:
        whole = volume(table, inside, first=month_of(first), last=month_of(last))
    return Tabulated(by, counts, located, elsewhere, unlocated, view, followed, whole)


def first_month(viewer: Viewer, *, since: date, on: date, known_at: datetime, dataset: str) -> date | None:
    """The month of the first event that ended from ``since`` to ``on``; ``None`` without any.

    Counts before it are no noughts of a history. Two queries for each release that counts, and one.
    """
    starts = []
    for release in event_releases(viewer, dataset=dataset, known_at=known_at):
        rows = lake_rows(viewer, release=release, table="events", known_at=known_at)
        starts.append(rows.filter((rows.end >= since) & (rows.end <= on)).start.min().to_pyarrow().as_py())
    found = [start for start in starts if start is not None]
    return min(found).replace(day=1) if found else None


def judged(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    by: By,
    last: date,
    within_km: float = WITHIN_KM,
) -> Tabulated | None:
    """The counts that arrows and alerts of ``last`` rest on: of six years, or since the data set's first event.

    ``None`` where nothing is known of these years.
    """
    earliest = last.replace(year=last.year - YEARS_BACK, day=1)
    first = first_month(viewer, since=earliest, on=min(on, last), known_at=known_at, dataset=dataset)
    if first is None:
        return None
    return tabulated(
        viewer,
        on=on,
        known_at=known_at,
        dataset=dataset,
        by=by,
        first=max(first, earliest),
        last=last,
        within_km=within_km,
    )


@dataclass(frozen=True, slots=True)
class Series:
    """A monthly series of a region as a source gives it; ``values`` are ``nan`` where a month is unknown."""

    region: str
    kind: str
    unit: str
    source: str
    months: NDArray[np.datetime64]
    values: Numbers
    release: Release


def series(viewer: Viewer, *, on: date, known_at: datetime) -> list[Series]:
    """The series whose months had ended by ``on``, by region, kind and unit; months between are ``nan`` if unknown."""
    newest: dict[tuple[str, ...], Release] = {}
    for release in releases(viewer, known_at=known_at):
        if release.kind == "monthly-series":
            newest[tuple(release.options.get(name, "") for name in ("region", "kind", "unit", "source"))] = release
    found = []
    for (region, kind, unit, source), release in sorted(newest.items()):
        rows = lake_rows(viewer, release=release, table="series", known_at=known_at)
        table = rows.filter(rows.month_end <= on).order_by("month").select("month", "value").to_pyarrow()
        if not len(table):
            continue
        known = table.column("month").to_numpy(zero_copy_only=False).astype("datetime64[M]")
        months = np.arange(known[0], known[-1] + 1, dtype="datetime64[M]")
        values = np.full(len(months), np.nan)
        values[(known - known[0]).astype(np.int64)] = table.column("value").to_numpy(zero_copy_only=False)
        found.append(Series(region, kind, unit, source, months, values, release))
    return found
