"""Writing a paper and giving it another mark. What was typed is never lost, to a closed tab or to a colleague."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from secretariat.access.actions import NotSeen, place_anew
from secretariat.access.queries import Choices, choices_for, names_of
from secretariat.access.rules import Distribution, Stage, UnableToPlace, Viewer, draft_of
from secretariat.papers.actions import (
    UnableToWrite,
    WrittenMeanwhile,
    attach_file,
    begin_paper,
    forget_unsent,
    keep_unsent,
    once,
    write_paper,
)
from secretariat.papers.forms import (
    UnableToReadForm,
    UnableToTakeFile,
    compartment_from,
    number_from,
    text_from,
    upload_from,
)
from secretariat.papers.queries import unsent
from secretariat.papers.rules import LONGEST_TITLE, Paper, PaperKind, difference, lines_of
from secretariat.papers.views.reading import compartment_row, is_open_to, paper_content, paper_or_404
from secretariat.sources.forms import CARRIED, Question, actor_of, question_of

NEW = "paper:new"
REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


def _address(request: HttpRequest, route: str, *arguments: str) -> str:
    kept = {name: request.GET[name] for name in CARRIED if name in request.GET}
    return reverse(route, args=arguments) + (f"?{urlencode(kept)}" if kept else "")


def _show(
    request: HttpRequest, template: str, question: Question, status: int = HTTPStatus.OK, **content: Any
) -> HttpResponse:
    return render(request, template, {"question": question, **content}, status=status)


def _own(question: Question, key: str) -> Paper:
    """A paper that the viewer may change on these pages; anything else is not there."""
    found = paper_or_404(question.viewer, key)
    if not is_open_to(question.viewer, found):
        raise Http404
    return found


def _typed(request: HttpRequest) -> dict[str, str]:
    return {"title": text_from(request.POST, "title", LONGEST_TITLE), "text": text_from(request.POST, "text")}


def _sent(request: HttpRequest, viewer: Viewer, act: Callable[[], str]) -> HttpResponse:
    """Do it once and go where it leads; what was not there meanwhile is missing."""
    try:
        return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error


def begin(request: HttpRequest) -> HttpResponse:
    """Begin a note: a draft that nobody outside of one's own organisation knows of."""
    question = question_of(request)
    viewer = question.viewer
    left = unsent(viewer, NEW)
    content: dict[str, Any] = {"typed": dict(left.fields) if left else {}, "kept_at": left.saved_at if left else None}
    if request.method != "POST":
        return _show(request, "papers/begin.html", question, **content)

    def act() -> str:
        typed = _typed(request)
        key = begin_paper(
            actor_of(request),
            viewer,
            kind=PaperKind.NOTE,
            title=typed["title"],
            body={"text": typed["text"]},
            compartment=draft_of(viewer.organisation),
        )
        forget_unsent(viewer, NEW)
        return _address(request, "papers:paper", key)

    try:
        return _sent(request, viewer, act)
    except UnableToReadForm as error:
        mistake = {"field": error.field, "word": error.word}
    except UnableToWrite as error:
        mistake = {"field": "title", "word": error.reason}
    content = {"typed": request.POST.dict(), "mistakes": [mistake]}
    return _show(request, "papers/begin.html", question, REFUSED, **content)


def _said(found: Paper) -> dict[str, str]:
    return {"title": found.version.title, "text": str(found.version.body.get("text", ""))}


def _write_page(
    request: HttpRequest,
    question: Question,
    found: Paper,
    typed: Mapping[str, Any],
    *,
    status: int = HTTPStatus.OK,
    **content: Any,
) -> HttpResponse:
    row = {"id": found.key, "title": found.version.title, "version": found.version.number}
    return _show(request, "papers/write.html", question, status, paper=row, typed=typed, **content)


def write(request: HttpRequest, key: str) -> HttpResponse:
    """Write a paper further. From a version that is the newest no more, the difference is shown and nothing is lost."""
    question = question_of(request)
    viewer, found, form = question.viewer, _own(question, key), f"paper:{key}"
    said = _said(found)
    if request.method != "POST":
        left = unsent(viewer, form)
        if left is None or left.fields == said:
            return _write_page(request, question, found, said)
        stale = left.base != found.version.number
        lines = difference(lines_of(said["title"], said), lines_of(left.fields.get("title", ""), left.fields))
        return _write_page(request, question, found, left.fields, kept_at=left.saved_at, lines=lines if stale else ())

    def act() -> str:
        typed = _typed(request)
        body = {**found.version.body, "text": typed["text"]}
        base = number_from(request.POST, "base")
        write_paper(actor_of(request), viewer, key, base=base, title=typed["title"], body=body)
        forget_unsent(viewer, form)
        return _address(request, "papers:paper", key)

    sent = request.POST.dict()
    try:
        return _sent(request, viewer, act)
    except WrittenMeanwhile as error:
        theirs = _said(error.current)
        lines = difference(lines_of(theirs["title"], theirs), lines_of(sent.get("title", ""), _typed(request)))
        return _write_page(request, question, error.current, sent, status=HTTPStatus.CONFLICT, lines=lines)
    except UnableToReadForm as error:
        mistake = {"field": error.field, "word": error.word}
    except UnableToWrite as error:
        mistake = {"field": "title", "word": error.reason}
    return _write_page(request, question, found, sent, status=REFUSED, mistakes=[mistake])


def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what has been typed so far, for who comes back after a closed tab."""
    question = question_of(request)
    found = _own(question, key)
    base = number_from(request.POST, "base") or found.version.number
    try:
        kept_at = keep_unsent(question.viewer, f"paper:{key}", fields=_typed(request), base=base)
    except UnableToReadForm:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return _show(request, "papers/kept.html", question, kept_at=kept_at)


def _mark_page(
    request: HttpRequest, question: Question, found: Paper, status: int = HTTPStatus.OK, **content: Any
) -> HttpResponse:
    it, row = found.compartment, compartment_row(found.compartment)
    known: Choices = choices_for(question.viewer)
    listed = {person.code for person in known.persons}
    names = names_of(question.viewer, (it.named or frozenset()) - listed)
    # what is named already stays to be chosen, also where nobody has an account for it any more
    choices = {
        "organs": sorted({*known.organs, *it.organs}),
        "organisations": sorted({*known.organisations, *(it.released_to or ()), "secretariat"}),
        "persons": [
            *({"code": each.code, "name": each.name, "organisation": each.organisation} for each in known.persons),
            *({"code": code, "name": name, "organisation": ""} for code, name in sorted(names.items())),
        ],
        "groups": known.groups,
    }
    stages = list(Stage)[list(Stage).index(it.stage) :]
    sent = request.POST if request.method == "POST" else None
    chosen = {
        name: set(sent.getlist(name) if sent is not None else row[column] or ())
        for name, column in (
            ("organs", "organs"),
            ("released_to", "released_to"),
            ("named", "named"),
            ("groups", "need_to_know"),
        )
    }
    return _show(
        request,
        "papers/mark.html",
        question,
        status,
        paper={"id": found.key, "title": found.version.title},
        typed={
            "stage": sent.get("stage", "") if sent is not None else found.compartment.stage.value,
            "mark": sent.get("mark", "") if sent is not None else found.compartment.mark.value,
            "reason": sent.get("reason", "") if sent is not None else "",
        },
        compartment=row,
        chosen=chosen,
        choices={"stages": stages, "marks": list(Distribution), "lists": choices},
        **content,
    )


def mark(request: HttpRequest, key: str) -> HttpResponse:
    """Give a paper another stage or mark. What was seen before was seen; from now on the new one counts."""
    question = question_of(request)
    viewer, found = question.viewer, _own(question, key)
    if request.method != "POST":
        return _mark_page(request, question, found)

    def act() -> str:
        reason = text_from(request.POST, "reason", LONGEST_TITLE)
        placed = compartment_from(request.POST, found.compartment)
        place_anew(actor_of(request), viewer, key, placed, reason=reason)
        return _address(request, "papers:paper", key)

    try:
        return _sent(request, viewer, act)
    except UnableToReadForm as error:
        mistake = {"field": error.field, "word": error.word}
    except UnableToPlace as error:
        mistake = {"field": "mark", "word": error.reason}
    return _mark_page(request, question, found, REFUSED, mistakes=[mistake])


def attach(request: HttpRequest, key: str) -> HttpResponse:
    """Put a file to a paper. One that carries a classification marking is refused."""
    question = question_of(request)
    viewer, found = question.viewer, _own(question, key)

    def act() -> str:
        upload = upload_from(request)
        attach_file(actor_of(request), viewer, key, name=upload.name, content=upload.content)
        return _address(request, "papers:paper", key)

    try:
        return _sent(request, viewer, act)
    except UnableToTakeFile as error:
        mistake = {"field": "file", "word": error.reason}
    content = paper_content(viewer, found) | {"mistakes": [mistake]}
    return _show(request, "papers/paper.html", question, REFUSED, **content)
