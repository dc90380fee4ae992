"""Membership of the organisation: the parties to its constituent instrument."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from secretariat.parties.rules.acts import Instrument, State, TreatyAct
from secretariat.parties.rules.entry import in_force_on
from secretariat.parties.rules.status import PartyStatus, status_on


@dataclass(frozen=True, slots=True)
class MemberStatus:
    """A member and its status on a day."""

    state: State
    status: PartyStatus


def members_on(
    states: Sequence[State], constituent: Instrument, acts: Sequence[TreatyAct], on: date
) -> list[MemberStatus]:
    """The states bound by the constituent instrument on ``on``, by code.

    A suspended member is listed with that status. A declaration without legal effect (a "freeze") removes nobody.
    """
    happened = [act for act in acts if act.when is None or act.when.has_happened_by(on)]
    entry = in_force_on(constituent, happened, on)
    statuses = [
        MemberStatus(state, status_on(state.code, constituent, happened, entry, on))
        for state in sorted(states, key=lambda each: each.code)
    ]
    return [member for member in statuses if member.status.status.is_bound]
