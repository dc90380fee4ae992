"""Regions as shapes: states by code, a polygon, or a box."""

import shapely
from shapely import MultiPolygon, Polygon

from secretariat.watch.measures.boundaries import Boundaries, as_multipolygon, shape_of
from secretariat.watch.measures.topology import TURN
from secretariat.watch.rules.places import Region


class EmptyRegion(Exception):
    """A region that covers nothing: its states are not in the boundary data."""


def shape_of_region(region: Region, boundaries: Boundaries) -> MultiPolygon:
    """The region in degrees; longitudes may pass 180. Raises :class:`EmptyRegion`."""
    if region.countries:
        if missing := sorted(set(region.countries) - boundaries.states):
            msg = f"region {region.key}: the boundary data have no {', '.join(missing)}"
            raise EmptyRegion(msg)
        return shape_of(boundaries, region.countries)
    if region.polygon:
        return as_multipolygon(shapely.make_valid(Polygon(region.polygon)))
    if region.box is not None:
        west, south, east, north = region.box
        return MultiPolygon([shapely.box(west, south, east + (TURN if east < west else 0.0), north)])
    msg = f"region {region.key}: neither countries, nor polygon, nor box"
    raise EmptyRegion(msg)
