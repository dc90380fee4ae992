"""Pages of sources, and the way every page is answered: as HTML, or as JSON or a table at the same address.

The address with ``.json`` gives what the page shows; with ``.csv`` or ``.xlsx``, one of the tables that a page names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from secretariat.kernel.plain import plain
from secretariat.sources.forms import Question, choice, page_number, question_of
from secretariat.sources.queries import citations, releases
from secretariat.sources.rules import Basis, Citation, Release

PAGE_SIZE = 50
TABLE = "table"


Row = TypeVar("Row")
Rows = list[dict[str, Any]]


def wants_json(request: HttpRequest) -> bool:
    """Whether the address asks for the data instead of the page."""
    return request.path.endswith(".json")


def wants_table(request: HttpRequest) -> bool:
    """Whether the address asks for a table of the page as a file."""
    return request.path.endswith((".csv", ".xlsx"))


class TableAnswer(HttpResponse):
    """A table that is still to be written, in the format that the address names; ``web`` knows the words for it."""

    def __init__(self, question: Question, name: str, rows: Rows) -> None:
        super().__init__()
        self.question, self.name, self.rows = question, name, rows


def answer(
    request: HttpRequest, template: str, question: Question, content: Mapping[str, Any], tables: Sequence[str] = ()
) -> HttpResponse:
    """The page, or exactly what it shows as JSON, or one of its ``tables``: names of lists in ``content``.

    The first table is meant unless ``table`` in the address names another one. A page without any has no such file.
    """
    if wants_json(request):
        body = {"on": question.on, "known_at": question.known_at, **content}
        return JsonResponse(plain(body), json_dumps_params={"ensure_ascii": False, "indent": 2})
    if wants_table(request):
        if not tables:
            raise Http404
        name = choice(request, TABLE, tuple(tables)) or tables[0]
        return TableAnswer(question, name, list(content[name]))
    return render(request, template, {"question": question, "tables": tables, **content})


@dataclass(frozen=True, slots=True)
class Part:
    """Which rows of a long list are wanted; ``count`` is ``None`` for all that follow."""

    start: int = 0
    count: int | None = None

    def of(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Those rows."""
        return rows[self.start : None if self.count is None else self.start + self.count]

    def shelf(self, total: int) -> "Shelf":
        """This part as a page of a list of ``total`` rows; one past the end raises ``Http404``."""
        number, last = self.start // PAGE_SIZE + 1, max(1, -(-total // PAGE_SIZE))
        if number > last:
            raise Http404
        return Shelf(number, last, total)


def part_of(request: HttpRequest) -> Part:
    """The rows of the page asked for; all of them for a file. Raises ``UnableToReadQuestion``."""
    return Part() if wants_table(request) else Part((page_number(request) - 1) * PAGE_SIZE, PAGE_SIZE)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a long list."""

    number: int
    last: int
    total: int

    @property
    def before(self) -> int | None:
        """The number of the page before; none on the first."""
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        """The number of the next page; none on the last."""
        return self.number + 1 if self.number < self.last else None


def basis_row(basis: Basis) -> dict[str, Any]:
    """What a page shows of the standing of an act."""
    return {
        "standing": basis.standing,
        "sources": basis.sources,
        "note": basis.note,
        "alternatives": [{"changes": dict(other.changes), "sources": other.sources} for other in basis.alternatives],
    }


def _row(citation: Citation) -> dict[str, Any]:
    return {
        "id": citation.key,
        "title": citation.title,
        "publisher": citation.publisher,
        "published": citation.published,
        "language": citation.language,
        "url": citation.url,
        "web": citation.url.startswith(("https://", "http://")),
        "accessed": citation.accessed,
        "note": citation.note,
    }


def cited(question: Question, keys: Iterable[str]) -> list[dict[str, Any]]:
    """The citations with these keys, as the foot of a page lists them. One query, none without keys."""
    wanted = set(keys)
    if not wanted:
        return []
    found = citations(question.viewer, known_at=question.known_at, keys=wanted)
    return [_row(citation) for citation in found.values()]


def source_rows(question: Question) -> Rows:
    """Every document, by key. One query."""
    return [_row(each) for each in citations(question.viewer, known_at=question.known_at).values()]


def source_list(request: HttpRequest) -> HttpResponse:
    """Every document that facts of the register rest on."""
    question = question_of(request)
    return answer(request, "sources/sources.html", question, {"sources": source_rows(question)}, ("sources",))


def source_page(request: HttpRequest, key: str) -> HttpResponse:
    """One document. A fact may rest on one that was published later than one looks: it is shown, and says so."""
    question = question_of(request)
    found = citations(question.viewer, known_at=datetime.now(UTC), keys={key})
    if key not in found:
        raise Http404
    known = key in citations(question.viewer, known_at=question.known_at, keys={key})
    content = {"source": _row(found[key]), "known_by_then": known}
    return answer(request, "sources/source.html", question, content)


def _release_row(release: Release) -> dict[str, Any]:
    return {
        "id": release.key,
        "dataset": release.dataset,
        "kind": release.kind,
        "release": release.release,
        "rows": sorted(release.rows.items()),
        "quarantined": release.quarantined,
        "retrieved": release.retrieved,
        "known_from": release.known_from,
        "licence": release.licence,
        "url": release.url,
        "web": release.url.startswith(("https://", "http://")),
        "coverage": release.coverage,
        "file": release.file,
        "sha256": release.sha256,
        "address": release.address,
        "rows_known_by": release.rows_known_by,
        **basis_row(release.basis),
    }


def release_rows(question: Question) -> Rows:
    """Every release of a data set. One query."""
    return [_release_row(each) for each in releases(question.viewer, known_at=question.known_at)]


def release_list(request: HttpRequest) -> HttpResponse:
    """The data sets and their releases."""
    question = question_of(request)
    return answer(request, "sources/releases.html", question, {"releases": release_rows(question)}, ("releases",))


def release_page(request: HttpRequest, key: str) -> HttpResponse:
    """One release of a data set: what it covers, under which terms, and the hashes that prove it."""
    question = question_of(request)
    found = {each.key: each for each in releases(question.viewer, known_at=question.known_at)}
    if key not in found:
        raise Http404
    content = {"release": _release_row(found[key]), "citations": cited(question, found[key].basis.sources)}
    return answer(request, "sources/release.html", question, content)
