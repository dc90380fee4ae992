"""The ledger: what an answer is, how far a position has come, and rates that keep their two counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.positions.rules import (
    AgreedVote,
    MemberAnswer,
    NamedVote,
    Outcome,
    Position,
    PositionAct,
    PositionActKind,
    PositionKind,
    PositionOutcome,
    PositionView,
    Response,
    Stage,
    Untested,
    VoteTest,
    ledger_rates,
    responses_on,
    stage_on,
)
from secretariat.sources.rules import Basis

SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
HELSINKI = date(2008, 12, 4)


def position(
    key: str = "POS", day: date | None = HELSINKI, standing: Standing = Standing.CONFIRMED, **said
) -> Position:
    when = ImpreciseDate.on(day) if day else None
    basis = Basis(key, standing, ("S157",))
    return Position(key, PositionKind.JOINT_STATEMENT, LocalizedText("A treaty"), "OSCE-MC", when, basis, **said)


def act(kind: PositionActKind, state: str | None = None, day: date | None = HELSINKI, key: str = "") -> PositionAct:
    name = key or f"{kind.value}-{state}-{day}"
    return PositionAct(name, "POS", kind, state, ImpreciseDate.on(day) if day else None, Basis(name))


def view(key: str, joined: tuple[str, ...] = SEVEN, *, planned: bool | None = None, **said) -> PositionView:
    answers = tuple(
        MemberAnswer(code, Response.JOINED if code in joined else Response.NOT_RECORDED, is_member=True)
        for code in SEVEN
    )
    outcome = said.pop("outcome", PositionOutcome(Outcome.NOT_TESTED, (), Untested.NO_VOTE_NAMED))
    stage = said.pop("stage", Stage.AGREED)
    return PositionView(position(key), stage, Standing.CONFIRMED, answers, (), (), outcome, planned)


def test_member_without_an_act_is_neither_silent_nor_assenting():
    answers = {each.state: each.response for each in responses_on(SEVEN, [act(PositionActKind.JOINED, "BY")], HELSINKI)}
    assert answers["BY"] is Response.JOINED
    assert {answers[code] for code in SEVEN if code != "BY"} == {Response.NOT_RECORDED}
    assert not Response.NOT_RECORDED.has_joined
    assert not Response.SILENT.has_joined


def test_later_answer_replaces_the_earlier_one_from_its_day_on():
    acts = [
        act(PositionActKind.DECLINED, "UZ", date(2008, 12, 1)),
        act(PositionActKind.JOINED_WITH_RESERVATION, "UZ", date(2008, 12, 3)),
    ]

    def answer(day: date) -> Response:
        return next(each.response for each in responses_on(SEVEN, acts, day) if each.state == "UZ")

    assert answer(date(2008, 11, 30)) is Response.NOT_RECORDED
    assert answer(date(2008, 12, 2)) is Response.DECLINED
    assert answer(date(2008, 12, 3)) is Response.JOINED_WITH_RESERVATION
    assert Response.JOINED_WITH_RESERVATION.has_joined


def test_state_that_aligned_itself_is_listed_though_it_is_no_member():
    answers = responses_on(("AM", "BY"), [act(PositionActKind.JOINED, "RS")], HELSINKI)
    assert [each.state for each in answers] == ["AM", "BY", "RS"]


def test_delivery_is_no_answer_of_the_one_who_spoke():
    answers = responses_on(SEVEN, [act(PositionActKind.DELIVERED, "BY")], HELSINKI)
    assert {each.response for each in answers} == {Response.NOT_RECORDED}


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((), Stage.AGREED),
        ((PositionActKind.JOINED,), Stage.AGREED),
        ((PositionActKind.DELIVERED,), Stage.DELIVERED),
        ((PositionActKind.NOT_REACHED,), Stage.NOT_REACHED),
        ((PositionActKind.DELIVERED, PositionActKind.WITHDRAWN), Stage.WITHDRAWN),
    ],
)
def test_last_act_about_the_whole_decides_how_far_it_has_come(kinds, expected):
    acts = [
        act(kind, "BY" if kind.is_response else None, date(2008, 12, 1 + index)) for index, kind in enumerate(kinds)
    ]
    assert stage_on(position(), acts, HELSINKI) is expected


def test_later_act_changes_nothing_about_an_earlier_day():
    acts = [act(PositionActKind.DELIVERED, None, date(2008, 12, 5))]
    assert stage_on(position(), acts, HELSINKI) is Stage.AGREED
    assert stage_on(position(), acts, date(2008, 12, 5)) is Stage.DELIVERED


def test_position_looked_for_and_not_found_is_in_no_denominator():
    found = stage_on(position(day=None, standing=Standing.UNKNOWN), [], HELSINKI)
    assert found is Stage.NOT_FOUND
    rates = ledger_rates([view("A"), view("B", stage=Stage.NOT_FOUND)])
    assert {rate.denominator for name, rate in rates.items() if name in {"delivered", "joined-by-all", "tested"}} == {1}


def test_planned_is_taken_over_those_of_which_it_is_known():
    rates = ledger_rates([view("A", planned=True), view("B", planned=False), view("C", planned=None)])
    assert (rates["planned"].numerator, rates["planned"].denominator) == (1, 2)
    assert (rates["delivered"].numerator, rates["delivered"].denominator) == (0, 3)


def test_rate_over_nothing_is_unknown_never_zero():
    rates = ledger_rates([view("A")])
    assert rates["kept"].value is None
    assert rates["kept"].standing is Standing.UNKNOWN
    assert rates["planned"].value is None


def test_position_without_any_answer_is_unknown_and_not_joined_by_nobody():
    silent = view("A", joined=())
    assert silent.rate_joined().value is None
    assert ledger_rates([silent, view("B")])["joined-by-all"].denominator == 1


def test_joined_by_all_asks_every_member():
    rates = ledger_rates([view("A"), view("B", joined=SEVEN[:6])])
    assert (rates["joined-by-all"].numerator, rates["joined-by-all"].denominator) == (1, 2)
    own = view("B", joined=SEVEN[:6]).rate_joined()
    assert (own.numerator, own.denominator) == (6, 7)


def test_vote_named_without_an_agreed_vote_is_no_instruction():
    named = NamedVote("V", "A", "unga-rollcalls", "4828", "A/RES/62/243", None, None, Basis("V"))
    test = VoteTest(named, None, (), Outcome.NOT_TESTED, Untested.NO_VOTE_AGREED)
    rates = ledger_rates([view("A", outcome=PositionOutcome(Outcome.NOT_TESTED, (test,), Untested.NO_VOTE_AGREED))])
    assert rates["with-a-vote"].numerator == 0
    assert AgreedVote("yes") is AgreedVote.YES


@given(
    st.lists(
        st.tuples(
            st.sampled_from([kind for kind in PositionActKind if kind.is_response]),
            st.sampled_from(SEVEN),
            st.integers(1, 28),
        ),
        max_size=12,
    ),
    st.integers(1, 28),
)
def test_answers_never_count_a_member_twice_or_one_too_few(said, day):
    acts = [
        act(kind, state, date(2008, 11, on), key=f"{index:02}-{kind.value}")
        for index, (kind, state, on) in enumerate(said)
    ]
    answers = responses_on(SEVEN, acts, date(2008, 11, day))
    assert [each.state for each in answers] == list(SEVEN)
    assert all(each.act is None or each.act.when.latest <= date(2008, 11, day) for each in answers)
