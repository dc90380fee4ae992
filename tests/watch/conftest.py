"""Boundary data of the tests: a small invented map, and the real one where set-up has fetched it."""

import json
from pathlib import Path

import pytest

from secretariat.watch.measures.boundaries import Attribution, Boundaries, attributed
from secretariat.watch.measures.perimeter import Perimeter, perimeter
from secretariat.watch.measures.topology import Topology, read_topology
from secretariat.watch.queries.geometry import boundary_file, boundary_topology

SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
BAIKONUR = Attribution("Baikonur", "KZ")
# Four squares of ten degrees in a row from 0 to 40 East between the equator and 10 North: Armenia, Belarus, China and a
# leased site inside Belarus; and Fiji, one territory that the data cut at 180 degrees.
ARCS = [
    [[10, 0], [10, 10]],  # 0: Armenia | Belarus
    [[20, 0], [20, 10]],  # 1: Belarus | China
    [[10, 10], [0, 10], [0, 0], [10, 0]],  # 2: the coast of Armenia
    [[10, 0], [20, 0]],  # 3: the southern coast of Belarus
    [[20, 10], [10, 10]],  # 4: the northern coast of Belarus
    [[20, 0], [30, 0], [30, 10], [20, 10]],  # 5: the coast of China
    [[14, 4], [16, 4], [16, 6], [14, 6], [14, 4]],  # 6: around the site
    [[180, -10], [170, -10], [170, -20], [180, -20]],  # 7: Fiji, west
    [[180, -20], [180, -10]],  # 8: the cut, seen from the west
    [[-180, -20], [-170, -20], [-170, -10], [-180, -10]],  # 9: Fiji, east
    [[-180, -10], [-180, -20]],  # 10: the cut, seen from the east
]
COUNTRIES = [
    ("051", "Armenia", [[[2, 0]]]),
    ("112", "Belarus", [[[3, 1, 4, ~0], [~6]]]),
    ("156", "China", [[[5, ~1]]]),
    (None, "Site", [[[6]]]),
    ("242", "Fiji", [[[7, 8]], [[9, 10]]]),
]


def _steps(arc: list[list[int]]) -> list[list[int]]:
    first, *rest = arc
    return [first, *([x - a, y - b] for (a, b), (x, y) in zip(arc, rest, strict=False))]


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    """The small map as a TopoJSON file."""
    geometries = [
        {"type": "MultiPolygon", "arcs": polygons, "properties": {"name": name}} | ({"id": number} if number else {})
        for number, name, polygons in COUNTRIES
    ]
    content = {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [_steps(arc) for arc in ARCS],
    }
    path = tmp_path / "small.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture
def small(small_file: Path) -> Topology:
    return read_topology(small_file)


@pytest.fixture(scope="session")
def atlas() -> Topology:
    if not boundary_file().is_file():
        pytest.skip("boundary data are not set up: make assets")
    return boundary_topology()


@pytest.fixture(scope="session")
def boundaries(atlas: Topology) -> Boundaries:
    return attributed(atlas, [BAIKONUR])


@pytest.fixture(scope="session")
def minsk(boundaries: Boundaries) -> Perimeter:
    """The perimeter of the seven members of 2011."""
    return perimeter(boundaries, SEVEN)
