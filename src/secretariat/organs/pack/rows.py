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

    name: Text
    short: Text | None = None
    kind: ShortText = Field(
        description="supreme, ministerial, standing, office, staff, assembly, council, commission, working_group"
    )
    parent: OrganRef | None = Field(default=None, description="the organ it answers to")
    composition: Text | None = Field(default=None, description="who sits in it")
    procedure: DecisionRule = Field(default=DecisionRule.CONSENSUS, description="how it decides")
    quorum: QuorumRule = Field(default=QuorumRule.UNKNOWN, description="how many members must be present")
    chair_rule: ChairRule = Field(default=ChairRule.UNKNOWN, description="who presides")
    seat: Text | None = None
    established: DateText | None = None
    variants: list[ShortText] = Field(default=[], description="other English names in use")


class TermRow(Act):
    """The first or the last day of somebody's term; the date is that day."""

    term: Key = Field(description="pairs a start with its end")
    organ: OrganRef
    role: Role
    kind: TermEdge
    person: Text | None = None
    state: StateRef | None = Field(
        default=None, description="of a chairmanship, or the nationality of an office holder"
    )
    acting: bool = False
    temporary: bool = False


class MeetingRow(Row):
    """One sitting of an organ. The id must not give away a date that became known later."""

    organ: OrganRef
    kind: MeetingKind = MeetingKind.REGULAR
    joint_with: list[OrganRef] = Field(default=[], description="the other organs that sit with it")
    title: Text | None = None


class ConstraintRow(Part):
    """A condition on the date of a meeting."""

    relation: Literal["before", "after"]
    anchor: ShortText = Field(description="a meeting's id, or next:ORGAN for its first regular session after set_at")
    days: int = Field(default=1, ge=0, le=3660, description="the least distance in days")


class MeetingActRow(Act):
    """An announcement (date: the day it was made), a move, a cancellation, or the holding (date: the days held)."""

    meeting: MeetingRef
    kind: MeetingActKind
    when: DateText | None = Field(default=None, description="the days it is announced for")
    place: Text | None = None
    host: StateRef | None = None
    certainty: Certainty | None = None
    constraints: list[ConstraintRow] = []
    set_at: MeetingRef | None = Field(default=None, description="the meeting that announced it")


class AgendaItemRow(Act):
    """One item of an agenda; the date is when it was published."""

    meeting: MeetingRef
    number: Annotated[str, Field(max_length=20)]
    title: Text
    status: AgendaStatus = AgendaStatus.PROVISIONAL
    restricted: bool = False
    about: list[Key] = Field(default=[], description="ids of what it concerns: meetings, decisions, instruments")


class AttendanceRow(Act):
    """Who was at a meeting and at which level, or was not."""

    meeting: MeetingRef
    state: StateRef | None = None
    organisation: Text | None = None
    level: AttendanceLevel
    person: Text | None = None


class ClaimRow(Part):
    """A measurable thing that a statement claims."""

    measure: ShortText
    value: float | None = None
    unit: ShortText
    qualifier: str = Field(default="", max_length=200, description="almost, more than, good ...")


class StatementRow(Act):
    """Something said, in the register's own words."""

    meeting: MeetingRef | None = None
    item: ItemRef | None = None
    state: StateRef | None = None
    organ: OrganRef | None = None
    person: Text | None = None
    group: Text | None = Field(default=None, description='speakers that are not named, such as "some delegations"')
    text: Text
    about: list[Key] = Field(default=[], description="ids of what it speaks of")
    claims: list[ClaimRow] = []


class ProposalRow(Act):
    """Something a member would like the organisation to do; the date is when it was made."""

    meeting: MeetingRef | None = None
    state: StateRef | None = None
    title: Text
    text: Text | None = None


class ProposalActRow(Act):
    """One step in the fate of a proposal."""

    proposal: ProposalRef
    kind: ProposalActKind
    decision: Key | None = Field(default=None, description="the decision that adopted it")
    reason: Text | None = None


class DocumentRow(Act):
    """A document with its symbol: one symbol across languages."""

    symbol: ShortText
    kind: DocumentKind = DocumentKind.BASE
    of: DocumentRef | None = Field(default=None, description="what an addendum, corrigendum or revision belongs to")
    organ: OrganRef | None = None
    meeting: MeetingRef | None = None
    item: ItemRef | None = None
    title: Text
    languages: list[ShortText] = []
    authentic: list[ShortText] = Field(default=[], description="the languages whose text is authentic")
    url: str = Field(default="", max_length=1000)


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
    procedure: Procedure
    kind: AdoptionActKind
    at: Instant
    deadline: Instant | None = Field(default=None, description="of an opened or extended silence, or to confirm by")
    state: StateRef | None = None
    position: Position | None = None
    participants: list[StateRef] = Field(default=[], description="who takes part in a limited format")
    text: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _dated(cls, content: Any) -> Any:
        if isinstance(content, Mapping) and content.get("date") is None:
            return {**content, "date": day_of(content.get("at"))}
        return content
