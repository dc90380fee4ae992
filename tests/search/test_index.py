"""The index on a database: the same questions give the same rows on SQLite and PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from secretariat.access.rules import PUBLIC, SECRETARIAT, delegation_of
from secretariat.audit.rules import Actor
from secretariat.search.actions import rebuild_index
from secretariat.search.models import Entry
from secretariat.search.queries import Matches, matches, shown_rows
from secretariat.search.rules import Question
from secretariat.sources.columns import RecordColumns
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

pytestmark = pytest.mark.django_db
CSTO = Path(__file__).parents[2] / "examples" / "csto"
ON = date(2011, 5, 31)
KNOWN = datetime(2011, 5, 31, 23, 59, tzinfo=UTC)
PACK = """
- {id: S1, title: {en: Minutes, ru: Протокол заседания}, date: 2010-12-10}
"""
ORGANS = """
- {id: CSC, name: {en: Council, ru: Совет}, kind: council}
"""
DECISIONS = """
- {id: D1, organ: CSC, symbol: CSC/Dec.2010/1, kind: decision, date: 2010-12-10, sources: [S1],
   title: {en: Joint action against drugs, ru: О совместных мерах против наркотиков},
   gist: {en: "Obligations of the members; counter-terrorism is left for later.", ru: Обязательства членов}}
- {id: D2, organ: CSC, symbol: CSC/Dec.2010/10, kind: decision, date: 2010-12-11, sources: [S1],
   title: {en: Budget, ru: О бюджете},
   gist: {en: An obligation to pay. Drugs are mentioned., ru: Одно обязательство. Приняты решения о взносах.}}
- {id: D3, organ: CSC, symbol: CSC/Dec.2011/2, kind: decision, date: 2011-06-30, sources: [S1], known_from: 2011-07-01,
   title: {en: Later decision on drugs, ru: Более позднее решение о наркотиках}}
- {id: D4, organ: CSC, symbol: SECRET/4, kind: decision, date: 2010-12-12, sources: [S1], mark: secretariat,
   title: {en: Unpublished decision on drugs, ru: Неопубликованное решение о наркотиках}}
- {id: D2.corrected, corrects: D2, organ: CSC, symbol: CSC/Dec.2010/10, kind: decision, date: 2010-12-11, sources: [S1],
   known_from: 2011-02-01, title: {en: Financing, ru: О финансировании}, gist: {en: An obligation to pay.}}
"""
PROVISIONS = """
- {id: P1, decision: D1, number: "1", verb: takes, force: binding, collective: all,
   text: {en: Takes measures at the external borders, ru: Принимает меры на внешних границах}}
- {id: P4, decision: D4, number: "1", verb: takes, force: binding, collective: all,
   text: {en: A public sentence about borders under a decision that is not, ru: Предложение о границах}}
"""


@pytest.fixture
def register(make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor) -> None:
    pack = make_pack(sources=PACK, organs=ORGANS, decisions=DECISIONS, provisions=PROVISIONS)
    load_pack(actor, pack, pack_tables)


def found(asked: str, viewer: Any = PUBLIC, **changes: Any) -> Matches:
    return matches(viewer, Question.of(asked), **{"on": ON, "known_at": KNOWN} | changes)


def keys(asked: str, viewer: Any = PUBLIC, **changes: Any) -> list[str]:
    return [hit.identity for hit in found(asked, viewer, **changes).hits]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("obligation", ["D2", "D1"]),
        ("обязательств", ["D1"]),
        ("решение", []),
        ("границе", ["P1"]),
        ("measure borders", ["P1"]),
        ('"external border"', ["P1"]),
        ('"border external"', []),
        ("CSC/Dec.2010/1", ["D1"]),
        ("Dec.2010", ["D2", "D1"]),
        ("counterterrorism", ["D1"]),
        ("counter-terrorism", ["D1"]),
        ("financ*", ["D2"]),
        ("obligation -terrorism", ["D2"]),
        ("obligation -counter-terrorism", ["D2"]),
        ('obligation -"to pay"', ["D1"]),
        ("drugs later", ["D1"]),
        ("наркотики против", ["D1"]),
        # one text does not continue in the next
        ('"drugs Obligations"', []),
        ("d1", ["D1"]),
        ("протоколы", ["S1"]),
        ("'; DROP TABLE search_entry; --", []),
        ('"a & b" | !c <-> *:', []),
    ],
)
def test_question_finds_the_same_rows_in_the_same_order_on_every_database(
    register: None, asked: str, expected: list[str]
):
    assert keys(asked) == expected


def test_names_stand_before_titles_and_titles_before_texts_and_newer_before_older(
    make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor
):
    rows = "".join(
        f"- {{id: {key}, organ: CSC, symbol: {symbol}, kind: decision, date: {day}, title: {{en: {title}}}, "
        f"gist: {{en: {gist}}}}}\n"
        for key, symbol, day, title, gist in (
            ("A", "X/1", "2010-01-01", "Nothing", "A word on borders"),
            ("B", "X/2", "2010-01-03", "Nothing", "A word on borders"),
            ("C", "X/3", "2010-01-02", "On borders", "Nothing"),
            ("D", "X/4", "2010-01-02", "On a border", "Nothing"),
            ("E", "BORDER/1", "2009-01-01", "Nothing", "Nothing"),
        )
    )
    load_pack(actor, make_pack(organs=ORGANS, decisions=rows), pack_tables)
    assert keys("border") == ["E", "C", "D", "B", "A"]
    assert [hit.identity for hit in found("border", start=1, count=2).hits] == ["C", "D"]


def test_hidden_later_corrected_and_undecided_rows_are_in_no_count(register: None):
    assert keys("drugs") == ["D1"]
    assert dict(found("drugs").counts) == {"decisions.decision": 1}
    assert keys("drugs", SECRETARIAT) == ["D4", "D1"]
    assert keys("drugs", known_at=datetime(2011, 1, 1, tzinfo=UTC)) == ["D1", "D2"]
    assert keys("drugs", known_at=datetime(2012, 1, 1, tzinfo=UTC)) == ["D1"]
    late = {"on": date(2012, 1, 1), "known_at": datetime(2012, 1, 1, tzinfo=UTC)}
    assert keys("drugs", **late) == ["D3", "D1"]
    assert keys("drugs", on=date(2010, 12, 9)) == []


def test_row_without_a_page_of_its_own_is_found_where_that_page_is(register: None):
    assert keys("borders") == ["P1"]
    assert sorted(keys("borders", SECRETARIAT)) == ["P1", "P4"]
    assert keys("borders", on=date(2010, 12, 9)) == []


def test_table_limits_the_findings_and_not_the_counts(register: None):
    both = found("minutes OR joint", table="")
    assert both.hits == ()
    some = found("меры", table="decisions.provision")
    assert [hit.identity for hit in some.hits] == ["P1"]
    assert dict(some.counts) == {"decisions.decision": 1, "decisions.provision": 1}
    assert some.total == 2


def test_kinds_choose_what_is_searched_and_which_stands_first(register: None):
    asked = {"kinds": ("decisions.provision", "decisions.decision")}
    assert [hit.table for hit in found("меры", **asked).hits] == ["decisions.decision", "decisions.provision"]
    assert list(found("меры", **asked).counts) == ["decisions.provision", "decisions.decision"]
    assert keys("протоколы", **asked) == []


def test_example_is_found_in_both_languages_and_no_answer_of_a_member_is(
    pack_tables: tuple[PackTable, ...], actor: Actor
):
    load_pack(actor, CSTO, pack_tables)
    assert found("решение").counts == found("решений").counts == found("решениями").counts
    assert found("решение").total > 5
    assert "KZ" in keys("казахстана")
    assert "CHARTER" in keys("уставы", count=100)
    assert "CHARTER" in keys("charters", count=100)
    assert not Entry.objects.filter(table="response.consent").exists()
    assert "response.consent" not in shown_rows(delegation_of("KZ"), on=ON, known_at=KNOWN)


def test_index_written_anew_says_the_same(register: None, actor: Actor):
    def answers() -> list[list[str]]:
        return [keys(asked, SECRETARIAT) for asked in ("drugs", "границы", "obligations", "csc", '"to pay"')]

    def rows() -> list[tuple[Any, ...]]:
        columns = [column.name for column in Entry._meta.concrete_fields if column.name != "id"]
        return sorted(Entry.objects.values_list(*columns), key=str)

    before = rows(), answers()
    Entry.objects.filter(key="D1").delete()
    rebuild_index(actor)
    assert (rows(), answers()) == before
    assert any(answers())


def test_rows_that_were_not_recorded_are_not_in_the_index(
    register: None, make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor
):
    count = Entry.objects.count()
    load_pack(actor, make_pack(decisions=DECISIONS, organs=ORGANS), pack_tables)
    assert Entry.objects.count() == count


def test_hidden_finding_costs_as_many_queries_as_none(register: None, django_assert_num_queries: Any):
    for asked in ("unpublished", "nothing-of-the-kind"):
        with django_assert_num_queries(4, info=asked):
            assert found(asked).total == 0
    for asked in ("drugs", "csc"):
        with django_assert_num_queries(5, info=asked):
            assert found(asked).total > 0


def test_every_searched_table_is_shown_by_its_room():
    searched = {
        model._meta.label_lower
        for model in apps.get_models()
        if issubclass(model, RecordColumns) and (model.titled or model.searched)
    }
    shown = shown_rows(PUBLIC, on=ON, known_at=KNOWN)
    assert searched <= set(shown)
    for table in searched:
        model = apps.get_model(table)
        assert bool(shown[table].page) == bool(getattr(model, "shown_with", "")), table
