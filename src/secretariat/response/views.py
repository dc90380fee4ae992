"""Pages of the joint forces: forces, pledges and requests on a day; one request with all that followed."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.decisions.queries import decisions
from secretariat.kernel import LocalizedText
from secretariat.parties.views import state_names
from secretariat.response.queries import Case, ResponseRegister, response_register
from secretariat.response.rules import (
    ActivationAct,
    Assistance,
    Consent,
    Contribution,
    Hearing,
    Holding,
    Mandate,
    OtherPersons,
    Persons,
    ReadinessReport,
)
from secretariat.sources.forms import Question, question_of
from secretariat.sources.views import answer, basis_row, cited

Row = dict[str, Any]
_STATES = ("state", "territory", "recipient")


def _persons(persons: Persons, others: Iterable[OtherPersons] = ()) -> Row:
    return {
        "persons": persons.value,
        "qualifier": persons.qualifier,
        "other_persons": [
            {"persons": other.persons.value, "qualifier": other.persons.qualifier, "sources": other.sources}
            for other in others
        ],
    }


def _pledge(holding: Holding) -> Row:
    pledge, report = holding.pledge, holding.report
    return {
        "id": pledge.key,
        "force": holding.force,
        "state": holding.state,
        "kind": holding.kind,
        **_persons(pledge.persons),
        "percent": pledge.percent,
        "from": pledge.start or pledge.when,
        "until": pledge.until,
        "text": pledge.text or None,
        "confirmed_persons": report.persons.value if report else None,
        "confirmed_by": report.key if report else None,
        **basis_row(pledge.basis),
    }


def _report(report: ReadinessReport) -> Row:
    return {
        "id": report.key,
        "force": report.force,
        "state": report.state,
        "kind": report.kind,
        "date": report.when,
        **_persons(report.persons, report.others),
        "by": report.by or None,
        "text": report.text or None,
        **basis_row(report.basis),
    }


def _assistance(each: Assistance) -> Row:
    return {
        "id": each.key,
        "request": each.request,
        "kind": each.kind,
        "state": each.state,
        "organ": each.organ,
        "recipient": each.recipient,
        "date": each.when,
        "amount": each.amount,
        "currency": each.currency,
        "text": each.text or None,
        **basis_row(each.basis),
    }


def _request(case: Case) -> Row:
    request, course = case.request, case.course
    return {
        "id": request.key,
        "state": request.state,
        "territory": request.territory,
        "kind": request.kind,
        "date": request.when,
        "organ": request.organ,
        "instrument": request.instrument,
        "article": request.article,
        "text": request.text or None,
        "status": course.status,
        "since": course.since,
        "host_agrees": course.host_agrees,
        **basis_row(request.basis),
        "standing_of_status": course.standing,
    }


def _contribution(each: Contribution) -> Row:
    return {
        "id": each.key,
        "state": each.state,
        "kind": each.kind,
        "date": each.when,
        **_persons(each.persons, each.others),
        "text": each.text or None,
        **basis_row(each.basis),
    }


def _mandate_act(act: ActivationAct) -> Row:
    return {
        "id": act.key,
        "kind": act.kind,
        "date": act.when,
        "state": act.state,
        "decision": act.decision,
        "until": act.until,
        "text": act.text or None,
        **basis_row(act.basis),
    }


def _mandate(mandate: Mandate) -> Row:
    activation, persons = mandate.activation, mandate.persons
    return {
        "id": activation.key,
        "request": activation.request,
        "decision": activation.decision,
        "force": activation.force,
        "start": activation.when,
        "until": mandate.until,
        "ended": mandate.ended_on,
        "end": mandate.end,
        "text": activation.mandate or None,
        "members_persons": persons.total,
        "members_known": persons.known,
        "members": persons.of,
        "contributions": [_contribution(each) for each in mandate.contributions],
        "published_totals": [_contribution(each) for each in mandate.totals],
        "acts": [_mandate_act(act) for act in mandate.acts],
        **basis_row(activation.basis),
    }


def _answer(consent: Consent) -> Row:
    return {
        "state": consent.state,
        "answer": consent.answer,
        "date": consent.when,
        "persons": consent.persons,
        "text": consent.text or None,
        **basis_row(consent.basis),
    }


def _hearing(hearing: Hearing, complete: Mapping[str, bool]) -> Row:
    """A consultation: before the close nothing but complete or incomplete."""
    consultation = hearing.consultation
    row: Row = {
        "id": consultation.key,
        "organ": consultation.organ,
        "force": consultation.force,
        "opened": consultation.when,
        "question": consultation.question or None,
        "closed": hearing.closing.when if hearing.closing else None,
        "suspended": sorted(hearing.voices.suspended),
        "not_bound": sorted(hearing.voices.not_bound),
        "unclear": sorted(hearing.voices.unclear),
        "asked": sorted(hearing.voices.counted),
        **basis_row(consultation.basis),
    }
    if hearing.closing is None or hearing.adoption is None:
        return row | {"complete": complete[consultation.key]}
    quorum = hearing.adoption.quorum
    return row | {
        "result": hearing.closing.text or None,
        "agreed": hearing.agreed,
        "standing_of_result": hearing.standing,
        "answers": [_answer(each) for each in hearing.answers],
        "without_answer": list(hearing.missing),
        "quorum": [
            {"needed": reading.needed, "present": quorum.present, "of": quorum.entitled, "met": reading.met}
            for reading in quorum.readings
        ]
        if quorum is not None
        else [],
    }


def register_rows(found: ResponseRegister) -> dict[str, list[Row]]:
    """The register as rows: what the page, its JSON and the command line show."""
    return {
        "forces": [
            {
                "id": force.key,
                "name": force.name,
                "short": force.short or None,
                "instrument": force.instrument,
                "decision": force.decision,
                "rule": force.rule or None,
                **basis_row(force.basis),
            }
            for force in found.forces.values()
        ],
        "pledges": [_pledge(holding) for holding in found.holdings],
        "readiness": [_report(report) for report in found.reports],
        "requests": [_request(case) for case in found.cases],
        "consultations": [
            {"request": case.request.key, **_hearing(hearing, case.complete)}
            for case in found.cases
            for hearing in case.course.hearings
        ],
        "activations": [_mandate(mandate) for case in found.cases for mandate in case.course.mandates],
        "assistance": [
            *(_assistance(each) for case in found.cases for each in case.assistance),
            *(_assistance(each) for each in found.other_assistance),
        ],
    }


def _with_names(rows: list[Row], names: Mapping[str, LocalizedText]) -> list[Row]:
    """Rows with the names of their states beside the codes."""
    for row in rows:
        for field in _STATES:
            if row.get(field):
                row[f"{field}_name"] = names.get(row[field], LocalizedText(row[field], row[field]))
    return rows


def _alphabetical(rows: list[Row], language: str) -> list[Row]:
    """Rows in alphabetical order of their states in a language; those of no state come last."""

    def key(row: Row) -> tuple[bool, str, str]:
        name = row.get("state_name")
        return name is None, getattr(name, language).casefold() if name else "", str(row.get("kind") or "")

    return sorted(rows, key=key)


def _sources(rows: Iterable[Row]) -> list[str]:
    return [key for row in rows for key in row.get("sources", ())]


TABLES = ("pledges", "readiness", "requests", "activations", "assistance", "forces")
"""What of the register is a table of the page and a list of the interface for programs."""


def named_rows(question: Question) -> dict[str, list[Row]]:
    """The register of the day as rows with the names of states beside their codes; pledges in alphabetical order."""
    found = register_rows(response_register(question.viewer, on=question.on, known_at=question.known_at))
    names = state_names(question)
    rows = {name: _with_names(each, names) for name, each in found.items()}
    return rows | {"pledges": _alphabetical(rows["pledges"], question.language)}


def response_page(request: HttpRequest) -> HttpResponse:
    """Forces, pledges, published strengths, requests and mandates on a day."""
    question = question_of(request)
    found = named_rows(question)
    content: dict[str, Any] = {name: rows for name, rows in found.items() if name != "consultations"}
    content["citations"] = cited(question, [key for rows in found.values() for key in _sources(rows)])
    return answer(request, "response/response.html", question, content, TABLES)


def request_page(request: HttpRequest, key: str) -> HttpResponse:
    """One request: who has a say, what was answered, under which mandate, who contributed, how it ended."""
    question = question_of(request)
    found = response_register(question.viewer, on=question.on, known_at=question.known_at)
    case = next((each for each in found.cases if each.request.key == key), None)
    if case is None:
        raise Http404
    names, language = state_names(question), question.language
    hearings = [_hearing(hearing, case.complete) for hearing in case.course.hearings]
    for row in hearings:
        for field in ("asked", "suspended", "not_bound", "unclear", "without_answer"):
            row[f"{field}_names"] = sorted(
                (names.get(code, LocalizedText(code, code)) for code in row.get(field, ())),
                key=lambda name: name.in_language(language).casefold(),
            )
        row["answers"] = _alphabetical(_with_names(row.get("answers", []), names), language)
    mandates = [_mandate(mandate) for mandate in case.course.mandates]
    for row in mandates:
        row["contributions"] = _alphabetical(_with_names(row["contributions"], names), language)
        row["acts"] = _with_names(row["acts"], names)
        row["force_name"] = found.forces[row["force"]].name if row["force"] in found.forces else None
    answered = {act.decision for act in case.course.acts if act.decision}
    titles = {
        each.key: each.title
        for each in decisions(question.viewer, on=question.on, known_at=question.known_at)
        if each.key in answered | {row["decision"] for row in mandates}
    }
    content = {
        "case": _with_names([_request(case)], names)[0],
        "acts": _with_names(
            [
                {
                    "id": act.key,
                    "kind": act.kind,
                    "date": act.when,
                    "state": act.state,
                    "decision": act.decision,
                    "decision_title": titles.get(act.decision or ""),
                    "text": act.reason or None,
                    **basis_row(act.basis),
                }
                for act in case.course.acts
            ],
            names,
        ),
        "consultations": hearings,
        "mandates": [{**row, "decision_title": titles.get(row["decision"])} for row in mandates],
        "assistance": _with_names([_assistance(each) for each in case.assistance], names),
        "citations": cited(question, case.sources),
    }
    return answer(request, "response/request.html", question, content)
