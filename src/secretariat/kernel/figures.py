"""Every number of a review is a figure, and every figure has a trace."""

from dataclasses import dataclass, field
from datetime import date

from secretariat.kernel.standing import Standing, weakest


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a figure comes from.

    ``rows`` are the keys of the acts it was computed from, ``filters`` the conditions that chose them (in the order
    they were applied), ``method`` and ``version`` name the rule, ``standings`` and ``sources`` belong to the rows.
    """

    method: str
    version: int
    rows: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """The weakest standing among the rows; a count of no rows rests on the register itself."""
        return weakest(self.standings) if self.standings else Standing.DERIVED


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its unit, its denominator and its trace.

    ``value`` is ``None`` when it is unknown or cannot be computed (a rate over nothing): unknown is never zero.
    ``denominator`` is given for every rate and share, as a count in the same unit as the numerator ``numerator``.
    """

    name: str
    value: int | float | date | str | None
    unit: str
    trace: Trace = field(repr=False)
    numerator: int | None = None
    denominator: int | None = None

    @classmethod
    def rate(cls, name: str, numerator: int, denominator: int, trace: Trace) -> "Figure":
        """A share between 0 and 1 that keeps its two counts; ``None`` over an empty denominator."""
        value = numerator / denominator if denominator else None
        return cls(name, value, "share", trace, numerator=numerator, denominator=denominator)

    @property
    def standing(self) -> Standing:
        """The standing of the rows beneath it; ``unknown`` when there is no value."""
        return Standing.UNKNOWN if self.value is None else self.trace.standing
