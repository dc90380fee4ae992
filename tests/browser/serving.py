"""The example as a register in a folder, and ``secretariat serve`` on it in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.pages import Site

CSTO = Path(__file__).parents[2] / "examples" / "csto"
REGISTER = "register.db"
PROGRAM = str(Path(sys.executable).with_name("secretariat"))


def environment(folder: Path) -> dict[str, str]:
    """The environment of every program that works on the register of a folder."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "secretariat.web.settings",
        "SECRETARIAT_DATABASE_URL": f"sqlite:///{folder / REGISTER}",
        "SECRETARIAT_LAKE": str(folder / "lake"),
        # the programs of a test sign sessions as the server does
        "SECRETARIAT_SECRET_KEY": "of the browser tests alone",
    }


def load_example(folder: Path) -> None:
    """Load the example organisation; ten seconds on a slow machine."""
    done = subprocess.run(
        [PROGRAM, "load", str(CSTO)],
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """Serve the register of a folder until the end of the block."""
    port = _free_port()
    log = folder / "server.log"
    with log.open("w") as complaints:
        server = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(port)],
            env=environment(folder),
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        )
        try:
            assert server.stdout is not None
            said = server.stdout.readline()
            assert said, log.read_text()
            yield Site(f"http://127.0.0.1:{port}", folder, environment(folder), log)
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.communicate(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.communicate()
