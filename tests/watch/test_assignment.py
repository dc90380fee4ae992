"""Distance, side and nearest segment against a slow computation that shares nothing with the fast one."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from scipy.spatial import cKDTree

from secretariat.watch.measures import nearest as nearest_module
from secretariat.watch.measures.assignment import INSIDE, NOWHERE, OUTSIDE, Surroundings, assign, sides_of, surroundings
from secretariat.watch.measures.boundaries import Boundaries, covers
from secretariat.watch.measures.nearest import along_surface, in_space, lines_of, nearest, pieces_of
from secretariat.watch.measures.perimeter import Perimeter, Segment

GEOD = Geod(ellps="WGS84")
LIMITS = (10.0, 50.0, 100.0)
SAMPLE_KM = 0.02


@pytest.fixture(scope="module")
def around(minsk: Perimeter, boundaries: Boundaries) -> Surroundings:
    return surroundings(minsk, boundaries)


def sampled(segments: tuple[Segment, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Points every twenty metres along the segments, and the number of the segment of each."""
    points, numbers = [], []
    for number, segment in enumerate(segments):
        for line in segment.lines:
            for (west, south), (east, north) in pairwise(line):
                wide = (east - west + 180) % 360 - 180
                _, _, metres = GEOD.inv(west, south, east, north)
                steps = max(1, int(np.ceil(metres / 1000 / SAMPLE_KM)))
                share = np.arange(steps + 1) / steps
                points.append(np.column_stack([west + share * wide, south + share * (north - south)]))
                numbers.append(np.full(steps + 1, number))
    return np.concatenate(points), np.concatenate(numbers)


def brute(points: np.ndarray, numbers: np.ndarray, longitude: float, latitude: float) -> tuple[float, set[int]]:
    """The geodesic distance in km to the nearest sample, and the segments that are within ten centimetres of it.

    Samples that cannot be nearest are left out by a great circle with a wide allowance for the ellipsoid.
    """
    east, north = np.radians(points[:, 0]), np.radians(points[:, 1])
    x, y = np.radians(longitude), np.radians(latitude)
    half = np.sin((north - y) / 2) ** 2 + np.cos(y) * np.cos(north) * np.sin((east - x) / 2) ** 2
    sphere = 2 * 6371 * np.arcsin(np.minimum(1, np.sqrt(half)))
    close = np.flatnonzero(sphere <= sphere.min() * 1.015 + 0.1)
    many = np.full(len(close), longitude), np.full(len(close), latitude)
    metres = np.asarray(GEOD.inv(*many, points[close, 0], points[close, 1])[2])
    return metres.min() / 1000, set(numbers[close[metres <= metres.min() + 0.1]].tolist())


def near_points(around: Surroundings, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Points within some 130 km of the border, half of them close to one of the limits, and some far away."""
    chance = np.random.default_rng(seed)
    vertices = np.concatenate([line for segment in around.segments for line in segment.lines])
    start = vertices[chance.integers(len(vertices), size=count)]
    km = np.where(
        chance.random(count) < 0.5,
        chance.uniform(0, 130, count),
        chance.choice(LIMITS, count) + chance.normal(0, 1, count),
    )
    longitudes, latitudes, _ = GEOD.fwd(start[:, 0], start[:, 1], chance.uniform(0, 360, count), np.abs(km) * 1000)
    far = chance.random(count) < 0.05
    longitudes = np.where(far, chance.uniform(-180, 180, count), longitudes)
    latitudes = np.where(far, np.degrees(np.arcsin(chance.uniform(-1, 1, count))), latitudes)
    special = np.array(
        [[0, 90], [0, -90], [180, 66], [-180, 66], [179.999, 70], [-179.999, -17], [45, 90]], dtype=float
    )
    return np.concatenate([longitudes, special[:, 0]]), np.concatenate([latitudes, special[:, 1]])


def disagreements(around: Surroundings, count: int, seed: int) -> list[tuple[float, float, float, str]]:
    points, numbers = sampled(around.segments)
    longitudes, latitudes = near_points(around, count, seed)
    answers = {limit: assign(around, longitudes, latitudes, within_km=limit) for limit in LIMITS}
    wrong = []
    for index, (longitude, latitude) in enumerate(zip(longitudes.tolist(), latitudes.tolist(), strict=True)):
        km, segments = brute(points, numbers, longitude, latitude)
        for limit, found in answers.items():
            # A sample lies up to ten metres beside the nearest point: within a micrometre at these distances, but at
            # less than a kilometre up to five centimetres.
            if found.within[index] != (km <= limit) and abs(km - limit) > 1e-5:
                wrong.append((longitude, latitude, limit, "within"))
            if km < 200 and abs(found.km[index] - km) > 0.002:
                wrong.append((longitude, latitude, found.km[index] - km, "km"))
            if km < 200 and found.segment[index] not in segments:
                wrong.append((longitude, latitude, limit, "segment"))
    return wrong


def test_the_fast_answer_is_that_of_geodesics_one_by_one(around: Surroundings) -> None:
    assert disagreements(around, 40, 1) == []


@pytest.mark.slow
def test_none_of_a_hundred_thousand_points_is_on_the_wrong_side_of_a_limit(around: Surroundings) -> None:
    longitudes, latitudes = near_points(around, 100_000, 2)
    points, numbers = sampled(around.segments)
    tree = cKDTree(in_space(points[:, 0], points[:, 1]))
    places = in_space(longitudes, latitudes)
    chords = tree.query(places, workers=-1, distance_upper_bound=120.0)[0]
    for limit in LIMITS:
        found = assign(around, longitudes, latitudes, within_km=limit)
        # A chord of a hundred kilometres is a metre shorter than the geodesic: beyond five there is no doubt.
        sure = np.abs(chords - limit) > 0.005
        assert (found.within[sure] == (chords[sure] <= limit)).all()
        for index in np.flatnonzero(~sure):
            close = tree.query_ball_point(places[index], chords[index] + 0.05)
            km, _ = brute(points[close], numbers[close], longitudes[index], latitudes[index])
            assert found.within[index] == (km <= limit) or abs(km - limit) < 1e-5, (longitudes[index], latitudes[index])


def test_the_compiled_and_the_plain_search_agree(around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba")
    longitudes, latitudes = near_points(around, 300, 3)
    plain = nearest(around.lines, longitudes, latitudes)
    monkeypatch.setattr(nearest_module, "MANY", 1)
    compiled = nearest(around.lines, longitudes, latitudes)
    assert np.abs(plain[0] - compiled[0]).max() < 1e-9
    near = plain[0] < 200
    assert (around.lines.of[plain[1]] == around.lines.of[compiled[1]])[near].mean() > 0.999


def test_sides_are_those_of_the_territory(around: Surroundings) -> None:
    longitudes, latitudes = near_points(around, 3000, 4)
    expected = covers(around.territory, longitudes, latitudes)
    assert (sides_of(around, longitudes, latitudes) == np.where(expected, INSIDE, OUTSIDE)).all()


def test_known_places_lie_where_they_lie(around: Surroundings) -> None:
    # Termez on the Amu Darya, Imam Sahib across the Panj, the Golan far away, Brest on the Bug
    found = assign(around, np.array([67.28, 68.90, 35.75, 23.7]), np.array([37.22, 37.19, 33.0, 52.1]), within_km=50.0)
    segments = [around.segments[number].id for number in found.segment]
    assert segments[0] == "UZ-AF"
    assert segments[3] == "BY-PL"
    assert found.side.tolist() == [INSIDE, OUTSIDE, OUTSIDE, INSIDE]
    assert found.within.tolist() == [True, True, False, True]


def test_what_has_no_coordinates_or_is_imprecise_is_nowhere(around: Surroundings) -> None:
    longitudes, latitudes = np.array([67.28, np.nan, 200.0, 67.28]), np.array([37.22, 37.0, 37.0, 37.22])
    found = assign(around, longitudes, latitudes, within_km=50.0, locatable=np.array([True, True, True, False]))
    assert found.side.tolist() == [INSIDE, NOWHERE, NOWHERE, NOWHERE]
    assert found.segment.tolist()[1:] == [NOWHERE] * 3
    assert np.isnan(found.km).tolist() == [False, True, True, True]
    assert found.within.tolist() == [True, False, False, False]


def test_no_points_are_no_error(around: Surroundings) -> None:
    assert len(assign(around, np.empty(0), np.empty(0), within_km=50.0).km) == 0


def test_without_a_line_there_is_nothing_to_be_near_to() -> None:
    with pytest.raises(ValueError, match="no line"):
        lines_of([[]])


@settings(max_examples=20)
@given(
    st.tuples(st.floats(-180, 180), st.floats(-85, 85)),
    st.lists(st.tuples(st.floats(-2, 2), st.floats(-2, 2)), min_size=1, max_size=3),
    st.tuples(st.floats(-180, 180), st.floats(-90, 90)),
)
def test_a_piece_is_short_and_the_nearest_of_all_is_found(
    start: tuple[float, float], steps: list[tuple[float, float]], point: tuple[float, float]
) -> None:
    line = np.round(np.cumsum([start, *steps], axis=0), 3)
    line[:, 0] = (line[:, 0] + 180) % 360 - 180
    pieces = pieces_of(line)
    metres = np.asarray(GEOD.inv(pieces[:, 0], pieces[:, 1], pieces[:, 2], pieces[:, 3])[2])
    assert metres.max() < 2_050
    at = np.array([point[0]]), np.array([point[1]])
    km, _ = nearest(lines_of([[line]]), *at)
    # No piece is nearer than what was found, and one of their ends is hardly further.
    chord = np.linalg.norm(in_space(pieces[:, 0], pieces[:, 1]) - in_space(*at), axis=1).min()
    assert chord - 2.1 <= km[0] <= along_surface(np.array([chord]))[0] * 1.0102 + 1e-6
