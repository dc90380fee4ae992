"""What an event is, whatever source tells of it."""

from enum import StrEnum


class DatePrecision(StrEnum):
    """How precisely the day of an event is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class PlacePrecision(StrEnum):
    """How precisely the place of an event is known: the point is in it, not at it, from ``admin2`` on."""

    EXACT = "exact"
    NEAR = "near"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    AREA = "area"
    COUNTRY = "country"
    UNKNOWN = "unknown"


LOCATABLE = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.ADMIN2})
"""Precise enough to be put beside a segment of the border; the rest is counted apart, never at a centroid."""


class Flag(StrEnum):
    """What is odd about a row that is kept all the same."""

    BEST_BELOW_LOW = "best_below_low"
    BEST_ABOVE_HIGH = "best_above_high"
    NO_SOURCE_COUNTED = "no_source_counted"
    AGGREGATE = "aggregate"
