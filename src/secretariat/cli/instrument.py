"""``secretariat instrument``: whether an instrument is in force on a day, and for whom."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, OnDay, mistake, need_register, print_json, print_table
from secretariat.parties.queries import InstrumentStatus, instrument_status
from secretariat.parties.rules import PartyStatus


def _state(status: PartyStatus) -> dict[str, Any]:
    return {
        "state": status.state,
        "status": status.status,
        "since": status.since,
        "standing": status.standing,
        "sources": status.sources,
    }


def _row(status: InstrumentStatus) -> dict[str, Any]:
    return {
        "id": status.instrument.key,
        "title": status.instrument.title,
        "in_force": status.entry.in_force,
        "since": status.entry.since,
        "parties": [_state(each) for each in status.parties],
        "others": [_state(each) for each in status.states if not each.status.is_bound],
        "standing": status.standing,
        "sources": status.sources,
    }


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("instrument")
    def show_instrument(
        key: Annotated[str, typer.Argument(metavar="ID", help="The instrument's id, e.g. CHARTER.")],
        on: OnDay,
        known_at: KnownAt = None,
        as_json: AsJson = False,
    ) -> None:
        """Say whether an instrument is in force on a day, since when and for whom."""
        need_register()
        status = instrument_status(SECRETARIAT, key, on=on, known_at=known_at or datetime.now(UTC))
        if status is None:
            mistake(f"the register holds no instrument {key!r}")
        if as_json:
            print_json(_row(status))
            return
        force = f"in force since {status.entry.since}" if status.entry.in_force else "not in force"
        print_table(
            f"{status.instrument.title} ({key}), on {on}: {force} ({status.standing.value})",
            ["state", "status", "since", "standing", "sources"],
            [[each.state, each.status, each.since, each.standing, " ".join(each.sources)] for each in status.states],
        )
