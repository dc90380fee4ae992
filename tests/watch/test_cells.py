"""Points gathered into marks: none is lost, and few points stay by themselves."""

import numpy as np
import pytest

from secretariat.watch.measures.cells import in_box, marks

EARTH = (-180.0, -90.0, 180.0, 90.0)


def _cloud(points: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(1)
    return chance.uniform(-180, 180, points), np.degrees(np.arcsin(chance.uniform(-1, 1, points)))


@pytest.mark.parametrize("zoom", [0, 3, 12])
def test_marks_stand_for_every_point_and_are_few(zoom: int):
    lon, lat = _cloud(20_000)
    found = marks(lon, lat, box=EARTH, zoom=zoom, most=500)
    assert found.count.sum() == 20_000
    assert len(found.count) <= 500
    assert found.total(np.ones(20_000)).sum() == 20_000


def test_few_points_stay_where_they_are():
    lon, lat = _cloud(30)
    found = marks(lon, lat, box=EARTH, zoom=0, most=500)
    assert found.count.tolist() == [1] * 30
    assert np.array_equal(found.lon, lon)


def test_box_may_cross_the_antimeridian_and_be_seen_a_turn_away():
    lon, lat = np.array([179.0, -179.0, 0.0, np.nan]), np.zeros(4)
    assert in_box(lon, lat, (170, -10, -170, 10)).tolist() == [True, True, False, False]
    assert in_box(lon, lat, (170, -10, 190, 10)).tolist() == [True, True, False, False]
    assert in_box(lon, lat, (-190, -10, -170, 10)).tolist() == [True, True, False, False]


def test_deaths_of_a_mark_are_unknown_when_no_point_has_a_figure():
    found = marks(np.zeros(3), np.zeros(3), box=EARTH, zoom=0, most=1)
    assert np.isnan(found.total(np.full(3, np.nan))).all()
    assert found.total(np.array([np.nan, 2.0, 0.0])).tolist() == [2]
