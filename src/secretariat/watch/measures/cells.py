"""Points gathered into cells of a map, so that a page shows half a million events as few marks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secretariat.watch.measures.poisson import Numbers

Indexes = NDArray[np.int64]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; west is greater than east where it crosses the antimeridian."""
MERCATOR_LIMIT = 85.051129
"""The latitude at which Web Mercator is a square."""
CELLS_A_TILE = 3
"""Halvings of a tile: a cell is an eighth of a tile wide, 64 pixels of one of 512."""
EARTH: Box = (-180.0, -90.0, 180.0, 90.0)
STILL_ZOOM = 5
"""Cells of a still map are 1.4 degrees wide at least."""
_TURN, _HALF_TURN = 360.0, 180.0
_HUNDREDTHS, _ROW = 100, 100_000
"""A place is a hundredth of a degree; more than there are from pole to pole part two meridians."""


@dataclass(frozen=True, slots=True)
class Marks:
    """One entry a mark: its place in degrees, how many points it stands for, and the first of them.

    ``mark`` has for each of ``points`` (their indexes) the mark it belongs to.
    """

    lon: Numbers
    lat: Numbers
    count: Indexes
    first: Indexes
    points: Indexes
    mark: Indexes

    def total(self, values: Numbers) -> Numbers:
        """Sums of a value of all points, by mark; nan where it is unknown (nan) for each of its points."""
        own = values[self.points]
        known = np.isfinite(own)
        sums = np.bincount(self.mark[known], own[known], minlength=len(self.count))
        return np.where(np.bincount(self.mark[known], minlength=len(self.count)) > 0, sums, np.nan)


def in_box(lon: Numbers, lat: Numbers, box: Box) -> NDArray[np.bool_]:
    """Which points lie in a box; a box wider than the Earth holds all of its latitudes."""
    west, south, east, north = box
    upright = (lat >= south) & (lat <= north)
    if east - west >= _TURN:
        return upright
    west, east = ((edge + _HALF_TURN) % _TURN - _HALF_TURN for edge in (west, east))
    across = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
    return upright & across


def _mercator(lat: Numbers) -> Numbers:
    """From 0 in the north to 1 in the south."""
    angle = np.radians(np.clip(lat, -MERCATOR_LIMIT, MERCATOR_LIMIT))
    return 0.5 - np.log(np.tan(np.pi / 4 + angle / 2)) / (2 * np.pi)


def marks(lon: Numbers, lat: Numbers, *, box: Box, zoom: int, most: int) -> Marks:
    """The points of a box as at most ``most`` marks: each by itself where they are few, else by cells of the zoom.

    Cells are those of Web Mercator tiles; where they are too many still, larger ones are taken. A mark stands at the
    mean of its points. Points that are nan are in no box.
    """
    points = np.flatnonzero(in_box(lon, lat, box))
    if len(points) <= most:
        return Marks(lon[points], lat[points], np.ones(len(points), np.int64), points, points, np.arange(len(points)))
    across, down = (lon[points] + _HALF_TURN) / _TURN, _mercator(lat[points])
    for level in range(zoom + CELLS_A_TILE, -1, -1):
        width = 1 << level
        cell = (down * width).astype(np.int64) * width + (across * width).astype(np.int64)
        _, first, mark, count = np.unique(cell, return_index=True, return_inverse=True, return_counts=True)
        if len(count) <= most:
            break
    return Marks(
        np.bincount(mark, lon[points]) / count,
        np.bincount(mark, lat[points]) / count,
        count,
        points[first],
        points,
        mark,
    )


def still_marks(lon: Numbers, lat: Numbers, *, most: int) -> Marks:
    """Points as at most ``most`` marks for a map that nobody zooms: those at one hundredth of a degree are one mark.

    Where that makes too many, cells are taken, as by :func:`marks`. Points that are nan are left out.
    """
    points = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
    east, north = (np.round(values[points] * _HUNDREDTHS).astype(np.int64) for values in (lon, lat))
    places, first, mark, count = np.unique(
        east * _ROW + north, return_index=True, return_inverse=True, return_counts=True
    )
    if len(places) > most:
        return marks(lon, lat, box=EARTH, zoom=STILL_ZOOM, most=most)
    return Marks(east[first] / _HUNDREDTHS, north[first] / _HUNDREDTHS, count, points[first], points, mark)
