"""Running a job in a worker. Each write names the attempt: whatever a lost worker still does is not heard."""

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection
from django.db.models.functions import Now
from django_tasks import task

from secretariat.jobs.actions.kinds import UnknownKind, Work, kind_of
from secretariat.jobs.models import Job
from secretariat.jobs.rules import BEAT, JobState, viewer_from_json

_logger = logging.getLogger(__name__)


class JobCancelled(Exception):
    """Whoever asked for the job wants it to stop. Functions let it pass, and leave nothing half done."""


class JobTakenAway(Exception):
    """The job counts as lost meanwhile, or was given to another worker: this one stops without a word."""


def _change(job_id: str, attempt: int, before: JobState, **values: Any) -> bool:
    """Change a job if it still is in that state of that attempt; whether it was."""
    return bool(Job.objects.filter(id=job_id, attempts=attempt, state=before.value).update(**values))


def report_progress(job_id: str, *, attempt: int, stage: str, done: int = 0, total: int = 0) -> None:
    """Say how far a running job has come, which also is a sign of life. Two queries.

    Raises :class:`JobCancelled` when it shall stop, :class:`JobTakenAway` when it is this worker's no longer.
    """
    values = {"stage": stage, "done": done, "total": total, "heartbeat_at": Now()}
    if not _change(job_id, attempt, JobState.RUNNING, **values):
        raise JobTakenAway
    if Job.objects.filter(id=job_id, cancel_asked_at__isnull=False).exists():
        raise JobCancelled


def _finish(job_id: str, attempt: int, state: JobState, **values: Any) -> None:
    _change(job_id, attempt, JobState.RUNNING, state=state.value, finished_at=Now(), **values)


@contextmanager
def _beating(job_id: str, attempt: int) -> Iterator[None]:
    """Give signs of life from beside while a step takes longer than a beat."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(BEAT.total_seconds()):
            try:
                _change(job_id, attempt, JobState.RUNNING, heartbeat_at=Now())
            except DatabaseError:
                # Somebody writes for longer than one waits for them; the next beat comes soon.
                _logger.warning("job %s: a beat was missed", job_id)
        connection.close()

    thread = threading.Thread(target=beat, name=f"beats of {job_id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _work(row: Job, attempt: int) -> Mapping[str, Any]:
    def progress(stage: str, done: int, total: int) -> None:
        report_progress(row.id, attempt=attempt, stage=stage, done=done, total=total)

    return kind_of(row.kind).function(Work(row.id, attempt, viewer_from_json(row.viewer), progress), **row.arguments)


@task()
def run_job(job_id: str, attempt: int) -> None:
    """Run one attempt of a job to its end, whatever that is; nothing happens where it waits no longer."""
    started = {"state": JobState.RUNNING.value, "started_at": Now(), "heartbeat_at": Now()}
    if not _change(job_id, attempt, JobState.WAITING, **started):
        return
    row = Job.objects.get(id=job_id)
    try:
        mistakes = kind_of(row.kind).mistakes
        with _beating(job_id, attempt):
            result = _work(row, attempt)
    except JobCancelled:
        _finish(job_id, attempt, JobState.CANCELLED)
    except JobTakenAway:
        _logger.warning("job %s: attempt %d was given up", job_id, attempt)
    except UnknownKind:
        _logger.exception("job %s", job_id)
        _finish(job_id, attempt, JobState.FAILED)
    except Exception as error:
        is_mistake = isinstance(error, mistakes)
        if not is_mistake:
            _logger.exception("job %s failed", job_id)
        _finish(job_id, attempt, JobState.FAILED, error=str(error) if is_mistake else "")
    except BaseException:
        # The worker is being ended: the job is lost at once, and the next beat of any worker decides what follows.
        _change(job_id, attempt, JobState.RUNNING, state=JobState.LOST.value)
        raise
    else:
        _finish(job_id, attempt, JobState.DONE, result=dict(result))
