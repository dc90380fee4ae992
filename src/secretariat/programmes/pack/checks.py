"""What rows of several files mean together: each yields a row, the path in it, what is wrong, what was expected."""

from collections.abc import Iterator, Mapping
from typing import Any

from secretariat.kernel import ImpreciseDate, Standing
from secretariat.programmes.rules import Qualifier
from secretariat.sources.pack.tables import Objection, Placed, Rows


def _known(rows: Rows, table: str) -> Mapping[str, Any]:
    return {placed.row.id: placed.row for placed in rows.get(table, [])}


def indicators(rows: Rows) -> Iterator[Objection]:
    """Units are named once; a part belongs to a whole that knows its unit; parts do not run in a circle."""
    known = _known(rows, "indicators")
    for placed in rows["indicators"]:
        row: Any = placed.row
        units = [row.unit, *(each.unit for each in row.units)]
        if len(set(units)) < len(units):
            yield placed, ("units",), "one unit twice", "each unit once, the indicator's own left out"
        whole = known.get(row.part_of)
        if whole is None:
            continue
        if row.unit not in {whole.unit, *(each.unit for each in whole.units)}:
            expected = "one of " + ", ".join([whole.unit, *(each.unit for each in whole.units)])
            yield placed, ("unit",), f"{row.unit} is no unit of {whole.id}, of which it is a part", expected
        seen, key = {row.id}, row.part_of
        while key is not None and key not in seen:
            seen.add(key)
            key = getattr(known.get(key), "part_of", None)
        if key is not None:
            yield placed, ("part_of",), "parts run in a circle", "an indicator that is no part of this one"


def _value(placed: Placed) -> Iterator[Objection]:
    row: Any = placed.row
    is_range = row.qualifier is Qualifier.RANGE
    if is_range and (row.low is None or row.high is None or row.value is not None):
        yield placed, ("qualifier",), "a range without its two ends", "low and high, and no value"
    elif is_range and row.high < row.low:
        yield placed, ("high",), f"below the lower end {row.low:g}", "at least low"
    elif not is_range and (row.low is not None or row.high is not None):
        yield placed, ("qualifier",), f"two ends of what is {row.qualifier.value}", "qualifier range"
    elif not is_range and row.value is None and row.standing is not Standing.UNKNOWN:
        yield placed, ("standing",), f"no value, yet {row.standing.value}", "a value, or the standing unknown"
    if (row.value is not None or is_range) and row.standing is Standing.UNKNOWN:
        yield placed, ("standing",), "a value, yet unknown", "another standing, or no value"


def _period(placed: Placed) -> Iterator[Objection]:
    row: Any = placed.row
    said = ImpreciseDate.parse(row.date) if row.date else None
    if not row.cumulative and (row.start is None or row.end is None):
        yield placed, (), "a figure without its period", "start and end"
    if row.cumulative and row.end is None and said is None:
        yield placed, (), "a running total without a last day", "end or date"
    if row.start is not None and row.end is not None and row.end < row.start:
        yield placed, ("end",), f"before the first day {row.start}", "a later day"
    if said is not None and row.start is not None and row.start > said.latest:
        yield placed, ("start",), f"after the day it was said, {said}", f"a day up to {said.latest}"


def measurements(rows: Rows) -> Iterator[Objection]:
    """A figure has a value or is unknown, a period, a unit of its indicator, and a phase of its own operation."""
    indicators_, operations = _known(rows, "indicators"), _known(rows, "operations")
    phases = _known(rows, "operation_acts")
    for placed in rows["measurements"]:
        row: Any = placed.row
        if row.retracted:
            continue
        yield from _value(placed)
        yield from _period(placed)
        indicator, operation = indicators_.get(row.indicator), operations.get(row.operation)
        if indicator is not None and row.unit:
            units = [indicator.unit, *(each.unit for each in indicator.units)]
            if row.unit not in units:
                yield placed, ("unit",), f"{row.unit} is no unit of {indicator.id}", "one of " + ", ".join(units)
        if indicator is not None and operation is not None and indicator.field != operation.field:
            wrong = f"{operation.id} belongs to the field {operation.field}"
            yield placed, ("operation",), wrong, f"an operation of {indicator.field}"
        phase = phases.get(row.phase)
        if phase is not None and phase.operation != row.operation:
            yield placed, ("phase",), f"{phase.id} is a phase of {phase.operation}", f"a phase of {row.operation}"


def plans(rows: Rows) -> Iterator[Objection]:
    """A provision belongs to the decision named with it; a plan ends after it starts."""
    provisions = _known(rows, "provisions")
    for placed in rows["plans"]:
        row: Any = placed.row
        provision = provisions.get(row.provision)
        if provision is not None and row.decision is not None and provision.decision != row.decision:
            wrong = f"{provision.id} belongs to {provision.decision}"
            yield placed, ("provision",), wrong, f"a provision of {row.decision}"
        if row.start is not None and row.end is not None and row.end < row.start:
            yield placed, ("end",), f"before the first day {row.start}", "a later day"
