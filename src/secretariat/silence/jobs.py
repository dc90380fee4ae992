"""What the register's clock does by itself: it closes the silences that have ended, and tells of those that will."""

from datetime import datetime, timedelta

from secretariat.jobs.actions import duty
from secretariat.silence.actions import close_ended_silences, tell_of_endings


@duty("silence.close", every=timedelta(minutes=1))
def close(_now: datetime) -> None:
    """Close what has ended; each is decided by the database's clock under its own lock."""
    close_ended_silences()


@duty("silence.tell", every=timedelta(minutes=15))
def tell(now: datetime) -> None:
    """Tell of the silences that end within a day."""
    tell_of_endings(now)
