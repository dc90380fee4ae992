"""From a folder to valid rows: every problem of every file in one run, or none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from secretariat.kernel import ImpreciseDate
from secretariat.sources.pack.files import Path_, RawRow, path_text, read_file
from secretariat.sources.pack.problems import Problem, UnableToReadPack
from secretariat.sources.pack.tables import PackTable, Placed
from secretariat.sources.rules import becomes_known

SUFFIXES = (".yaml", ".jsonl")
Known = Callable[[str], set[str]]
"""The ids of a table that are already in the register."""
Step = Callable[[str, int], None]
"""Called with a table's name and a number of rows done, for a progress bar."""


def nothing_known(table: str) -> set[str]:
    """A register without rows: a pack is checked on its own."""
    return set()


def no_dates(source: str) -> ImpreciseDate | None:
    """No source is in the register yet."""
    return None


def no_progress(table: str, rows: int) -> None:
    """Show nothing."""


def _files(folder: Path, tables: Sequence[PackTable], problems: list[Problem]) -> dict[str, list[tuple[Path, str]]]:
    """The files of each table: ``NAME.yaml``, ``NAME.jsonl`` or any number of them in a folder ``NAME/``."""
    found: dict[str, list[tuple[Path, str]]] = {table.name: [] for table in tables}
    for path in sorted(folder.rglob("*")):
        if path.suffix not in SUFFIXES or not path.is_file():
            continue
        relative = path.relative_to(folder)
        name = relative.parts[0] if len(relative.parts) > 1 else path.stem
        if name in found and len(relative.parts) <= 2:
            found[name].append((path, relative.as_posix()))
        else:
            expected = "one of " + ", ".join(f"{table.name}.yaml" for table in tables)
            problems.append(Problem(relative.as_posix(), 1, "", "no table has this name", expected))
    return found


def _problem_of(error: ErrorDetails, raw: RawRow, row: type) -> Problem:
    path: Path_ = tuple(part for part in error["loc"] if not (isinstance(part, str) and part.startswith("function-")))
    value = error["input"]
    shown = repr(value) if isinstance(value, str | int | float | bool) or value is None else type(value).__name__
    if len(shown) > 80:
        shown = shown[:77] + "..."
    message = error["msg"].removeprefix("Value error, ")
    match error["type"]:
        case "missing":
            wrong, expected = f"{path[-1]} is missing", "a value for it"
        case "extra_forbidden":
            wrong = f"the key {path[-1]} is not known here"
            expected = "one of " + ", ".join(getattr(row, "model_fields", {})) if len(path) == 1 else "only keys of the schema"
        case "value_error":
            wrong, _, expected = message.partition(", expected ") if ", expected " in message else (message, "", "")
            wrong, _, later = wrong.partition("; expected ")
            expected = expected or later
        case _:
            wrong = f"{shown} does not fit"
            expected = message.removeprefix("Input should be ").removeprefix("Input should ").replace("valid dictionary", "mapping")
    line_path = path[:-1] if error["type"] == "missing" else path
    return Problem(raw.file, raw.line_of(line_path), path_text(path), wrong, expected)


def _valid(table: PackTable, raw: RawRow, problems: list[Problem]) -> Placed | None:
    try:
        return Placed(table.row.model_validate_json(to_json(raw.content)), raw)
    except ValidationError as error:
        problems.extend(_problem_of(detail, raw, table.row) for detail in error.errors())
        return None


def _values(content: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Each text that a reference path leads to, with the exact path of it."""
    if content is None:
        return
    if not path:
        if isinstance(content, str):
            yield (), content
        elif isinstance(content, list):
            for index, item in enumerate(content):
                for rest, value in _values(item, ()):
                    yield (index, *rest), value
        return
    step, rest_of_path = path[0], path[1:]
    if step == "*":
        items: Iterable[tuple[str | int, Any]] = enumerate(content) if isinstance(content, list) else ()
    else:
        items = [(step, content.get(step))] if isinstance(content, dict) else ()
    for name, item in items:
        for rest, value in _values(item, rest_of_path):
            yield (name, *rest), value


def _dangling(
    rows: dict[str, list[Placed]], tables: Sequence[PackTable], ids: Callable[[str], set[str]]
) -> Iterator[Problem]:
    for table in tables:
        for path, targets in table.references:
            missing_targets = [target for target in targets if target not in rows]
            known = set().union(*(ids(target) for target in targets if target not in missing_targets))
            for placed in rows[table.name]:
                for exact, value in _values(placed.raw.content, path):
                    if value not in known:
                        wrong = f"{value!r} does not exist"
                        yield Problem(
                            placed.raw.file,
                            placed.raw.line_of(exact),
                            path_text(exact),
                            wrong,
                            "the id of a row in " + " or ".join(targets),
                        )


def _own_line(table: PackTable, rows: list[Placed], recorded: set[str]) -> Iterator[Problem]:
    """Ids that stand twice, and corrections that do not name the first row of a line."""
    seen: dict[str, Placed] = {}
    for placed in rows:
        first = seen.setdefault(placed.row.id, placed)
        if first is not placed:
            wrong = f"the id {placed.row.id!r} stands already at {first.raw.file}:{first.raw.line_of(())}"
            yield Problem(placed.raw.file, placed.raw.line_of(("id",)), "id", wrong, "each id once in a table")
    for placed in rows:
        row = placed.row
        if row.corrects is None:
            if row.retracted:
                yield Problem(
                    placed.raw.file, placed.raw.line_of(("retracted",)), "retracted", "a row that retracts nothing", "corrects with the id of the row"
                )
            continue
        target = seen.get(row.corrects)
        line = placed.raw.line_of(("corrects",))
        if target is None and row.corrects not in recorded:
            yield Problem(placed.raw.file, line, "corrects", f"{row.corrects!r} does not exist", f"the id of a row in {table.name}")
        elif target is not None and target.row.corrects is not None:
            yield Problem(
                placed.raw.file, line, "corrects", f"{row.corrects!r} is itself a correction", f"the first row, {target.row.corrects!r}"
            )


def _date_known(
    rows: dict[str, list[Placed]], source_dates: Callable[[str], ImpreciseDate | None]
) -> None:
    """Give every row the instant it became known, where it does not state one itself."""
    for placed_rows in rows.values():
        for index, placed in enumerate(placed_rows):
            row = placed.row
            if row.known_from is not None:
                continue
            instant: datetime | None = becomes_known(None, [source_dates(key) for key in row.sources], row.own_date())
            if instant is not None:
                placed_rows[index] = Placed(row.model_copy(update={"known_from": instant}), placed.raw)


def read_pack(
    folder: Path,
    tables: Sequence[PackTable],
    *,
    known: Known = nothing_known,
    recorded_dates: Callable[[str], ImpreciseDate | None] = no_dates,
    step: Step = no_progress,
) -> dict[str, list[Placed]]:
    """All rows of a pack by table, valid one by one and together.

    ``known`` gives the ids that the register holds already, ``recorded_dates`` the dates of its sources.

    Raises :class:`UnableToReadPack` with every problem found.
    """
    problems: list[Problem] = []
    rows: dict[str, list[Placed]] = {table.name: [] for table in tables}
    if not folder.is_dir():
        raise UnableToReadPack([Problem(str(folder), 1, "", "is not a folder", "the folder of a pack")])
    files = _files(folder, tables, problems)
    if not any(files.values()):
        raise UnableToReadPack(problems or [Problem(str(folder), 1, "", "holds no table", "files such as states.yaml")])
    for table in tables:
        raw_rows = [raw for path, name in files[table.name] for raw in read_file(path, name, problems)]
        if table.single and len(raw_rows) > 1:
            problems.append(Problem(raw_rows[1].file, raw_rows[1].line_of(()), "", "a second one", "one mapping"))
        for raw in raw_rows:
            placed = _valid(table, raw, problems)
            if placed is not None:
                rows[table.name].append(placed)
        step(table.name, len(raw_rows))
    ids: dict[str, set[str]] = {}

    def ids_of(table: str) -> set[str]:
        if table not in ids:
            ids[table] = {placed.row.id for placed in rows[table]} | known(table)
        return ids[table]

    for table in tables:
        problems.extend(_own_line(table, rows[table.name], ids_of(table.name)))
    if not problems:
        problems.extend(_dangling(rows, tables, ids_of))
    if not problems:
        for table in tables:
            for placed, path, wrong, expected in table.check(rows):
                problems.append(
                    Problem(placed.raw.file, placed.raw.line_of(path), path_text(path), wrong, expected)
                )
    if problems:
        raise UnableToReadPack(problems)
    dates = {placed.row.id: placed.row.own_date() for placed in rows.get("sources", [])}
    _date_known(rows, lambda key: dates[key] if key in dates else recorded_dates(key))
    return rows
