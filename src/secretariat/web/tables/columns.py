"""The columns of a table: each field of its rows, a text in each language, a pair by state for each state.

A row is held to the shape that the room declares; the columns follow from the shape and not from the rows, so that an
empty table has them too.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from secretariat.sources.api import Based, Shape

Path = tuple[str, ...]
"""Where a cell stands in a row: field, field inside it ...; its column is named by them with ``_`` between."""
Cell = str | int | float | bool | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these would be run by a spreadsheet."""
_BY_STATE = {"state"}
_PAIR = 2


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The alternatives of a type, without ``None``."""
    options = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)
    return tuple(option for option in options if option is not type(None))


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The shape inside a field that holds one object."""
    return next((each for each in _kinds(annotation) if isinstance(each, type) and issubclass(each, BaseModel)), None)


def _by_state(annotation: Any) -> str | None:
    """For a list of pairs of a state and a value, the name of the value."""
    for each in _kinds(annotation):
        item = _inner(get_args(each)[0]) if get_origin(each) is list else None
        names = set(item.model_fields) if item is not None else set()
        if len(names) == _PAIR and names > _BY_STATE:
            return next(iter(names - _BY_STATE))
    return None


def _in_order(shape: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """The fields of a shape: its own, those that it shares with others, and last how well a row is established."""

    def place(field: str) -> int:
        return 2 if field in Based.model_fields else 0 if field in shape.__annotations__ else 1

    return sorted(shape.model_fields.items(), key=lambda each: place(each[0]))


def columns_of(shape: type[BaseModel], rows: Sequence[Mapping[str, Any]], before: Path = ()) -> Iterator[Path]:
    """The columns of a table with rows of a shape, those of texts in both languages."""
    for field, declared in _in_order(shape):
        name = declared.alias or field
        inner = _inner(declared.annotation)
        if inner is not None:
            yield from columns_of(inner, [], (*before, name))
        elif _by_state(declared.annotation):
            states = {each["state"]: None for row in rows for each in row[name]}
            yield from ((*before, name, state) for state in states)
        else:
            yield (*before, name)


def code_of(path: Path) -> str:
    """The name of a column for programs."""
    return "_".join(path)


def words_of(path: Path, shape: type[BaseModel]) -> type[Enum] | None:
    """The enumeration whose values stand in a column, if it is one."""
    declared = {each.alias or name: each for name, each in shape.model_fields.items()}.get(path[0])
    if declared is None or len(path) > 1:
        return None
    return next(
        (each for each in _kinds(declared.annotation) if isinstance(each, type) and issubclass(each, Enum)), None
    )


def held(rows: Iterable[Mapping[str, Any]], shape: type[Shape]) -> list[dict[str, Any]]:
    """Rows as plain values, held to their shape."""
    return [shape.model_validate(row).model_dump(mode="json", by_alias=True) for row in rows]


def cell(row: Mapping[str, Any], path: Path) -> Cell:
    """One cell. Several keys stand with ``; `` between; what has parts of its own stands as JSON; unknown is empty."""
    value: Any = row
    for name in path:
        if isinstance(value, list):
            pair: Mapping[str, Any] = next((each for each in value if each["state"] == name), {})
            value = next((other for key, other in pair.items() if key != "state"), None)
        else:
            value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return plain_text("; ".join(value)) if value else None
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None
    return plain_text(value) if isinstance(value, str) else value


def plain_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe."""
    return f"'{text}" if text.startswith(FORMULA) else text
