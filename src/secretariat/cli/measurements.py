"""``secretariat import measurements``: figures from somebody else's table, previewed before they are recorded."""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli.terminal import AsJson, mistake, need_register, print_json, print_table
from secretariat.programmes.actions import UnableToRecordMeasurement, record_measurements
from secretariat.programmes.forms import (
    DIALECTS,
    Read,
    UnableToReadTable,
    preview_of,
    read_mapping,
)
from secretariat.programmes.queries import (
    fields,
)
from secretariat.programmes.rules.imports import Change, ChangeKind

SHOWN = 20
"""So many changes of each kind are printed; the rest is counted."""


def _row(change: Change) -> dict[str, Any]:
    draft = change.draft
    return {
        "kind": change.kind,
        "id": draft.key,
        "row": draft.row,
        "indicator": draft.indicator,
        "state": draft.state,
        "start": draft.start,
        "end": draft.end,
        "value": draft.value,
        "low": draft.low,
        "high": draft.high,
        "qualifier": draft.qualifier,
        "unit": draft.unit,
        "source": draft.source,
        "differences": [{"column": name, "recorded": old, "file": new} for name, old, new in change.differences],
        "disagrees_with": change.disagrees,
    }


def _preview(file: Path, read: Read, by_kind: dict[ChangeKind, list[Change]]) -> None:
    left_out = ", ".join(f"{count} {reason}" for reason, count in sorted(read.skipped.items()))
    print_table(
        f"{file}: {read.rows} rows" + (f"; left out: {left_out}" if left_out else ""),
        ["new", "same", "conflicting"],
        [[len(by_kind[kind]) for kind in ChangeKind]],
    )
    for kind in (ChangeKind.NEW, ChangeKind.CONFLICTING):
        some = by_kind[kind]
        if not some:
            continue
        print_table(
            f"{kind.value}: {min(len(some), SHOWN)} of {len(some)}",
            ["row", "indicator", "of", "start", "end", "value", "unit", "source", "remark"],
            [_line(change) for change in some[:SHOWN]],
        )


def _line(change: Change) -> list[Any]:
    draft = change.draft
    value = f"{draft.low:g}-{draft.high:g}" if draft.low is not None and draft.high is not None else draft.value
    remark = "; ".join(f"{name}: {old} on record" for name, old, _ in change.differences)
    if change.disagrees:
        remark = f"disagrees with {', '.join(change.disagrees)}: both stay"
    return [
        draft.row,
        draft.indicator,
        draft.state or "joint",
        draft.start,
        draft.end,
        value,
        draft.unit,
        draft.source,
        remark,
    ]


def _imports(app: typer.Typer) -> typer.Typer:
    """The group ``import``; made by the first command that needs it."""
    for group in app.registered_groups:
        if group.name == "import" and group.typer_instance is not None:
            return group.typer_instance
    made = typer.Typer(help="Take in tables of others.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(made, name="import")
    return made


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @_imports(app).command("measurements")
    def import_measurements(
        file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx file.")],
        field: Annotated[str, typer.Option("--field", help="The field of work whose indicators it holds.")],
        mapping: Annotated[
            Path | None,
            typer.Option(
                "--mapping", metavar="MAP.yaml", help="What its columns mean; without it: the register's names."
            ),
        ] = None,
        dialect: Annotated[
            str | None, typer.Option("--dialect", help=f"How it is written: {', '.join(DIALECTS)}.")
        ] = None,
        correct: Annotated[
            bool, typer.Option("--correct", help="Record conflicting figures as corrections; else they are left out.")
        ] = False,
        yes: Annotated[bool, typer.Option("--yes", help="Record without asking.")] = False,
        as_json: AsJson = False,
    ) -> None:
        """Import figures of a field of work: every wrong cell is named; nothing is recorded before you say so."""
        need_register()
        now = datetime.now(UTC)
        if field not in (known := fields(SECRETARIAT, on=now.date(), known_at=now)):
            mistake(f"the register holds no field of work {field}, expected one of {', '.join(known) or 'none'}")
        if dialect is not None and dialect not in DIALECTS:
            mistake(f"there is no dialect {dialect}, expected one of {', '.join(DIALECTS)}")
        try:
            chosen = read_mapping(mapping) if mapping is not None else None
            found = preview_of(SECRETARIAT, file, field=field, now=now, mapping=chosen, dialect=dialect)
        except UnableToReadTable as error:
            for problem in error.problems:
                typer.echo(str(problem), err=True)
            count = len(error.problems)
            typer.echo(f"{count} problem{'' if count == 1 else 's'}; nothing was recorded", err=True)
            raise typer.Exit(2) from error
        read, changes = found.read, found.changes
        by_kind = {kind: found.of(kind) for kind in ChangeKind}
        drafts, corrections = found.drafts(correct=correct)
        if not as_json:
            _preview(file, read, by_kind)
        recorded = 0
        if (drafts or corrections) and (yes or (not as_json and typer.confirm("Record this?"))):
            try:
                recorded = record_measurements(
                    Actor(getpass.getuser()), drafts=drafts, corrections=corrections, known_from=found.known_from
                ).added
            except UnableToRecordMeasurement as error:
                mistake(str(error))
        if as_json:
            counts = {kind.value: len(by_kind[kind]) for kind in ChangeKind}
            changed = [_row(each) for each in changes if each.kind is not ChangeKind.SAME]
            print_json({"rows": read.rows, **counts, "skipped": read.skipped, "recorded": recorded, "changes": changed})
        else:
            typer.echo(f"recorded: {recorded}")
