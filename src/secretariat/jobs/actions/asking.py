"""Asking for a job, and asking it to stop."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from secretariat.access.actions import new_id
from secretariat.access.rules import Viewer
from secretariat.jobs.actions.kinds import kind_of
from secretariat.jobs.actions.running import run_job
from secretariat.jobs.models import Job
from secretariat.jobs.rules import JobState, viewer_to_json


class UnableToCancel(Exception):
    """There is no such job of the viewer's, or it has ended already."""


def ask_for_job(viewer: Viewer, *, kind: str, arguments: Mapping[str, Any]) -> str:
    """Put a job into the queue, in the caller's transaction if there is one; its id.

    ``viewer`` is who asks, on whose behalf the job will read, and the only one who will be shown it; nobody where no
    person signed in, as on the command line. ``arguments`` are what JSON can say. Raises ``UnknownKind``.
    """
    with transaction.atomic():
        row = Job.objects.create(
            id=new_id(),
            kind=kind_of(kind).name,
            asked_by=viewer.person,
            viewer=viewer_to_json(viewer),
            arguments=dict(arguments),
        )
        give_to_a_worker(row.id, row.attempts)
    return row.id


def give_to_a_worker(job_id: str, attempt: int) -> None:
    """Put the task of a job's attempt into the queue."""
    result = run_job.enqueue(job_id, attempt)
    Job.objects.filter(id=job_id, attempts=attempt).update(task=str(result.id))


def cancel_job(viewer: Viewer, *, job_id: str) -> None:
    """Stop an own job: at once where it waits, else at its next step. Raises :class:`UnableToCancel`."""
    if not viewer.person:
        raise UnableToCancel
    own = Job.objects.filter(id=job_id, asked_by=viewer.person)
    with transaction.atomic():
        waiting = own.filter(state=JobState.WAITING.value)
        stopped = waiting.update(state=JobState.CANCELLED.value, cancel_asked_at=Now(), finished_at=Now())
        if not stopped and not own.filter(state=JobState.RUNNING.value).update(cancel_asked_at=Now()):
            raise UnableToCancel
