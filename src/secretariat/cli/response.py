"""``secretariat response``: pledges, requests and mandates of the joint forces on a day."""

from datetime import UTC, datetime

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, OnDay, mistake, need_register, print_json, print_table
from secretariat.parties.queries import NoOrganisation
from secretariat.response.queries import response_register
from secretariat.response.views import register_rows


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("response")
    def show_response(on: OnDay, known_at: KnownAt = None, as_json: AsJson = False) -> None:
        """Show the joint forces on a day: pledges, requests and their fate, mandates. Administrative only."""
        need_register()
        try:
            found = response_register(SECRETARIAT, on=on, known_at=known_at or datetime.now(UTC))
        except NoOrganisation:
            mistake("the register holds no organisation; load a pack first: secretariat load PACK")
        rows = register_rows(found)
        if as_json:
            print_json(rows)
            return
        pledged = ("force", "state", "kind", "persons", "from", "until", "standing")
        print_table(f"Pledges on {on}", pledged, [[row[name] for name in pledged] for row in rows["pledges"]])
        asked = ("id", "state", "territory", "kind", "date", "status", "since", "standing_of_status")
        print_table(f"Requests by {on}", asked, [[row[name] for name in asked] for row in rows["requests"]])
        print_table(
            f"Mandates by {on}",
            ("id", "request", "force", "start", "ended", "members' persons", "known of", "standing"),
            [
                [
                    row["id"],
                    row["request"],
                    row["force"] or "-",
                    row["start"],
                    row["ended"] or "runs",
                    row["members_persons"],
                    f"{row['members_known']} of {row['members']}",
                    row["standing"],
                ]
                for row in rows["activations"]
            ],
        )
