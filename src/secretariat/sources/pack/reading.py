"""From a folder to valid rows: every problem of every file in one run, or none."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from secretariat.kernel import ImpreciseDate
from secretariat.sources.pack.checking import broken_corrections, dangling, ids_twice, valid
from secretariat.sources.pack.composing import read_yaml
from secretariat.sources.pack.files import SUFFIXES, RawRow, Refused, found_files, path_text, text_of
from secretariat.sources.pack.importers import files_read
from secretariat.sources.pack.json_lines import read_json_lines
from secretariat.sources.pack.problems import Problem, UnableToReadPack
from secretariat.sources.pack.tables import PackTable, Placed
from secretariat.sources.rules import becomes_known

Known = Callable[[str], set[str]]
"""The ids of a table that are already in the register."""
Step = Callable[[str, int], None]
"""Called with a table's name and a number of rows done, for a progress bar."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """The collector of cyclic garbage rests: a pack makes a million objects, none of them in a cycle."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def nothing_known(_table: str) -> set[str]:
    """A register without rows: a pack is checked on its own."""
    return set()


def no_dates(_source: str) -> ImpreciseDate | None:
    """No source is in the register yet."""
    return None


def no_progress(table: str, rows: int) -> None:
    """Show nothing."""


class _Reading:
    """One run over a pack: its rows, its problems, and which tables could be read as a whole."""

    def __init__(self, tables: Sequence[PackTable], known: Known) -> None:
        self.tables = tables
        self.problems: list[Problem] = []
        self.rows: dict[str, list[Placed]] = {table.name: [] for table in tables}
        self.wrong: set[str] = set()
        """Tables with a problem in them."""
        self.incomplete: set[str] = set()
        """Tables with a file that could not be read to its end."""
        self._ids: dict[str, set[str]] = {table.name: set() for table in tables}
        self._known = known
        self._recorded: dict[str, set[str]] = {}

    def add(self, table: str, problems: Iterator[Problem]) -> None:
        found = list(problems)
        if found:
            self.wrong.add(table)
            self.problems.extend(found)

    def exists(self, table: str, key: str) -> bool:
        """Whether the pack (in a valid row or in a wrong one) or the register holds an id."""
        if key in self._ids.get(table, ()):
            return True
        if table not in self._recorded:
            self._recorded[table] = self._known(table) if table in self.rows else set()
        return key in self._recorded[table]

    def files(self, folder: Path) -> dict[str, list[tuple[Path, str]]]:
        """The files of each table: ``NAME.yaml``, ``NAME.jsonl`` or any number of them in a folder ``NAME/``."""
        found: dict[str, list[tuple[Path, str]]] = {table.name: [] for table in self.tables}
        for path in found_files(folder):
            relative = path.relative_to(folder)
            name = relative.parts[0] if len(relative.parts) > 1 else path.stem
            if path.suffix not in SUFFIXES:
                problem = Problem(relative.as_posix(), 1, "", f"files *{path.suffix} are not read", "*.yaml or *.jsonl")
            elif name not in found or len(relative.parts) > 2:  # noqa: PLR2004  # a file, or a folder and a file
                expected = "one of " + ", ".join(f"{table.name}.yaml" for table in self.tables)
                problem = Problem(relative.as_posix(), 1, "", "no table has this name", expected)
            else:
                found[name].append((path, relative.as_posix()))
                continue
            self.problems.append(problem)
        return found

    def read_file(self, table: PackTable, path: Path, name: str) -> Iterator[RawRow]:
        """The rows of one file."""
        try:
            text = text_of(path)
            for raw in (read_json_lines if path.suffix == ".jsonl" else read_yaml)(text, name):
                if isinstance(raw, Refused):
                    self.refuse(table, name, raw)
                else:
                    yield raw
        except Refused as refused:
            self.refuse(table, name, refused)
        except OSError as error:
            self.refuse(table, name, Refused(1, (), f"cannot be read: {error.strerror}", "a readable file"))

    def refuse(self, table: PackTable, name: str, refused: Refused) -> None:
        problem = Problem(name, refused.line, path_text(refused.path), refused.wrong, refused.expected)
        self.problems.append(problem)
        self.wrong.add(table.name)
        self.incomplete.add(table.name)

    def read_table(self, table: PackTable, files: list[tuple[Path, str]]) -> int:
        count, rows, ids = 0, self.rows[table.name], self._ids[table.name]
        problems: list[Problem] = []
        for path, name in files:
            for raw in self.read_file(table, path, name):
                count += 1
                if table.single and count > 1:
                    problems.append(Problem(raw.file, raw.line, "", "a second one", "one mapping"))
                placed = valid(table, raw, problems)
                if placed is not None:
                    rows.append(placed)
                    ids.add(placed.row.id)
                elif isinstance(raw.content, dict) and isinstance(key := raw.content.get("id"), str):
                    ids.add(key)
        self.add(table.name, iter(problems))
        return count

    def check_between_rows(self) -> None:
        """References first; then each table's own check, where its rows are right one by one."""
        for table in self.tables:
            rows = self.rows[table.name]
            self.add(table.name, ids_twice(rows))
            self.add(table.name, broken_corrections(table, rows, self.exists))
            self.add(table.name, dangling(table, rows, self.exists, lambda name: name not in self.incomplete))
        wrong = frozenset(self.wrong)
        for table in self.tables:
            if table.name not in wrong:
                self.check(table)

    def check(self, table: PackTable) -> None:
        try:
            self.add(
                table.name,
                (
                    Problem(placed.raw.file, placed.raw.line_of(path), path_text(path), wrong, expected)
                    for placed, path, wrong, expected in table.check(self.rows)
                ),
            )
        except LookupError:
            # A check may look further than its table refers; what it missed there is among the problems already.
            if not self.problems:
                raise

    def date_known(self, source_dates: Callable[[str], ImpreciseDate | None]) -> None:
        """Give every row the instant it became known, where it does not state one itself; a correction needs one."""
        instants: dict[tuple[tuple[str, ...], ImpreciseDate | None], datetime | None] = {}
        for table, placed_rows in self.rows.items():
            for index, placed in enumerate(placed_rows):
                row = placed.row
                if row.known_from is not None:
                    continue
                sources, own = tuple(row.sources), row.own_date()
                if (sources, own) not in instants:
                    instants[sources, own] = becomes_known(None, [source_dates(key) for key in sources], own)
                instant = instants[sources, own]
                placed_rows[index] = Placed(row, placed.raw, instant)
                if row.corrects is not None and instant is None:
                    wrong, line = "does not say since when it is known", placed.raw.line_of(("corrects",))
                    self.add(table, iter([Problem(placed.raw.file, line, "corrects", wrong, "known_from")]))


@collector_at_rest()
def read_pack(
    folder: Path,
    tables: Sequence[PackTable],
    *,
    known: Known = nothing_known,
    recorded_dates: Callable[[str], ImpreciseDate | None] = no_dates,
    step: Step = no_progress,
    into_lake: bool = False,
) -> dict[str, list[Placed]]:
    """All rows of a pack by table, valid one by one and together; the files of its data sets are read too.

    ``known`` gives the ids that the register holds already, ``recorded_dates`` the dates of its sources;
    ``into_lake`` keeps what is read of the data sets.

    Raises :class:`UnableToReadPack` with every problem found.
    """
    if not folder.is_dir():
        raise UnableToReadPack([Problem(str(folder), 1, "", "is not a folder", "the folder of a pack")])
    reading = _Reading(tables, known)
    try:
        files = reading.files(folder)
    except OSError as error:
        wrong = f"cannot be read: {error.strerror}"
        raise UnableToReadPack([Problem(str(folder), 1, "", wrong, "a readable folder")]) from error
    if not any(files.values()):
        problem = Problem(str(folder), 1, "", "holds no table", "files such as states.yaml")
        raise UnableToReadPack(reading.problems or [problem])
    for table in tables:
        step(table.name, reading.read_table(table, files[table.name]))
    reading.check_between_rows()
    if reading.problems:
        raise UnableToReadPack(reading.problems)
    dates = {placed.row.id: placed.row.own_date() for placed in reading.rows.get("sources", [])}
    reading.date_known(lambda key: dates[key] if key in dates else recorded_dates(key))
    if not reading.problems:
        reading.add("releases", files_read(reading.rows.get("releases", ()), folder, step, keep=into_lake))
    if reading.problems:
        raise UnableToReadPack(reading.problems)
    return reading.rows
