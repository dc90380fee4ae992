"""Write the reference pages from the code: commands, tables of a pack with their schemas, methods.

``python -m docs.generate`` writes them; with ``--check`` it only says which are not current and leaves with 1.
"""

import argparse
import inspect
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "secretariat.web.settings")
django.setup()

import typer.main  # noqa: E402  # after Django: commands import tables
from django.conf import settings  # noqa: E402  # after Django is set up
from pydantic import BaseModel, StringConstraints  # noqa: E402  # after Django is set up
from pydantic.fields import FieldInfo  # noqa: E402  # after Django is set up

import secretariat.cli  # noqa: E402  # after Django is set up
from docs.interface import interface_page  # noqa: E402  # after Django is set up
from secretariat.cli.pack import pack_tables  # noqa: E402  # after Django is set up
from secretariat.decisions.rules import PACE_DEFINITION  # noqa: E402  # after Django is set up
from secretariat.review.rules import methods  # noqa: E402  # after Django is set up
from secretariat.review.rules.methods import Method  # noqa: E402  # after Django is set up
from secretariat.sources.pack.rows import Act, Key, Ref, Row, Text  # noqa: E402  # after Django is set up
from secretariat.sources.pack.tables import PackTable  # noqa: E402  # after Django is set up
from secretariat.sources.pack.writing import write_schemas  # noqa: E402  # after Django is set up

REFERENCE = Path(__file__).resolve().parent / "reference"
WIDTH = 100
_KEY = next(mark.pattern for mark in get_args(Key) if isinstance(mark, StringConstraints))
_GENERATED = "<!-- Written by python -m docs.generate; do not edit. -->\n\n"


class Command(NamedTuple):
    """A command as a person types it, and what ``--help`` says."""

    name: str
    summary: str
    usage: str


class Option(NamedTuple):
    """An option or an argument of a command, and its help."""

    name: str
    help: str


def _each(command: Any, name: str, parent: Any) -> Iterator[tuple[str, Any, Any]]:
    """Every command beneath one, in the order of ``--help``: its full name, itself, its context."""
    context = command.context_class(
        command, info_name=name.rpartition(" ")[2], parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
    )
    yield name, command, context
    for word in command.list_commands(context) if hasattr(command, "list_commands") else ():
        yield from _each(command.get_command(context, word), f"{name} {word}", context)


def _application() -> list[tuple[str, Any, Any]]:
    return list(_each(typer.main.get_command(secretariat.cli.application()), "secretariat", None))[1:]


def options() -> Iterator[Option]:
    """Every option and argument of every command."""
    for name, command, _ in _application():
        for each in command.params:
            yield Option(f"{name} {each.name}", getattr(each, "help", None) or "")


def flags() -> dict[str, list[str]]:
    """The spellings of every option, by the first word of its command."""
    found: dict[str, list[str]] = {}
    for name, command, _ in _application():
        found.setdefault(name.split()[1], []).extend(
            flag for each in command.params for flag in (*each.opts, *each.secondary_opts)
        )
    return found


def commands() -> Iterator[Command]:
    """Every command of the application, in the order of ``--help``."""
    for name, command, context in _application():
        usage = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        yield Command(name, command.get_short_help_str(limit=WIDTH), usage)


def cli_page() -> str:
    """The page about the command line."""
    known = list(commands())
    lines = [
        "# Commands",
        "",
        _GENERATED.strip(),
        "",
        "| command | what it does |",
        "|---|---|",
        *(f"| [`{each.name}`](#{each.name.replace(' ', '-')}) | {each.summary} |" for each in known),
        "",
        "## Everywhere",
        "",
        "`--db PATH` or `--db ADDRESS` chooses the database, wherever it stands on the line: the path of a file,",
        "`sqlite:///PATH` or `postgres://USER:PASSWORD@HOST:PORT/NAME`. Lacking it, the environment variable",
        "`SECRETARIAT_DATABASE_URL` does; lacking that, the file `secretariat.db` in the current folder.",
        "",
        "A day is written `YYYY-MM-DD`. An instant is a day, meaning its end in UTC, or a time such as",
        "`2011-05-31T12:00:00Z`.",
        "",
        "With `--json` a command prints nothing but JSON on its standard output. Messages and progress go to the",
        "standard error.",
        "",
        "## Environment",
        "",
        "| variable | meaning | default |",
        "|---|---|---|",
        "| `SECRETARIAT_DATABASE_URL` | the database, where `--db` does not name one | `sqlite:///secretariat.db` |",
        "| `SECRETARIAT_HOSTS` | the host names `serve` answers to, with commas between | this machine |",
        "| `SECRETARIAT_LAKE` | the folder of the lake, where data sets lie | beside the SQLite database |",
        "| `SECRETARIAT_LAKE_ENGINE` | what reads the lake: `duckdb` or `pyspark` | `duckdb` |",
        "| `SECRETARIAT_DATA_MIRROR` | a folder that `data get` reads instead of the network | none |",
        "| `SECRETARIAT_ASSETS` | the packages that set-up fetches (boundary data) | `assets/node_modules` |",
        "| `SECRETARIAT_REVIEWS` | the folder of written reviews that the pages offer | none |",
        "| `SECRETARIAT_JOB_FILES` | the folder where background jobs leave what they make | beside the lake |",
        "| `SECRETARIAT_PRODUCTION` | 1: served to others, over TLS only; see [Deploy](../how-to/deploy.md) | `0` |",
        "| `SECRETARIAT_SECRET_KEY` | what sessions and forms are signed with | a new one each start |",
        "| `SECRETARIAT_ADDRESS` | where the register is reached, for links in e-mails | `http://127.0.0.1:8000` |",
        "| `SECRETARIAT_PROXIES` | how many web servers of one's own stand before it | `0` |",
        "| `SECRETARIAT_EMAIL_URL` | how mail leaves: `console:`, `smtp:`, `smtp+tls:` or `smtps:` | `console:` |",
        "| `SECRETARIAT_EMAIL_FROM` | the sender of e-mail | `secretariat@localhost` |",
        "| `SECRETARIAT_IDLE_MINUTES` | a session in which nothing was asked for so long is over | `60` |",
        "| `SECRETARIAT_SESSION_HOURS` | a session is over so long after it began | `12` |",
        "| `SECRETARIAT_OIDC_ISSUER` | the identity provider of a ministry (OpenID Connect) | none |",
        "| `SECRETARIAT_OIDC_NAME` | its name on the page to sign in | its host |",
        "| `SECRETARIAT_OIDC_CLIENT_ID` | the name under which it knows the register | none |",
        "| `SECRETARIAT_OIDC_CLIENT_SECRET` | the secret that goes with it | none |",
        "",
        "## Exit codes",
        "",
        *_exit_codes(),
    ]
    for each in known:
        lines += ["", f"## {each.name}", "", "```text", each.usage, "```"]
    return "\n".join(lines) + "\n"


def _exit_codes() -> list[str]:
    """The table of exit codes, from the sentence that states them beside the code."""
    text = " ".join((secretariat.cli.__doc__ or "").split())
    stated = text.partition("Exit codes: ")[2].rstrip(".").split("; ")
    rows = [each.partition(" ") for each in stated]
    return ["| code | meaning |", "|---|---|", *(f"| {code} | {meaning} |" for code, _, meaning in rows)]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _named(annotation: Any) -> str:
    """A type without arguments in a pack author's words."""
    if isinstance(annotation, type):
        if issubclass(annotation, Text):
            return "text by language"
        if issubclass(annotation, BaseModel):
            return f"mapping [{annotation.__name__}](#{annotation.__name__.lower()})"
        if issubclass(annotation, Enum):
            return "one of " + ", ".join(f"`{each.value}`" for each in annotation)
    words = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "date": "day"}
    name = getattr(annotation, "__name__", str(annotation))
    return words.get(name, "instant" if name == "datetime" else name)


def _is_date(marks: Iterable[Any]) -> bool:
    return any("YYYY" in (getattr(mark, "description", "") or "") for mark in marks)


def _several(kind: str) -> str:
    """``id of states`` as a list of them."""
    for one, many in {"id": "ids", "text": "texts", "mapping": "mappings"}.items():
        if kind == one or kind.startswith(f"{one} "):
            return "list of " + kind.replace(one, many, 1)
    return f"list of {kind}"


def type_text(annotation: Any, info: FieldInfo | None = None) -> str:
    """A type in a pack author's words: ``list of ids of states``, ``one of a, b``."""
    arguments = [each for each in get_args(annotation) if each is not type(None)]
    marks = [*(info.metadata if info is not None else ()), *getattr(annotation, "__metadata__", ())]
    origin = get_origin(annotation)
    if tables := next((mark.tables for mark in marks if isinstance(mark, Ref)), ()):
        kind = "id of " + " or ".join(f"[{table}](#{table})" for table in tables)
    elif _is_date(marks):
        kind = "date"
    elif any(getattr(mark, "pattern", None) == _KEY for mark in marks):
        kind = "id"
    elif hasattr(annotation, "__metadata__"):
        kind = type_text(arguments[0])
    elif origin is None:
        kind = _named(annotation)
    elif origin is Literal:
        kind = "one of " + ", ".join(f"`{value}`" for value in arguments)
    elif origin in {list, Sequence}:
        kind = _several(type_text(arguments[0]))
    else:
        kind = " or ".join(dict.fromkeys(type_text(each) for each in arguments))
    return kind


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "required"
    value = info.get_default(call_default_factory=True)
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, BaseModel):
        return "its defaults"
    words = {"None": "none", "": "empty", "[]": "empty", "True": "`true`", "False": "`false`"}
    return words.get(str(value), f"`{value}`")


def own_fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields that a row or a part states itself; those of every row and every act are described once."""
    common = {
        name for base in (Act, Row) if model is not base and issubclass(model, base) for name in base.model_fields
    }
    mine = inspect.get_annotations(model)
    return {name: info for name, info in model.model_fields.items() if name not in common or name in mine}


def parts_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The mappings inside a row, each once, outermost first."""
    found: list[type[BaseModel]] = []

    def look(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, Text):
            if annotation not in found:
                found.append(annotation)
                found.extend(part for part in parts_of(annotation) if part not in found)
            return
        for argument in get_args(annotation):
            look(argument)

    for info in own_fields(model).values():
        look(info.annotation)
    return found


def description_of(info: FieldInfo) -> str:
    """What the schema says about a field; empty where it says nothing."""
    return info.description or ""


def _fields_table(model: type[BaseModel]) -> list[str]:
    rows = [
        f"| `{name}` | {_cell(type_text(info.annotation, info))} | {_default(info)} | {_cell(description_of(info))} |"
        for name, info in own_fields(model).items()
    ]
    return ["| field | type | default | description |", "|---|---|---|---|", *rows]


def _sentence(model: type[BaseModel]) -> str:
    """What a row is, without the remarks on its fields, which stand in the table."""
    return inspect.cleandoc(model.__doc__ or "").partition("\n\n")[0].replace("\n", " ").partition(" ``")[0]


def _table_section(table: PackTable) -> list[str]:
    files = f"`{table.name}.yaml`, one mapping." if table.single else f"`{table.name}.yaml`, a list of rows."
    kind = "An act: it has the fields of [every act](#every-act) as well." if issubclass(table.row, Act) else ""
    return [
        "",
        f"### {table.name}",
        "",
        f"{_sentence(table.row)} {files} {kind}".rstrip(),
        f"Schema: [{table.name}.schema.json](schemas/{table.name}.schema.json).",
        "",
        *_fields_table(table.row),
    ]


_PACK_LEAD = """\
A pack is a folder of text files that holds an organisation. Each table below is one file, `NAME.yaml` or `NAME.jsonl`
(one JSON object a line), or a folder `NAME/` of several such files. Files may be left out. Hidden files, and files with
other endings such as `SOURCES.md`, are not read.

Files are UTF-8 of at most 32 MiB. Anchors, aliases, tags and repeated keys are refused, and so are unknown keys.
`secretariat check PACK` names every problem with its file and line.

- A **date** is a day, a month or a year (`2011-05-31`, `2011-05`, `2011`), or two of them with `/` between for an
  interval. A **day** is always `YYYY-MM-DD`. An **instant** is a day (its first instant in UTC) or a time with its
  offset, such as `2011-05-31T12:00:00Z`.
- A **text by language** is a mapping: `{en: Charter, ru: Устав}`. A language may be left out.
- An **id** begins with a letter or a digit and goes on with letters, digits and `. _ : # / + -`.
- A row is never edited once it was loaded: see [how to correct a fact](../how-to/correct-a-fact.md).
"""


def pack_page() -> str:
    """The page about the pack."""
    tables = pack_tables()
    lines = ["# The organisation pack", "", _GENERATED.strip(), "", _PACK_LEAD]
    lines += ["| room | tables |", "|---|---|"]
    for room in settings.ROOMS:
        names = [table.name for table in import_module(f"secretariat.{room}.pack").TABLES]
        lines.append(f"| {room} | {', '.join(f'[{name}](#{name})' for name in names)} |")
    lines += ["", "## Every row", "", "Each row of each table may have these fields.", "", *_fields_table(Row)]
    lines += ["", "## Every act", "", _sentence(Act), "", *_fields_table(Act)]
    for room in settings.ROOMS:
        lines += ["", f"## Room: {room}"]
        for table in import_module(f"secretariat.{room}.pack").TABLES:
            lines += _table_section(table)
    rows: list[type[BaseModel]] = [Act, *(table.row for table in tables)]
    parts = dict.fromkeys(part for row in rows for part in parts_of(row))
    lines += ["", "## Parts", "", "Mappings that stand inside rows."]
    for part in parts:
        lines += ["", f"### {part.__name__}", "", _sentence(part), "", *_fields_table(part)]
    return "\n".join(lines) + "\n"


def review_methods() -> list[Method]:
    """Every method of the review, in the order in which they are written."""
    return [*(value for value in vars(methods).values() if isinstance(value, Method)), *methods.CHAPTER_METHODS]


def methods_page() -> str:
    """The page about the methods."""
    lines = [
        "# Methods",
        "",
        _GENERATED.strip(),
        "",
        "The rules that the figures of a review come from, in the words printed in its annex. A changed definition",
        "gets a new version, and the next review says that its figures differ by method.",
    ]
    for method in review_methods():
        lines += ["", f"## {method.name}", "", f"Version {method.version}.", ""]
        lines += [method.definition.en, "", f"> {method.definition.ru}"]
    lines += ["", "## What a good pace is", "", PACE_DEFINITION.en, "", f"> {PACE_DEFINITION.ru}"]
    return "\n".join(lines) + "\n"


def write(folder: Path) -> list[Path]:
    """Write every generated page into ``folder``; the paths written, relative to it."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {
        "api.md": interface_page(_GENERATED.strip()),
        "cli.md": cli_page(),
        "pack.md": pack_page(),
        "methods.md": methods_page(),
    }
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    schemas = write_schemas(folder / "schemas", pack_tables())
    return sorted([Path(name) for name in pages] + [path.relative_to(folder) for path in schemas])


def differences(folder: Path) -> list[str]:
    """The generated pages in ``folder`` that are not what the code says now, and those that nothing writes."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        written = write(fresh)
        wrong = [
            path.as_posix()
            for path in written
            if not (folder / path).exists() or (folder / path).read_bytes() != (fresh / path).read_bytes()
        ]
    schemas = {path.relative_to(folder) for path in (folder / "schemas").glob("*")}
    return sorted([*wrong, *(path.as_posix() for path in schemas - set(written))])


def main() -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(prog="python -m docs.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; say which pages are not current")
    if not parser.parse_args().check:
        for path in write(REFERENCE):
            sys.stdout.write(f"docs/reference/{path}\n")
        return 0
    stale = differences(REFERENCE)
    for name in stale:
        sys.stderr.write(f"docs/reference/{name} is not current; run: make docs\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
