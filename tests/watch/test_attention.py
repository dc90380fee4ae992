"""What the media report is measured as a share of all that a source reported, and never taken for a count of events."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Notice, Table
from secretariat.review.sections import watch
from secretariat.sources.lake import UnableToImport
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.rules import end_of
from secretariat.watch.forms.plain import PLAIN
from secretariat.watch.measures.assignment import surroundings
from secretariat.watch.measures.attention import Volume, added_volumes, shares_by_month, volume
from secretariat.watch.measures.boundaries import Boundaries
from secretariat.watch.measures.counting import MonthlyCounts, monthly_counts
from secretariat.watch.measures.located import Locator, Unlocated, located
from secretariat.watch.measures.perimeter import Perimeter
from secretariat.watch.queries.events import countries_of
from secretariat.watch.queries.findings import findings
from secretariat.watch.queries.geometry import boundaries_are_set_up
from secretariat.watch.rules.adapters import ADAPTERS, Measured, measured
from secretariat.watch.rules.places import PlaceName
from tests.people import signed_in
from tests.watch.reports import FRANCE, IMAM_SAHIB, KARABAKH, MOSUL, NOWHERE, pack, sheet
from tests.watch.test_adapters import GDELT_MAPPING

FILES = sorted((Path(__file__).parents[3] / "shared" / "data" / "gdelt").glob("*.csv"))
needs_boundaries = pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets")
FIRST, LAST = np.datetime64("2011-03"), np.datetime64("2011-05")
UNITS = ("one", "two", "three")
REASONS = [each.value for each in Unlocated]
ROWS = st.lists(
    st.tuples(st.dates(date(2011, 3, 1), date(2011, 5, 31)), st.sampled_from([*UNITS, None, *REASONS])), max_size=60
)


def test_gdelt_alone_measures_attention_and_mapped_files_where_they_say_so():
    assert [name for name, each in ADAPTERS.items() if each.measured is Measured.ATTENTION] == ["gdelt"]
    assert measured("events", {}) is Measured.EVENTS
    assert measured("events", {"counts": "attention"}) is Measured.ATTENTION
    assert not ADAPTERS["gdelt"].census


def test_mapped_file_that_measures_something_else_is_refused(tmp_path: Path):
    with pytest.raises(UnableToImport, match="counts=mentions: expected one of events, attention"):
        PLAIN.read(tmp_path / "rows.csv", {"counts": "mentions"})


def _measured(rows: list[tuple[date, str | None]]) -> tuple[MonthlyCounts, Volume]:
    """Rows of a day that lie in a unit, nowhere, or of which a reason says why nobody knows."""
    days = pa.array([day for day, _ in rows], pa.date32())
    units = pa.array([what if what in UNITS else None for _, what in rows], pa.string())
    table = pa.table(
        {
            "kind": pa.array(["cameo_19"] * len(rows), pa.string()),
            **dict.fromkeys(("start", "end"), days),
            **dict.fromkeys(("low", "best", "high"), pa.nulls(len(rows), pa.int32())),
            "unlocated": pa.array([what if what in REASONS else None for _, what in rows], pa.string()),
        }
    )
    counts = monthly_counts(table, units, of_units=UNITS, of_kinds=("cameo_19",), first=FIRST, last=LAST)
    inside = np.asarray(units.is_valid().to_numpy(zero_copy_only=False))
    return counts, volume(table, inside, first=FIRST, last=LAST)


@given(ROWS)
def test_shares_of_a_partition_add_up_to_one_less_what_is_elsewhere_or_not_locatable(
    rows: list[tuple[date, str | None]],
):
    counts, whole = _measured(rows)
    shares = shares_by_month(counts, whole)
    for number, month in enumerate(whole.months):
        of_month = [each for each in shares if each.month == str(month)]
        there = [what for day, what in rows if f"{day:%Y-%m}" == str(month)]
        assert whole.total[number] == len(there)
        if not there:
            assert {each.share for each in of_month} == {None}, "no row of the source is no nought"
            continue
        vague = sum(what in REASONS for what in there) / len(there)
        elsewhere = there.count(None) / len(there)
        assert sum(each.share for each in of_month) == pytest.approx(1 - vague - elsewhere)


@given(ROWS, ROWS)
def test_volume_is_the_same_read_whole_or_a_part_at_a_time(one: list[Any], other: list[Any]):
    parts, whole = added_volumes(_measured(one)[1], _measured(other)[1]), _measured(one + other)[1]
    assert parts.total.tolist() == whole.total.tolist()
    assert parts.placed.tolist() == whole.placed.tolist()
    assert {key: part.tolist() for key, part in parts.unlocated.items()} == {
        key: part.tolist() for key, part in whole.unlocated.items()
    }


@pytest.mark.skipif(not FILES, reason="the GDELT files are not here")
def test_all_64_rows_that_geocoding_puts_into_dagestan_are_in_the_denominator_alone(
    minsk: Perimeter, boundaries: Boundaries
):
    locator = Locator(
        surroundings(minsk, boundaries), boundaries, (PlaceName("karabakh", "Karabakh", "AZ"),), within_km=50.0
    )
    conflicts = 0
    for path in FILES:
        (reader,) = PLAIN.read(path, GDELT_MAPPING | {"counts": "attention"}).tables.values()
        table = pa.Table.from_batches([located(locator, batch) for batch in reader.read_all().to_batches()])
        countries = countries_of(table)
        months = table.column("start").to_numpy(zero_copy_only=False).astype("datetime64[M]")
        inside = np.asarray(countries.is_valid().to_numpy(zero_copy_only=False))
        whole = volume(table, inside, first=months.min(), last=months.max())
        assert whole.total.sum() == len(table)
        conflicts += int(whole.unlocated["place_conflict"].sum())
        told = zip(table.column("place").to_pylist(), countries.to_pylist(), strict=True)
        assert {country for place, country in told if place == "Karabakh, Dagestan, Russia"} <= {None}
    assert conflicts >= 64


MAY = [("20110510", IMAM_SAHIB)] * 3 + [("20110511", MOSUL), ("20110512", KARABAKH), ("20110513", NOWHERE)]
MARCH = [("20110310", MOSUL), ("20110311", FRANCE)]
PERIOD = "dataset=gdelt&on=2011-05-31&from=2011-03&to=2011-05"
Load = Callable[..., None]


@pytest.fixture
def load(make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor, db: None) -> Load:
    def load_reports(times: int = 1, regions: int = 2) -> None:
        load_pack(actor, make_pack(**pack(sheet((MAY + MARCH) * times), regions)), pack_tables)

    return load_reports


def _units(client: Client, more: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in client.get(f"/watch.json?{PERIOD}&{more}").json()["units"]}


@needs_boundaries
@pytest.mark.parametrize(
    ("unit", "reports"),
    [("region", {"afghanistan": 3, "iraq": 2}), ("country", {"AF": 3, "IQ": 2, "FR": 1}), ("segment", {"TJ-AF": 3})],
)
def test_page_gives_each_unit_its_share_of_all_reports(load: Load, client: Client, unit: str, reports: dict[str, int]):
    load()
    rows = _units(client, f"unit={unit}")
    assert {key: row["reports"] for key, row in rows.items()} == reports
    assert {row["all_reports"] for row in rows.values()} == {8}
    assert {key: row["share"] for key, row in rows.items()} == {
        key: pytest.approx(count / 8, abs=1e-6) for key, count in reports.items()
    }
    assert {row["events"] for row in rows.values()} == {row["deaths"] for row in rows.values()} == {None}


@needs_boundaries
def test_place_name_in_conflict_is_in_the_denominator_and_in_no_numerator(load: Load, client: Client):
    load(regions=3)
    assert "RU" not in _units(client, "unit=country")
    assert _units(client, "unit=region")["region-0"]["share"] == 0
    page = client.get(f"/watch.json?{PERIOD}&unit=country").json()
    assert {each["reason"]: each["count"] for each in page["not_locatable"]} == {
        "place_conflict": 1,
        "no_coordinates": 1,
    }
    counted = sum(row["reports"] for row in page["units"]) + page["elsewhere"]
    assert counted + sum(each["count"] for each in page["not_locatable"]) == page["volume"]["all_reports"]


def test_month_without_a_row_of_the_source_is_unknown(load: Load, client: Client):
    load()
    row = _units(client, "unit=region&month=2011-04")["iraq"]
    assert (row["share"], row["reports"], row["all_reports"]) == (None, None, 0)
    html = client.get(f"/watch?{PERIOD}&unit=region").content.decode()
    assert "Months of which the source has no row, so that nothing is known of them: 1." in html


def test_kind_narrows_the_reports_and_not_what_they_are_a_share_of(load: Load, client: Client):
    load()
    row = _units(client, "unit=region&kind=cameo_14")["iraq"]
    assert (row["reports"], row["all_reports"], row["share"]) == (0, 8, 0)


def test_page_says_that_attention_is_no_count_of_events(load: Load, client: Client):
    load()
    html = client.get(f"/watch?{PERIOD}&unit=region").content.decode()
    assert "Attention is no count of events" in html
    assert "Share of media volume" in html
    assert "37.50 %" in html
    assert "Deaths" not in html.partition('id="shown"')[2]
    assert "Внимание СМИ – не число событий" in client.get(f"/watch?{PERIOD}&unit=region&lang=ru").content.decode()


def test_units_as_csv_have_both_counts_beside_the_share(load: Load, client: Client):
    load()
    text = b"".join(client.get(f"/watch.csv?{PERIOD}&unit=region&rows=units").streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [list(row.values()) for row in rows] == [
        ["afghanistan", "Afghanistan", "3", "8", "0.375"],
        ["iraq", "Iraq", "2", "8", "0.25"],
    ]


@needs_boundaries
def test_map_draws_the_reports_that_have_a_precise_place(load: Load, client: Client):
    load()
    page = client.get(f"/watch.json?{PERIOD}").json()
    layer = client.get(f"/watch/events.geojson?{PERIOD}").json()
    assert layer["events"] == page["shelf"]["total"] - page["not_drawn"] == 5
    said = client.get(f"/watch/map.svg?{PERIOD}").content.decode()
    assert "which are no count of events: 5 drawn, in 2 places; 3 not drawn" in said


def test_programs_get_shares_in_place_of_events_and_deaths(load: Load, client: Client):
    load()
    rows = client.get(f"/api/v1/watch/table?{PERIOD}&unit=region").json()
    (row,) = [each for each in next(part for part in rows.values() if isinstance(part, list)) if each["id"] == "iraq"]
    assert (row["reports"], row["all_reports"], row["share"]) == (2, 8, 0.25)
    assert row["events"] is row["deaths"] is None


def test_no_arrow_and_no_alert_is_proposed_of_attention(load: Load, client: Client):
    load()
    page = client.get(f"/watch.json?{PERIOD}&unit=region").json()
    assert page["alerts"] == []
    assert {row["arrow"] for row in page["units"]} == {None}
    analyst = signed_in("secretariat", "analyst").client
    answer = analyst.post(f"/watch/findings/propose?{PERIOD}&unit=region", {"token": "p"})
    assert answer.status_code == 400
    assert "measures what the media report and counts no events" in answer.content.decode()
    assert findings(SECRETARIAT, on=date(2011, 5, 31), known_at=end_of(date(2100, 1, 1))) == []


@needs_boundaries
@pytest.mark.parametrize(("times", "regions"), [(1, 2), (5, 9)])
def test_page_asks_as_often_for_many_reports_and_regions_as_for_few(
    load: Load, client: Client, django_assert_num_queries: Any, times: int, regions: int
):
    load(times, regions)
    for unit in ("region", "country", "segment"):
        with django_assert_num_queries(15, info=unit):
            assert client.get(f"/watch?{PERIOD}&unit={unit}").status_code == 200


def _said(block: Block) -> str:
    return str(block.sentence.text.en) if isinstance(block, Notice) else ""


def test_chapter_has_a_line_of_coverage_and_no_count_of_attention(load: Load):
    load()
    blocks = watch.blocks(Snapshot(SECRETARIAT, date(2011, 5, 31), end_of(date(2011, 5, 31))), None, date(2011, 3, 1))
    said = [_said(block) for block in blocks]
    assert any("Attention is no count of events" in line for line in said)
    assert any("News as one aggregator saw it." in line for line in said)
    assert not any("arrow is drawn" in line for line in said)
    assert not [block for block in blocks if isinstance(block, Table) and block.display.key.startswith("gdelt")]
