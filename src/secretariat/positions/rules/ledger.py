"""What the ledger of coordinated positions holds: plans, positions, their texts, each member's act, the votes named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.sources.rules import Basis


class PositionKind(StrEnum):
    """What form a coordinated position takes."""

    JOINT_STATEMENT = "joint_statement"
    COMMON_POSITION = "common_position"
    """A line that the members' delegations are to take, with or without an instruction for a vote."""
    EXPLANATION_OF_VOTE = "explanation_of_vote"
    CO_SPONSORSHIP = "co_sponsorship"
    CONSULTATION = "consultation"


class PlanKind(StrEnum):
    """What is planned ahead."""

    CONSULTATIONS = "consultations"
    JOINT_STATEMENTS = "joint_statements"
    INSTRUCTIONS = "instructions"
    """Topics for joint instructions to the members' missions."""
    PROCEDURE = "procedure"
    """How positions are brought about, not which."""


class PlanState(StrEnum):
    """What is on record about a plan."""

    ADOPTED = "adopted"
    ON_AGENDA = "on_agenda"
    """It was to be dealt with; whether it was adopted is not on record."""
    MENTIONED = "mentioned"
    """It existed; its adoption is not on record."""


class PositionActKind(StrEnum):
    """What a member did about a position, or what became of the position as a whole."""

    JOINED = "joined"
    JOINED_WITH_RESERVATION = "joined_with_reservation"
    SILENT = "silent"
    """Asked, and did not answer."""
    DECLINED = "declined"
    NOT_INVITED = "not_invited"
    DELIVERED = "delivered"
    NOT_REACHED = "not_reached"
    """The members did not agree."""
    WITHDRAWN = "withdrawn"

    @property
    def is_response(self) -> bool:
        """Whether it is one member's answer."""
        return self in _RESPONSES


_RESPONSES = frozenset(
    {
        PositionActKind.JOINED,
        PositionActKind.JOINED_WITH_RESERVATION,
        PositionActKind.SILENT,
        PositionActKind.DECLINED,
        PositionActKind.NOT_INVITED,
    }
)


class Response(StrEnum):
    """A member's answer on a day. Without an act nothing is on record: that is neither silence nor assent."""

    JOINED = "joined"
    JOINED_WITH_RESERVATION = "joined_with_reservation"
    SILENT = "silent"
    DECLINED = "declined"
    NOT_INVITED = "not_invited"
    NOT_RECORDED = "not_recorded"

    @property
    def has_joined(self) -> bool:
        """Whether the member stands behind the position, with a reservation or without."""
        return self in {Response.JOINED, Response.JOINED_WITH_RESERVATION}


class Stage(StrEnum):
    """How far a position has come."""

    AGREED = "agreed"
    DELIVERED = "delivered"
    NOT_REACHED = "not_reached"
    WITHDRAWN = "withdrawn"
    NOT_FOUND = "not_found"
    """Looked for, and no such position found."""


class TextStage(StrEnum):
    """How far the text of a position has come."""

    PROPOSED = "proposed"
    REVISED = "revised"
    AGREED = "agreed"


class AgreedVote(StrEnum):
    """The vote that the members agreed to cast."""

    YES = "yes"
    ABSTAIN = "abstain"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Forum:
    """Where positions are put forward; ``parent`` is the body it belongs to (a committee of the General Assembly)."""

    key: str
    name: LocalizedText
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of consultations or a list of joint statements, for a time ahead."""

    key: str
    kind: PlanKind
    state: PlanState
    title: LocalizedText
    when: ImpreciseDate | None
    covers: ImpreciseDate | None
    meeting: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class PositionText:
    """One version of a position's text, in the register's own words."""

    key: str
    position: str
    version: int
    stage: TextStage
    gist: LocalizedText
    state: str | None
    when: ImpreciseDate | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class PositionAct:
    """What a member did about a position; ``state`` is ``None`` where it concerns the position as a whole."""

    key: str
    position: str
    kind: PositionActKind
    state: str | None
    when: ImpreciseDate | None
    basis: Basis
    text: LocalizedText = LocalizedText()
    document: str = ""


@dataclass(frozen=True, slots=True)
class NamedVote:
    """A roll call that a position names. ``agreed`` is ``None`` where no common vote was agreed.

    ``dataset`` and ``rollcall`` lead to the record of the vote in the lake; ``resolution`` is its symbol.
    """

    key: str
    position: str
    dataset: str
    rollcall: str
    resolution: str
    agreed: AgreedVote | None
    when: ImpreciseDate | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Position:
    """A coordinated position as the ledger describes it.

    ``planned`` is ``None`` where it is not known whether it stood in a plan; a position that names its plan is planned.
    """

    key: str
    kind: PositionKind
    title: LocalizedText
    forum: str
    when: ImpreciseDate | None
    basis: Basis
    plan: str | None = None
    planned: bool | None = None
    meeting: str | None = None
    decision: str | None = None

    @property
    def day(self) -> date | None:
        """The last possible day on which it was agreed or made."""
        return self.when.latest if self.when is not None else None


@dataclass(frozen=True, slots=True)
class MemberResponse:
    """What one member answered: the last act of it, ``None`` where there is none."""

    state: str
    response: Response
    act: PositionAct | None = None


def responses_on(members: Iterable[str], acts: Sequence[PositionAct], on: date) -> tuple[MemberResponse, ...]:
    """The answer of each state that was a member, by code, from acts that had happened by ``on``.

    A later answer replaces an earlier one. A state with an act of its own is listed even if it was no member then:
    others may align themselves with a position.
    """
    last: dict[str, PositionAct] = {}
    for act in _in_order(acts, on):
        if act.kind.is_response and act.state is not None:
            last[act.state] = act
    return tuple(
        MemberResponse(code, Response(last[code].kind.value), last[code])
        if code in last
        else MemberResponse(code, Response.NOT_RECORDED)
        for code in sorted({*members, *last})
    )


def _in_order(acts: Sequence[PositionAct], on: date) -> list[PositionAct]:
    """Acts that had happened by a day; one whose day nobody has found stands before the dated ones."""
    dated = [(act.when.latest if act.when is not None else date.min, act.key, act) for act in acts]
    happened = [each for each in dated if each[0] <= on]
    return [act for _, _, act in sorted(happened, key=lambda each: each[:2])]


def stage_on(position: Position, acts: Sequence[PositionAct], on: date) -> Stage:
    """How far a position had come by a day: the last act about it as a whole decides.

    A position that was looked for and not found is a row of unknown standing.
    """
    if position.basis.standing is Standing.UNKNOWN:
        return Stage.NOT_FOUND
    stage = Stage.AGREED
    for act in _in_order(acts, on):
        match act.kind:
            case PositionActKind.DELIVERED:
                stage = Stage.DELIVERED
            case PositionActKind.NOT_REACHED:
                stage = Stage.NOT_REACHED
            case PositionActKind.WITHDRAWN:
                stage = Stage.WITHDRAWN
    return stage


def standing_of(position: Position, acts: Sequence[PositionAct]) -> Standing:
    """The weakest standing among a position and the acts about it."""
    return weakest([position.basis.standing, *(act.basis.standing for act in acts)])
