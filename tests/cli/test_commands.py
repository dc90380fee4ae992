"""The command line as it is run: in its own process, with its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from secretariat.cli import database_url, take_option

pytestmark = pytest.mark.slow  # each test starts programs
CSTO = Path(__file__).parents[2] / "examples" / "csto"
RUN = "from secretariat.cli import main; main()"


def run(*arguments: str, folder: Path, database: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("SECRETARIAT_", "DJANGO_"))}
    if database is not None:
        environment["SECRETARIAT_DATABASE_URL"] = database
    command = [sys.executable, "-c", RUN, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose secretariat.db holds the example."""
    folder = tmp_path_factory.mktemp("register")
    done = run("load", str(CSTO), "--json", folder=folder)
    assert done.returncode == 0, done.stderr
    assert all(counts["rejected"] == counts["unchanged"] == 0 for counts in json.loads(done.stdout).values())
    return folder


@pytest.mark.parametrize(
    ("on", "states"),
    [
        ("2011-05-31", "AM BY KG KZ RU TJ UZ"),
        ("1999-05-01", "AM BY KG KZ RU TJ"),
        ("2013-01-01", "AM BY KG KZ RU TJ UZ"),
        ("2025-01-01", "AM BY KG KZ RU TJ UZ"),
    ],
)
def test_members_lists_the_states_of_a_day(register: Path, on: str, states: str) -> None:
    done = run("members", "--on", on, "--json", folder=register)
    found = {row["state"]: row for row in json.loads(done.stdout)}
    assert " ".join(found) == states
    for row in found.values():
        assert {"state", "name", "status", "since", "standing", "sources"} <= set(row)
    if on == "2013-01-01":
        assert (found["UZ"]["status"], found["UZ"]["standing"]) == ("suspended", "disputed")
    if on == "2025-01-01":
        assert found["AM"]["status"] == "party"
        assert "2024-02-22" in [each["date"] for each in found["AM"]["declarations_without_legal_effect"]]


@pytest.mark.parametrize(("on", "since"), [("2003-09-17", None), ("2003-09-18", "2003-09-18")])
def test_instrument_says_whether_and_since_when(register: Path, on: str, since: str | None) -> None:
    done = run("instrument", "CHARTER", "--on", on, "--json", folder=register)
    found = json.loads(done.stdout)
    assert {"id", "title", "in_force", "since", "parties", "standing", "sources"} <= set(found)
    assert (found["in_force"], found["since"]) == (since is not None, since)
    assert bool(found["parties"]) is (since is not None)


def test_the_database_is_chosen_before_or_after_the_command(register: Path, tmp_path: Path) -> None:
    path = str(register / "secretariat.db")
    question = ["members", "--on", "2011-05-31", "--json"]
    answers = [
        run("--db", path, *question, folder=tmp_path),
        run(*question, "--db", path, folder=tmp_path),
        run(*question, f"--db=sqlite:///{path}", folder=tmp_path),
        run(*question, folder=tmp_path, database=f"sqlite:///{path}"),
    ]
    assert len({answer.stdout for answer in answers}) == 1
    assert [answer.returncode for answer in answers] == [0] * 4


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["instrument", "NOTHING", "--on", "2011-05-31"], "the register holds no instrument 'NOTHING'"),
        (["members", "--on", "2011-02-30"], "'2011-02-30' is not a day of the calendar"),
        (["members", "--on", "2011-05-31", "--known-at", "yesterday"], "is not an instant"),
        (["members"], "Missing option '--on'"),
        (["membres"], "No such command 'membres'"),
        (["check", "nowhere"], "nowhere:1: is not a folder, expected the folder of a pack"),
        (["members", "--on", "2011-05-31", "--db", "mysql://x/y"], "'mysql' is not supported"),
    ],
)
def test_a_mistake_is_answered_with_a_word_and_2(register: Path, arguments: list[str], answer: str) -> None:
    done = run(*arguments, folder=register)
    assert (done.returncode, answer in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_register_is_a_mistake_and_makes_no_file(tmp_path: Path) -> None:
    done = run("members", "--on", "2011-05-31", folder=tmp_path)
    assert (done.returncode, "holds no register yet" in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_cannot_be_opened_is_1_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "not.db").write_text("this is a text and not a database at all" * 50)
    done = run("members", "--on", "2011-05-31", "--db", "not.db", folder=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_wrong_pack_is_answered_line_by_line_and_loads_nothing(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "states.yaml").write_text("- {id: AM}\n- {id: b, name: {en: x}, protocol_name: {en: x}}\n")
    for command in ("check", "load"):
        done = run(command, "pack", folder=tmp_path)
        lines = done.stderr.splitlines()
        assert done.returncode == 2
        assert lines[0].startswith("states.yaml:1: name: name is missing")
        assert lines[-1] == "3 problems; nothing was loaded"
    assert run("members", "--on", "2011-05-31", folder=tmp_path).returncode == 2


def test_schema_writes_a_file_a_table(tmp_path: Path) -> None:
    done = run("schema", "out", folder=tmp_path)
    paths = [tmp_path / line for line in done.stdout.split()]
    assert {"states.schema.json", "treaty_acts.schema.json"} <= {path.name for path in paths}
    assert all(json.loads(path.read_text())["$schema"] for path in paths)


def test_an_option_is_taken_wherever_it_stands() -> None:
    for arguments in (["--db", "x", "members"], ["members", "--db", "x"], ["members", "--db=x"]):
        assert take_option(arguments, "--db") == "x"
        assert arguments == ["members"]
    assert take_option(["members", "--", "--db", "x"], "--db") is None


def test_a_path_is_an_sqlite_address() -> None:
    assert database_url("/srv/x.db") == "sqlite:////srv/x.db"
    assert database_url("x.db") == "sqlite:///x.db"
    assert database_url("postgres:///x") == "postgres:///x"
