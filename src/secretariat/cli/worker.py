"""``secretariat worker``: does what was asked for in the background, and what the clock asks for."""

import logging
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from django.db import DatabaseError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker

from secretariat.cli.terminal import need_register
from secretariat.jobs.actions import Reaped, database_now, perform_duties, reap_jobs
from secretariat.jobs.actions.kinds import duties
from secretariat.jobs.rules import BEAT

_logger = logging.getLogger(__name__)
INTERVAL = 1.0
"""Seconds between two looks into an empty queue."""


def beat() -> tuple[Reaped, list[str]]:
    """Look once after lost jobs and after what is due; what was found."""
    now = database_now()
    return reap_jobs(now), perform_duties(duties(), now=now)


@contextmanager
def _beats() -> Iterator[None]:
    """Look again and again from beside the queue, so that a long job delays no deadline."""
    ended = threading.Event()

    def run() -> None:
        while not ended.is_set():
            close_old_connections()
            try:
                beat()
            except DatabaseError:
                _logger.warning("the database was busy or away; looked at again soon", exc_info=True)
            ended.wait(BEAT.total_seconds())
        connection.close()

    thread = threading.Thread(target=run, name="beats", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(BEAT.total_seconds())


def _worker(*, until_empty: bool) -> Worker:
    return Worker(
        queue_names=["default"],
        interval=INTERVAL,
        batch=until_empty,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=secrets.token_hex(16),
        excluded_queue_names=[],
    )


def _once(*, beats: bool) -> None:
    reaped, done = beat() if beats else (Reaped(), [])
    worker = _worker(until_empty=True)
    worker.configure_signals()
    worker.run()
    typer.echo(
        f"jobs run: {worker._run_tasks}; waiting again after a lost worker: {len(reaped.repeated)}; "
        f"lost or stopped: {len(reaped.ended)}; duties done: {', '.join(done) or 'none'}"
    )


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("worker")
    def worker(
        once: Annotated[
            bool, typer.Option("--once", help="Do what is waiting and what is due now, say what that was, and end.")
        ] = False,
        beats: Annotated[
            bool, typer.Option("--beats/--no-beats", help="Look after lost jobs and do what the clock asks for, too.")
        ] = True,
    ) -> None:
        """Do what was asked for in the background, and what is due by the clock, until Ctrl-C.

        Several may run at once, on one machine or several: a job is done by one of them, and a duty once. Ended
        politely (Ctrl-C, SIGTERM) it finishes the job it is at; asked again, it ends at once.
        """
        need_register()
        if once:
            _once(beats=beats)
            return
        endless = _worker(until_empty=False)
        endless.configure_signals()
        typer.echo("The worker waits for jobs (Ctrl-C ends it)")
        if not beats:
            endless.run()
            return
        with _beats():
            endless.run()
