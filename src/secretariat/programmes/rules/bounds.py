"""What a published figure can mean: the interval that "almost", "about" and "more than" leave open."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf, isclose

ABOUT = 0.1
"""How far "about" and "almost" may lie from the figure, as a share of it. The register's own definition, printed."""


class Qualifier(StrEnum):
    """How the source limits its figure."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    RANGE = "range"


def _less(one: float, other: float) -> bool:
    """Surely smaller, not by the last digits of binary fractions alone."""
    return one < other and not isclose(one, other, rel_tol=1e-9)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The interval in which the true value lies; ``high`` may be infinite. An open end is not itself a value."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def is_below(self, other: "Bounds") -> bool:
        """Whether every value here is smaller than every value there."""
        if _less(self.high, other.low):
            return True
        return isclose(self.high, other.low, rel_tol=1e-9) and (self.high_open or other.low_open)

    def meets(self, other: "Bounds") -> bool:
        """Whether some value lies in both."""
        return not (self.is_below(other) or other.is_below(self))

    def hull(self, other: "Bounds") -> "Bounds":
        """The smallest interval around both: what can be said while they disagree."""
        low, high = min(self.low, other.low), max(self.high, other.high)
        return Bounds(
            low,
            high,
            all(each.low_open for each in (self, other) if each.low == low),
            all(each.high_open for each in (self, other) if each.high == high),
        )

    def times(self, factor: float) -> "Bounds":
        """The same interval in another unit; ``factor`` is positive."""
        return Bounds(self.low * factor, self.high * factor, self.low_open, self.high_open)

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    @property
    def is_unlimited(self) -> bool:
        """Whether nothing limits it from above."""
        return self.high == inf

    @property
    def face(self) -> float:
        """The figure at face value: the middle, or the lower end where nothing limits it from above."""
        return self.low if self.is_unlimited else (self.low + self.high) / 2


NOTHING = Bounds(0.0, 0.0)
"""The sum of no figures."""


def bounds_of(value: float, qualifier: Qualifier) -> Bounds:
    """The interval of one figure that is not negative; a range is an interval already.

    "More than 400" is (400, ∞), "almost 335" is [301.5, 335), "about 16" is [14.4, 17.6].
    """
    match qualifier:
        case Qualifier.ABOUT:
            return Bounds(value * (1 - ABOUT), value * (1 + ABOUT))
        case Qualifier.ALMOST:
            return Bounds(value * (1 - ABOUT), value, high_open=True)
        case Qualifier.MORE_THAN:
            return Bounds(value, inf, low_open=True)
        case Qualifier.AT_LEAST:
            return Bounds(value, inf)
        case Qualifier.LESS_THAN:
            return Bounds(0.0, value, high_open=True)
        case _:
            return Bounds(value, value)
