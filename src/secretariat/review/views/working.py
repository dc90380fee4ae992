"""What a drafter does with an edition: build, put an edited file to it, circulate, issue, correct."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from secretariat.access.actions import NotSeen
from secretariat.kernel import LocalizedText
from secretariat.papers.actions import UnableToWrite, once
from secretariat.papers.forms import UnableToTakeFile, upload_from
from secretariat.review.actions.editions import (
    UnableToTakeOn,
    add_edited,
    ask_for_build,
    circulate_edition,
    correct_edition,
    issue_edition,
)
from secretariat.review.queries.editions import edition
from secretariat.review.rules.editions import Audience
from secretariat.review.views.reading import show_edition
from secretariat.sources.forms import actor_of, address_of, question_of

TEXTS = ("text_en", "text_ru", "to")


def _back(request: HttpRequest, key: str) -> HttpResponse:
    """Where somebody comes who confirmed who it is and had no form to send again."""
    return HttpResponseRedirect(address_of(request, "review:edition", key))


def _do(request: HttpRequest, key: str, act: Callable[[], str]) -> HttpResponse:
    """Do it once and go where it leads; or show the edition with the reason why it was not done, and what was typed."""
    question = question_of(request)
    typed = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in TEXTS}
    mistakes: list[dict[str, str]] = []
    word = ""
    try:
        return HttpResponseRedirect(once(question.viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except UnableToTakeOn as error:
        word = error.word
    except UnableToWrite as error:
        word = error.reason
    except UnableToTakeFile as error:
        mistakes = [{"field": "file", "word": error.reason}]
    found = edition(question.viewer, key)
    if found is None:
        raise Http404
    bad = HTTPStatus.BAD_REQUEST
    return show_edition(request, question, found, mistakes=mistakes, typed=typed, word=word, status=bad)


def build(request: HttpRequest, key: str) -> HttpResponse:
    """Have it built; leads to the job, which says how far it is and can be stopped."""
    viewer = question_of(request).viewer
    return _do(request, key, lambda: address_of(request, "jobs:job", ask_for_build(viewer, key)))


def attach(request: HttpRequest, key: str) -> HttpResponse:
    """Put a file that was edited by hand in the place of the built one."""

    def act() -> str:
        upload = upload_from(request)
        viewer = question_of(request).viewer
        add_edited(actor_of(request), viewer, key, name=upload.name, content=upload.content)
        return address_of(request, "review:edition", key)

    return _do(request, key, act)


def circulate(request: HttpRequest, key: str) -> HttpResponse:
    """Send what was built to all members."""
    if request.method != "POST":
        return _back(request, key)
    viewer = question_of(request).viewer
    return _do(
        request,
        key,
        lambda: address_of(request, "review:edition", circulate_edition(actor_of(request), viewer, key)),
    )


def issue(request: HttpRequest, key: str) -> HttpResponse:
    """Issue what was circulated under its symbol."""
    if request.method != "POST":
        return _back(request, key)
    to = Audience.PUBLIC if request.POST.get("to") == Audience.PUBLIC.value else Audience.MEMBERS

    def act() -> str:
        issue_edition(actor_of(request), question_of(request).viewer, key, to=to)
        return address_of(request, "review:edition", key)

    return _do(request, key, act)


def correct(request: HttpRequest, key: str) -> HttpResponse:
    """Issue a corrigendum to what was issued."""
    if request.method != "POST":
        return _back(request, key)
    posted = request.POST
    text = LocalizedText(*(posted.get(f"text_{each}", "").replace("\r\n", "\n") for each in ("en", "ru")))

    def act() -> str:
        new = correct_edition(actor_of(request), question_of(request).viewer, key, text=text)
        return address_of(request, "review:edition", new)

    return _do(request, key, act)
