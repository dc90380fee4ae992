"""The flexible Farrington algorithm against R's surveillance 1.20.3 (R 4.2.2), run once; its numbers are in the file.

The series: monthly deaths in state-based conflict in Afghanistan, 1990-01 to 2024-04 (UCDP, CC BY 4.0), as in the
example pack. The cases differ in window, seasonal groups, years back, exclusion and level. All keep the trend: with a
test of the trend (``trend_below`` under 1) that version overwrites its working weights before it computes the p-value,
which this code does not repeat. One more difference: it raises no alarm where the threshold lies below the logarithm
of what was expected, as it does for a threshold of 0; here a count above the threshold is one.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from secretariat.watch.measures.farrington import Farrington, UnableToLookBack, farrington, reference_points
from secretariat.watch.measures.poisson import fit

HERE = Path(__file__).parent
SERIES = HERE.parents[1] / "examples/csto/data/afghanistan_monthly_deaths.csv"
CASES = {
    "A": Farrington(half_window=1, alpha=0.01),
    "B": Farrington(half_window=3, alpha=0.01),
    "D": Farrington(half_window=1, periods=4, alpha=0.05),
    "E": Farrington(half_window=1, periods=10, alpha=0.05),
    "G": Farrington(years_back=3, excluded=1, alpha=0.01),
}
ALARMS = {"A": 25, "B": 16, "D": 41, "E": 43, "G": 8}


def _series() -> tuple[list[str], np.ndarray]:
    with SERIES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [row["month"] for row in rows], np.array([[float(row["deaths_best"]) for row in rows]])


def _published(case: str) -> list[dict[str, str]]:
    with (HERE / "farrington_by_r.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["case"] == case]


def _numbers(rows: list[dict[str, str]], name: str) -> np.ndarray:
    return np.array([float(row[name]) if row[name] else np.nan for row in rows])


@pytest.mark.parametrize("case", CASES)
def test_thresholds_equal_those_of_the_published_implementation(case: str):
    months, counts = _series()
    published = _published(case)
    at = np.array([months.index(row["month"]) for row in published])
    found = farrington(counts, at=at, settings=CASES[case])
    np.testing.assert_allclose(found.expected[0], _numbers(published, "expected"), rtol=1e-6)
    np.testing.assert_array_equal(found.upper[0], _numbers(published, "upper"))
    np.testing.assert_allclose(found.dispersion[0], _numbers(published, "dispersion"), rtol=1e-6)
    np.testing.assert_allclose(found.probability[0], _numbers(published, "probability"), atol=1e-6)
    np.testing.assert_array_equal(found.alarm[0], _numbers(published, "alarm") == 1)
    assert found.alarm.sum() == ALARMS[case]


def test_months_that_stood_out_in_afghanistan_are_found():
    months, counts = _series()
    at = np.arange(99, len(months))
    found = farrington(counts, at=at, settings=CASES["A"])
    flagged = [months[index] for index, alarm in zip(at, found.alarm[0], strict=True) if alarm]
    assert len(at) == 313
    assert len(flagged) == 25
    assert {"2001-11", "2001-12", "2006-05", "2014-09", "2015-06", "2021-05", "2021-06", "2021-07"} <= set(flagged)


def test_a_series_is_judged_alike_alone_and_among_others():
    _, counts = _series()
    at = np.arange(300, 330)
    many = np.concatenate([counts, counts[:, ::-1], counts + 7])
    alone, together = (farrington(each, at=at, settings=CASES["B"]) for each in (counts, many))
    np.testing.assert_allclose(alone.upper[0], together.upper[0])
    np.testing.assert_allclose(alone.expected[0], together.expected[0])


def test_missing_month_is_left_out_and_not_taken_for_nought():
    _, counts = _series()
    at = np.array([300])
    offsets, _ = reference_points(CASES["B"])
    holes, zeros = counts.copy(), counts.copy()
    holes[0, 300 + offsets[::2]], zeros[0, 300 + offsets[::2]] = np.nan, 0
    whole, holed, zeroed = (
        farrington(each, at=at, settings=CASES["B"]).expected[0, 0] for each in (counts, holes, zeros)
    )
    assert zeroed < 0.7 * whole
    assert abs(holed - whole) < abs(zeroed - whole)


def test_series_of_noughts_expects_nothing_and_raises_no_alarm():
    found = farrington(np.zeros((1, 120)), at=np.arange(70, 120), settings=Farrington())
    assert not found.alarm.any()
    assert np.isnan(found.upper).all(), "no threshold is given where next to nothing happened lately"


def test_single_rise_after_a_quiet_year_is_an_alarm():
    counts = np.ones((1, 100))
    counts[0, 99] = 40
    found = farrington(counts, at=np.array([98, 99]), settings=Farrington(recent_cases=0))
    assert found.alarm[0].tolist() == [False, True]


def test_point_without_enough_history_is_refused():
    with pytest.raises(UnableToLookBack, match="63 points before"):
        farrington(np.ones((1, 100)), at=np.array([62]), settings=Farrington())


def test_more_groups_than_points_between_the_windows_are_refused():
    with pytest.raises(UnableToLookBack, match="do not fit"):
        reference_points(Farrington(half_window=3, periods=10))


def test_regression_finds_the_line_it_was_made_from():
    columns = np.column_stack([np.ones(20), np.arange(20.0)])
    counts = np.exp(columns @ np.array([1.5, 0.07]))[None, :]
    found = fit(counts, columns, np.ones_like(counts))
    assert found.converged.all()
    np.testing.assert_allclose(found.coefficients[0], [1.5, 0.07], rtol=1e-9)
    np.testing.assert_allclose(found.dispersion, 0, atol=1e-12)


def test_singular_regression_is_unknown_and_harms_no_other():
    columns = np.column_stack([np.ones(6), np.arange(6.0), np.arange(6.0) ** 2])
    counts = np.array([[1.0, 3, 2, 5, 4, 6], [1, 3, 2, 5, 4, 6]])
    weights = np.array([[1.0, 1, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]])
    found = fit(counts, columns, weights)
    assert found.converged.tolist() == [False, True]
