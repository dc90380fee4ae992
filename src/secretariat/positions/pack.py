"""The ledger's part of an organisation pack: forums, plans, positions, their texts, acts and named votes."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import Field

from secretariat.positions.forms import DOWNLOADS, IMPORTERS
from secretariat.positions.rules import AgreedVote, PlanKind, PlanState, PositionActKind, PositionKind, TextStage
from secretariat.sources.pack.rows import Act, DateText, Key, OtherDate, Ref, Row, StateRef, Text
from secretariat.sources.pack.tables import Objection, PackTable, Rows

__all__ = ["DOWNLOADS", "IMPORTERS", "TABLES"]

ForumRef = Annotated[str, Ref("forums")]
PlanRef = Annotated[str, Ref("position_plans")]
PositionRef = Annotated[str, Ref("positions")]
MeetingRef = Annotated[str, Ref("meetings")]
DecisionRef = Annotated[str, Ref("decisions")]


class ForumRow(Row):
    """A body before which positions are put forward: the General Assembly, one of its committees, a council."""

    name: Text = Field(description="its name")
    parent: ForumRef | None = Field(default=None, description="the body it belongs to")


class PositionPlanRow(Act):
    """A plan of consultations or a list of joint statements; the date is the day it was adopted or spoken of."""

    kind: PlanKind = Field(description="what is planned")
    state: PlanState = Field(default=PlanState.ADOPTED, description="whether it was adopted, or only spoken of")
    title: Text = Field(description="its title, in the register's own words")
    covers: DateText | None = Field(default=None, description="the time it plans for")
    meeting: MeetingRef | None = Field(default=None, description="the meeting that dealt with it")


class PositionRow(Act):
    """A coordinated position; the date is the day on which it was agreed or made."""

    kind: PositionKind = Field(description="the form it takes")
    title: Text = Field(description="what it is about, in the register's own words")
    forum: ForumRef = Field(description="the body it is meant for")
    plan: PlanRef | None = Field(default=None, description="the plan it stood in")
    planned: bool | None = Field(
        default=None, description="whether it was planned ahead; left out: not known, or said by plan"
    )
    meeting: MeetingRef | None = Field(default=None, description="the meeting of the organisation that agreed on it")
    decision: DecisionRef | None = Field(default=None, description="the decision that it carries out")


class PositionTextRow(Act):
    """One version of the text of a position."""

    position: PositionRef = Field(description="the position")
    version: int = Field(ge=1, description="1 for the first draft, and so on")
    stage: TextStage = Field(description="how far the text had come")
    gist: Text = Field(description="what it says, in the register's own words")
    state: StateRef | None = Field(default=None, description="the member that put this version forward")


class OtherPositionAct(OtherDate):
    """What another source says instead: another date, or another answer."""

    kind: PositionActKind | None = Field(default=None, description="the act this source speaks of")


class PositionActRow(Act):
    """What a member did about a position, or what became of the position as a whole."""

    position: PositionRef = Field(description="the position")
    kind: PositionActKind = Field(description="what was done")
    state: StateRef | None = Field(default=None, description="whose act it is; of a delivery: who spoke")
    text: Text | None = Field(default=None, description="the reservation, the reason, or how it was delivered")
    document: str = Field(default="", max_length=100, description="the symbol of the document it was issued as")
    alternatives: Sequence[OtherPositionAct] = Field(default=[], description="what other sources say instead")


class NamedVoteRow(Act):
    """A roll call that a position names; the date is the day on which the vote to cast was agreed."""

    position: PositionRef = Field(description="the position")
    dataset: Key = Field(description="the data set of roll calls that holds it")
    rollcall: Key = Field(description="the number of the roll call in that data set")
    resolution: str = Field(default="", max_length=100, description="the symbol of the text voted upon")
    agreed: AgreedVote | None = Field(
        default=None, description="the vote the members agreed to cast; left out: none was agreed"
    )


def _plans(rows: Rows) -> Iterator[Objection]:
    """A position that names its plan is planned."""
    for placed in rows["positions"]:
        row: Any = placed.row
        if row.plan is not None and row.planned is False:
            yield placed, ("planned",), "not planned, and yet in a plan", "planned left out or true"


def _acts(rows: Rows) -> Iterator[Objection]:
    """An answer is some member's."""
    for placed in rows["position_acts"]:
        row: Any = placed.row
        if row.kind.is_response and row.state is None:
            yield placed, (), f"{row.kind.value} without a state", "state with its ISO code"


def _versions(rows: Rows) -> Iterator[Objection]:
    """Each version of a text stands once."""
    seen: dict[tuple[str, int], str] = {}
    for placed in rows["position_texts"]:
        row: Any = placed.row
        if row.corrects is not None:
            continue
        first = seen.setdefault((row.position, row.version), row.id)
        if first != row.id:
            yield placed, ("version",), f"{row.position} has version {row.version} already: {first}", "the next number"


TABLES = (
    PackTable("forums", ForumRow, "positions.Forum"),
    PackTable("position_plans", PositionPlanRow, "positions.PositionPlan"),
    PackTable("positions", PositionRow, "positions.Position", _plans),
    PackTable("position_texts", PositionTextRow, "positions.PositionText", _versions),
    PackTable("position_acts", PositionActRow, "positions.PositionAct", _acts),
    PackTable("named_votes", NamedVoteRow, "positions.NamedVote"),
)
