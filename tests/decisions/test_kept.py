"""A kept register is never another one than would be read anew."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.decisions.queries import (
    commitment_statuses,
    commitments,
    decision_count,
    decisions,
    kept_register,
    newest_decisions,
    register,
)
from tests.decisions.conftest import MINSK, NOW, record, text

pytestmark = pytest.mark.django_db
LEARNED = datetime(2011, 8, 16, tzinfo=UTC)


@pytest.fixture
def reading(monkeypatch):
    """As a page reads: outside a transaction, of which every test is one."""
    monkeypatch.setattr(connection, "in_atomic_block", False)
    yield
    monkeypatch.undo()


def test_second_reader_of_a_day_is_asked_of_the_log_alone(loaded, reading, django_assert_num_queries):
    first = kept_register(SECRETARIAT, on=MINSK, known_at=NOW)
    assert first == register(SECRETARIAT, on=MINSK, known_at=NOW)
    with django_assert_num_queries(1):
        assert kept_register(SECRETARIAT, on=MINSK, known_at=NOW + timedelta(minutes=1)) is first
    with django_assert_num_queries(2):
        assert len(commitments(SECRETARIAT, on=MINSK, known_at=NOW, decision="D1")) == 8


def test_act_about_something_else_does_not_make_it_read_anew(
    loaded, load, reading, monkeypatch, django_assert_num_queries
):
    first = kept_register(SECRETARIAT, on=MINSK, known_at=NOW)
    monkeypatch.setattr(connection, "in_atomic_block", True)
    load({"sources": [{"id": "S2", "title": text("A communiqué"), "date": "2010-12-11"}]})
    monkeypatch.setattr(connection, "in_atomic_block", False)
    with django_assert_num_queries(10):
        assert kept_register(SECRETARIAT, on=MINSK, known_at=NOW) is first


@pytest.mark.parametrize("decision", ["D0", "D1", "D5", "D9"])
def test_commitments_under_a_decision_are_the_same_from_the_kept_register(loaded, reading, decision):
    apart = commitments(SECRETARIAT, on=MINSK, known_at=NOW, decision=decision)
    kept_register(SECRETARIAT, on=MINSK, known_at=NOW)
    assert commitments(SECRETARIAT, on=MINSK, known_at=NOW, decision=decision) == apart


def test_what_was_recorded_since_is_there_at_once(loaded, load, reading, monkeypatch):
    before = kept_register(SECRETARIAT, on=MINSK, known_at=NOW)
    monkeypatch.setattr(connection, "in_atomic_block", True)
    load({"reports": [{"id": "new", "commitment": "D1-AM", "claimed": "implemented", "date": "2011-03-01"}]})
    inside = kept_register(SECRETARIAT, on=MINSK, known_at=NOW)
    monkeypatch.setattr(connection, "in_atomic_block", False)
    after = kept_register(SECRETARIAT, on=MINSK, known_at=NOW)
    assert inside == after == register(SECRETARIAT, on=MINSK, known_at=NOW)
    assert after != before


def test_what_was_learned_later_is_not_in_an_earlier_answer(loaded, load, reading, monkeypatch):
    monkeypatch.setattr(connection, "in_atomic_block", True)
    load(
        {
            "reports": [
                {"id": "late", "commitment": "D1-AM", "claimed": "implemented", "date": "2011-03-01",
                 "known_from": LEARNED.isoformat()},
            ],
            "assessments": [
                {"id": "other", "commitment": "D1-KZ", "assessor": "secretariat", "result": "verified",
                 "date": "2011-05-01", "standing": "disputed", "sources": ["S1"],
                 "alternatives": [{"date": "2011-04-01", "sources": ["S1"], "known_from": "2012-01-01"}]},
            ],
        }
    )  # fmt: skip
    monkeypatch.setattr(connection, "in_atomic_block", False)
    for _ in range(2):
        for known_at in (LEARNED - timedelta(seconds=1), LEARNED, datetime(2012, 2, 1, tzinfo=UTC), NOW):
            assert kept_register(SECRETARIAT, on=MINSK, known_at=known_at) == register(
                SECRETARIAT, on=MINSK, known_at=known_at
            )


def test_each_reader_has_what_its_marks_allow(load, reading, monkeypatch):
    hidden = record()
    hidden["commitments"][0]["mark"] = "secretariat"
    monkeypatch.setattr(connection, "in_atomic_block", True)
    load(hidden)
    monkeypatch.setattr(connection, "in_atomic_block", False)
    assert len(commitment_statuses(SECRETARIAT, on=MINSK, known_at=NOW)) == len(
        commitment_statuses(PUBLIC, on=MINSK, known_at=NOW)
    ) + 1  # fmt: skip


@pytest.mark.parametrize("on", [date(2009, 1, 1), date(2009, 6, 14), MINSK])
def test_newest_decisions_are_all_decisions_backwards(loaded, load, on):
    load(
        {"decisions": [{"id": "D5-corrected", "corrects": "D5", "organ": "CSC", "meeting": "CSC-2010-12-10",
                        "symbol": "5a", "kind": "decision", "title": text("On the report"), "date": "2010-12-10",
                        "procedure": "consensus", "known_from": "2011-01-01"}]}
    )  # fmt: skip
    asked = {"on": on, "known_at": NOW}
    backwards = decisions(SECRETARIAT, **asked)[::-1]
    assert newest_decisions(SECRETARIAT, start=0, count=None, **asked) == backwards
    assert newest_decisions(SECRETARIAT, start=1, count=1, **asked) == backwards[1:2]
    assert decision_count(SECRETARIAT, **asked) == len(backwards)
    here = decisions(SECRETARIAT, meeting="CSC-2009-06-14", **asked)
    assert decision_count(SECRETARIAT, meeting="CSC-2009-06-14", **asked) == len(here)
