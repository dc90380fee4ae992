from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import Period

DAYS = st.dates(min_value=date(1991, 12, 1), max_value=date(2030, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(st.none() | DAYS)
    end = draw(st.none() | DAYS)
    if start is not None and end is not None and end <= start:
        start, end = end, start + timedelta(days=1)
    return Period(start, end)


@given(periods(), periods(), DAYS)
def test_a_day_lies_in_the_intersection_when_it_lies_in_both(first: Period, second: Period, day: date) -> None:
    shared = first.intersection(second)
    assert (shared is not None and day in shared) == (day in first and day in second)


@given(periods(), periods())
def test_intersection_does_not_depend_on_the_order(first: Period, second: Period) -> None:
    assert first.intersection(second) == second.intersection(first)
    assert first.overlaps(second) == second.overlaps(first)


@given(periods())
def test_a_period_is_its_own_intersection(period: Period) -> None:
    assert period.intersection(period) == period
    assert period.intersection(Period()) == period


@given(DAYS, DAYS)
def test_adjacent_periods_share_no_day(first: date, second: date) -> None:
    assert not Period(None, first).overlaps(Period(first, None))
    assert (second in Period(None, first)) != (second in Period(first, None))


@given(DAYS, st.integers(min_value=1, max_value=400))
def test_the_days_of_a_closed_period_are_counted_and_listed(start: date, length: int) -> None:
    period = Period(start, start + timedelta(days=length))
    days = list(period.each_day())
    assert period.days == len(days) == length
    assert all(day in period for day in days)
    assert period.end not in period


def test_an_empty_or_turned_period_is_refused() -> None:
    with pytest.raises(ValueError, match="must end after it starts"):
        Period(date(2012, 12, 19), date(2012, 12, 19))
    with pytest.raises(ValueError, match="must end after it starts"):
        Period(date(2012, 12, 19), date(2008, 3, 28))


def test_an_open_period_has_no_list_of_days() -> None:
    with pytest.raises(ValueError, match="open period"):
        list(Period(date(1994, 4, 20)).each_day())
    assert Period(date(1994, 4, 20)).days is None
    assert str(Period(date(1994, 4, 20))) == "[1994-04-20, ..)"
