"""What every page's frame shows: the organisation, the words of its language, where the reader is."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

from secretariat.access.rules import PUBLIC
from secretariat.parties.queries import NoOrganisation, organisation
from secretariat.sources.forms import CARRIED, UnableToReadQuestion, language_of, question_of
from secretariat.web.words import WORDS

SECTIONS = (
    ("members", "parties:members", ("/members", "/states/")),
    ("instruments", "parties:instruments", ("/instruments",)),
    ("organs", "organs:organs", ("/organs",)),
    ("meetings", "organs:meetings", ("/meetings",)),
    ("calendar", "organs:calendar", ("/calendar",)),
    ("decisions", "decisions:decisions", ("/decisions",)),
    ("commitments", "decisions:commitments", ("/commitments",)),
    ("positions", "positions:positions", ("/positions",)),
    ("partners", "partners:partners", ("/partners",)),
    ("watch", "watch:watch", ("/watch",)),
    ("programmes", "programmes:programmes", ("/programmes",)),
    ("response", "response:response", ("/response",)),
    ("sources", "sources:sources", ("/sources",)),
    ("about", "about", ("/about",)),
)
"""The navigation: a word, a route, and the addresses under which it is the current one."""


def _address(request: HttpRequest, path: str, **changes: str) -> str:
    parameters = request.GET.copy()
    for name, value in changes.items():
        parameters[name] = value
    return path + (f"?{parameters.urlencode()}" if parameters else "")


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of a page. One query: the organisation's name."""
    language = language_of(request.GET)
    try:
        question = question_of(request)
        known_at = question.known_at
    except UnableToReadQuestion:
        question, known_at = None, datetime.now(UTC)
    try:
        body = organisation(PUBLIC, known_at=known_at)
    except NoOrganisation:
        body = None
    twin = "/index.json" if request.path == "/" else f"{request.path}.json"
    return {
        "question": question,
        "language": language,
        "words": WORDS[language],
        "organisation": body,
        "sections": [(word, route, request.path.startswith(starts)) for word, route, starts in SECTIONS],
        "languages": [
            (each, name, each == language, _address(request, request.path, lang=each))
            for each, name in (("en", "English"), ("ru", "Русский"))
        ],
        "twin": _address(request, twin),
        "kept": [(name, value) for name, value in request.GET.items() if name not in {"on", "known_at", "page"}],
        "carried": CARRIED,
    }
