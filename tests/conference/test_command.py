import json

import pytest
import typer
from typer.testing import CliRunner

pytestmark = pytest.mark.django_db
MINSK = ("--meeting", "CFM-2011-H2", "--on", "2011-05-31")


@pytest.fixture
def run(csto):
    from secretariat.cli.agenda import add_to

    app = typer.Typer()

    @app.callback()
    def root():
        """So that the command keeps its name."""

    add_to(app)
    return lambda *arguments: CliRunner().invoke(app, ["agenda", *arguments], env={"COLUMNS": "200"})


def test_agenda_after_minsk_as_json_has_grounds_and_deadlines(run):
    found = json.loads(run(*MINSK, "--json").stdout)
    assert (found["days"], found["days_open"]) == ({"earliest": "2011-07-01", "latest": "2011-12-31"}, True)
    first = found["items"][0]
    assert [part["number"] for part in first["parts"]] == ["1.1", "1.2", "1.3", "1.4"]
    assert first["grounds"][0]["kind"] == "overdue"
    assert first["grounds"][0]["rows"] == ["COM-2010-12-10-5-SG"]
    assert first["grounds"][0]["sources"] == ["S113"]
    assert found["documents"][4] == {
        "item": "1",
        "purpose": "report",
        "language": "en",
        "deadline": {"earliest": "2011-06-01", "latest": "2011-12-01"},
        "status": "expected",
        "symbol": "",
        "received": None,
    }


def test_agenda_is_printed_in_the_language_asked_for(run):
    assert "deadline passed, not reported as done (2011-02-01): COM-2010-12-10-5-SG" in run(*MINSK).stdout
    assert "О времени и месте проведения очередного заседания" in run(*MINSK, "--lang", "ru").stdout


def test_papers_are_written_where_asked_and_their_paths_leave_json_alone(run, tmp_path):
    done = run(*MINSK, "--lang", "en", "--out", str(tmp_path / "papers"), "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["meeting"] == "CFM-2011-H2"
    assert len(list((tmp_path / "papers").iterdir())) == 4


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--meeting", "NOPE", "--on", "2011-05-31"), "no meeting NOPE is known"),
        (("--meeting", "CFM-2011-05-31", "--on", "2011-06-30"), "was held"),
        (("--meeting", "CFM-2011-H2", "--on", "2011-06-31"), "not a day of the calendar"),
        (("--meeting", "CFM-2011-H2", "--on", "2011-05-31", "--known-at", "1980-01-01"), "no meeting"),
    ],
)
def test_mistake_is_answered_with_a_reason_and_code_2(run, arguments, why):
    done = run(*arguments)
    assert done.exit_code == 2
    assert why in done.stderr


def test_folder_that_cannot_be_written_is_a_mistake(run, tmp_path):
    (tmp_path / "file").write_text("")
    done = run(*MINSK, "--out", str(tmp_path / "file"))
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
