"""What the desk does by itself: it reminds of what is due."""

from datetime import datetime, timedelta

from secretariat.desk.actions.telling import remind
from secretariat.jobs.actions import duty

EARLY = timedelta(hours=4)
"""After midnight UTC: an hour before the daily e-mail is written."""


@duty("desk.remind", every=timedelta(days=1), at=EARLY)
def remind_of_deadlines(now: datetime) -> None:
    """Remind of deadlines that draw near or have passed."""
    remind(now)
