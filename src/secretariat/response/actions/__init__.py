"""Writing the register of joint forces: each action is one transaction with one entry in the log."""

from secretariat.response.actions.consultations import (
    UnableToAnswer,
    UnableToConsult,
    close_consultation,
    give_consent,
    open_consultation,
)
from secretariat.response.actions.forces import UnableToPledge, record_pledge, record_readiness
from secretariat.response.actions.mandates import (
    UnableToActivate,
    UnableToContinue,
    UnableToContribute,
    activate,
    record_activation_act,
    record_contribution,
)
from secretariat.response.actions.requests import (
    UnableToRequest,
    UnableToSettleRequest,
    make_request,
    record_assistance,
    settle_request,
)

__all__ = [
    "UnableToActivate",
    "UnableToAnswer",
    "UnableToConsult",
    "UnableToContinue",
    "UnableToContribute",
    "UnableToPledge",
    "UnableToRequest",
    "UnableToSettleRequest",
    "activate",
    "close_consultation",
    "give_consent",
    "make_request",
    "open_consultation",
    "record_activation_act",
    "record_assistance",
    "record_contribution",
    "record_pledge",
    "record_readiness",
    "settle_request",
]
