"""``secretariat watch perimeter``, ``assign`` and ``map``."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import typer
from click.testing import Result
from django.conf import settings
from django.db import transaction
from typer.testing import CliRunner

from secretariat.audit.rules import Actor
from secretariat.cli import watch as watch_command
from secretariat.cli.pack import pack_tables
from secretariat.sources.pack.loading import load_pack
from secretariat.watch.queries.geometry import boundaries_are_set_up

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets"),
]
CSTO = Path(__file__).parents[2] / "examples" / "csto"
EVENTS = """id,lon,lat,place,place_precision
a,67.28,37.22,Termez,exact
b,68.90,37.19,Imam Sahib,exact
c,46.8645,42.4692,"Karabakh, Dagestan, Russia",exact
d,65.0,33.0,Afghanistan,country
e,,,,
f,10,50,Fulda,exact
"""


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), CSTO, pack_tables())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a file of events."""
    (tmp_path / "events.csv").write_text(EVENTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    app = typer.Typer()
    watch_command.add_to(app)
    return CliRunner().invoke(app, ["watch", *arguments])


def test_perimeter_gives_segments_source_and_point_of_view(folder: Path) -> None:
    done = run("perimeter", "--on", "2011-05-31", "--json", "--geojson", "p.geojson")
    found = json.loads(done.stdout)
    assert found["members"] == ["AM", "BY", "KG", "KZ", "RU", "TJ", "UZ"]
    land = [segment for segment in found["segments"] if segment["kind"] == "land"]
    assert len(land) == found["land_segments"] == 27
    assert round(sum(segment["km"] for segment in land)) == round(found["land_km"]) == 20_357
    drawn = found["states_as_boundary_data"]
    assert (round(drawn["land_km"]), drawn["land_segments"], round(drawn["internal_km"])) == (20_504, 27, 14_081)
    assert set(found["segments"][0]) == {"id", "member", "neighbour", "kind", "km"}
    assert found["boundary_source"]["package"] == "world-atlas"
    assert "disclaimer" in found["pov"]
    features = json.loads((folder / "p.geojson").read_text(encoding="utf-8"))["features"]
    assert {each["id"] for each in features} == {segment["id"] for segment in found["segments"]}
    for feature in features:
        for line in feature["geometry"]["coordinates"]:
            assert all(abs(one[0] - other[0]) < 180 for one, other in pairwise(line))


def test_assign_counts_every_row_once_and_writes_them(folder: Path) -> None:
    done = run("assign", "events.csv", "--on", "2011-05-31", "--json", "--out", "out.csv")
    found = json.loads(done.stdout)
    assert found["near"] == [
        {"segment": "TJ-AF", "inside": 0, "outside": 1},
        {"segment": "UZ-AF", "inside": 1, "outside": 0},
    ]
    assert found["not_locatable"] == {"no_coordinates": 1, "imprecise": 1, "place_conflict": 1}
    assert found["rows"] == 6
    assert found["elsewhere"] == 1
    lines = (folder / "out.csv").read_text(encoding="utf-8").splitlines()
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
def test_a_mistake_is_answered_in_a_line(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_without_boundary_data_it_says_what_to_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ASSETS", str(folder))
    done = run("perimeter", "--on", "2011-05-31")
    assert done.exit_code == 2
    assert "run: make assets" in done.stderr


def test_map_draws_members_points_and_disclaimer(folder: Path) -> None:
    done = run("map", "--on", "2011-05-31", "--lang", "ru", "--out", "m.svg", "--points", "events.csv")
    assert done.exit_code == 0, done.stderr
    svg = (folder / "m.svg").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "Внешние границы членов на 31 мая 2011 г." in svg
    assert ">Таджикистан<" in svg
    assert "не выражают какого-либо мнения" in svg


def test_release_in_the_lake_is_located_as_a_file_is(folder: Path) -> None:
    asked = ("--release", "events-chronology", "--on", "2011-05-31", "--known-at", "2100-01-01", "--json")
    found = json.loads(run("assign", *asked).stdout)
    near = sum(each["inside"] + each["outside"] for each in found["near"])
    assert found["rows"] == 150
    assert near + found["elsewhere"] + sum(found["not_locatable"].values()) == 150
