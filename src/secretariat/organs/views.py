"""Pages of organs, meetings and the calendar."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.kernel import LocalizedText
from secretariat.organs.queries import MeetingDetail, calendar, meetings, office_holders, organs
from secretariat.organs.rules import CalendarEntry, MeetingState, Organ, Statement, Term, calendar_feed
from secretariat.parties.queries import organisation
from secretariat.parties.views import state_names
from secretariat.sources.forms import Question, question_of
from secretariat.sources.views import Part, Rows, answer, basis_row, cited, part_of

Names = Mapping[str, LocalizedText]


def organ_names(question: Question) -> dict[str, LocalizedText]:
    """The name of each organ, by key. One query."""
    found = organs(question.viewer, on=question.on, known_at=question.known_at)
    return {organ.key: organ.name for organ in found.values()}


def named(names: Names, key: str | None) -> LocalizedText | None:
    """The name that belongs to a key, or the key where none is known; none without a key."""
    return None if key is None else names.get(key) or LocalizedText(en=key)


def _term_row(term: Term, names: Names) -> dict[str, Any]:
    return {
        "role": term.role,
        "person": term.person,
        "state": term.state,
        "name": named(names, term.state),
        "acting": term.acting,
        "temporary": term.temporary,
        "start": term.start,
        "end": term.end,
        "standing": term.standing,
        "sources": term.sources,
    }


def _organ_row(organ: Organ, holders: Iterable[Term], names: Names) -> dict[str, Any]:
    return {
        "id": organ.key,
        "name": organ.name,
        "short": organ.short,
        "kind": organ.kind,
        "holders": [_term_row(term, names) for term in holders if term.organ == organ.key],
        "composition": organ.composition,
        "procedure": organ.procedure,
        "quorum": organ.quorum,
        "chair_rule": organ.chair_rule,
        "seat": organ.seat,
        "established": organ.established,
        "variants": organ.variants,
        **basis_row(organ.basis),
    }


def organ_rows(question: Question) -> Rows:
    """The organs that existed on the day, and who heads or chairs them."""
    found = organs(question.viewer, on=question.on, known_at=question.known_at)
    holders = office_holders(question.viewer, on=question.on, known_at=question.known_at).holders
    names = state_names(question)
    return [_organ_row(organ, holders, names) for organ in found.values()]


def organ_list(request: HttpRequest) -> HttpResponse:
    """The organs that existed on the day, and who heads or chairs them."""
    question = question_of(request)
    return answer(request, "organs/organs.html", question, {"organs": organ_rows(question)}, ("organs",))


def organ_page(request: HttpRequest, key: str) -> HttpResponse:
    """One organ: what it is, its heads and chairs, its meetings."""
    question = question_of(request)
    found = organs(question.viewer, on=question.on, known_at=question.known_at)
    if key not in found:
        raise Http404
    organ, names = found[key], state_names(question)
    offices = office_holders(question.viewer, on=question.on, known_at=question.known_at)
    organs_named = {each.key: each.name for each in found.values()}
    sittings = meetings(question.viewer, on=question.on, known_at=question.known_at, organ=key)
    row = _organ_row(organ, offices.holders, names)
    row["parent"] = {"id": organ.parent, "name": named(organs_named, organ.parent)} if organ.parent else None
    running = {term.key for term in offices.holders}
    terms = [
        {**_term_row(term, names), "in_office": term.key in running}
        for term in reversed(offices.terms)
        if term.organ == key
    ]
    content = {
        "organ": row,
        "terms": terms,
        "meetings": [meeting_row(state, organs_named, names) for state in reversed(sittings)],
        "citations": cited(question, [*row["sources"], *(source for term in terms for source in term["sources"])]),
    }
    return answer(request, "organs/organ.html", question, content, ("meetings", "terms"))


def meeting_row(state: MeetingState, organs_named: Names, names: Names) -> dict[str, Any]:
    """A meeting as lists show it."""
    meeting = state.meeting
    return {
        "id": meeting.key,
        "organ": meeting.organ,
        "organ_name": named(organs_named, meeting.organ),
        "joint_with": [{"id": each, "name": named(organs_named, each)} for each in meeting.joint_with],
        "kind": meeting.kind,
        "title": meeting.title,
        "status": state.status,
        "date": state.interval,
        "certainty": state.certainty,
        "place": state.place,
        "host": state.host,
        "host_name": named(names, state.host),
        "standing": state.standing,
        "sources": state.sources,
    }


def meeting_rows(question: Question, part: Part) -> tuple[int, Rows]:
    """How many meetings were announced or held by the day, and a part of them, newest first."""
    found = meetings(question.viewer, on=question.on, known_at=question.known_at)[::-1]
    organs_named, names = organ_names(question), state_names(question)
    return len(found), [meeting_row(state, organs_named, names) for state in part.of(found)]


def meeting_list(request: HttpRequest) -> HttpResponse:
    """Meetings announced or held by the day, newest first."""
    question, part = question_of(request), part_of(request)
    total, rows = meeting_rows(question, part)
    content = {"shelf": part.shelf(total), "meetings": rows}
    return answer(request, "organs/meetings.html", question, content, ("meetings",))


def _statement_row(statement: Statement, organs_named: Names, names: Names) -> dict[str, Any]:
    return {
        "id": statement.key,
        "item": statement.item,
        "state": statement.state,
        "state_name": named(names, statement.state),
        "organ": statement.organ,
        "organ_name": named(organs_named, statement.organ),
        "person": statement.person,
        "group": statement.group,
        "text": statement.text,
        "about": statement.about,
        "claims": statement.claims,
        "date": statement.when,
        **basis_row(statement.basis),
    }


def meeting_content(detail: MeetingDetail, organs_named: Names, names: Names) -> dict[str, Any]:
    """Everything a meeting's page shows but its decisions, which a room above adds."""
    return {
        "meeting": meeting_row(detail.state, organs_named, names),
        "agenda": [
            {
                "id": item.key,
                "number": item.number,
                "title": item.title,
                "status": item.status,
                "restricted": item.restricted,
                "about": item.about,
                "date": item.when,
                **basis_row(item.basis),
            }
            for item in detail.agenda
        ],
        "attendance": [
            {
                "state": each.state,
                "name": named(names, each.state),
                "organisation": each.organisation,
                "level": each.level,
                "person": each.person,
                **basis_row(each.basis),
            }
            for each in detail.attendance
        ],
        "statements": [_statement_row(each, organs_named, names) for each in detail.statements],
        "proposals": [
            {
                "id": each.key,
                "state": each.state,
                "state_name": named(names, each.state),
                "title": each.title,
                "text": each.text,
                "date": each.when,
                "fate": each.fate,
                "fate_since": each.since,
                "decision": each.decision,
                "reason": each.acts[-1].reason if each.acts else None,
                "standing": each.standing,
                "sources": each.sources,
            }
            for each in detail.proposals
        ],
        "documents": [
            {
                "id": each.key,
                "symbol": each.symbol,
                "kind": each.kind,
                "title": each.title,
                "languages": each.languages,
                "authentic": each.authentic,
                "date": each.when,
                "address": each.url if each.url.startswith(("/editions/", "https://", "http://")) else "",
                **basis_row(each.basis),
            }
            for each in detail.documents
        ],
        "acts": [
            {
                "id": act.key,
                "kind": act.kind,
                "date": act.when,
                "announced_for": act.interval,
                "place": act.place,
                "certainty": act.certainty,
                "constraints": act.constraints,
                "set_at": act.set_at,
                **basis_row(act.basis),
            }
            for act in detail.state.acts
        ],
    }


def _entry_row(entry: CalendarEntry, organs_named: Names) -> dict[str, Any]:
    return {
        "id": entry.key,
        "organ": entry.organ,
        "organ_name": named(organs_named, entry.organ),
        "kind": entry.kind,
        "title": entry.title,
        "place": entry.place,
        "certainty": entry.certainty,
        "stated": entry.stated,
        "earliest": entry.earliest,
        "latest": entry.latest,
        "open_start": entry.open_start,
        "open_end": entry.open_end,
        "passed": entry.passed,
        "constraints": [
            {
                "relation": each.constraint.relation,
                "anchor": each.constraint.anchor,
                "days": each.constraint.days,
                "resolved_to": each.resolved_to,
                "waiting": each.waiting,
                "text": each.text,
            }
            for each in entry.constraints
        ],
        "conflicts": [
            {"between": [condition.text for condition in each.between], "explanation": each.explanation}
            for each in entry.conflicts
        ],
        "standing": entry.standing,
        "sources": entry.sources,
    }


def entry_rows(question: Question) -> Rows:
    """Meetings announced and not held, with narrowed dates."""
    found = calendar(question.viewer, on=question.on, known_at=question.known_at)
    names = organ_names(question)
    return [_entry_row(entry, names) for entry in found]


def calendar_page(request: HttpRequest) -> HttpResponse:
    """Meetings announced and not held, with narrowed dates."""
    question = question_of(request)
    return answer(request, "organs/calendar.html", question, {"entries": entry_rows(question)}, ("entries",))


def feed(request: HttpRequest) -> HttpResponse:
    """The calendar for other programs, as RFC 5545 has it."""
    question = question_of(request)
    found = calendar(question.viewer, on=question.on, known_at=question.known_at)
    body = organisation(question.viewer, known_at=question.known_at)
    domain = f"{body.key.lower()}.secretariat"
    text = calendar_feed(found, names=organ_names(question), domain=domain)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return response
