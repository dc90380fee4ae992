"""Points to distance, side and nearest segment, with peers beside: ``python -m benchmarks.perimeter`` prints JSON.

The peers answer less. A prepared union says yes or no, a tree of vertices gives a distance that is up to a kilometre
too long and no side, a spatial join names the segment whose belt a point is in; their belts are in degrees, which are
no distance. The points are the same. A peer that is not installed is listed without a value.
"""

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from typing import Any

import numpy as np
import shapely
from scipy.spatial import cKDTree

from benchmarks.measuring import ROOT
from secretariat.watch.measures.assignment import Surroundings, assign, surroundings
from secretariat.watch.measures.boundaries import Attribution, attributed
from secretariat.watch.measures.nearest import in_space
from secretariat.watch.measures.perimeter import Perimeter, perimeter
from secretariat.watch.measures.topology import read_topology

SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
POINTS = 1_000_000
RUNS = 5
WITHIN_KM = 50.0
BELT = 0.45
"""Degrees of latitude that are about 50 km: what the peers take for a distance."""
CHUNK = 62_500
LIMIT = 2e6
ATLAS = ROOT / "assets" / "node_modules" / "world-atlas" / "countries-10m.json"
Points = tuple[np.ndarray, np.ndarray]
Line = dict[str, Any]
WORK_OF_POSTGIS = """
CREATE EXTENSION IF NOT EXISTS postgis;
DROP TABLE IF EXISTS belt;
CREATE TABLE belt AS SELECT ST_Subdivide(ST_GeomFromWKB(%s, 4326), 255) AS shape;
CREATE INDEX ON belt USING gist (shape);
DROP TABLE IF EXISTS point;
CREATE TABLE point AS SELECT ST_SetSRID(ST_MakePoint(x, y), 4326) AS shape
  FROM unnest(%s::float8[], %s::float8[]) AS given (x, y);
ANALYZE belt;
ANALYZE point;
SET max_parallel_workers_per_gather = 2;
"""
JOIN_OF_POSTGIS = """
SELECT count(*) FROM point WHERE EXISTS (SELECT 1 FROM belt WHERE ST_Intersects(belt.shape, point.shape))
"""


def _clouds() -> dict[str, Points]:
    """The whole Earth evenly, and the belt around the members."""
    chance = np.random.default_rng(1)
    return {
        "the Earth": (
            chance.uniform(-180, 180, POINTS),
            np.degrees(np.arcsin(chance.uniform(-1, 1, POINTS))),
        ),
        "20-140 E, 30-60 N": (chance.uniform(20, 140, POINTS), chance.uniform(30, 60, POINTS)),
    }


def _line(name: str, work: Callable[[], object] | None, note: str, limit: float | None = None) -> Line:
    """Points in a second: the median of the runs, and what the processor worked in the median run."""
    line: Line = {"name": name, "value": None, "unit": "points/s", "runs": [], "processor": None}
    line |= {"note": note, "limit": limit}
    if work is None:
        return line
    work()
    runs = []
    for _ in range(RUNS):
        started = time.perf_counter(), time.process_time()
        work()
        runs.append((time.perf_counter() - started[0], time.process_time() - started[1]))
    passed, worked = (median(each) for each in zip(*runs, strict=True))
    measured = {"runs": [round(POINTS / wall) for wall, _ in runs], "processor": round(worked, 3)}
    return line | measured | {"value": round(POINTS / passed)}


def _chunked(work: Callable[[np.ndarray, np.ndarray], object], points: Points) -> None:
    starts = range(0, POINTS, CHUNK)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda at: work(points[0][at : at + CHUNK], points[1][at : at + CHUNK]), starts))


def _belts(found: Perimeter) -> list[shapely.Geometry]:
    return [shapely.buffer(shapely.MultiLineString(list(each.lines)), BELT) for each in found.land]


def _geopandas(found: Perimeter, points: Points) -> Callable[[], object] | None:
    if not find_spec("geopandas"):
        return None
    geopandas = import_module("geopandas")
    belts = geopandas.GeoDataFrame({"segment": [each.id for each in found.land]}, geometry=_belts(found), crs=4326)
    cloud = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(*points), crs=4326)
    return partial(geopandas.sjoin, cloud, belts, predicate="within")


def _postgis(found: Perimeter, points: Points, name: str, note: str) -> Line:
    """PostGIS in a private cluster; without a value where PostgreSQL, its driver or the extension is missing."""
    from tests.cluster import cluster, reason_to_skip  # noqa: PLC0415  # where the tests of the clone are not, this peer is not

    if reason_to_skip() is not None:
        return _line(name, None, note)
    psycopg = import_module("psycopg")
    with cluster() as address, psycopg.connect(address, cursor_factory=psycopg.ClientCursor) as connection:
        whole = shapely.to_wkb(shapely.union_all(_belts(found)))
        try:
            connection.execute(WORK_OF_POSTGIS, [whole, points[0].tolist(), points[1].tolist()])
        except psycopg.errors.FeatureNotSupported:
            return _line(name, None, note)
        return _line(name, lambda: connection.execute(JOIN_OF_POSTGIS).fetchone(), note) | {"processor": None}


def _peers(found: Perimeter, around: Surroundings, cloud: str, points: Points) -> Iterator[Line]:
    tree = cKDTree(in_space(around.lines.degrees[:, 0], around.lines.degrees[:, 1]))
    union = shapely.union_all(_belts(found))
    shapely.prepare(union)

    def nearest(x: np.ndarray, y: np.ndarray) -> object:
        return tree.query(in_space(x, y), distance_upper_bound=WITHIN_KM + 2)

    said = f"{POINTS:,} points, {cloud}"
    join = _geopandas(found, points)
    yield _line(
        f"points near the border: shapely, {cloud}",
        partial(_chunked, partial(shapely.contains_xy, union), points),
        f"{said}; yes or no, a belt in degrees, two threads",
    )
    yield _line(
        f"points near the border: scipy, {cloud}",
        partial(_chunked, nearest, points),
        f"{said}; distance to a vertex up to 52 km, two threads",
    )
    yield _line(f"points near the border: geopandas sjoin, {cloud}", join, f"{said}; the segment, a belt in degrees")
    note = f"{said}; yes or no, a belt in degrees, two workers"
    yield _postgis(found, points, f"points near the border: PostGIS, {cloud}", note)


def lines() -> Iterator[Line]:
    """A line for each program and cloud of points."""
    boundaries = attributed(read_topology(ATLAS), [Attribution("Baikonur", "KZ")])
    found = perimeter(boundaries, SEVEN)
    around = surroundings(found, boundaries)
    _ = around.sides, around.lines.guesses
    compiled = "" if find_spec("numba") else ", uncompiled: numba is not installed"
    for cloud, points in _clouds().items():
        yield _line(
            f"points near the border: secretariat, {cloud}",
            partial(assign, around, *points, within_km=WITHIN_KM),
            f"{POINTS:,} points, {cloud}; distance on WGS84, side and nearest segment{compiled}",
            LIMIT,
        )
        yield from _peers(found, around, cloud, points)


def main() -> None:
    """Print every line."""
    print(json.dumps(list(lines())))


if __name__ == "__main__":
    main()
