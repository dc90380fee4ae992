"""Half-open periods of days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``start`` up to, but not including, ``end``; ``None`` leaves that side open.

    Raises ``ValueError`` when the end is not after the start: an empty period is no period.
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            msg = f"a period must end after it starts: {self}"
            raise ValueError(msg)

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two periods share at least one day."""
        return self.intersection(other) is not None

    def intersection(self, other: "Period") -> "Period | None":
        """The shared days, or ``None`` when there are none."""
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and end <= start:
            return None
        return Period(start, end)

    @property
    def days(self) -> int | None:
        """Length in days; ``None`` when a side is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days

    def each_day(self) -> Iterator[date]:
        """Every day of a closed period; raises ``ValueError`` on an open one."""
        if self.start is None or self.days is None:
            msg = f"an open period has no list of days: {self}"
            raise ValueError(msg)
        for offset in range(self.days):
            yield self.start + timedelta(days=offset)

    def __str__(self) -> str:
        return f"[{self.start or '..'}, {self.end or '..'})"
