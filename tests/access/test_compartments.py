"""The rule of access against its oracle, and what holds of derived and of replaced compartments."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from secretariat.access.rules import (
    PUBLIC,
    Body,
    Compartment,
    Distribution,
    Duty,
    Stage,
    UnableToPlace,
    Viewer,
    addressed_to,
    derived_from,
    draft_of,
    placed_anew,
    see,
)
from tests.access import oracle
from tests.access.drawing import ORGS, compartment, compound, somebody, things, viewer


@given(p=somebody, o=things)
def test_rule_says_what_the_oracle_says(p: oracle.Somebody, o: oracle.Thing):
    who = viewer(p)
    assert see(who, compartment(o)) == oracle.see(p, o)


@given(p=somebody, o=compound(), duties=st.sets(st.sampled_from(list(Duty))))
def test_no_duty_widens_what_is_seen(p: oracle.Somebody, o: Compartment, duties: set[Duty]):
    who = viewer(p)
    assert see(replace(who, duties=frozenset(duties)), o) == see(who, o)


@given(o=compound())
def test_nobody_who_is_not_signed_in_sees_more_than_the_public(o: Compartment):
    seen = see(PUBLIC, o)
    assert seen == (o.mark is Distribution.PUBLIC and o.stage is not Stage.DRAFT and not o.need_to_know)


@given(p=somebody, o=compound())
def test_suspended_member_keeps_its_own_and_the_public_and_nothing_else(p: oracle.Somebody, o: Compartment):
    assume(p.org.startswith("state:"))
    who = replace(viewer(p), active=False)
    if see(who, o):
        assert who.organisation in o.originators or o.mark is Distribution.PUBLIC


@given(p=somebody, found=st.lists(things, min_size=1, max_size=4), by=st.sampled_from(ORGS))
def test_derived_compartment_says_what_the_listed_limits_say(p: oracle.Somebody, found: list[oracle.Thing], by: str):
    who = viewer(p)
    derived, expected = derived_from([compartment(o) for o in found], by=by), oracle.derive(found, by)
    assert see(who, derived) == oracle.see(p, expected)
    tabled = replace(derived, stage=Stage.TABLED)
    expected.stage = "tabled"
    assert see(who, tabled) == oracle.see(p, expected)


@given(p=somebody, found=st.lists(compound(), max_size=4), by=st.sampled_from(ORGS), stage=st.sampled_from(list(Stage)))
def test_whoever_sees_the_derived_sees_every_source(
    p: oracle.Somebody, found: list[Compartment], by: str, stage: Stage
):
    who = viewer(p)
    if see(who, derived_from(found, by=by, stage=stage)):
        assert all(see(who, each) for each in found)


@given(found=st.lists(compound(), min_size=1, max_size=4), by=st.sampled_from(ORGS))
def test_derived_takes_every_group_and_no_wider_mark(found: list[Compartment], by: str):
    derived = derived_from(found, by=by)
    order = list(Distribution)
    assert derived.need_to_know == frozenset().union(*(each.need_to_know for each in found))
    assert order.index(derived.mark) >= max(order.index(each.mark) for each in found)
    named = [each.named for each in found if each.named is not None]
    assert derived.named == (frozenset.intersection(*named) if named else None)


@given(found=st.lists(compound(), min_size=1, max_size=3), by=st.sampled_from(ORGS), p=somebody)
def test_what_is_derived_in_two_steps_is_no_wider(found: list[Compartment], by: str, p: oracle.Somebody):
    who = viewer(p)
    at_once, step = derived_from(found, by=by), derived_from([derived_from(found, by=by)], by=by)
    if see(who, step):
        assert see(who, at_once)


@given(p=somebody, old=compound(), new=compound())
def test_only_originators_place_anew_and_nobody_loses_what_they_place(
    p: oracle.Somebody, old: Compartment, new: Compartment
):
    who = viewer(p)
    try:
        placed = placed_anew(who, old, new)
    except UnableToPlace:
        return
    assert who.organisation in old.originators == placed.originators
    assert see(who, old)
    assert see(who, placed)
    assert list(Stage).index(placed.stage) >= list(Stage).index(old.stage)


@given(p=somebody, old=compound(), new=compound(), other=somebody)
def test_who_was_kept_out_by_an_inherited_limit_stays_out(
    p: oracle.Somebody, old: Compartment, new: Compartment, other: oracle.Somebody
):
    old, outsider = replace(old, bound=True), viewer(other)
    tabled = replace(old, stage=Stage.PUBLISHED)
    try:
        placed = placed_anew(viewer(p), old, replace(new, originators=old.originators))
    except UnableToPlace:
        return
    if see(outsider, placed):
        assert see(outsider, tabled)


@given(p=somebody, o=things)
def test_replacing_follows_the_oracle(p: oracle.Somebody, o: oracle.Thing):
    who = viewer(p)
    for stage in ("draft", "tabled", "published"):
        new = replace(o, stage=stage)
        try:
            placed_anew(who, compartment(o), compartment(new))
            allowed = True
        except UnableToPlace:
            allowed = False
        assert allowed == oracle.may_place_anew(p, o, new)


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (Compartment(frozenset({"state:KZ"}), Stage.TABLED), "originators_fixed"),
        (Compartment(frozenset({"state:KG"}), Stage.DRAFT), "stage_back"),
        (Compartment(frozenset({"state:KG"}), Stage.TABLED, Distribution.EYES, named=frozenset()), "not_seen"),
    ],
)
def test_refusal_says_why(new: Compartment, reason: str):
    old = Compartment(frozenset({"state:KG"}), Stage.TABLED)
    with pytest.raises(UnableToPlace) as refused:
        placed_anew(Viewer(Body.DELEGATION, "KG", "p1"), old, new)
    assert refused.value.reason == reason


def test_secretariat_cannot_place_what_a_delegation_originated():
    old = Compartment(frozenset({"state:KG"}), Stage.TABLED)
    with pytest.raises(UnableToPlace) as refused:
        placed_anew(Viewer(Body.SECRETARIAT, person="s"), old, replace(old, mark=Distribution.PUBLIC, members=False))
    assert refused.value.reason == "not_originator"


def test_draft_is_its_originators_alone_whatever_its_mark():
    mine = draft_of("state:KG")
    assert see(Viewer(Body.DELEGATION, "KG", "p1"), mine)
    assert not any(
        see(other, mine)
        for other in (Viewer(Body.SECRETARIAT, person="s"), Viewer(Body.DELEGATION, "KZ", "p2"), PUBLIC)
    )
    assert see(Viewer(Body.SECRETARIAT, person="s"), addressed_to(mine, ["secretariat"]))


@pytest.mark.parametrize(
    "conditions",
    [
        {"mark": Distribution.ORGAN},
        {"mark": Distribution.NAMED},
        {"mark": Distribution.EYES},
        {"mark": Distribution.PUBLIC, "members": True},
        {"mark": Distribution.MEMBERS, "organs": frozenset({"CFM"})},
        {"mark": Distribution.NAMED, "released_to": frozenset(), "named": frozenset()},
    ],
)
def test_mark_without_its_condition_or_with_a_stricter_one_is_no_compartment(conditions: dict[str, object]):
    with pytest.raises(ValueError, match="does not fit"):
        Compartment(frozenset({"secretariat"}), **conditions)  # type: ignore[arg-type]
