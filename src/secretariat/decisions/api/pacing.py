"""The pace of the decisions of one session, or of one decision, with its denominators."""

from django.http import Http404, HttpRequest
from ninja import Query
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from secretariat.decisions.api.register import router
from secretariat.decisions.queries import UnknownCohort, pace, pace_row, sessions_with_commitments
from secretariat.decisions.rules import Collective, Status
from secretariat.decisions.rules.definition import PaceResult
from secretariat.kernel import Standing
from secretariat.kernel.plain import plain
from secretariat.sources.api import (
    Asked,
    Body,
    Day,
    Instant,
    Listed,
    Listing,
    Shape,
    Text,
    answers,
    asked_question,
    whole,
    without_default,
)
from secretariat.sources.forms import UnableToReadQuestion


class Rate(Shape):
    """A share with its two counts, the conditions that chose them and the rows beneath."""

    numerator: int | None
    denominator: int | None
    value: float | None
    standing: Standing
    filters: list[str]
    rows: list[str]
    sources: list[str]


class Quantity(Shape):
    """A figure with its unit; ``null`` is unknown, never nought."""

    value: float | None
    unit: str
    numerator: int | None
    denominator: int | None
    standing: Standing


class Cohort(Shape):
    """The commitments counted: ``n`` at adoption; ``added`` and ``gone`` since then."""

    n: int
    n_as_of: int
    frozen_on: Day | None
    added: list[str]
    gone: list[str]
    decisions: list[str]


class Moved(Shape):
    """How far deadlines were moved."""

    with_deadline: Rate
    moved: Rate
    median_days: Quantity


class Flow(Shape):
    """What came in and what went out in a period, half-open."""

    period: str
    new: int
    done: int
    closed: int
    net: int


class Together(Shape):
    """A provision addressed to many, by both rules: all have done it, or the share that has."""

    provision: str
    decision: str
    rule: Collective
    all_done: bool | None
    share: Rate
    share_verified: Rate
    unknown: int


class Breakdown(Shape):
    """The same counts for one decision or one addressee."""

    name: str
    n: int
    counts: dict[Status, int]
    reporting: Rate
    implemented: Rate
    verified: Rate


class Point(Shape):
    """The share not yet done after some days, with its interval."""

    days: int
    survival: float
    low: float | None
    high: float | None
    at_risk: int


class Median(Shape):
    """The day by which half were done; ``null``: not reached while observed."""

    value: float | None
    low: float | None
    high: float | None


class Curve(Shape):
    """Time to implementation, the open ones censored."""

    n: int
    events: int
    points: list[Point]
    median: Median


class Earlier(Curve):
    """An earlier session's cohort, seen from the same day."""

    session: str
    frozen_on: Day
    implemented: Rate
    age_days: int
    done_at_age: float | None


class Curves(Shape):
    """The cohort by report and by verification, and earlier cohorts."""

    cohort: Curve
    verified: Curve
    comparison: list[Earlier]


class Criterion(Shape):
    """One condition of the definition: the share if everything unreported is undone (low) or done (high)."""

    name: str
    low: float | None
    high: float | None
    needed: float | None
    n: int
    met: bool | None


class Statement(Shape):
    """Whether the pace is good, by a printed definition."""

    definition: Text | None
    result: PaceResult
    reason: Text | None
    criteria: list[Criterion]


class Pace(Shape):
    """Everything about one cohort on the day."""

    session: str | None
    decision: str | None
    as_of: Day
    known_at: Instant
    cohort: Cohort
    counts: dict[Status, int]
    stagnant_after_days: int
    denominators: dict[str, int | None]
    rates: dict[str, Rate]
    slippage: Moved
    ages: dict[str, Quantity]
    flow: Flow | None
    collective: list[Together]
    by_decision: list[Breakdown]
    by_member: list[Breakdown]
    survival: Curves
    statement_of_pace: Statement


class Session(Shape):
    """A session whose decisions left commitments: the day of its last decision, and how many."""

    meeting: str
    decided_on: Day
    commitments: int


class OfCohort(Asked):
    """Which cohort: one of the two."""

    session: str | SkipJsonSchema[None] = Field(
        None,
        description="the meeting whose decisions are followed; the newest with commitments unless something is stated",
        json_schema_extra=without_default,
    )
    decision: str | SkipJsonSchema[None] = Field(
        None, description="the one decision that is followed", json_schema_extra=without_default
    )


@router.get("/pace/sessions", response=answers(Listing[Session]), url_name="sessions")
def sessions(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Sessions whose decisions left commitments by the day, newest first."""
    question = asked_question(request, asked)
    found = sessions_with_commitments(question.viewer, on=question.on, known_at=question.known_at)
    return whole(question, asked, [{"meeting": key, "decided_on": day, "commitments": n} for key, day, n in found])


@router.get("/pace", response=answers(Pace), url_name="pace")
def pace_on(request: HttpRequest, asked: Query[OfCohort]) -> Body:
    """The pace of the decisions of a session, or of one decision."""
    question = asked_question(request, asked)
    if asked.session is not None and asked.decision is not None:
        raise UnableToReadQuestion(name="decision", value=asked.decision)
    session = asked.session
    if session is None and asked.decision is None:
        known = sessions_with_commitments(question.viewer, on=question.on, known_at=question.known_at)
        if not known:
            raise Http404
        session = known[0][0]
    try:
        found = pace(
            question.viewer, on=question.on, known_at=question.known_at, session=session, decision=asked.decision
        )
    except UnknownCohort as unknown:
        raise Http404 from unknown
    row: Body = plain(pace_row(found))
    return row
