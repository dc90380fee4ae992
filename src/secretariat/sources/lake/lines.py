"""Delimited text, a row at a time with its line: for importers."""

import csv
import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from secretariat.sources.lake.readings import UnableToImport

_LONGEST_FIELD = 1024 * 1024
# int() and the calendar read more than these, digits of other scripts among it.
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)


class WrongCell(Exception):
    """A cell does not say what it should: its column, what is wrong and what was expected."""

    def __init__(self, column: str, wrong: str, expected: str) -> None:
        self.column, self.wrong, self.expected = column, wrong, expected
        super().__init__(f"{column}: {wrong}, expected {expected}")


def day_in(column: str, text: str) -> date:
    """A day written YYYY-MM-DD. Raises :class:`WrongCell`."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    wrong, expected = repr(text), "a day, YYYY-MM-DD"
    raise WrongCell(column, wrong, expected)


def number_in(column: str, text: str) -> int | None:
    """A whole number of at most nine digits, ``None`` where the cell is empty. Raises :class:`WrongCell`."""
    if text and not _WHOLE.fullmatch(text):
        wrong, expected = repr(text), "a whole number of at most nine digits"
        raise WrongCell(column, wrong, expected)
    return int(text) if text else None


def _text(path: Path) -> Iterator[str]:
    """The lines of a file, as text. Raises :class:`UnableToImport` at the first that is none."""
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                if b"\0" in raw:
                    msg = f"{path.name}:{number}: a NUL byte, expected UTF-8 text"
                    raise UnableToImport(msg)
                try:
                    yield raw.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    wrong = f"the byte 0x{raw[error.start]:02x} is not UTF-8, expected UTF-8 text"
                    msg = f"{path.name}:{number}: {wrong}"
                    raise UnableToImport(msg) from error
    except OSError as error:
        msg = f"{path}: cannot be read: {error.strerror}"
        raise UnableToImport(msg) from error


def rows_of(path: Path, *, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Each row of a delimited text file with the number of its first line, the header too; empty lines are passed over.

    Raises :class:`UnableToImport` where the file is no such text.
    """
    # The limit is the process's; another library may have set a lower one.
    csv.field_size_limit(max(_LONGEST_FIELD, csv.field_size_limit()))
    reader = csv.reader(_text(path), delimiter=delimiter, strict=True)
    last = 0
    try:
        for row in reader:
            if row:
                yield last + 1, row
            last = reader.line_num
    except csv.Error as error:
        msg = f"{path.name}:{last + 1}: {error}, expected rows of text parted by {delimiter!r}"
        raise UnableToImport(msg) from error


def header_of(path: Path, header: list[str], required: Collection[str]) -> dict[str, int]:
    """The place of each column by its name. Raises :class:`UnableToImport` where one is missing or stands twice."""
    places = {name.strip(): index for index, name in enumerate(header)}
    if len(places) < len(header):
        twice = next(name for name in places if [each.strip() for each in header].count(name) > 1)
        msg = f"{path.name}:1: the column {twice!r} stands twice"
        raise UnableToImport(msg)
    if missing := [name for name in required if name not in places]:
        msg = f"{path.name}:1: the column {missing[0]} is missing, expected a header with {', '.join(required)}"
        raise UnableToImport(msg)
    return places
