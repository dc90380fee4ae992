"""The perimeter and the states around it as GeoJSON geometries of little detail, kept in memory by their content."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from secretariat.watch.measures.boundaries import Attribution
from secretariat.watch.measures.outlines import simplified
from secretariat.watch.measures.perimeter import perimeter
from secretariat.watch.queries.geometry import PerimeterView, computed

_DIGITS = 3
Geometry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Territories by state, with a point inside each (longitude, latitude), and segments by id."""

    states: dict[str, Geometry]
    inside: dict[str, tuple[float, float]]
    segments: dict[str, Geometry]


@lru_cache(maxsize=4)
def _outlines(digest: str, codes: tuple[str, ...], attributions: tuple[Attribution, ...]) -> Outlines:
    boundaries, _ = computed(digest, codes, attributions)
    rough = simplified(boundaries)
    states: dict[str, Geometry] = {}
    inside: dict[str, tuple[float, float]] = {}
    for state in sorted(rough.states):
        shape = rough.shape(state)
        if shape.is_empty:
            continue
        states[state] = _geometry(shape)
        point = max(shape.geoms, key=lambda part: part.area).representative_point()
        inside[state] = (round(point.x, _DIGITS), round(point.y, _DIGITS))
    lines = {
        segment.id: _geometry(shapely.MultiLineString([line for line in segment.lines if len(line) > 1]))
        for segment in perimeter(rough, codes).land
    }
    return Outlines(states, inside, lines)


def _geometry(shape: Any) -> Geometry:
    rounded = shapely.transform(shape, lambda points: np.round(points, _DIGITS))
    found: Geometry = shapely.geometry.mapping(rounded)
    return found


def outlines(view: PerimeterView) -> Outlines:
    """The outlines of a perimeter and of every state, from its point of view."""
    return _outlines(view.source.digest, view.members, view.attributions)
