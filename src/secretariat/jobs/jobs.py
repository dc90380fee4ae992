"""What is done about jobs in the background: old ones are cleared away."""

from datetime import datetime, timedelta

from secretariat.jobs.actions import clear_old_jobs, duty

NIGHT = timedelta(hours=1)
"""When it is due, after midnight UTC."""


@duty("jobs.clear", every=timedelta(days=1), at=NIGHT)
def clear(now: datetime) -> None:
    """Clear away what ended long ago."""
    clear_old_jobs(now)
