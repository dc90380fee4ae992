"""Errors that readers report, and the secretariat's answer."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from secretariat.access.actions import NotSeen
from secretariat.access.rules import Duty
from secretariat.desk.actions import UnableToReportError, answer_correction, report_error
from secretariat.desk.queries import correction, corrections
from secretariat.papers.actions import once
from secretariat.papers.rules import Paper, StepKind
from secretariat.sources.forms import actor_of, address_of, question_of
from secretariat.sources.views import answer

FIELDS = ("about", "text", "contact")


def report_mistake(request: HttpRequest) -> HttpResponse:
    """The form in which a reader says what is wrong on a page; afterwards the receipt."""
    question = question_of(request)
    typed = {"about": request.GET.get("about", "")[:1000]}
    mistakes, receipt = [], ""
    if request.method == "POST":
        typed = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in FIELDS}
        try:
            receipt = once(
                question.viewer,
                request.POST.get("token", ""),
                lambda: report_error(about=typed["about"], text=typed["text"], contact=typed["contact"]),
            )
        except UnableToReportError as error:
            mistakes = [{"field": error.field, "word": error.word}]
    content = {"typed": typed, "mistakes": mistakes, "receipt": receipt}
    response = answer(request, "desk/correct.html", question, content)
    response.status_code = HTTPStatus.BAD_REQUEST if mistakes else HTTPStatus.OK
    return response


def _row(found: Paper) -> dict[str, Any]:
    answered = [step for step in found.steps if step.kind is not StepKind.SUBMITTED]
    return {
        "id": found.key,
        "title": found.version.title,
        "page": found.version.body.get("page", ""),
        "text": found.version.body.get("text", ""),
        "contact": found.version.body.get("contact", ""),
        "sent_at": found.created_at,
        "state": answered[-1].kind if answered else StepKind.SUBMITTED,
        "answer": answered[-1].text if answered else "",
    }


def correction_list(request: HttpRequest) -> HttpResponse:
    """What readers reported, newest first."""
    question = question_of(request)
    return answer(
        request,
        "desk/corrections.html",
        question,
        {"corrections": [_row(each) for each in corrections(question.viewer)]},
    )


def correction_page(request: HttpRequest, key: str) -> HttpResponse:
    """One reported error, and the form that answers it."""
    question = question_of(request)
    found = correction(question.viewer, key)
    if found is None:
        raise Http404
    mistakes = []
    typed = {"reason": request.POST.get("reason", "").replace("\r\n", "\n")}
    if request.method == "POST":
        kind = request.POST.get("step", "")

        def act() -> str:
            chosen = StepKind(kind) if kind in set(StepKind) else StepKind.SENT
            answer_correction(actor_of(request), question.viewer, key, chosen, text=typed["reason"])
            return address_of(request, "desk:correction", key)

        try:
            return HttpResponseRedirect(once(question.viewer, request.POST.get("token", ""), act))
        except NotSeen as error:
            raise Http404 from error
        except UnableToReportError as error:
            mistakes = [{"field": error.field, "word": error.word}]
    row = _row(found)
    may_answer = row["state"] is StepKind.SUBMITTED and Duty.DRAFTER in question.viewer.duties
    content = {"correction": row, "may_answer": may_answer, "typed": typed, "mistakes": mistakes}
    response = answer(request, "desk/correction.html", question, content)
    response.status_code = HTTPStatus.BAD_REQUEST if mistakes else HTTPStatus.OK
    return response
