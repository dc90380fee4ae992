"""Placements in the database: the same rule in SQL, and what the log says of them."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.access.actions import NotSeen, _place, new_id, place, place_anew
from secretariat.access.queries import compartments, exists_for, visible_placements
from secretariat.access.rules import (
    PUBLIC,
    SECRETARIAT,
    Body,
    Compartment,
    Distribution,
    Stage,
    UnableToPlace,
    Viewer,
    delegation_of,
    draft_of,
    see,
)
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from tests.access.drawing import compound, somebody, viewer
from tests.access.oracle import Somebody

pytestmark = pytest.mark.django_db
ACTOR = Actor("test")
KG = Viewer(Body.DELEGATION, "KG", "p1")


@pytest.mark.django_db
@settings(max_examples=settings().max_examples // 2)
@given(placed=st.lists(st.lists(compound(), min_size=1, max_size=3), min_size=1, max_size=6), people=st.lists(somebody))
def test_sql_shows_what_the_rule_shows_and_only_the_newest_placement_counts(
    placed: list[list[Compartment]], people: list[Somebody]
):
    with transaction.atomic():
        newest = {}
        for history in placed:
            key = new_id()
            newest[key] = history[-1]
            for number, it in enumerate(history, 1):
                _place(ACTOR, SECRETARIAT, key, it, number=number, reason="")
        for who in [PUBLIC, SECRETARIAT, *(viewer(p) for p in people)]:
            expected = {key: it for key, it in newest.items() if see(who, it)}
            assert set(visible_placements(who).values_list("object", flat=True)) == set(expected)
            assert compartments(who, newest) == expected
            assert visible_placements(who).count() == len(expected), "a row twice would be counted twice"
        transaction.set_rollback(True)


def test_draft_leaves_a_sealed_entry_that_nobody_is_shown():
    before = audit_entries(SECRETARIAT)
    with transaction.atomic():
        place(ACTOR, KG, new_id(), draft_of("state:KG"))
    assert audit_entries(SECRETARIAT) == before


def test_what_goes_to_the_secretariat_is_named_in_its_log():
    key = new_id()
    with transaction.atomic():
        place(ACTOR, KG, key, draft_of("state:KG"))
        place_anew(ACTOR, KG, key, Compartment(frozenset({"state:KG"}), Stage.TABLED))
    assert [entry.object for entry in audit_entries(SECRETARIAT, limit=1)] == [f"access.Placement: {key}"]


def test_what_is_hidden_cannot_be_placed_and_says_what_the_missing_says():
    key = new_id()
    with transaction.atomic():
        place(ACTOR, KG, key, draft_of("state:KG"))
    tabled = Compartment(frozenset({"state:KG"}), Stage.TABLED)
    for asked in (key, new_id()):
        with pytest.raises(NotSeen):
            place_anew(ACTOR, SECRETARIAT, asked, tabled)
        with pytest.raises(NotSeen):
            place_anew(ACTOR, delegation_of("KZ"), asked, tabled)


def test_nobody_places_for_another_organisation():
    with transaction.atomic(), pytest.raises(UnableToPlace):
        place(ACTOR, KG, new_id(), draft_of("state:KZ"))


def test_what_was_tabled_stays_seen_by_those_it_was_tabled_to_until_it_is_placed_anew():
    key, kz = new_id(), Viewer(Body.DELEGATION, "KZ", "p2")
    with transaction.atomic():
        place(ACTOR, KG, key, Compartment(frozenset({"state:KG"}), Stage.TABLED))
    assert key in compartments(kz, [key])
    named = Compartment(
        frozenset({"state:KG"}), Stage.TABLED, Distribution.NAMED, released_to=frozenset({"secretariat"})
    )
    with transaction.atomic():
        place_anew(ACTOR, KG, key, named)
    assert compartments(kz, [key]) == {}
    assert key in compartments(SECRETARIAT, [key])


def test_condition_asks_for_no_more_than_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert not visible_placements(KG).filter(exists_for(KG, "object")).exists()
