"""Reading decisions: what was adopted, who has to do what, how far it has come, and at what pace."""

from secretariat.decisions.queries.commitments import (
    CommitmentDetail,
    CommitmentView,
    called,
    commitment,
    commitment_statuses,
    commitments,
)
from secretariat.decisions.queries.decided import (
    DecisionDetail,
    ProvisionNode,
    decision,
    decision_count,
    decisions,
    newest_decisions,
)
from secretariat.decisions.queries.kept import kept_register
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
from secretariat.decisions.queries.rows import pace_row
from secretariat.decisions.queries.searched import searched_rows

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
    "called",
    "commitment",
    "commitment_statuses",
    "commitments",
    "decision",
    "decision_count",
    "decisions",
    "kept_register",
    "newest_decisions",
    "pace",
    "pace_of_register",
    "pace_row",
    "register",
    "searched_rows",
    "sessions_with_commitments",
]
