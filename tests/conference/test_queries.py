"""Preparing real meetings of the example, and an invented one whose record says more."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.conference.queries import UnableToPrepare, preparation
from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.preparation import Preparation
from secretariat.conference.rules.slots import SlotStatus
from secretariat.organs.rules import DocumentPurpose
from secretariat.sources.rules import end_of

pytestmark = pytest.mark.django_db
MINSK = date(2011, 5, 31)
OCTOBER = date(2011, 10, 31)


def prepared(key: str, on: date) -> Preparation:
    return preparation(SECRETARIAT, key, on=on, known_at=end_of(on))


def kinds(item: Item) -> dict[str, int]:
    return {ground.kind.value: len(ground.rows) for ground in item.grounds}


def test_ministers_after_minsk_hear_of_the_december_session_first(csto: None):
    found = prepared("CFM-2011-H2", MINSK)
    assert [item.number for item in found.items] == ["1", "2", "3", "4"]
    assert [part.about[0] for part in found.items[0].parts] == [
        "DEC-2010-12-10-1",
        "DEC-2010-12-10-2",
        "DEC-2010-12-10-3",
        "DEC-2010-12-10-5",
    ]
    assert kinds(found.items[0]) == {"overdue": 1, "follow_up": 20}
    # Russia's proposal was made in the permanent council, which does not answer to the ministers.
    assert [item.about for item in found.items[1:]] == [("PROP-BY-PARTNERSHIP",), ("PROP-KZ-MULTIFUNCTIONAL",), ()]
    assert set(found.idle.trace.rows) == {
        "COM-2009-06-14-1-AM",
        "COM-2009-06-14-1-KG",
        "COM-2009-06-14-1-TJ",
        "COM-2009-06-14-6-RU",
    }


def test_meeting_in_the_second_half_of_the_year_has_deadlines_that_are_intervals(csto: None):
    found = prepared("CFM-2011-H2", MINSK)
    assert (str(found.days), found.is_open) == ("2011-07-01/2011-12-31", True)
    report = next(slot for slot in found.slots if slot.purpose is DocumentPurpose.REPORT)
    assert str(report.deadline) == "2011-06-01/2011-12-01"
    assert report.status is SlotStatus.EXPECTED


def test_day_of_the_heads_of_state_narrows_the_ministers_deadlines_and_what_is_past_is_past(csto: None):
    found = prepared("CFM-2011-H2", OCTOBER)
    assert str(found.days) == "2011-10-31/2011-12-19"


def test_heads_of_state_in_december_2011_with_a_fixed_day_and_the_host_in_the_chair(csto: None):
    found = prepared("CSC-2011-12-20", OCTOBER)
    assert (str(found.days), found.is_open, found.chair.en) == ("2011-12-20", False, "Russia")
    assert [item.about[0] for item in found.items[1:-1]] == [
        "PROP-BY-PARTNERSHIP",
        "PROP-KZ-MULTIFUNCTIONAL",
        "PROP-RU-CRISIS-RESPONSE",
    ]
    done = found.play["1.1"].done
    assert (done.numerator, done.denominator) == (1, 7)
    assert "COM-2010-12-10-1-BY" in done.trace.rows
    assert found.quorum.entitled == 7


@pytest.mark.parametrize(
    ("key", "on", "why"),
    [
        ("CFM-2011-05-31", date(2011, 6, 30), "was held"),
        ("CSC-2011-12-20", MINSK, "no meeting"),
        ("CFM-9999", MINSK, "no meeting"),
    ],
)
def test_only_a_meeting_to_come_that_is_known_is_prepared(csto: None, key: str, on: date, why: str):
    with pytest.raises(UnableToPrepare, match=why):
        prepared(key, on)


def test_public_reads_the_same_of_a_public_record(csto: None):
    assert preparation(PUBLIC, "CFM-2011-H2", on=MINSK, known_at=end_of(MINSK)).items == (
        prepared("CFM-2011-H2", MINSK).items
    )


def test_number_of_queries_does_not_depend_on_how_much_is_on_record(csto: None):
    counts = []
    for key, on in (("CFM-2011-H2", MINSK), ("CFM-2011-H2", OCTOBER)):
        with CaptureQueriesContext(connection) as caught:
            prepared(key, on)
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 50
