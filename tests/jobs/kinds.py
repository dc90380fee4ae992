"""Kinds of jobs that only tests know: they do what a test waits for. Imported by the programs that tests start."""

import os
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from secretariat.jobs.actions import Work, cancel_job, duty, job_kind, work_folder


class NotLikeThis(Exception):
    """A mistake of whoever asked."""


@job_kind("test.write", mistakes=(NotLikeThis,))
def write(work: Work, /, **arguments: Any) -> Mapping[str, Any]:
    """Write one file in as many steps as asked for; stop before one with a mistake or a failure."""
    steps = arguments["steps"]
    with work_folder(work.job, work.attempt) as folder:
        for step in range(steps):
            work.progress("writing", step, steps)
            with (folder / "file.txt").open("a") as file:
                file.write(f"{step}\n")
        if arguments.get("mistake"):
            raise NotLikeThis(arguments["mistake"])
        if arguments.get("failure"):
            raise RuntimeError(arguments["failure"])
    return {"files": ["file.txt"]}


@job_kind("test.stop")
def stop(work: Work, /, **_: Any) -> Mapping[str, Any]:
    """Write a file, and have whoever asked want it to stop before the next step."""
    with work_folder(work.job, work.attempt) as folder:
        (folder / "half.txt").write_text("half")
        cancel_job(work.viewer, job_id=work.job)
        work.progress("writing", 1, 2)
    return {"files": ["half.txt"]}


def _append(path: str, line: str) -> None:
    """Add a line that is there whole, whoever else writes."""
    with Path(path).open("a") as file:
        file.write(f"{line}\n")


@job_kind("test.count")
def count(work: Work, /, **arguments: Any) -> Mapping[str, Any]:
    """Leave a line with the job and the process that did it."""
    _append(arguments["path"], f"{work.job} {os.getpid()}")
    return {}


@job_kind("test.hang", is_repeatable=True)
def hang(work: Work, /, **arguments: Any) -> Mapping[str, Any]:
    """The first attempt leaves a line and hangs; the second one is done at once."""
    with work_folder(work.job, work.attempt) as folder:
        (folder / "half").write_text("half")
        _append(arguments["path"], f"{work.attempt} {os.getpid()}")
        while work.attempt == 1:
            time.sleep(0.05)
        (folder / "half").rename(folder / "whole")
    return {"files": ["whole"]}


@job_kind("test.hang_once")
def hang_once(work: Work, /, **arguments: Any) -> Mapping[str, Any]:
    """As ``test.hang``, of a kind that is not to be done twice."""
    return hang(work, **arguments)


if "SECRETARIAT_TEST_DUTY" in os.environ:

    @duty("test.duty", every=timedelta(days=365_000))
    def once(now: datetime) -> None:
        """Leave a line; slowly, so that another worker comes meanwhile."""
        time.sleep(0.5)
        _append(os.environ["SECRETARIAT_TEST_DUTY"], str(os.getpid()))
