"""Counting by unit, kind and month; arrows and alerts by their printed rules."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from secretariat.kernel import LocalizedText
from secretariat.sources.rules import Basis
from secretariat.watch.measures.counting import daily_deaths, monthly_counts
from secretariat.watch.measures.signals import SETTINGS, alerts, arrow, changes, rolling_maxima
from secretariat.watch.rules.signals import AlertRule, Arrow, FindingAct, FindingKind, Stage, arrow_of, findings_of

EVENTS = pa.table(
    {
        "kind": ["attack", "attack", "unrest", "attack", "attack"],
        "start": pa.array([date(2011, 4, 30), date(2011, 5, 1), date(2011, 5, 2), date(2011, 5, 9), date(2010, 1, 1)]),
        "end": pa.array([date(2011, 5, 9), date(2011, 5, 1), date(2011, 5, 2), date(2011, 5, 9), date(2010, 1, 1)]),
        "low": pa.array([10, 3, None, None, 1], pa.int32()),
        "best": pa.array([10, 4, None, 0, 1], pa.int32()),
        "high": pa.array([10, 7, None, None, 1], pa.int32()),
    }
)
UNITS = pa.array(["TJ-AF", "TJ-AF", "KG-UZ", None, "TJ-AF"])


def _counted() -> object:
    return monthly_counts(
        EVENTS,
        UNITS,
        of_units=("KG-UZ", "TJ-AF"),
        of_kinds=("attack", "unrest"),
        first=np.datetime64("2011-04"),
        last=np.datetime64("2011-05"),
    )


def test_counts_stand_by_unit_kind_and_month():
    found = _counted()
    assert found.events.shape == (2, 2, 2)
    assert found.of("TJ-AF").tolist() == [0, 2]
    assert found.of("KG-UZ", "unrest").tolist() == [0, 1]
    assert found.events.sum() == 3, "without a unit, and outside the months, nothing is counted"


def test_deaths_across_months_are_shared_and_their_total_kept():
    found = _counted()
    assert found.best[1, 0].tolist() == [1, 13]
    assert found.best.sum() == 14


def test_interval_of_deaths_adds_as_independent_errors_do():
    found = _counted()
    assert (found.low[1, 0, 1], found.high[1, 0, 1]) == (12, 16)
    assert (found.least[1, 0, 1], found.most[1, 0, 1]) == (12, 16)


def test_event_without_a_figure_is_counted_and_adds_no_nought_to_the_deaths():
    found = _counted()
    assert found.without_figure[0, 1].tolist() == [0, 1]
    assert found.without_figure.sum() == 1


@pytest.mark.parametrize(("latest", "expected"), [(12, Arrow.DETERIORATED), (5, Arrow.UNCHANGED), (0, Arrow.IMPROVED)])
def test_arrow_follows_the_printed_rule(latest: float, expected: Arrow):
    history = np.array([4, 5, 6, 5, 4, 6, 5, 5, 4, 6, 5, 5, latest], float)
    found = arrow(history)
    assert found.arrow is expected
    assert found.mean == pytest.approx(5)


def test_arrow_with_too_little_history_is_unknown_and_not_unchanged():
    assert arrow(np.ones(12)).arrow is Arrow.UNKNOWN
    assert arrow(np.array([np.nan] + [1.0] * 12)).arrow is Arrow.UNKNOWN


def test_single_event_after_silence_is_deterioration_and_a_fraction_is_not():
    assert arrow_of(latest=1, mean=0, low=0, high=0).arrow is Arrow.DETERIORATED
    assert arrow_of(latest=0.5, mean=0, low=0, high=0).arrow is Arrow.UNCHANGED


def _series(last: float, *, length: int = 120, seed: int = 1) -> np.ndarray:
    counts = np.random.default_rng(seed).poisson(6, (3, length)).astype(float)
    counts[1, -1] = last
    return counts


NAMES = [("a", "attack"), ("b", "attack"), ("c", "attack")]


def _months(counts: np.ndarray) -> np.ndarray:
    return np.datetime64("2002-01") + np.arange(counts.shape[1])


def test_outstanding_month_is_found_by_the_seasonal_method_and_by_the_surge_rule():
    counts = _series(60)
    (found,) = alerts(counts, names=NAMES, months=_months(counts), at=counts.shape[1] - 1)
    assert (found.unit, found.observed, found.month) == ("b", 60, "2011-12")
    assert {met.rule for met in found.rules} == {AlertRule.FARRINGTON, AlertRule.SURGE}
    farrington = next(met for met in found.rules if met.rule is AlertRule.FARRINGTON)
    assert farrington.q_value >= farrington.p_value
    assert found.expected == pytest.approx(6, abs=2)


def test_usual_month_raises_no_alert():
    counts = _series(6)
    assert alerts(counts, names=NAMES, months=_months(counts), at=counts.shape[1] - 1) == []


def test_short_history_is_judged_by_the_early_method():
    counts = _series(60, length=SETTINGS.history - 10)
    (found,) = alerts(counts, names=NAMES, months=_months(counts), at=counts.shape[1] - 1)
    assert AlertRule.EARS in {met.rule for met in found.rules}
    assert AlertRule.FARRINGTON not in {met.rule for met in found.rules}


def test_nothing_after_the_month_judged_changes_the_judgement():
    counts = _series(60)
    at = counts.shape[1] - 1
    later = np.concatenate([counts, np.full((3, 5), 500.0)], axis=1)
    assert alerts(counts, names=NAMES, months=_months(later), at=at) == alerts(
        later, names=NAMES, months=_months(later), at=at
    )


def _said(key: str, stage: Stage, day: int, unit: str = "TJ-AF") -> FindingAct:
    nothing = LocalizedText()
    return FindingAct(
        key=key,
        unit=unit,
        event_kind="all",
        month="2011-05",
        finding=FindingKind.ARROW,
        value="unchanged",
        stage=stage,
        by=nothing,
        reason=nothing,
        dataset="d",
        said=date(2011, 6, day),
        basis=Basis(key),
    )


def test_last_word_on_a_finding_counts_and_subjects_are_kept_apart():
    acts = [
        _said("c", Stage.REJECTED, 3),
        _said("b", Stage.CONFIRMED, 2),
        _said("a", Stage.PROPOSED, 2),
        _said("z", Stage.PROPOSED, 1, unit="KG-UZ"),
    ]
    other, found = findings_of(acts)
    assert [act.stage for act in found.acts] == [Stage.PROPOSED, Stage.CONFIRMED, Stage.REJECTED]
    assert found.last.key == "c"
    assert (other.last.unit, other.last.stage) == ("KG-UZ", Stage.PROPOSED)


def test_changes_are_against_the_year_and_the_five_years_before():
    series = np.concatenate([np.full(48, 2.0), np.full(12, 4.0), [6.0]])
    found = changes(series)
    assert found.year == pytest.approx(0.5)
    assert found.five_years == pytest.approx(6 / 2.4 - 1)
    assert changes(series[-13:]).five_years is None


def test_highest_thirty_days_of_a_year_are_an_alert_only_with_a_hundred_deaths():
    daily = np.zeros((2, 1_126))
    daily[0, -10:], daily[1, -10:] = 10, 9.9
    (found,) = rolling_maxima(daily, names=[("a", "all"), ("b", "all")], month="2011-05")
    assert (found.unit, found.observed) == ("a", 100)
    assert found.rules[0].rule is AlertRule.ROLLING_MAXIMUM


def test_deaths_by_day_spread_an_event_over_its_days_and_leave_out_what_is_unknown():
    found = daily_deaths(EVENTS, UNITS, of_units=("TJ-AF", "KG-UZ"), last=np.datetime64("2011-05-31"), days=60)
    assert found.shape == (2, 60)
    assert found.sum() == pytest.approx(14)
    assert found[0, -31] == pytest.approx(4 + 1)
