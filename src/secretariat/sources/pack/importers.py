"""The importers and official downloads of all rooms, and the reading of the files that a pack brings along."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from django.conf import settings

from secretariat.sources import lake
from secretariat.sources.lake import Download, Importer, PutAside, Quarantine, UnableToImport
from secretariat.sources.pack.problems import Problem
from secretariat.sources.pack.releases import ReleaseRow
from secretariat.sources.pack.tables import Placed

Step = Callable[[str, int], None]


@cache
def importers() -> dict[str, Importer]:
    """The importers of every room, by name. A room lists its own as ``IMPORTERS`` in its ``pack``."""
    found: dict[str, Importer] = {}
    for room in settings.ROOMS:
        for importer in getattr(import_module(f"secretariat.{room}.pack"), "IMPORTERS", ()):
            if found.setdefault(importer.name, importer) is not importer:
                msg = f"two importers are called {importer.name}"
                raise ValueError(msg)
    return found


@cache
def downloads() -> dict[str, Download]:
    """The data sets that may be fetched, by name. A room lists its own as ``DOWNLOADS`` in its ``pack``."""
    rooms = (import_module(f"secretariat.{room}.pack") for room in settings.ROOMS)
    return {each.name: each for room in rooms for each in getattr(room, "DOWNLOADS", ())}


def _problem(placed: Placed, name: str, wrong: str, expected: str) -> Problem:
    return Problem(placed.raw.file, placed.raw.line_of((name,)), name, wrong, expected)


def _put_aside(row: ReleaseRow, quarantine: Quarantine) -> Iterator[Problem]:
    for each in quarantine.shown:
        yield Problem(row.file, each.line, each.column, each.wrong, each.expected)
    if quarantine.count > len(quarantine.shown):
        more = f"{quarantine.count - len(quarantine.shown):,} more lines fit no row"
        yield Problem(row.file, quarantine.shown[-1].line + 1, "", more)


def _rows_and_columns(
    row: ReleaseRow, importer: Importer, path: Path, step: Step, *, keep: bool
) -> tuple[Mapping[str, int], frozenset[str]]:
    """What stands in a file, and with ``keep`` from now on in the lake. Raises ``UnableToImport`` and ``PutAside``."""
    if not keep:
        seen = lake.read_only(importer, path, row.options)
        if seen.quarantine.count:
            raise PutAside(seen.quarantine)
        return seen.rows, seen.columns
    stored = lake.import_snapshot(
        importer, path, dataset=row.dataset, options=row.options, sha256=row.sha256, whole=True, progress=step
    )
    lake.keep_source(path, row.sha256)
    return stored.rows, stored.columns


def _read(
    placed: Placed, row: ReleaseRow, importer: Importer, folder: Path, step: Step, *, keep: bool
) -> list[Problem]:
    path = folder / row.file
    if importer.parts(path) != (path,):
        return [_problem(placed, "kind", f"{importer.name} reads several files", "a kind that reads one file")]
    try:
        if (sha256 := lake.source_sha256(importer, path)) != row.sha256:
            return [_problem(placed, "sha256", f"{row.file} has another hash", sha256)]
        rows, columns = _rows_and_columns(row, importer, path, step, keep=keep)
    except UnableToImport as error:
        wrong = str(error) if path.is_file() else f"there is no file {row.file} in the pack"
        return [_problem(placed, "file", wrong, f"a file that {importer.name} reads")]
    except PutAside as refused:
        return list(_put_aside(row, refused.quarantine))
    problems = []
    if row.rows and dict(row.rows) != dict(rows):
        problems.append(
            _problem(placed, "rows", f"{row.rows} do not stand in {row.file}", f"{dict(sorted(rows.items()))}")
        )
    if row.rows_known_by and row.rows_known_by not in columns:
        wrong = f"{row.file} has no column {row.rows_known_by!r}"
        problems.append(_problem(placed, "rows_known_by", wrong, "one of " + ", ".join(sorted(columns))))
    return problems


def files_read(rows: Sequence[Placed], folder: Path, step: Step, *, keep: bool) -> Iterator[Problem]:
    """Read the files that the releases of a pack name, with ``keep`` into the lake; what is wrong with them.

    A snapshot that the lake holds already is not read again, only its file's hash is checked.
    """
    known = importers()
    for placed in rows:
        row = placed.row
        if not isinstance(row, ReleaseRow) or row.retracted or not row.file:
            continue
        importer = known.get(row.kind)
        if importer is None:
            yield _problem(placed, "kind", f"{row.kind!r} is no importer", "one of " + ", ".join(sorted(known)))
        elif unknown := sorted(set(row.options) - set(importer.options)):
            expected = f"one of {', '.join(importer.options)}" if importer.options else "no options"
            yield _problem(placed, "options", f"{importer.name} knows no option {unknown[0]}", expected)
        elif importer.version != row.importer:
            wrong = f"version {row.importer} of {row.kind} is not in this software"
            yield _problem(placed, "importer", wrong, f"{importer.version}, in a row that corrects this one")
        else:
            yield from _read(placed, row, importer, folder, step, keep=keep)
