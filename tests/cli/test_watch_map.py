"""``secretariat watch perimeter``, ``assign`` and ``map`` as they are run."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from secretariat.watch.queries.geometry import boundaries_are_set_up

pytestmark = [
    pytest.mark.slow,  # each test starts programs
    pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets"),
]
CSTO = Path(__file__).parents[2] / "examples" / "csto"
RUN = "from secretariat.cli import main; main()"
EVENTS = """id,lon,lat,place,place_precision
a,67.28,37.22,Termez,exact
b,68.90,37.19,Imam Sahib,exact
c,46.8645,42.4692,"Karabakh, Dagestan, Russia",exact
d,65.0,33.0,Afghanistan,country
e,,,,
f,10,50,Fulda,exact
"""


def run(*arguments: str, folder: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("SECRETARIAT_", "DJANGO_"))}
    command = [sys.executable, "-c", RUN, "watch", *arguments]
    return subprocess.run(command, cwd=folder, env=environment | extra, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("register")
    done = subprocess.run(
        [sys.executable, "-c", RUN, "load", str(CSTO)],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if not key.startswith(("SECRETARIAT_", "DJANGO_"))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (folder / "events.csv").write_text(EVENTS, encoding="utf-8")
    return folder


def test_perimeter_gives_segments_source_and_point_of_view(register: Path) -> None:
    done = run("perimeter", "--on", "2011-05-31", "--json", "--geojson", "p.geojson", folder=register)
    found = json.loads(done.stdout)
    assert found["members"] == ["AM", "BY", "KG", "KZ", "RU", "TJ", "UZ"]
    land = [segment for segment in found["segments"] if segment["kind"] == "land"]
    assert len(land) == found["land_segments"] == 27
    assert round(sum(segment["km"] for segment in land)) == round(found["land_km"]) == 20_504
    assert set(found["segments"][0]) == {"id", "member", "neighbour", "kind", "km"}
    assert found["boundary_source"]["package"] == "world-atlas"
    assert "disclaimer" in found["pov"]
    features = json.loads((register / "p.geojson").read_text(encoding="utf-8"))["features"]
    assert {each["id"] for each in features} == {segment["id"] for segment in found["segments"]}
    for feature in features:
        for line in feature["geometry"]["coordinates"]:
            assert all(abs(one[0] - other[0]) < 180 for one, other in pairwise(line))


def test_assign_counts_every_row_once_and_writes_them(register: Path) -> None:
    done = run("assign", "events.csv", "--on", "2011-05-31", "--json", "--out", "out.csv", folder=register)
    found = json.loads(done.stdout)
    assert found["near"] == [
        {"segment": "TJ-AF", "inside": 0, "outside": 1},
        {"segment": "UZ-AF", "inside": 1, "outside": 0},
    ]
    assert found["not_locatable"] == {"no_coordinates": 1, "imprecise": 1, "place_conflict": 1}
    assert found["rows"] == 6
    assert found["elsewhere"] == 1
    lines = (register / "out.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 7
    assert "place_conflict" in lines[3]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("assign", "events.csv", "--lon", "x", "--on", "2011-05-31"), "no column 'x'"),
        (("assign", "events.csv", "--lon", "place", "--on", "2011-05-31"), "expected degrees"),
        (("assign", "nothing.csv", "--on", "2011-05-31"), "cannot be read"),
        (("assign", "--on", "2011-05-31"), "give a file"),
        (("assign", "--release", "nothing", "--on", "2011-05-31"), "no release of 'nothing'"),
        (("assign", "events.csv", "--within-km", "-5", "--on", "2011-05-31"), "no distance"),
        (("map", "--on", "2011-05-31", "--out", "m.svg", "--lang", "de"), "no language"),
        (("map", "--on", "2011-05-31", "--out", "m.svg", "--region", "atlantis"), "no region 'atlantis'"),
        (("map", "--on", "1980-01-01", "--out", "m.svg"), "nothing to draw"),
    ],
)
def test_a_mistake_is_answered_in_a_line(register: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, folder=register)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_boundary_data_it_says_what_to_run(register: Path) -> None:
    done = run("perimeter", "--on", "2011-05-31", folder=register, SECRETARIAT_ASSETS=str(register))
    assert done.returncode == 2
    assert "run: make assets" in done.stderr


def test_map_draws_members_points_and_disclaimer(register: Path) -> None:
    done = run("map", "--on", "2011-05-31", "--lang", "ru", "--out", "m.svg", "--points", "events.csv", folder=register)
    assert done.returncode == 0, done.stderr
    svg = (register / "m.svg").read_text(encoding="utf-8")
    assert "Внешние границы членов на 31 мая 2011 г." in svg
    assert ">Таджикистан<" in svg
    assert "не выражают какого-либо мнения" in svg
