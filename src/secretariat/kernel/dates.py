"""Dates as a record has them: exact, imprecise, or still to be fixed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Literal, Self

_PART = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?", re.ASCII)


def _bounds(text: str) -> tuple[date, date]:
    match = _PART.fullmatch(text)
    if match is None:
        msg = f"{text!r} is not a date; expected YYYY, YYYY-MM, YYYY-MM-DD or two of them with '/' between"
        raise ValueError(msg)
    year, month = int(match["year"]), int(match["month"] or 1)
    try:
        if match["month"] is None:
            return date(year, 1, 1), date(year, 12, 31)
        if match["day"] is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date(year, month, int(match["day"]))
    except ValueError as error:
        msg = f"{text!r} does not exist in the calendar"
        raise ValueError(msg) from error
    return day, day


# The same few thousand days stand in a register again and again.
@lru_cache(maxsize=32_768)
def _interval(text: str) -> tuple[date, date]:
    first, slash, last = text.partition("/")
    earliest, latest = _bounds(first)
    return earliest, _bounds(last)[1] if slash else latest


@dataclass(frozen=True, slots=True, order=True)
class ImpreciseDate:
    """A day that is only known to lie between ``earliest`` and ``latest``, both included.

    Written as ISO 8601 / EDTF level 0: ``2011-05-31``, ``2009-10``, ``2007``, ``2009-04-16/2009-04-17``.
    """

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            msg = f"a date cannot end before it starts: {self.earliest}/{self.latest}"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date; raises ``ValueError`` that says what was expected."""
        return cls(*_interval(text))

    @classmethod
    def on(cls, day: date) -> Self:
        """The exact day."""
        return cls(day, day)

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest

    def has_happened_by(self, day: date) -> bool:
        """Whether it surely lies on or before ``day``: an imprecise date counts from its last possible day."""
        return self.latest <= day

    def __str__(self) -> str:
        first, last = self.earliest, self.latest
        if first == last:
            return first.isoformat()
        if first.day == 1 and (first.month, last.month, last.day) == (1, 12, 31) and first.year == last.year:
            return f"{first.year:04}"
        if first.day == 1 and first.replace(day=monthrange(first.year, first.month)[1]) == last:
            return f"{first.year:04}-{first.month:02}"
        return f"{first.isoformat()}/{last.isoformat()}"


class Certainty(StrEnum):
    """How settled a date in a calendar is."""

    HELD = "held"
    """It took place."""
    FIXED = "fixed"
    """Announced with its day."""
    EXPECTED = "expected"
    """Announced as an interval or relative to another meeting."""
    PROPOSED = "proposed"
    """Somebody's proposal."""
    CANCELLED = "cancelled"
    """Will not take place."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One condition on a date.

    ``relation`` ``before``/``after`` an ``anchor``: the key of a meeting, or ``next:ORGAN`` for the next regular
    session of that organ after the one that set the condition. ``days`` is the least distance in days.
    """

    relation: Literal["before", "after"]
    anchor: str
    days: int = 1

    def __str__(self) -> str:
        return f"{self.relation} {self.anchor}" + ("" if self.days == 1 else f" by {self.days} days")


@dataclass(frozen=True, slots=True)
class TentativeDate:
    """When something is to happen: an interval, how certain it is, and what it depends on."""

    interval: ImpreciseDate | None
    certainty: Certainty
    constraints: tuple[Constraint, ...] = ()
