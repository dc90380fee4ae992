"""Partner organisations and what was agreed with them, for programs."""

from django.http import HttpRequest
from ninja import Query, Router

from secretariat.partners.queries import partner_register
from secretariat.partners.rules.contacts import ContactKind, FollowUpState
from secretariat.partners.rules.links import LinkState
from secretariat.partners.rules.partners import PartnerKind, PartnerState
from secretariat.partners.views import follow_up_rows, partner_rows
from secretariat.sources.api import (
    Based,
    Body,
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

router = Router(tags=["partners"])


class Partner(Described):
    """A partner, the state of the link with it, and the members that sit in both; ``null`` where nobody knows."""

    id: str
    name: Text | None
    short: Text | None
    kind: PartnerKind
    part_of: str | None
    exists: PartnerState
    successor: str | None
    link_status: LinkState | None
    since: When | None
    links: int
    members_in_common: list[str] | None
    common: int | None
    members: int
    open_follow_ups: int
    overdue: int


class FollowUp(Described):
    """Something agreed with a partner to be done."""

    id: str
    title: Text | None
    contact: str | None
    responsible: Text | None
    state: FollowUpState
    since: When | None
    due: When | None
    first_due: When | None
    moved: bool
    overdue: bool


class ContactPartner(Shape):
    """A partner that took part."""

    id: str
    short: Text | None


class Contacted(Based):
    """A contact with one partner or several."""

    id: str
    kind: ContactKind
    title: Text | None
    date: When | None
    place: Text | None
    text: Text | None
    partners: list[ContactPartner]


TABLES: Tables = {
    "partners:partners": {"partners": Partner, "follow_ups": FollowUp},
    "partners:partner": {"contacts": Contacted, "follow_ups": FollowUp},
}


@router.get("/partners", response=answers(Listing[Partner]), url_name="partners")
def partners(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The partners on the day in alphabetical order of the language, each followed by its bodies."""
    question = asked_question(request, asked)
    found = partner_register(question.viewer, on=question.on, known_at=question.known_at)
    return whole(question, asked, partner_rows(found, question))


@router.get("/partners/follow-ups", response=answers(Listing[FollowUp]), url_name="follow-ups")
def follow_ups(request: HttpRequest, asked: Query[Listed]) -> Body:
    """What was agreed with partners to be done, and how far it is."""
    question = asked_question(request, asked)
    found = partner_register(question.viewer, on=question.on, known_at=question.known_at)
    return whole(question, asked, follow_up_rows(found))
