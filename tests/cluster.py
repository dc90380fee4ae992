"""A private PostgreSQL cluster for one command: ``python -m tests.cluster pytest -m django_db``.

The cluster lives in a temporary folder and listens on a socket there, on no network port; it is gone when the command
ends. PostgreSQL refuses to run as root, so root starts it as the user ``postgres`` (or ``nobody``). Where the binaries
or the driver are missing, one line says so and the exit code is 0.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "''",
    "max_connections": "40",
    "shared_buffers": "64MB",
}
SOCKET_PATH_LIMIT = 100
"""Unix socket addresses end at 107 bytes; the name of the socket itself needs some of them."""


class ClusterFailedError(Exception):
    """PostgreSQL is there and did not start."""


def binaries() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``: on PATH, else the newest where Debian puts them."""
    if (found := shutil.which("initdb")) is not None:
        return Path(found).resolve().parent
    places = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(places, key=lambda path: float(path.parent.name), default=None)


def reason_to_skip() -> str | None:
    """Why no cluster can be had on this machine, if so."""
    if binaries() is None:
        return "no initdb found (Debian: apt-get install postgresql)"
    if find_spec("psycopg") is None:
        return "the driver psycopg is not installed (the extra: postgres)"
    if os.geteuid() == 0 and _account() is None:
        return "PostgreSQL refuses root, and there is no user postgres or nobody to run it as"
    return None


def _account() -> pwd.struct_passwd | None:
    """Whose process the server is when we are root."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _run(command: Sequence[str], folder: Path) -> None:
    account = _account() if os.geteuid() == 0 else None
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    # The output goes to a file: a server that inherited our pipes would keep them open.
    with (folder / "output").open("ab") as output:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment | {"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
            check=False,
        )
    if done.returncode:
        logs = [path.read_text(errors="replace") for path in (folder / "output", folder / "log") if path.exists()]
        msg = f"{Path(command[0]).name} failed:\n" + "\n".join(logs)[-3_000:]
        raise ClusterFailedError(msg)


def _temporary_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if len(os.fsencode(folder)) > SOCKET_PATH_LIMIT - len("/.s.PGSQL.5432"):
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    return folder


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; the address of its database."""
    programs = binaries()
    if programs is None:
        msg = "no initdb found"
        raise ClusterFailedError(msg)
    folder = _temporary_folder()
    data = folder / "data"
    try:
        account = _account() if os.geteuid() == 0 else None
        if account is not None:
            os.chown(folder, account.pw_uid, account.pw_gid)
        initdb = [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]
        _run([str(part) for part in initdb], folder)
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items()) + f" -k {folder}"
        pg_ctl = [str(programs / "pg_ctl"), "-D", str(data), "-w", "-t", "60"]
        try:
            _run([*pg_ctl, "-l", str(folder / "log"), "-o", options, "start"], folder)
            yield f"postgres://postgres@/postgres?host={folder}"
        finally:
            if (data / "postmaster.pid").exists():
                _run([*pg_ctl, "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _terminated(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def main(command: Sequence[str]) -> int:
    """Run a command with ``SECRETARIAT_DATABASE_URL`` set to a new cluster; its exit code."""
    if not command:
        print("usage: python -m tests.cluster COMMAND...", file=sys.stderr)  # noqa: T201
        return 2
    if (reason := reason_to_skip()) is not None:
        print(f"PostgreSQL tests skipped: {reason}")  # noqa: T201
        return 0
    signal.signal(signal.SIGTERM, _terminated)
    try:
        with cluster() as address:
            environment = os.environ | {"SECRETARIAT_DATABASE_URL": address}
            # The programs of our own environment come first, also where it is not activated.
            environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
            return subprocess.run(command, env=environment, check=False).returncode
    except ClusterFailedError as error:
        print(f"PostgreSQL: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except FileNotFoundError as error:
        print(f"tests.cluster: {error.filename}: no such program", file=sys.stderr)  # noqa: T201
        return 127


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
