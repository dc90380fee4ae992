"""The building blocks of every room's pack schema."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from secretariat.access.rules import Mark
from secretariat.kernel import ImpreciseDate, Standing


class Ref:
    """Marks a text as the id of a row in one of some tables."""

    def __init__(self, *tables: str) -> None:
        self.tables = tables


def _is_date_text(text: str) -> str:
    ImpreciseDate.parse(text)
    return text


def _instant(value: Any) -> Any:
    """Read an instant; a day written alone means its first instant in UTC."""
    if not isinstance(value, str):
        return value
    try:
        instant = datetime.fromisoformat(value)
    except ValueError as error:
        msg = f"{value!r} is not an instant, expected a day or a time with its offset, such as 2011-05-31T12:00:00Z"
        raise ValueError(msg) from error
    if instant.tzinfo is None and len(value) > len("2011-05-31"):
        msg = f"{value!r} has no offset, expected a time such as 2011-05-31T12:00:00Z"
        raise ValueError(msg)
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)


Instant = Annotated[
    datetime,
    BeforeValidator(_instant, json_schema_input_type=str),
    Field(description="an instant with its offset, or a day (its first instant in UTC)"),
]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:#/+-]*$", max_length=160)]
DateText = Annotated[
    str,
    AfterValidator(_is_date_text),
    Field(
        description="YYYY, YYYY-MM or YYYY-MM-DD, or an interval of two of them with / between",
        examples=["2011-05-31", "2009-10", "2009-04-16/2009-04-17"],
    ),
]
SourceRef = Annotated[str, Ref("sources")]
StateRef = Annotated[str, Ref("states")]
ShortText = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Part(BaseModel):
    """A piece of a row: strict types, no unknown keys."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=False)


class Text(Part):
    """A text in its languages."""

    en: str = Field(default="", max_length=20_000, description="in English")
    ru: str = Field(default="", max_length=20_000, description="in Russian")


class Row(Part):
    """What every row may carry."""

    id: Key = Field(description="unique in its table; others name the row by it")
    standing: Standing = Field(default=Standing.CONFIRMED, description="how firmly it stands")
    sources: list[SourceRef] = Field(default=[], description="ids of the citations it rests on")
    known_from: Instant | None = Field(
        default=None,
        description="when the secretariat came to know it; lacking this, the earliest date of its sources, or its own",
    )
    corrects: Key | None = Field(
        default=None, description="the id of the row this one corrects (the first of its line)"
    )
    retracted: bool = Field(default=False, description="with corrects: the row it names is withdrawn altogether")
    mark: Mark = Field(default=Mark.PUBLIC, description="who may see it")
    note: Text | None = Field(default=None, description="a remark that is printed with it")

    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)

    def own_date(self) -> ImpreciseDate | None:
        """The row's own date, which stands in when neither it nor a source says since when it is known."""
        for name in self.own_date_fields:
            value: Any = getattr(self, name, None)
            if isinstance(value, str):
                return ImpreciseDate.parse(value)
            if isinstance(value, date):
                return ImpreciseDate.on(value)
        return None


class OtherDate(Part):
    """What another source gives instead: the fields that differ, and who says so."""

    date: DateText | None = Field(default=None, description="the date this source gives")
    sources: list[SourceRef] = Field(default=[], description="ids of the citations that say so")
    known_from: Instant | None = Field(
        default=None, description="when this other value became known; left out: with the row"
    )
    note: Text | None = Field(default=None, description="a remark on this value")


class Act(Row):
    """Something that happened. ``date`` left out or null: it happened, or may have, on a day nobody has found."""

    date: DateText | None = Field(
        default=None,
        description="the day it happened, as precisely as the source gives it; none: a day nobody has found",
    )
    alternatives: Sequence[OtherDate] = Field(default=[], description="the other values of a disputed act")
