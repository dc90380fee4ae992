"""One paragraph of a circulated edition: how it reads in both languages, comments on it, and the form for one."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from secretariat.access.actions import NotSeen
from secretariat.access.queries import names_of
from secretariat.papers.actions import forget_unsent, keep_unsent, once
from secretariat.papers.queries import unsent
from secretariat.papers.rules import StepKind
from secretariat.parties.views import state_names
from secretariat.review.actions.comments import UnableToComment, answer_comment, comment_on
from secretariat.review.queries.editions import EditionView, comment, comments, edition
from secretariat.review.rules.editions import SPEAKERS, may_comment
from secretariat.review.views.shown import comment_row, edition_row
from secretariat.sources.forms import Question, actor_of, address_of, question_of
from secretariat.sources.views import answer


def _form_name(key: str, number: int) -> str:
    return f"comment:{key}:{number}"


def _found(question: Question, key: str, number: int) -> EditionView:
    found = edition(question.viewer, key)
    if found is None or not found.of or all(each.number != number for each in found.paragraphs("en")):
        raise Http404
    return found


def _show(
    request: HttpRequest,
    question: Question,
    found: EditionView,
    number: int,
    *,
    typed: dict[str, str] | None = None,
    mistakes: list[dict[str, str]] | None = None,
    word: str = "",
    answering: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    viewer = question.viewer
    said = [each for each in comments(viewer, found.key) if each.paragraph == number]
    people = names_of(viewer, [each.paper.person for each in said])
    texts = {
        language: next((each for each in found.paragraphs(language) if each.number == number), None)
        for language in ("en", "ru")
    }
    may = may_comment(viewer, found.state)
    back_again = None
    if typed is None and may and (left := unsent(viewer, _form_name(found.key, number))) is not None:
        typed, back_again = dict(left.fields), left.saved_at
    successor = next((step.text for step in found.paper.steps if step.kind is StepKind.WITHDRAWN), "")
    newer = edition(viewer, successor) if successor and word == "comment_stale" else None
    now_reads = (
        next((each for each in newer.paragraphs(question.language) if each.number == number), None) if newer else None
    )
    before = texts[question.language]
    content = {
        "edition": edition_row(found),
        "paragraph": {
            "number": number,
            "heading": before.heading if before else "",
            "text_en": texts["en"].text if texts["en"] else "",
            "text_ru": texts["ru"].text if texts["ru"] else "",
        },
        "comments": [comment_row(viewer, each, found, people) for each in said],
        "may_comment": may,
        "successor": successor,
        "reads": [before.text if before else "", now_reads.text if now_reads else ""] if newer else [],
        "typed": typed or {},
        "back_again": back_again,
        "mistakes": mistakes or [],
        "word": word,
        "answering": answering,
        "names": state_names(question),
    }
    response = answer(request, "review/paragraph.html", question, content)
    response.status_code = status
    return response


def paragraph(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """One paragraph, and a comment on it. What was typed is never lost: a stale comment comes back with the reason."""
    question = question_of(request)
    found = _found(question, key, number)
    if request.method != "POST":
        return _show(request, question, found, number)
    viewer = question.viewer
    typed = {"text": request.POST.get("text", "").replace("\r\n", "\n")}

    def act() -> str:
        comment_on(actor_of(request), viewer, key, number, text=typed["text"])
        forget_unsent(viewer, _form_name(key, number))
        return address_of(request, "review:paragraph", key, str(number))

    try:
        return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except UnableToComment as error:
        stale = error.word == "comment_stale"
        mistakes = [] if stale else [{"field": "text", "word": error.word}]
        status = HTTPStatus.CONFLICT if stale else HTTPStatus.BAD_REQUEST
        word = error.word if stale else ""
        return _show(request, question, found, number, typed=typed, mistakes=mistakes, word=word, status=status)


def keep(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Keep what has been typed so far, for who comes back after a closed tab."""
    question = question_of(request)
    found = _found(question, key, number)
    if not question.viewer.duties & SPEAKERS or not may_comment(question.viewer, found.state):
        raise Http404
    text = request.POST.get("text", "").replace("\r\n", "\n")
    kept_at = keep_unsent(question.viewer, _form_name(key, number), fields={"text": text} if text else {})
    return render(request, "review/kept.html", {"question": question, "kept_at": kept_at})


def respond(request: HttpRequest, key: str) -> HttpResponse:
    """Accept or reject a comment with a reason, or take it back."""
    question = question_of(request)
    viewer = question.viewer
    said = comment(viewer, key)
    if said is None:
        raise Http404
    step = request.POST.get("step", "")
    reason = request.POST.get("reason", "").replace("\r\n", "\n")

    def act() -> str:
        kind = StepKind(step) if step in set(StepKind) else StepKind.SENT
        answer_comment(actor_of(request), viewer, key, kind, text=reason)
        return address_of(request, "review:paragraph", said.edition, str(said.paragraph))

    try:
        return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except UnableToComment as error:
        needs = error.word == "comment_reason_needed"
        status = HTTPStatus.BAD_REQUEST if needs else HTTPStatus.CONFLICT
        return _show(
            request,
            question,
            _found(question, said.edition, said.paragraph),
            said.paragraph,
            typed={"reason": reason},
            word=error.word,
            answering=key,
            status=status,
        )
