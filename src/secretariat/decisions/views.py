"""Pages of decisions, commitments, and of a meeting with what it decided."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.decisions.queries import (
    CommitmentView,
    ProvisionNode,
    called,
    commitment,
    commitment_statuses,
    decision,
    decision_count,
    decisions,
    newest_decisions,
)
from secretariat.decisions.rules import CommitmentStatus, Decision, Evidence, History, Status
from secretariat.kernel import LocalizedText
from secretariat.organs.queries import meeting
from secretariat.organs.views import Names, meeting_content, named, organ_names
from secretariat.parties.views import state_names
from secretariat.sources.forms import Question, choice, question_of
from secretariat.sources.views import Part, Rows, answer, basis_row, cited, part_of


def _decision_row(decision: Decision, organs_named: Names) -> dict[str, Any]:
    return {
        "id": decision.key,
        "date": decision.when,
        "organ": decision.organ,
        "organ_name": named(organs_named, decision.organ),
        "meeting": decision.meeting,
        "symbol": decision.symbol,
        "kind": decision.kind,
        "title": decision.title,
        **basis_row(decision.basis),
    }


def _commitment_row(view: CommitmentView, organs_named: Names, names: Names) -> dict[str, Any]:
    status, made = view.status, view.status.commitment
    return {
        "id": view.key,
        "title": view.title,
        "kind": made.kind,
        "decision": made.decision,
        "also_under": [key for key in made.decisions if key != made.decision],
        "state": made.state,
        "organ": made.organ,
        "name": named(names, made.state) if made.state else named(organs_named, made.organ),
        "status": status.status,
        "engagement": status.engagement,
        "overdue": status.commitment_overdue,
        "report_overdue": status.report_overdue,
        "supported": status.supported,
        "contradicted": status.contradicted,
        "assigned": made.assigned,
        "baseline": status.baseline_due,
        "due": status.current_due,
        "slippage_days": status.slippage_days,
        "first_claimed": status.first_claimed,
        "first_verified": status.first_verified,
        "last_report": status.last_report,
        "instrument": view.instrument,
        "standing": status.standing,
        "sources": status.sources,
    }


def _by_addressee(rows: Iterable[dict[str, Any]], language: Any) -> list[dict[str, Any]]:
    """Rows in alphabetical order of their addressees in the page's language."""
    return sorted(rows, key=lambda row: (row["name"].in_language(language).casefold(), row["id"]))


def meeting_page(request: HttpRequest, key: str) -> HttpResponse:
    """One meeting: agenda, decisions, statements, proposals, documents, attendance, how its date came about."""
    question = question_of(request)
    detail = meeting(question.viewer, key, on=question.on, known_at=question.known_at)
    if detail is None:
        raise Http404
    organs_named, names = organ_names(question), state_names(question)
    taken = decisions(question.viewer, on=question.on, known_at=question.known_at, meeting=key)
    content = meeting_content(detail, organs_named, names)
    content["decisions"] = [_decision_row(each, organs_named) for each in taken]
    parts = ("agenda", "attendance", "statements", "proposals", "documents", "acts", "decisions")
    content["citations"] = cited(question, [key for part in parts for row in content[part] for key in row["sources"]])
    return answer(request, "decisions/meeting.html", question, content, ("decisions", "attendance", "documents"))


def decision_rows(question: Question, part: Part, *, meeting: str | None = None) -> tuple[int, Rows]:
    """How many decisions had been adopted by the day, at one meeting or at all, and a part of them, newest first."""
    asked: Any = {"on": question.on, "known_at": question.known_at, "meeting": meeting}
    found = newest_decisions(question.viewer, start=part.start, count=part.count, **asked)
    organs_named = organ_names(question)
    total = decision_count(question.viewer, **asked)
    return total, [_decision_row(each, organs_named) for each in found]


def decision_list(request: HttpRequest) -> HttpResponse:
    """What had been adopted by the day, newest first."""
    question, part = question_of(request), part_of(request)
    total, rows = decision_rows(question, part)
    content = {"shelf": part.shelf(total), "decisions": rows}
    return answer(request, "decisions/decisions.html", question, content, ("decisions",))


def _provision_row(
    node: ProvisionNode, rows: Mapping[str, dict[str, Any]], language: Any, place: str
) -> dict[str, Any]:
    """A provision with its commitments and the provisions inside it; ``place`` counts it within the page."""
    provision = node.provision
    return {
        "id": provision.key,
        "place": place,
        "number": provision.number,
        "text": provision.text,
        "verb": provision.verb,
        "force": provision.force,
        "collective": provision.collective,
        **basis_row(provision.basis),
        "commitments": _by_addressee((rows[view.key] for view in node.commitments), language),
        "provisions": [
            _provision_row(child, rows, language, f"{place}-{index}") for index, child in enumerate(node.children, 1)
        ],
    }


def _all_sources(provisions: Iterable[dict[str, Any]]) -> list[str]:
    found: list[str] = []
    for row in provisions:
        found += [*row["sources"], *(key for each in row["commitments"] for key in each["sources"])]
        found += _all_sources(row["provisions"])
    return found


def decision_page(request: HttpRequest, key: str) -> HttpResponse:
    """One decision: what it says, who has to do what, how far each has come."""
    question = question_of(request)
    detail = decision(question.viewer, key, on=question.on, known_at=question.known_at)
    if detail is None:
        raise Http404
    organs_named, names = organ_names(question), state_names(question)
    found, language = detail.decision, question.language

    def listed(codes: Iterable[str]) -> list[dict[str, Any]]:
        rows = [{"id": code, "state": code, "name": named(names, code)} for code in codes]
        return _by_addressee(rows, language)

    rows = {view.key: _commitment_row(view, organs_named, names) for view in detail.commitments}
    provisions = [_provision_row(node, rows, language, f"-{index}") for index, node in enumerate(detail.provisions, 1)]
    content = {
        "decision": {
            **_decision_row(found, organs_named),
            "gist": found.gist,
            "procedure": found.procedure,
            "participants": listed(found.participants),
            "not_participating": listed(found.not_participating),
            "instrument": found.instrument,
            "replaces": found.replaces,
            "replaced_by": detail.replaced_by,
        },
        "provisions": provisions,
        "citations": cited(question, [*found.basis.sources, *_all_sources(provisions)]),
    }
    return answer(request, "decisions/decision.html", question, content)


def commitment_rows(request: HttpRequest, question: Question, part: Part) -> tuple[int, Rows, dict[str, Any]]:
    """How many commitments are of the status and the addressee that the address names; a part of them, newest first.

    The third are the choices that were made and those that there are.
    """
    status = choice(request, "status", tuple(each.value for each in Status))
    overdue = choice(request, "overdue", ("1",))
    found = commitment_statuses(question.viewer, on=question.on, known_at=question.known_at)
    organs_named, names = organ_names(question), state_names(question)
    addressees = {made.commitment.addressee for made in found}
    state = choice(request, "state", (*sorted(addressees), *sorted(names)))
    sorted_names = {
        each: (names.get(each) or named(organs_named, each) or LocalizedText())
        .in_language(question.language)
        .casefold()
        for each in addressees
    }

    def order(made: CommitmentStatus) -> tuple[int, str, str, str]:
        """Newest first; under one decision in alphabetical order of the addressees."""
        about = made.commitment
        return -about.assigned.toordinal(), about.decision, sorted_names[about.addressee], about.key

    chosen = [
        made
        for made in found
        if (not status or made.status.value == status)
        and (not state or made.commitment.addressee == state)
        and (not overdue or made.commitment_overdue)
    ]
    chosen.sort(key=order)
    shown = called(question.viewer, part.of(chosen), known_at=question.known_at)
    everybody = [{"id": each, "name": names.get(each) or named(organs_named, each)} for each in addressees]
    choices = {
        "chosen": {"status": status, "state": state, "overdue": bool(overdue)},
        "choices": {"statuses": list(Status), "addressees": _by_addressee(everybody, question.language)},
    }
    return len(chosen), [_commitment_row(view, organs_named, names) for view in shown], choices


def commitment_list(request: HttpRequest) -> HttpResponse:
    """Commitments with their computed status; of one status or one addressee, or overdue ones only, if chosen."""
    question, part = question_of(request), part_of(request)
    total, rows, choices = commitment_rows(request, question, part)
    content = {**choices, "shelf": part.shelf(total), "commitments": rows}
    return answer(request, "decisions/commitments.html", question, content, ("commitments",))


def _evidence_row(evidence: Evidence) -> dict[str, Any]:
    return {
        "id": evidence.key,
        "title": evidence.title,
        "bearing": evidence.bearing,
        "date": evidence.when,
        "sha256": evidence.sha256,
        **basis_row(evidence.basis),
    }


def _history_rows(history: History, organs_named: Names, names: Names) -> dict[str, list[dict[str, Any]]]:
    reports = []
    for report in history.reports:
        reporter: LocalizedText | None = named(names, report.by_state) or named(organs_named, report.by_organ)
        reports.append(
            {
                "id": report.key,
                "date": report.when,
                "claimed": report.claimed,
                "reporter": reporter,
                "period_start": report.period_start,
                "period_end": report.period_end,
                "text": report.text,
                **basis_row(report.basis),
                "evidence": [
                    _evidence_row(each) for each in history.evidence if each.report in {report.key, report.identity}
                ],
            }
        )
    return {
        "deadlines": [
            {
                "id": each.key,
                "due": each.due,
                "date": each.when,
                "author": each.author,
                "authority": each.authority,
                "reason": each.reason,
                **basis_row(each.basis),
            }
            for each in history.deadlines
        ],
        "reports": reports,
        "assessments": [
            {
                "id": each.key,
                "date": each.when,
                "assessor": each.assessor,
                "result": each.result,
                "reason": each.reason,
                **basis_row(each.basis),
            }
            for each in history.assessments
        ],
        "acts": [
            {
                "id": each.key,
                "date": each.when,
                "kind": each.kind,
                "reason": each.reason,
                "successor": each.successor,
                **basis_row(each.basis),
            }
            for each in history.acts
        ],
    }


def commitment_page(request: HttpRequest, key: str) -> HttpResponse:
    """One commitment: its status and everything on record about it."""
    question = question_of(request)
    detail = commitment(question.viewer, key, on=question.on, known_at=question.known_at)
    if detail is None:
        raise Http404
    organs_named, names = organ_names(question), state_names(question)
    made = detail.view.status.commitment
    row = {
        **_commitment_row(detail.view, organs_named, names),
        "report_first": made.report_first,
        "report_every_months": made.report_every_months,
        "reason_blocked": detail.reason_blocked,
        "divided_into": detail.parts,
        "part_of": made.parent,
    }
    history = _history_rows(detail.history, organs_named, names)
    keys = [key for part in history.values() for each in part for key in each["sources"]]
    keys += [key for report in history["reports"] for each in report["evidence"] for key in each["sources"]]
    content = {"commitment": row, **history, "citations": cited(question, [*row["sources"], *keys])}
    tables = ("deadlines", "reports", "assessments", "acts")
    return answer(request, "decisions/commitment.html", question, content, tables)
