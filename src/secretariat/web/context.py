"""What every page's frame shows: the organisation, the words of its language, where the reader is."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

from secretariat.access.queries import Person
from secretariat.access.rules import PUBLIC, Body, Duty
from secretariat.parties.queries import NoOrganisation, organisation
from secretariat.sources.forms import (
    CARRIED,
    UnableToReadQuestion,
    language_of,
    question_of,
    viewer_of_request,
)
from secretariat.web.sections import groups_for
from secretariat.web.words import WORDS


def _address(request: HttpRequest, path: str, **changes: str) -> str:
    parameters = request.GET.copy()
    for name, value in changes.items():
        parameters[name] = value
    return path + (f"?{parameters.urlencode()}" if parameters else "")


def _signed_in(request: HttpRequest) -> dict[str, Any] | None:
    """Who is signed in, as the menu names them."""
    user = getattr(request, "user", None)
    if not isinstance(user, Person):
        return None
    viewer = viewer_of_request(request)
    return {
        "name": user.name,
        "body": WORDS[language_of(request)][f"body_{viewer.body.value}"],
        "code": viewer.code,
        "zone": user.time_zone,
        "administers": Duty.ADMINISTRATOR in viewer.duties,
        "briefed": viewer.body is Body.DELEGATION,
    }


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page. One query: the organisation's name."""
    language = language_of(request)
    try:
        question = question_of(request)
        known_at = question.known_at
    except UnableToReadQuestion:
        question, known_at = None, datetime.now(UTC)
    try:
        body = organisation(PUBLIC, known_at=known_at)
    except NoOrganisation:
        body = None
    groups = groups_for(request.path)
    twin = "/index.json" if request.path == "/" else f"{request.path}.json"
    return {
        "question": question,
        "language": language,
        "words": WORDS[language],
        "organisation": body,
        "groups": groups,
        "within": next((each.pages for each in groups if each.current), ()),
        "languages": [
            (each, name, each == language, _address(request, request.path, lang=each))
            for each, name in (("en", "English"), ("ru", "Русский"))
        ],
        "twin": _address(request, twin),
        "kept": [(name, value) for name, value in request.GET.items() if name not in {"on", "known_at", "page"}],
        "carried": CARRIED,
        "signed_in": _signed_in(request),
    }
