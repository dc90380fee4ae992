"""Pages of members, states and instruments."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.kernel import LocalizedText
from secretariat.parties.queries import (
    InstrumentStatus,
    instrument_statuses,
    members,
    states,
)
from secretariat.parties.rules import InForce, PartyState, PartyStatus, State, TreatyAct
from secretariat.sources.forms import Question, question_of
from secretariat.sources.views import Rows, answer, basis_row, cited

Names = dict[str, LocalizedText]


def state_names(question: Question) -> Names:
    """The name each state bore on the day of the question, by code. One query."""
    return {state.code: state.name_on(question.on) for state in states(question.viewer, known_at=question.known_at)}


def _status_row(status: PartyStatus) -> dict[str, Any]:
    return {
        "status": status.status,
        "since": status.since,
        "standing": status.standing,
        "disputed_with": status.disputed,
        "sources": status.sources,
        "declarations": [_act_row(act) for act in status.declarations],
    }


def _act_row(act: TreatyAct) -> dict[str, Any]:
    return {
        "id": act.key,
        "instrument": act.instrument,
        "state": act.state,
        "kind": act.kind,
        "date": act.when,
        "effective": act.effective,
        "by": act.by,
        "text": act.text,
        **basis_row(act.basis),
    }


def _entry_row(entry: InForce) -> dict[str, Any]:
    return {
        "in_force": entry.in_force,
        "since": entry.since,
        "announced": entry.announced,
        "computed": entry.computed,
        "standing": entry.standing,
    }


def _named(status: InstrumentStatus) -> dict[str, Any]:
    return {"id": status.instrument.key, "title": status.instrument.title, **_entry_row(status.entry)}


def _by_name(rows: list[dict[str, Any]], question: Question) -> list[dict[str, Any]]:
    """Rows of states in alphabetical order of the page's language."""
    return sorted(rows, key=lambda row: (row["name"].in_language(question.language).casefold(), row["state"]))


def _latest(row: dict[str, Any]) -> date:
    """The last possible day of an act; undated ones come last."""
    return row["date"].latest if row["date"] is not None else date.max


def _sources(rows: list[dict[str, Any]]) -> list[str]:
    return [key for row in rows for key in row["sources"]]


def member_rows(question: Question) -> Rows:
    """The members on the day, in alphabetical order of the language."""
    found = members(question.viewer, on=question.on, known_at=question.known_at)
    rows = [
        {
            "state": member.state.code,
            "name": member.state.name_on(question.on),
            "protocol_name": member.state.protocol_name,
            **_status_row(member.status),
        }
        for member in found
    ]
    return _by_name(rows, question)


def member_list(request: HttpRequest) -> HttpResponse:
    """The members on a day."""
    question = question_of(request)
    return answer(request, "parties/members.html", question, {"members": member_rows(question)}, ("members",))


def _state_row(state: State, question: Question) -> dict[str, Any]:
    return {
        "id": state.code,
        "name": state.name_on(question.on),
        "protocol_name": state.protocol_name,
        "former_names": [{"until": until, "name": name} for until, name in state.former_names if until <= question.on],
    }


def state_rows(question: Question) -> Rows:
    """Every state of the register, in alphabetical order of the language. One query."""
    rows = [_state_row(state, question) for state in states(question.viewer, known_at=question.known_at)]
    return sorted(rows, key=lambda row: (row["name"].in_language(question.language).casefold(), row["id"]))


def state_page(request: HttpRequest, code: str) -> HttpResponse:
    """One state: its names, and what it is under each instrument."""
    question = question_of(request)
    found = {each.code: each for each in states(question.viewer, known_at=question.known_at)}
    if code not in found:
        raise Http404
    state = found[code]
    statuses = instrument_statuses(question.viewer, on=question.on, known_at=question.known_at)
    rows, acts = [], []
    for each in statuses:
        own = next((status for status in each.states if status.state == code), None)
        if own is not None:
            rows.append({"instrument": each.instrument.key, "title": each.instrument.title, **_status_row(own)})
            acts += [{"title": each.instrument.title, **_act_row(act)} for act in each.acts if act.state == code]
    content = {
        "state": _state_row(state, question),
        "instruments": rows,
        "acts": sorted(acts, key=lambda act: (_latest(act), act["id"])),
        "citations": cited(question, _sources(rows) + _sources(acts)),
    }
    return answer(request, "parties/state.html", question, content, ("instruments", "acts"))


def _summary(status: InstrumentStatus) -> dict[str, Any]:
    signed = [act.when for act in status.acts if act.when is not None]
    return {
        "id": status.instrument.key,
        "title": status.instrument.title,
        "kind": status.instrument.kind,
        "amends": status.instrument.amends,
        "first_act": min(signed, default=None),
        "parties": len(status.parties),
        "signatories": sum(each.status is PartyState.SIGNATORY for each in status.states),
        "unknown": sum(each.status is PartyState.UNKNOWN for each in status.states),
        **_entry_row(status.entry),
        "sources": status.sources,
    }


def instrument_rows(question: Question) -> Rows:
    """Every instrument that something had happened to by the day."""
    found = instrument_statuses(question.viewer, on=question.on, known_at=question.known_at)
    return [_summary(each) for each in found]


def instrument_list(request: HttpRequest) -> HttpResponse:
    """Every instrument that something had happened to by the day."""
    question = question_of(request)
    content = {"instruments": instrument_rows(question)}
    return answer(request, "parties/instruments.html", question, content, ("instruments",))


def instrument_page(request: HttpRequest, key: str) -> HttpResponse:
    """One instrument: entry into force, the status of each state, all acts, amendments.

    Before the first act about it there is no instrument, whatever the register knows of it today.
    """
    question = question_of(request)
    found = {
        each.instrument.key: each
        for each in instrument_statuses(question.viewer, on=question.on, known_at=question.known_at)
    }
    if key not in found:
        raise Http404
    status, names = found[key], state_names(question)
    rows = [{"state": each.state, "name": names[each.state], **_status_row(each)} for each in status.states]
    acts = [{"name": names[act.state] if act.state else None, **_act_row(act)} for act in status.acts]
    acts.sort(
        key=lambda row: (_latest(row), row["name"].in_language(question.language) if row["name"] else "", row["id"])
    )
    amended = found.get(status.instrument.amends or "")
    content = {
        "instrument": {**_summary(status), "entry_rule": status.instrument.entry.kind, "note": status.instrument.note},
        "states": _by_name(rows, question),
        "acts": acts,
        "amends": _named(amended) if amended is not None else None,
        "amendments": [_named(each) for each in found.values() if each.instrument.amends == key],
        "citations": cited(question, [*status.sources, *_sources(rows), *_sources(acts)]),
    }
    return answer(request, "parties/instrument.html", question, content, ("states", "acts"))
