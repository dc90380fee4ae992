"""Whose a territory is: the boundary data's answer, changed where the pack's point of view says otherwise."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

from secretariat.watch.measures.topology import TURN, Floats, Ring, Topology, points_of, unwrapped

FEWEST = 4
"""The points of the smallest ring, the first of them said twice."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A territory of the boundary data counted to a state, or to none (``state`` empty: it stands for itself).

    ``at`` (longitude, latitude) picks the one polygon of the territory that contains the point.
    """

    territory: str
    state: str
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """One polygon of the data: its rings, the territory it belongs to there and the state it is counted to."""

    territory: str
    state: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Boundaries:
    """Every polygon with the state it is counted to; ``unplaced`` are attributions of what the data do not have."""

    topology: Topology
    areas: tuple[Area, ...]
    unplaced: tuple[Attribution, ...] = ()
    _shapes: dict[str, MultiPolygon] = field(default_factory=dict, compare=False, repr=False)

    def shape(self, state: str) -> MultiPolygon:
        """The territory of one state, made once."""
        if state not in self._shapes:
            self._shapes[state] = shape_of(self, [state])
        return self._shapes[state]

    @cached_property
    def owners(self) -> dict[int, tuple[str, ...]]:
        """The states on the sides of each arc: two of them, or one on a coast; a line inside a state names it twice."""
        found: dict[int, tuple[str, ...]] = {}
        for area in self.areas:
            for ring in area.rings:
                for signed in ring:
                    arc = signed if signed >= 0 else ~signed
                    found[arc] = (*found.get(arc, ()), area.state)
        return found

    @cached_property
    def bounds(self) -> Floats:
        """West, south, width and height of each arc in degrees, (n, 4); where it passes 180 it is unwrapped."""
        arcs = self.topology.arcs
        starts = np.cumsum([0, *(len(arc) for arc in arcs[:-1])])
        points = np.concatenate([np.column_stack([unwrapped(arc[:, 0]), arc[:, 1]]) for arc in arcs])
        low, high = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
        return np.concatenate([low, high - low], axis=1)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that own something."""
        return frozenset(area.state for area in self.areas)


def polygon_of(topology: Topology, rings: Iterable[Ring]) -> Polygon:
    """A polygon in degrees, its middle between -180 and 180; it may pass 180 so that it is in one piece.

    A ring of which quantising has left no area is passed over; what has no outer ring then is empty.
    """
    outer, *holes = (points_of(topology, ring) for ring in rings)
    if len(outer) < FEWEST:
        return Polygon()
    holes = [hole for hole in holes if len(hole) >= FEWEST]
    outer[:, 0] -= np.round(_middle(outer) / TURN) * TURN
    for hole in holes:
        hole[:, 0] += np.round((_middle(outer) - _middle(hole)) / TURN) * TURN
    return Polygon(outer, holes)


def _middle(points: Floats) -> float:
    return float(points[:, 0].min() + points[:, 0].max()) / 2


def attributed(topology: Topology, attributions: Sequence[Attribution]) -> Boundaries:
    """The boundaries as a point of view sees them."""
    unplaced = []
    areas = [
        Area(territory.name, territory.state, polygon)
        for territory in topology.territories
        for polygon in territory.polygons
    ]
    for attribution in attributions:
        state = attribution.state or attribution.territory
        chosen = [index for index, area in enumerate(areas) if area.territory == attribution.territory]
        if attribution.at is not None:
            longitude, latitude = attribution.at
            chosen = [
                index
                for index in chosen
                if covers(polygon_of(topology, areas[index].rings), np.array([longitude]), np.array([latitude]))[0]
            ]
        if not chosen:
            unplaced.append(attribution)
        for index in chosen:
            areas[index] = Area(attribution.territory, state, areas[index].rings)
    return Boundaries(topology, tuple(areas), tuple(unplaced))


def shape_of(boundaries: Boundaries, states: Iterable[str]) -> MultiPolygon:
    """The territory of some states as one valid shape in degrees; longitudes may pass 180."""
    wanted = frozenset(states)
    polygons = [polygon_of(boundaries.topology, area.rings) for area in boundaries.areas if area.state in wanted]
    return as_multipolygon(shapely.union_all([shapely.make_valid(polygon) for polygon in polygons]))


def as_multipolygon(shape: shapely.Geometry) -> MultiPolygon:
    """The polygons of a shape, without the lines and points that mending may leave."""
    return MultiPolygon([part for part in _parts(shape) if isinstance(part, Polygon) and not part.is_empty])


def _parts(shape: shapely.Geometry) -> Iterator[shapely.Geometry]:
    for part in shapely.get_parts(shape):
        yield from _parts(part) if shapely.get_num_geometries(part) > 1 else (part,)


def span_of(intervals: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """West and east of stretches (west, width) of a circle of 360 degrees: what is left out is its widest gap.

    West lies between -180 and 180; east may pass 180.
    """
    ordered = sorted((west % TURN, width) for west, width in intervals)
    west, width = ordered[0]
    reached, widest, start = west + width, 0.0, west
    for each, length in [*ordered[1:], (west + TURN, 0.0)]:
        if each - reached > widest:
            widest, start = each - reached, each % TURN
        reached = max(reached, each + length)
    first = start - TURN if start >= TURN / 2 else start
    return first, first + TURN - widest


def covers(shape: shapely.Geometry, longitudes: Floats, latitudes: Floats) -> NDArray[np.bool_]:
    """Which points lie in a shape whose longitudes may pass 180 on either side."""
    west, _, east, _ = shape.bounds
    shapely.prepare(shape)
    found = shapely.contains_xy(shape, longitudes, latitudes)
    if east > TURN / 2:
        found |= shapely.contains_xy(shape, longitudes + TURN, latitudes)
    if west < -TURN / 2:
        found |= shapely.contains_xy(shape, longitudes - TURN, latitudes)
    return np.asarray(found)
