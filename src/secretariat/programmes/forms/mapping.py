"""How the columns of somebody else's table become figures: declared in a file, never guessed."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import to_json

from secretariat.kernel import Standing
from secretariat.programmes.forms.tables import DIALECTS, Dialect, UnableToReadTable
from secretariat.sources.pack.composing import read_yaml
from secretariat.sources.pack.files import Refused, path_text, text_of
from secretariat.sources.pack.problems import Problem

Named = Literal[
    "indicator", "state", "operation", "phase", "period", "start", "end", "value", "low", "high", "qualifier", "unit",
    "cumulative", "source", "said", "by", "standing",
]  # fmt: skip
"""What a column can hold."""
NAMES: tuple[str, ...] = Named.__args__  # type: ignore[attr-defined]  # a Literal lists its values
Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class DialectForm(_Strict):
    """A dialect that has no name."""

    delimiter: Literal[",", ";", "\t", "|"] = Field(default=",", description="what stands between cells")
    decimal: Literal[".", ","] = Field(default=".", description="what stands before decimals")
    thousands: Literal["", ",", ".", " ", "\u00a0", "\u202f", "'"] = Field(
        default="", description="what stands between thousands"
    )
    encoding: Literal["utf-8", "cp1251", "cp1252", "iso-8859-1", "utf-16"] = Field(
        default="utf-8", description="how letters are encoded; a byte order mark is passed over"
    )


class Skipped(_Strict):
    """What is left out without being an error; how much, is said."""

    other_states: bool = Field(default=False, description="rows of states that the register does not know")
    other_indicators: bool = Field(default=False, description="rows of what is not among values.indicator")
    empty_values: bool = Field(default=True, description="rows with nothing in the column of the value")


class Mapping(_Strict):
    """The mapping of one table."""

    dialect: Literal["comma", "semicolon", "tab"] | DialectForm = Field(
        default="comma", description="a named dialect, or one described here"
    )
    sheet: Short | None = Field(default=None, description="the sheet of a workbook; left out: the first")
    columns: dict[Named, Short] = Field(description="what is read -> the header of the column it stands in")
    constants: dict[Named, str | bool | int] = Field(default={}, description="what is the same for every row")
    values: dict[Literal["indicator", "state", "operation", "unit", "qualifier"], dict[Short, Short]] = Field(
        default={}, description="what the file writes -> what the register calls it; capitals do not matter"
    )
    unknown: list[Short] = Field(default=[], description="cells that say: looked for, not found, such as ..")
    skip: Skipped = Field(default=Skipped(), description="what is left out without being an error")
    standing: Standing = Field(default=Standing.REPORTED, description="how firmly the figures stand")
    known_from: Literal["recording", "source"] = Field(
        default="recording", description="known from now, or, for an old table, from the date of its source"
    )

    @property
    def spoken(self) -> Dialect:
        """The dialect."""
        if isinstance(self.dialect, str):
            return DIALECTS[self.dialect]
        form = self.dialect
        return Dialect(form.delimiter, form.decimal, form.thousands, form.encoding)


PLAIN = Mapping(columns={name: name for name in NAMES})  # type: ignore[misc]  # NAMES are those of Named
"""The mapping of a table whose headers are the register's own names; columns that are not there are not missed."""


def read_mapping(path: Path) -> Mapping:
    """Read a mapping. Raises :class:`~secretariat.programmes.forms.tables.UnableToReadTable` with every problem."""
    try:
        rows = list(read_yaml(text_of(path), path.name))
    except Refused as refused:
        problem = Problem(path.name, refused.line, path_text(refused.path), refused.wrong, refused.expected)
        raise UnableToReadTable([problem]) from refused
    except OSError as error:
        raise UnableToReadTable([Problem(path.name, 1, "", f"cannot be read: {error.strerror}", "a file")]) from error
    if len(rows) != 1 or not isinstance(rows[0].content, dict):
        raise UnableToReadTable([Problem(path.name, 1, "", "is no mapping", "keys such as columns and values")])
    raw = rows[0]
    try:
        return Mapping.model_validate_json(to_json(raw.content))
    except ValidationError as error:
        raise UnableToReadTable(
            [
                Problem(path.name, raw.line_of(place), path_text(place), detail["msg"], "")
                for detail in error.errors()
                for place in [tuple(part for part in detail["loc"] if part != "[key]")]
            ]
        ) from error
