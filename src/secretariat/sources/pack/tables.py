"""How one file of the pack becomes rows of one table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args, get_origin

from django.apps import apps
from django.db.models import ForeignKey, JSONField
from pydantic import BaseModel

from secretariat.sources.columns import RecordColumns
from secretariat.sources.pack.files import Path_, RawRow
from secretariat.sources.pack.rows import Ref, Row


@dataclass(frozen=True, slots=True)
class Placed:
    """A valid row and where it stands in the pack."""

    row: Row
    raw: RawRow


Rows = Mapping[str, list[Placed]]
Objection = tuple[Placed, Path_, str, str]
"""A row, the path inside it, what is wrong, what was expected."""


def no_objections(rows: Rows) -> Iterator[Objection]:
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
        return frozenset(
            name for name, _ in self.columns if isinstance(self.table._meta.get_field(name), JSONField)
        )

    @cached_property
    def references(self) -> tuple[tuple[Path_, tuple[str, ...]], ...]:
        """Paths inside a row that hold ids of other tables; ``"*"`` stands for each item of a list."""
        return tuple(_references(self.row, ()))

    def as_record(self, row: Row) -> RecordColumns:
        """The unsaved table row of a pack row."""
        structured = row.model_dump(mode="json", include=set(self._structured), exclude_defaults=True)
        values = {
            attribute: structured[name] if name in structured else getattr(row, name)
            for name, attribute in self.columns
            if name not in self._structured or name in structured
        }
        return self.table(key=row.id, **values)

    def as_row(self, record: RecordColumns) -> Row:
        """The pack row of a table row: the inverse of :meth:`as_record`."""
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
