"""A table of a page as the file that the address names: its columns, its words, and a sheet that says what it is."""

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.kernel import Language
from secretariat.kernel.plain import plain
from secretariat.sources.api import Shape
from secretariat.sources.views import TABLE, TableAnswer
from secretariat.web.tables.columns import Cell, Path, cell, code_of, columns_of, held, plain_text, words_of
from secretariat.web.tables.sheets import csv_bytes, xlsx_bytes
from secretariat.web.tags import spoken_term
from secretariat.web.words import WORDS
from secretariat.web.words.columns import COLUMNS

TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_CARRIED = {"on", "known_at", "lang", "page", TABLE}


@cache
def shapes_of(room: str) -> Mapping[str, Mapping[str, type[Shape]]]:
    """The tables of a room's pages; none where it has no interface."""
    name = f"secretariat.{room}.api"
    return import_module(name).TABLES if find_spec(name) is not None else {}


def spoken_column(path: Path, language: Language) -> str:
    """The head of a column in a language."""
    number = 0 if language == "en" else 1
    return ", ".join(COLUMNS[part][number] if part in COLUMNS else part for part in path)


def _spoken(path: Path, shape: type[Shape], row: Mapping[str, object], language: Language) -> Cell:
    """A value of an enumeration as a word of the language."""
    kind, value = words_of(path, shape), cell(row, path)
    return plain_text(spoken_term(kind(value), language)) if kind is not None and value else None


def _about(request: HttpRequest, answer: TableAnswer, content: bytes) -> list[list[Cell]]:
    """What the table is: where it comes from, as of when, under which choices; and the hash of its CSV."""
    question, words = answer.question, WORDS[answer.question.language]
    chosen: list[list[Cell]] = [
        [f"{words['about_choice']}: {name}", plain_text(request.GET[name])]
        for name in request.GET
        if name not in _CARRIED
    ]
    rows: list[list[Cell]] = [
        [words["about_table"], words[f"table_{answer.name}"]],
        [words["about_address"], request.build_absolute_uri().replace(".xlsx", ".csv", 1)],
        [words["on"], question.on.isoformat()],
        [words["known_at"], question.known_at.isoformat()],
        *chosen,
        [words["about_rows"], len(answer.rows)],
        [words["about_hash"], sha256(content).hexdigest()],
        [words["about_unknown"], words["about_unknown_text"]],
        [words["about_formula"], words["about_formula_text"]],
    ]
    return rows


def _workbook(
    request: HttpRequest, answer: TableAnswer, shape: type[Shape], rows: Sequence[Mapping[str, object]], content: bytes
) -> bytes:
    """The table with its columns named in the language, codes beside; a word stands beside each code."""
    language, words = answer.question.language, WORDS[answer.question.language]
    head: list[Cell] = []
    table: list[list[Cell]] = [[] for _ in rows]
    for path in columns_of(shape, rows):
        head.append(f"{spoken_column(path, language)} [{code_of(path)}]")
        for line, row in zip(table, rows, strict=True):
            line.append(cell(row, path))
        if words_of(path, shape) is not None:
            head.append(spoken_column(path, language))
            for line, row in zip(table, rows, strict=True):
                line.append(_spoken(path, shape, row, language))
    return xlsx_bytes(
        [head, *table],
        title=words[f"table_{answer.name}"],
        about=_about(request, answer, content),
        about_title=words["about_sheet"],
        at=answer.question.known_at,
    )


def file_of(request: HttpRequest, answer: TableAnswer) -> HttpResponse:
    """The file. A page whose rows nobody has declared has none: ``Http404``."""
    match = request.resolver_match
    room, view = (match.app_name, match.view_name) if match else ("", "")
    shape = shapes_of(room).get(view, {}).get(answer.name) if room else None
    if shape is None:
        raise Http404
    rows = held(plain(answer.rows), shape)
    columns = list(columns_of(shape, rows))
    content = csv_bytes([[code_of(path) for path in columns], *([cell(row, path) for path in columns] for row in rows)])
    ending = next(each for each in TYPES if request.path.endswith(each))
    file = content if ending == ".csv" else _workbook(request, answer, shape, rows, content)
    response = HttpResponse(file, content_type=TYPES[ending])
    name = f"{answer.name}-{answer.question.on.isoformat()}{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
