"""Citations and releases of data sets, for programs."""

from django.http import HttpRequest
from ninja import Query, Router

from secretariat.sources.api.asking import Listed, asked_question, whole
from secretariat.sources.api.shapes import (
    Based,
    Body,
    Day,
    Instant,
    Listing,
    Shape,
    Tables,
    Text,
    When,
    answers,
)
from secretariat.sources.views import release_rows, source_rows

router = Router(tags=["sources"])


class Citation(Shape):
    """A document that facts rest on."""

    id: str
    title: Text | None
    publisher: str
    published: When | None
    language: str
    url: str
    web: bool
    accessed: Day | None
    note: Text | None


class Release(Based):
    """A data set as one source gave it at one time. ``rows`` are pairs of a table and its number of rows."""

    id: str
    dataset: str
    kind: str
    release: str
    rows: list[tuple[str, int]]
    quarantined: int | None
    retrieved: Day | None
    known_from: Instant | None
    licence: str
    url: str
    web: bool
    coverage: Text | None
    file: str
    sha256: str
    address: str
    rows_known_by: str


TABLES: Tables = {
    "sources:sources": {"sources": Citation},
    "sources:releases": {"releases": Release},
}


@router.get("/sources", response=answers(Listing[Citation]), url_name="sources")
def sources(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The documents that facts rest on, by key."""
    question = asked_question(request, asked)
    return whole(question, asked, source_rows(question))


@router.get("/data-sets", response=answers(Listing[Release]), url_name="data-sets")
def data_sets(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The releases of the data sets, by data set and the instant they became known."""
    question = asked_question(request, asked)
    return whole(question, asked, release_rows(question))
