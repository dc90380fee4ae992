"""The newest acts of the register, as the feed tells of them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps

from secretariat.access.rules import Viewer
from secretariat.review.queries.rows import row_lines
from secretariat.review.rules.rows import RowLine
from secretariat.sources.queries import as_of

TOLD = {
    "parties.TreatyAct": ("instrument", "instrument_id"),
    "organs.MeetingAct": ("meeting", "meeting_id"),
    "decisions.Decision": ("decision", ""),
    "decisions.CommitmentAct": ("commitment", "commitment_id"),
    "decisions.Report": ("commitment", "commitment_id"),
    "decisions.Assessment": ("commitment", "commitment_id"),
    "positions.PositionAct": ("position", "position_id"),
    "partners.LinkAct": ("partner", "link__partner_id"),
    "response.RequestAct": ("request", "request_id"),
}
"""The tables that are told of; what their rows are about, and the column that names it (else the row itself)."""


@dataclass(frozen=True, slots=True)
class RecentAct:
    """An act, when it became known, and what it is about. ``key`` stays the same when it is corrected."""

    key: str
    known_from: datetime
    subject: str
    about: str
    line: RowLine


def recent_acts(viewer: Viewer, *, on: date, known_at: datetime, count: int) -> list[RecentAct]:
    """The acts that had happened by the day and became known last, the newest first; at most ``count``.

    Rows that were known as long as there has been a register are no news. One query a table, and those of
    :func:`row_lines`, whatever the number of acts.
    """
    found: list[tuple[datetime, str, str, str, str]] = []
    for label, (subject, column) in TOLD.items():
        rows = as_of(viewer, apps.get_model(label), on, known_at).filter(known_from__isnull=False)
        newest = rows.order_by("-known_from", "key").values_list("key", "corrects_id", "known_from", column or "key")
        found += [
            (known_from, key, corrects or key, subject, about if column else corrects or key)
            for key, corrects, known_from, about in newest[:count]
        ]
    found.sort(key=lambda each: (-each[0].timestamp(), each[1]))
    chosen = found[:count]
    lines = row_lines(viewer, {key for _, key, *_ in chosen}, known_at=known_at, tables=TOLD)
    return [
        RecentAct(key=identity, known_from=known_from, subject=subject, about=about, line=lines[key])
        for known_from, key, identity, subject, about in chosen
    ]
