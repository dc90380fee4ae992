"""The page about data sets: what it tells the reader to type works as it says."""

from pathlib import Path

import pytest

from tests.docs.reading import DOCS, NOT_RUN, blocks, run, write_files

PAGE = DOCS / "how-to" / "use-a-data-set.md"
DATABASE = "sqlite:///lakes.db"


@pytest.mark.slow
def test_a_data_set_is_used_as_the_page_says(tmp_path: Path) -> None:
    write_files(PAGE, tmp_path)
    commands = [block.text for block in blocks(PAGE) if block.kind == "sh" and block.remark not in NOT_RUN]
    answers = [run(text, tmp_path, DATABASE) for text in commands]
    assert [answer.stderr for answer in answers if answer.returncode] == []
    assert "unga-rollcalls-Spring-2011: added; rollcalls 2, votes 8; 0 lines put aside" in answers[0].stdout
    assert "unga-rollcalls-Spring-2011: sound" in answers[0].stdout
    assert "withdrawn; its files were removed" in answers[-1].stdout
    assert (tmp_path / "lakes.lake").is_dir()


@pytest.mark.slow
def test_the_python_of_the_page_runs(tmp_path: Path) -> None:
    write_files(PAGE, tmp_path)
    first = next(block.text for block in blocks(PAGE) if block.kind == "sh")
    assert run(first, tmp_path, DATABASE).returncode == 0
    script = next(block.text for block in blocks(PAGE) if block.kind == "python")
    setup = "import django\n\ndjango.setup()\n"
    (tmp_path / "read.py").write_text(setup + script.rstrip().replace("votes.group_by", "print(votes.group_by") + ")\n")
    done = run("DJANGO_SETTINGS_MODULE=secretariat.web.settings python read.py", tmp_path, DATABASE)
    assert done.returncode == 0, done.stderr
    assert "not_member" in done.stdout
