"""Clearing away jobs that ended long ago: what they made can be made again."""

from datetime import datetime

from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from secretariat.jobs.actions.folders import discard
from secretariat.jobs.models import Job
from secretariat.jobs.rules import JOBS_KEPT, JobState, is_open


def clear_old_jobs(now: datetime) -> int:
    """Remove the jobs that ended too long before ``now`` with their files and tasks; how many. Three queries."""
    before = now - JOBS_KEPT
    ended = [state.value for state in JobState if not is_open(state)]
    old = list(Job.objects.filter(state__in=ended, finished_at__lt=before).values_list("id", flat=True))
    for job_id in old:
        discard(job_id)
    Job.objects.filter(id__in=old).delete()
    DBTaskResult.objects.finished().filter(Q(finished_at__lt=before)).delete()
    return len(old)
