"""The perimeter, the regions followed, and events with the units they count for, for programs."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from secretariat.access.rules import Mark
from secretariat.sources.api import (
    Body,
    Day,
    Described,
    Instant,
    Listed,
    Listing,
    Month,
    Shape,
    Tables,
    Text,
    answers,
    asked_question,
    listed,
    nothing_else,
    whole,
    without_default,
)
from secretariat.watch.measures.perimeter import SegmentKind
from secretariat.watch.queries.geometry import perimeter_on
from secretariat.watch.queries.geometry import regions as regions_followed
from secretariat.watch.queries.tables import By
from secretariat.watch.rules.events import DatePrecision, PlacePrecision
from secretariat.watch.rules.findings import FindingState
from secretariat.watch.rules.signals import AlertRule, FindingKind, Judge, Stage
from secretariat.watch.views.pages import unit_rows
from secretariat.watch.views.reading import event_row, read

router = Router(tags=["watch"])


class Segment(Shape):
    """A stretch of the perimeter by the boundary data: a member's border with one neighbour, or its coast."""

    id: str
    member: str
    member_name: Text | None
    neighbour: str | None
    neighbour_name: Text | None
    kind: SegmentKind
    km: float


class Box(Shape):
    """Degrees; west is greater than east where the box crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


class Region(Shape):
    """A region followed: by states, by a polygon of longitudes and latitudes, or by a box."""

    id: str
    name: Text | None
    countries: list[str]
    polygon: list[tuple[float, float]]
    box: Box | None
    note: Text | None


class Unit(Shape):
    """What the events of the months add up to in one segment, region or country; deaths with their interval.

    Of a data set that measures attention there are no events and deaths: the unit's reports, all reports of the data
    set in the months, and the one as a share of the other, from 0 to 1.
    """

    id: str
    unit_name: Text | None
    events: int | None
    deaths: int | None
    low: float | None
    high: float | None
    without_figure: int | None
    reports: int | None
    all_reports: int | None
    share: float | None


class Event(Shape):
    """An event as its source gives it, with the units it counts for; ``null`` is unknown, never nought."""

    dataset: str
    event_id: str
    start: Day | None
    end: Day | None
    place: str | None
    country: str | None
    kind: str | None
    low: int | None
    best: int | None
    high: int | None
    distance_km: float | None
    side: str | None
    segment: str | None
    country_name: Text | None
    date_precision: DatePrecision
    place_precision: PlacePrecision
    near: bool | None
    unlocated: str | None
    units: list[str]


class Finding(Described):
    """An arrow or an alert: what the rule said with its numbers, how far it has come, and the last word."""

    id: str
    unit: str
    unit_name: Text | None
    kind: str
    month: Month
    dataset: str
    finding: FindingKind
    stage: FindingState
    proposed: str | None
    value: str
    observed: float | None
    expected: float | None
    low: float | None
    high: float | None
    judge: Judge | None
    within_km: float | None
    rules: list[AlertRule]
    threshold: float | None
    p_value: float | None
    q_value: float | None
    date: Day | None
    by: Text | None
    reason: Text | None


class FindingWord(Described):
    """What was said of a finding, when, by whom and why."""

    stage: Stage
    value: str
    date: Day | None
    known_from: Instant | None
    by: Text | None
    reason: Text | None
    mark: Mark


class MonthCount(Shape):
    """How many events a month has."""

    month: Month
    events: int


_OF_LIST: dict[str, type[Shape]] = {"findings": Finding}
_OF_PAGE: dict[str, type[Shape]] = {"events": Event, "series": MonthCount, "acts": FindingWord}
TABLES: Tables = {
    "watch:findings": _OF_LIST,
    "watch:propose": _OF_LIST,
    "watch:finding": _OF_PAGE,
    "watch:judge": _OF_PAGE,
}


class OfEvents(Listed):
    """Which events: the choices of the page of the watch."""

    dataset: str | SkipJsonSchema[None] = Field(
        None, description="the data set; they are never added up", json_schema_extra=without_default
    )
    start: Month | SkipJsonSchema[None] = Field(
        None, alias="from", description="from this month on", json_schema_extra=without_default
    )
    to: Month | SkipJsonSchema[None] = Field(
        None, description="up to this month; that of the day unless stated", json_schema_extra=without_default
    )
    kind: str | SkipJsonSchema[None] = Field(
        None, description="only events of this kind", json_schema_extra=without_default
    )
    unit: Annotated[By, Field(strict=False)] | SkipJsonSchema[None] = Field(
        None, description="what events are counted by", json_schema_extra=without_default
    )
    inside: str | SkipJsonSchema[None] = Field(
        None, alias="in", description="only events of this unit", json_schema_extra=without_default
    )
    within_km: Annotated[float, Field(strict=False, ge=1, le=1000)] | SkipJsonSchema[None] = Field(
        None, description="an event this near counts for a segment", json_schema_extra=without_default
    )


@router.get("/watch/segments", response=answers(Listing[Segment]), url_name="segments")
def segments(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The perimeter of the members of the day, from the organisation's point of view."""
    question = asked_question(request, asked)
    view = perimeter_on(question.viewer, on=question.on, known_at=question.known_at)
    rows = [
        {
            "id": each.id,
            "member": each.member,
            "member_name": view.name_of(each.member),
            "neighbour": each.neighbour or None,
            "neighbour_name": view.name_of(each.neighbour) if each.neighbour else None,
            "kind": each.kind,
            "km": round(each.km, 1),
        }
        for each in view.perimeter.segments
    ]
    return whole(question, asked, rows)


@router.get("/watch/regions", response=answers(Listing[Region]), url_name="regions")
def regions(request: HttpRequest, asked: Query[Listed]) -> Body:
    """The regions followed."""
    question = asked_question(request, asked)
    rows = [
        {
            "id": each.key,
            "name": each.name,
            "countries": each.countries,
            "polygon": each.polygon,
            "box": dict(zip(("west", "south", "east", "north"), each.box, strict=True)) if each.box else None,
            "note": each.note,
        }
        for each in regions_followed(question.viewer, known_at=question.known_at)
    ]
    return whole(question, asked, rows)


@router.get("/watch/table", response=answers(Listing[Unit]), url_name="watch-table")
def table(request: HttpRequest, asked: Query[OfEvents]) -> Body:
    """Events and deaths of the months by segment, region or country; of attention, shares of all reports."""
    nothing_else(request, asked)
    reading = read(request)
    rows = unit_rows(reading, reading.shown, {}) if reading.shown is not None else []
    return whole(reading.question, asked, [{name: row[name] for name in Unit.model_fields} for row in rows])


@router.get("/watch/events", response=answers(Listing[Event]), url_name="watch-events")
def events(request: HttpRequest, asked: Query[OfEvents]) -> Body:
    """The events of the months, the newest first, with the units they count for."""
    nothing_else(request, asked)
    reading = read(request)
    found = reading.shown
    if found is None:
        return listed(reading.question, asked, 0, [])
    part = found.table.slice(asked.offset, asked.limit).to_pylist()
    rows = [
        event_row(row, reading.asked.dataset, found.units_of(asked.offset + number)) for number, row in enumerate(part)
    ]
    return listed(reading.question, asked, len(found.table), rows)
