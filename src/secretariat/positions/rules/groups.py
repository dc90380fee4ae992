"""Groups of states: fixed, or following the day of each vote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from secretariat.kernel import Period


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's membership of a group through a half-open period."""

    state: str
    period: Period


@dataclass(frozen=True, slots=True)
class GroupByDate:
    """A group whose members are looked up on the day of each vote."""

    memberships: tuple[Membership, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state that belongs to it at some time, by code."""
        return tuple(sorted({each.state for each in self.memberships}))

    def on(self, day: date) -> tuple[str, ...]:
        """The members on a day, by code."""
        return tuple(sorted({each.state for each in self.memberships if day in each.period}))

    @classmethod
    def from_days(cls, days: Sequence[tuple[date, Sequence[str]]]) -> "GroupByDate":
        """The group from its members on given days; a state belongs to it from such a day until the next one.

        On days before the first the group is empty; after the last one it stays as it was.
        """
        memberships: list[Membership] = []
        since: dict[str, date] = {}
        for day, states in sorted(days, key=lambda each: each[0]):
            left = since.keys() - set(states)
            memberships += [Membership(state, Period(since.pop(state), day)) for state in left]
            since |= dict.fromkeys(set(states) - since.keys(), day)
        memberships += [Membership(state, Period(day)) for state, day in since.items()]
        return cls(tuple(sorted(memberships, key=lambda each: (each.state, each.period.start or date.min))))


Group = Sequence[str] | GroupByDate
"""State codes, or a group that follows the day of each vote."""


def states_of(group: Group) -> tuple[str, ...]:
    """Every state of a group, by code."""
    return group.states if isinstance(group, GroupByDate) else tuple(sorted(set(group)))
