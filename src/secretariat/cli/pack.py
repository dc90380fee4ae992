"""``secretariat check``, ``load``, ``dump`` and ``schema``: the organisation pack."""

import getpass
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from django.conf import settings
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli.terminal import AsJson, need_register, prepare_database, print_json, print_table
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.reading import Step, read_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import dump_pack, write_schemas

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder.")]


def pack_tables() -> tuple[PackTable, ...]:
    """The tables of every room, in the order they are loaded."""
    tables: list[PackTable] = []
    for room in settings.ROOMS:
        tables.extend(import_module(f"secretariat.{room}.pack").TABLES)
    return tuple(tables)


@contextmanager
def _progress(title: str) -> Iterator[Step]:
    """A spinner on a terminal for work that takes its time; nothing elsewhere."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(title, total=None)

        def step(table: str, rows: int) -> None:
            progress.update(task, description=f"{title}: {table} ({rows:,} rows)")

        yield step


def _answer(error: UnableToReadPack) -> None:
    for problem in error.problems:
        typer.echo(str(problem), err=True)
    count = len(error.problems)
    typer.echo(f"{count} problem{'' if count == 1 else 's'}; nothing was loaded", err=True)
    raise typer.Exit(2)


def _counts(rows: dict[str, Any], columns: Sequence[str], title: str, *, as_json: bool) -> None:
    if as_json:
        print_json(rows)
    else:
        print_table(title, ["table", *columns], [[name, *values.values()] for name, values in rows.items()])


def add_to(app: typer.Typer) -> None:
    """Add the commands."""

    @app.command("check")
    def check(pack: Folder, as_json: AsJson = False) -> None:
        """Check a pack without loading it: every problem with its file and line."""
        try:
            with _progress("checking") as step:
                rows = read_pack(pack, pack_tables(), step=step)
        except UnableToReadPack as error:
            _answer(error)
        else:
            counts = {name: {"rows": len(placed)} for name, placed in rows.items()}
            _counts(counts, ["rows"], f"{pack}: no problems", as_json=as_json)

    @app.command("load")
    def load(pack: Folder, as_json: AsJson = False) -> None:
        """Load a pack: all of it, or nothing when one row is wrong. Loading it again changes nothing."""
        prepare_database()
        try:
            with _progress("loading") as step:
                summary = load_pack(Actor(getpass.getuser()), pack, pack_tables(), step)
        except UnableToReadPack as error:
            _answer(error)
        else:
            counts = {
                name: {"added": done.added, "unchanged": done.unchanged, "rejected": 0}
                for name, done in summary.items()
            }
            _counts(counts, ["added", "unchanged", "rejected"], f"{pack}: loaded", as_json=as_json)

    @app.command("dump")
    def dump(folder: Folder, as_json: AsJson = False) -> None:
        """Write the register back as a pack; loading that pack changes nothing."""
        need_register()
        counts = {name: {"rows": count} for name, count in dump_pack(SECRETARIAT, folder, pack_tables()).items()}
        _counts(counts, ["rows"], f"{folder}: written", as_json=as_json)

    @app.command("schema")
    def schema(folder: Folder) -> None:
        """Write the JSON Schemas of the pack's files."""
        for path in write_schemas(folder, pack_tables()):
            typer.echo(str(path))
