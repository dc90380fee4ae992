"""What an importer is: a name, a version, and a function from a file to streams of rows and the lines that fit none.

The rooms define their importers in ``forms`` and list them as ``IMPORTERS`` in their ``pack``.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCK = 1024 * 1024
SHOWN = 1_000
"""So many of the lines that were put aside are kept word for word; all are counted."""


class UnableToImport(Exception):
    """A file cannot be read at all: not there, of another kind, a column missing, a library not installed."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A line of a source that fits no row: where, what is wrong, what was expected, and what stood there."""

    file: str
    line: int
    column: str
    wrong: str
    expected: str = ""
    text: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " + (f"{self.column}: " if self.column else "")
        return place + self.wrong + (f", expected {self.expected}" if self.expected else "")


@dataclass(slots=True)
class Quarantine:
    """The lines that were put aside, counted, and the first of them kept; nothing is dropped in silence."""

    file: str
    count: int = 0
    shown: list[RowProblem] = field(default_factory=list)

    def put(self, line: int, column: str, wrong: str, expected: str = "", text: str = "") -> None:
        """Put a line aside."""
        self.count += 1
        if len(self.shown) < SHOWN:
            self.shown.append(RowProblem(self.file, line, column, wrong, expected, text[:500]))


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it is being read.

    ``tables`` are streams of Arrow batches, to be read to their ends in the order of the mapping (a later one may hold
    what was gathered while an earlier one ran). ``quarantine`` is complete once they have.
    """

    tables: "Mapping[str, pa.RecordBatchReader]"
    quarantine: Quarantine


def _itself(path: Path) -> tuple[Path, ...]:
    return (path,)


@dataclass(frozen=True, slots=True)
class Importer:
    """How files of one kind become tables of the lake.

    ``name`` is the kind of a release; ``version`` grows whenever the same file would give other rows;
    ``dataset_hint`` names the data set that such files belong to where nobody says otherwise; ``read`` takes the path
    and the options and raises :class:`UnableToImport`; ``parts`` names the files that are read when a path is given,
    where that is more than the path itself. ``options`` are the names of the options that ``read`` knows.
    """

    name: str
    version: int
    dataset_hint: str
    read: Callable[[Path, Mapping[str, str]], Reading]
    parts: Callable[[Path], tuple[Path, ...]] = _itself
    options: tuple[str, ...] = ()


def blocks_of(path: Path) -> Iterator[bytes]:
    """The bytes of a file, a piece at a time."""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    for block in blocks_of(path):
        digest.update(block)
    return digest.hexdigest()


def source_sha256(importer: Importer, path: Path) -> str:
    """The hash of what an importer reads: of the file, or of the list of hashes and names where it reads several.

    The list has the form that ``sha256sum`` prints, so that one can check it by hand. Raises :class:`UnableToImport`.
    """
    files = importer.parts(path)
    for each in files:
        if not each.is_file():
            msg = f"{each}: is not a file; {importer.name} reads {', '.join(part.name for part in files)}"
            raise UnableToImport(msg)
    if len(files) == 1:
        return sha256_of(files[0])
    lines = sorted(f"{sha256_of(each)}  {each.name}\n" for each in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
