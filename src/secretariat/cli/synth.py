"""``secretariat synth``: an invented, clearly labelled organisation of any size, written as a pack."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from secretariat.cli.pack import pack_tables
from secretariat.cli.synthetic import MOST_STATES
from secretariat.cli.synthetic.events import EventForm, write_events
from secretariat.cli.synthetic.writing import UnableToWriteSynthetic, write_synthetic
from secretariat.cli.terminal import mistake, print_table

_EVERY = 50
"""Decisions between two movements of the progress bar."""


def _write_events(path: Path, source: EventForm, *, rows: int, seed: int) -> None:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    try:
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("writing events", total=rows)
            for done in write_events(path, source, rows=rows, seed=seed):
                progress.update(task, completed=done)
    except OSError as error:
        mistake(f"{path} cannot be written: {error.strerror}")
    typer.echo(f"{path}: {rows:,} SYNTHETIC events in the form of {source}, seed {seed}")


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("synth")
    def synth(
        folder: Annotated[
            Path, typer.Argument(metavar="DIR|events", help="A new or empty folder; or events, for a file of events.")
        ],
        seed: Annotated[int, typer.Option(metavar="N", help="The same seed gives the same bytes.")] = 1,
        states: Annotated[
            int,
            typer.Option(metavar="S", min=2, max=MOST_STATES, help="Members at the end; two more states stand beside."),
        ] = 15,
        decisions: Annotated[
            int, typer.Option(metavar="D", min=1, help="Decisions, each with about 8 commitments and 40 reports.")
        ] = 100,
        rows: Annotated[int | None, typer.Option(metavar="N", min=1, help="Of events: so many of them.")] = None,
        source: Annotated[EventForm, typer.Option(help="Of events: whose files they look like.")] = EventForm.GED,
        out: Annotated[Path | None, typer.Option(metavar="FILE", help="Of events: the file to write.")] = None,
    ) -> None:
        """Write an invented organisation, labelled as synthetic throughout, for tests of pace and of scale.

        With ``events`` for DIR: as many invented events as ``--rows`` says, in the form of UCDP's or GDELT's files.
        """
        if rows is not None or out is not None:
            if folder != Path("events") or rows is None or out is None:
                mistake("events are written by: secretariat synth events --rows N --out FILE")
            _write_events(out, source, rows=rows, seed=seed)
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        try:
            with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
                task = progress.add_task("writing decisions", total=decisions)

                def step(done: int) -> None:
                    if done % _EVERY == 0:
                        progress.update(task, completed=done)

                counts = write_synthetic(
                    folder, pack_tables(), seed=seed, states=states, decisions=decisions, step=step
                )
        except UnableToWriteSynthetic as error:
            mistake(str(error))
        print_table(
            f"{folder}: SYNTHETIC organisation, seed {seed}",
            ["table", "rows"],
            [[name, count] for name, count in counts.items()],
        )
