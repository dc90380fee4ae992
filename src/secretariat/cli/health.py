"""``secretariat health``: asks a running register on this machine whether it answers."""

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from typing import Annotated

import typer
from django.conf import settings

PATIENCE = 5.0
"""Seconds to wait for an answer."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("health")
    def health(
        port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port it listens on.")] = 8000,
    ) -> None:
        """Ask the register served on this machine whether it answers and its database does; leave with 1 if not."""
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        # It answers to its own names alone.
        name = next((host for host in settings.ALLOWED_HOSTS if not host.startswith((".", "*"))), "localhost")
        try:
            connection.request("GET", "/health", headers={"Host": name})
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
        except (OSError, HTTPException) as error:
            typer.echo(f"secretariat: nothing answers on port {port}: {error}", err=True)
            raise typer.Exit(1) from error
        finally:
            connection.close()
        if answer.status != HTTPStatus.OK:
            typer.echo(f"secretariat: port {port} answers {answer.status}: {text}", err=True)
            raise typer.Exit(1)
        typer.echo(text)
