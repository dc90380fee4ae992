"""What members state before a meeting: who may, until when, who sees it, and what counts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.access.actions import NotSeen
from secretariat.access.rules import Body, Viewer
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.conference.actions import UnableToState, state_position
from secretariat.conference.queries import own_stances, preparation, stances
from secretariat.conference.rules.papers import annotated_agenda, chairs_brief
from secretariat.conference.rules.stances import Stance, StanceKind, is_open, leaves_of, mistakes_in, newest
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.organs.rules import AgendaItem, AgendaStatus, MeetingStatus
from secretariat.papers.actions import WrittenMeanwhile
from secretariat.papers.queries import papers
from secretariat.sources.rules import Basis

EVE = date(2011, 5, 30)
MEETING = "CFM-2011-05-31"
ACTOR = Actor("a minister")
KZ = Viewer(Body.DELEGATION, "KZ", person="a" * 32, duties=frozenset({"minister"}))
BY = Viewer(Body.DELEGATION, "BY", person="b" * 32, duties=frozenset({"head"}))
SECRETARIAT = Viewer(Body.SECRETARIAT, person="c" * 32, duties=frozenset({"conference"}))
pytestmark = pytest.mark.django_db
NOON = datetime(2011, 5, 30, 12, tzinfo=UTC)


def stated(viewer, number=2, kind=StanceKind.SPEAK, base=0, on=EVE, **texts):
    return state_position(
        ACTOR,
        viewer,
        meeting=MEETING,
        item=f"{MEETING}-{number}",
        kind=kind,
        base=base,
        on=on,
        known_at=datetime.now(UTC),
        **texts,
    )


def stance_at(minutes, state="KZ", kind=StanceKind.SPEAK, item="I"):
    return Stance("p", 1, item, state, kind, LocalizedText(), NOON + timedelta(minutes=minutes), "")


kinds = st.sampled_from(list(StanceKind))


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from(["KZ", "BY"]), kinds), unique_by=lambda each: each[:2]))
def test_only_the_last_word_of_each_state_counts_in_whatever_order_it_is_read(said):
    found = newest(stance_at(*each) for each in said)
    last = {state: max((each for each in said if each[1] == state), default=None) for state in ("KZ", "BY")}
    assert {state: stance.kind for (_, state), stance in found.items()} == {
        state: word[2] for state, word in last.items() if word is not None and word[2] is not StanceKind.WITHDRAWN
    }


def test_reservation_needs_a_text_in_one_language_and_the_others_need_none():
    assert [each.word for each in mistakes_in(StanceKind.RESERVATION, " ", "")] == ["stance_text_needed"]
    assert mistakes_in(StanceKind.RESERVATION, "", "Оговорка") == []
    assert mistakes_in(StanceKind.SPEAK, "", "") == []
    assert [each.word for each in mistakes_in(None, "", "x" * 3_001)] == ["stance_needed", "stance_text_long"]


@pytest.mark.parametrize(
    ("status", "days", "expected"),
    [
        (MeetingStatus.SCHEDULED, "2011-05-30", True),
        (MeetingStatus.SCHEDULED, "2011-05-29", False),
        (MeetingStatus.SCHEDULED, "2011-05/2011-06", True),
        (MeetingStatus.SCHEDULED, None, True),
        (MeetingStatus.HELD, "2011-05-30", False),
        (MeetingStatus.CANCELLED, "2011-06-30", False),
    ],
)
def test_stances_are_open_until_the_meeting_begins(status, days, expected):
    assert is_open(status, ImpreciseDate.parse(days) if days else None, on=EVE) is expected


def test_item_with_parts_is_not_dealt_with_itself():
    def item(number):
        return AgendaItem(
            number, "M", number, LocalizedText(number), AgendaStatus.PROVISIONAL, restricted=False, about=(), when=None,
            basis=Basis(number),
        )  # fmt: skip

    assert [each.number for each in leaves_of([item("1"), item("1.1"), item("1.2"), item("2"), item("11")])] == [
        "1.1",
        "1.2",
        "2",
        "11",
    ]


def test_secretariat_sees_what_was_stated_and_no_other_member_does(csto):
    receipt = stated(KZ, kind=StanceKind.RESERVATION, text_en="Only with a budget")
    key = f"{MEETING}-2"
    assert len(receipt) == 64
    assert stances(SECRETARIAT, [key])[key, "KZ"].text.en == "Only with a budget"
    assert stances(KZ, [key]).keys() == {(key, "KZ")}
    for other in (BY, Viewer(Body.PARTNER, "UN", person="d" * 32), Viewer(Body.PUBLIC)):
        assert stances(other, [key]) == {}
        assert papers(other) == []


def test_whole_delegation_sees_it_and_only_those_who_speak_for_the_state_write_it(csto):
    desk = Viewer(Body.DELEGATION, "KZ", person="e" * 32, duties=frozenset({"desk"}))
    stated(KZ)
    assert own_stances(desk, [f"{MEETING}-2"])[f"{MEETING}-2"].now.kind is StanceKind.SPEAK
    with pytest.raises(UnableToState) as refused:
        stated(desk, base=1)
    assert refused.value.word == "stance_only_heads"


def test_it_is_changed_from_the_version_that_stands_and_what_stood_is_kept(csto):
    stated(KZ)
    stated(KZ, base=1, kind=StanceKind.NO_OBJECTION)
    with pytest.raises(WrittenMeanwhile):
        stated(KZ, base=1)
    with pytest.raises(WrittenMeanwhile):
        stated(KZ, base=0)
    own = own_stances(KZ, [f"{MEETING}-2"])[f"{MEETING}-2"]
    assert (own.now.kind, own.now.version) == (StanceKind.NO_OBJECTION, 2)
    assert [each.kind for each in own.earlier] == [StanceKind.SPEAK]


def test_withdrawn_one_is_no_word_and_nothing_can_be_withdrawn_that_was_not_said(csto):
    with pytest.raises(UnableToState):
        stated(KZ, kind=StanceKind.WITHDRAWN)
    stated(KZ)
    stated(KZ, base=1, kind=StanceKind.WITHDRAWN)
    assert stances(SECRETARIAT, [f"{MEETING}-2"]) == {}


@pytest.mark.parametrize(
    ("viewer", "on", "word"),
    [
        (Viewer(Body.DELEGATION, "KZ", person="a" * 32, active=False, duties=frozenset({"head"})), EVE,
         "stance_not_active"),
        (KZ, date(2011, 6, 1), "stance_closed"),
    ],
)  # fmt: skip
def test_suspended_member_states_nothing_and_nobody_does_once_it_was_held(csto, viewer, on, word):
    with pytest.raises(UnableToState) as refused:
        stated(viewer, on=on)
    assert refused.value.word == word


@pytest.mark.parametrize("viewer", [SECRETARIAT, Viewer(Body.PARTNER, "UN", person="d" * 32)])
def test_only_states_have_positions(csto, viewer):
    with pytest.raises(NotSeen):
        stated(viewer)


def test_item_that_is_not_on_record_takes_none(csto):
    with pytest.raises(NotSeen):
        stated(KZ, number=99)


def test_chair_reads_who_asks_to_speak_and_who_reserves_and_delegations_do_not(csto):
    stated(KZ, number=2)
    stated(BY, number=2, kind=StanceKind.RESERVATION, text_ru="При условии финансирования")
    prepared = preparation(SECRETARIAT, MEETING, on=EVE, known_at=datetime.now(UTC))
    for language, names in (("en", ["Belarus", "Kazakhstan"]), ("ru", ["Беларусь", "Казахстан"])):
        table = next(
            block
            for block in chairs_brief(prepared, language)["blocks"]
            if block["type"] == "table" and len(block["columns"]) == 5 and block["rows"][0][0].startswith("2. ")
        )
        assert [row[1] for row in table["rows"]] == names
        assert table["rows"][0][3] == "При условии финансирования"
    assert "При условии" not in str(annotated_agenda(prepared, "ru"))


def test_nothing_of_it_stands_in_the_log_but_a_hash(csto):
    stated(KZ, kind=StanceKind.RESERVATION, text_en="Only with a budget")
    assert "budget" not in str(list(audit_entries(SECRETARIAT)))
