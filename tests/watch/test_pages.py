"""What leaves the page as CSV or on the map is what the page lists, and no spreadsheet runs it."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow as pa
import pytest
from django.db import transaction
from django.test import Client

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.watch.queries.geometry import boundaries_are_set_up
from secretariat.watch.views.sheets import plain_cell, plain_texts

pytestmark = pytest.mark.django_db
CSTO = Path(__file__).parents[2] / "examples" / "csto"
MINSK = "on=2011-05-31&known_at=2011-05-31"
needs_boundaries = pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets")


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker, pack_tables: tuple[PackTable, ...]) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), CSTO, pack_tables)
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("text", ["=1+1", "+7 495", "-5", "@SUM(A1)", "\tx", "\r=1"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str):
    assert plain_cell(text) == f"'{text}"
    assert plain_texts(pa.array([text, "Osh", None])).to_pylist() == [f"'{text}", "Osh", None]


def test_numbers_and_other_texts_stay_as_they_are():
    assert plain_cell(-5.5) == -5.5
    assert plain_cell("Kunduz - town") == "Kunduz - town"
    assert plain_cell(None) is None


def _sheet(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_the_events_of_every_leaf_in_the_order_of_the_page(client: Client):
    leaves = [client.get(f"/watch.json?{MINSK}&page={number}").json() for number in (1, 2)]
    listed = [event["event_id"] for leaf in leaves for event in leaf["events"]]
    assert len(listed) == leaves[0]["shelf"]["total"] > 50
    assert [row["event_id"] for row in _sheet(client, f"/watch.csv?{MINSK}")] == listed


def test_unknown_deaths_are_an_empty_cell_and_not_nought(client: Client):
    rows = {row["event_id"]: row["best"] for row in _sheet(client, f"/watch.csv?{MINSK}&from=2009-01")}
    listed = client.get(f"/watch.json?{MINSK}&from=2009-01").json()["events"]
    unknown = [event["event_id"] for event in listed if event["best"] is None]
    assert unknown
    assert {rows[key] for key in unknown} == {""}


@pytest.mark.parametrize("unit", ["region", "segment", "country"])
def test_each_row_of_the_csv_says_what_the_list_says_of_the_event(client: Client, unit: str):
    leaves = [client.get(f"/watch.json?{MINSK}&unit={unit}&page={number}").json()["events"] for number in (1, 2)]
    rows = _sheet(client, f"/watch.csv?{MINSK}&unit={unit}")
    for event, row in zip([event for leaf in leaves for event in leaf], rows, strict=True):
        assert row["units"] == " ".join(event["units"])
        for name in ("start", "end", "place", "country", "date_precision", "place_precision", "kind", "low", "best"):
            assert row[name] == ("" if event[name] is None else str(event[name])), name
        km = event["distance_km"]
        assert row["distance_km"] == "" if km is None else float(row["distance_km"]) == pytest.approx(km, abs=0.006)


def test_units_as_csv_are_those_of_the_page(client: Client):
    address = f"{MINSK}&unit=region"
    page = client.get(f"/watch.json?{address}").json()["units"]
    rows = _sheet(client, f"/watch.csv?{address}&rows=units")
    assert [(row["unit"], int(row["events"])) for row in rows] == [(row["id"], row["events"]) for row in page]


def test_every_event_counts_somewhere_elsewhere_or_as_not_locatable(client: Client):
    page = client.get(f"/watch.json?{MINSK}&unit=country").json()
    counted = sum(row["events"] for row in page["units"]) + page["elsewhere"]
    assert counted + sum(each["count"] for each in page["not_locatable"]) == page["shelf"]["total"]


def test_no_direction_is_drawn_from_a_chronology(client: Client):
    page = client.get(f"/watch.json?{MINSK}").json()
    assert page["is_census"] is False
    assert {row["arrow"] for row in page["units"]} <= {None}


@needs_boundaries
def test_map_has_what_the_list_has_and_draws_nothing_at_a_centroid(client: Client):
    page = client.get(f"/watch.json?{MINSK}").json()
    layer = client.get(f"/watch/events.geojson?{MINSK}").json()
    assert layer["events"] == page["shelf"]["total"] - page["not_drawn"]
    assert page["not_drawn"] > 0
    listed = {row["event_id"]: row for row in _listed(client)}
    assert {listed[each["properties"]["id"]]["place_precision"] for each in layer["features"]} <= {
        "exact",
        "near",
        "admin2",
    }


def _listed(client: Client) -> list[dict[str, str]]:
    return _sheet(client, f"/watch.csv?{MINSK}")


@needs_boundaries
def test_borders_name_the_members_of_the_day(client: Client):
    layer = client.get(f"/watch/borders.geojson?{MINSK}").json()
    members = {each["properties"]["state"] for each in layer["features"] if each["properties"].get("member")}
    assert members == {"AM", "BY", "KG", "KZ", "RU", "TJ", "UZ"}
    assert len([each for each in layer["features"] if "segment" in each["properties"]]) == 27


SVG = "{http://www.w3.org/2000/svg}"


@needs_boundaries
def test_still_map_draws_each_event_that_has_a_precise_place(client: Client):
    page = client.get(f"/watch.json?{MINSK}").json()
    picture = ET.fromstring(client.get(f"/watch/map.svg?{MINSK}").content)  # noqa: S314  # our own
    said = [mark.findtext(f"{SVG}title") for mark in picture.iter(f"{SVG}circle")]
    counts = [int(label.rpartition(": ")[2]) for label in said if label]
    assert sum(counts) == page["shelf"]["total"] - page["not_drawn"]
    assert f"{page['not_drawn']} not drawn" in picture.findtext(f"{SVG}desc")
    assert picture.findtext(f"{SVG}title") == page["picture_alt"]
    assert "imply no endorsement" in "".join(picture.itertext())


@needs_boundaries
def test_still_map_follows_the_choices_of_the_page(client: Client):
    whole, month, russian = (
        client.get(f"/watch/map.svg?{MINSK}{more}").content.decode() for more in ("", "&month=2011-05", "&lang=ru")
    )
    assert whole.count("<circle") > month.count("<circle") > 0
    assert "Внешние границы членов на 31 мая 2011" in russian


@needs_boundaries
def test_still_map_is_not_sent_again_while_its_content_is_the_same(client: Client):
    first = client.get(f"/watch/map.svg?{MINSK}")
    again = client.get(f"/watch/map.svg?{MINSK}", headers={"If-None-Match": first["ETag"]})
    other = client.get(f"/watch/map.svg?{MINSK}&month=2011-05", headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)
    assert client.get(f"/watch/map.svg?{MINSK}").content == first.content


@needs_boundaries
def test_page_shows_the_still_map_without_a_script(client: Client):
    html = client.get(f"/watch?{MINSK}&month=2011-05").content.decode()
    (address,) = re.findall(r'<img src="(/watch/map.svg[^"]*)"', html)
    assert "month=2011-05" in address
    assert re.search(r'<section id="map"[^>]* hidden', html), "the other map waits for its script"


@pytest.mark.parametrize(
    "query",
    ["from=2011-13", "from=2012-01&to=2011-01", "month=1999-01", "within_km=0", "within_km=nan", "unit=x", "dataset=x"],
)
def test_choice_that_cannot_be_read_is_answered_kindly(client: Client, query: str):
    assert client.get(f"/watch?{MINSK}&{query}").status_code == 400


@pytest.mark.parametrize("query", ["box=1,2,3", "box=a,b,c,d", "box=0,10,0,-10", "zoom=99", "zoom=x"])
def test_part_of_the_map_that_cannot_be_read_is_refused(client: Client, query: str):
    assert client.get(f"/watch/events.geojson?{MINSK}&{query}").status_code == 400


def test_event_that_nobody_knew_of_yet_is_not_there(client: Client):
    assert client.get(f"/watch/events/events-chronology/E150?{MINSK}").status_code == 200
    assert client.get("/watch/events/events-chronology/E150?on=2011-05-01&known_at=2011-05-01").status_code == 404
