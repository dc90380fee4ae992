"""Treaty law as far as a register needs it: entry into force and the status of a state, computed from acts."""

from secretariat.parties.rules.acts import ActKind, EntryRule, EntryRuleKind, Instrument, State, TreatyAct
from secretariat.parties.rules.entry import InForce, bound_by_entry, in_force_on
from secretariat.parties.rules.history import StatusPeriod, status_history
from secretariat.parties.rules.membership import MemberStatus, members_on
from secretariat.parties.rules.status import PartyState, PartyStatus, status_on

__all__ = [
    "ActKind",
    "EntryRule",
    "EntryRuleKind",
    "InForce",
    "Instrument",
    "MemberStatus",
    "PartyState",
    "PartyStatus",
    "State",
    "StatusPeriod",
    "TreatyAct",
    "bound_by_entry",
    "in_force_on",
    "members_on",
    "status_history",
    "status_on",
]
