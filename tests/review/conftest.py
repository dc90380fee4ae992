"""The Minsk review and a later one, written once for all tests of a run."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LANGUAGES
from secretariat.review.actions import Written, write_review
from secretariat.sources.rules import end_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "csto"


@dataclass(frozen=True)
class Reviews:
    """Two reviews of the example: Minsk 2011, and one written at the end of 2012."""

    minsk: Written
    later: Written


@pytest.fixture(scope="session")
def reviews(django_db_setup, django_db_blocker, tmp_path_factory) -> Reviews:
    from django.db import transaction

    from secretariat.cli.pack import pack_tables
    from secretariat.sources.pack.loading import load_pack

    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), EXAMPLE, pack_tables())
        minsk = tmp_path_factory.mktemp("minsk")
        later = tmp_path_factory.mktemp("later")
        written = Reviews(
            minsk=write_review(
                SECRETARIAT,
                organ="CFM",
                meeting=date(2011, 5, 31),
                as_of=date(2011, 5, 31),
                known_at=None,
                out=minsk,
                languages=LANGUAGES,
            ),
            later=write_review(
                SECRETARIAT,
                organ="CFM",
                meeting=date(2012, 4, 6),
                as_of=date(2012, 12, 31),
                known_at=None,
                out=later,
                languages=("en",),
                since=date(2012, 10, 31),
                previous=minsk,
            ),
        )
        # The register refuses DELETE; the transaction is undone instead, and the files stay.
        transaction.set_rollback(True)
    return written


@pytest.fixture
def example(db):
    from secretariat.cli.pack import pack_tables
    from secretariat.sources.pack.loading import load_pack

    load_pack(Actor("test"), EXAMPLE, pack_tables())
    return datetime.now(UTC)


@pytest.fixture
def end_of_minsk():
    return end_of(date(2011, 5, 31))
