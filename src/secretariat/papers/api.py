"""Working papers for programs: those that exist for whoever the token belongs to, as of now."""

from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Query, Router
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from secretariat.access.rules import Distribution, Stage
from secretariat.kernel.plain import plain
from secretariat.papers.forms import Filters
from secretariat.papers.queries import paper
from secretariat.papers.rules import PaperKind, StepKind
from secretariat.papers.views.listing import paper_rows
from secretariat.papers.views.reading import paper_content
from secretariat.sources.api import (
    Asked,
    Body,
    Instant,
    Listed,
    Listing,
    Shape,
    Tables,
    answers,
    asked_question,
    listed,
    without_default,
)

router = Router(tags=["papers"])


class PaperRow(Shape):
    """A working paper: what a list says of it."""

    id: str
    title: str
    kind: PaperKind
    about: str
    organisation: str
    stage: Stage
    mark: Distribution
    version: int
    created_at: Instant
    changed_at: Instant


class PaperHead(Shape):
    """What a paper is."""

    id: str
    kind: PaperKind
    title: str
    about: str
    organisation: str
    created_at: Instant
    version: int


class CompartmentRow(Shape):
    """Who sees a paper; ``null``: no list limits it."""

    originators: list[str]
    stage: Stage
    mark: Distribution
    members: bool
    organs: list[str]
    released_to: list[str] | None
    named: list[str] | None
    need_to_know: list[str]
    bound: bool


class Part(Shape):
    """A part of a paper's text."""

    name: str
    kind: str
    text: str | None = None
    lang: str | None = None
    items: list[str] | None = None
    facts: list[tuple[str, str]] | None = None


class VersionRow(Shape):
    """A version; its hash is SHA-256 over its content."""

    number: int
    at: Instant
    by: str
    content_hash: str


class StepRow(Shape):
    """Something done with a paper, with its receipt."""

    number: int
    kind: StepKind
    at: Instant
    by: str
    organisation: str
    version: int
    text: str
    receipt: str


class FileRow(Shape):
    """A file put to a paper; ``size`` in bytes."""

    id: str
    name: str
    media_type: str
    size: int
    sha256: str


class PaperAnswer(Shape):
    """A paper with its newest text."""

    paper: PaperHead
    compartment: CompartmentRow
    named: list[str]
    body: list[Part]
    versions: list[VersionRow]
    steps: list[StepRow]
    files: list[FileRow]
    may_change: bool


TABLES: Tables = {"papers:papers": {"papers": PaperRow}}


class OfPapers(Listed):
    """Which papers."""

    kind: Annotated[PaperKind, Field(strict=False)] | SkipJsonSchema[None] = Field(
        None, description="only those of this kind", json_schema_extra=without_default
    )
    stage: Annotated[Stage, Field(strict=False)] | SkipJsonSchema[None] = Field(
        None, description="only those of this stage", json_schema_extra=without_default
    )
    mark: Annotated[Distribution, Field(strict=False)] | SkipJsonSchema[None] = Field(
        None, description="only those of this distribution", json_schema_extra=without_default
    )


@router.get("/papers", response=answers(Listing[PaperRow]), url_name="papers")
def papers(request: HttpRequest, asked: Query[OfPapers]) -> Body:
    """The working papers that exist for who asks, the one that changed last first; none without a token."""
    question = asked_question(request, asked)
    filters = Filters(*(each.value if each else "" for each in (asked.kind, asked.stage, asked.mark)))
    total, rows, _ = paper_rows(question, filters, asked.part)
    return listed(question, asked, total, rows)


@router.get("/papers/{key}", response=answers(PaperAnswer), url_name="paper")
def one_paper(request: HttpRequest, key: str, asked: Query[Asked]) -> Body:
    """One working paper."""
    question = asked_question(request, asked)
    found = paper(question.viewer, key)
    if found is None:
        raise Http404
    body: Body = plain(paper_content(question.viewer, found))
    return body
