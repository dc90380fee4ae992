"""The latest figure, and a movement only between periods that can be compared."""

from dataclasses import replace
from datetime import date

import pytest

from secretariat.kernel import Period
from secretariat.programmes.rules import (
    Direction,
    Judgement,
    Rhythm,
    Trend,
    calendar_periods,
    latest_of,
    period_text,
    periods_text,
    rhythm_of,
)
from secretariat.programmes.rules.plots import ceiling, plot_of
from tests.programmes.figures import SEIZED, said, year

EXPULSIONS = replace(SEIZED, direction=Direction.FEWER_IS_BETTER)


def test_year_is_compared_with_the_last_year_on_record_and_never_with_a_week():
    week = said("week", 17, date(2017, 5, 29), date(2017, 6, 2), "about")
    found = latest_of(SEIZED, [year(2015, 35), week, year(2017, 20.5)])
    assert found.figures is not None
    assert found.earlier is not None
    assert (found.figures.rows, found.earlier.rows, found.trend) == (("2017",), ("2015",), Trend.FELL)
    assert latest_of(SEIZED, [year(2015, 35), week]).trend is Trend.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("before", "after", "trend"),
    [
        ((10, "exact"), (12, "exact"), Trend.ROSE),
        ((10, "exact"), (10, "exact"), Trend.UNCHANGED),
        ((10, "about"), (10.5, "about"), Trend.UNDECIDED),
        ((10, "more_than"), (12, "exact"), Trend.UNDECIDED),
        ((10, "almost"), (10, "more_than"), Trend.ROSE),
    ],
)
def test_movement_is_said_only_where_intervals_do_not_overlap(before, after, trend):
    assert latest_of(SEIZED, [year(2015, *before), year(2016, *after)]).trend is trend


def test_movement_is_judged_by_the_direction_of_the_indicator():
    rising = [year(2015, 10), year(2016, 12)]
    assert latest_of(EXPULSIONS, rising).judgement is Judgement.WORSE
    assert latest_of(replace(SEIZED, direction=Direction.MORE_IS_BETTER), rising).judgement is Judgement.BETTER
    assert latest_of(SEIZED, rising).judgement is Judgement.NO_JUDGEMENT


def test_running_total_is_never_the_latest_figure_of_a_period():
    total = said("total", 335, date(2003, 1, 1), date(2017, 5, 25), "almost", cumulative=True)
    found = latest_of(SEIZED, [year(2015, 35), total])
    assert found.figures is not None
    assert found.figures.rows == ("2015",)
    assert found.total is total


def test_unknown_figure_is_no_latest_figure():
    found = latest_of(SEIZED, [year(2015, 35), year(2016, None)])
    assert found.figures is not None
    assert found.figures.rows == ("2015",)


@pytest.mark.parametrize(
    ("start", "end", "rhythm"),
    [
        (date(2007, 1, 1), date(2008, 1, 1), Rhythm.YEAR),
        (date(2007, 7, 1), date(2008, 1, 1), Rhythm.HALF_YEAR),
        (date(2007, 4, 1), date(2007, 7, 1), Rhythm.QUARTER),
        (date(2007, 2, 1), date(2007, 3, 1), Rhythm.MONTH),
        (date(2007, 2, 1), date(2008, 2, 1), Rhythm.NONE),
        (date(2007, 8, 28), date(2007, 9, 4), Rhythm.NONE),
        (None, date(2007, 9, 4), Rhythm.NONE),
    ],
)
def test_period_of_the_calendar_is_recognised(start, end, rhythm):
    assert rhythm_of(Period(start, end)) is rhythm


def test_expected_are_the_periods_that_have_ended():
    found = calendar_periods(Rhythm.QUARTER, date(2010, 5, 1), date(2010, 12, 31))
    assert [str(each.start) for each in found] == ["2010-04-01", "2010-07-01", "2010-10-01"]
    assert calendar_periods(Rhythm.YEAR, date(2010, 1, 1), date(2010, 12, 30)) == []
    assert calendar_periods(Rhythm.NONE, date(2010, 1, 1), date(2020, 1, 1)) == []


@pytest.mark.parametrize(
    ("start", "end", "english", "russian"),
    [
        (date(2007, 1, 1), date(2008, 1, 1), "2007", "2007 г."),
        (date(2017, 1, 1), date(2020, 1, 1), "2017–2019", "2017–2019 гг."),
        (date(2012, 6, 1), date(2012, 7, 1), "June 2012", "июнь 2012 г."),
        (date(2007, 8, 28), date(2007, 9, 4), "28 August – 3 September 2007", "28 августа – 3 сентября 2007 г."),
        (None, date(2015, 3, 21), "up to 20 March 2015, start not stated", "по 20 марта 2015 г., начало не указано"),
    ],
)
def test_periods_read_as_people_write_them(start, end, english, russian):
    found = period_text(Period(start, end))
    assert (found.en, found.ru.replace("\N{NO-BREAK SPACE}", " ")) == (english, russian)


def test_neighbouring_years_are_joined_in_a_list():
    years = [Period(date(each, 1, 1), date(each + 1, 1, 1)) for each in (2003, 2006, 2008, 2009, 2010)]
    assert periods_text(years).ru == "2003, 2006, 2008–2010"


def test_plot_draws_an_interval_an_arrow_and_a_gap():
    gap = Period(date(2006, 1, 1), date(2007, 1, 1))
    found = plot_of([year(2005, 11, "more_than"), year(2007, 28, "almost")], [gap])
    assert found is not None
    arrow, almost = found.marks
    assert (arrow.is_open, almost.is_open) == (True, False)
    assert almost.top < almost.y < almost.bottom
    assert (found.first, found.last, found.most, len(found.gaps)) == (2005, 2007, 50, 1)
    assert arrow.x < found.gaps[0][0] < almost.x
    assert plot_of([year(2005, 11)], [gap]) is None


@pytest.mark.parametrize(("value", "expected"), [(0, 1), (28, 50), (100, 100), (67.6, 100), (0.3, 0.5), (1001, 2000)])
def test_axis_ends_at_a_round_number(value, expected):
    assert ceiling(value) == pytest.approx(expected)
