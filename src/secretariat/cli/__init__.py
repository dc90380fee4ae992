"""The command line: thin commands over the rooms' queries and actions.

Exit codes: 0 done; 1 something failed that is not the user's doing (the database cannot be reached, a disk is full);
2 the user's mistake (an option, a pack with problems, an id or a meeting that the register does not hold).
"""

import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module

import typer

COMMANDS = {
    "members": ("members",),
    "instrument": ("instrument",),
    "calendar": ("calendar",),
    "agenda": ("agenda",),
    "pace": ("pace",),
    "partners": ("partners",),
    "positions": ("positions",),
    "response": ("response",),
    "programmes": ("programmes",),
    "measurements": ("import",),
    "watch": ("watch",),
    "events": ("watch",),
    "alerts": ("watch",),
    "data": ("data",),
    "pack": ("check", "load", "dump", "schema"),
    "search": ("search",),
    "synth": ("synth",),
    "review": ("review",),
    "user": ("user",),
    "serve": ("serve",),
    "worker": ("worker",),
    "health": ("health",),
}
"""The modules of this package and the words they add to the application, in the order ``--help`` shows them.

Only the modules of the word that was typed are imported: a question about members does not wait for the libraries of
statistics and maps.
"""


def modules_of(arguments: Sequence[str]) -> tuple[str, ...]:
    """The modules that the typed command needs; all of them for ``--help`` and for a word that none of them adds."""
    word = next((each for each in arguments if not each.startswith("-")), "")
    return tuple(module for module, words in COMMANDS.items() if word in words) or tuple(COMMANDS)


def take_option(arguments: list[str], name: str) -> str | None:
    """Take ``name VALUE`` or ``name=VALUE`` out of the arguments, wherever it stands."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument.startswith(f"{name}="):
            del arguments[index]
            return argument.partition("=")[2]
        if argument == name and index + 1 < len(arguments):
            value = arguments[index + 1]
            del arguments[index : index + 2]
            return value
    return None


def database_url(text: str) -> str:
    """A database address from what a person types: an address, or the path of an SQLite file."""
    return text if "://" in text else f"sqlite:///{text}"


def _no_common_options() -> None:
    """The register and the review of a treaty organisation."""


def application(modules: Iterable[str] = tuple(COMMANDS)) -> typer.Typer:
    """The command line with the commands of some modules, of all without; Django must be set up."""
    app = typer.Typer(
        name="secretariat",
        help="The register and the review of a treaty organisation.",
        epilog="Everywhere: --db PATH or an address (sqlite:///..., postgres://...) chooses the database, "
        "else SECRETARIAT_DATABASE_URL, else secretariat.db here. Exit codes: 0 done, 1 failed, 2 the user's mistake.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    # a callback keeps the command's word even where only one command was imported
    app.callback()(_no_common_options)
    for name in modules:
        import_module(f"secretariat.cli.{name}").add_to(app)
    return app


def main() -> None:
    """Run the command line; no traceback for a user's mistake."""
    if (database := take_option(sys.argv, "--db")) is not None:
        os.environ["SECRETARIAT_DATABASE_URL"] = database_url(database)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "secretariat.web.settings")
    import django  # noqa: PLC0415  # after --db is known: settings read the address once
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415
    from django.db import DatabaseError  # noqa: PLC0415

    try:
        django.setup()
        application(modules_of(sys.argv[1:]))()
    except (DatabaseError, ImproperlyConfigured, OSError) as error:
        typer.echo(f"secretariat: {type(error).__name__}: {error}", err=True)
        raise SystemExit(1) from error
    except ValueError as error:
        if not str(error).startswith("SECRETARIAT_"):
            raise
        typer.echo(f"secretariat: {error}", err=True)
        raise SystemExit(2) from error
