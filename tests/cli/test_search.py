"""``secretariat search`` as it is run."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import CSTO, run

pytestmark = pytest.mark.slow  # starts programs


def test_search_finds_forms_of_words_and_an_index_written_anew_finds_the_same(tmp_path: Path) -> None:
    assert run("load", str(CSTO), "--json", folder=tmp_path).returncode == 0
    question = ["search", "решение", "--on", "2011-05-31", "--known-at", "2011-05-31", "--json"]
    before = run(*question, folder=tmp_path)
    found = json.loads(before.stdout)
    assert found["total"] == sum(found["counts"].values()) > 5
    assert {"table", "id", "on_page_of", "title", "text", "date", "snippet"} <= set(found["findings"][0])
    assert run("search", "index", folder=tmp_path).returncode == 0
    assert run(*question, folder=tmp_path).stdout == before.stdout


@pytest.mark.parametrize("words", ["", "---", "***"])
def test_question_without_a_word_is_a_mistake(tmp_path: Path, words: str) -> None:
    done = run("search", "--", words, folder=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
