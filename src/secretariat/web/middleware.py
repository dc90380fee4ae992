"""HEAD without a body, and the ``.json`` twin of every page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from secretariat.parties.queries import NoOrganisation
from secretariat.sources.lake import UnableToReadLake
from secretariat.sources.views import TableAnswer
from secretariat.web.tables import file_of
from secretariat.web.views import empty, lost

Next = Callable[[HttpRequest], HttpResponseBase]
REVIEWS = "/reviews/"
INTERFACE = "/api/"
TWINS = (".json", ".csv", ".xlsx")
FILES = ("/watch.csv",)
"""Addresses with such an ending that are pages of their own."""


def head_without_body(forward: Next) -> Next:
    """Answer HEAD with the headers alone, the length of the page among them."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        is_head = request.method == "HEAD"
        if is_head and request.path_info.startswith(INTERFACE):
            request.method = "GET"  # the interface declares the one, and means the other
        response = forward(request)
        if is_head and isinstance(response, HttpResponse):
            response.content = b""
        return response

    return respond


def twins(forward: Next) -> Next:
    """Route ``/members.json``, ``.csv`` and ``.xlsx`` as ``/members``, and ``/index.json`` as ``/``.

    Views see the path as it was asked. A table that a view answers with is written here, where its words are known.
    """

    def respond(request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        ending = next((each for each in TWINS if path.endswith(each)), "")
        if ending and path not in FILES and not path.startswith((REVIEWS, INTERFACE)):
            plain = path.removesuffix(ending)
            request.path_info = "/" if plain == "/index" else plain
        response = forward(request)
        return file_of(request, response) if isinstance(response, TableAnswer) else response

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
