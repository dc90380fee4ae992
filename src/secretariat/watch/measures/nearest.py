"""The nearest point of a set of lines on the ellipsoid, for millions of points.

The lines are cut into short pieces whose ends become points in space (earth-centred, kilometres). A tree of balls over
the consecutive pieces says which of them cannot be nearest; a grid of first guesses makes the search short. The same
loop runs compiled where numba is installed and the points are many, else as it stands.
"""

import math
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secretariat.watch.measures.topology import HALF_TURN, TURN, Floats, unwrapped

Integers = NDArray[np.int32]
SEMI_MAJOR_KM = 6_378.137
ECCENTRICITY_SQUARED = 0.006_694_379_990_141_3
"""WGS84."""
MEAN_RADIUS_KM = 6_371.0
STEP_KM = 2.0
"""No piece is longer: its chord then lies less than ten centimetres below the surface."""
KM_PER_DEGREE = 111.2
SPARSE = 16
"""Every so manyth piece is enough for a first guess."""
MANY = 20_000
"""From so many points on, the loop is worth compiling."""
CHUNK = 65_536
NEAR_KM = 200.0
SLACK = 0.01
"""Up to this distance the nearest piece is found; beyond it, one that is at most 1% further than the nearest."""
BLOCK = 2_048
LEAF = 8
"""So many pieces share a leaf of the tree."""
SHORTEST_KM = 1e-9
_LEVELS = 64


@dataclass(frozen=True)
class Lines:
    """Lines cut into pieces.

    ``ends`` (n, 6) are the start of each in space and the vector to its stop, ``degrees`` (n, 4) both in degrees,
    ``of`` the number of the group of lines that it belongs to.
    ``balls`` (m, 4) are centres and radii of the tree over the pieces in their order, the root first.
    """

    ends: Floats
    degrees: Floats
    of: Integers
    balls: Floats

    def near(self, points: Floats) -> Integers:
        """A piece that is near each point (n, 3), though perhaps not the nearest."""
        sparse = self.ends[::SPARSE, :3]
        lengths = (sparse * sparse).sum(axis=1)
        found = np.empty(len(points), dtype=np.int32)
        for start in range(0, len(points), BLOCK):
            block = slice(start, start + BLOCK)
            found[block] = (lengths - 2 * points[block] @ sparse.T).argmin(axis=1) * SPARSE
        return found

    @cached_property
    def guesses(self) -> Integers:
        """For each cell of a grid of one degree, row by row from the south-west, a piece near its middle."""
        east, north = np.meshgrid(np.arange(0.5, TURN) - HALF_TURN, np.arange(0.5, HALF_TURN) - HALF_TURN / 2)
        return self.near(in_space(east.ravel(), north.ravel()))


def in_space(longitudes: Floats, latitudes: Floats) -> Floats:
    """Earth-centred coordinates (n, 3) in kilometres of points on the WGS84 ellipsoid."""
    east, north = np.radians(longitudes), np.radians(latitudes)
    sine, cosine = np.sin(north), np.cos(north)
    normal = SEMI_MAJOR_KM / np.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
    return np.column_stack(
        [normal * cosine * np.cos(east), normal * cosine * np.sin(east), normal * (1 - ECCENTRICITY_SQUARED) * sine]
    )


def pieces_of(line: Floats) -> Floats:
    """The pieces (n, 4) of a line: longitude and latitude of both ends, straight in degrees as GeoJSON draws them."""
    points = np.column_stack([unwrapped(line[:, 0]), line[:, 1]])
    steps = np.diff(points, axis=0)
    # East-west steps are measured at the latitude nearer to the equator: that can only make pieces shorter.
    lower = np.minimum(np.abs(points[:-1, 1]), np.abs(points[1:, 1]))
    lower[points[:-1, 1] * points[1:, 1] < 0] = 0.0
    lengths = np.hypot(steps[:, 0] * np.cos(np.radians(lower)), steps[:, 1]) * KM_PER_DEGREE
    counts = np.maximum(1, np.ceil(lengths / STEP_KM)).astype(np.int64)
    first = np.repeat(np.cumsum(counts) - counts, counts)
    share = ((np.arange(counts.sum()) - first) / np.repeat(counts, counts))[:, None]
    step = np.repeat(steps / counts[:, None], counts, axis=0)
    starts = np.repeat(points[:-1], counts, axis=0) + share * np.repeat(steps, counts, axis=0)
    return np.column_stack([starts, starts + step])


def _order(middles: Floats, leaves: int) -> NDArray[np.int64]:
    """An order in which the pieces of each node of the tree lie together: halved again and again, at the median."""
    order = np.arange(len(middles))
    width = 1
    while width < leaves:
        for part in np.split(order, width):
            spread = np.ptp(middles[part], axis=0)
            part[:] = part[np.argsort(middles[part, int(spread.argmax())], kind="stable")]
        width *= 2
    return order


def _balls(ends: Floats, leaves: int) -> Floats:
    """A ball around each node of the tree: node ``k`` has the children ``2k+1`` and ``2k+2``; leaves come last."""
    levels = []
    width = 1
    while width <= leaves:
        points = ends.reshape(width, -1, 3)
        centres = (points.min(axis=1) + points.max(axis=1)) / 2
        radii = np.linalg.norm(points - centres[:, None], axis=2).max(axis=1)
        levels.append(np.column_stack([centres, radii]))
        width *= 2
    return np.concatenate(levels)


def _search(points: Any, ends: Any, balls: Any, guesses: Any, nodes: Any, distances: Any, pieces: Any) -> None:
    """Fill in the chord in kilometres from each point to its nearest piece, and that piece; all arguments are flat."""
    leaves = len(balls) // 8  # the nodes that are no leaves, one fewer than the leaves; four numbers a ball
    for index in range(len(guesses)):
        x, y, z = points[3 * index], points[3 * index + 1], points[3 * index + 2]
        best, reach, chosen = math.inf, math.inf, 0
        # The first guess is looked at before the tree: its distance rules out most of it.
        nodes[0], nodes[1], count = 0, leaves + guesses[index] // LEAF, 2
        while count > 0:
            count -= 1
            node = nodes[count]
            at = 4 * node
            u, v, w = x - balls[at], y - balls[at + 1], z - balls[at + 2]
            bound = reach + balls[at + 3]
            if u * u + v * v + w * w > bound * bound:
                continue
            if node < leaves:
                left = 2 * node + 1
                at = 4 * left
                a, b, c = x - balls[at], y - balls[at + 1], z - balls[at + 2]
                u, v, w = x - balls[at + 4], y - balls[at + 5], z - balls[at + 6]
                is_left_nearer = a * a + b * b + c * c < u * u + v * v + w * w
                nodes[count] = left + 1 if is_left_nearer else left
                nodes[count + 1] = left if is_left_nearer else left + 1
                count += 2
                continue
            first = LEAF * (node - leaves)
            for piece in range(first, first + LEAF):
                at = 6 * piece
                a, b, c = x - ends[at], y - ends[at + 1], z - ends[at + 2]
                u, v, w = ends[at + 3], ends[at + 4], ends[at + 5]
                along = a * u + b * v + c * w
                share = min(1.0, max(0.0, along / (u * u + v * v + w * w)))
                u, v, w = a - share * u, b - share * v, c - share * w
                square = u * u + v * v + w * w
                if square < best or (square == best and piece < chosen):
                    best, chosen = square, piece
            reach = math.sqrt(best)
            reach -= max(0.0, reach - NEAR_KM) * SLACK
        distances[index] = math.sqrt(best)
        pieces[index] = chosen


@cache
def _compiled() -> Callable[..., None]:
    compiler: Callable[..., Callable[..., Callable[..., None]]] = import_module("numba").njit
    return compiler(nogil=True, cache=True, error_model="numpy")(_search)


def is_compiled(count: int) -> bool:
    """Whether a search for so many points is compiled: numba is installed, and they are many."""
    return count >= MANY and find_spec("numba") is not None


def lines_of(groups: Sequence[Sequence[Floats]]) -> Lines:
    """Prepare groups of lines; the number of its group is what a piece keeps. Raises ``ValueError`` without any."""
    pieces = [[pieces_of(line) for line in group] for group in groups]
    if not any(pieces):
        msg = "there is no line to be near to"
        raise ValueError(msg)
    counts = [sum(len(piece) for piece in group) for group in pieces]
    degrees = np.concatenate([piece for group in pieces for piece in group])
    of = np.repeat(np.arange(len(groups), dtype=np.int32), counts)
    leaves = 1 << max(0, (-(-len(of) // LEAF) - 1).bit_length())
    # Repeated pieces fill the leaves; a piece without length would divide by it.
    filled = np.linspace(0, len(of) - 1, LEAF * leaves).round().astype(np.int64)
    degrees, of = degrees[filled], of[filled]
    starts, stops = in_space(degrees[:, 0], degrees[:, 1]), in_space(degrees[:, 2], degrees[:, 3])
    order = _order((starts + stops) / 2, leaves)
    starts, stops = starts[order], stops[order]
    vectors = np.where(np.abs(stops - starts).max(axis=1, keepdims=True) < SHORTEST_KM, SHORTEST_KM, stops - starts)
    balls = _balls(np.concatenate([starts, stops], axis=1), leaves)
    return Lines(np.column_stack([starts, vectors]), degrees[order], of[order], balls)


def _chunk(lines: Lines, longitudes: Floats, latitudes: Floats) -> tuple[Floats, Integers]:
    columns = np.clip(longitudes + HALF_TURN, 0, TURN - 1).astype(np.uint16)
    rows = np.clip(latitudes + HALF_TURN / 2, 0, HALF_TURN - 1).astype(np.uint16)
    cells = rows * np.uint16(TURN) + columns  # 64,800 of them: sixteen bits hold them, and sort fast
    order = np.argsort(cells, kind="stable")  # neighbours take the same way through the tree: twice as fast
    points = in_space(longitudes[order], latitudes[order])
    chords, chosen = np.empty(len(points)), np.empty(len(points), dtype=np.int32)
    nodes = np.empty(_LEVELS, dtype=np.int64)
    guesses = lines.guesses[cells[order]]
    _compiled()(points.ravel(), lines.ends.ravel(), lines.balls.ravel(), guesses, nodes, chords, chosen)
    distances, pieces = np.empty(len(points)), np.empty(len(points), dtype=np.int32)
    distances[order], pieces[order] = along_surface(chords), chosen
    return distances, pieces


def along_surface(chords: Floats) -> Floats:
    """Lengths along the surface from lengths of chords, in kilometres.

    The ellipsoid is taken for a sphere here: up to 200 km that is right to a metre, further away to 0.3%.
    """
    return 2 * MEAN_RADIUS_KM * np.arcsin(np.minimum(1.0, chords / (2 * MEAN_RADIUS_KM)))


def nearest(lines: Lines, longitudes: Floats, latitudes: Floats) -> tuple[Floats, Integers]:
    """Distance in kilometres from each point to its nearest piece, and that piece; equally near ones: the first."""
    count = len(longitudes)
    if not is_compiled(count):
        points = in_space(longitudes, latitudes)
        chords, chosen = [0.0] * count, [0] * count
        guesses = lines.near(points).tolist() if count else []
        at, ends, balls = (each.ravel().tolist() for each in (points, lines.ends, lines.balls))
        _search(at, ends, balls, guesses, [0] * _LEVELS, chords, chosen)
        return along_surface(np.array(chords)), np.array(chosen, dtype=np.int32)
    _ = lines.guesses  # made before the threads start
    starts = range(0, count, CHUNK)
    with ThreadPoolExecutor(min(len(starts), os.cpu_count() or 1)) as threads:
        parts = list(
            threads.map(
                lambda start: _chunk(lines, longitudes[start : start + CHUNK], latitudes[start : start + CHUNK]), starts
            )
        )
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
