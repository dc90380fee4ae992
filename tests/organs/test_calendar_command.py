import json

import pytest
import typer
from icalendar import Calendar
from typer.testing import CliRunner

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(register):
    from secretariat.cli.calendar import add_to

    app = typer.Typer()

    @app.callback()
    def root():
        """So that the command keeps its name."""

    add_to(app)
    return lambda *arguments: CliRunner().invoke(app, ["calendar", *arguments], env={"COLUMNS": "200"})


def test_the_calendar_of_minsk_as_json(run):
    (entry,) = json.loads(run("--as-of", "2011-05-31", "--json").stdout)
    assert entry["id"] == "CFM-2011-H2"
    assert entry["stated"] == {"earliest": "2011-07-01", "latest": "2011-12-31"}
    assert (entry["earliest"], entry["latest"]) == ("2011-07-01", "2011-12-31")
    assert (entry["open_start"], entry["open_end"]) == (False, True)
    assert entry["place"] == {"en": "Moscow", "ru": "Москва"}
    assert entry["certainty"] == "expected"
    assert entry["constraints"][0]["relation"] == "before"
    assert (entry["constraints"][0]["anchor"], entry["constraints"][0]["resolved_to"]) == ("next:CSC", None)
    assert entry["conflicts"] == []


def test_the_calendar_of_october_as_json_and_as_of_what_was_known(run):
    found = {entry["id"]: entry for entry in json.loads(run("--as-of", "2011-10-31", "--json").stdout)}
    assert found["CFM-2011-H2"]["latest"] == "2011-12-19"
    assert found["CFM-2011-H2"]["constraints"][0]["resolved_to"] == "CSC-2011-12-20"
    earlier = json.loads(run("--as-of", "2011-10-31", "--known-at", "2011-10-01", "--json").stdout)
    assert [entry["latest"] for entry in earlier] == ["2011-12-31"]


def test_the_feed_is_written_and_the_same_twice(run, tmp_path):
    first, second = tmp_path / "1.ics", tmp_path / "2.ics"
    for path in (first, second):
        assert run("--as-of", "2011-10-31", "--ics", str(path)).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    uids = {str(event["uid"]) for event in Calendar.from_ical(first.read_bytes()).walk("VEVENT")}
    assert uids == {"CFM-2011-H2@csto.secretariat", "CSC-2011-12-20@csto.secretariat"}


def test_a_table_for_people_names_the_condition_and_the_days(run):
    output = run("--as-of", "2011-05-31").stdout
    assert "before" in output
    assert "2011-12-31" in output


def test_a_file_that_cannot_be_written_is_the_users_mistake(run, tmp_path):
    result = run("--as-of", "2011-05-31", "--ics", str(tmp_path / "missing" / "x.ics"))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
