"""Decisions, provisions, commitments, and everything that is said and done about a commitment."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.organs.rules import Procedure
from secretariat.sources.rules import Basis


class Force(StrEnum):
    """What a provision asks of its addressees."""

    BINDING = "binding"
    HORTATORY = "hortatory"
    INFORMATIONAL = "informational"


class Collective(StrEnum):
    """How a provision addressed to many is counted: done when all have done it, or by the share that has."""

    ALL = "all"
    SHARE = "share"


class CommitmentKind(StrEnum):
    """A result in the world, or something to be carried out; carrying out is never counted as a result."""

    OUTCOME = "outcome"
    ACTIVITY = "activity"


class CommitmentActKind(StrEnum):
    """What became of a commitment otherwise than by a report."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    STARTED = "started"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    SUPERSEDED = "superseded"
    ELAPSED = "elapsed"
    RETIRED = "retired"
    WITHDRAWN = "withdrawn"


CLOSINGS = frozenset(
    {
        CommitmentActKind.SUPERSEDED,
        CommitmentActKind.ELAPSED,
        CommitmentActKind.RETIRED,
        CommitmentActKind.WITHDRAWN,
    }
)
"""Acts that end a commitment without its being done; what is said about it later changes nothing."""


class Claim(StrEnum):
    """What a report says about a commitment."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    IMPLEMENTED = "implemented"
    BLOCKED = "blocked"


class Bearing(StrEnum):
    """Whether a document supports the report it is attached to."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class Assessor(StrEnum):
    """Who assessed: the addressee itself, the secretariat, or somebody independent of both."""

    SELF = "self"
    SECRETARIAT = "secretariat"
    INDEPENDENT = "independent"


class Result(StrEnum):
    """What an assessment found."""

    VERIFIED = "verified"
    PARTLY = "partly"
    NOT_VERIFIED = "not_verified"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Decision:
    """What an organ adopted. ``participants`` is empty where it was not recorded who took part or signed."""

    key: str
    organ: str
    meeting: str | None
    symbol: str
    kind: str
    title: LocalizedText
    when: ImpreciseDate | None
    basis: Basis
    gist: LocalizedText = LocalizedText()
    item: str | None = None
    procedure: Procedure | None = None
    participants: tuple[str, ...] = ()
    not_participating: tuple[str, ...] = ()
    instrument: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One sentence or article of a decision, in the register's own words."""

    key: str
    decision: str
    number: str
    text: LocalizedText
    verb: str
    force: Force
    collective: Collective
    basis: Basis
    parent: str | None = None


class Engagement(StrEnum):
    """Whether the addressee took the commitment on."""

    PROPOSED = "proposed"
    """It took no part in the decision and has not said that it accepts."""
    ACCEPTED = "accepted"
    """It said so, signed the decision, or is bound by the procedure that adopted it."""
    DECLINED = "declined"
    UNKNOWN = "unknown"
    """Neither who took part nor the procedure is recorded."""


class Commitment(NamedTuple):
    """One provision for one addressee: a state or an organ.

    A named tuple, not a dataclass: registers hold tens of thousands, and tuples are built five times as fast.
    ``decision`` and ``provision`` are where it stands first, ``decisions`` and ``provisions`` every place where it
    stands (itself included): under however many decisions, it is one commitment. ``adopted`` is the day of the first
    decision, ``assigned`` the day it was laid on its addressee (the same unless the register says otherwise).
    ``engagement`` is what follows from taking part in the decision.
    """

    key: str
    decision: str
    provision: str
    kind: CommitmentKind
    adopted: date
    assigned: date
    state: str | None = None
    organ: str | None = None
    decisions: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    parent: str | None = None
    engagement: Engagement = Engagement.UNKNOWN
    report_first: date | None = None
    report_every_months: int | None = None
    standing: Standing = Standing.CONFIRMED
    sources: tuple[str, ...] = ()

    @property
    def addressee(self) -> str:
        """The code of the state or the key of the organ."""
        return self.state or self.organ or ""


@dataclass(frozen=True, slots=True)
class CommitmentAct:
    """Acceptance, a start, a block, or an end. ``when`` is ``None`` where the day was not found."""

    key: str
    kind: CommitmentActKind
    when: ImpreciseDate | None
    basis: Basis
    reason: LocalizedText = LocalizedText()
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which to be done, and since when it is the deadline. The first one is the baseline."""

    key: str
    due: date
    when: ImpreciseDate | None
    author: str
    basis: Basis
    authority: LocalizedText = LocalizedText()
    reason: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document put to a report; ``sha256`` is empty where the document itself is not held."""

    key: str
    report: str
    title: LocalizedText
    bearing: Bearing
    when: ImpreciseDate | None
    basis: Basis
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody says about a commitment: the addressee, or the state or organ named."""

    key: str
    claimed: Claim
    when: ImpreciseDate | None
    basis: Basis
    identity: str = ""
    """The key by which evidence names it: its own, or that of the report it corrects."""
    period_start: date | None = None
    period_end: date | None = None
    by_state: str | None = None
    by_organ: str | None = None
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Assessment:
    """What somebody who looked found."""

    key: str
    assessor: Assessor
    result: Result
    when: ImpreciseDate | None
    basis: Basis
    reason: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class History:
    """All that is on record about one commitment."""

    acts: tuple[CommitmentAct, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    reports: tuple[Report, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessments: tuple[Assessment, ...] = ()


def engagement_by_adoption(
    *, state: str | None, procedure: str | None, participants: frozenset[str], not_participating: frozenset[str]
) -> Engagement:
    """Whether adopting the decision laid the commitment on its addressee.

    An organ carries out what is decided. A state is engaged when it took part or signed; where nobody's part was
    recorded, when the procedure is one that binds everybody who did not stay out. A limited format binds only those
    who are named.
    """
    if state is None:
        return Engagement.ACCEPTED
    if state in not_participating:
        return Engagement.PROPOSED
    if participants:
        return Engagement.ACCEPTED if state in participants else Engagement.PROPOSED
    if procedure is None:
        return Engagement.UNKNOWN
    return Engagement.PROPOSED if procedure == Procedure.LIMITED_FORMAT else Engagement.ACCEPTED
