"""Writing the index, in the transaction that records the rows; and writing it anew."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from itertools import islice

from django.apps import apps
from django.db import connections, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.module_loading import module_has_submodule

from secretariat.audit.actions import log
from secretariat.audit.rules import Actor
from secretariat.search.models import Entry
from secretariat.search.rules import Fields, Wording, fields_of
from secretariat.search.rules.wording import GAP

Cells = tuple[str | int | date | None, ...]
BATCH = 5_000
_BETWEEN = 10
"""Places that PostgreSQL leaves free between two texts, so that no phrase reaches across."""
_COLUMNS = [column for column in Entry._meta.concrete_fields if column.name != "id"]


def _ids(connection: BaseDatabaseWrapper, count: int) -> Sequence[int]:
    """Numbers for new entries: SQLite has one writer at a time, PostgreSQL hands them out."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence('search_entry', 'id')) FROM generate_series(1, %s)", [count]
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT coalesce(max(id), 0) FROM search_entry")
        (last,) = cursor.fetchone()
        return range(last + 1, last + 1 + count)


def _vector(fields: Fields) -> str:
    """The stems with their places and weights, as PostgreSQL writes a ``tsvector``."""
    places: dict[str, list[str]] = {}
    at = 0
    for weight, stems in (("A", fields.names), ("B", fields.title), ("C", fields.body)):
        for stem in stems:
            at += 1
            if stem == GAP:
                at += _BETWEEN
            else:
                places.setdefault(stem, []).append(f"{at}{weight}")
    return " ".join(f"'{stem}':{','.join(found)}" for stem, found in places.items())


def _row(wording: Wording) -> Cells:
    title, text = wording.title, wording.text
    name = next((each for each in wording.names if each), "")
    return (
        wording.table, wording.key, wording.identity, wording.place, name[:400], wording.day,
        title.en, title.ru, text.en, text.ru,
    )  # fmt: skip


def _write(connection: BaseDatabaseWrapper, wordings: Sequence[Wording]) -> None:
    ids = _ids(connection, len(wordings))
    names = ", ".join(connection.ops.quote_name(str(column.column)) for column in _COLUMNS)
    into = f"INSERT INTO search_entry (id, {names}) VALUES ({', '.join(['%s'] * (len(_COLUMNS) + 1))})"  # noqa: S608  # our own names
    found = map(fields_of, wordings)
    words: list[Cells]
    if connection.vendor == "postgresql":
        into_words = "INSERT INTO search_words (id, words) VALUES (%s, %s::tsvector)"
        words = [(number, _vector(fields)) for number, fields in zip(ids, found, strict=True)]
    else:
        into_words = "INSERT INTO search_words (rowid, names, title, body) VALUES (%s, %s, %s, %s)"
        words = [
            (number, " ".join(fields.names), " ".join(fields.title), " ".join(fields.body))
            for number, fields in zip(ids, found, strict=True)
        ]
    with connection.cursor() as cursor:
        cursor.executemany(into, [(number, *_row(each)) for number, each in zip(ids, wordings, strict=True)])
        cursor.executemany(into_words, words)


def _batches(wordings: Iterable[Wording]) -> Iterator[list[Wording]]:
    rest = iter(wordings)
    while batch := list(islice(rest, BATCH)):
        yield batch


def index_rows(wordings: Iterable[Wording]) -> None:
    """Add rows to the index. The caller is inside the transaction that records them.

    Raises ``IntegrityError`` where a row is in the index already.
    """
    connection = connections[router.db_for_write(Entry)]
    with transaction.atomic():
        for batch in _batches(wordings):
            _write(connection, batch)


def rebuild_index(actor: Actor) -> None:
    """Empty the index and write it anew: all of it or nothing. It is no record, it holds what the rows say.

    A room gives what its rows say, hidden and sealed ones included, in ``every_wording`` of its ``actions``: who may
    know is asked of the rows when somebody searches.
    """
    connection = connections[router.db_for_write(Entry)]
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_entry")
            if connection.vendor == "postgresql":
                cursor.execute("DELETE FROM search_words")
            else:
                # a table without content keeps no rows that could be deleted one by one
                cursor.execute("INSERT INTO search_words(search_words) VALUES ('delete-all')")
        for room in apps.get_app_configs():
            if room.name.startswith("secretariat.") and module_has_submodule(room.module, "actions"):
                of_room = getattr(import_module(f"{room.name}.actions"), "every_wording", None)
                index_rows(of_room() if of_room is not None else ())
        # not how many: that would tell how many rows are hidden
        log(actor, action="write index", object_name="search.Entry", hashes=[])
