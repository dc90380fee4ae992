"""What became of a coordinated position in the votes that it names: kept, split or not tested."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secretariat.positions.rules.ledger import AgreedVote, MemberResponse, NamedVote

CAST = frozenset(vote.value for vote in AgreedVote)
"""The votes that say something: an absent member, or one that takes no part, has kept nothing and broken nothing."""


class Outcome(StrEnum):
    """What the named votes say about a position."""

    KEPT = "kept"
    SPLIT = "split"
    NOT_TESTED = "not_tested"


class Untested(StrEnum):
    """Why a named vote, or a position, counts as not tested."""

    NO_VOTE_NAMED = "no_vote_named"
    NO_VOTE_AGREED = "no_vote_agreed"
    """A vote is named, and no common vote was agreed: nothing is inferred from how the members voted."""
    NOT_ON_RECORD = "not_on_record"
    """The vote had not been held by the day, or no release of roll calls known then holds it."""
    AGREED_LATER = "agreed_later"
    """The vote was held before the common vote was agreed."""
    NOBODY_JOINED = "nobody_joined"
    NOBODY_VOTED = "nobody_voted"


class Conduct(StrEnum):
    """What a member did in a vote, seen against the vote that was agreed."""

    AS_AGREED = "as_agreed"
    OTHERWISE = "otherwise"
    NOT_CAST = "not_cast"
    """Absent, not taking part or not a member of the body."""
    NOT_JOINED = "not_joined"
    """It had not joined the position, and is held to nothing."""
    NOT_RECORDED = "not_recorded"


@dataclass(frozen=True, slots=True)
class RecordedVote:
    """A roll call as a release of the lake has it: how each state voted (a word of the lake), by code."""

    rollcall: str
    day: date
    resolution: str
    votes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MemberVote:
    """How one member voted in a named vote; ``vote`` is ``None`` where the record does not say."""

    state: str
    vote: str | None
    conduct: Conduct


@dataclass(frozen=True, slots=True)
class VoteTest:
    """One named vote held against the vote that was agreed."""

    named: NamedVote
    recorded: RecordedVote | None
    members: tuple[MemberVote, ...]
    outcome: Outcome
    why_untested: Untested | None = None

    def count(self, conduct: Conduct) -> int:
        """How many members conducted themselves so."""
        return sum(each.conduct is conduct for each in self.members)


@dataclass(frozen=True, slots=True)
class PositionOutcome:
    """All named votes of a position, and what they say together."""

    outcome: Outcome
    tests: tuple[VoteTest, ...]
    why_untested: Untested | None = None

    @property
    def tested(self) -> tuple[VoteTest, ...]:
        """The votes that tested it."""
        return tuple(test for test in self.tests if test.outcome is not Outcome.NOT_TESTED)


def _conduct(answer: MemberResponse, vote: str | None, agreed: AgreedVote | None) -> Conduct:
    if vote is None:
        return Conduct.NOT_RECORDED
    if not answer.response.has_joined or agreed is None:
        return Conduct.NOT_JOINED
    if vote not in CAST:
        return Conduct.NOT_CAST
    return Conduct.AS_AGREED if vote == agreed.value else Conduct.OTHERWISE


def _untested(
    named: NamedVote, recorded: RecordedVote | None, responses: Sequence[MemberResponse], cast: Iterable[Conduct]
) -> Untested | None:
    checks = (
        (named.agreed is None, Untested.NO_VOTE_AGREED),
        (recorded is None, Untested.NOT_ON_RECORD),
        (_was_agreed_later(named, recorded), Untested.AGREED_LATER),
        (not any(each.response.has_joined for each in responses), Untested.NOBODY_JOINED),
        (not any(each in {Conduct.AS_AGREED, Conduct.OTHERWISE} for each in cast), Untested.NOBODY_VOTED),
    )
    return next((reason for holds, reason in checks if holds), None)


def _was_agreed_later(named: NamedVote, recorded: RecordedVote | None) -> bool:
    return recorded is not None and named.when is not None and named.when.earliest > recorded.day


def vote_test(named: NamedVote, recorded: RecordedVote | None, responses: Sequence[MemberResponse]) -> VoteTest:
    """One named vote: kept when every member that joined and voted cast the agreed vote, split when one did not.

    A member that joined with a reservation is held to the position like the others, and its reservation is printed.
    Members that were absent or took no part are counted apart. Where no common vote was agreed, where the vote was
    held before that, is not on record, or where nobody joined or nobody that joined voted, nothing is tested.
    """
    votes = recorded.votes if recorded is not None else {}
    members = tuple(
        MemberVote(each.state, votes.get(each.state), _conduct(each, votes.get(each.state), named.agreed))
        for each in responses
    )
    reason = _untested(named, recorded, responses, [each.conduct for each in members])
    if reason is not None:
        return VoteTest(named, recorded, members, Outcome.NOT_TESTED, reason)
    departed = any(each.conduct is Conduct.OTHERWISE for each in members)
    return VoteTest(named, recorded, members, Outcome.SPLIT if departed else Outcome.KEPT)


def position_outcome(tests: Sequence[VoteTest]) -> PositionOutcome:
    """Split when any vote that tested the position split the members, kept when all that tested it kept it."""
    found = [test.outcome for test in tests]
    if Outcome.SPLIT in found:
        return PositionOutcome(Outcome.SPLIT, tuple(tests))
    if Outcome.KEPT in found:
        return PositionOutcome(Outcome.KEPT, tuple(tests))
    reason = tests[0].why_untested if tests else Untested.NO_VOTE_NAMED
    return PositionOutcome(Outcome.NOT_TESTED, tuple(tests), reason)
