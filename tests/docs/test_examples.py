"""Commands that pages give as examples answer as the remark behind them says."""

import re
from pathlib import Path

import pytest

from tests.docs.reading import DOCS, ROOT, blocks, run, write_files

READING = re.compile(r"secretariat (?:members|instrument|calendar|pace) [^#>\n]*")
PAGES = (ROOT / "README.md", DOCS / "explanation" / "concepts.md")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database that holds the example organisation."""
    database = f"sqlite:///{tmp_path_factory.mktemp('example') / 'csto.db'}"
    done = run("secretariat load examples/csto", ROOT, database)
    assert done.returncode == 0, done.stderr
    return database


def lines(page: Path) -> list[str]:
    return [
        line for block in blocks(page) if block.kind == "sh" for line in block.text.splitlines() if READING.match(line)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("line", [pytest.param(line, id=line) for page in PAGES for line in lines(page)])
def test_the_example_answers_as_the_page_says(line: str, register: str) -> None:
    command, _, remark = line.partition("#")
    done = run(command, ROOT, register)
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    for word in remark.split(", "):
        match word.strip():
            case "":
                continue
            case "not in the list":
                assert "Uzbekistan" not in said
            case "a party":
                assert re.search(r"Uzbekistan │ party", said)
            case "suspended":
                assert re.search(r"Uzbekistan │ suspended", said)
            case "standing disputed":
                assert "disputed" in said
            case expected:
                assert expected in said


@pytest.mark.slow
def test_a_correction_moves_what_follows_from_it(tmp_path: Path) -> None:
    write_files(DOCS / "tutorial.md", tmp_path)
    assert run("secretariat load lakes", tmp_path, "sqlite:///lakes.db").returncode == 0
    for block in blocks(DOCS / "how-to" / "correct-a-fact.md"):
        if block.file is not None:
            with (tmp_path / block.file).open("a", encoding="utf-8") as file:
                file.write(block.text)
        elif block.kind == "sh":
            for line in block.text.splitlines():
                command, _, remark = line.partition("#")
                done = run(command, tmp_path, "sqlite:///lakes.db")
                assert done.returncode == 0, done.stderr
                assert remark.strip() in " ".join(done.stdout.split())
    assert run("secretariat load lakes", tmp_path, "sqlite:///lakes.db").returncode == 0
    done = run("secretariat instrument DATA-PROTOCOL --on 2026-06-30 --json", tmp_path, "sqlite:///lakes.db")
    assert "consented" not in done.stdout


@pytest.mark.slow
def test_a_row_that_was_edited_is_refused_as_the_page_says(tmp_path: Path) -> None:
    expected = next(block.text for block in blocks(DOCS / "how-to" / "correct-a-fact.md") if block.kind == "text")
    write_files(DOCS / "tutorial.md", tmp_path)
    assert run("secretariat load lakes", tmp_path, "sqlite:///lakes.db").returncode == 0
    acts = tmp_path / "lakes" / "treaty_acts.yaml"
    acts.write_text(acts.read_text(encoding="utf-8").replace("2025-01-20", "2025-01-22"), encoding="utf-8")
    done = run("secretariat load lakes", tmp_path, "sqlite:///lakes.db")
    assert done.returncode == 2
    assert expected.strip() in done.stderr
