"""Points gathered into marks: none is lost, and few points stay by themselves."""

import numpy as np
import pytest

from secretariat.watch.measures.cells import in_box, marks, still_marks

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


def test_points_of_one_place_are_one_mark_of_a_still_map():
    lon = np.array([68.904, 68.896, 68.9, 73.5, np.nan, -179.99])
    lat = np.array([37.19, 37.19, 37.194, 39.7, 1.0, -89.99])
    found = still_marks(lon, lat, most=500)
    places = sorted(zip(found.lon.round(2).tolist(), found.lat.round(2).tolist(), found.count.tolist(), strict=True))
    assert places == [(-179.99, -89.99, 1), (68.9, 37.19, 3), (73.5, 39.7, 1)]
    assert sorted(found.points.tolist()) == [0, 1, 2, 3, 5], "a point without a place is drawn nowhere"


def test_still_map_of_half_a_million_points_has_few_marks_that_stand_for_all():
    lon, lat = _cloud(500_000)
    found = still_marks(lon, lat, most=600)
    assert found.count.sum() == 500_000
    assert len(found.count) <= 600
