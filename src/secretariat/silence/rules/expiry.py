"""The exact instant at which a silence ends, from a day, a time of day and a time zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

SHORTEST = timedelta(hours=1)
"""A silence runs at least so long: what is shorter is a slip of the pen."""


class UnableToReadExpiry(Exception):
    """The end of a silence is not one instant: ``word`` says why, as the pages have it in two languages."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(word.replace("_", " "))


def expiry_of(day: date, clock: time, zone: str, *, now: datetime) -> datetime:
    """The instant in UTC.

    Raises :class:`UnableToReadExpiry`: ``zone_unknown``; ``time_skipped`` and ``time_twice`` where the clocks of the
    zone are put forward or back over that time; ``expiry_too_soon`` less than :data:`SHORTEST` from ``now``.
    """
    if zone not in available_timezones():
        word = "zone_unknown"
        raise UnableToReadExpiry(word)
    there = ZoneInfo(zone)
    local = datetime.combine(day, clock, there)
    instant = local.astimezone(UTC)
    if instant.astimezone(there).replace(tzinfo=None) != local.replace(tzinfo=None):
        word = "time_skipped"
        raise UnableToReadExpiry(word)
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        word = "time_twice"
        raise UnableToReadExpiry(word)
    if instant < now + SHORTEST:
        word = "expiry_too_soon"
        raise UnableToReadExpiry(word)
    return instant
