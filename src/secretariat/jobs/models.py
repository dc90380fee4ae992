"""The tables of jobs and of duties done. They are operational: they change while work goes on, and record no acts."""

from django.db import models
from django.db.models.functions import Now

from secretariat.jobs.rules import JobState


class Job(models.Model):
    """One piece of work that somebody asked for. ``asked_by`` is a person's id, empty for the command line."""

    id = models.CharField(primary_key=True, max_length=32, editable=False)
    kind = models.CharField(max_length=80)
    asked_by = models.CharField(max_length=64, blank=True)
    viewer = models.JSONField()
    asked_at = models.DateTimeField(db_default=Now())
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default=JobState.WAITING.value)
    # How often it was given to a worker; a worker of an earlier attempt that comes back changes nothing.
    attempts = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    cancel_asked_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    stage = models.CharField(max_length=80, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True)
    error = models.TextField(blank=True)
    task = models.CharField(max_length=36, blank=True)

    class Meta:
        ordering = ["-asked_at", "id"]
        indexes = [
            models.Index(fields=["asked_by", "-asked_at"], name="jobs_job_of_person"),
            models.Index(fields=["state"], name="jobs_job_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in JobState]), name="jobs_job_state_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=JobState.RUNNING.value) | models.Q(heartbeat_at__isnull=False),
                name="jobs_job_running_beats",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class DutyDone(models.Model):
    """A duty that was done for the instant at which it was due. That it stands here once is what makes it done once."""

    name = models.CharField(max_length=80)
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name_plural = "duties done"
        constraints = [models.UniqueConstraint(fields=["name", "due_at"], name="jobs_dutydone_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.due_at.isoformat()}"
