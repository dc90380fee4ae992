"""Headers of every answer, and the ``.json`` twin of every page."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from secretariat.parties.queries import NoOrganisation
from secretariat.sources.lake import UnableToReadLake
from secretariat.web.views import empty, lost

Next = Callable[[HttpRequest], HttpResponseBase]
POLICY = (
    "default-src 'self'; script-src 'none'; object-src 'none'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
REVIEW_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""A review is one self-contained file with its own style; it may load nothing but itself."""
REVIEWS = "/reviews/"
READING = ("GET", "HEAD")


def content_security(forward: Next) -> Next:
    """Say what a page may load: only what this server gives, and no script at all."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = forward(request)
        policy = REVIEW_POLICY if request.path.startswith(REVIEWS) and response.status_code == HTTPStatus.OK else POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        return response

    return respond


def head_without_body(forward: Next) -> Next:
    """Answer HEAD with the headers alone, the length of the page among them."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = forward(request)
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            response.content = b""
        return response

    return respond


def read_only(forward: Next) -> Next:
    """Refuse every method that would change something: the pages only read."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        return forward(request) if request.method in READING else HttpResponseNotAllowed(READING)

    return respond


def json_twin(forward: Next) -> Next:
    """Route ``/members.json`` as ``/members`` and ``/index.json`` as ``/``; views see the path as it was asked."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        if request.path_info.endswith(".json") and not request.path_info.startswith(REVIEWS):
            plain = request.path_info.removesuffix(".json")
            request.path_info = "/" if plain == "/index" else plain
        return forward(request)

    return respond


class EmptyRegister:
    """Answer a page about an organisation that the register does not hold (yet) with a plain word."""

    def __init__(self, forward: Next) -> None:
        self._forward = forward

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self._forward(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Turn :class:`NoOrganisation` into a page, and likewise a data set whose files are gone."""
        if isinstance(exception, UnableToReadLake):
            return lost(request)
        return empty(request) if isinstance(exception, NoOrganisation) else None
