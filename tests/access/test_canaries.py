"""The review for a viewer holds nothing of another compartment: planted words stay out of its text and its data."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from secretariat.access.rules import PUBLIC, SECRETARIAT, Viewer, delegation_of
from secretariat.kernel.plain import plain
from secretariat.review.queries import Snapshot, row_lines
from secretariat.review.render.data import write_data
from secretariat.review.rules.resolved import resolve
from secretariat.review.sections import GENERAL, edition
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.rules import end_of
from tests.access.conftest import ACTOR

CSTO = Path(__file__).parents[2] / "examples" / "csto"
MINSK = date(2011, 5, 31)
TABLES = ("sources", "instruments", "statements", "proposals", "decisions", "positions", "partners", "requests")
"""Tables in which a row may stand twice but for its id; between them they reach most chapters."""
CANARY = {"secretariat": "Kingfisher", "members": "Hummingbird"}


def _marked(table: str, row: dict[str, object], mark: str) -> dict[str, object]:
    """A copy of a row under another mark, with a planted word in each of its texts."""
    word = f"{CANARY[mark]} {table}"
    texts = {
        name: {"en": word, "ru": word} if isinstance(value, dict) and set(value) <= {"en", "ru"} else value
        for name, value in row.items()
    }
    return {**texts, "id": f"{row['id']}-{CANARY[mark].upper()}", "mark": mark}


@pytest.fixture
def planted(db: None, tmp_path: Path, pack_tables: tuple[PackTable, ...]) -> None:
    pack = tmp_path / "csto"
    shutil.copytree(CSTO, pack)
    for table in TABLES:
        files = sorted((pack / table).glob("*.yaml")) or [pack / f"{table}.yaml"]
        rows = [row for path in files for row in yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)]
        before = [row for row in rows if str(row.get("date", "2000"))[:4] <= "2010"]
        marked = [yaml.safe_dump([_marked(table, before[-1], mark)], allow_unicode=True) for mark in CANARY]
        with files[-1].open("a", encoding="utf-8") as file:
            file.write("\n" + "".join(marked))
    load_pack(ACTOR, pack, pack_tables)


def review_text(viewer: Viewer, folder: Path) -> str:
    """The review of Minsk as this viewer gets it: every block, and every file of its data."""
    shot = Snapshot(viewer, MINSK, end_of(MINSK))
    detail = shot.meeting("CFM-2011-05-31")
    assert detail is not None
    made = edition(shot, "CFM", detail, before=None, saved=None, distribution=GENERAL)
    figures = made.figures()
    keys = {key for figure in figures.values() for key in figure.trace.rows}
    write_data(folder, figures, row_lines(viewer, keys, known_at=shot.known_at), {})
    said = json.dumps(plain([resolve(made, language) for language in ("en", "ru")]), default=str, ensure_ascii=False)
    return said + "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.slow
def test_review_holds_no_word_of_another_compartment(planted: None, tmp_path: Path) -> None:
    texts = {
        name: review_text(viewer, tmp_path / name)
        for name, viewer in (("public", PUBLIC), ("delegation", delegation_of("KG")), ("secretariat", SECRETARIAT))
    }
    found = {
        name: {mark for mark, word in CANARY.items() if word.upper() in text.upper()} for name, text in texts.items()
    }
    assert found == {"public": set(), "delegation": {"members"}, "secretariat": {"members", "secretariat"}}
