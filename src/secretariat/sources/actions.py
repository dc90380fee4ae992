"""The one way rows enter the register: all of them or none, with their entries in the log."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import connections, models, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.audit.actions import log
from secretariat.audit.rules import Actor, content_hash
from secretariat.kernel import ImpreciseDate, Standing
from secretariat.search.actions import index_rows
from secretariat.search.rules import Wording
from secretariat.sources.columns import ActColumns, RecordColumns, content_of_values, defaults_of, wording_of
from secretariat.sources.models import Release as ReleaseTable
from secretariat.sources.queries import releases
from secretariat.sources.rules import Release

BATCH = 5_000
FEW = 500
"""Up to so many rows are looked up by their keys; for more, the whole table's keys are read."""


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


def _completed(model: type[RecordColumns], values: dict[str, Any]) -> dict[str, Any]:
    """Fill in what follows from the rest of the row: the bounds of its date, and the hash of its content."""
    if issubclass(model, ActColumns) and values["date"] is not None:
        when = ImpreciseDate.parse(values["date"])
        values["earliest"], values["latest"] = when.earliest, when.latest
    values["content_hash"] = content_hash(content_of_values(model, values))
    return values


def _writer(column: "models.Field[Any, Any]", connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """How one column's values reach the database driver: as Django does it, without asking again for each row."""
    if isinstance(column, models.JSONField) and connection.vendor == "sqlite":
        encode = json.JSONEncoder().encode
        return lambda value: None if value is None else "[]" if value == [] else encode(value)
    if isinstance(column, models.DateField):  # and DateTimeField: a register holds few different days
        return lru_cache(maxsize=32_768)(lambda value: column.get_db_prep_save(value, connection))
    return lambda value: None if value is None else column.get_db_prep_save(value, connection)


def _insert(model: type[RecordColumns], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows with one prepared statement.

    On SQLite that is three times as fast as ``bulk_create``, which wants an object a row and a statement a batch.
    """
    connection = connections[router.db_for_write(model)]
    columns = model._meta.concrete_fields
    names = [column.attname for column in columns]
    quote = connection.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(quote(str(column.column)) for column in columns)})"
    statement = f"INSERT INTO {into} VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608  # names, quoted
    as_it_is = (models.CharField, models.ForeignKey, models.BooleanField)
    writers = [None if isinstance(column, as_it_is) else _writer(column, connection) for column in columns]
    plan = list(zip(names, writers, strict=True))
    with connection.cursor() as cursor:
        for start in range(0, len(rows), BATCH):
            cursor.executemany(
                statement,
                [
                    tuple([row[name] if writer is None else writer(row[name]) for name, writer in plan])
                    for row in rows[start : start + BATCH]
                ],
            )


def record_values(actor: Actor, *, action: str, model: type[RecordColumns], rows: Iterable[dict[str, Any]]) -> Recorded:
    """Add rows of one table, given by the values of all their columns; see :func:`record_rows`."""
    completed = [_completed(model, values) for values in rows]
    if not completed:
        return Recorded(0, 0)
    with transaction.atomic():
        present = model._default_manager.all()
        if len(completed) <= FEW:
            present = present.filter(key__in=[row["key"] for row in completed])
        recorded = dict(present.values_list("key", "content_hash"))
        if conflicts := [
            row["key"] for row in completed if recorded.get(row["key"], row["content_hash"]) != row["content_hash"]
        ]:
            raise UnableToRecord(conflicts)
        added = [row for row in completed if row["key"] not in recorded] if recorded else completed
        if added:
            _insert(model, added)
            if model.titled or model.searched:
                index_rows(wording_of(model, row) for row in added)
            name = added[0]["key"] if len(added) == 1 else f"{len(added)} rows"
            log(
                actor,
                action=action,
                object_name=f"{model._meta.label}: {name}",
                hashes=[row["content_hash"] for row in added],
            )
    return Recorded(len(added), len(completed) - len(added))


def record_rows(actor: Actor, *, action: str, rows: Sequence[RecordColumns]) -> Recorded:
    """Add rows of one table in one transaction with one audit entry; rows that are there already change nothing.

    Raises :class:`UnableToRecord` when a key is recorded with other content: the register never overwrites, a
    correction is a row of its own.
    """
    if not rows:
        return Recorded(0, 0)
    values = [
        {name: value.value if isinstance(value, Enum) else value for name, value in row.values().items()}
        for row in rows
    ]
    return record_values(actor, action=action, model=type(rows[0]), rows=values)


def every_wording() -> Iterator[Wording]:
    """What every row of the register says to somebody who searches, hidden rows included: for the index alone."""
    for model in apps.get_models():
        if issubclass(model, RecordColumns) and (model.titled or model.searched):
            for row in model._default_manager.order_by("pk").iterator(chunk_size=BATCH):
                yield wording_of(model, row.values())


def _free_key(dataset: str, name: str) -> str:
    """A key that says which release it is, and that no row has."""
    stem = f"{dataset}-{re.sub('[^A-Za-z0-9._-]+', '-', name).strip('-')}"[:120].rstrip("-")
    taken = set(ReleaseTable.objects.filter(key__startswith=stem).values_list("key", flat=True))
    number = 1
    while (key := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return key


def add_release(actor: Actor, release: Release, *, mark: Mark = Mark.PUBLIC) -> tuple[str, bool]:
    """Record a release that the lake holds; its key, and whether it is new. ``release.key`` is not read.

    A release with the same address is in the register already: that changes nothing.
    """
    with transaction.atomic():
        if release.known_from is None:
            msg = "a release becomes known at an instant"
            raise ValueError(msg)
        for there in releases(SECRETARIAT, known_at=release.known_from, dataset=release.dataset):
            if there.address == release.address:
                return there.key, False
        name = release.release or (release.retrieved.isoformat() if release.retrieved else release.sha256[:12])
        values = dict(defaults_of(ReleaseTable)) | {
            "key": _free_key(release.dataset, name),
            "known_from": release.known_from,
            "standing": release.basis.standing.value,
            "sources": list(release.basis.sources),
            "mark": mark.value,
            "dataset": release.dataset,
            "kind": release.kind,
            "release": release.release,
            "file": release.file,
            "sha256": release.sha256,
            "importer": release.importer,
            "options": dict(sorted(release.options.items())),
            "rows": dict(sorted(release.rows.items())),
            "quarantined": release.quarantined,
            "licence": release.licence,
            "retrieved": release.retrieved,
            "url": release.url,
            "coverage": {"en": release.coverage.en, "ru": release.coverage.ru} if release.coverage else None,
            "rows_known_by": release.rows_known_by or None,
        }
        record_values(actor, action="add data", model=ReleaseTable, rows=[values])
        return str(values["key"]), True


def retract_release(actor: Actor, *, key: str, known_from: datetime) -> None:
    """Record that a release is withdrawn: from then on nothing is read from it; what was known before stays known.

    Raises ``ReleaseTable.DoesNotExist`` where the register has no such row.
    """
    with transaction.atomic():
        row = ReleaseTable.objects.get(key=key)
        values = row.values() | {
            "key": f"{row.identity[:120]}.withdrawn-{known_from:%Y%m%dT%H%M%S%fZ}",
            "corrects_id": row.identity,
            "retracted": True,
            "known_from": known_from,
            "standing": Standing.CONFIRMED.value,
        }
        record_values(actor, action="withdraw data", model=ReleaseTable, rows=[values])
