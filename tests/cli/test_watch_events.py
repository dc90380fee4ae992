"""``secretariat watch load``, ``table``, ``alerts`` and ``diff``, and ``secretariat synth events``."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typer
from django.db import transaction
from typer.testing import CliRunner, Result

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli import alerts, events, synth
from secretariat.cli import watch as watch_command
from secretariat.cli.pack import pack_tables
from secretariat.cli.synthetic.events import GED_NAMES
from secretariat.sources.pack.loading import load_pack
from secretariat.watch.forms.gdelt import NAMES as GDELT_NAMES
from secretariat.watch.queries import counted as counting
from secretariat.watch.queries.geometry import boundaries_are_set_up
from secretariat.watch.queries.tables import By, tabulated

pytestmark = pytest.mark.django_db
CSTO = Path(__file__).parents[2] / "examples" / "csto"
DATES = ("--known-at", "2100-01-01")
KUNDUZ = {
    "id": "1",
    "type_of_violence": "1",
    "where_prec": "1",
    "where_coordinates": "Imam Sahib",
    "latitude": "37.19",
    "longitude": "68.90",
    "country": "Afghanistan",
    "country_id": "700",
    "date_prec": "1",
    "date_start": "2010-05-28",
    "date_end": "2010-05-28",
    "best": "6",
    "high": "8",
    "low": "5",
}


@pytest.fixture(scope="module")
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), CSTO, pack_tables())
        yield
        transaction.set_rollback(True)


def run(*arguments: object) -> Result:
    app = typer.Typer()
    watch_command.add_to(app)
    events.add_to(app)
    alerts.add_to(app)
    synth.add_to(app)
    return CliRunner().invoke(app, [str(each) for each in arguments])


def _ged(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, GED_NAMES, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def releases(csto: None, tmp_path: Path) -> tuple[str, str]:
    """Two releases: of three events one is taken out later, one has another figure, one is new."""
    second, third, fourth = (KUNDUZ | {"id": number} for number in "234")
    old = _ged(tmp_path / "old.csv", KUNDUZ, second, third)
    new = _ged(tmp_path / "new.csv", KUNDUZ | {"best": "7"}, second, fourth)
    added = [
        json.loads(run("watch", "load", "ucdp-ged", path, "--release", name, "--json").stdout)
        for path, name in ((old, "24.1"), (new, "25.1"))
    ]
    return added[0]["id"], added[1]["id"]


def test_same_file_twice_changes_nothing(csto: None, tmp_path: Path):
    path = _ged(tmp_path / "ged.csv", KUNDUZ)
    first, second = (json.loads(run("watch", "load", "ucdp-ged", path, "--json").stdout) for _ in range(2))
    assert (first["added"], first["rows"]) == (True, {"events": 1})
    assert second["added"] is False
    assert first["id"] == second["id"]


def test_difference_names_what_was_added_taken_out_and_changed(releases: tuple[str, str]):
    found = json.loads(run("watch", "diff", *releases, *DATES, "--json").stdout)
    assert (found["added"], found["removed"], found["unchanged"]) == (["4"], ["3"], 1)
    (changed,) = found["changed"]
    assert changed == {"event_id": "1", "fields": {"best": {"before": 6, "after": 7}}}


def test_table_counts_the_newest_release_alone(releases: tuple[str, str]):
    asked = ("watch", "table", "--from", "2010-05-01", "--to", "2010-05-31", "--dataset", "ucdp-ged", *DATES)
    found = json.loads(run(*asked, "--by", "region,month", "--json").stdout)
    assert found["releases"] == [releases[1]]
    (row,) = [each for each in found["rows"] if each["unit"] == "afghanistan"]
    assert (row["month"], row["events"], row["deaths"]) == ("2010-05", 3, 19)
    (line,) = csv.DictReader(io.StringIO(run(*asked, "--by", "country,month", "--csv").stdout))
    assert (line["unit"], line["events"], line["deaths"]) == ("AF", "3", "19")


@pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets")
def test_events_near_the_border_stand_by_their_segment(releases: tuple[str, str]):
    asked = ("watch", "table", "--from", "2010-05-01", "--to", "2010-05-31", "--dataset", "ucdp-ged", *DATES)
    found = json.loads(run(*asked, "--by", "segment,month", "--json").stdout)
    assert [(row["unit"], row["events"]) for row in found["rows"]] == [("TJ-AF", 3)]


@pytest.mark.parametrize("by", ["region", "country", "segment"])
def test_counts_are_the_same_whether_events_are_held_or_read_a_part_at_a_time(
    csto: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
):
    days = [f"2010-{month:02}-{day:02}" for month in (4, 5) for day in range(1, 29)]
    rows = [KUNDUZ | {"id": str(n), "date_start": day, "date_end": day, "best": str(n)} for n, day in enumerate(days)]
    rows[7] |= {"country_id": "702", "where_prec": "6"}
    rows[9] |= {"date_start": "2010-03-20", "type_of_violence": "3"}
    rows[11] |= {"latitude": "52.1", "longitude": "23.7", "country_id": "370"}
    run("watch", "load", "ucdp-ged", _ged(tmp_path / "ged.csv", *rows))
    asked = {
        "on": date(2010, 6, 1),
        "known_at": datetime(2100, 1, 1, tzinfo=UTC),
        "dataset": "ucdp-ged",
        "by": By(by),
        "first": date(2010, 4, 1),
        "last": date(2010, 5, 31),
    }
    held = tabulated(SECRETARIAT, **asked)
    monkeypatch.setattr(counting, "BLOCK", 5)
    found = counting.counted(SECRETARIAT, **asked)
    assert found.counts.units == held.counts.units
    assert found.counts.kinds == held.counts.kinds
    for name in ("events", "best", "least", "most", "without_figure", "low", "high"):
        np.testing.assert_allclose(getattr(found.counts, name), getattr(held.counts, name), err_msg=name)
    assert (found.elsewhere, found.unlocated) == (held.elsewhere, held.unlocated)
    assert held.counts.events.sum() > 0


def test_report_that_is_coded_as_several_events_counts_once(csto: None, tmp_path: Path):
    usual = {"SQLDATE": "20100528", "EventRootCode": "19", "ActionGeo_Type": "4", "ActionGeo_CountryCode": "AF"}
    told = [
        {"SOURCEURL": "https://example.org/a", "ActionGeo_Fullname": "Kunduz"},
        {"SOURCEURL": "https://example.org/a", "ActionGeo_Fullname": "Kunduz", "EventRootCode": "18"},
        {"SOURCEURL": "https://example.org/a", "ActionGeo_Fullname": "Imam Sahib"},
        {"SOURCEURL": "https://example.org/b", "ActionGeo_Fullname": "Kunduz"},
        {"ActionGeo_Fullname": "Kunduz"},
        {"ActionGeo_Fullname": "Kunduz"},
    ]
    path = tmp_path / "20100528.export.CSV"
    rows = (dict.fromkeys(GDELT_NAMES, "") | usual | each | {"GLOBALEVENTID": str(n)} for n, each in enumerate(told))
    path.write_text("".join("\t".join(row.values()) + "\n" for row in rows))
    run("watch", "load", "gdelt", path)
    asked = ("watch", "table", "--from", "2010-05-01", "--to", "2010-05-31", "--dataset", "gdelt", *DATES)
    found = json.loads(run(*asked, "--by", "country,month", "--json").stdout)
    assert sum(row["reports"] for row in found["rows"]) == 5, "rows without an address cannot be told apart"


def _judged(folder: Path, first: str) -> dict[str, Any]:
    """What is said of May 2010 where one event in ``first`` opens the record and three follow in the month judged."""
    days = [first, "2010-05-28", "2010-05-28", "2010-05-28"]
    rows = [KUNDUZ | {"id": str(n), "date_start": day, "date_end": day} for n, day in enumerate(days)]
    run("watch", "load", "ucdp-ged", _ged(folder / "ged.csv", *rows), "--release", first)
    asked = ("watch", "alerts", "--as-of", "2010-06-15", "--dataset", "ucdp-ged", "--by", "region,month", *DATES)
    return dict(json.loads(run(*asked, "--json").stdout))


@pytest.mark.parametrize(
    ("first", "judge"),
    [
        ("2005-01-05", "farrington"),
        ("2009-01-05", "ears_c2"),
        ("2009-10-05", "ears_c1"),
        ("2010-04-05", "none"),
    ],
)
def test_alerts_name_the_method_that_the_history_suffices_for(csto: None, tmp_path: Path, first: str, judge: str):
    found = _judged(tmp_path, first)
    assert found["judged_by"] == judge
    assert {each["judged_by"] for each in found["arrows"]} == {judge}
    rules = {rule["rule"] for each in found["alerts"] if each["unit"] == "afghanistan" for rule in each["rules"]}
    assert ("ears" in rules) is judge.startswith("ears")


def test_alerts_give_the_rule_the_arrows_and_the_record_of_alerts(csto: None, tmp_path: Path):
    found = _judged(tmp_path, "2005-01-05")
    assert found["month"] == "2010-05"
    arrows = {each["unit"]: each["arrow"] for each in found["arrows"]}
    assert arrows["afghanistan"] == "deteriorated"
    assert arrows["middle-east"] == "unchanged"
    assert {rule["rule"] for each in found["alerts"] for rule in each["rules"]} >= {"surge"}
    (record,) = found["track_record"]
    assert record["alerts"] == record["followed"] + record["false_alarms"]


def test_months_before_the_first_event_of_a_data_set_are_no_history_of_noughts(releases: tuple[str, str]):
    asked = ("watch", "alerts", "--as-of", "2010-06-15", "--dataset", "ucdp-ged", "--by", "region,month", *DATES)
    found = json.loads(run(*asked, "--json").stdout)
    assert {each["arrow"] for each in found["arrows"]} == {"unknown"}
    assert found["alerts"] == []
    assert "judged by" in run(*asked).stdout


def test_predictions_of_a_series_are_scored_against_what_came(csto: None):
    asked = ("watch", "alerts", "--as-of", "2011-05-31", "--dataset", "events-chronology", "--by", "region,month")
    (scored,) = json.loads(run(*asked, "--known-at", "2100-01-01", "--json").stdout)["predictions"]
    assert (scored["series"], scored["unit"], scored["points"]) == ("afghanistan state_based", "deaths", 245)
    assert 0 < scored["crps_of_negative_binomial"] < scored["crps_of_draws"]
    assert "mean CRPS" in run(*asked, "--known-at", "2100-01-01").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("table", "--by", "region,month", "--from", "2011-02-01", "--to", "2011-01-01"), "before --from"),
        (("table", "--by", "region,month", "--from", "2011-01-01", "--to", "2011-01-31", "--dataset", "x"), "'x'"),
        (("table", "--by", "planet", "--from", "2011-01-01", "--to", "2011-01-31"), "expected one of segment"),
        (("diff", "a", "b"), "no release of events"),
        (("load", "nobody", str(CSTO / "states.yaml")), "nobody"),
        (("load", "ucdp-ged", "nowhere.csv"), "nowhere.csv"),
    ],
)
def test_mistake_is_answered_with_a_plain_word_and_exit_code_two(csto: None, arguments: tuple[str, ...], said: str):
    done = run("watch", *arguments)
    assert done.exit_code == 2
    assert said in done.output.replace("\n", " ")
    assert "Traceback" not in done.output


@pytest.mark.parametrize(("source", "importer"), [("ged", "ucdp-ged"), ("gdelt", "gdelt")])
def test_invented_events_are_labelled_the_same_each_time_and_fit_the_importer(
    csto: None, tmp_path: Path, source: str, importer: str
):
    first, second = tmp_path / "one.csv", tmp_path / "two.csv"
    for path in (first, second):
        assert run("synth", "events", "--rows", 500, "--source", source, "--seed", 7, "--out", path).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    assert all("SYNTHETIC" in line for line in first.read_text().splitlines() if not line.startswith('"id"'))
    added = json.loads(run("watch", "load", importer, first, "--release", "SYNTHETIC", "--json").stdout)
    assert (added["rows"], added["quarantined"]) == ({"events": 500}, 0)


def test_events_want_a_number_and_a_file(tmp_path: Path):
    assert run("synth", "events", "--rows", 5).exit_code == 2
    assert run("synth", tmp_path / "pack", "--rows", 5, "--out", tmp_path / "x").exit_code == 2
