"""The words of the register: what is pledged, asked for, answered and given.

There is no word here for weapons, targets, positions or movements, and no place in any table for them.
"""

from enum import StrEnum


class ContributionKind(StrEnum):
    """What sort of contribution it is, by the service it comes from."""

    POLICE = "police"
    RESCUE = "rescue"
    MEDICAL = "medical"
    ENGINEERING = "engineering"
    BORDER = "border"
    MILITARY = "military"
    BUDGET = "budget"
    """A share of the force's budget, in percent; no persons."""


class NumberQualifier(StrEnum):
    """How a source qualifies a number."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    PLANNED = "planned"


class PledgeActKind(StrEnum):
    """Whether a pledge was made or taken back."""

    MADE = "made"
    TAKEN_BACK = "taken_back"


class ChallengeKind(StrEnum):
    """What a request is about, as the requesting state puts it."""

    EMERGENCY = "emergency"
    DISORDER = "disorder"
    EXTERNAL_ATTACK = "external_attack"
    HUMANITARIAN = "humanitarian"


class RequestActKind(StrEnum):
    """What became of a request."""

    HOST_APPROVED = "host_approved"
    """The state on whose territory it would take place agrees."""
    HOST_WITHDREW = "host_withdrew"
    """That state takes its agreement back: a running mandate ends."""
    ANSWERED = "answered"
    """Answered by a decision, which is carried out as its commitments."""
    NOT_AGREED = "not_agreed"
    """A draft answer found no agreement; the request stays open."""
    OFF_AGENDA = "off_agenda"
    """Taken off the agenda at the wish of the requesting state."""
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class RequestStatus(StrEnum):
    """What a request is on a day."""

    MADE = "made"
    UNDER_CONSULTATION = "under_consultation"
    AGREED = "agreed"
    """The consultation ended in agreement; nothing has been activated."""
    BLOCKED = "blocked"
    """The consultation ended without agreement."""
    ANSWERED = "answered"
    """Answered by a decision without forces."""
    NOT_AGREED = "not_agreed"
    ASSISTED = "assisted"
    """Answered with assistance other than forces."""
    ACTIVATED = "activated"
    CONCLUDED = "concluded"
    """Its mandate is over."""
    OFF_AGENDA = "off_agenda"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class ConsultationActKind(StrEnum):
    """What happened to a consultation."""

    CLOSED = "closed"
    """The answers are opened; none is taken any more."""


class Answer(StrEnum):
    """A member's answer in a consultation."""

    CONSENTS = "consents"
    NO_OBJECTION = "no_objection"
    NOT_PARTICIPATING = "not_participating"
    DECLINES = "declines"
    """An objection: it blocks."""


class ActivationActKind(StrEnum):
    """What happened to a mandate."""

    EXTENDED = "extended"
    WITHDRAWAL_BEGUN = "withdrawal_begun"
    MEMBER_WITHDREW = "member_withdrew"
    ENDED = "ended"


class AssistanceKind(StrEnum):
    """Assistance other than forces."""

    EQUIPMENT = "equipment"
    FUNDS = "funds"
    EXPERTS = "experts"
    MISSION = "mission"
    """A visit to establish the facts, or to prepare proposals."""
    SUPPLIES = "supplies"


class MandateEnd(StrEnum):
    """Why a mandate is over."""

    ENDED = "ended"
    EXPIRED = "expired"
    HOST_WITHDREW = "host_withdrew"
