"""``secretariat positions idealpoints``: its keys and file, the kept estimate, the answers to mistakes."""

import json
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.test_positions import loaded, run

__all__ = ["loaded"]
pytestmark = pytest.mark.django_db
needs_numba = pytest.mark.skipif(find_spec("numba") is None, reason="numba (the extra analytics) is not installed")
SHORT = ["--sessions", "64-65", "--burn-in", "20", "--iterations", "80", "--on", "2011-12-31"]
COLUMNS = ["state", "session", "mean", "sd", "q05", "q95", "rhat", "n"]


@needs_numba
def test_members_are_printed_all_states_are_written_and_the_estimate_is_kept(loaded, tmp_path: Path) -> None:
    out = tmp_path / "points.parquet"
    asked = ["idealpoints", *SHORT, "--direction", "KZ:RU", "--group", "KZ,RU", "--out", str(out)]
    code, text, err = run(*asked, "--json")
    assert code == 0, err
    rows = json.loads(text)
    assert [(row["state"], row["session"]) for row in rows] == [("KZ", 64), ("KZ", 65), ("RU", 64), ("RU", 65)]
    assert [list(row) for row in rows] == [COLUMNS] * 4
    assert all(row["q05"] < row["mean"] < row["q95"] for row in rows)
    assert sum(row["mean"] for row in rows[:2]) > sum(row["mean"] for row in rows[2:])
    written = pq.read_table(out)
    assert written.column_names == COLUMNS
    assert len(set(written["state"].to_pylist())) == 7

    code, again, err = run(*asked, "--json")
    assert (code, again) == (0, text), err
    code, table, _ = run(*asked)
    assert code == 0
    assert "votes on" in table
    assert "ideal-points/" in table


@needs_numba
def test_the_votes_of_a_few_states_need_a_direction_of_their_own(loaded) -> None:
    code, _, err = run("idealpoints", *SHORT)
    assert code == 2
    assert "the direction cannot be found" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--sessions", "74-61"], "names no sessions"),
        (["--sessions", "first"], "names no sessions"),
        (["--direction", "US"], "gives no direction"),
        (["--dataset", "none-such"], "no release of none-such is known"),
        (["--group", "Nobody"], "is no group"),
    ],
)
def test_a_mistake_is_answered_in_a_sentence(loaded, arguments: list[str], told: str) -> None:
    code, _, err = run("idealpoints", *arguments)
    assert code == 2
    assert told in " ".join(err.replace("│", " ").split())


def test_a_file_of_repetitions_says_where_it_is_wrong(loaded, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("rcid1,rcid2\n10,20\n30,\n")
    code, _, err = run("idealpoints", *SHORT, "--repeated", str(pairs))
    assert code == 2
    assert "pairs.csv:3: rcid2: is empty" in err
