"""What the example pack says of the votes of its seven members, and since when."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secretariat.access.rules import PUBLIC
from secretariat.audit.rules import Actor
from secretariat.kernel import Standing
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.queries import citations, lake_rows, release_as_known

pytestmark = pytest.mark.django_db
CSTO = Path(__file__).parents[2] / "examples" / "csto"
MINSK = datetime(2011, 5, 31, 23, 59, 59, tzinfo=UTC)
NOW = datetime(2026, 11, 25, tzinfo=UTC)
Days = Callable[[datetime], list[date]]


@pytest.fixture
def example(actor: Actor, pack_tables: tuple[PackTable, ...]) -> None:
    load_pack(actor, CSTO, pack_tables)


def days_of_roll_calls(known_at: datetime) -> list[date]:
    release = release_as_known(PUBLIC, dataset="unga-rollcalls", known_at=known_at)
    assert release is not None
    rows = lake_rows(PUBLIC, release=release, table="rollcalls", known_at=known_at)
    return sorted(rows.date.to_pyarrow().to_pylist())


def test_the_votes_say_on_what_they_rest(example: None):
    release = release_as_known(PUBLIC, dataset="unga-rollcalls", known_at=MINSK)
    assert release is not None
    assert release.basis.standing is Standing.DERIVED
    assert set(release.basis.sources) <= set(citations(PUBLIC, known_at=NOW))
    assert release.coverage.en
    assert release.coverage.ru


def test_no_vote_after_the_instant_is_known(example: None):
    at_minsk, now = days_of_roll_calls(MINSK), days_of_roll_calls(NOW)
    assert (len(now), now[-1]) == (1751, date(2011, 12, 24))
    assert at_minsk[-1] == date(2011, 5, 3)
    assert len(at_minsk) == sum(day <= date(2011, 5, 31) for day in now)
