"""Jobs in this process: the task is called as a worker calls it."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

import tests.jobs.kinds  # noqa: F401  # declares the kinds
from secretariat.access.rules import PUBLIC, SECRETARIAT, Body, Viewer
from secretariat.jobs.actions import (
    Duty,
    JobCancelled,
    JobTakenAway,
    UnableToCancel,
    UnknownKind,
    ask_for_job,
    cancel_job,
    clear_old_jobs,
    database_now,
    path_of_file,
    perform_duties,
    reap_jobs,
    run_job,
)
from secretariat.jobs.actions.running import report_progress
from secretariat.jobs.models import DutyDone, Job
from secretariat.jobs.queries import job, jobs
from secretariat.jobs.rules import JOBS_KEPT, LOST_AFTER, JobState

pytestmark = pytest.mark.django_db
DRAFTER = Viewer(Body.SECRETARIAT, person="d" * 32)
OTHER = Viewer(Body.SECRETARIAT, person="e" * 32)
LATER = LOST_AFTER + timedelta(seconds=1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings) -> Path:
    settings.JOB_FILES = str(tmp_path / "jobs")
    return tmp_path / "jobs"


def ask(viewer: Viewer = DRAFTER, kind: str = "test.write", **arguments: object) -> str:
    return ask_for_job(viewer, kind=kind, arguments={"steps": 3} | arguments)


def begun(kind: str = "test.write") -> str:
    """A job that a worker has begun and says nothing more of."""
    asked = ask(kind=kind)
    started = {"state": "running", "heartbeat_at": database_now(), "started_at": database_now()}
    Job.objects.filter(id=asked).update(**started)
    DBTaskResult.objects.filter(id=Job.objects.get(id=asked).task).update(status="RUNNING", started_at=database_now())
    return asked


def state(job_id: str) -> str:
    return Job.objects.get(id=job_id).state


def test_a_job_that_was_asked_for_waits_in_the_queue() -> None:
    asked = ask()
    found = job(DRAFTER, asked)
    assert found is not None
    assert (found.state, found.done, found.total) == (JobState.WAITING, 0, 0)
    queued = DBTaskResult.objects.get()
    assert queued.args_kwargs == {"args": [asked, 1], "kwargs": {}}
    assert str(queued.id) == Job.objects.get(id=asked).task


def test_a_job_that_was_run_is_done_with_its_files(folder: Path) -> None:
    asked = ask()
    run_job.call(asked, 1)
    found = job(DRAFTER, asked)
    assert found is not None
    assert (found.state, found.stage, found.done, found.total) == (JobState.DONE, "writing", 2, 3)
    assert found.finished_at is not None
    assert path_of_file(DRAFTER, job_id=asked, name="file.txt") == folder / asked / "file.txt"
    assert (folder / asked / "file.txt").read_text() == "0\n1\n2\n"


def test_nobody_asks_for_a_kind_that_no_room_declares() -> None:
    with pytest.raises(UnknownKind, match=r"review\.edition"):
        ask(kind="nothing")
    assert not Job.objects.exists()


def test_a_request_that_is_rolled_back_is_not_in_the_queue() -> None:
    with transaction.atomic():
        ask()
        transaction.set_rollback(True)
    assert not Job.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("viewer", [OTHER, SECRETARIAT, PUBLIC])
def test_a_job_exists_for_its_asker_alone(viewer: Viewer) -> None:
    asked = ask()
    run_job.call(asked, 1)
    assert jobs(viewer) == []
    assert job(viewer, asked) is None
    assert path_of_file(viewer, job_id=asked, name="file.txt") is None
    with pytest.raises(UnableToCancel):
        cancel_job(viewer, job_id=asked)


def test_a_job_of_the_command_line_is_shown_to_nobody() -> None:
    asked = ask(SECRETARIAT)
    assert Job.objects.get(id=asked).asked_by == ""
    assert jobs(SECRETARIAT) == jobs(PUBLIC) == jobs(DRAFTER) == []


@pytest.mark.parametrize("name", ["other.txt", "../other.txt", "/etc/passwd", "", "."])
def test_a_job_gives_out_only_what_it_made(folder: Path, name: str) -> None:
    asked = ask()
    run_job.call(asked, 1)
    (folder / "other.txt").write_text("another job's")
    assert path_of_file(DRAFTER, job_id=asked, name=name) is None


def test_a_mistake_is_told_to_who_asked() -> None:
    asked = ask(mistake="no such organ")
    run_job.call(asked, 1)
    found = job(DRAFTER, asked)
    assert found is not None
    assert (found.state, found.error) == (JobState.FAILED, "no such organ")


def test_a_failure_is_told_to_the_log_alone(caplog: pytest.LogCaptureFixture, folder: Path) -> None:
    asked = ask(failure="a secret of the server")
    run_job.call(asked, 1)
    found = job(DRAFTER, asked)
    assert found is not None
    assert (found.state, found.error) == (JobState.FAILED, "")
    assert "a secret of the server" in caplog.text
    assert list(folder.iterdir()) == [], "a half-written folder was left"


def test_a_waiting_job_is_stopped_at_once_and_never_runs(folder: Path) -> None:
    asked = ask()
    cancel_job(DRAFTER, job_id=asked)
    assert state(asked) == "cancelled"
    run_job.call(asked, 1)
    assert state(asked) == "cancelled"
    assert not folder.exists()


def test_a_running_job_is_stopped_at_its_next_step() -> None:
    asked = begun()
    report_progress(asked, attempt=1, stage="writing", done=1, total=3)
    cancel_job(DRAFTER, job_id=asked)
    assert state(asked) == "running"
    with pytest.raises(JobCancelled):
        report_progress(asked, attempt=1, stage="writing", done=2, total=3)


def test_a_stopped_job_leaves_no_half_written_folder(folder: Path) -> None:
    asked = ask(kind="test.stop")
    run_job.call(asked, 1)
    assert state(asked) == "cancelled"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("end", ["done", "failed", "cancelled", "lost"])
def test_a_job_that_has_ended_cannot_be_stopped(end: str) -> None:
    asked = ask()
    Job.objects.filter(id=asked).update(state=end)
    with pytest.raises(UnableToCancel):
        cancel_job(DRAFTER, job_id=asked)


def test_a_job_whose_worker_lives_is_left_alone() -> None:
    asked = begun("test.hang")
    assert reap_jobs(database_now() + LOST_AFTER / 2).repeated == []
    assert state(asked) == "running"


def test_a_repeatable_job_waits_once_more_after_its_worker_is_gone() -> None:
    asked = begun("test.hang")
    first = Job.objects.get(id=asked).task
    assert reap_jobs(database_now() + LATER).repeated == [asked]
    again = Job.objects.get(id=asked)
    assert (again.state, again.attempts, again.heartbeat_at, again.stage) == ("waiting", 2, None, "")
    assert again.task != first
    assert DBTaskResult.objects.get(id=first).status == "FAILED"
    assert DBTaskResult.objects.get(id=again.task).status == "READY"
    Job.objects.filter(id=asked).update(state="running", heartbeat_at=database_now())
    assert reap_jobs(database_now() + LATER).ended == [asked]
    assert state(asked) == "lost"
    assert reap_jobs(database_now() + 10 * LATER) == reap_jobs(database_now())


def test_a_job_that_may_not_be_repeated_is_lost() -> None:
    asked = begun()
    assert reap_jobs(database_now() + LATER).ended == [asked]
    assert state(asked) == "lost"


def test_a_job_whose_worker_died_before_beginning_is_found() -> None:
    asked = ask(kind="test.hang")
    assert reap_jobs(database_now() + LATER).repeated == []
    DBTaskResult.objects.update(status="RUNNING", started_at=database_now())
    assert reap_jobs(database_now() + LATER).repeated == [asked]
    assert Job.objects.get(id=asked).attempts == 2


def test_a_lost_worker_that_comes_back_is_not_heard() -> None:
    asked = begun("test.hang")
    reap_jobs(database_now() + LATER)
    with pytest.raises(JobTakenAway):
        report_progress(asked, attempt=1, stage="writing")
    Job.objects.filter(id=asked).update(state="running", heartbeat_at=database_now())
    with pytest.raises(JobTakenAway):
        report_progress(asked, attempt=1, stage="writing")


def test_a_job_is_begun_by_one_worker_alone() -> None:
    asked = begun()
    run_job.call(asked, 1)
    assert state(asked) == "running"


def test_a_duty_is_done_once_for_each_time_it_is_due() -> None:
    called = []
    duty = Duty("test", timedelta(minutes=1), timedelta(), called.append)
    now = database_now()
    assert perform_duties([duty], now=now) == ["test"]
    assert perform_duties([duty], now=now) == []
    assert perform_duties([duty], now=now + timedelta(minutes=1)) == ["test"]
    assert called == [now, now + timedelta(minutes=1)]


def test_a_duty_that_fails_leaves_nothing_and_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    now = database_now()
    asked = ask()

    def fail(_: object) -> None:
        Job.objects.filter(id=asked).update(error="half done")
        raise RuntimeError

    done = []
    duties = [Duty("a", timedelta(days=1), timedelta(), fail), Duty("b", timedelta(days=1), timedelta(), done.append)]
    assert perform_duties(duties, now=now) == ["b"]
    assert Job.objects.get(id=asked).error == ""
    assert "duty a failed" in caplog.text
    again = [Duty("a", timedelta(days=1), timedelta(), done.append)]
    assert perform_duties(again, now=now) == ["a"]


def test_what_was_done_long_ago_is_forgotten() -> None:
    duty = Duty("test", timedelta(minutes=1), timedelta(), lambda _: None)
    now = database_now()
    for minutes in (0, 1, 24 * 60 + 5):
        perform_duties([duty], now=now + timedelta(minutes=minutes))
    assert DutyDone.objects.count() == 1


def test_a_running_job_without_a_sign_of_life_is_refused_by_the_database() -> None:
    asked = ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.filter(id=asked).update(state="running")


def test_jobs_that_ended_long_ago_are_cleared_away_with_their_files(folder: Path) -> None:
    old, open_, recent = ask(), ask(), ask()
    for each in (old, recent):
        run_job.call(each, 1)
    Job.objects.filter(id=old).update(finished_at=database_now() - JOBS_KEPT - timedelta(days=1))
    Job.objects.filter(id=open_).update(asked_at=database_now() - 10 * JOBS_KEPT)
    assert clear_old_jobs(database_now()) == 1
    assert {row.id for row in Job.objects.all()} == {open_, recent}
    assert [path.name for path in folder.iterdir()] == [recent]


@pytest.mark.parametrize("count", [1, 30])
def test_lost_jobs_are_sought_with_two_queries(count: int, django_assert_num_queries) -> None:
    for _ in range(count):
        begun("test.hang")
    now = database_now()
    with django_assert_num_queries(2):
        reap_jobs(now)
