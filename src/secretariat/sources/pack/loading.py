"""Loading a pack into the register: atomic and idempotent."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.sources.actions import Recorded, UnableToRecord, record_values
from secretariat.sources.pack.problems import Problem, UnableToReadPack
from secretariat.sources.pack.reading import Step, collector_at_rest, no_progress, read_pack
from secretariat.sources.pack.tables import PackTable, Placed
from secretariat.sources.queries import citations, every_row


def _load_table(actor: Actor, table: PackTable, placed: list[Placed], problems: list[Problem]) -> Recorded:
    values = (table.values_of(each) for each in placed)
    try:
        return record_values(actor, action="load", model=table.table, rows=values)
    except UnableToRecord as conflict:
        by_id = {each.row.id: each for each in placed}
        for key in conflict.keys:
            raw = by_id[key].raw
            problems.append(
                Problem(
                    raw.file,
                    raw.line_of(("id",)),
                    "id",
                    f"{key!r} is recorded already with other content",
                    "the same content, or a new row with corrects: the register never overwrites",
                )
            )
        return Recorded(0, 0)


@collector_at_rest()
def load_pack(actor: Actor, folder: Path, tables: Sequence[PackTable], step: Step = no_progress) -> dict[str, Recorded]:
    """Load all tables of a pack in one transaction; what was added and what was there already, by table.

    Raises :class:`UnableToReadPack`, with nothing loaded, when any row is wrong.
    """
    by_name = {table.name: table for table in tables}

    def recorded(name: str) -> set[str]:
        return set(every_row(SECRETARIAT, by_name[name].table).values_list("key", flat=True))

    dates = {key: citation.published for key, citation in citations(SECRETARIAT, known_at=datetime.now(UTC)).items()}
    rows = read_pack(folder, tables, known=recorded, recorded_dates=dates.get, step=step, into_lake=True)
    problems: list[Problem] = []
    summary: dict[str, Recorded] = {}
    with transaction.atomic():
        for table in tables:
            summary[table.name] = _load_table(actor, table, rows[table.name], problems)
            step(table.name, len(rows[table.name]))
        if problems:
            raise UnableToReadPack(problems)
    return summary
