"""What the chapter on the area of responsibility reads: events, where they lie, series, findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.review.rules.rows import RowLine
from secretariat.review.rules.watch import kind_word
from secretariat.sources.rules import Release
from secretariat.watch.queries.displaced import Displaced, displaced
from secretariat.watch.queries.events import Placed, event_datasets, events, in_region
from secretariat.watch.queries.findings import Proposed, finding_acts_by_key, findings, proposed
from secretariat.watch.queries.geometry import PerimeterView, regions
from secretariat.watch.queries.tables import (
    By,
    Series,
    Tabulated,
    judged,
    perimeter_or_none,
    placed_events,
    series,
)
from secretariat.watch.rules.places import Region
from secretariat.watch.rules.signals import Finding


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event of the period with where it lies: its row, the segment that it is near, the regions that it is in."""

    row: Mapping[str, Any]
    segment: str | None
    regions: tuple[str, ...]
    unlocated: str | None


@dataclass(frozen=True, slots=True)
class DataSetPeriod:
    """The events of one data set in a period, by day."""

    dataset: str
    releases: tuple[Release, ...]
    events: tuple[PlacedEvent, ...]
    is_census: bool
    reaches: date | None
    """The last day of the last event on record, in the period or before it."""


@dataclass(frozen=True)
class AreaRecord:
    """The area of responsibility on a day, as one viewer knew it at an instant. Each part is read when asked for."""

    viewer: Viewer
    on: date
    known_at: datetime
    _periods: dict[tuple[str, date], DataSetPeriod] = field(default_factory=dict)

    @cached_property
    def datasets(self) -> list[str]:
        """The data sets of events; they are never added up."""
        return event_datasets(self.viewer, known_at=self.known_at)

    @cached_property
    def view(self) -> PerimeterView | None:
        """The perimeter; ``None`` where boundary data are not set up."""
        return perimeter_or_none(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def regions(self) -> list[Region]:
        """The regions followed."""
        return regions(self.viewer, known_at=self.known_at)

    @cached_property
    def series(self) -> list[Series]:
        """Monthly series that sources give ready made."""
        return series(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def displaced(self) -> Displaced | None:
        """Persons displaced from the regions followed; ``None`` where no source is on record."""
        return displaced(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def findings(self) -> list[Finding]:
        """What analysts said of arrows and alerts."""
        return findings(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def finding_keys(self) -> frozenset[str]:
        """The keys of everything that was said of findings."""
        return frozenset(finding_acts_by_key(self.viewer, known_at=self.known_at))

    def period(self, dataset: str, since: date) -> DataSetPeriod | None:
        """The events that had not ended before ``since``; ``None`` where the data set has no release."""
        key = (dataset, since)
        if key not in self._periods:
            found = placed_events(
                self.viewer, on=self.on, known_at=self.known_at, dataset=dataset, start=since, end=self.on
            )
            if found is None:
                return None
            self._periods[key] = self._placed(dataset, found[0])
        return self._periods[key]

    def _placed(self, dataset: str, placed: Placed) -> DataSetPeriod:
        boundaries = self.view.boundaries if self.view else None
        inside = {region.key: in_region(placed.table, region, boundaries) for region in self.regions}
        segments = placed.segments.to_pylist()
        rows = tuple(
            PlacedEvent(
                row,
                segments[index],
                tuple(key for key, chosen in inside.items() if chosen[index]),
                row["unlocated"],
            )
            for index, row in enumerate(placed.table.to_pylist())
        )
        reaches = max((each.row["end"] for each in rows), default=None) or self._last_day(dataset)
        return DataSetPeriod(dataset, placed.events.releases, rows, placed.events.is_census, reaches)

    def _last_day(self, dataset: str) -> date | None:
        found = events(self.viewer, on=self.on, known_at=self.known_at, dataset=dataset)
        return pc.max(found.table.column("end")).as_py() if found is not None else None

    def counted(self, dataset: str, by: By) -> Tabulated | None:
        """Monthly counts over the years of the baseline, as far back as the data set has events."""
        return judged(self.viewer, on=self.on, known_at=self.known_at, dataset=dataset, by=by, last=self.on)

    def proposed(self, dataset: str, by: By) -> Proposed | None:
        """Arrows and alerts by the rules; ``None`` where there is nothing to judge."""
        found = self.counted(dataset, by)
        return proposed(found) if found is not None and found.counts.units else None


def event_lines(viewer: Viewer, keys: Iterable[str], *, known_at: datetime) -> dict[str, RowLine]:
    """The events that figures rest on, as lines for the annex and the data folder; other keys are passed over.

    One query of the register, and the reading of each data set that is named.
    """
    wanted: dict[str, set[str]] = {}
    for key in keys:
        dataset, colon, identifier = key.partition(":")
        if colon:
            wanted.setdefault(dataset, set()).add(identifier)
    lines: dict[str, RowLine] = {}
    for dataset in event_datasets(viewer, known_at=known_at) if wanted else ():
        found = events(viewer, on=date.max, known_at=known_at, dataset=dataset) if dataset in wanted else None
        if found is None:
            continue
        chosen = pc.is_in(found.table.column("event_id"), value_set=pa.array(sorted(wanted[dataset]), pa.string()))
        for row in found.table.filter(chosen).to_pylist():
            place, kind = row["place"] or row["country"] or row["event_id"], kind_word(row["kind"])
            key = f"{dataset}:{row['event_id']}"
            lines[key] = RowLine(
                key=key,
                table="event",
                when=row["end"].isoformat(),
                what=LocalizedText(f"{place}: {kind.en}", f"{place}: {kind.ru}"),
                standing=row["standing"] or found.releases[-1].basis.standing.value,
                sources=found.releases[-1].basis.sources,
            )
    return lines
