"""``secretariat serve``: the pages over a socket, and plain words when that cannot be."""

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

SERVE = """
import sys, django, typer
django.setup()
from secretariat.cli import serve
app = typer.Typer()
serve.add_to(app)
app.callback()(lambda: None)
app()
"""
LOAD = """
import sys, django
django.setup()
from pathlib import Path
from django.core.management import call_command
call_command("migrate", verbosity=0)
from secretariat.audit.rules import Actor
from secretariat.cli.pack import pack_tables
from secretariat.sources.pack.loading import load_pack
load_pack(Actor("test"), Path(sys.argv[1]), pack_tables())
"""
CSTO = Path(__file__).parents[2] / "examples" / "csto"


def _environment(database: Path) -> dict[str, str]:
    return os.environ | {
        "SECRETARIAT_DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "secretariat.web.settings",
    }


def _run(code: str, database: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=_environment(database),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("register") / "csto.db"
    done = _run(LOAD, database, str(CSTO))
    assert done.returncode == 0, done.stderr
    return database


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free: int = probe.getsockname()[1]
    return free


def test_pages_are_served_until_interrupted(register: Path, port: int):
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, "serve", "--port", str(port)],
        env=_environment(register),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert server.stdout.readline() == f"The register is at http://127.0.0.1:{port}/ (Ctrl-C ends it)\n"
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        for address, found in (("/members?on=2011-05-31", b"Uzbekistan"), ("/static/web/register.css", b"--paper")):
            connection.request("GET", address)
            response = connection.getresponse()
            assert response.status == 200
            assert found in response.read()
        connection.close()
    finally:
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=60)
    assert server.returncode == 0
    assert "Traceback" not in said


def test_port_in_use_is_said_plainly(register: Path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])
        done = _run(SERVE, register, "serve", "--port", taken)
    assert done.returncode == 1
    reason = "something else listens there already; choose another --port"
    assert done.stderr == f"secretariat: cannot listen on 127.0.0.1:{taken}: {reason}\n"


def test_missing_register_is_said_plainly(tmp_path: Path):
    done = _run(SERVE, tmp_path / "none.db", "serve")
    assert done.returncode == 2
    assert "load a pack first" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_folder_of_reviews_is_said_plainly(register: Path, tmp_path: Path):
    done = _run(SERVE, register, "serve", "--reviews", str(tmp_path / "none"))
    assert done.returncode == 2
    assert "there is no such folder" in done.stderr
