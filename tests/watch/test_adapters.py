"""Each source's files become events of one schema; what fits none is put aside with its line and column."""

import csv
import json
import zipfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secretariat.sources.lake import Importer, Quarantine, UnableToImport
from secretariat.watch.forms import IMPORTERS
from secretariat.watch.forms.acled import ACLED
from secretariat.watch.forms.gdelt import GDELT, NAMES
from secretariat.watch.forms.ged import GED
from secretariat.watch.forms.plain import PLAIN
from secretariat.watch.forms.schema import EVENTS
from secretariat.watch.forms.series import MONTHLY
from secretariat.watch.forms.unhcr import UNHCR
from secretariat.watch.rules.countries import BY_FIPS, BY_GLEDITSCH_WARD, BY_ISO_NUMBER

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared/data"
needs_files = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the real files are not beside the repository: {SHARED.name}"
)
GED_ROW = {
    "id": "244657",
    "type_of_violence": "1",
    "number_of_sources": "-1",
    "side_a": "Government of Afghanistan",
    "side_b": "Taleban",
    "where_prec": "2",
    "where_coordinates": "Kunduz town",
    "latitude": "36.728",
    "longitude": "68.857",
    "country": "Afghanistan",
    "country_id": "700",
    "date_prec": "1",
    "date_start": "2011-05-28 00:00:00.000",
    "date_end": "2011-05-28 00:00:00.000",
    "best": "6",
    "high": "6",
    "low": "6",
}
GDELT_MAPPING = {
    "event_id": "Global_Event_ID",
    "source": "=gdelt",
    "start": "Day",
    "kind": "Event_Root_Code",
    "lon": "Long_Extra",
    "lat": "Lat_Extra",
    "place": "ST_PR_CNTRY",
    "country": "Country",
    "country_codes": "fips",
    "place_precision": "Mention_Type",
    "place_codes": "gdelt",
    "url": "Source_URL",
}
"""A third party's copy of GDELT rows, with a header of its own: the action's place stands in misnamed columns."""


def _read(importer: Importer, path: Path, **options: str) -> tuple[list[dict[str, Any]], Quarantine]:
    reading = importer.read(path, options)
    (reader,) = reading.tables.values()
    return reader.read_all().to_pylist(), reading.quarantine


def _written(path: Path, rows: list[Mapping[str, str]], *, delimiter: str = ",") -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_every_adapter_of_events_fills_the_one_schema():
    assert [importer.name for importer in IMPORTERS] == [
        "ucdp-ged",
        "acled",
        "gdelt",
        "events",
        "monthly-series",
        "unhcr",
    ]
    assert len({importer.name for importer in IMPORTERS}) == len(IMPORTERS)


def test_ucdp_row_becomes_an_event(tmp_path: Path):
    (event,), quarantine = _read(GED, _written(tmp_path / "ged.csv", [GED_ROW]), release="25.1")
    assert quarantine.count == 0
    assert list(event) == EVENTS.names
    assert event["start"] == date(2011, 5, 28)
    assert (event["country"], event["place_precision"], event["date_precision"]) == ("AF", "near", "day")
    assert (event["low"], event["best"], event["high"]) == (6, 6, 6)
    assert event["actors"] == ["Government of Afghanistan", "Taleban"]
    assert event["flags"] == ["no_source_counted"]
    assert (event["kind"], event["release"], event["retracted"]) == ("state_based", "25.1", False)


@pytest.mark.parametrize("identifier", ["244657", "244657.0", " 244657 "])
def test_ids_written_as_numbers_or_as_text_are_the_same_id(tmp_path: Path, identifier: str):
    (event,), _ = _read(GED, _written(tmp_path / "ged.csv", [GED_ROW | {"id": identifier}]))
    assert event["event_id"] == "244657"


@pytest.mark.parametrize(
    ("figures", "flag"),
    [({"best": "1", "low": "3", "high": "4"}, "best_below_low"), ({"best": "9", "low": "3"}, "best_above_high")],
)
def test_figures_that_contradict_each_other_are_flagged_and_kept(tmp_path: Path, figures: dict[str, str], flag: str):
    (event,), quarantine = _read(GED, _written(tmp_path / "ged.csv", [GED_ROW | figures]))
    assert flag in event["flags"]
    assert event["best"] == int(figures["best"])
    assert quarantine.count == 0


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("latitude", "NaN", "'NaN' is none"),
        ("latitude", "91", "91 is out of range"),
        ("best", "Infinity", "'Infinity' is none"),
        ("best", "१२", "'१२' is none"),
        ("best", "0x10", "'0x10' is none"),
        ("best", "-1", "-1 is out of range"),
        ("best", "", "is empty"),
        ("date_start", "2011-02-30", "is no day"),
        ("date_start", "2011-06-01", "is before date_start"),
        ("where_prec", "9", "is no code"),
        ("type_of_violence", "", "is empty"),
    ],
)
def test_cell_that_fits_no_value_puts_its_row_aside(tmp_path: Path, column: str, text: str, said: str):
    rows = [GED_ROW, GED_ROW | {column: text}, GED_ROW | {"id": "3"}]
    events, quarantine = _read(GED, _written(tmp_path / "ged.csv", rows))
    assert [event["event_id"] for event in events] == ["244657", "3"]
    assert quarantine.count == 1
    (problem,) = quarantine.shown
    assert problem.line == 3
    assert said in problem.wrong
    assert str(problem).startswith("ged.csv:3: ")


def test_line_of_a_problem_is_right_after_a_text_of_several_lines(tmp_path: Path):
    rows = [GED_ROW | {"where_coordinates": "Kunduz\ntown\n, east"}, GED_ROW | {"low": "six"}]
    events, quarantine = _read(GED, _written(tmp_path / "ged.csv", rows))
    assert len(events) == 1
    assert [(each.line, each.column) for each in quarantine.shown] == [(5, "low")]


def test_row_of_another_width_is_put_aside_and_shifts_no_line(tmp_path: Path):
    path = _written(tmp_path / "ged.csv", [GED_ROW, GED_ROW | {"best": "x"}, GED_ROW])
    lines = path.read_text().splitlines()
    path.write_text("\n".join([*lines[:2], "a,b,c", *lines[2:]]) + "\n")
    events, quarantine = _read(GED, path)
    assert len(events) == 2
    assert quarantine.count == 2
    assert [(each.line, each.wrong) for each in quarantine.shown] == [(3, "3 fields"), (4, "'x' is none")]


def test_zip_file_is_read_as_the_table_inside_it(tmp_path: Path):
    path = _written(tmp_path / "ged.csv", [GED_ROW])
    with zipfile.ZipFile(tmp_path / "ged.zip", "w") as archive:
        archive.write(path, "GEDEvent_v25_1.csv")
    events, _ = _read(GED, tmp_path / "ged.zip")
    assert len(events) == 1


def test_zip_file_without_a_table_is_refused(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "ged.zip", "w") as archive:
        archive.writestr("readme.md", "nothing")
    with pytest.raises(UnableToImport, match="holds 0 tables"):
        _read(GED, tmp_path / "ged.zip")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"id,best\n1,2\n", "type_of_violence is missing|'?type_of_violence'? is missing"),
        (b"id\0\n1\n", "NUL"),
        (b"\xff\xfe\n", "UTF-8"),
    ],
)
def test_file_that_is_no_table_of_events_is_refused_whole(tmp_path: Path, content: bytes, said: str):
    path = tmp_path / "ged.csv"
    path.write_bytes(content)
    with pytest.raises(UnableToImport, match=said):
        _read(GED, path)


def test_acled_row_keeps_its_timestamp_so_that_the_newest_counts(tmp_path: Path):
    row = {
        "event_id_cnty": "TJK1",
        "event_date": "2022-05-18",
        "time_precision": "1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "iso": "762",
        "location": "Vomar",
        "latitude": "37.95",
        "longitude": "71.57",
        "geo_precision": "2",
        "fatalities": "8",
        "timestamp": "1653400000",
    }
    (event,), _ = _read(ACLED, _written(tmp_path / "acled.csv", [row]))
    assert (event["country"], event["best"], event["low"], event["updated"]) == ("TJ", 8, None, "1653400000")


def test_deleted_acled_events_are_retractions(tmp_path: Path):
    path = _written(tmp_path / "deleted.csv", [{"event_id_cnty": "TJK1", "deleted_timestamp": "1653500000"}])
    (event,), _ = _read(ACLED, path, deleted="yes")
    assert event["retracted"]
    assert event["start"] is None


def test_gdelt_rows_have_no_header_and_sixty_one_columns(tmp_path: Path):
    assert len(NAMES) == 61
    cells = dict.fromkeys(NAMES, "") | {
        "GLOBALEVENTID": "954680550",
        "SQLDATE": "20201113",
        "EventRootCode": "19",
        "ActionGeo_Type": "1",
        "ActionGeo_Fullname": 'Tajikistan "the republic',
        "ActionGeo_CountryCode": "TI",
        "ActionGeo_Lat": "39",
        "ActionGeo_Long": "71",
        "SOURCEURL": "https://example.org/a",
    }
    path = tmp_path / "20201113.export.CSV"
    path.write_text("\t".join(cells.values()) + "\n" + "\t".join(list(cells.values())[:60]) + "\n")
    (event,), quarantine = _read(GDELT, path)
    assert (event["country"], event["place_precision"], event["kind"]) == ("TJ", "country", "cameo_19")
    assert event["best"] is None, "news reports are no count of deaths"
    assert [(each.line, each.wrong, each.expected) for each in quarantine.shown] == [(2, "60 fields", "61")]


def _gdelt_row(**cells: str) -> str:
    usual = {"SQLDATE": "20201113", "EventRootCode": "19", "ActionGeo_Type": "4"}
    return "\t".join((dict.fromkeys(NAMES, "") | usual | cells).values()) + "\n"


def test_line_of_a_problem_is_right_after_a_field_that_opens_a_quotation(tmp_path: Path):
    path = tmp_path / "20201113.export.CSV"
    path.write_text(
        _gdelt_row(GLOBALEVENTID="1", ActionGeo_Fullname='"Osh, the town')
        + _gdelt_row(GLOBALEVENTID="2", SQLDATE="20200230")
        + _gdelt_row(GLOBALEVENTID="3", ActionGeo_Lat="x")
    )
    events, quarantine = _read(GDELT, path)
    assert [(event["event_id"], event["place"]) for event in events] == [("1", '"Osh, the town')]
    assert [(each.line, each.column) for each in quarantine.shown] == [(2, "SQLDATE"), (3, "ActionGeo_Lat")]


def test_days_are_read_alike_whether_all_of_a_file_are_written_one_way_or_not(tmp_path: Path):
    days = ["20201113", "2020-11-13", "2020-11-13 10:00", "20200229"]
    path = tmp_path / "mixed.CSV"
    path.write_text("".join(_gdelt_row(GLOBALEVENTID=str(n), SQLDATE=day) for n, day in enumerate(days)))
    mixed, _ = _read(GDELT, path)
    assert [event["start"].isoformat() for event in mixed] == ["2020-11-13"] * 3 + ["2020-02-29"]
    for text, event in zip(days, mixed, strict=True):
        path.write_text(_gdelt_row(GLOBALEVENTID="1", SQLDATE=text))
        (alone,), _ = _read(GDELT, path)
        assert alone["start"] == event["start"]


def test_rows_and_problems_of_a_long_file_stand_in_its_order(tmp_path: Path):
    path = tmp_path / "20201113.export.CSV"
    long = "https://example.org/" + "a" * 1000
    with path.open("w") as file:
        for number in range(20_000):
            bad = number % 997 == 996
            file.write(_gdelt_row(GLOBALEVENTID=str(number), SOURCEURL=long, ActionGeo_Long="x" if bad else "71"))
    reading = GDELT.read(path, {})
    batches = list(reading.tables["events"])
    assert len(batches) > 3, "the file is longer than what is converted at once"
    wanted = [str(number) for number in range(20_000) if number % 997 != 996]
    assert [key for batch in batches for key in batch.column("event_id").to_pylist()] == wanted
    lines = [number + 1 for number in range(20_000) if number % 997 == 996]
    assert [each.line for each in reading.quarantine.shown] == lines


def test_nul_byte_far_into_a_file_is_named_with_its_line(tmp_path: Path):
    path = tmp_path / "20201113.export.CSV"
    path.write_bytes(_gdelt_row(GLOBALEVENTID="1").encode() * 20_000 + b"\0\n")
    with pytest.raises(UnableToImport, match=r"CSV:20001: a NUL byte"):
        _read(GDELT, path)


def test_declared_mapping_reads_a_file_with_columns_of_its_own(tmp_path: Path):
    path = _written(tmp_path / "list.csv", [{"nr": "7", "Day": "2011-05-24", "Where": "Osh"}], delimiter=";")
    (event,), _ = _read(
        PLAIN, path, event_id="nr", start="Day", place="Where", kind="=unrest", source="=list", delimiter=";"
    )
    assert (event["event_id"], event["place"], event["kind"], event["end"]) == ("7", "Osh", "unrest", date(2011, 5, 24))
    assert event["place_precision"] == "unknown", "a precision that nobody stated is not taken for exact"
    assert event["actors"] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"event_id": "nr"}, "no column is declared for start"),
        ({"country_codes": "cow"}, "expected one of iso2, fips, gw, iso3"),
        ({"event_id": "nr", "start": "Day", "kind": "Sort", "source": "=list"}, "'?Sort'? is missing"),
    ],
)
def test_mapping_that_cannot_work_is_refused(tmp_path: Path, options: dict[str, str], said: str):
    path = _written(tmp_path / "list.csv", [{"nr": "7", "Day": "2011-05-24"}])
    with pytest.raises(UnableToImport, match=said):
        _read(PLAIN, path, **options)


def test_geojson_points_are_events_and_other_shapes_are_put_aside(tmp_path: Path):
    point = {"type": "Point", "coordinates": [72.8, 40.5]}
    features = [
        {"type": "Feature", "geometry": point, "properties": {"id": 1, "day": "2010-06-10"}},
        {"type": "Feature", "geometry": {"type": "LineString", "coordinates": []}, "properties": {}},
        {"type": "Feature", "geometry": point, "properties": {"id": 3, "day": "June"}},
    ]
    path = tmp_path / "events.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    (event,), quarantine = _read(PLAIN, path, event_id="id", start="day", kind="=unrest", source="=list")
    assert (event["lon"], event["lat"], event["event_id"]) == (72.8, 40.5, "1")
    assert [(each.line, each.column) for each in quarantine.shown] == [(2, "geometry"), (3, "start")]


def test_json_with_numbers_that_are_none_is_refused(tmp_path: Path):
    path = tmp_path / "events.geojson"
    path.write_text('{"features": [{"geometry": {"type": "Point", "coordinates": [NaN, 1]}}]}')
    with pytest.raises(UnableToImport, match="NaN is no JSON"):
        _read(PLAIN, path)


def test_withheld_numbers_of_persons_are_unknown_and_not_nought(tmp_path: Path):
    row = {
        "Year": "2010",
        "Country of origin (ISO)": "AFG",
        "Country of asylum (ISO)": "TJK",
        "Refugees under UNHCR's mandate": "3131",
        "Asylum-seekers": "*",
        "IDPs of concern to UNHCR": "-",
    }
    (found,), _ = _read(UNHCR, _written(tmp_path / "unhcr.csv", [row]), release="2024-06")
    assert (found["origin"], found["asylum"], found["refugees"]) == ("AF", "TJ", 3131)
    assert found["asylum_seekers"] is None
    assert found["internally_displaced"] is None


def test_codes_of_other_systems_are_not_taken_for_iso_codes():
    assert (BY_FIPS["AJ"], BY_FIPS["AU"], BY_FIPS["CH"], BY_FIPS["TI"], BY_FIPS["RS"]) == ("AZ", "AT", "CN", "TJ", "RU")
    numbers = ("365", "370", "371", "702", "703", "704", "705")
    assert [BY_GLEDITSCH_WARD[each] for each in numbers] == ["RU", "BY", "AM", "TJ", "KG", "UZ", "KZ"]
    assert (BY_ISO_NUMBER["4"], BY_ISO_NUMBER["643"], BY_ISO_NUMBER["398"]) == ("AF", "RU", "KZ")


def test_chronology_of_the_example_is_read_whole():
    events, quarantine = _read(PLAIN, REPOSITORY / "examples/csto/data/events.csv")
    assert (len(events), quarantine.count) == (150, 0)
    assert Counter(event["standing"] for event in events) == {"confirmed": 112, "disputed": 22, "reported": 16}


def test_monthly_series_of_the_example_ends_each_month_on_its_last_day():
    path = REPOSITORY / "examples/csto/data/afghanistan_monthly_deaths.csv"
    rows, quarantine = _read(
        MONTHLY, path, region="AF", kind="state_based", unit="deaths", source="ucdp-ged", value="deaths_best"
    )
    assert (len(rows), quarantine.count) == (412, 0)
    assert rows[1]["month"] == date(1990, 2, 1)
    assert rows[1]["month_end"] == date(1990, 2, 28)
    assert rows[25]["month_end"] == date(1992, 2, 29)


def test_series_without_a_region_is_refused(tmp_path: Path):
    path = _written(tmp_path / "series.csv", [{"month": "2011-05", "value": "3"}])
    with pytest.raises(UnableToImport, match="the option region is missing"):
        _read(MONTHLY, path)


def test_month_that_is_none_is_put_aside(tmp_path: Path):
    path = _written(tmp_path / "series.csv", [{"month": "2011-13", "value": "3"}, {"month": "2011-05", "value": "3"}])
    rows, quarantine = _read(MONTHLY, path, region="AF", kind="k", unit="deaths", source="s")
    assert len(rows) == 1
    assert [(each.line, each.column) for each in quarantine.shown] == [(2, "month")]


@needs_files
@pytest.mark.parametrize(("name", "rows"), [("ethiopia", 3808), ("south_sudan", 974), ("sri_lanka", 4581)])
def test_real_ucdp_files_are_read_to_the_last_row(name: str, rows: int):
    path = SHARED / f"ged/{name}.csv"
    events, quarantine = _read(GED, path, release="21.1")
    assert (len(events), quarantine.count) == (rows, 0)
    with path.open(newline="", encoding="utf-8") as file:
        published = list(csv.DictReader(file))
    assert sum(event["best"] for event in events) == sum(int(row["best"]) for row in published)
    flagged = Counter(flag for event in events for flag in event["flags"])
    assert flagged["best_below_low"] == sum(int(row["best"]) < int(row["low"]) for row in published)
    assert flagged["best_above_high"] == sum(int(row["best"]) > int(row["high"]) for row in published)


@needs_files
def test_real_gdelt_files_with_another_header_are_read_by_a_declared_mapping():
    found = [_read(PLAIN, SHARED / f"gdelt/{day}.csv", **GDELT_MAPPING) for day in ("20201113", "20201114", "20201115")]
    assert [len(events) for events, _ in found] == [2824, 2601, 3929]
    assert sum(quarantine.count for _, quarantine in found) == 0
    karabakh = [event for events, _ in found for event in events if "Karabakh" in (event["place"] or "")]
    assert len(karabakh) == 64
    assert {event["country"] for event in karabakh} == {"RU"}, (
        "geocoded to Dagestan: the place-name check has to see it"
    )
