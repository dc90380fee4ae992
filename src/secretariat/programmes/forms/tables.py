"""A table of a file, cell by cell: CSV in a declared dialect, or the first sheet of a workbook.

Read as text and nothing else: no formula is computed, no cell is guessed.
"""

import csv
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import openpyxl  # type: ignore[import-untyped]  # ships no types

from secretariat.sources.pack.files import CONTROL, shown
from secretariat.sources.pack.problems import Problem

MAX_BYTES = 64 * 1024 * 1024
MAX_UNPACKED = 512 * 1024 * 1024
MAX_ROWS = 500_000
MOST_PROBLEMS = 200
"""So many problems are listed; a file that is wrong throughout is not read to its end."""


class UnableToReadTable(Exception):
    """A file cannot be read, or cells of it are wrong; nothing was recorded."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file writes cells and numbers; ``thousands`` may be empty."""

    delimiter: str = ","
    decimal: str = "."
    thousands: str = ""
    encoding: str = "utf-8"


DIALECTS = {
    "comma": Dialect(),
    "semicolon": Dialect(";", ","),
    "tab": Dialect("\t", "."),
}
"""Dialects by name; a mapping may describe another one."""

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: the line it starts on (the row of a sheet), and its cells by column."""

    line: int
    cells: dict[str, Cell]


def _refuse(path: Path, line: int, column: str, wrong: str, expected: str) -> UnableToReadTable:
    return UnableToReadTable([Problem(path.name, line, column, wrong, expected)])


def _header(path: Path, line: int, names: list[str]) -> list[str]:
    names = [name.strip() for name in names]
    while names and not names[-1]:
        names.pop()
    if not any(names):
        raise _refuse(path, line, "", "no header", "the names of the columns")
    for index, name in enumerate(names):
        if not name:
            raise _refuse(path, line, f"column {index + 1}", "a column without a name", "a name")
        if name in names[:index]:
            raise _refuse(path, line, name, "the same name twice", "one name a column")
    return names


def _text_of(path: Path, dialect: Dialect) -> str:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig" if dialect.encoding == "utf-8" else dialect.encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        wrong = f"byte 0x{content[error.start]:02X} is not {dialect.encoding}"
        raise _refuse(path, line, "", wrong, "the encoding that the mapping names") from error
    for number, line_text in enumerate(text.splitlines(), 1):
        if (found := CONTROL.search(line_text)) is not None:
            column = f"character {found.start() + 1}"
            raise _refuse(path, number, column, f"the control character {shown(found[0])}", "a text")
    return text


def _csv_rows(path: Path, dialect: Dialect) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(_text_of(path, dialect), newline=""), delimiter=dialect.delimiter, strict=True)
    names: list[str] = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = _header(path, line, cells)
                continue
            if len(cells) != len(names) and any(cell.strip() for cell in cells[len(names) :]):
                raise _refuse(path, line, "", f"{len(cells)} cells", f"{len(names)}, as in the header")
            if len(cells) < len(names):
                raise _refuse(path, line, "", f"{len(cells)} cells", f"{len(names)}, as in the header")
            yield Row(line, {name: cell.strip() or None for name, cell in zip(names, cells, strict=False)})
    except csv.Error as error:
        raise _refuse(path, reader.line_num, "", str(error), "a table in the declared dialect") from error
    if not names:
        raise _refuse(path, 1, "", "is empty", "a header and rows")


def _sheet(path: Path, name: str | None) -> Any:
    try:
        with ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise _refuse(path, 1, "", "unpacks to too much", f"at most {MAX_UNPACKED // 2**20} MiB")
        with warnings.catch_warnings():
            # Styles and extensions that openpyxl leaves aside have no bearing on the cells.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except (BadZipFile, KeyError, ValueError, OSError, openpyxl.utils.exceptions.InvalidFileException) as error:
        raise _refuse(path, 1, "", "is no workbook", "an .xlsx file") from error
    if name is not None and name not in book.sheetnames:
        raise _refuse(path, 1, "", f"has no sheet {name!r}", "one of " + ", ".join(book.sheetnames))
    return book[name] if name is not None else book.worksheets[0]


def _cell(path: Path, line: int, column: str, cell: Any) -> Cell:
    value = cell.value
    match getattr(cell, "data_type", "n"):
        case "f":
            raise _refuse(path, line, column, "a formula", "a value")
        case "e":
            raise _refuse(path, line, column, f"the error {value}", "a value")
    match value:
        case None | bool():
            return None if value is None else str(value).lower()
        case datetime():
            return value.date()
        case date() | int() | float():
            return value
        case _:
            text = str(value).strip()
            if (found := CONTROL.search(text)) is not None:
                raise _refuse(path, line, column, f"the control character {shown(found[0])}", "a text")
            return text or None


def _sheet_rows(path: Path, name: str | None) -> Iterator[Row]:
    names: list[str] = []
    for line, cells in enumerate(_sheet(path, name).iter_rows(), 1):
        if not any(cell.value not in {None, ""} for cell in cells):
            continue
        if not names:
            names = _header(path, line, ["" if cell.value is None else str(cell.value) for cell in cells])
            continue
        if any(cell.value is not None for cell in cells[len(names) :]):
            raise _refuse(path, line, "", "cells beyond the last named column", f"{len(names)} cells")
        yield Row(
            line,
            {column: _cell(path, line, column, cell) for column, cell in zip(names, cells, strict=False)},
        )
    if not names:
        raise _refuse(path, 1, "", "is empty", "a header and rows")


def table_rows(path: Path, dialect: Dialect, *, sheet: str | None = None) -> Iterator[Row]:
    """The rows of a table under its header. Raises :class:`UnableToReadTable` at the first thing that is no table."""
    if not path.is_file():
        raise _refuse(path, 1, "", "is not a file", "a .csv or .xlsx file")
    if path.stat().st_size > MAX_BYTES:
        raise _refuse(path, 1, "", f"{path.stat().st_size:,} bytes", f"at most {MAX_BYTES:,}")
    rows = _sheet_rows(path, sheet) if path.suffix.lower() == ".xlsx" else _csv_rows(path, dialect)
    for count, row in enumerate(rows, 1):
        if count > MAX_ROWS:
            raise _refuse(path, row.line, "", f"more than {MAX_ROWS:,} rows", "a smaller table")
        yield row
