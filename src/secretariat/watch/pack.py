"""This room's part of the organisation pack: regions, territories, place names, findings."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from secretariat.sources.pack.rows import Act, Key, Part, Row, ShortText, Text
from secretariat.sources.pack.tables import Objection, PackTable, Rows
from secretariat.watch.forms import IMPORTERS
from secretariat.watch.rules.signals import AlertRule, Arrow, FindingKind, Judge, Stage

__all__ = ["IMPORTERS", "TABLES"]

CountryCode = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
FEWEST_CORNERS = 3


class PointPart(Part):
    """A point on the map."""

    lon: Longitude = Field(description="longitude in degrees, east of Greenwich positive")
    lat: Latitude = Field(description="latitude in degrees, north positive")


class BoxPart(Part):
    """A box on the map; west is greater than east where it crosses the antimeridian."""

    west: Longitude = Field(description="its western longitude in degrees")
    south: Latitude = Field(description="its southern latitude in degrees")
    east: Longitude = Field(description="its eastern longitude in degrees")
    north: Latitude = Field(description="its northern latitude in degrees")


class RegionRow(Row):
    """A region of interest: countries, or a polygon, or a box."""

    name: Text = Field(description="its name")
    countries: list[CountryCode] = Field(default=[], description="ISO 3166 alpha-2 codes of the countries in it")
    polygon: list[PointPart] = Field(default=[], description="its corners, in the order of the outline")
    box: BoxPart | None = Field(default=None, description="the box it is")


class TerritoryRow(Row):
    """A territory of the boundary data that the organisation's point of view counts to a state, or to none."""

    territory: ShortText = Field(description="its name in the boundary data, such as Baikonur")
    state: Annotated[str, StringConstraints(pattern="^([A-Z]{2})?$")] = Field(
        default="", description="ISO 3166 alpha-2 code of the state it is counted to; left out: it stands for itself"
    )
    at: PointPart | None = Field(
        default=None, description="only the part of the territory that contains this point; left out: all of it"
    )
    since: date | None = Field(default=None, description="the first day on which this counts; left out: always")
    until: date | None = Field(default=None, description="the first day on which it counts no more; left out: never")


class PlaceNameRow(Row):
    """A name by which a place in one state is known: sources that find it elsewhere are in conflict with it."""

    name: ShortText = Field(description="the name, as sources write it; case does not matter")
    state: CountryCode = Field(description="ISO 3166 alpha-2 code of the state that the place is in")


class RuleMetPart(Part):
    """A rule that was met."""

    rule: AlertRule = Field(description="the rule")
    threshold: float | None = Field(default=None, description="the number above which it is met")
    p_value: float | None = Field(default=None, description="the probability of so much, were all as before")
    q_value: float | None = Field(default=None, description="the same with the false discovery rate controlled")


class RulePart(Part):
    """What the printed rule said when it was applied, and the numbers it followed from."""

    value: Arrow | AlertRule = Field(description="the direction it gave, or the first rule that was met")
    observed: float | None = Field(default=None, description="the count of the month, or the deaths of thirty days")
    expected: float | None = Field(default=None, description="what the months before let one expect")
    low: float | None = Field(default=None, description="the 5 % quantile of the prediction")
    high: float | None = Field(default=None, description="the 95 % quantile of the prediction")
    judge: Judge | None = Field(default=None, description="the method that the history sufficed for")
    within_km: float | None = Field(default=None, description="how near to a segment an event counted for it, in km")
    met: list[RuleMetPart] = Field(default=[], description="the rules that were met")


class FindingActRow(Act):
    """An arrow or an alert: proposed by a printed rule, or confirmed or rejected by an analyst with a reason."""

    unit: Key = Field(description="the segment of the perimeter or the region it is about")
    event_kind: ShortText = Field(description="the kind of events counted, or all")
    month: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")] = Field(
        description="the month judged, such as 2011-05"
    )
    finding: FindingKind = Field(description="whether it is an arrow or an alert")
    value: Arrow | AlertRule = Field(description="which way the arrow points, or the rule that was met")
    stage: Stage = Field(description="proposed by the rule, confirmed or rejected by an analyst")
    by: Text | None = Field(default=None, description="who confirmed or rejected it")
    reason: Text | None = Field(default=None, description="why it was confirmed or rejected")
    dataset: Key = Field(description="the data set that was counted")
    rule: RulePart | None = Field(default=None, description="what the rule said, with its numbers")


def _finding_acts(rows: Rows) -> Iterator[Objection]:
    """Who confirms or rejects gives a reason; an arrow has a direction, an alert a rule."""
    for placed in rows["finding_acts"]:
        row: Any = placed.row
        if row.stage is not Stage.PROPOSED and row.reason is None:
            yield placed, ("reason",), f"is left out of a finding that was {row.stage.value}", "why"
        if (row.finding is FindingKind.ARROW) != isinstance(row.value, Arrow):
            yield placed, ("value",), f"{row.value.value} of an {row.finding.value}", "a direction or a rule to match"


def _regions(rows: Rows) -> Iterator[Objection]:
    """A region is described in one way; a polygon has three corners."""
    for placed in rows["regions"]:
        row: Any = placed.row
        given = [name for name in ("countries", "polygon", "box") if getattr(row, name)]
        if len(given) != 1:
            yield placed, (), f"{len(given)} descriptions of the region", "one of countries, polygon, box"
        elif 0 < len(row.polygon) < FEWEST_CORNERS:
            yield placed, ("polygon",), f"{len(row.polygon)} corners", "three or more"
        elif row.box is not None and row.box.south >= row.box.north:
            yield placed, ("box", "south"), f"{row.box.south:g} is not south of {row.box.north:g}", "south below north"


def _territories(rows: Rows) -> Iterator[Objection]:
    """A point of view does not end before it begins."""
    for placed in rows["territories"]:
        row: Any = placed.row
        if row.since is not None and row.until is not None and row.until <= row.since:
            yield placed, ("until",), f"{row.until} is not after {row.since}", "a later day"


TABLES = (
    PackTable("place_names", PlaceNameRow, "watch.PlaceName"),
    PackTable("regions", RegionRow, "watch.Region", _regions),
    PackTable("territories", TerritoryRow, "watch.Territory", _territories),
    PackTable("finding_acts", FindingActRow, "watch.FindingAct", _finding_acts),
)
