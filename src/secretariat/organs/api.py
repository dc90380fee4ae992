"""Organs, meetings and the calendar, for programs."""

from django.http import HttpRequest
from ninja import Query, Router

from secretariat.kernel import Certainty
from secretariat.organs.rules import MeetingKind, MeetingStatus
from secretariat.organs.rules.organs import ChairRule, DecisionRule, QuorumRule
from secretariat.organs.rules.terms import Role
from secretariat.organs.views import entry_rows, meeting_rows, organ_rows
from secretariat.sources.api import (
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
    listed,
    whole,
)

router = Router(tags=["organs"])


class Holder(Described):
    """Who heads or chairs an organ: a person, or a state for the state that presides."""

    role: Role
    person: Text | None
    state: str | None
    name: Text | None
    acting: bool
    temporary: bool
    start: When | None
    end: When | None


class HeldTerm(Holder):
    """A term of office, running or over."""

    in_office: bool


class Organ(Based):
    """A body or an office of the organisation, as it was on the day."""

    id: str
    name: Text | None
    short: Text | None
    kind: str
    holders: list[Holder]
    composition: Text | None
    procedure: DecisionRule
    quorum: QuorumRule
    chair_rule: ChairRule
    seat: Text | None
    established: When | None
    variants: list[str]


class NamedOrgan(Shape):
    """An organ that is referred to."""

    id: str
    name: Text | None


class Meeting(Described):
    """A meeting; ``date`` is when it was held or what it is announced for."""

    id: str
    organ: str
    organ_name: Text | None
    joint_with: list[NamedOrgan]
    kind: MeetingKind
    title: Text | None
    status: MeetingStatus
    date: When | None
    certainty: Certainty
    place: Text | None
    host: str | None
    host_name: Text | None


class Condition(Shape):
    """A condition on a date: before or after another meeting, which may still wait for its own."""

    relation: str
    anchor: str
    days: int
    resolved_to: str | None
    waiting: bool
    text: str


class Clash(Shape):
    """Conditions that cannot all hold."""

    between: list[str]
    explanation: str


class Entry(Described):
    """A meeting not yet held: what was announced, and the days that follow from it and from the conditions."""

    id: str
    organ: str
    organ_name: Text | None
    kind: MeetingKind
    title: Text | None
    place: Text | None
    certainty: Certainty
    stated: When | None
    earliest: Day | None
    latest: Day | None
    open_start: bool
    open_end: bool
    passed: bool
    constraints: list[Condition]
    conflicts: list[Clash]


TABLES: Tables = {
    "organs:organs": {"organs": Organ},
    "organs:organ": {"meetings": Meeting, "terms": HeldTerm},
    "organs:meetings": {"meetings": Meeting},
    "organs:calendar": {"entries": Entry},
}


@router.get("/organs", response=answers(Listing[Organ]), url_name="organs")
def organs(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The organs that existed on the day, and who heads or chairs them."""
    question = asked_question(request, asked)
    return whole(question, asked, organ_rows(question))


@router.get("/meetings", response=answers(Listing[Meeting]), url_name="meetings")
def meetings(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Meetings announced or held by the day, newest first."""
    question = asked_question(request, asked)
    return listed(question, asked, *meeting_rows(question, asked.part))


@router.get("/calendar", response=answers(Listing[Entry]), url_name="calendar")
def calendar(request: HttpRequest, asked: Query[Listed]) -> Body:
    """Meetings announced and not held, with the days that are possible."""
    question = asked_question(request, asked)
    return whole(question, asked, entry_rows(question))
