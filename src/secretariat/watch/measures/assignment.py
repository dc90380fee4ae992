"""Where points lie with regard to the perimeter: how far from it, on which side, nearest to which segment.

A line is straight in degrees between two points of the boundary data, as GeoJSON has it. Distances are lengths of
geodesics on the WGS84 ellipsoid (Karney 2013, through PROJ); where a distance is close to the limit asked about, it is
computed exactly, so that "within 50 km" never depends on how the fast search rounds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon

from secretariat.watch.measures.boundaries import Boundaries, covers, shape_of
from secretariat.watch.measures.nearest import (
    NEAR_KM,
    Integers,
    Lines,
    in_space,
    lines_of,
    nearest,
    pieces_of,
)
from secretariat.watch.measures.perimeter import METRES, Perimeter, Segment, ellipsoid
from secretariat.watch.measures.topology import HALF_TURN, TURN, Floats

VERSION = 1
CELLS = 4
"""Cells of the grid of sides, to a degree."""
CLOSE_KM = 0.02
CLOSE_SHARE = 1e-4
FAR_SHARE = 0.02
"""How near to the limit a distance is computed exactly: in kilometres, as a share of the limit, and beyond 200 km."""
_HALVINGS = 34
_GOLDEN = (5**0.5 - 1) / 2
INSIDE, OUTSIDE, NOWHERE = 1, 0, -1
"""Sides: in a member's territory, outside, not locatable."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """For each point: kilometres to the perimeter (NaN: not locatable), side, number of its segment (-1), within."""

    km: Floats
    side: NDArray[np.int8]
    segment: NDArray[np.int16]
    within: NDArray[np.bool_]


@dataclass(frozen=True)
class Surroundings:
    """A perimeter made ready for many points: the lines of its segments, the territory inside, a grid of sides."""

    segments: tuple[Segment, ...]
    lines: Lines
    territory: MultiPolygon
    outline: tuple[Floats, ...]

    @cached_property
    def sides(self) -> NDArray[np.int8]:
        """For each cell, row by row from the south-west: inside, outside, or -1 where the outline crosses it."""
        width, height = int(TURN) * CELLS, int(HALF_TURN) * CELLS
        pieces = np.concatenate([pieces_of(line) for line in self.outline])
        columns = np.floor((pieces[:, [0, 2]] + HALF_TURN) * CELLS).astype(np.int64) % width
        rows = np.clip(np.floor((pieces[:, [1, 3]] + HALF_TURN / 2) * CELLS).astype(np.int64), 0, height - 1)
        crossed = np.zeros((height, width), dtype=np.bool_)
        for row in (0, 1):
            for column in (0, 1):  # a short piece may cut the corner of a cell that holds neither of its ends
                crossed[rows[:, row], columns[:, column]] = True
        # Along a row, all cells between two crossed ones lie on one side: the first of them is asked.
        starts = ~crossed
        starts[:, 1:] &= crossed[:, :-1]
        first_row, first_column = np.nonzero(starts)
        east, north = (first_column + 0.5) / CELLS - HALF_TURN, (first_row + 0.5) / CELLS - HALF_TURN / 2
        answers = covers(self.territory, east, north).astype(np.int8)
        runs = np.cumsum(starts.ravel()).reshape(starts.shape)
        return np.where(crossed, np.int8(NOWHERE), answers[np.maximum(runs - 1, 0)])


def surroundings(perimeter: Perimeter, boundaries: Boundaries, *, coasts: bool = False) -> Surroundings:
    """Prepare the external land border, or with ``coasts`` the whole perimeter. Raises ``ValueError`` without any."""
    chosen = perimeter.segments if coasts else perimeter.land
    return Surroundings(
        segments=chosen,
        lines=lines_of([segment.lines for segment in chosen]),
        territory=shape_of(boundaries, perimeter.members),
        outline=tuple(line for segment in perimeter.segments for line in segment.lines),
    )


def sides_of(around: Surroundings, longitudes: Floats, latitudes: Floats) -> NDArray[np.int8]:
    """The side of each point."""
    width, height = int(TURN) * CELLS, int(HALF_TURN) * CELLS
    columns = ((longitudes + HALF_TURN) * CELLS).astype(np.int32) % width
    rows = np.minimum(((latitudes + HALF_TURN / 2) * CELLS).astype(np.int32), height - 1)
    side = around.sides[rows, columns]
    if len(unclear := np.flatnonzero(side == NOWHERE)):
        side[unclear] = covers(around.territory, longitudes[unclear], latitudes[unclear])
    return side


def assign(
    around: Surroundings,
    longitudes: Floats,
    latitudes: Floats,
    *,
    within_km: float,
    locatable: NDArray[np.bool_] | None = None,
) -> Assigned:
    """Distance, side and nearest segment of points in degrees.

    Those that are not ``locatable``, have no coordinates or impossible ones get neither. Distances are right to a
    metre up to 200 km; further away they may be 1.3% off. ``within`` is exact at any limit.
    """
    with np.errstate(invalid="ignore"):
        there = (np.abs(longitudes) <= HALF_TURN) & (np.abs(latitudes) <= HALF_TURN / 2)
    if locatable is not None:
        there &= locatable
    every = bool(there.all())
    east, north = (longitudes, latitudes) if every else (longitudes[there], latitudes[there])
    km, pieces = nearest(around.lines, east, north)
    close = CLOSE_KM + CLOSE_SHARE * within_km + FAR_SHARE * max(0.0, within_km - NEAR_KM)
    if len(near := np.flatnonzero(np.abs(km - within_km) <= close)):
        km[near], pieces[near] = exact(around.lines, east[near], north[near], km[near])
    found = (km, sides_of(around, east, north), around.lines.of[pieces].astype(np.int16), km <= within_km)
    return Assigned(*found) if every else _spread(there, found)


def _spread(
    there: NDArray[np.bool_], found: tuple[Floats, NDArray[np.int8], NDArray[np.int16], NDArray[np.bool_]]
) -> Assigned:
    count = len(there)
    km, side = np.full(count, np.nan), np.full(count, NOWHERE, dtype=np.int8)
    segment, within = np.full(count, NOWHERE, dtype=np.int16), np.zeros(count, dtype=np.bool_)
    km[there], side[there], segment[there], within[there] = found
    return Assigned(km, side, segment, within)


def exact(lines: Lines, longitudes: Floats, latitudes: Floats, km: Floats) -> tuple[Floats, Integers]:
    """Geodesic distance of each point to its nearest piece, and that piece; ``km`` is what the fast search said."""
    points = in_space(longitudes, latitudes)
    starts, vectors = lines.ends[:, :3], lines.ends[:, 3:]
    lengths = (vectors * vectors).sum(axis=1)
    candidates = []
    for index, point in enumerate(points):
        away = point - starts
        share = np.clip((away * vectors).sum(axis=1) / lengths, 0.0, 1.0)
        chords = np.linalg.norm(away - share[:, None] * vectors, axis=1)
        allowance = CLOSE_KM + CLOSE_SHARE * km[index] + FAR_SHARE * max(0.0, km[index] - NEAR_KM)
        candidates.append(np.flatnonzero(chords <= chords.min() + allowance))
    counts = [len(each) for each in candidates]
    found = _geodesics(
        lines.degrees[np.concatenate(candidates)], np.repeat(longitudes, counts), np.repeat(latitudes, counts)
    )
    best = [int(part.argmin()) for part in np.split(found, np.cumsum(counts)[:-1])]
    chosen = np.array([each[at] for each, at in zip(candidates, best, strict=True)], dtype=np.int32)
    return np.minimum.reduceat(found, np.cumsum([0, *counts[:-1]])), chosen


def _geodesics(pieces: Floats, longitudes: Floats, latitudes: Floats) -> Floats:
    """The shortest geodesic from each point to the piece (n, 4) beside it, by golden section along the piece."""
    low, high = np.zeros(len(pieces)), np.ones(len(pieces))

    def km(share: Floats) -> Floats:
        at = pieces[:, :2] + share[:, None] * (pieces[:, 2:] - pieces[:, :2])
        return np.asarray(ellipsoid().inv(longitudes, latitudes, at[:, 0], at[:, 1])[2]) / METRES

    for _ in range(_HALVINGS):
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        is_left = km(left) < km(right)
        high, low = np.where(is_left, right, high), np.where(is_left, low, left)
    ends = np.minimum(km(np.zeros(len(pieces))), km(np.ones(len(pieces))))
    return np.asarray(np.minimum(km((low + high) / 2), ends))


def segment_ids(around: Surroundings, numbers: NDArray[np.int16]) -> Sequence[str]:
    """The ids of segments by number; none is an empty text."""
    ids = np.array([*(segment.id for segment in around.segments), ""])
    return [str(each) for each in ids[numbers]]
