"""``secretariat calendar``: the meetings to come, with the dates that their conditions leave."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, AsOf, KnownAt, mistake, need_register, print_json, print_table
from secretariat.organs.queries import calendar, organs
from secretariat.organs.rules import CalendarEntry, Conflict, ResolvedConstraint, calendar_feed, not_in_feed
from secretariat.parties.queries import NoOrganisation, organisation
from secretariat.sources.rules import end_of


def _constraint(constraint: ResolvedConstraint) -> dict[str, Any]:
    return {
        "relation": constraint.constraint.relation,
        "anchor": constraint.constraint.anchor,
        "days": constraint.constraint.days,
        "resolved_to": constraint.resolved_to,
        "waiting": constraint.waiting,
        "text": constraint.text,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "between": [condition.text for condition in conflict.between],
        "meetings": conflict.meetings,
        "acts": [condition.act for condition in conflict.between],
        "explanation": conflict.explanation,
    }


def _row(entry: CalendarEntry) -> dict[str, Any]:
    stated = entry.stated
    return {
        "id": entry.key,
        "organ": entry.organ,
        "joint_with": entry.joint_with,
        "kind": entry.kind,
        "title": entry.title,
        "place": entry.place,
        "certainty": entry.certainty,
        "stated": {"earliest": stated.earliest, "latest": stated.latest} if stated is not None else None,
        "earliest": entry.earliest,
        "latest": entry.latest,
        "open_start": entry.open_start,
        "open_end": entry.open_end,
        "passed": entry.passed,
        "constraints": [_constraint(each) for each in entry.constraints],
        "conflicts": [_conflict(each) for each in entry.conflicts],
        "standing": entry.standing,
        "sources": entry.sources,
    }


def _side(day: date | None, *, is_open: bool) -> str:
    return f"{day or 'unknown'}{' (may still change)' if is_open else ''}"


def _cells(entry: CalendarEntry) -> list[Any]:
    first, last = _side(entry.earliest, is_open=entry.open_start), _side(entry.latest, is_open=entry.open_end)
    about = (entry.kind.value, entry.place.en, entry.certainty.value, entry.standing.value)
    return [
        f"{entry.key} ({', '.join(each for each in about if each)})",
        entry.stated,
        first if entry.is_exact else f"{first} to {last}",
        "; ".join(each.text for each in entry.constraints),
        "; ".join(each.explanation for each in entry.conflicts),
    ]


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("calendar")
    def show_calendar(
        as_of: AsOf,
        known_at: KnownAt = None,
        as_json: AsJson = False,
        ics: Annotated[
            Path | None, typer.Option("--ics", metavar="FILE", help="Also write the feed (iCalendar) to a file.")
        ] = None,
    ) -> None:
        """List the meetings not yet held, with dates narrowed by their conditions and contradictions named."""
        need_register()
        known = known_at or end_of(as_of)
        entries = calendar(SECRETARIAT, on=as_of, known_at=known)
        if ics is not None:
            try:
                domain = f"{organisation(SECRETARIAT, known_at=known).key.lower()}.secretariat"
            except NoOrganisation:
                mistake("the register holds no organisation yet at that time")
            names = {key: organ.name for key, organ in organs(SECRETARIAT, on=as_of, known_at=known).items()}
            try:
                ics.write_bytes(calendar_feed(entries, names=names, domain=domain))
            except OSError as error:
                mistake(f"{ics} cannot be written: {error.strerror}")
            if left_out := not_in_feed(entries):
                typer.echo(f"{ics}: without {', '.join(left_out)}, whose days are not known", err=True)
        if as_json:
            print_json([_row(entry) for entry in entries])
            return
        print_table(
            f"Meetings not yet held on {as_of}",
            ["meeting", "announced for", "narrowed", "conditions", "contradictions"],
            [_cells(entry) for entry in entries],
        )
