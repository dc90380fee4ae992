"""The interface for programs: the routers of the rooms under one address, who asks, and what is said when it fails."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.operation import Operation

from secretariat.access.queries import person_of_token
from secretariat.parties.queries import NoOrganisation
from secretariat.sources.api import Problem
from secretariat.sources.forms import UnableToReadQuestion, language_of, question_of, viewer_of_request
from secretariat.sources.lake import UnableToReadLake
from secretariat.sources.views import answer
from secretariat.watch.measures.topology import UnableToReadBoundaries
from secretariat.web.persons import viewer_of
from secretariat.web.routes import READING
from secretariat.web.words import WORDS

ADDRESS = "api/v1/"
DESCRIPTION = (
    "The register as data, read-only. Every list answers as of a day (`on`) as known at an instant (`known_at`) and "
    "gives a part of itself (`limit`, `offset`) with its total. The rows are those of the pages."
)


_QUOTED = re.compile("'([^']*)'")


class Interface(NinjaAPI):
    """Operations are named after their functions."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the operation: no module stands in it, so that a file can be renamed."""
        return operation.view_func.__name__


def authenticate(request: HttpRequest) -> str:
    """On whose behalf a program asks: the public, who is signed in, or the person of the token that was sent.

    A token that is unknown, over or revoked, or whose person is disabled, is refused: passing it over would answer as
    the public what was asked on behalf of somebody. So is one that only reads where something would be written.
    """
    sent = request.headers.get("Authorization")
    if sent is None:
        return viewer_of_request(request).organisation or "public"
    now = datetime.now(UTC)
    scheme, _, secret = sent.partition(" ")
    found = person_of_token(secret.strip(), now) if scheme.lower() == "bearer" else None
    if found is None or (found[1] != "write" and request.method not in READING):
        raise AuthenticationError
    person = found[0]
    request.viewer = viewer_of(person, now)  # type: ignore[attr-defined]
    request.default_language = person.language  # type: ignore[attr-defined]
    return request.viewer.organisation  # type: ignore[attr-defined, no-any-return]


def rooms() -> list[ModuleType]:
    """The interfaces of the rooms that have one, in the order of the rooms."""
    names = [f"secretariat.{room}.api" for room in ("papers", *settings.ROOMS)]
    return [import_module(name) for name in names if find_spec(name) is not None]


def _problem(
    request: HttpRequest, status: int, error: str, where: str | None = None, expected: str | None = None
) -> HttpResponse:
    body = Problem(error=WORDS[language_of(request)][error], where=where, expected=expected)
    return HttpResponse(body.model_dump_json(), status=status, content_type="application/json; charset=utf-8")


def _expected(request: HttpRequest, name: str) -> str:
    words = WORDS[language_of(request)]
    return words.get(f"expects_{name}") or words["expects_other"]


def unreadable(request: HttpRequest, exception: UnableToReadQuestion) -> HttpResponse:
    """A parameter that says nothing sensible, or is not declared."""
    return _problem(request, 422, "mistake_title", exception.name, _expected(request, exception.name))


def invalid(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    """A parameter outside of what is declared: the values there are, or how to write it."""
    first: dict[str, Any] = exception.errors[0]
    name = next((str(part) for part in first["loc"] if part in request.GET), "")
    allowed = _QUOTED.findall(str(first.get("ctx", {}).get("expected", "")))
    words = WORDS[language_of(request)]
    expected = words.get(f"expects_{name}") or ", ".join(allowed) or words["expects_other"]
    return _problem(request, 422, "mistake_title", name, expected)


def missing(request: HttpRequest, _exception: Exception) -> HttpResponse:
    """Nothing there, or not on that day, or not for who asks: the same answer."""
    return _problem(request, 404, "missing_title")


def empty(request: HttpRequest, _exception: Exception) -> HttpResponse:
    """A register without an organisation, or asked from before it was known."""
    return _problem(request, 404, "empty_title")


def lost(request: HttpRequest, _exception: Exception) -> HttpResponse:
    """Files beside the register are not there: of a data set, or the boundary data."""
    return _problem(request, 503, "lost_title")


def unknown_token(request: HttpRequest, _exception: Exception) -> HttpResponse:
    """A token that this register has not issued, or that is over."""
    response = _problem(request, 401, "token_title", "Authorization", WORDS[language_of(request)]["expects_token"])
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:  # noqa: ARG001  # Django names it
    """An address under the interface that is none of its operations."""
    return _problem(request, 404, "missing_title")


def interface() -> Interface:
    """The assembled interface; its description is at ``openapi.json``."""
    api = Interface(
        title="Secretariat",
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        urls_namespace="api",
        auth=authenticate,
    )
    for room in rooms():
        api.add_router("", room.router)
    handlers: list[tuple[type[Exception], Callable[[HttpRequest, Any], HttpResponse]]] = [
        (UnableToReadQuestion, unreadable),
        (ValidationError, invalid),
        (AuthenticationError, unknown_token),
        (Http404, missing),
        (NoOrganisation, empty),
        (UnableToReadLake, lost),
        (UnableToReadBoundaries, lost),
    ]
    for kind, handler in handlers:
        api.add_exception_handler(kind, handler)
    return api


API = interface()
COMMON = frozenset({"on", "known_at", "lang", "limit", "offset"})
"""What every list takes."""


def operations() -> list[dict[str, Any]]:
    """Every operation: its address, its route where that stands alone, its word, the parameters that it alone takes."""
    found = []
    for address, path in API.get_openapi_schema(path_prefix=f"/{ADDRESS}")["paths"].items():
        operation = path["get"]
        name = operation["operationId"]
        found.append(
            {
                "address": address,
                "route": resolve(address).view_name if "{" not in address else "",
                "word": f"op_{name}",
                "takes": [each["name"] for each in operation.get("parameters", ()) if each["name"] not in COMMON],
                "summary": operation["description"],
            }
        )
    return found


def api_page(request: HttpRequest) -> HttpResponse:
    """What there is for programs, and where."""
    question = question_of(request)
    return answer(request, "web/api.html", question, {"operations": operations()})
