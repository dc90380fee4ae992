"""Contradictions of the real record are found, and nothing is found where all can be true."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import Period
from secretariat.programmes.rules import (
    FindingKind,
    Measurement,
    Qualifier,
    Reporter,
    Weight,
    by_period,
    disputed_rows,
    explained,
    findings_of,
)
from secretariat.programmes.rules.findings import number_text
from secretariat.programmes.rules.sums import covering, disjoint, sum_of
from tests.programmes.figures import SEIZED, said, year

MEMBERS = frozenset({"AM", "BY", "KZ"})
LATE = date(2020, 1, 1)


def check(*some: Measurement, indicators=(SEIZED,), on=LATE):
    found = findings_of(indicators, some, members=lambda _day: MEMBERS, on=on)
    return [each for each in found if each.kind is not FindingKind.MISSING_PERIODS]


def kinds(*some: Measurement, **more):
    return [(each.kind, each.weight) for each in check(*some, **more)]


def total(key, value, day, qualifier="exact", start=date(2003, 1, 1), **more):
    return said(key, value, start, day, qualifier, cumulative=True, **more)


def test_total_of_335_after_more_than_400_is_a_contradiction():
    by_2015 = total("2015", 400, date(2015, 3, 20), "more_than", start=None)
    by_2017 = total("2017", 335, date(2017, 5, 25), "almost")
    (found,) = check(by_2015, by_2017)
    assert (found.kind, found.weight, found.rows) == (
        FindingKind.TOTAL_FALLS,
        Weight.CONTRADICTION,
        ("2015", "2017"),
    )
    assert "more than 400 t" in explained(found).en
    assert "почти 335 т" in explained(found).ru
    assert disputed_rows([found]) == {"2015", "2017"}


def test_total_whose_start_nobody_states_is_only_a_question():
    by_2015 = total("2015", 400, date(2015, 3, 20), "more_than", start=None)
    by_2019 = total("2019", 400, date(2019, 12, 31), "almost", start=None)
    assert kinds(by_2015, by_2019) == [(FindingKind.TOTAL_FALLS, Weight.QUESTION)]


def test_more_than_360_does_not_contradict_more_than_400():
    by_2015 = total("2015", 400, date(2015, 3, 20), "more_than")
    by_2018 = total("2018", 360, date(2018, 2, 8), "more_than")
    assert check(by_2015, by_2018) == []


def test_total_that_counts_from_a_later_day_may_be_smaller():
    assert check(total("a", 400, date(2015, 1, 1)), total("b", 90, date(2016, 1, 1), start=date(2014, 1, 1))) == []


def test_headline_of_15_tonnes_over_a_text_of_1742_kg_is_a_contradiction_though_both_say_more_than():
    days = (date(2025, 5, 18), date(2025, 5, 23))
    text = said("text", 1742, *days, "more_than", unit="kg", factor=0.001, sources=("S68",))
    headline = said("headline", 15, *days, "more_than", sources=("S68",))
    assert kinds(text, headline) == [(FindingKind.ONE_SOURCE_TWO_VALUES, Weight.CONTRADICTION)]


def test_headline_that_rounds_97000_to_100000_is_none():
    assert check(year(2010, 97_000, key="a", sources=("T72",)), year(2010, 100_000, key="b", sources=("T72",))) == []


def test_sources_disagree_only_where_no_value_satisfies_both():
    assert kinds(year(2015, 35, key="a"), year(2015, 30, key="b")) == [
        (FindingKind.SOURCES_DISAGREE, Weight.CONTRADICTION)
    ]
    assert check(year(2015, 35, key="a"), year(2015, 33, "about", key="b")) == []


def test_factor_of_a_thousand_for_one_period_is_a_unit_mixed_up():
    assert kinds(year(2015, 35, key="a"), year(2015, 35_100, key="b")) == [
        (FindingKind.UNIT_MIX_UP, Weight.CONTRADICTION)
    ]


def test_neighbouring_years_more_than_threefold_apart_are_a_jump_and_a_thousandfold_a_unit():
    assert kinds(year(2015, 10), year(2016, 31)) == [(FindingKind.JUMP, Weight.QUESTION)]
    assert check(year(2015, 10), year(2016, 29)) == []
    assert check(year(2015, 10), year(2016, 31, "about")) == []
    assert check(year(2015, 10), year(2017, 31)) == [], "not neighbours"
    assert kinds(year(2015, 20), year(2016, 24_000)) == [(FindingKind.UNIT_MIX_UP, Weight.QUESTION)]


def test_periods_inside_a_total_cannot_add_up_to_more():
    whole = said("2017-2019", 691, date(2017, 1, 1), date(2019, 12, 31))
    stage = said("2018-09", 2000, date(2018, 9, 10), date(2018, 9, 14))
    assert kinds(whole, stage) == [(FindingKind.TOTAL_BELOW_PERIODS, Weight.CONTRADICTION)]


def test_overlapping_periods_are_counted_once():
    whole = said("2007", 12, date(2007, 1, 1), date(2007, 12, 31))
    stage = said("stage", 10, date(2007, 8, 28), date(2007, 9, 3))
    again = said("autumn", 11, date(2007, 8, 1), date(2007, 11, 30))
    assert check(whole, stage, again) == []


def test_periods_that_cover_a_total_cannot_add_up_to_less():
    whole = said("2017-2018", 60, date(2017, 1, 1), date(2018, 12, 31))
    assert kinds(whole, year(2017, 20), year(2018, 25)) == [(FindingKind.TOTAL_ABOVE_PERIODS, Weight.CONTRADICTION)]
    assert check(whole, year(2017, 20), year(2018, 25, "more_than")) == []
    assert check(whole, year(2017, 20)) == [], "2018 may make up for it"


def test_running_total_that_the_record_does_not_reach_is_a_question():
    assert kinds(total("2017", 335, date(2017, 5, 25), "almost"), year(2015, 35)) == [
        (FindingKind.TOTAL_UNACCOUNTED, Weight.QUESTION)
    ]


def test_members_cannot_have_more_than_all_together():
    joint, am, by = year(2015, 10, key="joint"), year(2015, 7, state="AM"), year(2015, 8, "about", state="BY")
    assert kinds(joint, am, by) == [(FindingKind.MEMBERS_ABOVE_JOINT, Weight.CONTRADICTION)]


def test_all_members_cannot_have_less_than_all_together_but_some_of_them_may():
    joint, am, by = year(2015, 30, key="joint"), year(2015, 7, state="AM"), year(2015, 8, state="BY")
    assert check(joint, am, by) == []
    assert kinds(joint, am, by, year(2015, 9, state="KZ")) == [(FindingKind.MEMBERS_BELOW_JOINT, Weight.CONTRADICTION)]


def test_figures_of_two_operations_are_never_compared():
    assert check(year(2015, 1, key="a", operation="KANAL"), year(2015, 900, key="b", operation="SET")) == []


def test_parts_in_another_unit_cannot_exceed_the_whole():
    heroin = replace(SEIZED, key="heroin", unit="kg", part_of="seized", since=None, units=())
    opium = replace(SEIZED, key="opium", part_of="seized", since=None)
    whole = year(2015, 10)
    parts = (year(2015, 4000, key="h", indicator="heroin"), year(2015, 7, key="o", indicator="opium"))
    assert kinds(whole, *parts, indicators=(SEIZED, heroin, opium)) == [
        (FindingKind.PARTS_ABOVE_WHOLE, Weight.CONTRADICTION)
    ]
    assert check(whole, parts[0], indicators=(SEIZED, heroin, opium)) == []


def test_periods_that_share_days_are_named():
    one = said("a", 3, date(2007, 8, 28), date(2007, 9, 3))
    other = said("b", 4, date(2007, 9, 1), date(2007, 9, 30))
    assert kinds(one, other) == [(FindingKind.OVERLAP, Weight.QUESTION)]


def missing(*some, indicator=SEIZED, on=date(2011, 5, 31)):
    found = findings_of([indicator], some, members=lambda _day: MEMBERS, on=on)
    return [explained(each).en for each in found if each.kind is FindingKind.MISSING_PERIODS]


def test_years_without_any_figure_are_missing_and_the_current_year_is_not():
    stage = said("2007", 10, date(2007, 8, 28), date(2007, 9, 3))
    (text,) = missing(year(2005, 11), stage, year(2008, None))
    assert text == "No figure for 6 of 8 expected periods: 2003–2004, 2006, 2008–2010."


def test_each_member_that_reports_for_itself_is_missed():
    own = replace(SEIZED, reporter=Reporter.MEMBERS, since=date(2010, 1, 1))
    assert len(missing(year(2010, 5, state="AM"), indicator=own)) == 2


def test_running_total_fills_no_year():
    (text,) = missing(total("2010", 90, date(2010, 12, 31)))
    assert text.startswith("No figure for 8 of 8")


def test_finding_names_its_rows_and_has_a_value_for_each_place():
    found = check(total("2015", 400, date(2015, 3, 20), "more_than"), total("2017", 335, date(2017, 5, 25)))
    for each in found:
        assert set(each.rows) == {"2015", "2017"}
        assert "{" not in explained(each).en + explained(each).ru


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [(1742.5, "1,742.5", "1\N{NO-BREAK SPACE}742,5"), (0.00042, "0.00042", "0,00042"), (67.6, "67.6", "67,6")],
)
def test_numbers_of_findings_read_in_both_languages(value, english, russian):
    assert number_text(value, "en") == english
    assert number_text(value, "ru") == russian


days = st.dates(date(2003, 1, 1), date(2019, 12, 31))


@given(
    st.lists(
        st.tuples(days, st.integers(1, 500), st.floats(0, 1000), st.sampled_from(list(Qualifier)[:6])), max_size=12
    )
)
def test_periods_chosen_for_a_sum_never_overlap_and_no_single_one_exceeds_them(rows):
    some = [
        said(str(number), value, start, start + timedelta(days=length), qualifier.value)
        for number, (start, length, value, qualifier) in enumerate(rows)
    ]
    figures = by_period(some)
    chosen = disjoint(figures)
    for one in chosen:
        assert not any(one is not other and one.period.overlaps(other.period) for other in chosen)
    low = sum_of(chosen).low
    assert all(each.bounds is None or each.bounds.low <= low * (1 + 1e-9) for each in figures)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_years_one_after_the_other_cover_their_whole(values):
    some = [year(2003 + number, value) for number, value in enumerate(values)]
    span = Period(date(2003, 1, 1), date(2003 + len(values), 1, 1))
    chain = covering(by_period(some), span)
    assert chain is not None
    assert sum_of(chain).low == pytest.approx(sum(values))
    assert covering(by_period(some[:-1]), span) is None


@given(
    st.lists(
        st.tuples(st.integers(2003, 2012), st.floats(0.01, 1e6), st.sampled_from(list(Qualifier)[:6])), max_size=10
    )
)
def test_checks_never_change_a_figure_and_name_only_rows_that_are_there(rows):
    some = [
        year(number, value, qualifier.value, key=str(index)) for index, (number, value, qualifier) in enumerate(rows)
    ]
    before = list(some)
    found = findings_of([SEIZED], some, members=lambda _day: MEMBERS, on=LATE)
    assert some == before
    assert {key for each in found for key in each.rows} <= {SEIZED.key, *(each.key for each in some)}
