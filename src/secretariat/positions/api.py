"""Coordinated positions, and the roll calls with each member's vote, for programs."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from secretariat.positions.queries.ledger import ledger
from secretariat.positions.rules import Issue, Vote
from secretariat.positions.rules.ledger import PositionKind, Stage
from secretariat.positions.rules.outcome import Outcome, Untested
from secretariat.positions.views import summary_rows, vote_rows
from secretariat.sources.api import (
    Based,
    Body,
    Day,
    Listed,
    Listing,
    Shape,
    StatedDay,
    Tables,
    Text,
    When,
    answers,
    asked_question,
    listed,
    values_of,
    without_default,
)

router = Router(tags=["positions"])


class Share(Shape):
    """Some of how many, and the share; ``null`` over nothing."""

    n: int | None
    of: int | None
    share: float | None


class Position(Based):
    """A coordinated position: the stage it reached, who joined it, and whether recorded votes kept to it."""

    id: str
    date: When | None
    kind: PositionKind
    title: Text | None
    forum: str | None
    forum_name: Text | None
    planned: bool | None
    plan: str | None
    stage: Annotated[Stage, WithJsonSchema(values_of(Stage))]
    joined: Share | None
    outcome: Outcome | None
    why_untested: Untested | None
    votes_named: int
    votes_tested: int


class Totals(Shape):
    """The votes of the whole body; ``null`` where the source has none."""

    yes: int | None
    abstain: int | None
    no: int | None


class StateVote(Shape):
    """How one member voted; ``null`` where the record does not say."""

    state: str
    vote: Vote | None


class RollCall(Shape):
    """A roll call and how the members of the day voted."""

    rollcall: str
    date: Day
    session: int
    resolution: str | None
    heading: str | None
    issues: list[Issue]
    paragraph: bool | None
    amendment: bool | None
    totals: Totals
    agreement: float | None
    split: bool
    clash: bool
    votes: list[StateVote]


TABLES: Tables = {
    "positions:positions": {"positions": Position},
    "positions:votes": {"votes": RollCall},
}


class OfRollCalls(Listed):
    """Which roll calls."""

    start: StatedDay | SkipJsonSchema[None] = Field(
        None, alias="from", description="held on this day or later", json_schema_extra=without_default
    )
    to: StatedDay | SkipJsonSchema[None] = Field(
        None, description="held on this day or earlier", json_schema_extra=without_default
    )
    issue: Annotated[Issue, Field(strict=False)] | SkipJsonSchema[None] = Field(
        None, description="only those on this subject", json_schema_extra=without_default
    )
    splits: Literal["1"] | SkipJsonSchema[None] = Field(
        None, description="only those on which the members were not of one mind", json_schema_extra=without_default
    )


@router.get("/positions", response=answers(Listing[Position]), url_name="positions")
def positions(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The ledger of coordinated positions on the day, newest first."""
    question = asked_question(request, asked)
    found = ledger(question.viewer, on=question.on, known_at=question.known_at)
    return listed(question, asked, len(found.views), summary_rows(found, asked.part))


@router.get("/positions/votes", response=answers(Listing[RollCall]), url_name="votes")
def votes(request: HttpRequest, asked: Query[OfRollCalls]) -> Body:
    """Roll calls held by the day with the vote of each member of that day, newest first."""
    question = asked_question(request, asked)
    total, rows, _ = vote_rows(request, question, asked.part)
    return listed(question, asked, total, rows)
