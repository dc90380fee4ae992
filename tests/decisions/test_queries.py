from datetime import UTC, date, datetime

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.decisions.queries import (
    UnknownCohort,
    commitment,
    commitments,
    decision,
    decisions,
    pace,
    pace_of_register,
    register,
    sessions_with_commitments,
)
from secretariat.decisions.rules import PaceResult, Status
from tests.decisions.conftest import MEMBERS, MINSK, NOW, record, text

pytestmark = pytest.mark.django_db
SESSION = "CSC-2010-12-10"
THIRTY = tuple(f"{first}{second}" for first in "QX" for second in "ABCDEFGHIJKLMNO")
READING = {
    "decisions": (1, lambda: decisions(SECRETARIAT, on=MINSK, known_at=NOW)),
    "decision": (22, lambda: decision(SECRETARIAT, "D1", on=MINSK, known_at=NOW)),
    "commitments": (20, lambda: commitments(SECRETARIAT, on=MINSK, known_at=NOW)),
    "commitment": (13, lambda: commitment(SECRETARIAT, "D1-BY", on=MINSK, known_at=NOW)),
    "register": (19, lambda: register(SECRETARIAT, on=MINSK, known_at=NOW)),
    "pace": (23, lambda: pace(SECRETARIAT, on=MINSK, known_at=NOW, session=SESSION)),
}


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("members", [("BY",), ("BY", *THIRTY)], ids=["1", "31"])
def test_the_number_of_queries_does_not_grow(name, members, load, django_assert_num_queries) -> None:
    load(record(members))
    number, read = READING[name]
    with django_assert_num_queries(number):
        read()


def test_a_day_shows_only_what_had_happened(loaded) -> None:
    found = {view.key: view.status.status for view in commitments(SECRETARIAT, on=date(2011, 5, 30), known_at=NOW)}
    assert found["D1-KZ"] is Status.UNKNOWN
    found = {view.key: view.status.status for view in commitments(SECRETARIAT, on=MINSK, known_at=NOW)}
    assert (found["D1-KZ"], found["D1-BY"], found["D1-AM"]) == (
        Status.IN_PROGRESS,
        Status.IN_PROGRESS,
        Status.UNKNOWN,
    )
    assert decisions(SECRETARIAT, on=date(2010, 12, 9), known_at=NOW)[-1].key == "D0"


def test_what_was_learned_later_does_not_leak(loaded, load) -> None:
    load({"reports": [{"id": "late", "commitment": "D1-AM", "claimed": "implemented", "date": "2011-03-01",
                       "known_from": "2011-08-16"}]})  # fmt: skip
    before = commitment(SECRETARIAT, "D1-AM", on=MINSK, known_at=datetime(2011, 5, 31, tzinfo=UTC))
    assert before.view.status.status is Status.UNKNOWN
    assert commitment(SECRETARIAT, "D1-AM", on=MINSK, known_at=NOW).view.status.status is Status.CLAIMED


def test_the_register_and_the_single_reading_agree(loaded, load) -> None:
    load({
        "reports": [
            {"id": "right", "commitment": "D1-KZ", "claimed": "implemented", "date": "2011-05-31",
             "corrects": "D1-KZ-bill", "known_from": "2011-06-01"},
            {"id": "gone", "commitment": "D0-KZ", "claimed": "implemented", "date": "2010-02-17",
             "corrects": "D0-KZ-law", "retracted": True, "known_from": "2012-01-01"},
            {"id": "disputed", "commitment": "D1-AM", "claimed": "in_progress", "date": "2011-03-01",
             "alternatives": [{"date": "2011-04-01", "sources": ["S1"]}]},
        ],
        "commitment_acts": [{"id": "end", "commitment": "D1-TJ", "kind": "elapsed", "date": "2011-05-01"}],
    })  # fmt: skip
    for known_at in (datetime(2011, 5, 31, 23, tzinfo=UTC), datetime(2011, 7, 1, tzinfo=UTC), NOW):
        bulk = register(SECRETARIAT, on=date(2012, 5, 1), known_at=known_at).statuses
        for status in bulk:
            alone = commitment(SECRETARIAT, status.key, on=date(2012, 5, 1), known_at=known_at)
            assert alone.view.status == status


def test_a_retracted_report_takes_its_evidence_with_it(loaded, load) -> None:
    load({"reports": [{"id": "gone", "commitment": "D0-KZ", "claimed": "implemented", "date": "2010-02-17",
                       "corrects": "D0-KZ-law", "retracted": True, "known_from": "2012-01-01"}]})  # fmt: skip
    found = {status.key: status for status in register(SECRETARIAT, on=MINSK, known_at=NOW).statuses}
    assert (found["D0-KZ"].first_claimed, found["D0-KZ"].supported) == (None, False)


def test_the_public_sees_nothing_marked_for_the_secretariat(loaded, load) -> None:
    load({"reports": [{"id": "inside", "commitment": "D1-AM", "claimed": "blocked", "date": "2011-03-01",
                       "mark": "secretariat"}]})  # fmt: skip
    assert commitment(SECRETARIAT, "D1-AM", on=MINSK, known_at=NOW).view.status.status is Status.BLOCKED
    assert commitment(PUBLIC, "D1-AM", on=MINSK, known_at=NOW).view.status.status is Status.UNKNOWN
    public = {status.key: status.status for status in register(PUBLIC, on=MINSK, known_at=NOW).statuses}
    assert public["D1-AM"] is Status.UNKNOWN


def test_a_decision_shows_its_provisions_with_who_has_to_do_what(loaded) -> None:
    found = decision(SECRETARIAT, "D1", on=MINSK, known_at=NOW)
    assert [node.provision.key for node in found.provisions] == ["D1-1"]
    assert [view.key for view in found.provisions[0].commitments] == [*(f"D1-{code}" for code in MEMBERS), "D5-SG"]
    assert decision(SECRETARIAT, "D1", on=date(2010, 12, 9), known_at=NOW) is None


def test_the_pace_of_a_session_counts_a_shared_commitment_once(loaded) -> None:
    found = pace(SECRETARIAT, on=MINSK, known_at=NOW, session=SESSION)
    assert found.pace.n == 8
    assert found.pace.counts[Status.IN_PROGRESS].value == 6
    assert found.pace.counts[Status.UNKNOWN].value == 2
    assert found.pace.rates["commitment_overdue"].numerator == 1
    assert found.statement.result is PaceResult.NOT_DETERMINABLE


def test_earlier_sessions_stand_beside_it_seen_from_the_same_day(loaded) -> None:
    (earlier,) = pace(SECRETARIAT, on=MINSK, known_at=NOW, session=SESSION).comparison
    assert (earlier.session, earlier.n, earlier.survival.events) == ("CSC-2009-06-14", 2, 1)
    assert (earlier.age_days, earlier.done_at_age) == (172, 0.0)


def test_the_pace_of_one_decision_is_that_of_its_commitments(loaded) -> None:
    assert pace(SECRETARIAT, on=MINSK, known_at=NOW, decision="D5").pace.n == 1


def test_a_session_without_decisions_is_an_empty_cohort_and_an_unknown_one_is_refused(loaded) -> None:
    empty = pace(SECRETARIAT, on=MINSK, known_at=NOW, session="CSC-2008-09-05")
    assert (empty.pace.n, empty.pace.rates["implemented"].value) == (0, None)
    with pytest.raises(UnknownCohort, match="CSC-1999"):
        pace(SECRETARIAT, on=MINSK, known_at=NOW, session="CSC-1999-01-01")
    with pytest.raises(UnknownCohort, match="D9"):
        pace(SECRETARIAT, on=MINSK, known_at=NOW, decision="D9")


def test_the_whole_register_has_a_pace_too(loaded) -> None:
    assert pace_of_register(SECRETARIAT, on=MINSK, known_at=NOW).n == 10
    assert sessions_with_commitments(SECRETARIAT, on=MINSK, known_at=NOW) == [
        (SESSION, date(2010, 12, 10), 8),
        ("CSC-2009-06-14", date(2009, 6, 14), 2),
    ]


def test_titles_keep_their_languages(loaded) -> None:
    assert decisions(SECRETARIAT, on=MINSK, known_at=NOW)[0].title.en == record()["decisions"][2]["title"]["en"]
    assert text("ratify") == {"en": "ratify"}
