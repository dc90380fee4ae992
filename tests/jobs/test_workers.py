"""Real workers, each a process of its own, on a database of their own: racing, killed, ended politely."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds to wait for what a process is about to do."""
WORKER = """
import sys, django, typer
django.setup()
import tests.jobs.kinds
from datetime import timedelta
from secretariat.cli import worker
worker.BEAT = timedelta(seconds=0.2)
app = typer.Typer()
worker.add_to(app)
app.callback()(lambda: None)
app()
"""
MIGRATE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
ASK = """
import sys, django
django.setup()
import tests.jobs.kinds
from secretariat.access.rules import SECRETARIAT
from secretariat.jobs.actions import ask_for_job
kind, path, count = sys.argv[1:]
print(*(ask_for_job(SECRETARIAT, kind=kind, arguments={"path": path}) for _ in range(int(count))))
"""
STATES = """
import django
django.setup()
from secretariat.jobs.models import Job
for row in Job.objects.order_by("id"):
    print(row.id, row.state, row.attempts)
"""
AGE = """
import django
django.setup()
from datetime import timedelta
from secretariat.jobs.actions import database_now
from secretariat.jobs.models import Job
from secretariat.jobs.rules import LOST_AFTER
Job.objects.filter(state="running").update(heartbeat_at=database_now() - LOST_AFTER - timedelta(seconds=5))
"""


class Office:
    """A database with its workers."""

    def __init__(self, address: str, folder: Path) -> None:
        self.folder, self.started = folder, []
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "secretariat.web.settings",
            "SECRETARIAT_DATABASE_URL": address,
            "SECRETARIAT_JOB_FILES": str(folder / "files"),
            "SECRETARIAT_TEST_DUTY": str(folder / "duty"),
        }

    def run(self, code: str, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *options: str) -> subprocess.Popen[str]:
        worker = subprocess.Popen(
            [sys.executable, "-c", WORKER, "worker", *options],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(worker)
        return worker

    def ask(self, kind: str, count: int = 1) -> list[str]:
        return self.run(ASK, kind, str(self.folder / "lines"), str(count)).split()

    def lines(self, name: str = "lines") -> list[str]:
        path = self.folder / name
        return path.read_text().splitlines() if path.exists() else []

    def states(self) -> list[list[str]]:
        return [line.split() for line in self.run(STATES).splitlines()]

    def stop(self) -> None:
        for worker in self.started:
            if worker.poll() is None:
                worker.kill()
            worker.communicate()


def until(condition: Callable[[], bool]) -> None:
    """Wait for what another process does; there is nothing to be woken by."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


class Archive:
    """An empty register, migrated once, of which each test has a copy: on the server that the tests run on."""

    def __init__(self, folder: Path) -> None:
        self.is_file = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
        self.folder, self.names = folder, []
        self.template = self._new(f"office_{uuid4().hex}", "")
        Office(self.template, folder).run(MIGRATE)

    def _new(self, name: str, options: str) -> str:
        self.names.append(name)
        if self.is_file:
            return f"sqlite:///{self.folder / name}"
        self._execute(f'CREATE DATABASE "{name}" {options}')
        return os.environ["SECRETARIAT_DATABASE_URL"].replace("/postgres?", f"/{name}?")

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(os.environ["SECRETARIAT_DATABASE_URL"], autocommit=True) as connection:
            connection.execute(statement)

    def copy(self) -> str:
        address = self._new(f"office_{uuid4().hex}", f'TEMPLATE "{self.names[0]}"')
        if self.is_file:
            shutil.copy(self.folder / self.names[0], self.folder / self.names[-1])
        return address

    def drop(self) -> None:
        for name in () if self.is_file else reversed(self.names):
            self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    found = Archive(tmp_path_factory.mktemp("archive"))
    yield found
    found.drop()


@pytest.fixture
def office(archive: Archive, tmp_path: Path) -> Iterator[Office]:
    found = Office(archive.copy(), tmp_path)
    yield found
    found.stop()


def test_two_workers_do_each_job_once_and_a_duty_once(office: Office):
    asked = office.ask("test.count", 40)
    workers = [office.start("--once") for _ in range(2)]
    for worker in workers:
        said, wrong = worker.communicate(timeout=PATIENCE)
        assert worker.returncode == 0, wrong
        assert "jobs run: " in said
    done = Counter(line.split()[0] for line in office.lines())
    assert done == Counter(asked), "a job was done twice, or not at all"
    assert {state for _, state, _ in office.states()} == {"done"}
    assert len(office.lines("duty")) == 1


def test_a_job_of_a_killed_worker_is_done_by_another(office: Office):
    (asked,) = office.ask("test.hang")
    (lost,) = office.ask("test.hang_once")
    killed = [office.start("--no-beats") for _ in range(2)]
    until(lambda: len(office.lines()) == 2)
    for worker in killed:
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
    assert len(list((office.folder / "files").iterdir())) == 2, "both left half a folder"
    assert sorted(office.states()) == sorted([[asked, "running", "1"], [lost, "running", "1"]])
    office.run(AGE)
    said, wrong = office.start("--once").communicate(timeout=PATIENCE)
    assert said.startswith("jobs run: 1; waiting again after a lost worker: 1; lost or stopped: 1"), wrong
    assert sorted(office.states()) == sorted([[asked, "done", "2"], [lost, "lost", "1"]])
    assert [path.name for path in (office.folder / "files").iterdir()] == [asked]
    assert (office.folder / "files" / asked / "whole").read_text() == "half"


def test_a_worker_that_is_told_to_end_twice_gives_its_job_back(office: Office):
    (asked,) = office.ask("test.hang")
    worker = office.start("--no-beats")
    until(lambda: len(office.lines()) == 1)
    worker.send_signal(signal.SIGTERM)
    assert worker.stderr is not None
    assert "shutting down gracefully" in worker.stderr.readline()
    # It says so before it has noted it; a second signal in between would count as the first.
    time.sleep(0.5)
    assert worker.poll() is None, "it is at work still"
    worker.send_signal(signal.SIGTERM)
    worker.wait(PATIENCE)
    assert office.states() == [[asked, "lost", "1"]]
    assert list((office.folder / "files").iterdir()) == []
    office.start("--once").communicate(timeout=PATIENCE)
    assert office.states() == [[asked, "done", "2"]]


def test_an_idle_worker_ends_when_told(office: Office):
    worker = office.start()
    assert worker.stdout is not None
    assert worker.stdout.readline() == "The worker waits for jobs (Ctrl-C ends it)\n"
    until(lambda: len(office.lines("duty")) == 1)
    worker.send_signal(signal.SIGINT)
    _, wrong = worker.communicate(timeout=PATIENCE)
    assert worker.returncode == 0
    assert "Traceback" not in wrong
