"""What is done about notices in the background: e-mail, at once or once a day."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from secretariat.access.rules import SECRETARIAT
from secretariat.jobs.actions import Work, ask_for_job, database_now, duty, job_kind
from secretariat.notices.actions import mail_pending
from secretariat.notices.queries import to_mail
from secretariat.notices.rules import MailChoice

MAIL = "notices.mail"
MORNING = timedelta(hours=5)
"""When the daily e-mail is due, after midnight UTC: before work begins in the capitals east of it."""


@job_kind(MAIL)
def send(work: Work, /, **arguments: Any) -> Mapping[str, Any]:  # noqa: ARG001  # what every job's function is given
    """Write to those who chose so; how many."""
    return {"sent": mail_pending(MailChoice(arguments["choice"]), now=database_now())}


def _ask(choice: MailChoice, now: datetime) -> None:
    # A duty is a transaction, and holds up whoever writes meanwhile: sending is left to a job.
    if to_mail(choice, now=now):
        ask_for_job(SECRETARIAT, kind=MAIL, arguments={"choice": choice.value})


@duty("notices.at_once", every=timedelta(minutes=1))
def mail_at_once(now: datetime) -> None:
    """Have those written to who want to hear at once."""
    _ask(MailChoice.AT_ONCE, now)


@duty("notices.daily", every=timedelta(days=1), at=MORNING)
def mail_daily(now: datetime) -> None:
    """Have those written to who want to hear once a day."""
    _ask(MailChoice.DAILY, now)
