"""A review asks the same number of questions, however much there is to tell."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli.synthetic.writing import write_synthetic
from secretariat.review.actions import write_review
from secretariat.sources.pack.loading import load_pack

pytestmark = pytest.mark.django_db
MINSK = date(2011, 5, 31)


def questions(folder: Path, tables, decisions: int) -> int:
    """How many queries the review of an invented organisation takes."""
    write_synthetic(folder / "pack", tables, seed=1, states=6, decisions=decisions)
    with transaction.atomic():
        load_pack(Actor("test"), folder / "pack", tables)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            write_review(
                SECRETARIAT,
                organ="CFM",
                meeting=MINSK,
                as_of=MINSK,
                known_at=None,
                out=folder / "out",
                languages=("en",),
            )
        transaction.set_rollback(True)
    return len(captured)


def test_number_of_queries_does_not_grow_with_the_decisions(tmp_path, pack_tables):
    few = questions(tmp_path / "few", pack_tables, 24)
    assert few == questions(tmp_path / "many", pack_tables, 48)
