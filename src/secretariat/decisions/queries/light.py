"""Rows in their lightest form, for whole registers: plain tuples with dates as texts, corrections already applied.

The bulk form of ``sources.queries.as_known`` and ``basis_of``; tests hold them equal.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connections
from django.db.models import Case, F, Func, Max, Min, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Collate, Concat

from secretariat.access.queries import scope
from secretariat.access.rules import Viewer
from secretariat.kernel import Standing
from secretariat.sources.columns import ActColumns, RecordColumns
from secretariat.sources.queries import basis_of

AT_MOST_NAMED = 500
"""More keys than this are not named one by one in a query: everything is read instead."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Which rows corrections hide, and for each corrected line the key of the row that stands (``None``: retracted)."""

    hidden: frozenset[str]
    standing: dict[str, str | None]


def known(viewer: Viewer, known_at: datetime) -> Q:
    """What ``viewer`` sees of what was known at an instant, corrections aside."""
    return scope(viewer) & (Q(known_from__isnull=True) | Q(known_from__lte=known_at))


def lines_of(viewer: Viewer, model: type[RecordColumns], known_at: datetime) -> Lines:
    """The corrections known at an instant; they are few, so one short query finds them all."""
    # corrects > '' rather than IS NOT NULL: SQLite searches its index for the former,
    # and reads the whole table for the latter.
    # And known_from is compared and put in order here: in the query it would draw SQLite to an index of every row.
    corrections = (
        model._default_manager.filter(scope(viewer), corrects__gt="")
        .order_by()
        .values_list("known_from", "key", "corrects_id", "retracted")
    )
    newest: dict[str, tuple[str, bool]] = {}
    hidden: set[str] = set()
    for known_from, key, identity, retracted in sorted(corrections):
        if known_from is None or known_from > known_at:
            continue
        hidden.add(identity)
        if identity in newest:
            hidden.add(newest[identity][0])
        newest[identity] = (key, retracted)
        if retracted:
            hidden.add(key)
    return Lines(frozenset(hidden), {identity: None if gone else key for identity, (key, gone) in newest.items()})


def as_text(column: str) -> Cast:
    """A column as the database writes it, past Django's converters: an ISO date, a JSON text."""
    return Cast(column, output_field=TextField())


def standing_column(model: type[RecordColumns]) -> Any:
    """The standing, followed by the JSON of the alternatives where there are any."""
    if not issubclass(model, ActColumns):
        return F("standing")
    return Case(
        When(_alternatives_text="[]", then=F("standing")),
        default=Concat("standing", "_alternatives_text", output_field=TextField()),
        output_field=TextField(),
    )


@dataclass(frozen=True, slots=True)
class _WithAlternatives:
    """As much of a row as its basis is read from."""

    key: str
    standing: str
    alternatives: list[dict[str, Any]]
    sources: tuple[str, ...] = ()
    note: None = None


def known_standing(text: str, known_at: datetime) -> str:
    """The standing as known at an instant, from what :func:`standing_column` gives."""
    end = text.find("[")
    if end < 0:
        return text
    row = _WithAlternatives("", text[:end], json.loads(text[end:]))
    return basis_of(row, known_at).standing.value


_LONGEST = max(len(standing.value) for standing in Standing)


Light = tuple[str, str, str, str, str, str]
"""Commitment, day, key, value, standing, sources."""


def _happened(
    viewer: Viewer, model: type[ActColumns], on: date, known_at: datetime, only: Collection[str] | None
) -> QuerySet[Any]:
    # As texts: nearly all rows qualify, and reading the table is faster than following the index of dates.
    rows = model._default_manager.annotate(_day=as_text("latest"), _alternatives_text=as_text("alternatives")).filter(
        known(viewer, known_at), _day__lte=on.isoformat()
    )
    return rows if only is None or len(only) > AT_MOST_NAMED else rows.filter(commitment__in=list(only))


def _with_standing(rows: list[Light], known_at: datetime) -> list[Light]:
    return [row if len(row[4]) <= _LONGEST else (*row[:4], known_standing(row[4], known_at), row[5]) for row in rows]


def light_rows(
    viewer: Viewer,
    model: type[ActColumns],
    value: str,
    *,
    on: date,
    known_at: datetime,
    only: Collection[str] | None = None,
    where: Q | None = None,
) -> list[Light]:
    """The acts that had happened by ``on`` about commitments: commitment, day, key, ``value``, standing, sources.

    ``only`` limits the answer to some commitments. Two queries.
    """
    hidden = lines_of(viewer, model, known_at).hidden
    rows = _happened(viewer, model, on, known_at, only)
    if where is not None:
        rows = rows.filter(where)
    column = as_text(value) if value == "due" else F(value)
    found: list[Light] = list(
        rows.values_list("commitment_id", "_day", "key", column, standing_column(model), as_text("sources"))
    )
    if hidden:
        found = [row for row in found if row[2] not in hidden]
    return _with_standing(found, known_at)


def first_and_last(
    viewer: Viewer,
    model: type[ActColumns],
    value: str,
    *,
    first_of: str,
    on: date,
    known_at: datetime,
    only: Collection[str] | None = None,
) -> list[Light]:
    """Of each commitment the last act, and the first with the value ``first_of``; the database picks them. Two queries.

    A row is compared as one text of day, key and the rest, with a separator that sorts before every letter of a key.
    """
    hidden = lines_of(viewer, model, known_at).hidden
    rows = _happened(viewer, model, on, known_at, only)
    if hidden:
        rows = rows.exclude(key__in=list(hidden))
    tab = Value("\t")
    columns = ("_day", "key", value, as_text("sources"), standing_column(model))
    parts: list[Any] = [part for column in columns for part in (column, tab)][:-1]
    joined = Func(*parts, template="(%(expressions)s)", arg_joiner=" || ", output_field=TextField())
    ordered = Collate(joined, "C" if connections[rows.db].vendor == "postgresql" else "BINARY")
    found: list[Light] = []
    for commitment, last, first in (
        rows.order_by()
        .values("commitment_id")
        .annotate(_last=Max(ordered), _first=Min(ordered, filter=Q(**{value: first_of})))
        .values_list("commitment_id", "_last", "_first")
    ):
        for text in {last, first}:
            if text is not None:
                day, key, kind, sources, standing = text.split("\t")
                found.append((commitment, day, key, kind, standing, sources))
    return _with_standing(found, known_at)
