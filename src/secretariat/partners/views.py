"""Pages of partners: the list with the overlap of membership, and one partner with all that is on record about it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.kernel import LocalizedText
from secretariat.parties.rules import PartyStatus
from secretariat.partners.queries import PartnerOverview, PartnerRegister, partner_register
from secretariat.partners.rules import Contact, FollowUpStatus, LinkAct, LinkStatus, Place
from secretariat.sources.forms import Question, question_of
from secretariat.sources.views import Rows, answer, basis_row, cited


def _name(register: PartnerRegister, code: str) -> LocalizedText:
    state = register.states.get(code)
    return state.name_on(register.on) if state else LocalizedText(code, code)


def _place_row(place: Place, register: PartnerRegister) -> dict[str, Any]:
    return {
        "state": place.state,
        "name": _name(register, place.state),
        "seat": place.seat,
        "since": place.since,
        "standing": place.standing,
        "disputed_with": place.disputed,
        "through": place.through,
        "sources": place.sources,
    }


def _by_name(rows: list[dict[str, Any]], question: Question) -> list[dict[str, Any]]:
    """Rows in alphabetical order of the page's language."""
    return sorted(rows, key=lambda row: (row["name"].in_language(question.language).casefold(), str(row)))


def _arranged(register: PartnerRegister, question: Question) -> list[PartnerOverview]:
    """Partners in alphabetical order of the page's language, each followed by its bodies."""
    names = {
        each.partner.key: each.partner.name.in_language(question.language).casefold() for each in register.overviews
    }

    def place(each: PartnerOverview) -> tuple[str, bool, str]:
        whole = each.partner.part_of if each.partner.part_of in names else None
        return names[whole or each.partner.key], whole is not None, names[each.partner.key]

    return sorted(register.overviews, key=place)


def _follow_up_row(status: FollowUpStatus) -> dict[str, Any]:
    return {
        "id": status.follow_up.key,
        "title": status.follow_up.title,
        "contact": status.follow_up.contact,
        "responsible": status.follow_up.responsible,
        "state": status.state,
        "since": status.since,
        "due": status.due,
        "first_due": status.first_due,
        "moved": status.moved,
        "overdue": status.overdue,
        "standing": status.standing,
        "sources": status.sources,
    }


def _overview_row(each: PartnerOverview, register: PartnerRegister) -> dict[str, Any]:
    common = each.members_in_common
    return {
        "id": each.partner.key,
        "name": each.partner.name,
        "short": each.partner.short,
        "kind": each.partner.kind,
        "part_of": each.partner.part_of,
        "exists": each.existence.state,
        "successor": each.existence.successor,
        "link_status": each.link_state,
        "since": each.when,
        "links": len(each.links),
        "members_in_common": common,
        "common": None if common is None else len(common),
        "members": len(register.members),
        "open_follow_ups": len(each.open_follow_ups),
        "overdue": sum(status.overdue for status in each.open_follow_ups),
        "standing": each.standing,
        "sources": each.sources,
    }


def _act_row(act: LinkAct) -> dict[str, Any]:
    return {
        "id": act.key,
        "kind": act.kind,
        "date": act.when,
        "place": act.place,
        "by": act.by,
        "text": act.text,
        "adoption": act.adoption,
        "votes": {
            "yes": act.votes.yes,
            "no": act.votes.no,
            "abstaining": act.votes.abstaining,
            "against": act.votes.against,
        },
        **basis_row(act.basis),
    }


def _link_row(status: LinkStatus, register: PartnerRegister, question: Question) -> dict[str, Any]:
    names = sorted(_name(register, code).in_language(question.language) for code in status.link.binds)
    return {
        "id": status.link.key,
        "title": status.link.title,
        "kind": status.link.kind,
        "symbol": status.link.symbol,
        "body": status.link.body,
        "binds": status.link.binds,
        "bound": names,
        "status": status.state,
        "since": status.when,
        "disputed_with": status.disputed,
        "note": status.link.basis.note,
        "standing": status.standing,
        "sources": status.sources,
        "acts": [_act_row(act) for act in status.acts],
    }


def _contact_row(contact: Contact, register: PartnerRegister) -> dict[str, Any]:
    shorts = {each.partner.key: each.partner.short for each in register.overviews}
    return {
        "id": contact.key,
        "kind": contact.kind,
        "title": contact.title,
        "date": contact.when,
        "place": contact.place,
        "text": contact.text,
        "partners": [{"id": key, "short": shorts.get(key, LocalizedText(key, key))} for key in contact.partners],
        **basis_row(contact.basis),
    }


def _period_row(status: PartyStatus, start: Any, end: Any) -> dict[str, Any]:
    return {
        "status": status.status,
        "from": start,
        "until": end,
        "standing": status.standing,
        "disputed_with": status.disputed,
        "sources": status.sources,
    }


def _histories(register: PartnerRegister, key: str, question: Question) -> list[dict[str, Any]]:
    rows = [
        {
            "state": code,
            "name": _name(register, code),
            "periods": [_period_row(each.status, each.period.start, each.period.end) for each in periods],
        }
        for code, periods in register.history(key).items()
    ]
    return _by_name(rows, question)


def _keys(rows: list[dict[str, Any]]) -> list[str]:
    return [key for row in rows for key in row["sources"]]


def partner_rows(register: PartnerRegister, question: Question) -> Rows:
    """Every partner in alphabetical order of the language, each followed by its bodies."""
    return [_overview_row(each, register) for each in _arranged(register, question)]


def follow_up_rows(register: PartnerRegister) -> Rows:
    """Everything that was agreed with partners to be done."""
    return [_follow_up_row(status) for status in register.follow_ups]


def partner_list(request: HttpRequest) -> HttpResponse:
    """Every partner on a day, and which member is what in which of them."""
    question = question_of(request)
    register = partner_register(question.viewer, on=question.on, known_at=question.known_at)
    members = _by_name([{"state": code, "name": _name(register, code)} for code in register.members], question)
    places = {each.partner.key: {place.state: place for place in each.overlap.places} for each in register.overviews}
    arranged = _arranged(register, question)
    content = {
        "shorts": {each.partner.key: each.partner.short for each in register.overviews},
        "partners": partner_rows(register, question),
        "members": members,
        "matrix": [
            {
                "id": each.partner.key,
                "short": each.partner.short,
                "seats": [_place_row(places[each.partner.key][member["state"]], register) for member in members],
            }
            for each in arranged
            if each.partner.part_of is None
        ],
        "follow_ups": follow_up_rows(register),
    }
    return answer(request, "partners/partners.html", question, content, ("partners", "follow_ups"))


def partner_page(request: HttpRequest, key: str) -> HttpResponse:
    """One partner: who is in it and has been, the links with their acts, contacts, and what was agreed."""
    question = question_of(request)
    register = partner_register(question.viewer, on=question.on, known_at=question.known_at)
    each = register.overview(key)
    if each is None:
        raise Http404
    shorts = {other.partner.key: other.partner.short for other in register.overviews}
    links = [_link_row(status, register, question) for status in each.links]
    contacts = [_contact_row(contact, register) for contact in each.contacts]
    follow_ups = [_follow_up_row(status) for status in each.follow_ups]
    places = _by_name([_place_row(place, register) for place in each.overlap.places], question)
    histories = _histories(register, key, question)
    periods = [period for row in histories for period in row["periods"]]
    acts = [act for link in links for act in link["acts"]]
    content = {
        "partner": {
            **_overview_row(each, register),
            "note": each.partner.basis.note,
            "existence": each.existence.state,
            "existence_since": each.existence.since,
            "existence_standing": each.existence.standing,
        },
        "part_of": _reference(each.partner.part_of, shorts),
        "successor": _reference(each.existence.successor, shorts),
        "bodies": [
            {"id": other.partner.key, "short": other.partner.short, "link_status": other.link_state}
            for other in _arranged(register, question)
            if other.partner.part_of == key
        ],
        "seats": places,
        "histories": histories,
        "links": links,
        "contacts": contacts,
        "follow_ups": follow_ups,
        "citations": cited(
            question,
            [
                *each.sources,
                *each.existence.sources,
                *each.partner.basis.sources,
                *_keys([*places, *periods, *links, *acts, *contacts, *follow_ups]),
            ],
        ),
    }
    return answer(request, "partners/partner.html", question, content, ("contacts", "follow_ups"))


def _reference(key: str | None, shorts: dict[str, LocalizedText]) -> dict[str, Any] | None:
    return {"id": key, "short": shorts.get(key, LocalizedText(key, key))} if key is not None else None
