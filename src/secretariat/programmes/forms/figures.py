"""From the rows of a table to figures, by a mapping: every cell that does not fit is named with its row and column."""

from collections.abc import Callable, Container, Iterable, Iterator
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.programmes.forms.cells import (
    Number,
    UnreadableCell,
    day_in,
    number_in,
    period_in,
    refuse_formula,
    shown_cell,
    text_in,
    truth_in,
)
from secretariat.programmes.forms.mapping import Mapping, Named
from secretariat.programmes.forms.tables import MOST_PROBLEMS, Cell, Row, UnableToReadTable
from secretariat.programmes.rules import Indicator, Qualifier
from secretariat.programmes.rules.imports import Draft
from secretariat.sources.pack.problems import Problem


@dataclass(frozen=True, slots=True)
class Register:
    """What a table may name: the field's indicators, names of states, the field's operations, phases and sources.

    ``states`` are codes by every name in any language, ``operations`` and ``phases`` operations by key, ``sources``
    the dates of citations by key.
    """

    field: str
    indicators: Pairs[str, Indicator]
    states: Pairs[str, str]
    operations: frozenset[str]
    phases: Pairs[str, str]
    sources: Pairs[str, ImpreciseDate | None]


@dataclass
class Read:
    """The figures of a table, and how many rows were left out for which reason."""

    drafts: list[Draft] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    rows: int = 0


Value = TypeVar("Value")


class _LeaveOut(Exception):
    """A row is none of ours; says why."""


def folded(text: str) -> str:
    """A name without regard to capitals, spaces and the letter yo."""
    return " ".join(text.casefold().replace("ё", "е").split())


class _Reading:
    """One run over a table."""

    def __init__(self, name: str, mapping: Mapping, register: Register, *, plain: bool) -> None:
        self.plain = plain
        self.name, self.mapping, self.register = name, mapping, register
        self.problems: list[Problem] = []
        self.dialect = mapping.spoken
        self.values: dict[str, dict[str, str]] = {
            what: {folded(written): called for written, called in pairs.items()}
            for what, pairs in mapping.values.items()
        }
        self.states = {folded(written): code for written, code in register.states.items()}
        self.unknown = {folded(each) for each in mapping.unknown}
        self.columns: dict[str, str] = {}

    def start(self, row: Row) -> None:
        """Look for the mapped columns in the header; a plain table does with those that are there."""
        present = set(row.cells)
        self.columns = {what: header for what, header in self.mapping.columns.items() if header in present}
        missing = [] if self.plain else [h for h in self.mapping.columns.values() if h not in present]
        have = ", ".join(row.cells)
        self.problems += [Problem(self.name, 1, header, "no such column", f"one of {have}") for header in missing]
        given = {*self.columns, *self.mapping.constants}
        for needed in ("indicator", "source"):
            if needed not in given:
                self.problems.append(
                    Problem(self.name, 1, needed, "is in no column and no constant", "a mapping that says it")
                )
        if self.problems:
            raise UnableToReadTable(self.problems)


class _RowReading:
    """One row: each cell is read whatever is wrong with the others, so that all of it is told at once."""

    def __init__(self, reading: _Reading, row: Row) -> None:
        self.reading, self.row = reading, row
        self.mapping, self.register = reading.mapping, reading.register
        self.wrong = False

    def take(self, what: Named, read: Callable[[], Value], otherwise: Value) -> Value:
        """What a function reads; where it cannot, the problem is noted."""
        try:
            return read()
        except UnreadableCell as error:
            self.note(what, error.wrong, error.expected)
            return otherwise

    def note(self, what: Named, wrong: str, expected: str) -> None:
        reading = self.reading
        reading.problems.append(Problem(reading.name, self.row.line, reading.columns.get(what, what), wrong, expected))
        self.wrong = True

    def cell(self, what: Named) -> Cell:
        header = self.reading.columns.get(what)
        if header is not None and (found := self.row.cells.get(header)) not in {None, ""}:
            refuse_formula(found)
            return found
        constant = self.mapping.constants.get(what)
        return str(constant).lower() if isinstance(constant, bool) else constant

    def called(self, what: Named) -> str:
        """What the register calls what the cell says; empty where it says nothing."""
        text = text_in(self.cell(what))
        return self.reading.values.get(what, {}).get(folded(text), text)

    def indicator(self) -> Indicator | None:
        key = self.called("indicator")
        found = self.register.indicators.get(key)
        if found is None and self.mapping.skip.other_indicators:
            raise _LeaveOut(OTHER_INDICATORS)
        if found is None:
            expected = "one of " + ", ".join(sorted(self.register.indicators))
            wrong = f"{shown_cell(key)} is no indicator of {self.register.field}"
            raise UnreadableCell(wrong, expected)
        return found

    def state(self) -> str | None:
        name = self.called("state")
        if not name:
            return None
        code = self.reading.states.get(folded(name))
        if code is None and self.mapping.skip.other_states:
            raise _LeaveOut(OTHER_STATES)
        if code is None:
            wrong = f"{shown_cell(name)} is no state of the register"
            raise UnreadableCell(wrong, "a name or a code that it has")
        return code

    def named(self, what: Named, known: Container[str]) -> str | None:
        key = self.called(what)
        if key and key not in known:
            wrong = f"{shown_cell(key)} is no {what} of {self.register.field}"
            raise UnreadableCell(wrong, "one that it has")
        return key or None

    def days(self) -> tuple[date | None, date | None]:
        period = self.cell("period")
        if period is not None:
            when = period_in(period)
            return when.earliest, when.latest
        start, end = self.cell("start"), self.cell("end")
        return (None if start is None else day_in(start)), (None if end is None else day_in(end))

    def number(self, what: Named) -> Number | None:
        cell = self.cell(what)
        return None if cell is None else number_in(cell, self.reading.dialect)

    def value(self) -> Number | None:
        """The value; ``None`` where the row gives the ends of a range, or says that it is unknown."""
        if self.is_unknown:
            return None
        found = self.number("value")
        if found is None and self.cell("low") is None and self.cell("high") is None:
            if self.mapping.skip.empty_values:
                raise _LeaveOut(NO_VALUE)
            wrong = "no value"
            raise UnreadableCell(wrong, "a number, or a cell that the mapping lists as unknown")
        return found

    @property
    def is_unknown(self) -> bool:
        """Whether the cell of the value says: looked for, not found."""
        cell = self.row.cells.get(self.reading.columns.get("value", ""))
        return cell is not None and folded(text_in(cell)) in self.reading.unknown

    def qualifier(self, value: Number | None) -> Qualifier:
        written = self.called("qualifier")
        if written:
            if written not in set(Qualifier):
                wrong = f"{shown_cell(written)} is no qualifier"
                raise UnreadableCell(wrong, "one of " + ", ".join(Qualifier))
            return Qualifier(written)
        if value is not None:
            return value.qualifier or Qualifier.EXACT
        return Qualifier.EXACT if self.is_unknown else Qualifier.RANGE

    def unit(self, indicator: Indicator | None) -> str:
        unit = self.called("unit")
        if indicator is not None and indicator.factor(unit) is None:
            units = ", ".join([indicator.unit, *(each for each, _ in indicator.units)])
            wrong = f"{shown_cell(unit)} is no unit of {indicator.key}"
            raise UnreadableCell(wrong, f"one of {units}")
        return "" if indicator is not None and unit == indicator.unit else unit

    def source(self) -> str:
        key = text_in(self.cell("source"))
        if key not in self.register.sources:
            wrong = f"{shown_cell(key)} is no source of the register"
            raise UnreadableCell(wrong, "the id of a citation")
        return key

    def said(self, source: str) -> str | None:
        cell = self.cell("said")
        if cell is not None:
            return str(period_in(cell))
        published = self.register.sources.get(source)
        return None if published is None else str(published)

    def draft(self) -> Draft | None:
        """The figure; ``None`` where something is wrong. Raises :class:`_LeaveOut` for a row that is none of ours."""
        state = self.take("state", self.state, None)
        indicator = self.take("indicator", self.indicator, None)
        value = self.take("value", self.value, None)
        low = self.take("low", lambda: self.number("low"), None)
        high = self.take("high", lambda: self.number("high"), None)
        start, end = self.take("period", self.days, NO_DAYS)
        source = self.take("source", self.source, "")
        cumulative = self.take("cumulative", lambda: truth_in(self.cell("cumulative")), otherwise=False)
        operation = self.take("operation", lambda: self.named("operation", self.register.operations), None)
        phase = self.take("phase", lambda: self.named("phase", self.register.phases), None)
        qualifier = self.take("qualifier", lambda: self.qualifier(value), Qualifier.EXACT)
        unit = self.take("unit", lambda: self.unit(indicator), "")
        said = self.take("said", lambda: self.said(source), None)
        if self.wrong or indicator is None:
            return None
        self.check(start, end, cumulative=cumulative, said=said)
        if phase is not None and self.register.phases[phase] != operation:
            self.note("phase", f"{phase} is a phase of {self.register.phases[phase]}", f"a phase of {operation}")
        ends = (low.value if low else None, high.value if high else None)
        is_range = low is not None and high is not None
        if (qualifier is Qualifier.RANGE) != is_range or (value is not None and ends != (None, None)):
            expected = "low and high for a range, else a value"
            self.note("qualifier", f"{qualifier.value} does not fit the numbers", expected)
        elif low is not None and high is not None and high.value < low.value:
            self.note("high", f"{high.value:g} lies below {low.value:g}", "the lower end first")
        by = text_in(self.take("by", lambda: self.cell("by"), None))
        standing = Standing.UNKNOWN if self.is_unknown else self.mapping.standing
        number = value.value if value is not None else None
        return None if self.wrong else Draft(
            self.row.line, indicator.key, start, end, source, number, *ends, qualifier, unit, cumulative, state,
            operation, phase, said, LocalizedText(by), standing,
        )  # fmt: skip

    def check(self, start: date | None, end: date | None, *, cumulative: bool, said: str | None) -> None:
        """A figure has a period, and was not said before it began."""
        if not cumulative and (start is None or end is None):
            self.note("period", "no period", "a period, or start and end")
        if start is not None and end is not None and end < start:
            self.note("end", f"{end} lies before {start}", "the first day first")
        if cumulative and end is None and said is None:
            self.note("end", "a running total without a last day", "end, or the day it was said")
        if said is not None and start is not None and start > ImpreciseDate.parse(said).latest:
            self.note("start", f"{start} lies after the day it was said, {said}", "a period that had begun")


OTHER_STATES, OTHER_INDICATORS, NO_VALUE = "other states", "other indicators", "no value"
NO_DAYS: tuple[date | None, date | None] = (None, None)


def _twice(name: str, drafts: Iterable[Draft], columns: Pairs[str, str]) -> Iterator[Problem]:
    """One series, period and source has one figure in a file."""
    seen: dict[str, Draft] = {}
    for draft in drafts:
        first = seen.setdefault(draft.key, draft)
        if first is not draft:
            wrong = f"the same series, period and source as row {first.row}"
            yield Problem(name, draft.row, columns.get("value", "value"), wrong, "one figure for each")


def read_figures(name: str, rows: Iterable[Row], mapping: Mapping, register: Register, *, plain: bool = False) -> Read:
    """The figures of a table; ``plain``: a column of the mapping that is not there is not missed.

    Raises :class:`~secretariat.programmes.forms.tables.UnableToReadTable` with every cell that does not fit, up to
    :data:`~secretariat.programmes.forms.tables.MOST_PROBLEMS` of them.
    """
    reading, read = _Reading(name, mapping, register, plain=plain), Read()
    for row in rows:
        if not read.rows:
            reading.start(row)
        read.rows += 1
        try:
            draft = _RowReading(reading, row).draft()
        except _LeaveOut as reason:
            read.skipped[str(reason)] = read.skipped.get(str(reason), 0) + 1
            continue
        if draft is not None:
            read.drafts.append(draft)
        if len(reading.problems) >= MOST_PROBLEMS:
            break
    problems = [*reading.problems, *_twice(name, read.drafts, reading.columns)]
    if problems:
        raise UnableToReadTable(sorted(problems))
    return read
