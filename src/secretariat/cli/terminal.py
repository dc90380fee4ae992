"""What every command shares: options, JSON, tables, and how a mistake is answered."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from django.core.management import call_command
from django.db import connection
from rich.console import Console
from rich.table import Table

from secretariat.kernel import LANGUAGES, Language
from secretariat.kernel.plain import plain
from secretariat.sources.rules import end_of


def day(text: str) -> date:
    """Read a day; raises ``typer.BadParameter``."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} is not a day of the calendar, expected YYYY-MM-DD"
        raise typer.BadParameter(msg) from error


def instant(text: str) -> datetime:
    """Read an instant; a day alone means its last instant in UTC. Raises ``typer.BadParameter``."""
    try:
        if len(text) == len("2011-05-31"):
            return end_of(date.fromisoformat(text))
        read = datetime.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} is not an instant, expected YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ"
        raise typer.BadParameter(msg) from error
    return read if read.tzinfo else read.replace(tzinfo=UTC)


OnDay = Annotated[date, typer.Option("--on", parser=day, metavar="DATE", help="The day the question is about.")]
AsOf = Annotated[
    date,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="DATE",
        help="The day the question is about; unless --known-at says otherwise, only what was known by its end counts.",
    ),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option("--known-at", parser=instant, metavar="INSTANT", help="Only what was known by then counts."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


class Editions(StrEnum):
    """Which languages to write."""

    EN = "en"
    RU = "ru"
    BOTH = "both"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages meant."""
        return tuple(each for each in LANGUAGES if self in {Editions.BOTH, each})


def print_json(value: Any) -> None:
    """Print a value as JSON, two spaces deep, letters of every script as they are."""
    typer.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows for a person; ``None`` is shown as unknown."""
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("unknown" if cell is None else str(plain(cell)) for cell in row))
    Console().print(table)


def mistake(message: str) -> NoReturn:
    """Say what the user got wrong and leave with exit code 2."""
    typer.echo(f"secretariat: {message}", err=True)
    raise typer.Exit(2)


def prepare_database() -> None:
    """Create or upgrade the tables, silently."""
    call_command("migrate", verbosity=0, interactive=False)


def need_register() -> None:
    """Stop with a plain word when no register has been loaded yet."""
    name = str(connection.settings_dict["NAME"])
    # Asking SQLite about a file that is not there would make it.
    is_missing = connection.vendor == "sqlite" and not (
        ":memory:" in name or "mode=memory" in name or Path(name).exists()
    )
    if is_missing or "parties_organisation" not in connection.introspection.table_names():
        mistake("this database holds no register yet; load a pack first: secretariat load PACK")
