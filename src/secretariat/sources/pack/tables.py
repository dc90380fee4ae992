"""How one file of the pack becomes rows of one table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import Any, get_args, get_origin

from django.apps import apps
from django.db.models import CharField, ForeignKey, IntegerField, JSONField
from pydantic import BaseModel

from secretariat.sources.columns import RecordColumns, defaults_of
from secretariat.sources.pack.files import Path_, RawRow
from secretariat.sources.pack.rows import Ref, Row


@dataclass(frozen=True, slots=True)
class Placed:
    """A valid row and where it stands in the pack.

    ``known_from`` is the instant at which it became known: its own, or what follows from its sources or its date.
    """

    row: Row
    raw: RawRow
    known_from: datetime | None = None


Rows = Mapping[str, list[Placed]]
Objection = tuple[Placed, Path_, str, str]
"""A row, the path inside it, what is wrong, what was expected."""


def no_objections(_rows: Rows) -> Iterator[Objection]:
    """The check of a table that its schema describes completely."""
    yield from ()


@dataclass(frozen=True)
class PackTable:
    """One file of the pack: its name, the schema of its rows, the table that keeps them and the checks across rows.

    ``single`` marks a file that holds one mapping instead of a list.
    """

    name: str
    row: type[Row]
    model: str
    check: Callable[[Rows], Iterator[Objection]] = field(default=no_objections)
    single: bool = False

    @cached_property
    def table(self) -> type[RecordColumns]:
        """The Django model."""
        found = apps.get_model(self.model)
        if not issubclass(found, RecordColumns):
            msg = f"{self.model} does not carry the columns of a record"
            raise TypeError(msg)
        return found

    @cached_property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Pairs of row field and column attribute, for every field but the id."""
        pairs = []
        for name in self.row.model_fields:
            if name == "id":
                continue
            column = self.table._meta.get_field(name)
            pairs.append((name, column.attname if isinstance(column, ForeignKey) else name))
        return tuple(pairs)

    @cached_property
    def _structured(self) -> frozenset[str]:
        """The fields that are kept as JSON."""
        return frozenset(name for name, _ in self.columns if isinstance(self.table._meta.get_field(name), JSONField))

    @cached_property
    def references(self) -> tuple[tuple[Path_, tuple[str, ...]], ...]:
        """Paths inside a row that hold ids of other tables; ``"*"`` stands for each item of a list."""
        return tuple(_references(self.row, ()))

    @cached_property
    def _flat(self) -> tuple[tuple[str, str], ...]:
        """The columns that hold a field's value as it is."""
        return tuple(pair for pair in self.columns if pair[0] not in self._structured)

    @cached_property
    def _attributes(self) -> tuple[tuple[str, str], ...]:
        return tuple(pair for pair in self.columns if pair[0] in self._structured)

    @cached_property
    def longest(self) -> tuple[tuple[str, int], ...]:
        """Fields that are kept in a column of limited length, and that length: SQLite would not hold a row to it."""
        pairs = []
        for name in self.row.model_fields:
            column = self.table._meta.get_field("key" if name == "id" else name)
            while isinstance(column, ForeignKey):
                column = column.target_field
            if isinstance(column, CharField) and column.max_length is not None:
                pairs.append((name, column.max_length))
        return tuple(pairs)

    @cached_property
    def whole_numbers(self) -> tuple[str, ...]:
        """Fields that are kept in a column of 32 bits."""
        return tuple(name for name, _ in self._flat if isinstance(self.table._meta.get_field(name), IntegerField))

    def values_of(self, placed: Placed) -> dict[str, Any]:
        """The value of every column for a row of the pack."""
        row = placed.row
        values = dict(defaults_of(self.table))
        values["key"] = row.id
        fields = row.__dict__
        for name, attribute in self._flat:
            value = fields[name]
            values[attribute] = value.value if isinstance(value, Enum) else value
        if said := {name for name, _ in self._attributes if fields[name] not in (None, [])}:
            structured = row.model_dump(mode="json", include=said, exclude_defaults=True)
            for name, attribute in self._attributes:
                if name in structured:
                    values[attribute] = structured[name]
        values["known_from"] = placed.known_from
        return values

    def as_row(self, record: RecordColumns) -> Row:
        """The pack row of a table row: the inverse of :meth:`values_of`."""
        values = {name: getattr(record, attribute) for name, attribute in self.columns}
        return self.row.model_validate({"id": record.key} | values, strict=False)


def content_of(row: Row) -> dict[str, Any]:
    """What a row says, as plain JSON values without defaults: what is hashed and what a dump writes."""
    content = row.model_dump(mode="json", exclude_defaults=True)
    own = {name: value for name, value in content.items() if name == "id" or name not in Row.model_fields}
    return own | content


def _references(model: type[BaseModel], path: Path_) -> Iterator[tuple[Path_, tuple[str, ...]]]:
    for name, info in model.model_fields.items():
        for mark in info.metadata:
            if isinstance(mark, Ref):
                yield (*path, name), mark.tables
        yield from _inside(info.annotation, (*path, name))


def _inside(annotation: Any, path: Path_) -> Iterator[tuple[Path_, tuple[str, ...]]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _references(annotation, path)
        return
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Ref):
            yield path, mark.tables
    inner = (*path, "*") if get_origin(annotation) in {list, Sequence} else path
    for argument in get_args(annotation):
        yield from _inside(argument, inner)
