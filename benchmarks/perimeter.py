"""Points to distance, side and nearest segment, with peers beside: ``python -m benchmarks.perimeter``.

The peers answer less: a prepared union says yes or no, a tree of vertices gives a distance that is up to a kilometre
too long and no side. The points are the same; so are the two cores.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from statistics import median

import numpy as np
import shapely
from scipy.spatial import cKDTree

from benchmarks.measuring import ROOT
from secretariat.watch.measures.assignment import assign, surroundings
from secretariat.watch.measures.boundaries import Attribution, attributed
from secretariat.watch.measures.nearest import in_space
from secretariat.watch.measures.perimeter import perimeter
from secretariat.watch.measures.topology import read_topology

SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
POINTS = 1_000_000
RUNS = 3
WITHIN_KM = 50.0
CHUNK = 62_500
ATLAS = ROOT / "assets" / "node_modules" / "world-atlas" / "countries-10m.json"
Points = tuple[np.ndarray, np.ndarray]


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


def _speed(work: Callable[[], object]) -> str:
    """Millions of points in a second, and in a second of one processor (which says more on a busy machine)."""
    work()
    runs = []
    for _ in range(RUNS):
        started = time.perf_counter(), time.process_time()
        work()
        runs.append((time.perf_counter() - started[0], time.process_time() - started[1]))
    passed, worked = (POINTS / median(each) / 1e6 for each in zip(*runs, strict=True))
    return f"{passed:.2f} M/s ({worked:.2f} M a processor second)"


def _chunked(work: Callable[[np.ndarray, np.ndarray], object], points: Points) -> None:
    starts = range(0, POINTS, CHUNK)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda at: work(points[0][at : at + CHUNK], points[1][at : at + CHUNK]), starts))


def main() -> None:
    """Print a line for each program and cloud of points."""
    if not find_spec("numba"):
        print("numba is not installed: the search runs uncompiled")
    started = time.perf_counter()
    boundaries = attributed(read_topology(ATLAS), [Attribution("Baikonur", "KZ")])
    found = perimeter(boundaries, SEVEN)
    around = surroundings(found, boundaries)
    _ = around.sides, around.lines.guesses
    print(f"perimeter, territory and index from the atlas: {time.perf_counter() - started:.2f} s")
    buffered = shapely.buffer(shapely.MultiLineString([line for each in found.land for line in each.lines]), 0.45)
    shapely.prepare(buffered)
    tree = cKDTree(in_space(around.lines.degrees[:, 0], around.lines.degrees[:, 1]))
    limit = WITHIN_KM + 2
    peers: dict[str, Callable[[np.ndarray, np.ndarray], object]] = {
        "shapely, prepared buffer in degrees: yes or no": lambda x, y: shapely.contains_xy(buffered, x, y),
        "scipy, tree of vertices: distance up to 52 km": lambda x, y: tree.query(
            in_space(x, y), distance_upper_bound=limit
        ),
    }
    for name, points in _clouds().items():
        speed = _speed(partial(assign, around, *points, within_km=WITHIN_KM))
        print(f"{name}: secretariat, distance, side and segment: {speed}", flush=True)
        for peer, work in peers.items():
            print(f"{name}: {peer}: {_speed(partial(_chunked, work, points))}", flush=True)


if __name__ == "__main__":
    main()
