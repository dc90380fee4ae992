"""Doing what is due, once, however many workers look at the clock."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.db import DatabaseError, IntegrityError, transaction

from secretariat.jobs.actions.kinds import Duty
from secretariat.jobs.models import DutyDone
from secretariat.jobs.rules import DUTIES_KEPT, due_at

_logger = logging.getLogger(__name__)


def _take(duty: Duty, due: datetime) -> bool:
    """Write down that a duty is being done; whether nobody has before. A second worker waits here for the first."""
    try:
        with transaction.atomic():
            DutyDone.objects.create(name=duty.name, due_at=due)
    except IntegrityError:
        return False
    return True


def _perform(duty: Duty, now: datetime) -> bool:
    due = due_at(every=duty.every, at=duty.at, now=now)
    if DutyDone.objects.filter(name=duty.name, due_at=due).exists():
        return False
    with transaction.atomic():
        if not _take(duty, due):
            return False
        DutyDone.objects.filter(name=duty.name, due_at__lt=due - max(DUTIES_KEPT, duty.every)).delete()
        duty.function(now)
    return True


def perform_duties(duties: Iterable[Duty], *, now: datetime) -> list[str]:
    """Do those of ``duties`` that are due at ``now``, the database's instant, and not done; the names of those done.

    Each is one transaction with the note that it was done: what fails leaves nothing, and is tried again with the next
    beat. A duty that was missed several times is done once.
    """
    done = []
    for each in duties:
        try:
            if _perform(each, now):
                done.append(each.name)
        except DatabaseError:
            _logger.warning("duty %s: the database was busy or away; tried again soon", each.name, exc_info=True)
        except Exception:
            _logger.exception("duty %s failed; tried again soon", each.name)
    return done
