"""The ledger in numbers: every rate keeps its two counts and the rows it was taken from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secretariat.kernel import Figure, Standing, Trace
from secretariat.positions.rules.ledger import Position, PositionAct, PositionText, Response, Stage
from secretariat.positions.rules.outcome import Outcome, PositionOutcome

METHOD, VERSION = "ledger", 1


@dataclass(frozen=True, slots=True)
class MemberAnswer:
    """A member's answer with its standing, as the views show it."""

    state: str
    response: Response
    is_member: bool
    act: PositionAct | None = None


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position on a day: how far it has come, who stands behind it, and what its votes said."""

    position: Position
    stage: Stage
    standing: Standing
    answers: tuple[MemberAnswer, ...]
    acts: tuple[PositionAct, ...]
    texts: tuple[PositionText, ...]
    outcome: PositionOutcome
    planned: bool | None

    @property
    def joined(self) -> tuple[str, ...]:
        """The members that joined, with a reservation or without."""
        return tuple(each.state for each in self.answers if each.response.has_joined and each.is_member)

    @property
    def members(self) -> tuple[str, ...]:
        """The members on the day of the position."""
        return tuple(each.state for each in self.answers if each.is_member)

    @property
    def counts(self) -> bool:
        """Whether it is a position at all: one that was looked for and not found is none."""
        return self.stage is not Stage.NOT_FOUND

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of the rows it rests on."""
        named = (test.named.key for test in self.outcome.tests)
        return (self.position.key, *(act.key for act in self.acts), *named)

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations it rests on."""
        bases = [self.position.basis, *(act.basis for act in self.acts), *(t.named.basis for t in self.outcome.tests)]
        return tuple(dict.fromkeys(key for basis in bases for key in basis.sources))

    @property
    def is_answered(self) -> bool:
        """Whether any member's answer is on record."""
        return any(each.is_member and each.response is not Response.NOT_RECORDED for each in self.answers)

    def rate_joined(self) -> Figure:
        """How many of the members joined; unknown, not zero, where no member's answer is on record."""
        trace = _trace([self], (f"position = {self.position.key}",))
        if not self.is_answered:
            return Figure("joined", None, "share", trace)
        return Figure.rate("joined", len(self.joined), len(self.members), trace)


def _trace(views: Sequence[PositionView], filters: tuple[str, ...]) -> Trace:
    return Trace(
        METHOD,
        VERSION,
        tuple(dict.fromkeys(row for view in views for row in view.rows)),
        filters,
        tuple(view.standing for view in views),
        tuple(dict.fromkeys(key for view in views for key in view.sources)),
    )


def ledger_rates(views: Sequence[PositionView], filters: tuple[str, ...] = ()) -> dict[str, Figure]:
    """The rates of some positions; positions that were looked for and not found are in no denominator.

    ``planned`` is taken over those of which it is known whether they were planned; ``joined-by-all`` over those with a
    member's answer on record; ``kept`` over those that a vote tested; the others over all.
    """
    found = [view for view in views if view.counts]
    known = [view for view in found if view.planned is not None]
    answered = [view for view in found if view.is_answered]
    tested = [view for view in found if view.outcome.outcome is not Outcome.NOT_TESTED]
    rates: tuple[tuple[str, Sequence[PositionView], Callable[[PositionView], bool]], ...] = (
        ("planned", known, lambda view: bool(view.planned)),
        ("delivered", found, lambda view: view.stage is Stage.DELIVERED),
        ("joined-by-all", answered, lambda view: set(view.joined) == set(view.members)),
        ("with-a-vote", found, lambda view: any(test.named.agreed for test in view.outcome.tests)),
        ("tested", found, lambda view: view.outcome.outcome is not Outcome.NOT_TESTED),
        ("kept", tested, lambda view: view.outcome.outcome is Outcome.KEPT),
    )
    return {
        name: Figure.rate(name, sum(map(holds, among)), len(among), _trace(among, (*filters, name)))
        for name, among, holds in rates
    }
