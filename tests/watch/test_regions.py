"""Regions by states, outline or box."""

from datetime import date

import numpy as np
import pytest

from secretariat.kernel import LocalizedText
from secretariat.watch.measures.boundaries import Boundaries, attributed, covers, span_of
from secretariat.watch.measures.regions import EmptyRegion, shape_of_region
from secretariat.watch.measures.topology import Topology
from secretariat.watch.rules.places import Region, Territory, territories_on

NAME = LocalizedText("a region", "регион")
POINTS = np.array([5.0, 15.0, 179.5, -179.5]), np.array([5.0, 5.0, 0.0, 0.0])


@pytest.fixture
def world(small: Topology) -> Boundaries:
    return attributed(small, [])


def test_a_region_of_states_is_their_territory(world: Boundaries) -> None:
    shape = shape_of_region(Region("r", NAME, countries=("AM",)), world)
    assert covers(shape, *POINTS).tolist() == [True, False, False, False]


def test_a_region_by_outline(world: Boundaries) -> None:
    shape = shape_of_region(Region("r", NAME, polygon=((12.0, 2.0), (18.0, 2.0), (15.0, 9.0))), world)
    assert covers(shape, *POINTS).tolist() == [False, True, False, False]


def test_a_box_may_cross_the_antimeridian(world: Boundaries) -> None:
    shape = shape_of_region(Region("r", NAME, box=(170.0, -10.0, -170.0, 10.0)), world)
    assert covers(shape, *POINTS).tolist() == [False, False, True, True]


def test_a_state_that_the_data_do_not_have_is_named(world: Boundaries) -> None:
    with pytest.raises(EmptyRegion, match="ZZ"):
        shape_of_region(Region("r", NAME, countries=("AM", "ZZ")), world)


def test_a_region_of_nothing_is_refused(world: Boundaries) -> None:
    with pytest.raises(EmptyRegion):
        shape_of_region(Region("r", NAME), world)


def test_a_point_of_view_counts_from_its_first_day_to_the_day_before_its_last() -> None:
    day = date(2014, 3, 18)
    before = Territory("b", "Russia", "UA", (34.2, 45.2), until=day)
    since = Territory("a", "Baikonur", "KZ", since=day)
    assert territories_on([before, since], date(2014, 3, 17)) == (before,)
    assert territories_on([before, since], day) == (since,)


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([(10, 20)], (10, 30)),
        ([(-5, 3), (10, 5)], (-5, 15)),
        ([(170, 10), (-180, 10)], (170, 190)),
        ([(-170, 5), (20, 160)], (20, 195)),
    ],
)
def test_a_span_leaves_out_the_widest_gap(intervals: list[tuple[float, float]], expected: tuple[float, float]) -> None:
    assert span_of(intervals) == expected
