from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.conference.rules.schedule import (
    DEFAULT_SCHEDULE,
    DayKind,
    LeadTime,
    deadline_of,
    due_before,
    is_working_day,
    lead_for,
)
from secretariat.kernel import ImpreciseDate
from secretariat.organs.rules import DocumentPurpose
from secretariat.parties.pack import LeadTimePart

DAYS = st.dates(date(1992, 1, 1), date(2040, 12, 31))
LEADS = st.builds(
    LeadTime, st.just(DocumentPurpose.REPORT), st.integers(0, 90), st.sampled_from(DayKind), st.booleans()
)


@pytest.mark.parametrize(
    ("meeting", "days", "kind", "due"),
    [
        # Tuesday 20 December 2011
        ("2011-12-20", 30, DayKind.CALENDAR, "2011-11-18"),  # 20 November was a Sunday
        ("2011-12-20", 21, DayKind.CALENDAR, "2011-11-29"),
        ("2011-12-20", 1, DayKind.WORKING, "2011-12-19"),
        ("2011-12-20", 2, DayKind.WORKING, "2011-12-16"),
        ("2011-12-20", 10, DayKind.WORKING, "2011-12-06"),
        ("2011-12-18", 0, DayKind.WORKING, "2011-12-16"),  # a meeting on a Sunday
        ("2011-12-18", 1, DayKind.WORKING, "2011-12-16"),
        ("2011-12-18", 0, DayKind.CALENDAR, "2011-12-16"),
    ],
)
def test_deadline_is_counted_back_and_never_falls_on_a_weekend(meeting, days, kind, due):
    lead = LeadTime(DocumentPurpose.REPORT, days, kind)
    assert due_before(date.fromisoformat(meeting), lead) == date.fromisoformat(due)


@given(DAYS, LEADS)
def test_deadline_is_a_working_day_not_after_the_meeting(day, lead):
    due = due_before(day, lead)
    assert is_working_day(due)
    assert due <= day
    if lead.kind is DayKind.WORKING and is_working_day(day):
        passed = sum(is_working_day(date.fromordinal(each)) for each in range(due.toordinal(), day.toordinal()))
        assert passed == lead.days


@given(DAYS, DAYS, LEADS)
def test_later_meeting_never_has_an_earlier_deadline(one, other, lead):
    first, last = sorted((one, other))
    assert deadline_of(ImpreciseDate(first, last), lead) == ImpreciseDate(
        due_before(first, lead), due_before(last, lead)
    )


def test_deadline_of_a_meeting_without_a_day_is_unknown():
    assert deadline_of(None, DEFAULT_SCHEDULE[0]) is None


def test_translations_are_due_with_the_originals_where_the_schedule_says_nothing_of_them():
    only = (LeadTime(DocumentPurpose.REPORT, 10),)
    assert lead_for(only, DocumentPurpose.REPORT, translation=True) == only[0]
    assert lead_for(only, DocumentPurpose.NOTE, translation=False) is None


def test_own_schedule_has_originals_before_translations_for_every_purpose():
    for purpose in DocumentPurpose:
        original = lead_for(DEFAULT_SCHEDULE, purpose, translation=False)
        translated = lead_for(DEFAULT_SCHEDULE, purpose, translation=True)
        assert due_before(date(2011, 12, 20), original) < due_before(date(2011, 12, 20), translated)


def test_pack_knows_the_same_purposes_and_kinds_of_days_as_the_rules():
    fields = LeadTimePart.model_json_schema()["properties"]
    assert fields["purpose"]["enum"] == [each.value for each in DocumentPurpose]
    assert fields["kind"]["enum"] == [each.value for each in DayKind]
