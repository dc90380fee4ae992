"""The notebooks run, and show what they are kept with."""

from pathlib import Path

import pytest

from docs.notebook import NOTEBOOKS, code_cells, kept_output, outputs
from secretariat.audit.rules import Actor
from secretariat.cli.pack import pack_tables
from secretariat.sources.pack.loading import load_pack
from tests.docs.reading import ROOT
from tests.docs.test_pages import MACHINE


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_is_kept_with(path: Path, monkeypatch) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the notebook sets it; undone afterwards
    load_pack(Actor("test"), ROOT / "examples" / "csto", pack_tables())
    cells = code_cells(path)
    shown = outputs(cells)
    assert [kept_output(cell).rstrip("\n") for cell in cells] == shown, "run: python -m docs.notebook"
    assert any(shown)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_small_and_names_no_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text) < 20_000
    assert "image/png" not in text
    assert MACHINE.search(text) is None
