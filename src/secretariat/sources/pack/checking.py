"""What is wrong with the rows of a pack, one by one and between each other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from secretariat.sources.pack.files import Path_, RawRow, path_text
from secretariat.sources.pack.problems import Problem
from secretariat.sources.pack.tables import PackTable, Placed

Ids = Callable[[str, str], bool]
"""Whether a table holds an id, in the pack or in the register."""
_SHOWN = 80
_INT32 = 2**31 - 1


def _value_shown(value: Any) -> str:
    text = repr(value) if isinstance(value, str | int | float | bool) or value is None else type(value).__name__
    text = {"dict": "a mapping", "list": "a list"}.get(text, text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def _problem_of(error: ErrorDetails, raw: RawRow, row: type) -> Problem:
    path: Path_ = tuple(part for part in error["loc"] if not (isinstance(part, str) and part.startswith("function-")))
    message = error["msg"].removeprefix("Value error, ")
    match error["type"]:
        case "missing":
            wrong, expected = f"{path[-1]} is missing", "a value for it"
        case "extra_forbidden":
            wrong, expected = f"the key {path[-1]} is not known here", "only keys of the schema"
            if len(path) == 1:
                expected = "one of " + ", ".join(getattr(row, "model_fields", {}))
        case "value_error":
            wrong, _, expected = message.partition(", expected ") if ", expected " in message else (message, "", "")
            wrong, _, later = wrong.partition("; expected ")
            expected = expected or later
        case "model_type" | "dict_type":
            wrong, expected = f"{_value_shown(error['input'])} does not fit", "a mapping"
        case _:
            wrong = f"{_value_shown(error['input'])} does not fit"
            expected = message.removeprefix("Input should be ").removeprefix("Input should ")
    line_path = path[:-1] if error["type"] == "missing" else path
    return Problem(raw.file, raw.line_of(line_path), path_text(path), wrong, expected)


def valid(table: PackTable, raw: RawRow, problems: list[Problem]) -> Placed | None:
    """The row, when it fits the schema and the columns that will keep it; else what is wrong goes to ``problems``."""
    try:
        row = table.row.model_validate_json(raw.text or to_json(raw.content))
    except ValidationError as error:
        problems.extend(_problem_of(detail, raw, table.row) for detail in error.errors())
        return None
    fits = True
    fields = row.__dict__  # twice as fast as getattr, and this is done for every field of every row
    for name, length in table.longest:
        value = fields[name]
        if value is not None and len(value) > length:
            wrong = f"{len(value):,} characters"
            problems.append(Problem(raw.file, raw.line_of((name,)), name, wrong, f"at most {length:,}"))
            fits = False
    for name in table.whole_numbers:
        value = fields[name]
        if value is not None and abs(value) > _INT32:
            problems.append(Problem(raw.file, raw.line_of((name,)), name, f"{value} is too large", f"at most {_INT32}"))
            fits = False
    if not fits:
        return None
    # A row of JSON Lines has one line and needs its content no more; in a large table that is half of the memory.
    return Placed(row, RawRow(raw.file, raw.line, None) if raw.text else raw, row.known_from)


def _values(content: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Each text that a reference path leads to, with the exact path of it."""
    if content is None:
        return
    if not path:
        if isinstance(content, str):
            yield (), content
        elif isinstance(content, list | tuple):
            for index, item in enumerate(content):
                yield from (((index, *rest), value) for rest, value in _values(item, ()))
        return
    step, below = path[0], path[1:]
    if step == "*":
        for index, item in enumerate(content):
            yield from (((index, *rest), value) for rest, value in _values(item, below))
    else:
        yield from (((step, *rest), value) for rest, value in _values(getattr(content, str(step), None), below))


def dangling(
    table: PackTable, rows: Sequence[Placed], exists: Ids, complete: Callable[[str], bool]
) -> Iterator[Problem]:
    """References to ids that neither the pack nor the register holds.

    ``complete`` says whether a table was read as a whole: what a table lacks whose file could not be read is not said.
    """
    for path, targets in table.references:
        if not all(complete(target) for target in targets):
            continue
        first, is_flat = str(path[0]), path[1:] in {(), ("*",)}
        found: set[str] = set()
        for placed in rows:
            value = getattr(placed.row, first)
            # Most rows name the same few rows of another table.
            if not value or (is_flat and found.issuperset((value,) if isinstance(value, str) else value)):
                continue
            for exact, key in _values(placed.row, path):
                if key in found:
                    continue
                if any(exists(target, key) for target in targets):
                    found.add(key)
                else:
                    yield Problem(
                        placed.raw.file,
                        placed.raw.line_of(exact),
                        path_text(exact),
                        f"{key!r} does not exist",
                        "the id of a row in " + " or ".join(targets),
                    )


def ids_twice(rows: Sequence[Placed]) -> Iterator[Problem]:
    """Ids that stand twice in one table."""
    seen: dict[str, Placed] = {}
    for placed in rows:
        first = seen.setdefault(placed.row.id, placed)
        if first is not placed:
            wrong = f"the id {placed.row.id!r} stands already at {first.raw.file}:{first.raw.line_of(())}"
            yield Problem(placed.raw.file, placed.raw.line_of(("id",)), "id", wrong, "each id once in a table")


def broken_corrections(table: PackTable, rows: Sequence[Placed], exists: Ids) -> Iterator[Problem]:
    """Corrections that do not name the first row of a line, and retractions of nothing."""
    corrects: Mapping[str, str | None] = {placed.row.id: placed.row.corrects for placed in rows}
    for placed in rows:
        row, raw = placed.row, placed.raw
        if row.corrects is None:
            if row.retracted:
                line = raw.line_of(("retracted",))
                yield Problem(
                    raw.file, line, "retracted", "a row that retracts nothing", "corrects with the id of the row"
                )
            continue
        line, wrong = raw.line_of(("corrects",)), f"{row.corrects!r} "
        if (first := corrects.get(row.corrects)) is not None:
            yield Problem(raw.file, line, "corrects", wrong + "is itself a correction", f"the first row, {first!r}")
        elif not exists(table.name, row.corrects):
            yield Problem(raw.file, line, "corrects", wrong + "does not exist", f"the id of a row in {table.name}")
