"""Writing the rows as they come, with no table ever kept whole."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from secretariat.cli.synthetic.parties import Membership, Row
from secretariat.cli.synthetic.releases import synthetic_files
from secretariat.cli.synthetic.whole import synthetic_rows
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import ROWS_A_FILE, write_rows

Step = Callable[[int], None]
"""Called with the number of decisions written so far."""


class UnableToWriteSynthetic(Exception):
    """The folder holds something already."""


class _TableFiles:
    """The files of one table: a few rows end in one readable file, many in JSON Lines that are written meanwhile."""

    def __init__(self, folder: Path, table: PackTable) -> None:
        self.folder, self.table, self.waiting = folder, table, list[Row]()
        self.files = self.count = 0

    def add(self, row: Row) -> None:
        self.waiting.append(row)
        self.count += 1
        if len(self.waiting) == ROWS_A_FILE:
            self._write_lines()

    def close(self) -> None:
        if self.files == 0:
            write_rows(self.folder, self.table, self.waiting)
        elif self.waiting:
            self._write_lines()

    def _write_lines(self) -> None:
        self.files += 1
        path = self.folder / self.table.name / f"{self.files:04}.jsonl"
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in self.waiting)
        self.waiting = []


def no_step(done: int) -> None:
    """Show nothing."""


def write_synthetic(
    folder: Path, tables: Sequence[PackTable], *, seed: int, states: int, decisions: int, step: Step = no_step
) -> dict[str, int]:
    """Write the invented organisation as a pack into an empty or new folder; the number of rows by table.

    Raises :class:`UnableToWriteSynthetic` when the folder is not empty, ``ValueError`` on sizes that cannot be.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        msg = f"{folder} is not an empty folder"
        raise UnableToWriteSynthetic(msg)
    blocks = synthetic_rows(seed=seed, states=states, decisions=decisions)
    first = next(blocks)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in synthetic_files(seed, Membership.of(states)).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    files = {table.name: _TableFiles(folder, table) for table in tables}
    for name, row in first:
        files[name].add(row)
    for done, block in enumerate(blocks, start=1):
        for name, row in block:
            files[name].add(row)
        step(done)
    for each in files.values():
        each.close()
    return {name: each.count for name, each in files.items()}
