"""Whether enough members are present to decide."""

from collections.abc import Collection
from dataclasses import dataclass

from secretariat.organs.rules.organs import QuorumRule


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the rule: how many members it needs, and whether they are there."""

    name: str
    needed: int
    met: bool


@dataclass(frozen=True, slots=True)
class Quorum:
    """The quorum of one sitting. ``met`` is ``None`` when the rule is not known and its readings differ."""

    rule: QuorumRule
    entitled: int
    present: int
    met: bool | None
    readings: tuple[Reading, ...]

    @property
    def text(self) -> str:
        """What is to be said about it."""
        ways = "; ".join(
            f"{reading.name}: {self.present} of {self.entitled} present, {reading.needed} needed"
            for reading in self.readings
        )
        verdict = {True: "quorum", False: "no quorum", None: "the quorum depends on the reading of the rule"}[self.met]
        return f"{verdict} ({ways})"


def _needed(rule: QuorumRule, entitled: int) -> int:
    """How many of ``entitled`` must be present; two thirds are rounded up."""
    match rule:
        case QuorumRule.MAJORITY:
            return entitled // 2 + 1
        case QuorumRule.TWO_THIRDS:
            return -(-2 * entitled // 3)
        case _:
            return entitled


def quorum_of(*, rule: QuorumRule, entitled: Collection[str], present: Collection[str]) -> Quorum:
    """The quorum under a rule; presence of anybody who is not entitled does not count.

    Where the rule is unknown both readings are given: by the members entitled (all of them must be there) and by
    presence (those who are there decide).
    """
    count, there = len(set(entitled)), len(set(present) & set(entitled))
    ways: tuple[tuple[str, int], ...]
    if rule is QuorumRule.UNKNOWN:
        ways = (("by the members entitled", count), ("by presence", 1))
    else:
        ways = ((rule.value.replace("_", " "), _needed(rule, count)),)
    readings = tuple(Reading(name, needed, there >= needed) for name, needed in ways)
    verdicts = {reading.met for reading in readings}
    return Quorum(rule, count, there, verdicts.pop() if len(verdicts) == 1 else None, readings)
