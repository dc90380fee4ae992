"""The rules of the register of joint forces: who pledged what, who asked, who consented, what was activated.

Administrative only: there is no weapon, no target, no position and no movement in it.
"""

from secretariat.response.rules.course import Around, Course, Decided, RefusedAct, course_of
from secretariat.response.rules.hearing import Hearing, answer_refusal, conclude, is_complete
from secretariat.response.rules.kinds import (
    ActivationActKind,
    Answer,
    AssistanceKind,
    ChallengeKind,
    ConsultationActKind,
    ContributionKind,
    MandateEnd,
    NumberQualifier,
    PledgeActKind,
    RequestActKind,
    RequestStatus,
)
from secretariat.response.rules.mandates import Mandate
from secretariat.response.rules.pledges import (
    Force,
    Holding,
    OtherPersons,
    Persons,
    Pledge,
    ReadinessReport,
    Tally,
    holdings_on,
    tally,
)
from secretariat.response.rules.requests import (
    Activation,
    ActivationAct,
    Assistance,
    CaseAct,
    Consent,
    Consultation,
    ConsultationAct,
    Contribution,
    Request,
    RequestAct,
)
from secretariat.response.rules.voices import Membership, Voices, voices_of

__all__ = [
    "Activation",
    "ActivationAct",
    "ActivationActKind",
    "Answer",
    "Around",
    "Assistance",
    "AssistanceKind",
    "CaseAct",
    "ChallengeKind",
    "Consent",
    "Consultation",
    "ConsultationAct",
    "ConsultationActKind",
    "Contribution",
    "ContributionKind",
    "Course",
    "Decided",
    "Force",
    "Hearing",
    "Holding",
    "Mandate",
    "MandateEnd",
    "Membership",
    "NumberQualifier",
    "OtherPersons",
    "Persons",
    "Pledge",
    "PledgeActKind",
    "ReadinessReport",
    "RefusedAct",
    "Request",
    "RequestAct",
    "RequestActKind",
    "RequestStatus",
    "Tally",
    "Voices",
    "answer_refusal",
    "conclude",
    "course_of",
    "holdings_on",
    "is_complete",
    "tally",
    "voices_of",
]
