"""The schemas of this room's files: fields.yaml, indicators.yaml, operations.yaml and what is measured."""

from datetime import date as Day  # noqa: N812  # a field named date shadows the type
from typing import Annotated

from pydantic import Field, StringConstraints

from secretariat.programmes.rules import Direction, OperationActKind, Qualifier, Reporter, Rhythm
from secretariat.sources.pack.rows import Act, DateText, Part, Ref, Row, StateRef, Text

FieldRef = Annotated[str, Ref("fields")]
IndicatorRef = Annotated[str, Ref("indicators")]
OperationRef = Annotated[str, Ref("operations")]
Unit = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class BodyRow(Part):
    """A member's own body in a field of work."""

    state: StateRef = Field(description="whose body it is")
    name: Text = Field(description="what it is called")


class FieldRow(Row):
    """A field of work: everything else about it follows from its indicators, operations and plans."""

    name: Text = Field(description="what it is called")
    council: Annotated[str, Ref("organs")] | None = Field(default=None, description="the organ that leads it")
    about: Text | None = Field(default=None, description="what it covers, in the register's own words")
    bodies: list[BodyRow] = Field(default=[], description="the members' own bodies in it")
    since: DateText | None = Field(default=None, description="since when the organisation works on it")

    own_date_fields = ("since",)


class UnitRow(Part):
    """Another unit in which sources give the figure."""

    unit: Unit = Field(description="how measurements name it, such as kg")
    factor: float = Field(gt=0, allow_inf_nan=False, description="what one of it is worth in the indicator's own unit")


class IndicatorRow(Row):
    """What is counted in a field of work."""

    field: FieldRef = Field(description="the field of work")
    name: Text = Field(description="what it is called")
    unit: Unit = Field(description="the unit in which it is shown, such as t")
    unit_name: Text = Field(description="the unit as it follows a number")
    units: list[UnitRow] = Field(default=[], description="other units in which sources give it")
    definition: Text | None = Field(default=None, description="what exactly is counted")
    direction: Direction = Field(default=Direction.NO_DIRECTION, description="which way it should move")
    rhythm: Rhythm = Field(default=Rhythm.YEAR, description="for which periods it is reported")
    reporter: Reporter = Field(default=Reporter.JOINT, description="who reports it")
    since: Day | None = Field(
        default=None, description="the first day from which figures are expected; left out: none is missed"
    )
    additive: bool = Field(default=True, description="whether figures of periods and members may be added up")
    part_of: IndicatorRef | None = Field(default=None, description="the indicator of which it is a part")

    own_date_fields = ()


class OperationRow(Row):
    """A joint operation, or one member's own."""

    field: FieldRef = Field(description="the field of work")
    name: Text = Field(description="what it is called")
    about: Text | None = Field(default=None, description="what it is for, in the register's own words")
    state: StateRef | None = Field(default=None, description="left out: a joint one; else the member whose it is")


class ObserverRow(Part):
    """Somebody who watched."""

    name: Text = Field(description="who")
    state: StateRef | None = Field(default=None, description="where it is a state of the register")


class OperationActRow(Act):
    """A phase of an operation, whose date spans its days, or a decision about it."""

    operation: OperationRef = Field(description="which operation")
    kind: OperationActKind = Field(description="what happened")
    name: Text | None = Field(default=None, description="what the phase was called")
    number: str = Field(default="", max_length=40, description="its number")
    place: Text | None = Field(default=None, description="where")
    participants: list[StateRef] = Field(default=[], description="who took part; empty: not recorded")
    observers: list[ObserverRow] = Field(default=[], description="who watched; empty: not recorded")
    observers_count: int | None = Field(default=None, ge=0, description="how many watched, where no list was found")
    observers_qualifier: Qualifier = Field(default=Qualifier.EXACT, description="how the source limits that number")
    text: Text | None = Field(default=None, description="what is known about it, in the register's own words")


class MeasurementRow(Act):
    """One figure by one source; the date is the day it was said. Sources that disagree have a row each."""

    indicator: IndicatorRef = Field(description="what was counted")
    state: StateRef | None = Field(default=None, description="for which member; left out: for all together")
    operation: OperationRef | None = Field(default=None, description="the operation whose result it is")
    phase: Annotated[str, Ref("operation_acts")] | None = Field(default=None, description="the phase of that operation")
    start: Day | None = Field(
        default=None, description="the first day it covers; only a running total may leave it unknown"
    )
    end: Day | None = Field(default=None, description="the last day it covers; left out of a running total: its date")
    value: Amount | None = Field(default=None, description="the figure; none: looked for and not found")
    low: Amount | None = Field(default=None, description="qualifier range: its lower end")
    high: Amount | None = Field(default=None, description="qualifier range: its upper end")
    qualifier: Qualifier = Field(default=Qualifier.EXACT, description="how the source limits the figure")
    unit: str = Field(default="", max_length=40, description="left out: the indicator's own")
    cumulative: bool = Field(default=False, description="a running total, not the figure of the period")
    by: Text | None = Field(default=None, description="who said it")

    own_date_fields = ("date", "end")


class PlanRow(Act):
    """A plan of a council; the date is the day it was adopted."""

    field: FieldRef = Field(description="the field of work")
    title: Text = Field(description="its title")
    decision: Annotated[str, Ref("decisions")] | None = Field(
        default=None, description="the decision under which its commitments stand"
    )
    provision: Annotated[str, Ref("provisions")] | None = Field(
        default=None, description="the provision under which they stand"
    )
    start: Day | None = Field(default=None, description="the first day it runs")
    end: Day | None = Field(default=None, description="the last day it runs")
