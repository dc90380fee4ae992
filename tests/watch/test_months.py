"""Sharing events out over months keeps every total."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.watch.measures.months import shared_out, shares

DAY = st.integers(-4000, 20000)


def _days(*texts: str) -> np.ndarray:
    return np.array(texts, "datetime64[D]")


def test_event_within_a_month_stays_there():
    found = shares(_days("2011-05-03"), _days("2011-05-31"))
    assert found.month.astype(str).tolist() == ["2011-05"]
    assert shared_out(np.array([7]), found).tolist() == [7]


def test_event_across_months_is_shared_by_days():
    found = shares(_days("2011-05-30"), _days("2011-06-08"))
    assert found.month.astype(str).tolist() == ["2011-05", "2011-06"]
    assert found.weight.tolist() == [0.2, 0.8]
    assert shared_out(np.array([10]), found).tolist() == [2, 8]


def test_single_death_goes_to_the_month_with_most_days_and_to_the_earlier_of_two_equal_ones():
    found = shares(_days("2011-05-30", "2011-05-31"), _days("2011-06-10", "2011-06-01"))
    assert shared_out(np.array([1, 1]), found).tolist() == [0, 1, 1, 0]


def test_event_over_several_years_touches_every_month_between():
    found = shares(_days("2009-12-31"), _days("2011-01-01"))
    assert len(found.month) == 14
    assert np.isclose(found.weight.sum(), 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(DAY, st.integers(0, 900), st.integers(0, 10_000)), min_size=1, max_size=20))
def test_totals_are_kept_and_no_share_is_off_by_one_or_more(events: list[tuple[int, int, int]]):
    start = np.array([each[0] for each in events]).astype("datetime64[D]")
    values = np.array([each[2] for each in events])
    found = shares(start, start + np.array([each[1] for each in events]))
    shared = shared_out(values, found)
    assert np.bincount(found.event, weights=shared).astype(int).tolist() == values.tolist()
    assert (np.abs(shared - values[found.event] * found.weight) < 1).all()
    assert (shared >= 0).all()
