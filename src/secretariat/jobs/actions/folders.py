"""The files that jobs make: one folder a job, which is there whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from secretariat.access.rules import Viewer
from secretariat.jobs.queries import job


def _folder(job_id: str) -> Path:
    return Path(settings.JOB_FILES) / job_id


def _unfinished(job_id: str, attempt: int) -> Path:
    return Path(settings.JOB_FILES) / f".{job_id}.{attempt}"


@contextmanager
def work_folder(job_id: str, attempt: int) -> Iterator[Path]:
    """An empty folder to write into, which becomes the job's folder at the end and is gone after any error."""
    unfinished, folder = _unfinished(job_id, attempt), _folder(job_id)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        yield unfinished
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def discard_unfinished(job_id: str, attempt: int) -> None:
    """Remove what a lost worker has left of an attempt and of those before it."""
    for each in range(1, attempt + 1):
        shutil.rmtree(_unfinished(job_id, each), ignore_errors=True)


def discard(job_id: str) -> None:
    """Remove what a job has made."""
    shutil.rmtree(_folder(job_id), ignore_errors=True)


def path_of_file(viewer: Viewer, *, job_id: str, name: str) -> Path | None:
    """Where a file lies that a job of the viewer's has made; ``None`` where there is none. One query."""
    found = job(viewer, job_id)
    if found is None or name not in found.files:
        return None
    folder = _folder(job_id).resolve()
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
