"""The list of editions, and what a drafter chooses for one."""

from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from secretariat.access.actions import NotSeen
from secretariat.organs.views import organ_names
from secretariat.papers.actions import UnableToWrite, WrittenMeanwhile, once
from secretariat.papers.forms import number_from
from secretariat.review.actions.editions import UnableToTakeOn, begin_edition, change_plan
from secretariat.review.forms import Mistake, read_plan, sittings, typed_from, typed_in
from secretariat.review.queries.editions import EditionView, edition, editions, meetings_to_review
from secretariat.review.rules.editions import Audience, EditionState, is_drafter, may_prepare
from secretariat.review.views.shown import edition_row
from secretariat.sources.forms import Question, actor_of, address_of, question_of
from secretariat.sources.views import answer


def edition_list(request: HttpRequest) -> HttpResponse:
    """Every edition that exists for who asks: issued, circulated, and for the secretariat those being prepared."""
    question = question_of(request)
    rows = [edition_row(each) for each in editions(question.viewer)]
    content = {"editions": rows, "may_begin": is_drafter(question.viewer), "organ_names": organ_names(question)}
    return answer(request, "review/editions.html", question, content, ("editions",))


def _show(
    request: HttpRequest,
    question: Question,
    *,
    typed: dict[str, str],
    issued: list[EditionView],
    found: EditionView | None = None,
    mistakes: list[Mistake] | None = None,
    word: str = "",
    theirs: dict[str, str] | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    names = organ_names(question)
    choices = sittings(meetings_to_review(question.viewer, on=question.on, known_at=question.known_at))
    shown = [
        (value, f"{day.isoformat()} – {names[organ].in_language(question.language) if organ in names else organ}")
        for value, organ, _, day in choices
    ]
    if typed["sitting"] and typed["sitting"] not in dict(shown):
        shown.insert(0, (typed["sitting"], typed["sitting"]))
    content = {
        "edition": edition_row(found) if found else None,
        "typed": typed,
        "mistakes": [{"field": each.field, "word": each.word} for each in mistakes or ()],
        "word": word,
        "base": found.paper.version.number if found else 0,
        "changed": [[name, text, typed[name]] for name, text in (theirs or {}).items() if text != typed[name]],
        "choices": {
            "sittings": shown,
            "audiences": list(Audience),
            "previous": [["", "–"], *([each.key, each.plan.symbol] for each in issued)],
        },
    }
    response = answer(request, "review/plan.html", question, content)
    response.status_code = status
    return response


def _issued(question: Question) -> tuple[list[EditionView], dict[str, date]]:
    found = [each for each in editions(question.viewer) if each.of and each.state is EditionState.ISSUED]
    return found, {each.key: each.plan.as_of for each in found}


def new(request: HttpRequest) -> HttpResponse:
    """The form that begins an edition."""
    question = question_of(request)
    issued, days = _issued(question)
    if request.method != "POST":
        as_of = question.on.isoformat()
        typed = {"sitting": "", "as_of": as_of, "symbol": "", "audience": Audience.MEMBERS.value, "previous": ""}
        return _show(request, question, typed=typed, issued=issued)
    typed = typed_in(request.POST)
    plan, mistakes = read_plan(typed, question, editions=days)
    if plan is None:
        bad = HTTPStatus.BAD_REQUEST
        return _show(request, question, typed=typed, issued=issued, mistakes=mistakes, status=bad)

    def act() -> str:
        return address_of(request, "review:edition", begin_edition(actor_of(request), question.viewer, plan=plan))

    try:
        return HttpResponseRedirect(once(question.viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error


def plan_page(request: HttpRequest, key: str) -> HttpResponse:
    """The form that changes what an edition is to be. One that was answered too late is shown what differs."""
    question = question_of(request)
    viewer = question.viewer
    found = edition(viewer, key)
    if found is None or found.of or not may_prepare(viewer, found.state):
        raise Http404
    issued, days = _issued(question)
    said = typed_from(found.plan)
    if request.method != "POST":
        return _show(request, question, typed=said, issued=issued, found=found)
    typed = typed_in(request.POST)
    plan, mistakes = read_plan(typed, question, editions=days)
    shown: dict[str, Any] = {"typed": typed, "issued": issued, "found": found}
    if plan is None:
        return _show(request, question, **shown, mistakes=mistakes, status=HTTPStatus.BAD_REQUEST)
    chosen = plan

    def act() -> str:
        change_plan(actor_of(request), viewer, key, base=number_from(request.POST, "base"), plan=chosen)
        return address_of(request, "review:edition", key)

    try:
        return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except WrittenMeanwhile:
        newer = edition(viewer, key) or found
        shown["found"] = newer
        theirs, word = typed_from(newer.plan), "edition_meanwhile"
        return _show(request, question, **shown, word=word, theirs=theirs, status=HTTPStatus.CONFLICT)
    except (UnableToTakeOn, UnableToWrite) as error:
        word = error.word if isinstance(error, UnableToTakeOn) else error.reason
        return _show(request, question, **shown, word=word, status=HTTPStatus.CONFLICT)
