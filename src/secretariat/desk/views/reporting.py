"""A report while it is written, on its way and afterwards."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from secretariat.access.actions import NotSeen
from secretariat.access.queries import names_of
from secretariat.decisions.rules import Bearing, Claim
from secretariat.desk.actions import UnableToSendOn, add_evidence, begin_report, save_report, send_on
from secretariat.desk.forms import MARKS, ReportForm, read_report, typed_from, typed_in
from secretariat.desk.queries import ReportView, report
from secretariat.desk.rules import EDITABLE, ReportMistake, ReportState, steps_open_to
from secretariat.desk.views.listing import report_row
from secretariat.papers.actions import UnableToWrite, WrittenMeanwhile, forget_unsent, keep_unsent, once
from secretariat.papers.forms import UnableToTakeFile, upload_from
from secretariat.papers.queries import unsent
from secretariat.papers.rules import StepKind
from secretariat.parties.views import state_names
from secretariat.sources.forms import Question, actor_of, address_of, question_of
from secretariat.sources.views import answer

STEPS = ("sent", "submitted", "returned", "accepted", "withdrawn")
"""The steps in the order in which their buttons stand."""


def begin(request: HttpRequest, key: str) -> HttpResponse:
    """Begin a report on a commitment, or a new one from a report that was returned."""
    viewer, posted = question_of(request).viewer, request.POST

    def act() -> str:
        new = begin_report(actor_of(request), viewer, commitment_key=key, revises=posted.get("revises", ""))
        return address_of(request, "desk:report", new)

    try:
        return HttpResponseRedirect(once(viewer, posted.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error


def _form_name(key: str) -> str:
    return f"report:{key}"


def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what has been typed so far, for who comes back after a closed tab; says when it was kept."""
    question = question_of(request)
    found = report(question.viewer, key)
    if found is None or found.state not in EDITABLE or found.paper.organisation != question.viewer.organisation:
        raise Http404
    base = request.POST.get("base", "")
    kept_at = keep_unsent(
        question.viewer,
        _form_name(key),
        fields=typed_in(request.POST),
        base=int(base) if base.isdigit() else found.paper.version.number,
    )
    return render(request, "desk/kept.html", {"question": question, "kept_at": kept_at})


def _file_rows(found: ReportView) -> list[dict[str, Any]]:
    return [
        {
            "id": each.key,
            "name": each.name,
            "media_type": each.media_type,
            "size": each.size,
            "sha256": each.sha256,
            "at": each.at,
            "bearing": found.bearings.get(each.key, Bearing.SUPPORTS),
        }
        for each in found.paper.attachments
    ]


def differences(theirs: Mapping[str, str], mine: Mapping[str, str]) -> list[dict[str, str]]:
    """The fields in which two texts differ, each as it is saved and as it was typed."""
    return [
        {"field": name, "saved": theirs.get(name, ""), "typed": text}
        for name, text in mine.items()
        if theirs.get(name, "").split() != text.split()
    ]


def _show(
    request: HttpRequest,
    question: Question,
    found: ReportView,
    *,
    form: ReportForm | None = None,
    mistakes: Iterable[ReportMistake] = (),
    word: str = "",
    meanwhile: bool = False,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    viewer = question.viewer
    open_steps = steps_open_to(viewer, found.state, organisation=found.paper.organisation)
    own = found.paper.organisation == viewer.organisation
    editable = own and found.state in EDITABLE
    said = typed_from(found.draft)
    typed, base, back_again = dict(said), found.paper.version.number, None
    if form is not None:
        typed = dict(form.typed)
    elif editable and (left := unsent(viewer, _form_name(found.paper.key))) is not None and left.fields != said:
        typed, back_again = {**said, **left.fields}, left.saved_at
        meanwhile = left.base != base
    people = names_of(viewer, [step.person for step in found.paper.steps] + [found.paper.version.person])
    content = {
        "report": {
            **report_row(found),
            "draft": found.draft,
            "version": found.paper.version.number,
            "written_at": found.paper.version.at,
            "written_by": people.get(found.paper.version.person, ""),
            "stage": found.paper.compartment.stage,
        },
        "steps": [
            {
                "kind": step.kind,
                "at": step.at,
                "by": people.get(step.person, ""),
                "organisation": step.organisation,
                "text": step.text,
                "receipt": step.receipt,
            }
            for step in found.paper.steps
        ],
        "files": _file_rows(found),
        "open_steps": [kind for kind in STEPS if StepKind(kind) in open_steps],
        "editable": editable,
        "can_revise": own and found.state is ReportState.RETURNED,
        "typed": typed,
        "base": base,
        "back_again": back_again,
        "differences": differences(said, typed) if meanwhile else [],
        "mistakes": [{"field": each.field, "word": each.word} for each in mistakes],
        "word": word,
        "choices": {"claims": list(Claim), "marks": list(MARKS), "bearings": list(Bearing)},
        "names": state_names(question),
    }
    response = answer(request, "desk/report.html", question, content)
    response.status_code = status
    return response


def report_page(request: HttpRequest, key: str) -> HttpResponse:
    """A report: its form while it is being written, what it says afterwards, its steps and receipts."""
    question = question_of(request)
    found = report(question.viewer, key)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _show(request, question, found)
    typed = typed_in(request.POST)
    form = read_report(typed, revises=found.draft.revises) if request.POST.get("writing") == "1" else None
    if form is not None and form.mistakes:
        return _show(request, question, found, form=form, mistakes=form.mistakes, status=HTTPStatus.BAD_REQUEST)
    return _take(request, question, found, form)


def _take(request: HttpRequest, question: Question, found: ReportView, form: ReportForm | None) -> HttpResponse:
    """Save what was typed and take the step that was asked for: both or neither, and only once."""
    viewer, actor, posted, key = question.viewer, actor_of(request), request.POST, found.paper.key
    kind, base = posted.get("step", ""), posted.get("base", "")

    def act() -> str:
        if form is not None:
            save_report(actor, viewer, key, base=int(base) if base.isdigit() else 0, draft=form.draft)
            forget_unsent(viewer, _form_name(key))
        if kind in STEPS:
            send_on(actor, viewer, key, StepKind(kind), text=posted.get("reason", ""))
        return address_of(request, "desk:report", key)

    try:
        return HttpResponseRedirect(once(viewer, posted.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except WrittenMeanwhile:
        newer = report(viewer, key) or found
        return _show(request, question, newer, form=form, meanwhile=True, status=HTTPStatus.CONFLICT)
    except UnableToSendOn as error:
        word, mistakes = error.word, error.mistakes
    except UnableToWrite as error:
        word, mistakes = error.reason, []
    # nothing was saved, and nothing is lost: the form holds what was typed, and keeps it for another day
    if form is not None:
        keep_unsent(viewer, _form_name(key), fields=form.typed, base=int(base) if base.isdigit() else 0)
    return _show(request, question, found, form=form, mistakes=mistakes, word=word, status=HTTPStatus.BAD_REQUEST)


def evidence(request: HttpRequest, key: str) -> HttpResponse:
    """Put a file to a report as evidence."""
    question = question_of(request)
    viewer, posted = question.viewer, request.POST
    found = report(viewer, key)
    if found is None:
        raise Http404
    bearing = posted.get("bearing", "")
    try:
        upload = upload_from(request)

        def act() -> str:
            add_evidence(
                actor_of(request),
                viewer,
                key,
                name=upload.name,
                media_type=upload.media_type,
                content=upload.content,
                bearing=Bearing(bearing) if bearing in {each.value for each in Bearing} else Bearing.SUPPORTS,
            )
            return address_of(request, "desk:report", key) + "#evidence"

        return HttpResponseRedirect(once(viewer, posted.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except UnableToTakeFile as error:
        mistake = ReportMistake("file", error.reason)
        return _show(request, question, found, mistakes=[mistake], status=HTTPStatus.BAD_REQUEST)
    except UnableToSendOn as error:
        return _show(request, question, found, word=error.word, status=HTTPStatus.BAD_REQUEST)
