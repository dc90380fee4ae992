"""``secretariat synth``: an invented, clearly labelled organisation of any size, written as a pack."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from secretariat.cli.pack import pack_tables
from secretariat.cli.synthetic import MOST_STATES
from secretariat.cli.synthetic.writing import UnableToWriteSynthetic, write_synthetic
from secretariat.cli.terminal import mistake, print_table

_EVERY = 50
"""Decisions between two movements of the progress bar."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("synth")
    def synth(
        folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
        seed: Annotated[int, typer.Option(metavar="N", help="The same seed gives the same bytes.")] = 1,
        states: Annotated[
            int,
            typer.Option(metavar="S", min=2, max=MOST_STATES, help="Members at the end; two more states stand beside."),
        ] = 15,
        decisions: Annotated[
            int, typer.Option(metavar="D", min=1, help="Decisions, each with about 8 commitments and 40 reports.")
        ] = 100,
    ) -> None:
        """Write an invented organisation, labelled as synthetic throughout, for tests of pace and of scale."""
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
