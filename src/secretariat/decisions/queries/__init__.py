"""Reading decisions: what was adopted, who has to do what, how far it has come, and at what pace."""

from secretariat.decisions.queries.commitments import CommitmentDetail, CommitmentView, commitment, commitments
from secretariat.decisions.queries.decided import DecisionDetail, ProvisionNode, decision, decisions
from secretariat.decisions.queries.pacing import (
    COMPARED_COHORTS,
    Comparison,
    PaceReport,
    UnknownCohort,
    pace,
    pace_of_register,
    sessions_with_commitments,
)
from secretariat.decisions.queries.register import Adopted, Register, register

__all__ = [
    "COMPARED_COHORTS",
    "Adopted",
    "CommitmentDetail",
    "CommitmentView",
    "Comparison",
    "DecisionDetail",
    "PaceReport",
    "ProvisionNode",
    "Register",
    "UnknownCohort",
    "commitment",
    "commitments",
    "decision",
    "decisions",
    "pace",
    "pace_of_register",
    "register",
    "sessions_with_commitments",
]
