"""Who has a say about a force: members that take part and are bound by the agreement it rests on."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secretariat.parties.rules import (
    Instrument,
    MemberStatus,
    PartyState,
    PartyStatus,
    State,
    TreatyAct,
    in_force_on,
    members_on,
    status_on,
)


@dataclass(frozen=True, slots=True)
class Voices:
    """The members on a day, by code: those that count, and those that do not and why.

    ``unclear`` are among those that count: they signed the agreement, and whether they are bound was not found.
    """

    counted: frozenset[str]
    suspended: frozenset[str] = frozenset()
    not_bound: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    instrument: str = ""

    def refusal(self, state: str) -> str | None:
        """Why a state has no say; ``None`` when it has one."""
        if state in self.suspended:
            return f"{state} is suspended and takes no part"
        if state in self.not_bound:
            return f"{state} is not a party to {self.instrument}: it is not bound, and its consent does not count"
        if state not in self.counted:
            return f"{state} is not a member"
        return None


_OPEN = frozenset({PartyState.UNKNOWN, PartyState.SIGNATORY, PartyState.CONSENTED})
_BOUND = frozenset({PartyState.PARTY, PartyState.PROVISIONAL})


def voices_of(
    members: Iterable[MemberStatus], *, instrument: str = "", parties: Collection[PartyStatus] | None = None
) -> Voices:
    """Who counts. ``parties`` are the statuses under the force's agreement; ``None``: it rests on the treaty itself.

    A suspended member does not count, nor one that never signed the agreement or has left it. A signatory whose
    ratification was looked for and not found counts and is named as unclear: unknown is not "no".
    """
    statuses = {member.state.code: member.status.status for member in members}
    suspended = {code for code, status in statuses.items() if status is PartyState.SUSPENDED}
    taking_part = set(statuses) - suspended
    if parties is None:
        return Voices(frozenset(taking_part), frozenset(suspended))
    under = {each.state: each.status for each in parties}
    out = {code for code in taking_part if under.get(code, PartyState.NONE) not in _OPEN | _BOUND}
    counted = taking_part - out
    return Voices(
        counted=frozenset(counted),
        suspended=frozenset(suspended),
        not_bound=frozenset(out),
        unclear=frozenset(code for code in counted if under[code] in _OPEN),
        instrument=instrument,
    )


@dataclass(frozen=True, slots=True)
class Membership:
    """What membership and the agreements rest on: states, instruments by key, treaty acts, the constituent one."""

    states: Sequence[State]
    instruments: Mapping[str, Instrument]
    acts: Sequence[TreatyAct]
    constituent: str

    def voices_on(self, day: date, instrument: str | None = None) -> Voices:
        """Who has a say on a day about a force that rests on ``instrument`` (``None``: on the treaty itself)."""
        constituent = self.instruments[self.constituent]
        own = [act for act in self.acts if act.instrument == self.constituent]
        members = members_on(self.states, constituent, own, day)
        if instrument is None or instrument not in self.instruments or instrument == self.constituent:
            return voices_of(members)
        agreement = self.instruments[instrument]
        acts = [act for act in self.acts if act.instrument == instrument]
        happened = [act for act in acts if act.when is None or act.when.has_happened_by(day)]
        entry = in_force_on(agreement, happened, day)
        parties = [status_on(each.state.code, agreement, happened, entry, day) for each in members]
        return voices_of(members, instrument=instrument, parties=parties)
