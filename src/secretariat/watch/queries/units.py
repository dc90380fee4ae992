"""Segments, regions and countries by what they are called, and how one of them has fared by the month."""

from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.watch.measures.signals import arrow
from secretariat.watch.queries.events import WITHIN_KM
from secretariat.watch.queries.geometry import PerimeterView, country_name, regions
from secretariat.watch.queries.tables import ALL, By, judged, perimeter_or_none
from secretariat.watch.rules.places import Region
from secretariat.watch.rules.signals import ArrowReason

CODE = len("AF")


@dataclass(frozen=True, slots=True)
class Units:
    """What units are called, and of which kind they are."""

    view: PerimeterView | None
    regions: tuple[Region, ...]

    def by(self, unit: str) -> By:
        """A region by its key, a country by its two letters, else a segment."""
        if any(each.key == unit for each in self.regions):
            return By.REGION
        return By.COUNTRY if len(unit) == CODE and unit.isupper() else By.SEGMENT

    def _state(self, code: str) -> LocalizedText:
        return self.view.name_of(code) if self.view else country_name(code)

    def name(self, unit: str) -> LocalizedText:
        """The name of a region or a state, or those of the two states that a segment lies between."""
        match self.by(unit):
            case By.REGION:
                return next(each.name for each in self.regions if each.key == unit)
            case By.COUNTRY:
                return self._state(unit)
            case By.SEGMENT:
                codes = unit.split("-")
                if any(len(code) != CODE or not code.isupper() for code in codes):
                    return LocalizedText(unit, unit)
                states = [self._state(code) for code in codes]
                english, russian = (
                    " – ".join(each.in_language(language) for each in states) for language in ("en", "ru")
                )
                return LocalizedText(english, russian)


def units(viewer: Viewer, *, on: date, known_at: datetime) -> Units:
    """The units of a day. Eight queries, one where boundary data are not set up."""
    view = perimeter_or_none(viewer, on=on, known_at=known_at)
    return Units(view, tuple(regions(viewer, known_at=known_at)))


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """Events by month of one unit, up to the month judged, as the data sets now say; ``why`` is the arrow they give."""

    months: tuple[str, ...]
    counts: tuple[int, ...]
    why: ArrowReason


def unit_history(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    dataset: str,
    by: By,
    unit: str,
    kind: str,
    last: date,
    within_km: float | None,
) -> UnitHistory | None:
    """The months before and up to that of ``last``; ``None`` where the data set lists no events or lacks them."""
    found = judged(
        viewer,
        on=on,
        known_at=known_at,
        dataset=dataset,
        by=by,
        last=last,
        within_km=within_km or WITHIN_KM,
    )
    # reports in the news are no events: their months say nothing of how a unit has fared
    if (
        found is None
        or found.volume is not None
        or unit not in found.counts.units
        or kind not in {ALL, *found.counts.kinds}
    ):
        return None
    counts = found.counts
    events = counts.events[counts.units.index(unit)]
    series = (events.sum(axis=0) if kind == ALL else events[counts.kinds.index(kind)]).astype(np.float64)
    return UnitHistory(
        months=tuple(str(month) for month in counts.months),
        counts=tuple(int(value) for value in series),
        why=arrow(series),
    )
