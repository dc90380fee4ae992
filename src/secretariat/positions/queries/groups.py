"""Who belongs to a group whose agreement is measured: the members by the register, on one day or on each."""

from collections.abc import Collection
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.parties.queries import instruments, members, organisation, states, treaty_acts
from secretariat.parties.rules import members_on
from secretariat.positions.rules.groups import GroupByDate


class UnableToFindGroup(Exception):
    """A name is neither that of the organisation nor a list of state codes."""


def member_group(viewer: Viewer, *, on: date, known_at: datetime) -> tuple[str, ...]:
    """The members of the organisation on a day, by code; a suspended member is one of them."""
    return tuple(member.state.code for member in members(viewer, on=on, known_at=known_at))


def member_group_by_date(viewer: Viewer, days: Collection[date], *, known_at: datetime) -> GroupByDate:
    """The members on each of some days, such as those of votes. Four queries, however many days."""
    known = states(viewer, known_at=known_at)
    constituent = instruments(viewer, known_at=known_at)[organisation(viewer, known_at=known_at).constituent]
    acts = treaty_acts(viewer, known_at=known_at, instrument=constituent.key)
    return GroupByDate.from_days(
        [(day, [each.state.code for each in members_on(known, constituent, acts, day)]) for day in sorted(set(days))]
    )


def is_organisation(viewer: Viewer, name: str, *, known_at: datetime) -> bool:
    """Whether a name, in any case of letters, is the organisation's: its key or its short name in any language."""
    found = organisation(viewer, known_at=known_at)
    return name.casefold() in {each.casefold() for each in (found.key, found.short.en, found.short.ru) if each}


def named_states(viewer: Viewer, name: str, *, known_at: datetime) -> tuple[str, ...]:
    """The states of a list of codes such as ``AM,BY``, by code.

    A code need not be that of a state of the register: votes are on record for all states. Raises
    :class:`UnableToFindGroup`.
    """
    codes = sorted({code.strip().upper() for code in name.split(",") if code.strip()})
    if "," not in name or not all(len(code) == len("AM") and code.isascii() and code.isalpha() for code in codes):
        short = organisation(viewer, known_at=known_at).key
        msg = f"{name!r} is no group, expected {short} or codes of states such as AM,BY"
        raise UnableToFindGroup(msg)
    return tuple(codes)
