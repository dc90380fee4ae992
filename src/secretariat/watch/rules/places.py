"""What the pack says about places: the regions followed, whose a disputed territory is, and what a place name means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from secretariat.kernel import LocalizedText

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is greater than east where the box crosses the antimeridian."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region of interest: states by code, or a polygon, or a box; the one that is given counts."""

    key: str
    name: LocalizedText
    countries: tuple[str, ...] = ()
    polygon: tuple[Point, ...] = ()
    box: Box | None = None
    note: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory that the point of view counts to a state, from ``since`` until (not including) ``until``.

    ``state`` empty: to none. ``at``: only the part of the territory around this point.
    """

    key: str
    territory: str
    state: str
    at: Point | None = None
    since: date | None = None
    until: date | None = None
    note: LocalizedText = LocalizedText()

    def counts_on(self, on: date) -> bool:
        """Whether this is the point of view on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name by which a place in one state is known; sources that find it elsewhere are in conflict with it."""

    key: str
    name: str
    state: str
    note: LocalizedText = LocalizedText()


def territories_on(territories: Iterable[Territory], on: date) -> tuple[Territory, ...]:
    """Those that count on a day, by key."""
    return tuple(sorted((each for each in territories if each.counts_on(on)), key=lambda each: each.key))
