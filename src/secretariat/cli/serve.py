"""``secretariat serve``: the register as read-only pages on this machine."""

import errno
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.util import import_app

from secretariat.access.rules import PUBLIC
from secretariat.cli.terminal import mistake, need_register
from secretariat.parties.queries import NoOrganisation, organisation

APPLICATION = "secretariat.web.wsgi:application"
"""By name: the command line and the pages are strangers."""
THREADS = 4
EVERYWHERE = {"0.0.0.0", "::", ""}  # noqa: S104  # compared with, not bound to


class _Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn inside this process, with the options given here and none from files or the environment."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Set the options that this version of gunicorn knows."""
        for name, value in self._options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        """The pages."""
        application: Callable[..., Any] = import_app(APPLICATION)
        return application


def _need_port(host: str, port: int) -> None:
    """Stop with a plain word when the address cannot be listened on."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[
            0
        ]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        mistake(f"--host {host}: there is no such address")
    except OSError as error:
        reason = {
            errno.EADDRINUSE: "something else listens there already; choose another --port",
            errno.EACCES: "ports below 1024 are for the system; choose another --port",
            errno.EADDRNOTAVAIL: "this machine does not have that address",
        }.get(error.errno or 0, str(error))
        typer.echo(f"secretariat: cannot listen on {host}:{port}: {reason}", err=True)
        raise typer.Exit(1) from error


def _need_organisation() -> None:
    """Stop with a plain word when the tables are there and empty."""
    need_register()
    try:
        organisation(PUBLIC, known_at=datetime.now(UTC))
    except NoOrganisation:
        mistake("the register holds no organisation; load a pack first: secretariat load PACK")


def _check() -> None:
    """Say what Django's own list for deployment finds; leave with 2 where it finds anything."""
    if not settings.PRODUCTION:
        mistake("SECRETARIAT_PRODUCTION is not 1: without it the register is for this machine alone")
    try:
        call_command("check", deploy=True, fail_level="WARNING")
    except SystemCheckError as error:
        mistake(str(error))


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("serve")
    def serve(
        host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
        port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 8000,
        reviews: Annotated[
            Path | None,
            typer.Option("--reviews", metavar="DIR", help="A folder of written reviews to offer on the first page."),
        ] = None,
        workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="How many processes answer.")] = 1,
        check: Annotated[
            bool, typer.Option("--check", help="Serve nothing: say whether the environment is fit for production.")
        ] = False,
    ) -> None:
        """Serve the register read-only, as the public may see it, until Ctrl-C.

        Beyond this machine (--host 0.0.0.0), name the hosts it answers to in SECRETARIAT_HOSTS.
        """
        if check:
            _check()
            return
        _need_organisation()
        if reviews is not None:
            if not reviews.is_dir():
                mistake(f"--reviews {reviews}: there is no such folder")
            settings.REVIEWS = str(reviews.resolve())
        _need_port(host, port)
        if host not in {*EVERYWHERE, *settings.ALLOWED_HOSTS}:
            settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, host]
        # Each thread of the worker opens its own connection; the one of this process does not cross a fork.
        connections.close_all()
        shown = f"[{host}]" if ":" in host else host

        def ready(_: object) -> None:
            typer.echo(f"The register is at http://{shown}:{port}/ (Ctrl-C ends it)")

        _Server(
            {
                "bind": f"{shown}:{port}",
                "worker_class": "gthread",
                "workers": workers,
                "threads": THREADS,
                "loglevel": "warning",
                "graceful_timeout": 3,
                "when_ready": ready,
                "control_socket_disable": True,
                "proc_name": "secretariat",
            }
        ).run()
