"""Reading a file of a data set into the lake from the command line: progress, lines put aside, what came of it."""

import getpass
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from secretariat.access.rules import Mark
from secretariat.audit.rules import Actor
from secretariat.cli.terminal import mistake, print_json
from secretariat.sources import lake
from secretariat.sources.actions import add_release
from secretariat.sources.pack.importers import importers
from secretariat.sources.rules import Release

_SHOWN = 20
"""So many of the lines that were put aside are printed; the manifest of the snapshot has a thousand."""


def counted(rows: Mapping[str, int]) -> str:
    """The rows of each table, for a person."""
    return ", ".join(f"{name} {count:,}" for name, count in rows.items())


@contextmanager
def rows_shown(title: str) -> Iterator[Any]:
    """Rows read so far, on a terminal."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(title, total=None)

        def step(table: str, rows: int) -> None:
            progress.update(task, description=f"{title}: {rows:,} {table}")

        yield step


@contextmanager
def bytes_shown() -> Iterator[Any]:
    """A bar for each file that is fetched, on a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        tasks: dict[str, Any] = {}

        def fetched(name: str, done: int, total: int | None) -> None:
            if name not in tasks:
                tasks[name] = progress.add_task(name, total=total)
            progress.update(tasks[name], completed=done, total=total)

        yield fetched


def importer_of(kind: str) -> lake.Importer:
    """The importer of a kind, or the user's mistake."""
    found = importers().get(kind)
    if found is None:
        return mistake(f"{kind!r} is no kind of data, expected one of {', '.join(sorted(importers()))}")
    return found


def options_of(texts: Sequence[str], importer: lake.Importer) -> dict[str, str]:
    """The options of an importer from ``NAME=VALUE``."""
    found: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or name not in importer.options:
            known = f"one of {', '.join(importer.options)} with =" if importer.options else "none"
            mistake(f"--option {text}: {importer.name} does not know it, expected {known}")
        found[name] = value
    return found


def add_snapshot(
    importer: lake.Importer, path: Path, release: Release, *, mark: Mark, whole: bool, as_json: bool
) -> None:
    """Read a file into the lake, record its release, and say what came of it."""
    try:
        with rows_shown(f"reading {path.name}") as step:
            stored = lake.import_snapshot(
                importer,
                path,
                dataset=release.dataset,
                options=release.options,
                sha256=release.sha256,
                whole=whole,
                progress=step,
            )
    except (lake.UnableToImport, lake.UnableToStore) as error:
        mistake(str(error))
    except lake.PutAside as refused:
        for problem in refused.quarantine.shown[:_SHOWN]:
            typer.echo(str(problem), err=True)
        mistake(f"{refused.quarantine.count:,} lines fit no row; nothing was added")
    if release.rows_known_by and release.rows_known_by not in stored.columns:
        mistake(f"--rows-known-by {release.rows_known_by}: expected one of {', '.join(sorted(stored.columns))}")
    recorded = replace(release, rows=stored.rows, quarantined=stored.quarantined)
    key, is_new = add_release(Actor(getpass.getuser()), recorded, mark=mark)
    first = list(stored.facts.get("first_quarantined", ()))[:_SHOWN]
    for line in first:
        typer.echo(line, err=True)
    if stored.quarantined > len(first):
        typer.echo(f"... and {stored.quarantined - len(first):,} more lines that were put aside", err=True)
    answer = {
        "id": key,
        "added": is_new,
        "dataset": release.dataset,
        "address": stored.address,
        "sha256": release.sha256,
        "rows": dict(stored.rows),
        "quarantined": stored.quarantined,
    }
    if as_json:
        print_json(answer)
    else:
        known = "added" if is_new else "there already"
        typer.echo(f"{key}: {known}; {counted(stored.rows)}; {stored.quarantined:,} lines put aside")
