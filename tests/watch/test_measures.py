"""Baselines, surges, rolling maxima, sums of deaths, predictions and the record of alerts."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from secretariat.watch.measures.backtest import RiseRule, record, rises
from secretariat.watch.measures.change import baseline, change, is_rolling_maximum, rolling_sums, surge
from secretariat.watch.measures.ears import EarsMethod, ears
from secretariat.watch.measures.prediction import predict, score_of_counts, score_of_draws, scores
from secretariat.watch.measures.sums import total

SERIES = Path(__file__).parents[2] / "examples/csto/data/afghanistan_monthly_deaths.csv"


def _afghanistan() -> np.ndarray:
    with SERIES.open(encoding="utf-8") as file:
        return np.array([[float(row["deaths_best"]) for row in csv.DictReader(file)]])


@pytest.mark.parametrize(
    ("method", "first", "upper", "alarms"),
    [(EarsMethod.C1, 7, 723.1097494501, 36), (EarsMethod.C2, 9, 723.1097494501, 49)],
)
def test_early_aberrations_equal_those_of_the_published_implementation(
    method: EarsMethod, first: int, upper: float, alarms: int
):
    """R surveillance 1.20.3, earsC with its defaults, run once on the same series."""
    found = ears(_afghanistan(), method=method)
    assert np.isnan(found.upper[0, :first]).all()
    assert found.upper[0, first] == pytest.approx(upper, abs=1e-9)
    assert found.alarm.sum() == alarms


def test_too_short_a_history_has_no_threshold():
    found = ears(np.ones((2, 7)))
    assert np.isnan(found.upper).all()
    assert not found.alarm.any()


def test_baseline_is_the_mean_of_the_points_before_and_not_of_the_point_itself():
    counts = np.array([[1.0, 3, 5, 100]])
    np.testing.assert_array_equal(baseline(counts, points=3), [[np.nan, np.nan, np.nan, 3]])
    assert change(counts, points=2)[0, 3] == pytest.approx(24)


def test_change_over_nought_is_unknown():
    assert np.isnan(change(np.array([[0.0, 0, 5]]), points=2)[0, 2])


def test_surge_is_twice_the_baseline_but_one_event_after_silence_is_one_too():
    counts = np.array([[2.0, 2, 3, 4], [0, 0, 1, 2], [np.nan, 2, 3, 9]])
    assert surge(counts, points=2)[0].tolist() == [False, False, False, False]
    assert surge(counts, points=2)[1].tolist() == [False, False, False, True]
    assert surge(np.array([[2.0, 2, 4]]), points=2)[0, 2]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), st.integers(1, 5), st.integers(5, 20))
def test_rolling_maximum_agrees_with_its_definition(daily: list[int], days: int, within: int):
    found = is_rolling_maximum(np.array([daily], float), days=days, within=within, floor=6)
    for day, given_ in enumerate(found[0]):
        window = daily[max(0, day - within + 1) : day + 1]
        sums = [sum(window[start : start + days]) for start in range(len(window) - days + 1)]
        assert given_ == (day + 1 >= within and sums[-1] >= 6 and sums[-1] == max(sums))


def test_sum_over_fewer_days_than_asked_for_is_unknown():
    np.testing.assert_array_equal(rolling_sums(np.array([[1.0, 2, 3]]), days=2), [[np.nan, 3, 5]])


def test_interval_of_a_sum_is_narrower_than_the_sum_of_the_intervals():
    low, best, high = np.array([0.0, 10, 20]), np.array([3.0, 14, 20]), np.array([4.0, 26, 20])
    found = total(low, best, high)
    assert (found.best, found.least, found.most) == (37, 30, 50)
    assert found.low == pytest.approx(37 - 5)
    assert found.high == pytest.approx(37 + np.hypot(1, 12))
    assert total(low, best, high, rho=1).low == found.least


def test_event_whose_best_figure_lies_outside_its_own_bounds_keeps_it():
    found = total(np.array([10.0]), np.array([4.0]), np.array([3.0]))
    assert (found.low, found.best, found.high) == (4, 4, 4)


@pytest.mark.parametrize("rho", [-0.1, 1.1])
def test_correlation_outside_its_range_is_refused(rho: float):
    with pytest.raises(ValueError, match="between 0 and 1"):
        total(np.ones(1), np.ones(1), np.ones(1), rho=rho)


def test_prediction_takes_the_last_twelve_points():
    history = np.concatenate([np.full(30, 900.0), np.arange(1.0, 13)])
    found = predict(history, levels=np.array([0.05, 0.5, 0.95]))
    assert found.from_draws.tolist() == [1, 6, 12]
    spread = np.arange(1, 13).var(ddof=1)
    expected = stats.nbinom.ppf([0.05, 0.5, 0.95], 6.5**2 / (spread - 6.5), 6.5 / spread)
    np.testing.assert_array_equal(found.from_counts, expected)


def test_prediction_without_twelve_points_is_refused():
    with pytest.raises(ValueError, match="last 12"):
        predict(np.ones(11), levels=np.array([0.5]))


def test_quiet_year_predicts_silence():
    found = predict(np.zeros(12), levels=np.array([0.5, 0.99]))
    assert found.from_counts.tolist() == [0, 0]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=12, max_size=12), st.integers(0, 60))
def test_score_of_draws_is_the_squared_distance_of_distributions(draws: list[int], observed: int):
    points = np.arange(0, 100)
    below = np.array([np.mean(np.array(draws) <= point) for point in points])
    expected = ((below - (points >= observed)) ** 2).sum()
    assert score_of_draws(np.array(draws, float), observed) == pytest.approx(expected)


def test_score_is_least_where_the_prediction_was_right():
    draws = np.array([4.0, 5, 6, 5, 4, 6, 5, 5, 4, 6, 5, 5])
    scores = [score_of_counts(draws, observed) for observed in (0, 5, 30)]
    assert scores[1] == min(scores)
    assert score_of_counts(draws, 30) == pytest.approx(30 - 5, abs=2)


def test_alert_that_a_rise_followed_is_told_from_one_that_none_did():
    counts = np.array([[1.0] * 12 + [1, 1, 1] + [9, 9, 9] + [1] * 9])
    alerts = np.zeros(counts.shape, bool)
    alerts[0, [14, 20]] = True
    rule = RiseRule(ahead=3, before=12)
    found = record(alerts, counts, rule=rule)
    assert found.followed == 1
    assert found.false_alarms == 1
    assert found.misses == found.rises - 1 == int(rises(counts, rule=rule)[0].sum()) - 1
    assert found.judged == counts.shape[1] - 11 - 3


def test_points_near_the_ends_are_not_judged():
    found = record(np.ones((1, 14), bool), np.ones((1, 14)))
    assert found.judged == 0


def test_series_is_scored_where_twelve_known_points_came_before():
    values = np.concatenate([np.arange(12.0), [6.0, np.nan], np.arange(13.0)])
    found = scores(values)
    assert found.points == 2, "the unknown point is neither predicted nor taken for nought"
    first, second = (np.arange(12.0), 6.0), (np.arange(12.0), 12.0)
    assert found.of_draws == pytest.approx(np.mean([score_of_draws(*first), score_of_draws(*second)]))
    assert found.of_counts == pytest.approx(np.mean([score_of_counts(*first), score_of_counts(*second)]))
    assert scores(np.ones(12)) is None
