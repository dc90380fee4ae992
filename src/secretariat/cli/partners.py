"""``secretariat partners``: with whom the organisation has links on a day, and who of its members is in what."""

from datetime import UTC, datetime
from typing import Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, OnDay, need_register, print_json, print_table
from secretariat.partners.queries import PartnerOverview, partners
from secretariat.partners.rules import FollowUpStatus


def _follow_up(status: FollowUpStatus) -> dict[str, Any]:
    return {
        "id": status.follow_up.key,
        "title": status.follow_up.title,
        "due": status.due,
        "overdue": status.overdue,
    }


def _row(each: PartnerOverview) -> dict[str, Any]:
    return {
        "id": each.partner.key,
        "name": each.partner.name,
        "link_status": each.link_state,
        "since": each.since,
        "members_in_common": each.members_in_common,
        "open_follow_ups": [_follow_up(status) for status in each.open_follow_ups],
        "standing": each.standing,
        "sources": each.sources,
    }


def _in_common(each: PartnerOverview) -> str | None:
    found = each.members_in_common
    return None if found is None else f"{len(found)}/{len(each.overlap.places)} {' '.join(found)}".strip()


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("partners")
    def show_partners(on: OnDay, known_at: KnownAt = None, as_json: AsJson = False) -> None:
        """List partner organisations on a day: the link with each, the members in common, what was agreed and is open.

        The link shown is the firmest; suspended members are counted as members. What nobody knows is unknown, not none.
        """
        need_register()
        found = partners(SECRETARIAT, on=on, known_at=known_at or datetime.now(UTC))
        if as_json:
            print_json([_row(each) for each in found])
            return
        print_table(
            f"Partners on {on}",
            ["id", "name", "link", "since", "members in common", "open (overdue)", "standing", "sources"],
            [
                [
                    each.partner.key,
                    each.partner.name.en,
                    each.link_state.value.replace("_", " "),
                    each.since or "–",
                    _in_common(each),
                    f"{len(each.open_follow_ups)} ({sum(status.overdue for status in each.open_follow_ups)})",
                    each.standing,
                    " ".join(each.sources),
                ]
                for each in found
            ],
        )
