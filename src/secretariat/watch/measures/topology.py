"""Boundary data as TopoJSON holds them: territories whose rings share arcs, decoded once."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from babel.core import get_global
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ring = tuple[int, ...]
"""Arcs in the order they are walked; ``~n`` is arc ``n`` walked backwards."""
WITHOUT_NUMBER = {"Kosovo": "XK"}
"""Codes of territories that have no ISO 3166 number but a user-assigned letter code in CLDR."""
HALF_TURN, TURN = 180.0, 360.0


class UnableToReadBoundaries(Exception):
    """The boundary data are missing, or the file is not the TopoJSON that was expected."""


@dataclass(frozen=True, slots=True)
class Territory:
    """One territory of the data: its name there, whose it is, and polygons, each an outer ring and its holes.

    ``state`` is the ISO 3166 alpha-2 code, or the data's own name where no code exists.
    """

    name: str
    state: str
    polygons: tuple[tuple[Ring, ...], ...]


@dataclass(frozen=True, slots=True)
class Topology:
    """Arcs as arrays of (longitude, latitude) in degrees, and the territories made of them.

    ``digest`` is the SHA-256 of the file.
    """

    arcs: tuple[Floats, ...]
    territories: tuple[Territory, ...]
    digest: str


def state_of(number: str | None, name: str) -> str:
    """The alpha-2 code of an ISO 3166 number (CLDR's table of territory aliases), or the name itself."""
    codes: Sequence[str] = get_global("territory_aliases").get(number, ()) if number else ()
    return codes[0] if codes else WITHOUT_NUMBER.get(name, name)


def _polygons(geometry: dict[str, Any]) -> tuple[tuple[Ring, ...], ...]:
    many = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return tuple(tuple(tuple(ring) for ring in polygon) for polygon in many)


def read_topology(path: Path) -> Topology:
    """Decode a TopoJSON file with the object ``countries`` (quantised arcs, as world-atlas ships them).

    Raises :class:`UnableToReadBoundaries`.
    """
    try:
        content = path.read_bytes()
        read = json.loads(content)
        scale, translate = np.array(read["transform"]["scale"]), np.array(read["transform"]["translate"])
        arcs = tuple(np.cumsum(np.array(arc, dtype=np.float64), axis=0) * scale + translate for arc in read["arcs"])
        territories = tuple(
            Territory(
                geometry["properties"]["name"],
                state_of(geometry.get("id"), geometry["properties"]["name"]),
                _polygons(geometry),
            )
            for geometry in read["objects"]["countries"]["geometries"]
            if geometry.get("arcs")
        )
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}"
        raise UnableToReadBoundaries(msg) from error
    except (KeyError, TypeError, ValueError) as error:
        msg = f"{path} is not TopoJSON with quantised arcs and an object named countries"
        raise UnableToReadBoundaries(msg) from error
    return Topology(arcs, territories, hashlib.sha256(content).hexdigest())


def arcs_of(ring: Ring) -> Iterator[int]:
    """The arcs of a ring without their direction."""
    return (arc if arc >= 0 else ~arc for arc in ring)


def unwrapped(longitudes: Floats) -> Floats:
    """Longitudes without the jump at the antimeridian: neighbours differ by less than half a turn."""
    steps = np.diff(longitudes)
    turns = np.cumsum(np.where(steps > HALF_TURN, -TURN, np.where(steps < -HALF_TURN, TURN, 0.0)))
    return np.asarray(longitudes + np.concatenate([[0.0], turns]))


def points_of(topology: Topology, ring: Ring) -> Floats:
    """A ring as points (n, 2), longitudes unwrapped; a ring around a pole is closed over that pole."""
    pieces = [topology.arcs[arc] if arc >= 0 else topology.arcs[~arc][::-1] for arc in ring]
    points = np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])]).copy()
    points[:, 0] = unwrapped(points[:, 0])
    if abs(points[-1, 0] - points[0, 0]) > HALF_TURN:
        pole = float(np.copysign(90.0, points[:, 1].mean()))
        points = np.concatenate([points, [[points[-1, 0], pole], [points[0, 0], pole], points[0]]])
    return points
