"""A table as CSV and as XLSX; the same table gives the same bytes."""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # ships no types

from secretariat.web.tables.columns import Cell

Table = Sequence[Sequence[Cell]]
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first instant that an archive can name."""
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_LONGEST_TITLE = 31
_NARROW, _WIDE = 10, 60


def csv_bytes(table: Table) -> bytes:
    """RFC 4180 in UTF-8; truth values as ``true`` and ``false``, unknown empty."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in table:
        writer.writerow([str(value).lower() if isinstance(value, bool) else value for value in row])
    return file.getvalue().encode()


def _written(sheet: Any, value: Cell, *, bold: bool = False) -> Any:
    if isinstance(value, str):
        value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", value)
    if not bold:
        return value
    cell = openpyxl.cell.WriteOnlyCell(sheet, value)
    cell.font = openpyxl.styles.Font(bold=True)
    cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    return cell


def _fill(sheet: Any, table: Table, *, has_head: bool) -> None:
    width = max((len(row) for row in table), default=0)
    for number in range(width):
        longest = max((len(str(row[number])) for row in table[:200] if number < len(row)), default=0)
        letter = openpyxl.utils.get_column_letter(number + 1)
        sheet.column_dimensions[letter].width = min(max(longest + 2, _NARROW), _WIDE)
    if has_head:
        sheet.freeze_panes = "A2"
    for number, row in enumerate(table):
        sheet.append([_written(sheet, value, bold=has_head and number == 0) for value in row])


def _fixed(content: bytes, at: datetime) -> bytes:
    """The same workbook without the instant at which it was written."""
    instant = at.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + instant + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, part)
    return made.getvalue()


def xlsx_bytes(table: Table, *, title: str, about: Table, about_title: str, at: datetime) -> bytes:
    """A workbook of two sheets: the table with its head first, and what it is. ``at`` stands as its instant."""
    book = openpyxl.Workbook(write_only=True)
    _fill(book.create_sheet(title[:_LONGEST_TITLE]), table, has_head=True)
    _fill(book.create_sheet(about_title[:_LONGEST_TITLE]), about, has_head=False)
    file = io.BytesIO()
    book.save(file)
    return _fixed(file.getvalue(), at)
