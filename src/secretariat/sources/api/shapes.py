"""The shapes of what programs get: rows as the pages show them, held to what is declared here."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from secretariat.kernel import Standing

Body = Mapping[str, Any]
"""A row or an answer before it is held to its shape."""
Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
"""A day, ``YYYY-MM-DD``."""
StatedDay = Annotated[Day, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A day as a parameter has to write it; whether it exists, the rules of addresses say."""
Instant = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
"""An instant with its offset from UTC."""
Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}$")]
"""A month, ``YYYY-MM``."""
_PART = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
When = Annotated[
    str, Field(pattern=rf"^{_PART}(/{_PART})?$", description="a day, a month, a year, or two with / between")
]
"""A date as precisely as it is known."""


class Shape(BaseModel):
    """An object with exactly these fields: one that is not declared is a mistake of this program."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Shape):
    """A text in the languages of the register; empty where there is none in a language."""

    en: str
    ru: str


class Alternative(Shape):
    """Another value that sources give: the fields that differ."""

    changes: dict[str, str]
    sources: list[str]


class Described(Shape):
    """A row that says how well it is established, and by which citations."""

    standing: Standing
    sources: list[str]


class Based(Described):
    """A recorded row: with the remark on it and the other values that sources give."""

    note: Text | None
    alternatives: list[Alternative]


Row = TypeVar("Row", bound=Shape)


class Listing(Shape, Generic[Row]):
    """A part of a list: ``rows`` are those from ``offset`` on, at most ``limit`` of ``total``."""

    on: Day
    known_at: Instant
    total: int
    limit: int
    offset: int
    rows: list[Row]


class Problem(Shape):
    """Why there is no answer: what is wrong, where, and what was expected; in the language of the request."""

    error: str
    where: str | None = Field(description="the parameter, or null where it is the address as a whole")
    expected: str | None


Tables = Mapping[str, Mapping[str, type[Shape]]]
"""The tables of pages: by the name of the route and of the table, the shape of their rows."""


def values_of(kind: type[StrEnum]) -> dict[str, Any]:
    """An enumeration described where it stands: of two with one name the description would keep only one."""
    return {"type": "string", "enum": [each.value for each in kind]}


def answers(shape: Any) -> dict[int, Any]:
    """What an operation may answer: its shape, or a problem."""
    return {200: shape, 401: Problem, 404: Problem, 422: Problem, 503: Problem}
