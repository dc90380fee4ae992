"""Requests, the consultations about them, and what follows: the acts that one case consists of."""

from dataclasses import dataclass
from datetime import date

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.response.rules.kinds import (
    ActivationActKind,
    Answer,
    AssistanceKind,
    ChallengeKind,
    ConsultationActKind,
    ContributionKind,
    RequestActKind,
)
from secretariat.response.rules.pledges import UNKNOWN_PERSONS, OtherPersons, Persons
from secretariat.sources.rules import Basis


@dataclass(frozen=True, slots=True)
class Request:
    """A state asks for help for a territory: its own, or that of another state, which then has to approve."""

    key: str
    state: str
    territory: str
    when: ImpreciseDate
    basis: Basis
    kind: ChallengeKind | None = None
    organ: str | None = None
    instrument: str | None = None
    article: str = ""
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class RequestAct:
    """Something that became of a request; ``state`` is who did it, where that was a state."""

    key: str
    request: str
    kind: RequestActKind
    when: ImpreciseDate
    basis: Basis
    state: str | None = None
    decision: str | None = None
    reason: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Consultation:
    """The members are asked about a request. ``force`` says whose agreement decides who has a say."""

    key: str
    request: str
    organ: str
    when: ImpreciseDate
    basis: Basis
    force: str | None = None
    meeting: str | None = None
    question: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class ConsultationAct:
    """The close of a consultation; ``text`` says what it came to."""

    key: str
    consultation: str
    kind: ConsultationActKind
    when: ImpreciseDate
    basis: Basis
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Consent:
    """A member's answer; ``answer`` is ``None`` when it was looked for and not found.

    ``persons`` is the most that the national consent allows the member to contribute (``None``: no limit is stated).
    """

    key: str
    consultation: str
    state: str
    when: ImpreciseDate
    basis: Basis
    answer: Answer | None = None
    persons: int | None = None
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Activation:
    """A mandate that begins on ``when``: decided by a decision of the competent organ, for the request's territory.

    ``until`` is the first day on which it no longer runs; ``None``: no day was set.
    """

    key: str
    request: str
    decision: str
    when: ImpreciseDate
    basis: Basis
    force: str | None = None
    until: date | None = None
    mandate: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class ActivationAct:
    """An extension, a withdrawal or the end of a mandate."""

    key: str
    activation: str
    kind: ActivationActKind
    when: ImpreciseDate
    basis: Basis
    state: str | None = None
    decision: str | None = None
    until: date | None = None
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a member contributes under a mandate; without a state it is a published total of all."""

    key: str
    activation: str
    when: ImpreciseDate
    basis: Basis
    state: str | None = None
    kind: ContributionKind | None = None
    persons: Persons = UNKNOWN_PERSONS
    others: tuple[OtherPersons, ...] = ()
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Assistance:
    """Assistance other than forces, in answer to a request or without one."""

    key: str
    kind: AssistanceKind
    recipient: str
    when: ImpreciseDate
    basis: Basis
    request: str | None = None
    state: str | None = None
    organ: str | None = None
    amount: int | None = None
    currency: str = ""
    text: LocalizedText = LocalizedText()


CaseAct = RequestAct | Consultation | ConsultationAct | Consent | Activation | ActivationAct | Contribution
"""Every act that follows a request."""
