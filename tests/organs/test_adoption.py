from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.kernel import Standing
from secretariat.organs.rules import (
    AdoptionAct,
    AdoptionActKind,
    Outcome,
    Position,
    Procedure,
    QuorumRule,
    adoption_at,
    quorum_of,
)
from secretariat.sources.rules import Basis

SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
START = datetime(2011, 5, 31, 9, tzinfo=UTC)
LATE = START + timedelta(days=365)


def hours(count):
    return START + timedelta(hours=count)


def act(kind, hour, procedure=Procedure.CONSENSUS, **rest):
    state = rest.get("state", "")
    return AdoptionAct(
        f"{hour:04}-{kind}-{state}", "D1", procedure, AdoptionActKind(kind), hours(hour), Basis("b"), **rest
    )


def says(state, position, hour, procedure=Procedure.CONSENSUS):
    return act("position", hour, procedure, state=state, position=position)


def result(*acts, at=LATE, members=SEVEN, **rest):
    return adoption_at(acts=acts, members=members, at=at, **rest)


SILENCE = Procedure.SILENCE
LIMITED = Procedure.LIMITED_FORMAT
AD_REF = Procedure.AD_REFERENDUM


def test_nobody_objecting_is_consensus_and_binds_all():
    done = result(act("opened", 0), says("KZ", Position.AGREE, 1), act("closed", 2))
    assert (done.outcome, done.bound) == (Outcome.ADOPTED, SEVEN)
    assert done.decided_at == hours(2)
    assert "not voted" in done.reasons[0]


def test_objection_blocks_consensus():
    done = result(act("opened", 0), says("UZ", Position.OBJECTION, 1), act("closed", 2))
    assert (done.outcome, done.bound) == (Outcome.BLOCKED, ())
    assert done.reasons == ("UZ objected",)


def test_a_member_may_lift_its_objection_before_the_close():
    acts = act("opened", 0), says("UZ", Position.OBJECTION, 1), says("UZ", Position.NO_OBJECTION, 2), act("closed", 3)
    assert result(*acts).outcome is Outcome.ADOPTED


def test_an_objection_stands_when_the_text_is_edited():
    acts = act("opened", 0), says("UZ", Position.OBJECTION, 1), act("edited", 2), act("closed", 3)
    assert result(*acts).outcome is Outcome.BLOCKED


def test_consent_to_the_old_text_lapses_when_it_is_edited():
    acts = act("opened", 0), says("UZ", Position.AGREE, 1), act("edited", 2)
    assert result(*acts).positions == ()


@pytest.mark.parametrize(
    "position",
    [Position.RESERVATION, Position.INTERPRETATIVE_STATEMENT, Position.NO_OBJECTION, Position.NOT_PARTICIPATING],
)
def test_nothing_but_an_objection_blocks(position):
    assert result(act("opened", 0), says("AM", position, 1), act("closed", 2)).outcome is Outcome.ADOPTED


def test_a_member_that_does_not_participate_is_not_bound():
    done = result(act("opened", 0), says("UZ", Position.NOT_PARTICIPATING, 1), act("closed", 2))
    assert "UZ" not in done.bound
    assert len(done.bound) == 6


def test_a_suspended_member_takes_no_part():
    objection = says("UZ", Position.OBJECTION, 1)
    done = result(act("opened", 0), objection, act("closed", 2), suspended=["UZ"])
    assert done.outcome is Outcome.ADOPTED
    assert "UZ" not in done.bound
    assert [(each.act, each.reason) for each in done.refused] == [(objection, "UZ is suspended and takes no part")]


def test_a_stranger_and_a_late_position_are_refused():
    stranger = says("GE", Position.OBJECTION, 1)
    late = says("UZ", Position.OBJECTION, 3)
    done = result(act("opened", 0), stranger, act("closed", 2), late)
    assert done.outcome is Outcome.ADOPTED
    assert [each.act for each in done.refused] == [stranger, late]


def test_limited_format_binds_its_participants_alone():
    done = result(
        act("opened", 0, LIMITED, participants=("BY", "KZ", "RU")),
        says("BY", Position.AGREE, 1, LIMITED),
        act("closed", 2, LIMITED),
    )
    assert (done.outcome, done.bound) == (Outcome.ADOPTED, ("BY", "KZ", "RU"))


def test_anybody_may_object_to_the_limited_format():
    done = result(
        act("opened", 0, LIMITED, participants=("BY", "KZ", "RU")),
        act("format_objection", 1, LIMITED, state="UZ"),
        act("closed", 2, LIMITED),
    )
    assert (done.outcome, done.bound) == (Outcome.BLOCKED, ())


def test_one_outside_the_format_cannot_object_to_the_text():
    objection = says("UZ", Position.OBJECTION, 1, LIMITED)
    done = result(act("opened", 0, LIMITED, participants=("BY", "KZ")), objection, act("closed", 2, LIMITED))
    assert done.outcome is Outcome.ADOPTED
    assert done.refused[0].act == objection


def test_a_suspended_member_cannot_be_named_in_the_format():
    done = result(act("opened", 0, LIMITED, participants=("BY", "UZ")), act("closed", 1, LIMITED), suspended=["UZ"])
    assert done.bound == ("BY",)
    assert "UZ" in done.reasons[0]


def opened_silence(deadline=24, hour=0):
    return act("opened", hour, SILENCE, deadline=hours(deadline))


def test_silence_is_adopted_at_its_deadline_and_not_before():
    assert result(opened_silence(), at=hours(23)).outcome is Outcome.PENDING
    done = result(opened_silence(), at=hours(24))
    assert (done.outcome, done.decided_at, done.bound) == (Outcome.ADOPTED, hours(24), SEVEN)


def test_an_objection_at_the_very_deadline_breaks_the_silence():
    assert result(opened_silence(), says("KG", Position.OBJECTION, 24, SILENCE)).outcome is Outcome.BLOCKED
    assert result(opened_silence(), says("KG", Position.OBJECTION, 25, SILENCE)).outcome is Outcome.ADOPTED


def test_an_extension_resets_the_deadline():
    acts = opened_silence(), act("extended", 20, SILENCE, deadline=hours(48))
    assert result(*acts, at=hours(30)).outcome is Outcome.PENDING
    assert result(*acts, at=hours(48)).decided_at == hours(48)


def test_a_silence_that_has_run_out_cannot_be_extended():
    done = result(opened_silence(), act("extended", 25, SILENCE, deadline=hours(48)))
    assert done.decided_at == hours(24)
    assert len(done.refused) == 1


def test_editing_voids_a_running_silence_until_it_is_opened_anew():
    edited = opened_silence(), act("edited", 10, SILENCE)
    assert result(*edited).outcome is Outcome.VOIDED
    again = result(*edited, opened_silence(60, 30))
    assert (again.outcome, again.decided_at) == (Outcome.ADOPTED, hours(60))


def test_a_silence_needs_a_deadline():
    done = result(act("opened", 0, SILENCE))
    assert (done.outcome, len(done.refused)) == (Outcome.NOT_OPENED, 1)


AD_REF_CLOSED = act("opened", 0, AD_REF), act("closed", 1, AD_REF, deadline=hours(100))


def confirmations(*states):
    return [act("confirmed", 2 + index, AD_REF, state=state) for index, state in enumerate(states)]


def test_ad_referendum_waits_for_every_member():
    almost = result(*AD_REF_CLOSED, *confirmations(*SEVEN[:-1]), at=hours(50))
    assert (almost.outcome, almost.bound) == (Outcome.ADOPTED_AD_REFERENDUM, ())
    done = result(*AD_REF_CLOSED, *confirmations(*SEVEN))
    assert (done.outcome, done.bound, done.decided_at) == (Outcome.ADOPTED, SEVEN, hours(8))


def test_ad_referendum_lapses_when_a_confirmation_is_missing_at_the_deadline():
    done = result(*AD_REF_CLOSED, *confirmations(*SEVEN[:-1]))
    assert (done.outcome, done.decided_at) == (Outcome.LAPSED, hours(100))
    assert "UZ" in done.reasons[-1]


def test_ad_referendum_lapses_when_a_member_does_not_confirm():
    done = result(*AD_REF_CLOSED, says("AM", Position.OBJECTION, 3, AD_REF))
    assert done.outcome is Outcome.LAPSED


def test_a_suspended_member_need_not_confirm():
    done = result(*AD_REF_CLOSED, *confirmations(*SEVEN[:-1]), suspended=["UZ"])
    assert done.outcome is Outcome.ADOPTED


def test_no_quorum_when_all_must_be_present_and_one_is_absent():
    done = result(act("opened", 0), says("AM", Position.ABSENT, 1), act("closed", 2), quorum_rule=QuorumRule.ALL)
    assert (done.outcome, done.bound) == (Outcome.NO_QUORUM, ())


def test_an_unknown_quorum_rule_gives_both_readings_and_is_disputed():
    done = result(act("opened", 0), says("AM", Position.ABSENT, 1), act("closed", 2))
    assert done.outcome is Outcome.ADOPTED
    assert [(reading.name, reading.met) for reading in done.quorum.readings] == [
        ("by the members entitled", False),
        ("by presence", True),
    ]
    assert done.standing is Standing.DISPUTED
    assert "depends on the reading" in done.reasons[0]


@pytest.mark.parametrize(
    ("rule", "present", "met"),
    [
        (QuorumRule.ALL, 6, False),
        (QuorumRule.ALL, 7, True),
        (QuorumRule.MAJORITY, 3, False),
        (QuorumRule.MAJORITY, 4, True),
        (QuorumRule.TWO_THIRDS, 4, False),
        (QuorumRule.TWO_THIRDS, 5, True),
        (QuorumRule.UNKNOWN, 7, True),
        (QuorumRule.UNKNOWN, 6, None),
        (QuorumRule.UNKNOWN, 0, False),
    ],
)
def test_quorum_of_seven(rule, present, met):
    assert quorum_of(rule=rule, entitled=SEVEN, present=SEVEN[:present]).met is met


def test_presence_of_strangers_does_not_make_a_quorum():
    assert quorum_of(rule=QuorumRule.MAJORITY, entitled=SEVEN, present=["GE", "AZ", "RS", "AF"]).met is False


# No order of acts reaches a forbidden state.

acts_of_any_kind = st.builds(
    lambda kind, hour, procedure, state, position, deadline, participants: AdoptionAct(
        f"{hour}-{kind}-{procedure}-{state}-{position}-{deadline}",
        "D1",
        procedure,
        kind,
        hours(hour),
        Basis("b"),
        hours(deadline) if deadline is not None else None,
        state,
        position,
        participants,
    ),
    st.sampled_from(AdoptionActKind),
    st.integers(0, 60),
    st.sampled_from(Procedure),
    st.none() | st.sampled_from((*SEVEN, "GE")),
    st.none() | st.sampled_from(Position),
    st.none() | st.integers(0, 90),
    st.lists(st.sampled_from((*SEVEN, "GE")), max_size=4).map(tuple),
)


@st.composite
def histories(draw):
    """Any acts, most of them under one procedure so that it gets somewhere."""
    procedure = draw(st.sampled_from(Procedure))
    opening = AdoptionAct(
        "opening",
        "D1",
        procedure,
        AdoptionActKind.OPENED,
        hours(0),
        Basis("b"),
        hours(draw(st.integers(1, 50))) if draw(st.booleans()) or procedure is SILENCE else None,
        participants=draw(st.lists(st.sampled_from(SEVEN), min_size=1, max_size=5).map(tuple)),
    )
    others = draw(st.lists(acts_of_any_kind, max_size=12))
    same = st.booleans() if draw(st.booleans()) else st.just(True)
    return [
        opening,
        *(
            AdoptionAct(
                each.key,
                "D1",
                procedure,
                each.kind,
                each.at,
                each.basis,
                each.deadline,
                each.state,
                each.position,
                each.participants,
            )
            if draw(same)
            else each
            for each in others
        ),
    ]


def last_opening(acts, done):
    refused = {each.act.key for each in done.refused}
    openings = [each for each in acts if each.kind is AdoptionActKind.OPENED and each.key not in refused]
    return max(openings, key=lambda each: (each.at, each.key), default=None)


@given(histories(), st.sets(st.sampled_from(SEVEN), max_size=2), st.integers(0, 100))
@settings(max_examples=250)
def test_no_order_of_acts_reaches_a_forbidden_state(acts, suspended, hour):
    done = result(*acts, at=hours(hour), suspended=suspended)
    positions = dict(done.positions)
    assert not suspended & set(done.bound)
    assert not suspended & set(positions)
    assert not suspended & set(done.taking_part)
    assert set(done.bound) <= set(SEVEN)
    assert bool(done.bound) <= (done.outcome is Outcome.ADOPTED)
    assert all(positions.get(state) is not Position.NOT_PARTICIPATING for state in done.bound)
    if done.outcome is Outcome.ADOPTED:
        assert Position.OBJECTION not in positions.values()
        assert done.decided_at <= hours(hour)
        if done.procedure is AD_REF:
            assert set(done.bound) <= set(done.confirmed_by)
        if done.procedure is LIMITED:
            assert set(done.bound) <= {state for each in acts for state in each.participants}
    if done.procedure is None:
        assert done.outcome is Outcome.NOT_OPENED


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_the_order_of_the_record_does_not_matter(acts, random):
    keyed = {each.key: each for each in acts}
    shuffled = list(keyed.values())
    random.shuffle(shuffled)
    assert result(*shuffled) == result(*keyed.values())


@given(st.lists(st.tuples(st.sampled_from(SEVEN), st.sampled_from(Position)), max_size=10), st.sampled_from(SEVEN))
@settings(max_examples=100)
def test_an_objection_always_blocks_consensus(positions, objector):
    others = [says(state, position, 1 + hour) for hour, (state, position) in enumerate(positions) if state != objector]
    acts = [act("opened", 0), *others, says(objector, Position.OBJECTION, 20), act("edited", 21), act("closed", 30)]
    assert result(*acts).outcome is Outcome.BLOCKED


@given(
    st.lists(st.tuples(st.sampled_from(SEVEN), st.sampled_from(Position)), max_size=8),
    st.integers(1, 23),
    st.booleans(),
)
@settings(max_examples=100)
def test_editing_always_voids_a_running_silence(positions, hour, extended):
    quiet = [says(state, position, 0, SILENCE) for state, position in positions if position is not Position.OBJECTION]
    more = [act("extended", 0, SILENCE, deadline=hours(80))] if extended else []
    later = says("KZ", Position.AGREE, 50, SILENCE), act("closed", 90, SILENCE)
    done = result(opened_silence(), *more, *quiet, act("edited", hour, SILENCE), *later)
    assert (done.outcome, done.bound) == (Outcome.VOIDED, ())


@given(
    st.sets(st.sampled_from(SEVEN), min_size=1),
    st.lists(st.tuples(st.sampled_from(SEVEN), st.sampled_from(Position)), max_size=8),
)
@settings(max_examples=100)
def test_participants_alone_are_bound_after_a_limited_format(participants, positions):
    acts = [
        act("opened", 0, LIMITED, participants=tuple(participants)),
        *(says(state, position, 1 + hour, LIMITED) for hour, (state, position) in enumerate(positions)),
        act("closed", 20, LIMITED),
    ]
    assert set(result(*acts).bound) <= participants
