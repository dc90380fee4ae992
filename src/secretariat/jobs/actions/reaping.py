"""Finding the jobs whose worker is gone: killed, or its machine with it. The queue leaves their tasks running."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from secretariat.jobs.actions.asking import give_to_a_worker
from secretariat.jobs.actions.folders import discard_unfinished
from secretariat.jobs.actions.kinds import UnknownKind, kind_of
from secretariat.jobs.models import Job
from secretariat.jobs.rules import LOST_AFTER, JobState, state_after_loss


class WorkerGone(Exception):
    """Stands in the queue as the reason why a task ended."""


@dataclass(frozen=True, slots=True)
class Reaped:
    """The ids of the jobs that were lost for good or stopped, and of those that wait again."""

    ended: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)


def _is_repeatable(kind: str) -> bool:
    try:
        return kind_of(kind).is_repeatable
    except UnknownKind:
        return False


def _end_task(task: str, now: datetime) -> None:
    reason = f"{WorkerGone.__module__}.{WorkerGone.__qualname__}"
    DBTaskResult.objects.filter(id=task, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.FAILED, finished_at=now, exception_class_path=reason, traceback=""
    )


def _taken_and_not_begun(before: datetime) -> list[str]:
    """The tasks that a worker took, and perhaps died before it had begun the job."""
    found = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=before)
    return [str(task) for task in found.values_list("id", flat=True)]


def _lost(before: datetime) -> Q:
    """The jobs whose worker is gone: silent for too long, or ended politely and not looked at since."""
    return (
        Q(state=JobState.RUNNING.value, heartbeat_at__lt=before)
        | Q(state=JobState.WAITING.value, task__in=_taken_and_not_begun(before))
        | Q(state=JobState.LOST.value, finished_at__isnull=True)
    )


def _reap(row: Job, lost: Q, now: datetime) -> JobState | None:
    """Move one job on; ``None`` where another worker was faster or it gave a sign of life."""
    after = state_after_loss(
        is_repeatable=_is_repeatable(row.kind),
        attempts=row.attempts,
        is_cancel_asked=row.cancel_asked_at is not None,
    )
    same = Job.objects.filter(lost, id=row.id, state=row.state, attempts=row.attempts)
    with transaction.atomic():
        if after is JobState.WAITING:
            attempt = row.attempts + 1
            begun = {"started_at": None, "heartbeat_at": None, "stage": "", "done": 0, "total": 0}
            if not same.update(state=after.value, attempts=attempt, **begun):
                return None
            give_to_a_worker(row.id, attempt)
        elif not same.update(state=after.value, finished_at=now):
            return None
        if row.task:
            _end_task(row.task, now)
    return after


def reap_jobs(now: datetime) -> Reaped:
    """Mark the jobs whose worker is gone as lost, and let those of a repeatable kind wait once more.

    ``now`` is the database's instant, since the signs of life carry it. Two queries, and a few for each job found.
    """
    lost = _lost(now - LOST_AFTER)
    reaped = Reaped()
    for row in Job.objects.filter(lost).order_by("asked_at", "id"):
        after = _reap(row, lost, now)
        if after is not None:
            (reaped.repeated if after is JobState.WAITING else reaped.ended).append(row.id)
            discard_unfinished(row.id, row.attempts)
    return reaped
