"""The perimeter by topology.

What two members share is internal, member and non-member make a segment, one state alone has a coast.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np
from pyproj import Geod

from secretariat.watch.measures.boundaries import Boundaries
from secretariat.watch.measures.topology import HALF_TURN, TURN, Floats, unwrapped

VERSION = 1
METRES = 1_000.0
TOUCHES_SEAM = 1e-6


class SegmentKind(StrEnum):
    """What lies beyond a segment: another state's land, or water."""

    LAND = "land"
    COAST = "coast"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the perimeter: a member's border with one neighbour, or its coast.

    ``lines`` are arrays of (longitude, latitude); ``km`` is their length on the WGS84 ellipsoid: a map length, which
    grows with the detail of the map.
    """

    id: str
    member: str
    neighbour: str
    kind: SegmentKind
    km: float
    lines: tuple[Floats, ...]


@dataclass(frozen=True, slots=True)
class Perimeter:
    """The outline of the members' territory: segments by id, and the borders that the members have with each other."""

    members: tuple[str, ...]
    segments: tuple[Segment, ...]
    internal: tuple[Floats, ...]
    internal_km: float
    missing: tuple[str, ...] = ()
    """Members that the boundary data do not have."""

    @property
    def land(self) -> tuple[Segment, ...]:
        """The external land border."""
        return tuple(segment for segment in self.segments if segment.kind is SegmentKind.LAND)

    def km(self, kind: SegmentKind) -> float:
        """The length of all segments of one kind."""
        return sum(segment.km for segment in self.segments if segment.kind is kind)


@cache
def ellipsoid() -> Geod:
    """WGS84."""
    return Geod(ellps="WGS84")


def length_km(line: Floats) -> float:
    """The length of a line of (longitude, latitude) on the ellipsoid."""
    return float(ellipsoid().line_length(line[:, 0], line[:, 1])) / METRES


def without_seam(line: Floats) -> tuple[Floats, ...]:
    """The pieces of a line that do not just follow the antimeridian, where data cut what is one territory."""
    at_seam = np.abs(np.abs(line[:, 0]) - HALF_TURN) < TOUCHES_SEAM
    follows = np.flatnonzero(at_seam[1:] & at_seam[:-1])
    if not len(follows):
        return (line,)
    return tuple(piece for piece in np.split(line, follows + 1) if len(piece) > 1)


def cut(line: Floats) -> tuple[Floats, ...]:
    """A line in pieces that do not cross the antimeridian, as GeoJSON wants them."""
    points = np.column_stack([unwrapped(line[:, 0]), line[:, 1]])
    turns = np.floor((points[:, 0] + HALF_TURN) / TURN)
    pieces, start = [], 0
    for index in np.flatnonzero(np.diff(turns)).tolist():
        (west, south), (east, north) = points[index], points[index + 1]
        seam = max(turns[index], turns[index + 1]) * TURN - HALF_TURN
        crossing = [seam, south + (north - south) * (seam - west) / (east - west)]
        pieces.append((turns[index], np.vstack([points[start : index + 1], crossing])))
        points[index], start = crossing, index
    pieces.append((turns[-1], points[start:]))
    return tuple(piece - (turn * TURN, 0.0) for turn, piece in pieces)


def perimeter(boundaries: Boundaries, members: Collection[str]) -> Perimeter:
    """The perimeter of some states, by ISO code. A line that only follows the antimeridian is no border.

    A line inside one member (around a leased site, say) counts as internal.
    """
    inside = frozenset(members)
    external: dict[tuple[str, str], list[Floats]] = {}
    internal: list[Floats] = []
    for arc, owners in boundaries.owners.items():
        own, others = [each for each in owners if each in inside], [each for each in owners if each not in inside]
        if not own:
            continue
        lines = without_seam(boundaries.topology.arcs[arc])
        if len(own) > 1:
            internal.extend(lines)
        else:
            external.setdefault((own[0], others[0] if others else ""), []).extend(lines)
    return Perimeter(
        members=tuple(sorted(inside)),
        segments=tuple(
            Segment(
                id=f"{member}-{neighbour or 'coast'}",
                member=member,
                neighbour=neighbour,
                kind=SegmentKind.LAND if neighbour else SegmentKind.COAST,
                km=sum(length_km(line) for line in lines),
                lines=tuple(lines),
            )
            for (member, neighbour), lines in sorted(external.items(), key=lambda each: (not each[0][1], each[0]))
        ),
        internal=tuple(internal),
        internal_km=sum(length_km(line) for line in internal),
        missing=tuple(sorted(inside - boundaries.states)),
    )
