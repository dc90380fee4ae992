"""What a page about the watch shows: the events chosen, the units they count for, and each event's versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.sources.queries import lake_rows, releases
from secretariat.sources.rules import Release
from secretariat.watch.measures.months import shares
from secretariat.watch.queries.events import EVENT_KINDS, WITHIN_KM, EventSet, in_region, locator_of, placed
from secretariat.watch.queries.findings import Proposed, proposed
from secretariat.watch.queries.geometry import country_name
from secretariat.watch.queries.tables import By, Tabulated, judged, perimeter_or_none, tabulated
from secretariat.watch.rules.events import LOCATABLE

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class UnitTotal:
    """The events and deaths of one unit in the months shown. ``low`` and ``high`` are the interval of the deaths."""

    unit: str
    events: int
    deaths: int
    low: float
    high: float
    without_figure: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The events chosen, the newest first, with their units; and what every unit adds up to, chosen or not.

    ``elsewhere`` are the events of the chosen kind that lie in no unit, ``unlocated`` those of which it cannot be said
    by reason. ``units`` has for each event the units it counts for.
    """

    tabulated: Tabulated
    table: pa.Table
    totals: tuple[UnitTotal, ...]
    elsewhere: int
    unlocated: dict[str, int]
    _members: Mapping[str, Mask]

    @property
    def all_reports(self) -> int | None:
        """Of a source of attention, all its reports of the months, of every kind; ``None`` of any other source."""
        volume = self.tabulated.volume
        return None if volume is None else int(volume.total.sum())

    def units_of(self, row: int) -> tuple[str, ...]:
        """The units that an event of the table counts for."""
        return tuple(unit for unit, mask in self._members.items() if mask[row])

    @property
    def units(self) -> pa.Array:
        """For each event the units it counts for, with blanks between; null where it counts for none."""
        rows = len(self.table)
        nothing = pa.scalar(None, pa.string())
        places, several = np.full(rows, -1), False
        for number, mask in enumerate(self._members.values()):
            several = several or bool((mask & (places >= 0)).any())
            places[mask] = number
        if not several:
            return pc.take(pa.array(list(self._members), pa.string()), pa.array(places, mask=places < 0))
        columns = (pc.if_else(pa.array(mask), unit, nothing) for unit, mask in self._members.items())
        joined = pc.binary_join_element_wise(*columns, " ", null_handling="skip")
        return pc.if_else(pa.array(places < 0), nothing, joined)

    @property
    def drawable(self) -> Mask:
        """Which events have a place precise enough to be drawn at it, and no conflict about it."""
        return drawable(self.table)


def drawable(table: pa.Table) -> Mask:
    """Which events can be drawn at their point: never one that is known by its country alone, at a centroid."""
    precise = pc.is_in(table.column("place_precision"), value_set=pa.array(sorted(LOCATABLE), pa.string()))
    has_point = pc.and_(pc.is_valid(table.column("lon")), pc.is_valid(table.column("lat")))
    told = pc.and_(pc.and_(precise, has_point), pc.is_null(table.column("unlocated")))
    return _mask(told)


def _mask(column: pa.ChunkedArray | pa.Array) -> Mask:
    return np.asarray(pc.fill_null(column, fill_value=False).to_numpy(zero_copy_only=False), dtype=np.bool_)


def _members(found: Tabulated) -> dict[str, Mask]:
    """For each unit the events that count for it."""
    table = found.placed.table
    if found.by is By.REGION:
        boundaries = found.view.boundaries if found.view else None
        return {region.key: in_region(table, region, boundaries) for region in found.regions}
    units = found.placed.segments if found.by is By.SEGMENT else found.placed.countries
    place = pc.index_in(units.cast(pa.string()), value_set=pa.array(found.counts.units, pa.string()))
    codes = np.asarray(pc.fill_null(place, -1).to_numpy(zero_copy_only=False), dtype=np.int64)
    return {unit: codes == number for number, unit in enumerate(found.counts.units)}


def _totals(found: Tabulated, kind: str) -> tuple[UnitTotal, ...]:
    counts = found.counts
    kinds = [number for number, each in enumerate(counts.kinds) if kind in {"", each}]
    totals = []
    for row, unit in enumerate(counts.units):
        best = counts.best[row, kinds]
        down, up = (np.sqrt(((best - bound[row, kinds]) ** 2).sum()) for bound in (counts.low, counts.high))
        deaths = int(best.sum())
        totals.append(
            UnitTotal(
                unit=unit,
                events=int(counts.events[row, kinds].sum()),
                deaths=deaths,
                low=round(float(deaths - down), 1),
                high=round(float(deaths + up), 1),
                without_figure=int(counts.without_figure[row, kinds].sum()),
            )
        )
    return tuple(totals)


def _in_months(found: Tabulated) -> Mask:
    """The events that the table of months counts: those with most of their days in one of them."""
    table, months = found.placed.table, found.counts.months
    days = [table.column(name).to_numpy(zero_copy_only=False).astype("datetime64[D]") for name in ("start", "end")]
    split = shares(*days)
    order = np.lexsort((split.month.astype(np.int64), -split.weight, split.event))
    events, first = np.unique(split.event[order], return_index=True)
    counted = np.zeros(len(table), np.bool_)
    month = split.month[order][first]
    counted[events] = (month >= months[0]) & (month <= months[-1])
    return counted


def shown(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    by: By,
    first: date,
    last: date,
    within_km: float = WITHIN_KM,
    kind: str = "",
    unit: str = "",
) -> Shown | None:
    """Events of whole months, of one kind and in one unit where these are named; ``None`` without a release."""
    found = tabulated(
        viewer, on=on, known_at=known_at, dataset=dataset, by=by, first=first, last=last, within_km=within_km
    )
    if found is None:
        return None
    table, members = found.placed.table, _members(found)
    of_kind = _in_months(found)
    if kind:
        of_kind &= _mask(pc.equal(table.column("kind"), kind))
    somewhere = np.zeros(len(table), np.bool_)
    for mask in members.values():
        somewhere |= mask
    nowhere = of_kind & ~somewhere
    reasons = table.column("unlocated").filter(pa.array(nowhere)).value_counts().to_pylist()
    unlocated = {str(each["values"]): int(each["counts"]) for each in reasons if each["values"] is not None}
    chosen = of_kind & members.get(unit, np.zeros(len(table), np.bool_)) if unit else of_kind
    rows = np.flatnonzero(chosen)[::-1]
    return Shown(
        tabulated=found,
        table=table.take(pa.array(rows)),
        totals=_totals(found, kind),
        elsewhere=int(nowhere.sum()) - sum(unlocated.values()),
        unlocated=dict(sorted(unlocated.items())),
        _members={key: mask[rows] for key, mask in members.items()},
    )


def arrows(
    viewer: Viewer, *, on: date, known_at: datetime, dataset: str, by: By, last: date, within_km: float
) -> Proposed | None:
    """What the rules say of the last whole month up to ``last``; ``None`` where nothing is known before it."""
    found = judged(viewer, on=on, known_at=known_at, dataset=dataset, by=by, last=last, within_km=within_km)
    return proposed(found) if found is not None else None


def unit_name(found: Tabulated, unit: str) -> LocalizedText:
    """The name of a unit: a region's, a state's, or those of the two states that a segment lies between."""
    match found.by:
        case By.REGION:
            return next((each.name for each in found.regions if each.key == unit), LocalizedText(unit, unit))
        case By.COUNTRY:
            return found.view.name_of(unit) if found.view else country_name(unit)
        case By.SEGMENT:
            segment = (
                next((each for each in found.view.perimeter.land if each.id == unit), None) if found.view else None
            )
            if found.view is None or segment is None:
                return LocalizedText(unit, unit)
            one, other = (found.view.name_of(code) for code in (segment.member, segment.neighbour))
            return LocalizedText(
                f"{one.in_language('en')} – {other.in_language('en')}",
                f"{one.in_language('ru')} – {other.in_language('ru')}",
            )


@dataclass(frozen=True, slots=True)
class Version:
    """What one release says of an event, with where it lies."""

    release: Release
    row: dict[str, Any]


def event_versions(viewer: Viewer, *, on: date, known_at: datetime, dataset: str, event_id: str) -> list[Version]:
    """Every version of an event that had ended by ``on``, the newest release last; retractions among them.

    One query for each release, and those of the perimeter.
    """
    found = [each for each in releases(viewer, known_at=known_at, dataset=dataset) if each.kind in EVENT_KINDS]
    view = perimeter_or_none(viewer, on=on, known_at=known_at) if found else None
    locator = None
    if view is not None and view.perimeter.land:
        locator = locator_of(viewer, view, known_at=known_at)
    versions = []
    for release in found:
        rows = lake_rows(viewer, release=release, table="events", known_at=known_at)
        table = rows.filter((rows.event_id == event_id) & (rows.end <= on)).order_by("updated").to_pyarrow()
        located = placed(EventSet(dataset, table, (release,)), locator).table
        versions += [Version(release, row) for row in located.to_pylist()]
    return versions
