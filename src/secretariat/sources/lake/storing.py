"""Snapshots on disk: ``<lake>/<dataset>/<address>/`` with a Parquet file a table and ``manifest.json``.

A snapshot is written in a temporary folder and appears by one rename: whoever is interrupted leaves nothing that
looks complete.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from django.conf import settings

from secretariat.sources.lake.readings import blocks_of, sha256_of

if TYPE_CHECKING:
    import pyarrow as pa

MANIFEST = "manifest.json"
SOURCES = "sources"
_INCOMING = ".incoming"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,159}")

Progress = Callable[[str, int], None]
"""Called with a table's name and the number of its rows written so far."""


class UnableToStore(Exception):
    """A snapshot cannot be written, or a name is none that a folder can have."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A snapshot: its folder, what its manifest says, and the rows of each table."""

    dataset: str
    address: str
    folder: Path
    facts: Mapping[str, Any] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    quarantined: int = 0

    def file(self, table: str) -> Path:
        """The Parquet file of a table; raises ``KeyError`` where the snapshot has no such table."""
        if table not in self.rows:
            raise KeyError(table)
        return self.folder / f"{table}.parquet"

    @property
    def columns(self) -> frozenset[str]:
        """The names of the columns of all its tables."""
        import pyarrow.parquet as pq  # noqa: PLC0415  # see _write

        return frozenset(name for table in self.rows for name in pq.read_schema(self.file(table)).names)


@dataclass(frozen=True, slots=True)
class Damage:
    """A file of a snapshot that is not what was written."""

    file: str
    wrong: str
    expected: str = ""


def lake_folder() -> Path:
    """Where the lake lies: ``SECRETARIAT_LAKE``, or beside the database."""
    return Path(settings.LAKE)


def _folder(dataset: str, address: str) -> Path:
    for name in (dataset, address):
        if not _NAME.fullmatch(name) or name in {SOURCES, "downloads"}:
            msg = f"{name!r} is no name of a folder of the lake, expected letters, digits, '.', '_' and '-'"
            raise UnableToStore(msg)
    return lake_folder() / dataset / address


def _no_progress(table: str, rows: int) -> None:
    """Show nothing."""


def store(
    dataset: str,
    address: str,
    tables: "Mapping[str, pa.RecordBatchReader]",
    facts: Mapping[str, Any],
    *,
    finish: Callable[[], Mapping[str, Any]] = dict,
    progress: Progress = _no_progress,
) -> Stored:
    """Write a snapshot from streams of batches; one that is there already is left as it is and returned.

    ``facts`` go into the manifest (plain JSON values); ``finish`` is asked for more when all rows have been read, and
    may raise to refuse the whole. Raises :class:`UnableToStore`.
    """
    if (there := stored(dataset, address)) is not None:
        return there
    target = _folder(dataset, address)
    incoming = lake_folder() / _INCOMING
    incoming.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix=f"{address[:16]}-", dir=incoming))
    try:
        rows = {name: _write(folder / f"{name}.parquet", name, reader, progress) for name, reader in tables.items()}
        manifest = {
            "dataset": dataset,
            "address": address,
            **facts,
            **finish(),
            "rows": rows,
            "sha256_of_files": {name: sha256_of(folder / f"{name}.parquet") for name in rows},
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (folder / MANIFEST).write_text(text, encoding="utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)
        _rename(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if (done := stored(dataset, address)) is None:
        msg = f"{target} could not be written"
        raise UnableToStore(msg)
    return done


def _rename(folder: Path, target: Path) -> None:
    try:
        folder.rename(target)
    except OSError:
        # Somebody else was faster: with the same address it is the same content.
        if not (target / MANIFEST).is_file():
            raise


def _write(path: Path, name: str, reader: "pa.RecordBatchReader", progress: Progress) -> int:
    import pyarrow.parquet as pq  # noqa: PLC0415  # a third of a second that a command without a lake need not pay

    count = 0
    with pq.ParquetWriter(path, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)
            count += batch.num_rows
            progress(name, count)
    return count


def stored(dataset: str, address: str) -> Stored | None:
    """The snapshot at an address; ``None`` where the lake holds none."""
    folder = _folder(dataset, address)
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as error:
        msg = f"{folder / MANIFEST} is damaged: {error}"
        raise UnableToStore(msg) from error
    return Stored(
        dataset,
        address,
        folder,
        facts=manifest,
        rows=manifest["rows"],
        hashes=manifest["sha256_of_files"],
        quarantined=manifest.get("quarantined", 0),
    )


def verify(dataset: str, address: str) -> list[Damage]:
    """Read every file of a snapshot again and compare its hash with the one it was written with; what differs."""
    snapshot = stored(dataset, address)
    if snapshot is None:
        return [Damage(f"{dataset}/{address}", "is not in the lake", "a snapshot; add the file again")]
    damages = []
    for name, expected in sorted(snapshot.hashes.items()):
        path = snapshot.file(name)
        where = f"{dataset}/{address}/{path.name}"
        if not path.is_file():
            damages.append(Damage(where, "is missing", expected))
        elif (found := sha256_of(path)) != expected:
            damages.append(Damage(where, f"has the hash {found}", expected))
    return damages


def remove(dataset: str, address: str) -> bool:
    """Drop the files of a snapshot; whether there were any."""
    folder = _folder(dataset, address)
    if not folder.exists():
        return False
    # Renamed first: a reader never meets half a snapshot.
    incoming = lake_folder() / _INCOMING
    incoming.mkdir(parents=True, exist_ok=True)
    going = Path(mkdtemp(prefix="removed-", dir=incoming))
    folder.rename(going / "snapshot")
    shutil.rmtree(going)
    return True


def keep_source(path: Path, sha256: str) -> Path:
    """Keep the bytes of a pack's own file, so that a dump can write them back; where they are kept."""
    target = lake_folder() / SOURCES / sha256
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = target.with_name(f".{sha256}.{os.getpid()}")
        with waiting.open("wb") as file:
            file.writelines(blocks_of(path))
        waiting.rename(target)
    return target


def kept_source(sha256: str) -> Path | None:
    """Where the bytes of a pack's file are kept; ``None`` where they are not."""
    target = lake_folder() / SOURCES / sha256
    return target if target.is_file() else None


def snapshots() -> Iterator[tuple[str, str]]:
    """Pairs of data set and address of everything the lake holds."""
    if lake_folder().is_dir():
        for manifest in sorted(lake_folder().glob(f"*/*/{MANIFEST}")):
            if not manifest.parts[-3].startswith("."):
                yield manifest.parts[-3], manifest.parts[-2]
