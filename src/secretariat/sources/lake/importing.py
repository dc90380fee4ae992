"""From a source file to a snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from secretariat.sources.lake.readings import Importer, Quarantine, source_sha256
from secretariat.sources.lake.storing import Progress, Stored, store, stored
from secretariat.sources.rules import address_of


def _no_progress(table: str, rows: int) -> None:
    """Show nothing."""


class PutAside(Exception):
    """Lines were put aside where none may be; ``quarantine`` has them."""

    def __init__(self, quarantine: Quarantine) -> None:
        self.quarantine = quarantine
        super().__init__(f"{quarantine.count} lines were put aside")


def import_snapshot(
    importer: Importer,
    path: Path,
    *,
    dataset: str,
    options: Mapping[str, str],
    sha256: str = "",
    whole: bool = False,
    progress: Progress = _no_progress,
) -> Stored:
    """Read a file into the lake; what is there already is not read again.

    ``whole`` refuses a file with lines that fit no row: :class:`PutAside`. Raises
    :class:`~secretariat.sources.lake.UnableToImport` and :class:`~secretariat.sources.lake.UnableToStore`.
    """
    sha256 = sha256 or source_sha256(importer, path)
    address = address_of(sha256=sha256, importer=importer.name, version=importer.version, options=options)
    if (there := stored(dataset, address)) is not None:
        if whole and there.quarantined:
            raise PutAside(read_only(importer, path, options).quarantine)
        return there
    reading = importer.read(path, options)

    def finish() -> dict[str, object]:
        quarantine = reading.quarantine
        if whole and quarantine.count:
            raise PutAside(quarantine)
        return {"quarantined": quarantine.count, "first_quarantined": [str(each) for each in quarantine.shown]}

    facts = {
        "source": {each.name: each.stat().st_size for each in importer.parts(path)},
        "source_sha256": sha256,
        "importer": importer.name,
        "importer_version": importer.version,
        "options": dict(options),
    }
    return store(dataset, address, reading.tables, facts, finish=finish, progress=progress)


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a file: the rows of each table, the names of all columns, and the lines that fit no row."""

    rows: Mapping[str, int]
    columns: frozenset[str]
    quarantine: Quarantine


def read_only(importer: Importer, path: Path, options: Mapping[str, str]) -> Seen:
    """Read a file to its end and keep nothing. Raises :class:`~secretariat.sources.lake.UnableToImport`."""
    reading = importer.read(path, options)
    rows = {name: sum(batch.num_rows for batch in reader) for name, reader in reading.tables.items()}
    columns = frozenset(name for reader in reading.tables.values() for name in reader.schema.names)
    return Seen(rows, columns, reading.quarantine)
