"""Who is in a partner organisation: the rules of treaties applied to its membership, and the overlap with our members.

Nothing here decides a status: an organisation is read as an instrument, an act about membership as a treaty act, and
:func:`secretariat.parties.rules.status_on` says what a state is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from secretariat.kernel import LocalizedText, Period, Standing, weakest
from secretariat.parties.rules import (
    ActKind,
    EntryRule,
    EntryRuleKind,
    Instrument,
    PartyState,
    PartyStatus,
    StatusPeriod,
    TreatyAct,
    in_force_on,
    status_history,
    status_on,
)
from secretariat.partners.rules.partners import Existence, Partner, PartnerAct, PartnerActKind, PartnerState

_JOINING = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.OBSERVER_STATUS,
        ActKind.PARTNER_STATUS,
    }
)


class Seat(StrEnum):
    """What a state is in a partner organisation, in the words of a table."""

    MEMBER = "member"
    SUSPENDED = "suspended"
    OBSERVER = "observer"
    DIALOGUE_PARTNER = "dialogue_partner"
    CANDIDATE = "candidate"
    """Has signed or consented, and is not a member yet."""
    FORMER = "former"
    NONE = "none"
    """No act on record."""
    UNKNOWN = "unknown"
    """Looked for and not found, or nobody has recorded who the members are."""

    @property
    def is_member(self) -> bool:
        """Whether it counts as a member; one whose membership is suspended does."""
        return self in {Seat.MEMBER, Seat.SUSPENDED}


_SEATS = {
    PartyState.PARTY: Seat.MEMBER,
    PartyState.SUSPENDED: Seat.SUSPENDED,
    PartyState.PROVISIONAL: Seat.CANDIDATE,
    PartyState.CONSENTED: Seat.CANDIDATE,
    PartyState.SIGNATORY: Seat.CANDIDATE,
    PartyState.OBSERVER: Seat.OBSERVER,
    PartyState.PARTNER: Seat.DIALOGUE_PARTNER,
    PartyState.WITHDRAWN: Seat.FORMER,
    PartyState.EXPELLED: Seat.FORMER,
    PartyState.LAPSED: Seat.FORMER,
    PartyState.NONE: Seat.NONE,
    PartyState.UNKNOWN: Seat.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Place:
    """What one state is in one partner on a day, and what that rests on."""

    partner: str
    state: str
    seat: Seat
    since: date | None
    standing: Standing
    basis: tuple[TreatyAct, ...] = ()
    disputed: tuple[Seat, ...] = ()
    declarations: tuple[TreatyAct, ...] = ()
    through: str | None = None
    """For a body: the partner whose member the state is."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath it, each once."""
        return tuple(dict.fromkeys(key for act in self.basis for key in act.basis.sources))


@dataclass(frozen=True, slots=True)
class Constitution:
    """A partner as the rules of treaties see it: an instrument and the acts about it."""

    instrument: Instrument
    acts: tuple[TreatyAct, ...]

    @property
    def is_recorded(self) -> bool:
        """Whether anything is on record about who its members are."""
        return any(act.state is not None for act in self.acts)


def constitution_of(partner: Partner, acts: Sequence[PartnerAct], memberships: Sequence[TreatyAct]) -> Constitution:
    """Read a partner as an instrument.

    Its founding is the announcement of entry into force. Where no founding is recorded, the first consent founds it.
    """
    founded = [
        TreatyAct(act.key, partner.key, ActKind.ANNOUNCEMENT, None, act.when, act.basis)
        for act in acts
        if act.kind is PartnerActKind.FOUNDED
    ]
    entry = EntryRule(EntryRuleKind.UNKNOWN) if founded else EntryRule(EntryRuleKind.DEPOSITS, deposits=1)
    instrument = Instrument(partner.key, partner.kind.value, partner.name, entry)
    return Constitution(instrument, (*founded, *memberships))


def _happened(acts: Sequence[TreatyAct], on: date) -> list[TreatyAct]:
    return [act for act in acts if act.when is None or act.when.has_happened_by(on)]


def party_status(constitution: Constitution, state: str, on: date) -> PartyStatus:
    """The status of a state under the constitution of a partner, by the rules of treaties.

    A state about which only an undated, unknown act of joining is on record was looked for and not found: unknown.
    """
    happened = _happened(constitution.acts, on)
    entry = in_force_on(constitution.instrument, happened, on)
    status = status_on(state, constitution.instrument, happened, entry, on)
    if status.status is not PartyState.NONE:
        return status
    sought = tuple(
        act
        for act in happened
        if act.state == state and act.when is None and act.kind in _JOINING and act.standing is Standing.UNKNOWN
    )
    return replace(status, status=PartyState.UNKNOWN, basis=sought, standing=Standing.UNKNOWN) if sought else status


def place_on(constitution: Constitution, state: str, on: date, *, asked: str | None = None) -> Place:
    """What ``state`` is in a partner on ``on``; ``asked`` names the body that was asked about, where it is one.

    Where nothing at all is recorded about the members of a partner, every place in it is unknown, not empty.
    """
    key = constitution.instrument.key
    through = key if asked not in {None, key} else None
    if not constitution.is_recorded:
        return Place(asked or key, state, Seat.UNKNOWN, None, Standing.UNKNOWN, through=through)
    status = party_status(constitution, state, on)
    return Place(
        partner=asked or key,
        state=state,
        seat=_SEATS[status.status],
        since=status.since,
        standing=status.standing if status.basis else Standing.DERIVED,
        basis=status.basis,
        disputed=tuple(sorted({_SEATS[each] for each in status.disputed} - {_SEATS[status.status]})),
        declarations=status.declarations,
        through=through,
    )


def membership_history(
    constitution: Constitution, state: str, until: date, ended: date | None = None
) -> list[StatusPeriod]:
    """The statuses of a state in a partner up to and including ``until``, oldest first.

    ``ended`` is the day on which the partner ceased to exist: every period ends there, none begins later.
    """
    periods = status_history(state, constitution.instrument, constitution.acts, until)
    if ended is None:
        return periods
    return [
        StatusPeriod(Period(each.period.start, min(each.period.end or ended, ended)), each.status)
        for each in periods
        if each.period.start is not None and each.period.start < ended
    ]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The members of a partner among the members of the organisation on a day.

    ``places`` stand in the order of the states asked for. ``members`` is ``None`` where the membership of the partner
    is not recorded: unknown is never nought.
    """

    partner: str
    places: tuple[Place, ...]

    @property
    def members(self) -> tuple[str, ...] | None:
        """The codes of the members in common."""
        if all(place.seat is Seat.UNKNOWN for place in self.places):
            return None
        return tuple(place.state for place in self.places if place.seat.is_member)

    @property
    def standing(self) -> Standing:
        """The weakest standing among the places that rest on an act."""
        resting = [place.standing for place in self.places if place.basis]
        return weakest(resting) if resting else Standing.UNKNOWN

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath the places, each once."""
        return tuple(dict.fromkeys(key for place in self.places for key in place.sources))


def seat_of_members(
    key: str, part_of: Mapping[str, str | None], recorded: Mapping[str, Constitution]
) -> Constitution | None:
    """The constitution that says who the members of a partner are: its own, or that of the partner it is a body of.

    ``None`` when none of them is recorded. A circle of bodies ends where it began.
    """
    seen: set[str] = set()
    current: str | None = key
    while current is not None and current not in seen:
        seen.add(current)
        own = recorded.get(current)
        if own is not None and own.is_recorded:
            return own
        current = part_of.get(current)
    return recorded.get(key)


def _ended(place: Place, existence: Existence) -> Place:
    """A place in a partner that has ceased: whoever had one has had it."""
    if place.seat in {Seat.NONE, Seat.UNKNOWN}:
        return place
    standing = weakest([place.standing, existence.standing])
    return replace(place, seat=Seat.FORMER, since=existence.since, standing=standing, disputed=())


def overlap_on(
    constitution: Constitution,
    states: Sequence[str],
    on: date,
    *,
    asked: str | None = None,
    existence: Existence | None = None,
) -> Overlap:
    """What each of ``states`` is in a partner on ``on``: one line of the matrix.

    With a partner that has ceased, whoever was in it has been in it: nobody is a member of nothing.
    """
    key = asked or constitution.instrument.key
    places = [place_on(constitution, state, on, asked=asked) for state in states]
    if existence is not None and existence.state is PartnerState.CEASED:
        places = [_ended(place, existence) for place in places]
    return Overlap(key, tuple(places))


def names_of(states: Mapping[str, LocalizedText], codes: Sequence[str]) -> LocalizedText:
    """The names of some states in the alphabetical order of each language."""
    english = sorted(states[code].in_language("en") if code in states else code for code in codes)
    russian = sorted(states[code].in_language("ru") if code in states else code for code in codes)
    return LocalizedText(", ".join(english), ", ".join(russian))
