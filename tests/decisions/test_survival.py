from datetime import date

import pytest
from scipy import stats

from secretariat.decisions.rules import survival_curve, time_to_claim
from tests.decisions.commitments import MINSK, act, commitment, report, status

# Freireich and others, Blood 21 (1963), 699-716: weeks in remission, 6-MP arm; True: relapsed, False: censored.
SIX_MP = [
    (6, True), (6, True), (6, True), (6, False), (7, True), (9, False), (10, True), (10, False), (11, False),
    (13, True), (16, True), (17, False), (19, False), (20, False), (22, True), (23, True), (25, False), (32, False),
    (32, False), (34, False), (35, False),
]  # fmt: skip


def test_the_curve_is_that_of_the_published_trial() -> None:
    curve = survival_curve("6-MP", SIX_MP)
    assert {point.days: round(point.survival, 3) for point in curve.points} == {
        6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448,
    }  # fmt: skip
    assert [point.at_risk for point in curve.points] == [21, 17, 15, 12, 11, 7, 6]
    assert (curve.n, curve.events, curve.median.value) == (21, 9, 23)


def test_intervals_are_those_of_scipy() -> None:
    days, done = zip(*SIX_MP, strict=True)
    ours = survival_curve("6-MP", SIX_MP)
    theirs = stats.ecdf(stats.CensoredData.right_censored([float(day) for day in days], [not each for each in done])).sf
    interval = theirs.confidence_interval(method="log-log")
    for point in ours.points:
        assert point.low == pytest.approx(interval.low.evaluate(point.days))
        assert point.high == pytest.approx(interval.high.evaluate(point.days))


def test_a_median_that_was_not_reached_is_not_given() -> None:
    curve = survival_curve("two of six", [(248, True), (561, True), *[(716, False)] * 4])
    assert curve.median.value is None
    assert curve.at(247) == 1
    assert curve.at(700) == pytest.approx(4 / 6)


def test_nothing_done_is_no_curve_and_everything_done_ends_without_interval() -> None:
    assert survival_curve("none", [(10, False)]).points == ()
    last = survival_curve("all", [(1, True), (2, True)]).points[-1]
    assert (last.survival, last.low, last.high) == (0, None, None)


def test_open_ones_are_censored_on_the_day_and_ended_ones_when_they_ended() -> None:
    done = status(of=commitment("a"), reports=[report("2010-12-20", "implemented")])
    ended = status(of=commitment("b"), acts=[act("2011-01-09", "retired")])
    still_open = status(of=commitment("c"))
    curve = time_to_claim("cohort", [done, ended, still_open], MINSK)
    assert [(point.days, point.at_risk, point.events) for point in curve.points] == [(10, 3, 1)]
    later = status(of=commitment("d"), reports=[report("2011-02-08", "implemented")])
    curve = time_to_claim("cohort", [done, ended, still_open, later], MINSK)
    assert [(point.days, point.at_risk) for point in curve.points] == [(10, 4), (60, 2)]


def test_nothing_is_observed_for_fewer_than_no_days() -> None:
    with pytest.raises(ValueError, match="fewer"):
        survival_curve("wrong", [(-1, True)])
    early = status(of=commitment(assigned=date(2011, 1, 1)), reports=[report("2010-12-20", "implemented")])
    assert time_to_claim("early", [early], MINSK).points[0].days == 0
