"""The one way rows enter the register: all of them or none, with their entries in the log."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from secretariat.audit.actions import log
from secretariat.audit.rules import Actor, content_hash
from secretariat.kernel import ImpreciseDate
from secretariat.sources.columns import ActColumns, RecordColumns

BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of the rows of one table."""

    added: int
    unchanged: int


class UnableToRecord(Exception):
    """A row is recorded already with other content. ``key`` names it."""

    def __init__(self, keys: list[str]) -> None:
        self.keys = keys
        super().__init__(f"already recorded with other content: {', '.join(keys[:5])}")


def _complete(row: RecordColumns) -> None:
    """Fill in what follows from the rest of the row: the bounds of its date, and the hash of its content."""
    if isinstance(row, ActColumns) and row.date is not None:
        when = ImpreciseDate.parse(row.date)
        row.earliest, row.latest = when.earliest, when.latest
    row.content_hash = content_hash(row.content())


def record_rows(actor: Actor, *, action: str, rows: Sequence[RecordColumns]) -> Recorded:
    """Add rows of one table in one transaction with one audit entry; rows that are there already change nothing.

    Raises :class:`UnableToRecord` when a key is recorded with other content: the register never overwrites, a
    correction is a row of its own.
    """
    if not rows:
        return Recorded(0, 0)
    model = type(rows[0])
    for row in rows:
        _complete(row)
    with transaction.atomic():
        present = model._default_manager.all()
        if len(rows) <= 500:
            present = present.filter(key__in=[row.key for row in rows])
        recorded = dict(present.values_list("key", "content_hash"))
        if conflicts := [row.key for row in rows if recorded.get(row.key, row.content_hash) != row.content_hash]:
            raise UnableToRecord(conflicts)
        added = [row for row in rows if row.key not in recorded]
        if added:
            model._default_manager.bulk_create(added, batch_size=BATCH)
            name = added[0].key if len(added) == 1 else f"{len(added)} rows"
            log(
                actor,
                action=action,
                object_name=f"{model._meta.label}: {name}",
                hashes=[row.content_hash for row in added],
            )
    return Recorded(len(added), len(rows) - len(added))
