"""Kept, split or not tested: only an agreed vote can be kept, and only by those who joined and voted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import ImpreciseDate
from secretariat.positions.rules import (
    AgreedVote,
    Conduct,
    MemberResponse,
    NamedVote,
    Outcome,
    RecordedVote,
    Response,
    Untested,
    position_outcome,
    vote_test,
)
from secretariat.sources.rules import Basis

SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
VOTED = date(2008, 3, 14)
KARABAKH = {"AM": "no", "BY": "absent", "KG": "absent", "KZ": "abstain", "RU": "no", "TJ": "absent", "UZ": "yes"}
"""A/RES/62/243: how the seven voted."""


def named(agreed: AgreedVote | None = AgreedVote.NO, on: date | None = date(2008, 3, 1)) -> NamedVote:
    when = ImpreciseDate.on(on) if on else None
    return NamedVote("VOTE", "POS", "unga-rollcalls", "4828", "A/RES/62/243", agreed, when, Basis("VOTE"))


def recorded(**votes: str) -> RecordedVote:
    return RecordedVote("4828", VOTED, "R/62/243", KARABAKH | votes)


def joined(*states: str) -> list[MemberResponse]:
    return [
        MemberResponse(code, Response.JOINED if code in (states or SEVEN) else Response.NOT_RECORDED) for code in SEVEN
    ]


def test_opposite_votes_split_a_position_that_all_joined():
    test = vote_test(named(), recorded(), joined())
    assert test.outcome is Outcome.SPLIT
    assert {each.state for each in test.members if each.conduct is Conduct.OTHERWISE} == {"KZ", "UZ"}
    assert {each.state for each in test.members if each.conduct is Conduct.AS_AGREED} == {"AM", "RU"}


def test_absent_members_keep_nothing_and_break_nothing():
    test = vote_test(named(), recorded(KZ="absent", UZ="not_participating"), joined())
    assert test.outcome is Outcome.KEPT
    assert test.count(Conduct.NOT_CAST) == 5


def test_member_that_did_not_join_cannot_split_the_others():
    test = vote_test(named(), recorded(), joined("AM", "RU"))
    assert test.outcome is Outcome.KEPT
    assert next(each for each in test.members if each.state == "UZ").conduct is Conduct.NOT_JOINED


def test_abstention_is_not_the_vote_that_was_agreed():
    assert vote_test(named(), recorded(), joined("AM", "KZ")).outcome is Outcome.SPLIT
    assert vote_test(named(AgreedVote.ABSTAIN), recorded(), joined("KZ")).outcome is Outcome.KEPT


def test_reservation_is_held_to_the_position_and_shown():
    answers = [MemberResponse("KZ", Response.JOINED_WITH_RESERVATION), MemberResponse("AM", Response.JOINED)]
    assert vote_test(named(), recorded(), answers).outcome is Outcome.SPLIT


@pytest.mark.parametrize(
    ("vote", "record", "answers", "reason"),
    [
        (named(None), recorded(), joined(), Untested.NO_VOTE_AGREED),
        (named(), None, joined(), Untested.NOT_ON_RECORD),
        (named(on=date(2008, 3, 28)), recorded(), joined(), Untested.AGREED_LATER),
        (named(), recorded(), joined("nobody"), Untested.NOBODY_JOINED),
        (named(), recorded(), joined("BY", "TJ"), Untested.NOBODY_VOTED),
    ],
)
def test_not_tested_says_why(vote, record, answers, reason):
    test = vote_test(vote, record, answers)
    assert (test.outcome, test.why_untested) == (Outcome.NOT_TESTED, reason)


def test_unanimous_votes_without_an_agreed_vote_are_not_called_kept():
    alike = recorded(**dict.fromkeys(SEVEN, "no"))
    test = vote_test(named(None), alike, joined())
    assert test.outcome is Outcome.NOT_TESTED
    assert test.count(Conduct.AS_AGREED) == 0


def test_vote_on_the_day_of_the_instruction_tests_it():
    assert vote_test(named(on=VOTED), recorded(), joined()).outcome is Outcome.SPLIT


def test_one_split_vote_splits_the_position_and_untested_ones_do_not_keep_it():
    kept = vote_test(named(), recorded(), joined("AM", "RU"))
    split = vote_test(named(), recorded(), joined())
    waiting = vote_test(named(), None, joined())
    assert position_outcome([kept, split, waiting]).outcome is Outcome.SPLIT
    both = position_outcome([kept, waiting])
    assert (both.outcome, len(both.tested), len(both.tests)) == (Outcome.KEPT, 1, 2)
    assert position_outcome([waiting]).why_untested is Untested.NOT_ON_RECORD
    assert position_outcome([]).why_untested is Untested.NO_VOTE_NAMED


@given(st.dictionaries(st.sampled_from(SEVEN), st.sampled_from(["yes", "no", "abstain", "absent"])), st.data())
def test_kept_and_split_follow_from_the_members_that_joined_and_voted(votes, data):
    states = data.draw(st.lists(st.sampled_from(SEVEN), min_size=1, unique=True))
    agreed = data.draw(st.sampled_from(AgreedVote))
    test = vote_test(named(agreed), RecordedVote("1", VOTED, "", votes), joined(*states))
    cast = {votes[state] for state in states if votes.get(state) not in {None, "absent"}}
    expected = Outcome.NOT_TESTED if not cast else Outcome.KEPT if cast == {agreed.value} else Outcome.SPLIT
    assert test.outcome is expected
