"""What every address of the interface asks: the two dates, the language, and which part of a list."""

from collections.abc import Sequence
from typing import Annotated, Any

from django.http import HttpRequest
from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from secretariat.kernel import Language
from secretariat.kernel.plain import plain
from secretariat.sources.api.shapes import Body, StatedDay
from secretariat.sources.forms import Question, UnableToReadQuestion, question_of
from secretariat.sources.views import Part

MOST, USUAL, FARTHEST = 500, 50, 1_000_000
"""At most so many rows in an answer, so many unless stated, and no list is read from further on."""


StatedInstant = Annotated[str, Field(min_length=1)]
"""A day or an instant: two forms, which a format of the description cannot name together."""


def without_default(schema: dict[str, Any]) -> None:
    """A parameter that is left out has no value; the description does not offer ``null``."""
    schema.pop("default", None)


class Asked(BaseModel):
    """The two dates and the language. What they hold is read by the same rules as the address of a page."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    on: StatedDay | SkipJsonSchema[None] = Field(
        None, description="what had happened by this day; today unless stated", json_schema_extra=without_default
    )
    known_at: StatedInstant | SkipJsonSchema[None] = Field(
        None,
        description="what was known by the end of this day (UTC), or by an instant such as 2011-05-31T12:00:00Z; "
        "now unless stated",
        json_schema_extra=without_default,
    )
    lang: Language | SkipJsonSchema[None] = Field(
        None, description="the language of the order of names and of errors", json_schema_extra=without_default
    )


class Listed(Asked):
    """The same, and which part of the list."""

    limit: Annotated[int, Field(strict=False, ge=1, le=MOST, description="at most so many rows")] = USUAL
    offset: Annotated[int, Field(strict=False, ge=0, le=FARTHEST, description="from this row on, counted from 0")] = 0

    @property
    def part(self) -> Part:
        """The rows asked for."""
        return Part(self.offset, self.limit)


def nothing_else(request: HttpRequest, asked: BaseModel) -> None:
    """Refuse a parameter that is not declared or stands twice: a filter with a slip in it must not be passed over.

    Raises :class:`UnableToReadQuestion`.
    """
    declared = {field.alias or name for name, field in type(asked).model_fields.items()}
    for name, values in request.GET.lists():
        if name not in declared or len(values) > 1:
            raise UnableToReadQuestion(name, values[-1])


def asked_question(request: HttpRequest, asked: BaseModel) -> Question:
    """The question of a request. Raises :class:`UnableToReadQuestion`."""
    nothing_else(request, asked)
    return question_of(request)


def listed(question: Question, asked: Listed, total: int, rows: Sequence[Body]) -> Body:
    """The answer of a list of which ``rows`` are the part asked for."""
    found: Body = plain(
        {
            "on": question.on,
            "known_at": question.known_at,
            "total": total,
            "limit": asked.limit,
            "offset": asked.offset,
            "rows": rows,
        }
    )
    return found


def whole(question: Question, asked: Listed, rows: Sequence[Body]) -> Body:
    """The answer of a list that was read as a whole."""
    return listed(question, asked, len(rows), asked.part.of(rows))
