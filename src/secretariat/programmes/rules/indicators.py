"""Fields of work and their indicators: what is counted, in which unit, by whom and how often."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText, Period
from secretariat.sources.rules import Basis


class Direction(StrEnum):
    """Which way an indicator should move."""

    MORE_IS_BETTER = "more_is_better"
    FEWER_IS_BETTER = "fewer_is_better"
    NO_DIRECTION = "no_direction"
    """Neither way says anything by itself: more drugs seized may be more drugs or more work."""


class Reporter(StrEnum):
    """Who reports."""

    MEMBERS = "members"
    """Each member for itself."""
    JOINT = "joint"
    """One figure for all together."""


class Rhythm(StrEnum):
    """The calendar period a figure is for."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    MONTH = "month"
    NONE = "none"
    """No period of the calendar."""


MONTHS = {Rhythm.YEAR: 12, Rhythm.HALF_YEAR: 6, Rhythm.QUARTER: 3, Rhythm.MONTH: 1}


def months_on(day: date, months: int) -> date:
    """The first day of the month so many months on."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def rhythm_of(period: Period) -> Rhythm:
    """Which period of the calendar this is: 2007 is a year, 28 August to 3 September is none."""
    if period.start is None or period.end is None or period.start.day != 1:
        return Rhythm.NONE
    for rhythm, months in MONTHS.items():
        starts_a_rhythm = (period.start.month - 1) % months == 0
        if starts_a_rhythm and period.end == months_on(period.start, months):
            return rhythm
    return Rhythm.NONE


def calendar_periods(rhythm: Rhythm, since: date, on: date) -> list[Period]:
    """Every whole period of the calendar from the one that holds ``since`` to the last that has ended by ``on``."""
    if rhythm not in MONTHS:
        return []
    months = MONTHS[rhythm]
    start = date(since.year, (since.month - 1) // months * months + 1, 1)
    found = []
    while (end := months_on(start, months)) - timedelta(days=1) <= on:
        found.append(Period(start, end))
        start = end
    return found


@dataclass(frozen=True, slots=True)
class Body:
    """A member's own body in a field of work."""

    state: str
    name: LocalizedText


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work, as the pack configures it. ``council`` is the organ that leads it."""

    key: str
    name: LocalizedText
    basis: Basis
    council: str | None = None
    about: LocalizedText = LocalizedText()
    bodies: tuple[Body, ...] = ()
    since: ImpreciseDate | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted in a field of work.

    ``units`` are pairs of a unit and what one of it is worth in ``unit``. ``since`` is the first day from which
    figures are expected. ``additive``: figures of consecutive periods and of members may be added up. ``part_of`` is
    the indicator of which this one is a part (heroin, of all drugs).
    """

    key: str
    field: str
    name: LocalizedText
    unit: str
    unit_name: LocalizedText
    basis: Basis
    definition: LocalizedText = LocalizedText()
    direction: Direction = Direction.NO_DIRECTION
    rhythm: Rhythm = Rhythm.YEAR
    reporter: Reporter = Reporter.JOINT
    since: date | None = None
    additive: bool = True
    part_of: str | None = None
    units: tuple[tuple[str, float], ...] = ()

    def factor(self, unit: str) -> float | None:
        """What one of ``unit`` is worth in the indicator's own; ``None`` for a unit it does not know."""
        return 1.0 if unit in {"", self.unit} else dict(self.units).get(unit)
