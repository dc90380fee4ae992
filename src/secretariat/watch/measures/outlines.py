"""Boundaries with less detail, for a map on a screen: simplified arc by arc, so that neighbours share their border."""

from dataclasses import replace

import numpy as np
import shapely

from secretariat.watch.measures.boundaries import Boundaries
from secretariat.watch.measures.topology import Floats

TOLERANCE = 0.03
"""Degrees by which a simplified line may miss: some three kilometres."""


def _simplified(arc: Floats) -> Floats:
    line = shapely.simplify(shapely.LineString(arc), TOLERANCE, preserve_topology=False)
    found = np.asarray(shapely.get_coordinates(line), dtype=np.float64)
    closed = np.array_equal(arc[0], arc[-1])
    # a ring of one arc keeps its shape where little would be left of it
    return arc if closed and len(found) < 4 else found  # noqa: PLR2004  # points of the smallest ring


def simplified(boundaries: Boundaries) -> Boundaries:
    """The same boundaries upon arcs of less detail."""
    arcs = tuple(_simplified(arc) for arc in boundaries.topology.arcs)
    return Boundaries(replace(boundaries.topology, arcs=arcs), boundaries.areas, boundaries.unplaced)
