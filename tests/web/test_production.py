"""Production is decided by the environment, and half of it is refused."""

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from secretariat.web.production import is_production, need_environment, post, secret_key

KEY = "0123456789abcdef" * 4
PRODUCTION = {
    "SECRETARIAT_PRODUCTION": "1",
    "SECRETARIAT_HOSTS": "register.example.org",
    "SECRETARIAT_ADDRESS": "https://register.example.org",
    "SECRETARIAT_PROXIES": "1",
    "SECRETARIAT_SECRET_KEY": KEY,
}
RUN = "import sys; from secretariat.cli import main; sys.argv = ['secretariat', *sys.argv[1:]]; main()"
MIGRATE_AND_LOAD = """
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


def _environment(folder: Path, **variables: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SECRETARIAT_")}
    database = f"sqlite:///{folder / 'register.db'}"
    return (
        clean | {"SECRETARIAT_DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "secretariat.web.settings"} | variables
    )


def _run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        env=_environment(folder, **variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "name", ["SECRETARIAT_HOSTS", "SECRETARIAT_ADDRESS", "SECRETARIAT_PROXIES", "SECRETARIAT_SECRET_KEY"]
)
def test_production_does_not_start_without(tmp_path: Path, name: str) -> None:
    done = _run(tmp_path, "serve", **{key: value for key, value in PRODUCTION.items() if key != name})
    assert done.returncode == 2
    assert done.stderr.startswith(f"secretariat: {name}: ")
    assert "Traceback" not in done.stderr


def test_the_list_for_deployment_is_clean_in_production(tmp_path: Path) -> None:
    done = _run(tmp_path, "serve", "--check", **PRODUCTION)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


def test_outside_production_the_list_is_not_asked(tmp_path: Path) -> None:
    done = _run(tmp_path, "serve", "--check")
    assert done.returncode == 2
    assert "SECRETARIAT_PRODUCTION is not 1" in done.stderr


def test_production_speaks_tls_alone_and_is_healthy(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    text = "id: SYN\nname: {en: SYNTHETIC}\nshort: {en: SYN}\nlanguages: [en]\nconstituent: T\n"
    (pack / "organisation.yaml").write_text(text)
    (pack / "instruments.yaml").write_text("- {id: T, kind: treaty, title: {en: Treaty}}\n")
    environment = _environment(tmp_path, **PRODUCTION)
    subprocess.run([sys.executable, "-c", MIGRATE_AND_LOAD, str(pack)], env=environment, timeout=120, check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-c", RUN, "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        assert "The register is at" in server.stdout.readline()
        answers = {}
        for scheme in ("http", "https"):
            connection = HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", "/about", headers={"Host": "register.example.org", "X-Forwarded-Proto": scheme})
            answers[scheme] = connection.getresponse()
            answers[scheme].read()
            connection.close()
        health = _run(tmp_path, "health", "--port", str(port), **PRODUCTION)
    finally:
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=60)
    assert (answers["http"].status, answers["http"].headers["Location"]) == (301, "https://register.example.org/about")
    assert answers["https"].status == 200
    assert answers["https"].headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert (health.returncode, health.stdout) == (0, '{"status": "ok"}\n'), said


def test_health_of_nothing_is_1(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        done = _run(tmp_path, "health", "--port", str(other.getsockname()[1]))
    assert done.returncode == 1
    assert done.stderr.startswith("secretariat: nothing answers on port ")


def test_production_is_said_by_1_and_by_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for text, expected in (("1", True), ("0", False), ("", False)):
        monkeypatch.setenv("SECRETARIAT_PRODUCTION", text)
        assert is_production() is expected
    monkeypatch.setenv("SECRETARIAT_PRODUCTION", "yes")
    with pytest.raises(ValueError, match="SECRETARIAT_PRODUCTION: 'yes'"):
        is_production()


def test_outside_production_every_start_has_a_key_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRETARIAT_SECRET_KEY", raising=False)
    assert secret_key(production=False) != secret_key(production=False)
    monkeypatch.setenv("SECRETARIAT_SECRET_KEY", "short")
    assert secret_key(production=False) == "short"
    with pytest.raises(ValueError, match="50 letters"):
        secret_key(production=True)


def test_production_over_http_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_HOSTS", "register.example.org")
    with pytest.raises(ValueError, match="SECRETARIAT_ADDRESS"):
        need_environment(address="http://register.example.org", proxies=1)


def test_addresses_of_mail_servers_are_read() -> None:
    assert post("console:").backend.endswith("console.EmailBackend")
    found = post("smtp+tls://clerk%40example.org:p%3Aw@mail.example.org")
    assert (found.host, found.port, found.user, found.password) == ("mail.example.org", 587, "clerk@example.org", "p:w")
    assert (found.starts_tls, found.is_tls) == (True, False)
    assert (post("smtps://mail.example.org").port, post("smtp://mail.example.org:2525").port) == (465, 2525)


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://u:secret@h:many", "smtp://"])
def test_an_address_that_is_none_is_refused_without_being_repeated(url: str) -> None:
    with pytest.raises(ValueError, match="SECRETARIAT_EMAIL_URL") as caught:
        post(url)
    assert "secret" not in str(caught.value)
