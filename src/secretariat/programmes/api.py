"""Fields of work and their published figures, for programs."""

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from secretariat.programmes.queries import programmes as programmes_on
from secretariat.programmes.queries.rows import measurement_row
from secretariat.programmes.rules.bounds import Qualifier
from secretariat.programmes.views import summary_rows
from secretariat.sources.api import (
    Body,
    Day,
    Described,
    Listed,
    Listing,
    Shape,
    Tables,
    Text,
    When,
    answers,
    asked_question,
    whole,
    without_default,
)

router = Router(tags=["programmes"])


class Council(Shape):
    """The coordinating council of a field of work."""

    id: str
    name: Text | None
    short: Text | None


class Programme(Described):
    """A field of work in short."""

    id: str
    name: Text | None
    about: Text | None
    council: Council | None
    indicators: int
    figures: int
    contradictions: int
    questions: int
    operations: int
    plans: int


class Bounds(Shape):
    """What a figure says in the unit of its indicator; ``high`` is ``null`` where it is open."""

    low: float
    high: float | None


class Measurement(Described):
    """A published figure as its source gives it."""

    id: str
    indicator: str
    state: str | None
    operation: str | None
    phase: str | None
    start: Day | None
    end: Day | None
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str
    cumulative: bool
    bounds: Bounds | None
    said: When | None
    by: Text | None
    note: Text | None


TABLES: Tables = {"programmes:programmes": {"programmes": Programme}}


class OfField(Listed):
    """Which field of work."""

    field: str | SkipJsonSchema[None] = Field(
        None, description="only this field of work", json_schema_extra=without_default
    )


@router.get("/programmes", response=answers(Listing[Programme]), url_name="programmes")
def programmes(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The fields of work on the day, in alphabetical order of the language."""
    question = asked_question(request, asked)
    found = programmes_on(question.viewer, on=question.on, known_at=question.known_at)
    return whole(question, asked, summary_rows(found, question.language))


@router.get("/programmes/figures", response=answers(Listing[Measurement]), url_name="figures")
def figures(request: HttpRequest, asked: Query[OfField]) -> Body:
    """Every published figure of the fields of work, as its source gives it; never added up here."""
    question = asked_question(request, asked)
    found = programmes_on(question.viewer, on=question.on, known_at=question.known_at, field=asked.field)
    rows = [measurement_row(figure) for each in found for figure in each.measurements]
    return whole(question, asked, rows)
