"""Decisions and commitments."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from secretariat.decisions.api.history import (
    ActDone,
    AssessmentMade,
    Attended,
    DeadlineSet,
    DocumentIssued,
    ReportMade,
)
from secretariat.decisions.rules import CommitmentKind, Engagement, Status
from secretariat.decisions.views import commitment_rows, decision_rows
from secretariat.sources.api import (
    Based,
    Body,
    Day,
    Described,
    Listed,
    Listing,
    Tables,
    Text,
    When,
    answers,
    asked_question,
    listed,
    without_default,
)

router = Router(tags=["decisions"])


class Decision(Based):
    """What an organ adopted."""

    id: str
    date: When | None
    organ: str
    organ_name: Text | None
    meeting: str | None
    symbol: str
    kind: str
    title: Text | None


class Commitment(Described):
    """What somebody has to do under a decision, and how far it has come. ``unknown``: nothing was ever reported."""

    id: str
    title: Text | None
    kind: CommitmentKind
    decision: str
    also_under: list[str]
    state: str | None
    organ: str | None
    name: Text | None
    status: Status
    engagement: Engagement
    overdue: bool
    report_overdue: bool
    supported: bool
    contradicted: bool
    assigned: Day
    baseline: Day | None
    due: Day | None
    slippage_days: int | None
    first_claimed: Day | None
    first_verified: Day | None
    last_report: Day | None
    instrument: str | None


TABLES: Tables = {
    "decisions:decisions": {"decisions": Decision},
    "decisions:commitments": {"commitments": Commitment},
    "decisions:commitment": {
        "deadlines": DeadlineSet,
        "reports": ReportMade,
        "assessments": AssessmentMade,
        "acts": ActDone,
    },
    "decisions:meeting": {"decisions": Decision, "attendance": Attended, "documents": DocumentIssued},
}


class OfMeeting(Listed):
    """Which decisions."""

    meeting: str | SkipJsonSchema[None] = Field(
        None, description="only those adopted at this meeting", json_schema_extra=without_default
    )


class OfCommitments(Listed):
    """Which commitments."""

    status: Annotated[Status, Field(strict=False)] | SkipJsonSchema[None] = Field(
        None, description="only those of this status", json_schema_extra=without_default
    )
    state: str | SkipJsonSchema[None] = Field(
        None, description="only those of this addressee: a state or an organ", json_schema_extra=without_default
    )
    overdue: Literal["1"] | SkipJsonSchema[None] = Field(
        None, description="only those past their deadline", json_schema_extra=without_default
    )


@router.get("/decisions", response=answers(Listing[Decision]), url_name="decisions")
def decisions(request: HttpRequest, asked: Query[OfMeeting]) -> Body:
    """What had been adopted by the day, newest first."""
    question = asked_question(request, asked)
    return listed(question, asked, *decision_rows(question, asked.part, meeting=asked.meeting))


@router.get("/commitments", response=answers(Listing[Commitment]), url_name="commitments")
def commitments(request: HttpRequest, asked: Query[OfCommitments]) -> Body:
    """Commitments with their computed status, the newest first."""
    question = asked_question(request, asked)
    total, rows, _ = commitment_rows(request, question, asked.part)
    return listed(question, asked, total, rows)
