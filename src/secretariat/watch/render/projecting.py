"""From degrees to the sheet: a projection that fits what is shown, and lines no finer than can be seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import Transformer

from secretariat.watch.measures.boundaries import Area, Boundaries
from secretariat.watch.measures.perimeter import without_seam
from secretariat.watch.measures.topology import HALF_TURN, TURN, Floats, Ring, arcs_of

Box = tuple[float, float, float, float]
TOLERANCE = 0.45
"""Lines are simplified to about half a pixel, arc by arc, so that neighbours still share their border."""
SPECK = 0.8
"""An island that is smaller in both directions, in pixels, is not drawn."""
WIDEST = 200.0
"""Beyond so many degrees of longitude a cone no longer serves; the whole Earth is shown."""
SIDE = 135.0
"""An area with a point further from the middle than this lies behind the cone's cut and is left out."""
_EDGE = 40


def _projection(box: Box) -> str:
    west, south, east, north = box
    middle = (west + east) / 2
    if east - west > WIDEST:
        return f"+proj=eqearth +lon_0={middle}"
    low, high = south + (north - south) / 6, north - (north - south) / 6
    if low < 0 < high and abs(low + high) < 1:  # a cone needs its parallels to differ from their mirror image
        high += 1
    return f"+proj=aea +lat_1={low} +lat_2={high} +lat_0={(south + north) / 2} +lon_0={middle}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rectangle of ``width`` by ``height`` pixels onto which a box of degrees is fitted, north up."""

    box: Box
    width: float
    height: float
    scale: float
    left: float
    top: float
    transformer: Transformer

    @property
    def middle(self) -> float:
        """The longitude in the middle."""
        return (self.box[0] + self.box[2]) / 2

    def place(self, longitudes: Floats, latitudes: Floats) -> Floats:
        """Pixels (n, 2) of points in degrees, from the upper left corner."""
        x, y = self.transformer.transform(longitudes, latitudes)
        return np.column_stack([(np.asarray(x) - self.left) * self.scale, (self.top - np.asarray(y)) * self.scale])

    def seen(self) -> tuple[float, float, float]:
        """Degrees that may be seen: how far east and west of the middle, the southernmost and northernmost."""
        along, down = np.meshgrid(np.linspace(0, self.width, _EDGE), np.linspace(0, self.height, _EDGE))
        longitudes, latitudes = self.transformer.transform(
            along.ravel() / self.scale + self.left, self.top - down.ravel() / self.scale, direction="INVERSE"
        )
        there = np.isfinite(longitudes) & np.isfinite(latitudes)
        away = np.abs((longitudes[there] - self.middle + HALF_TURN) % TURN - HALF_TURN)
        return float(away.max()) + 2, float(latitudes[there].min()) - 2, float(latitudes[there].max()) + 2

    def shows(self, points: Floats) -> bool:
        """Whether a line or ring, in pixels, falls on the sheet and is no mere speck."""
        return bool(
            len(points)
            and np.ptp(points, axis=0).max() >= SPECK
            and points[:, 0].max() >= 0
            and points[:, 0].min() <= self.width
            and points[:, 1].max() >= 0
            and points[:, 1].min() <= self.height
        )


def sheet_of(box: Box, shown: Floats, width: float, padding: float) -> Sheet:
    """A sheet of a width on which the points ``shown`` (degrees) fit with padding on all sides, as high as it takes."""
    transformer = Transformer.from_crs("EPSG:4326", f"{_projection(box)} +datum=WGS84", always_xy=True)
    x, y = (np.asarray(each) for each in transformer.transform(shown[:, 0], shown[:, 1]))
    scale = (width - 2 * padding) / (x.max() - x.min())
    return Sheet(
        box=box,
        width=width,
        height=float(round((y.max() - y.min()) * scale + 2 * padding)),
        scale=scale,
        left=x.min() - padding / scale,
        top=y.max() + padding / scale,
        transformer=transformer,
    )


def outline_of(box: Box) -> Floats:
    """Points along the edges of a box of degrees."""
    west, south, east, north = box
    along, up = np.linspace(west, east, _EDGE), np.linspace(south, north, _EDGE)
    return np.concatenate(
        [
            np.column_stack([along, np.full(_EDGE, south)]),
            np.column_stack([along, np.full(_EDGE, north)]),
            np.column_stack([np.full(_EDGE, west), up]),
            np.column_stack([np.full(_EDGE, east), up]),
        ]
    )


class Arcs:
    """The arcs of the boundary data on a sheet, each projected and simplified once."""

    def __init__(self, boundaries: Boundaries, sheet: Sheet) -> None:
        self._arcs = boundaries.topology.arcs
        self._bounds = boundaries.bounds
        self._sheet = sheet
        self._placed: dict[int, Floats] = {}
        self._seen = sheet.seen()

    def arc(self, signed: int) -> Floats:
        """One arc as pixels, in the direction it is walked."""
        number = signed if signed >= 0 else ~signed
        if number not in self._placed:
            self._placed[number] = self._simplified(self._arcs[number])
        return self._placed[number] if signed >= 0 else self._placed[number][::-1]

    def _simplified(self, degrees: Floats) -> Floats:
        line = shapely.LineString(self._sheet.place(degrees[:, 0], degrees[:, 1]))
        return np.asarray(shapely.get_coordinates(shapely.simplify(line, TOLERANCE, preserve_topology=False)))

    def lines(self, number: int) -> tuple[Floats, ...]:
        """One arc as pixels, without what only follows the antimeridian."""
        whole = self._arcs[number]
        return tuple(
            self.arc(number) if len(piece) == len(whole) else self._simplified(piece) for piece in without_seam(whole)
        )

    def ring(self, ring: Ring) -> Floats:
        """A closed ring as pixels."""
        return np.concatenate([self.arc(arc)[:-1] for arc in ring])

    def is_on_sheet(self, area: Area) -> bool:
        """Whether an area is in front of the projection and falls on the sheet."""
        reach, south, north = self._seen
        west, low, width, height = self._bounds[[*arcs_of(area.rings[0])]].T
        away = (west - self._sheet.middle + HALF_TURN) % TURN - HALF_TURN
        if away.min() < -SIDE or (away + width).max() > SIDE:
            return False
        if away.min() > reach or (away + width).max() < -reach or low.min() > north or (low + height).max() < south:
            return False
        return self._sheet.shows(self.ring(area.rings[0]))


def path_of(lines: Iterable[Floats], *, closed: bool) -> str:
    """Lines as the data of an SVG path, to a tenth of a pixel, in relative steps."""
    pieces = []
    for line in lines:
        tenths = np.rint(line * 10).astype(np.int64)
        keep = np.ones(len(tenths), dtype=bool)
        keep[1:] = (np.diff(tenths, axis=0) != 0).any(axis=1)
        tenths = tenths[keep]
        if len(tenths) < (3 if closed else 2) or (closed and np.ptp(tenths, axis=0).max() < SPECK * 10):
            continue
        steps = np.diff(tenths, axis=0)
        start = f"M{_tenth(tenths[0, 0])} {_tenth(tenths[0, 1])}"
        pieces.append(start + "l" + " ".join(f"{_tenth(x)} {_tenth(y)}" for x, y in steps) + ("z" if closed else ""))
    return "".join(pieces)


def _tenth(value: int) -> str:
    return f"{value / 10:g}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name may stand: pixels, the room around it in pixels, and the share of its area that is on the sheet."""

    x: float
    y: float
    room: float
    share: float


def middle_of(rings: Sequence[Floats], sheet: Sheet) -> Place:
    """The roomiest point of an area, of which the outline and the holes are given in pixels."""
    outer, *holes = (ring for ring in rings if len(ring) > 2)  # noqa: PLR2004  # a line is no ring
    whole = shapely.make_valid(shapely.Polygon(outer, holes)).simplify(1.0)
    seen = whole.intersection(shapely.box(0, 0, sheet.width, sheet.height))
    largest = max(shapely.get_parts(seen), key=lambda part: part.area, default=None)
    if largest is None or largest.area <= 0:
        return Place(-1.0, -1.0, 0.0, 0.0)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=1.0)
    x, y = shapely.get_coordinates(circle)[0]
    return Place(float(x), float(y), float(circle.length), seen.area / whole.area)
