"""From a cell to a value: numbers in ASCII digits of the declared dialect, dates, names of states, qualifiers."""

import re
from dataclasses import dataclass
from datetime import date
from math import isfinite

from secretariat.kernel import ImpreciseDate
from secretariat.programmes.forms.tables import Cell, Dialect
from secretariat.programmes.rules import Qualifier


class UnreadableCell(Exception):
    """A cell does not hold what its column is for."""

    def __init__(self, wrong: str, expected: str) -> None:
        self.wrong, self.expected = wrong, expected
        super().__init__(wrong)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and the qualifier that a sign before or after it states."""

    value: float
    qualifier: Qualifier | None = None


SIGNS = {
    ">=": Qualifier.AT_LEAST,
    "≥": Qualifier.AT_LEAST,
    ">": Qualifier.MORE_THAN,
    "<": Qualifier.LESS_THAN,
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    "±": Qualifier.ABOUT,
}
_SHOWN = 60


def shown_cell(cell: Cell) -> str:
    """A cell as a person recognises it."""
    text = str(cell)
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "...")


def text_in(cell: Cell) -> str:
    """A cell as a text; a whole number of a workbook without its decimal point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def refuse_formula(cell: Cell) -> None:
    """A text that a spreadsheet would compute is no value. Raises :class:`UnreadableCell`."""
    if isinstance(cell, str) and cell[:1] in {"=", "@"}:
        wrong = f"{shown_cell(cell)} is a formula"
        raise UnreadableCell(wrong, "a value")


def number_in(cell: Cell, dialect: Dialect) -> Number:
    """A number of nought or more. Raises :class:`UnreadableCell`.

    Digits are ASCII digits; there is no exponent, no sign, no NaN and no infinity.
    """
    example = f"1234{dialect.decimal}5"
    expected = f"a number of 0 or more such as {example}, in digits 0-9"
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not isfinite(cell) or cell < 0:
            wrong = f"{shown_cell(cell)} is no amount"
            raise UnreadableCell(wrong, expected)
        return Number(float(cell))
    text, qualifier = text_in(cell), None
    for sign, means in SIGNS.items():
        if text.startswith(sign):
            text, qualifier = text[len(sign) :].strip(), means
            break
    decimal, thousands = re.escape(dialect.decimal), re.escape(dialect.thousands)
    grouped = rf"[0-9]{{1,3}}(?:{thousands}[0-9]{{3}})+|" if thousands else ""
    if re.fullmatch(rf"(?:{grouped}[0-9]{{1,15}})(?:{decimal}[0-9]{{1,12}})?", text) is None:
        wrong = f"{shown_cell(cell)} is no number in this dialect"
        raise UnreadableCell(wrong, expected)
    plain = text.replace(dialect.thousands, "") if dialect.thousands else text
    return Number(float(plain.replace(dialect.decimal, ".")), qualifier)


def day_in(cell: Cell) -> date:
    """A day. Raises :class:`UnreadableCell`."""
    if isinstance(cell, date):
        return cell
    when = period_in(cell)
    if not when.is_exact:
        wrong = f"{shown_cell(cell)} is not one day"
        raise UnreadableCell(wrong, "YYYY-MM-DD")
    return when.earliest


def period_in(cell: Cell) -> ImpreciseDate:
    """A year, a month, a day or two of them with a stroke between. Raises :class:`UnreadableCell`."""
    if isinstance(cell, date):
        return ImpreciseDate.on(cell)
    try:
        return ImpreciseDate.parse(text_in(cell))
    except ValueError as error:
        wrong = f"{shown_cell(cell)} is no period"
        raise UnreadableCell(wrong, "YYYY, YYYY-MM, YYYY-MM-DD or two of them with / between") from error


def truth_in(cell: Cell) -> bool:
    """Yes or no. Raises :class:`UnreadableCell`."""
    match text_in(cell).casefold():
        case "true" | "yes" | "1":
            return True
        case "false" | "no" | "0" | "":
            return False
        case _:
            wrong = f"{shown_cell(cell)} is neither yes nor no"
            raise UnreadableCell(wrong, "true or false")
