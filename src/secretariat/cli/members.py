"""``secretariat members``: who is a member of the organisation on a day."""

from datetime import UTC, datetime
from typing import Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, OnDay, mistake, need_register, print_json, print_table
from secretariat.parties.queries import NoOrganisation, members
from secretariat.parties.rules import MemberStatus


def _row(member: MemberStatus) -> dict[str, Any]:
    status = member.status
    return {
        "state": member.state.code,
        "name": member.state.name,
        "status": status.status,
        "since": status.since,
        "standing": status.standing,
        "sources": status.sources,
        "disputed_with": status.disputed,
        "declarations_without_legal_effect": [
            {"date": act.when, "kind": act.kind, "text": act.text, "sources": act.basis.sources}
            for act in status.declarations
        ],
    }


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("members")
    def show_members(on: OnDay, known_at: KnownAt = None, as_json: AsJson = False) -> None:
        """List the members on a day, in alphabetical order of their ISO codes."""
        need_register()
        try:
            found = members(SECRETARIAT, on=on, known_at=known_at or datetime.now(UTC))
        except NoOrganisation:
            mistake("the register holds no organisation; load a pack first: secretariat load PACK")
        if as_json:
            print_json([_row(member) for member in found])
            return
        print_table(
            f"Members on {on}",
            ["state", "name", "status", "since", "standing", "sources", "declarations without legal effect"],
            [
                [
                    member.state.code,
                    member.state.name_on(on).en,
                    member.status.status,
                    member.status.since,
                    member.status.standing,
                    " ".join(member.status.sources),
                    "; ".join(f"{act.when} {act.text}" for act in member.status.declarations),
                ]
                for member in found
            ],
        )
