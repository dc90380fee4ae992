"""The organisation, its members, states and instruments, for programs."""

from django.http import HttpRequest
from ninja import Query, Router

from secretariat.kernel import Standing
from secretariat.kernel.plain import plain
from secretariat.parties.queries import organisation as organisation_of
from secretariat.parties.rules import ActKind, PartyState
from secretariat.parties.views import instrument_rows, member_rows, state_rows
from secretariat.sources.api import (
    Asked,
    Based,
    Body,
    Day,
    Described,
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

router = Router(tags=["parties"])


class Organisation(Shape):
    """The organisation of this register; ``constituent`` is the instrument whose parties are its members."""

    key: str
    name: Text | None
    short: Text | None
    languages: list[str]
    constituent: str
    symbol_scheme: str
    disclaimer: Text | None
    point_of_view: Text | None


class TreatyAct(Based):
    """An act about an instrument: a signature, a ratification, a withdrawal."""

    id: str
    instrument: str
    state: str | None
    kind: ActKind
    date: When | None
    effective: When | None
    by: str
    text: Text | None


class Status(Described):
    """What a state is under an instrument on the day. ``disputed_with`` are what other readings would make it."""

    status: PartyState
    since: Day | None
    disputed_with: list[PartyState]
    declarations: list[TreatyAct]


class Member(Status):
    """A member of the organisation."""

    state: str
    name: Text | None
    protocol_name: Text | None


class FormerName(Shape):
    """The name that a state bore up to, not on, a day."""

    until: Day
    name: Text | None


class State(Shape):
    """A state that the register names, whatever it is a party to."""

    id: str
    name: Text | None
    protocol_name: Text | None
    former_names: list[FormerName]


class Instrument(Shape):
    """An instrument and how many states are what under it on the day."""

    id: str
    title: Text | None
    kind: str
    amends: str | None
    first_act: When | None
    parties: int
    signatories: int
    unknown: int
    in_force: bool
    since: Day | None
    announced: Day | None
    computed: Day | None
    standing: Standing
    sources: list[str]


class StateInstrument(Status):
    """What one state is under one instrument."""

    instrument: str
    title: Text | None


class StateAct(TreatyAct):
    """An act of one state, with the title of the instrument."""

    title: Text | None


class InstrumentState(Status):
    """What a state is under the instrument of the page."""

    state: str
    name: Text | None


class InstrumentAct(TreatyAct):
    """An act about the instrument of the page, with the name of the state."""

    name: Text | None


TABLES: Tables = {
    "parties:members": {"members": Member},
    "parties:instruments": {"instruments": Instrument},
    "parties:state": {"instruments": StateInstrument, "acts": StateAct},
    "parties:instrument": {"states": InstrumentState, "acts": InstrumentAct},
}


@router.get("/organisation", response=answers(Organisation), url_name="organisation")
def organisation(request: HttpRequest, asked: Query[Asked]) -> Body:
    """The organisation of this register."""
    question = asked_question(request, asked)
    found = organisation_of(question.viewer, known_at=question.known_at)
    row: Body = plain({name: getattr(found, name) for name in Organisation.model_fields})
    return row


@router.get("/members", response=answers(Listing[Member]), url_name="members")
def members(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The members on the day, in alphabetical order of the language."""
    question = asked_question(request, asked)
    return whole(question, asked, member_rows(question))


@router.get("/states", response=answers(Listing[State]), url_name="states")
def states(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Every state that the register names, in alphabetical order of the language."""
    question = asked_question(request, asked)
    return whole(question, asked, state_rows(question))


@router.get("/instruments", response=answers(Listing[Instrument]), url_name="instruments")
def instruments(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The instruments that something had happened to by the day."""
    question = asked_question(request, asked)
    return whole(question, asked, instrument_rows(question))
