"""Reading jobs. A job exists for whoever asked for it and for nobody else, the secretariat included."""

from django.db.models import QuerySet

from secretariat.access.rules import Viewer
from secretariat.jobs.models import Job
from secretariat.jobs.rules import JobCard, JobState

SHOWN = 50


def _own(viewer: Viewer) -> QuerySet[Job]:
    """What the viewer asked for; of the command line's jobs, which nobody asked for by name, nobody is shown any."""
    return Job.objects.filter(asked_by=viewer.person) if viewer.person else Job.objects.none()


def _card(row: Job) -> JobCard:
    return JobCard(
        id=row.id,
        kind=row.kind,
        state=JobState(row.state),
        asked_at=row.asked_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        stage=row.stage,
        done=row.done,
        total=row.total,
        is_cancel_asked=row.cancel_asked_at is not None,
        error=row.error,
        result=row.result or {},
    )


def jobs(viewer: Viewer) -> list[JobCard]:
    """The viewer's last jobs, the newest first. One query."""
    return [_card(row) for row in _own(viewer)[:SHOWN]]


def job(viewer: Viewer, job_id: str) -> JobCard | None:
    """One job of the viewer's; ``None`` where it is missing or somebody else's. One query."""
    row = _own(viewer).filter(id=job_id).first()
    return _card(row) if row is not None else None
