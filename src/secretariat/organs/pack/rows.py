"""The schemas of the organs' files of a pack."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from secretariat.kernel import Certainty
from secretariat.organs.rules import (
    AdoptionActKind,
    AgendaStatus,
    AttendanceLevel,
    ChairRule,
    DecisionRule,
    DocumentKind,
    DocumentPurpose,
    MeetingActKind,
    MeetingKind,
    Position,
    Procedure,
    ProposalActKind,
    QuorumRule,
    Role,
    TermEdge,
)
from secretariat.sources.pack.rows import (
    Act,
    DateText,
    Instant,
    Key,
    Part,
    Ref,
    Row,
    ShortText,
    StateRef,
    Text,
)

OrganRef = Annotated[str, Ref("organs")]
MeetingRef = Annotated[str, Ref("meetings")]
ItemRef = Annotated[str, Ref("agenda")]
ProposalRef = Annotated[str, Ref("proposals")]
DocumentRef = Annotated[str, Ref("documents")]


class OrganRow(Row):
    """A body or an office of the organisation."""

    own_date_fields = ("established",)

    name: Text = Field(description="its name")
    short: Text | None = Field(default=None, description="its short name")
    kind: ShortText = Field(
        description="supreme, ministerial, standing, office, staff, assembly, council, commission, working_group"
    )
    parent: OrganRef | None = Field(default=None, description="the organ it answers to")
    composition: Text | None = Field(default=None, description="who sits in it")
    procedure: DecisionRule = Field(default=DecisionRule.CONSENSUS, description="how it decides")
    quorum: QuorumRule = Field(default=QuorumRule.UNKNOWN, description="how many members must be present")
    chair_rule: ChairRule = Field(default=ChairRule.UNKNOWN, description="who presides")
    seat: Text | None = Field(default=None, description="where it sits")
    established: DateText | None = Field(default=None, description="the day it was set up")
    variants: list[ShortText] = Field(default=[], description="other English names in use")


class TermRow(Act):
    """The first or the last day of somebody's term; the date is that day."""

    term: Key = Field(description="pairs a start with its end")
    organ: OrganRef = Field(description="the office or the organ presided over")
    role: Role = Field(description="whether somebody presides or heads an office")
    kind: TermEdge = Field(description="the first day in office or the last")
    person: Text | None = Field(default=None, description="who holds it")
    state: StateRef | None = Field(
        default=None, description="of a chairmanship, or the nationality of an office holder"
    )
    acting: bool = Field(default=False, description="in office until somebody is appointed")
    temporary: bool = Field(default=False, description="appointed for a time only")


class MeetingRow(Row):
    """One sitting of an organ. The id must not give away a date that became known later."""

    organ: OrganRef = Field(description="who sits")
    kind: MeetingKind = Field(
        default=MeetingKind.REGULAR, description="what sort of sitting; only a regular one is the next session"
    )
    joint_with: list[OrganRef] = Field(default=[], description="the other organs that sit with it")
    title: Text | None = Field(default=None, description="its own title, where it has one")


class ConstraintRow(Part):
    """A condition on the date of a meeting."""

    relation: Literal["before", "after"] = Field(description="on which side of the anchor")
    anchor: ShortText = Field(description="a meeting's id, or next:ORGAN for its first regular session after set_at")
    days: int = Field(default=1, ge=0, le=3660, description="the least distance in days")


class MeetingActRow(Act):
    """An announcement (date: the day it was made), a move, a cancellation, or the holding (date: the days held)."""

    meeting: MeetingRef = Field(description="which meeting")
    kind: MeetingActKind = Field(description="what happened to it")
    when: DateText | None = Field(default=None, description="the days it is announced for")
    place: Text | None = Field(default=None, description="where it is held")
    host: StateRef | None = Field(default=None, description="the state that receives it")
    certainty: Certainty | None = Field(
        default=None, description="how settled the date is; left out: fixed for one day, else expected"
    )
    constraints: list[ConstraintRow] = Field(default=[], description="conditions on its date")
    set_at: MeetingRef | None = Field(default=None, description="the meeting that announced it")


class AgendaItemRow(Act):
    """One item of an agenda; the date is when it was published."""

    meeting: MeetingRef = Field(description="whose agenda")
    number: Annotated[str, Field(max_length=20)] = Field(description="its number there")
    title: Text = Field(description="what it says")
    status: AgendaStatus = Field(default=AgendaStatus.PROVISIONAL, description="whether the meeting adopted it")
    restricted: bool = Field(default=False, description="whether it is taken up by the members alone")
    about: list[Key] = Field(default=[], description="ids of what it concerns: meetings, decisions, instruments")


class AttendanceRow(Act):
    """Who was at a meeting and at which level, or was not."""

    meeting: MeetingRef = Field(description="which meeting")
    state: StateRef | None = Field(default=None, description="who was represented")
    organisation: Text | None = Field(default=None, description="a guest organisation")
    level: AttendanceLevel = Field(description="by whom, or absent")
    person: Text | None = Field(default=None, description="who came")


class ClaimRow(Part):
    """A measurable thing that a statement claims."""

    measure: ShortText = Field(description="what is measured")
    value: float | None = Field(default=None, description="the number; none where only a word was used")
    unit: ShortText = Field(description="of what")
    qualifier: str = Field(default="", max_length=200, description="almost, more than, good ...")


class StatementRow(Act):
    """Something said, in the register's own words."""

    meeting: MeetingRef | None = Field(default=None, description="where it was said")
    item: ItemRef | None = Field(default=None, description="the item it was said under")
    state: StateRef | None = Field(default=None, description="the state that speaks")
    organ: OrganRef | None = Field(default=None, description="the organ or office that speaks")
    person: Text | None = Field(default=None, description="who spoke")
    group: Text | None = Field(default=None, description='speakers that are not named, such as "some delegations"')
    text: Text = Field(description="what was said, in the register's own words")
    about: list[Key] = Field(default=[], description="ids of what it speaks of")
    claims: list[ClaimRow] = Field(default=[], description="measurable things it claims")


class ProposalRow(Act):
    """Something a member would like the organisation to do; the date is when it was made."""

    meeting: MeetingRef | None = Field(default=None, description="where it was made")
    state: StateRef | None = Field(default=None, description="whose proposal it is")
    title: Text = Field(description="what is proposed, in a line")
    text: Text | None = Field(default=None, description="what is proposed, in the register's own words")


class ProposalActRow(Act):
    """One step in the fate of a proposal."""

    proposal: ProposalRef = Field(description="which proposal")
    kind: ProposalActKind = Field(description="what became of it")
    decision: Key | None = Field(default=None, description="the decision that adopted it")
    reason: Text | None = Field(default=None, description="the reason given")


class DocumentRow(Act):
    """A document with its symbol: one symbol across languages."""

    symbol: ShortText = Field(description="its symbol, the same in every language")
    kind: DocumentKind = Field(default=DocumentKind.BASE, description="whether it stands alone or belongs to another")
    of: DocumentRef | None = Field(default=None, description="what an addendum, corrigendum or revision belongs to")
    organ: OrganRef | None = Field(default=None, description="whose document it is")
    meeting: MeetingRef | None = Field(default=None, description="the meeting it was issued for")
    item: ItemRef | None = Field(default=None, description="the item it belongs to")
    title: Text = Field(description="its title")
    languages: list[ShortText] = Field(default=[], description="the languages it exists in")
    authentic: list[ShortText] = Field(default=[], description="the languages whose text is authentic")
    url: str = Field(default="", max_length=1000, description="where it can be read")
    purpose: DocumentPurpose | None = Field(default=None, description="what a meeting needs it for")


def day_of(value: Any) -> str | None:
    """The UTC day of an instant as a pack writes it; ``None`` when it is none (its own field will say so)."""
    try:
        instant = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return (instant.astimezone(UTC) if instant.tzinfo else instant).date().isoformat()


class AdoptionActRow(Act):
    """One act in the adoption of a draft; the date is the day of its instant in UTC and may be left out."""

    draft: Key = Field(description="the id of a document, a proposal or a decision")
    procedure: Procedure = Field(description="the procedure it is a step of")
    kind: AdoptionActKind = Field(description="the step")
    at: Instant = Field(description="the instant of the step, which decides the order")
    deadline: Instant | None = Field(default=None, description="of an opened or extended silence, or to confirm by")
    state: StateRef | None = Field(default=None, description="whose position or objection it is")
    position: Position | None = Field(default=None, description="kind position: what the state says")
    participants: list[StateRef] = Field(default=[], description="who takes part in a limited format")
    text: Text | None = Field(default=None, description="what was said with it")

    @model_validator(mode="before")
    @classmethod
    def _dated(cls, content: Any) -> Any:
        if isinstance(content, Mapping) and content.get("date") is None:
            return {**content, "date": day_of(content.get("at"))}
        return content
