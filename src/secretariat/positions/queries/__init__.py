"""Reading the room positions: the ledger of coordinated positions, and the votes."""

from secretariat.positions.queries.agreement import agreement, agreement_by_session, pair_table
from secretariat.positions.queries.divided import clashes, days_of_votes, loyalty, splits
from secretariat.positions.queries.groups import (
    UnableToFindGroup,
    is_organisation,
    member_group,
    member_group_by_date,
    named_states,
)
from secretariat.positions.queries.ledger import Ledger, forums, ledger, plans, position_rows, position_titles
from secretariat.positions.queries.named import recorded_votes
from secretariat.positions.queries.searched import searched_rows
from secretariat.positions.queries.votes import DATASET, Choice, RollCalls, UnableToFindRelease, roll_calls

__all__ = [
    "DATASET",
    "Choice",
    "Ledger",
    "RollCalls",
    "UnableToFindGroup",
    "UnableToFindRelease",
    "agreement",
    "agreement_by_session",
    "clashes",
    "days_of_votes",
    "forums",
    "is_organisation",
    "ledger",
    "loyalty",
    "member_group",
    "member_group_by_date",
    "named_states",
    "pair_table",
    "plans",
    "position_rows",
    "position_titles",
    "recorded_votes",
    "roll_calls",
    "searched_rows",
    "splits",
]
