"""What "almost", "about" and "more than" leave open."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.programmes.rules import Bounds, Qualifier, bounds_of

amounts = st.floats(min_value=1, max_value=1e6, allow_nan=False)
"""Within six digits of each other: sums are compared up to nine, so that a kilogram beside a megaton is nothing."""
single = st.sampled_from([each for each in Qualifier if each is not Qualifier.RANGE])
intervals = st.builds(bounds_of, amounts, single)


@pytest.mark.parametrize(
    ("value", "qualifier", "expected"),
    [
        (35, Qualifier.EXACT, Bounds(35, 35)),
        (16, Qualifier.ABOUT, Bounds(14.4, 17.6)),
        (335, Qualifier.ALMOST, Bounds(301.5, 335, high_open=True)),
        (400, Qualifier.MORE_THAN, Bounds(400, inf, low_open=True)),
        (400, Qualifier.AT_LEAST, Bounds(400, inf)),
        (5, Qualifier.LESS_THAN, Bounds(0, 5, high_open=True)),
    ],
)
def test_qualifier_is_an_interval(value, qualifier, expected):
    found = bounds_of(value, qualifier)
    assert (found.low, found.high) == (pytest.approx(expected.low), pytest.approx(expected.high))
    assert (found.low_open, found.high_open) == (expected.low_open, expected.high_open)


def test_almost_400_lies_below_more_than_400_and_at_least_400_meets_exactly_400():
    more, almost = bounds_of(400, Qualifier.MORE_THAN), bounds_of(400, Qualifier.ALMOST)
    assert almost.is_below(more)
    assert not almost.meets(more)
    assert bounds_of(400, Qualifier.AT_LEAST).meets(bounds_of(400, Qualifier.EXACT))


def test_digits_of_binary_fractions_are_no_contradiction():
    assert (Bounds(0.1, 0.1) + Bounds(0.2, 0.2)).meets(Bounds(0.3, 0.3))


@given(one=intervals, other=intervals)
def test_below_runs_one_way_and_excludes_meeting(one, other):
    assert not (one.is_below(other) and other.is_below(one))
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) != (one.is_below(other) or other.is_below(one))


@given(one=intervals, other=intervals)
def test_hull_meets_both_and_the_sum_lies_above_each(one, other):
    whole = one.hull(other)
    assert whole.low <= min(one.low, other.low)
    assert whole.high >= max(one.high, other.high)
    assert whole.meets(one)
    assert whole.meets(other)
    assert not (one + other).is_below(one)


@given(value=amounts, qualifier=single)
def test_figure_itself_is_never_far_from_its_interval(value, qualifier):
    found = bounds_of(value, qualifier)
    assert found.low <= value <= found.high
    assert not found.is_unlimited or found.face == value
