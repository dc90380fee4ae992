"""The desk, and one commitment on it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.access.rules import Body
from secretariat.desk.queries import DeskItem, ReportView, desk_commitments, own_commitment, reports
from secretariat.desk.rules import Due, steps_open_to
from secretariat.parties.views import state_names
from secretariat.sources.forms import question_of
from secretariat.sources.views import answer


def _item_row(item: DeskItem) -> dict[str, Any]:
    status = item.view.status
    return {
        "id": item.key,
        "title": item.view.title,
        "decision": status.commitment.decision,
        "due_kind": item.due,
        "due": status.current_due,
        "baseline": status.baseline_due,
        "slippage_days": status.slippage_days,
        "status": status.status,
        "last_report": status.last_report,
        "reports": [report_row(each) for each in item.reports[:1]],
    }


SHOWN = 50
"""So many commitments of each urgency lie on the desk; the register lists the rest."""


def report_row(found: ReportView) -> dict[str, Any]:
    """What lists show of a report."""
    newest = found.paper.steps[-1] if found.paper.steps else None
    return {
        "id": found.paper.key,
        "title": found.paper.version.title,
        "commitment": found.commitment,
        "organisation": found.paper.organisation,
        "state_code": found.paper.organisation.removeprefix("state:"),
        "state": found.state,
        "claimed": found.draft.claimed,
        "changed": newest.at if newest else found.paper.version.at,
    }


def desk(request: HttpRequest) -> HttpResponse:
    """What asks for something: a delegation's commitments and reports, for the secretariat reports to answer."""
    question = question_of(request)
    viewer = question.viewer
    items = desk_commitments(viewer, on=question.on, known_at=question.known_at)
    mine = reports(viewer)
    waiting = [each for each in mine if steps_open_to(viewer, each.state, organisation=each.paper.organisation)]
    groups = [(due, [item for item in items if item.due is due]) for due in Due]
    dues = [
        {
            "due": due,
            "count": len(found),
            "items": [_item_row(item) for item in found[:SHOWN]],
            "left_out": max(0, len(found) - SHOWN),
        }
        for due, found in groups
        if found
    ]
    content = {
        "dues": dues,
        "waiting": [report_row(each) for each in waiting],
        "reports": [report_row(each) for each in mine],
        "names": state_names(question),
        "duties": sorted(viewer.duties),
        "is_delegation": viewer.state is not None,
        "is_member": viewer.body in {Body.DELEGATION, Body.SECRETARIAT},
    }
    return answer(request, "desk/desk.html", question, content)


def commitment_page(request: HttpRequest, key: str) -> HttpResponse:
    """One commitment of one's own: what it asks, how its deadline moved, what was reported, and what is on its way."""
    question = question_of(request)
    detail = own_commitment(question.viewer, key, on=question.on, known_at=question.known_at)
    if detail is None:
        raise Http404
    status = detail.view.status
    content = {
        "commitment": {
            "id": key,
            "title": detail.view.title,
            "decision": status.commitment.decision,
            "status": status.status,
            "overdue": status.commitment_overdue,
            "report_overdue": status.report_overdue,
            "baseline": status.baseline_due,
            "due": status.current_due,
            "slippage_days": status.slippage_days,
            "standing": status.standing,
            "sources": status.sources,
        },
        "deadlines": [
            {"due": each.due, "date": each.when, "author": each.author, "reason": each.reason}
            for each in detail.history.deadlines
        ],
        "register_reports": [
            {"id": each.key, "date": each.when, "claimed": each.claimed, "text": each.text}
            for each in detail.history.reports
        ],
        "assessments": [
            {"date": each.when, "assessor": each.assessor, "result": each.result, "reason": each.reason}
            for each in detail.history.assessments
        ],
        "reports": [report_row(each) for each in reports(question.viewer, about=key)],
        "names": state_names(question),
    }
    return answer(request, "desk/commitment.html", question, content)
