from datetime import date

from secretariat.kernel import ImpreciseDate, LocalizedText, Period
from secretariat.organs.rules import Role, TermAct, TermEdge, holders_on, term_conflicts, terms_from
from secretariat.sources.rules import Basis


def edge(term, kind, day, organ="CSC", role=Role.CHAIR, **rest):
    return TermAct(f"{term}-{kind}", term, organ, role, TermEdge(kind), ImpreciseDate.parse(day), Basis(term), **rest)


CHAIRS = [
    edge("RU-2009", "start", "2009-06-14", state="RU", temporary=True),
    edge("RU-2009", "end", "2010-12-10", state="RU", temporary=True),
    edge("BY-2010", "start", "2010-12-10", state="BY"),
    edge("BY-2010", "end", "2011-12-20", state="BY"),
    edge("KZ-2011", "start", "2011-12-20", state="KZ"),
]


def chair(day, acts=CHAIRS):
    return [term.state for term in holders_on(terms_from(acts), date.fromisoformat(day))]


def test_the_chair_passes_at_the_session():
    assert chair("2010-12-09") == ["RU"]
    assert chair("2010-12-10") == ["BY"]
    assert chair("2011-05-31") == ["BY"]
    assert chair("2011-12-20") == ["KZ"]
    assert chair("2009-06-13") == []


def test_the_last_day_in_office_belongs_to_the_term():
    assert chair("2010-12-10", CHAIRS[:2]) == ["RU"]
    assert chair("2010-12-11", CHAIRS[:2]) == []
    assert terms_from(CHAIRS[:2])[0].period == Period(date(2009, 6, 14), date(2010, 12, 11))


def test_a_handover_on_one_day_is_no_conflict():
    assert term_conflicts(terms_from(CHAIRS)) == []


def test_two_chairs_at_once_are_reported_and_both_shown():
    other = edge("KG-2010", "start", "2010-11-01", state="KG"), edge("KG-2010", "end", "2011-01-31", state="KG")
    found = terms_from([*CHAIRS, *other])
    assert [(conflict.terms, str(conflict.shared)) for conflict in term_conflicts(found)] == [
        (("RU-2009", "KG-2010"), "[2010-11-01, 2010-12-11)"),
        (("KG-2010", "BY-2010"), "[2010-12-10, 2011-02-01)"),
    ]
    assert [term.state for term in holders_on(found, date(2010, 11, 15))] == ["RU", "KG"]


def test_a_month_without_a_day_counts_from_its_last_day_and_is_not_certain_before():
    acts = [
        edge("SEMERIKOV", "start", "2017-01-01", "SG", Role.HEAD, person=LocalizedText("V. Semerikov"), acting=True),
        edge("SEMERIKOV", "end", "2017-04", "SG", Role.HEAD),
        edge("KHACHATUROV", "start", "2017-04", "SG", Role.HEAD, person=LocalizedText("Y. Khachaturov")),
    ]
    acting, next_one = terms_from(acts)
    assert acting.acting
    assert acting.certain_on(date(2017, 3, 31))
    assert not acting.certain_on(date(2017, 4, 15))
    assert not next_one.certain_on(date(2017, 4, 15))
    assert holders_on([acting, next_one], date(2017, 4, 30)) == [next_one]
    assert term_conflicts([acting, next_one]) == []


def test_another_office_is_no_conflict():
    acts = [*CHAIRS, edge("ZAS", "start", "2010-06-01", "SG", Role.HEAD)]
    assert term_conflicts(terms_from(acts)) == []


def test_a_term_of_one_day_before_its_start_has_no_days():
    assert terms_from([edge("X", "start", "2011-05-02"), edge("X", "end", "2011-05-01")]) == []
