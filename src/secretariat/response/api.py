"""The public part of the register of joint forces, for programs: administrative facts only."""

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from secretariat.kernel import Standing
from secretariat.response.rules.kinds import (
    ActivationActKind,
    AssistanceKind,
    ChallengeKind,
    ContributionKind,
    MandateEnd,
    NumberQualifier,
    RequestStatus,
)
from secretariat.response.views import named_rows
from secretariat.sources.api import (
    Based,
    Body,
    Day,
    Listed,
    Listing,
    Shape,
    Tables,
    Text,
    When,
    answers,
    asked_question,
    whole,
)

router = Router(tags=["response"])


class Force(Based):
    """A joint force."""

    id: str
    name: Text | None
    short: Text | None
    instrument: str | None
    decision: str | None
    rule: Text | None


class OtherPersons(Shape):
    """Another number that some source gives."""

    persons: int | None
    qualifier: NumberQualifier
    sources: list[str]


class Counted(Based):
    """A row with a number of persons; ``null`` is unknown."""

    persons: int | None
    qualifier: NumberQualifier
    other_persons: list[OtherPersons]


class Pledge(Counted):
    """What a member has pledged of one kind, with what the newest report confirms."""

    id: str
    force: str
    state: str
    state_name: Text | None
    kind: ContributionKind
    percent: int | None
    start: When | None = Field(alias="from")
    until: Day | None
    text: Text | None
    confirmed_persons: int | None
    confirmed_by: str | None


class Readiness(Counted):
    """What is reported about a force or one member's part of it."""

    id: str
    force: str
    state: str | None
    state_name: Text | None = None
    kind: ContributionKind | None
    date: When | None
    by: Text | None
    text: Text | None


class Request(Based):
    """A request for help and what it is on the day."""

    id: str
    state: str
    state_name: Text | None
    territory: str
    territory_name: Text | None
    kind: ChallengeKind | None
    date: When | None
    organ: str | None
    instrument: str | None
    article: str
    text: Text | None
    status: RequestStatus
    since: When | None
    host_agrees: bool | None
    standing_of_status: Standing


class Contribution(Counted):
    """What a member gives under a mandate, or what was published about all together."""

    id: str
    state: str | None
    kind: ContributionKind | None
    date: When | None
    text: Text | None


class MandateAct(Based):
    """What happened to a mandate."""

    id: str
    kind: ActivationActKind
    date: When | None
    state: str | None
    decision: str | None
    until: Day | None
    text: Text | None


class Activation(Based):
    """A mandate: by which decision, until when, who contributed, how it ended."""

    id: str
    request: str
    decision: str | None
    force: str | None
    start: When | None
    until: Day | None
    ended: Day | None
    end: MandateEnd | None
    text: Text | None
    members_persons: int | None
    members_known: int
    members: int
    contributions: list[Contribution]
    published_totals: list[Contribution]
    acts: list[MandateAct]


class Assistance(Based):
    """Assistance other than forces."""

    id: str
    request: str | None
    kind: AssistanceKind
    state: str | None
    state_name: Text | None = None
    organ: str | None
    recipient: str
    recipient_name: Text | None
    date: When | None
    amount: int | None
    currency: str
    text: Text | None


TABLES: Tables = {
    "response:response": {
        "pledges": Pledge,
        "readiness": Readiness,
        "requests": Request,
        "activations": Activation,
        "assistance": Assistance,
        "forces": Force,
    }
}


def _table(request: HttpRequest, asked: Listed, name: str) -> Body:
    question = asked_question(request, asked)
    return whole(question, asked, named_rows(question)[name])


@router.get("/response/forces", response=answers(Listing[Force]), url_name="forces")
def forces(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The joint forces."""
    return _table(request, asked, "forces")


@router.get("/response/pledges", response=answers(Listing[Pledge]), url_name="pledges", by_alias=True)
def pledges(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Pledges that count on the day, in alphabetical order of the members."""
    return _table(request, asked, "pledges")


@router.get("/response/readiness", response=answers(Listing[Readiness]), url_name="readiness")
def readiness(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Published strengths."""
    return _table(request, asked, "readiness")


@router.get("/response/requests", response=answers(Listing[Request]), url_name="requests")
def requests(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Requests for help and what became of them; declined and lapsed ones stay."""
    return _table(request, asked, "requests")


@router.get("/response/activations", response=answers(Listing[Activation]), url_name="activations")
def activations(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Mandates."""
    return _table(request, asked, "activations")


@router.get("/response/assistance", response=answers(Listing[Assistance]), url_name="assistance")
def assistance(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Assistance other than forces."""
    return _table(request, asked, "assistance")
