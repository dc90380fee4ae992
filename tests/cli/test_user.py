"""Accounts from the command line: made, appointed, ended, closed; what does not fit is the user's mistake."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # each test starts programs
CSTO = Path(__file__).parents[2] / "examples" / "csto"
RUN = "from secretariat.cli import main; main()"
KEY = "a key that is long enough for a test and stands nowhere else"


def run(*arguments: str, folder: Path, **also: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("SECRETARIAT_", "DJANGO_"))}
    command = [sys.executable, "-c", RUN, *arguments]
    return subprocess.run(command, cwd=folder, env=clean | also, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("accounts")
    assert run("load", str(CSTO), "--json", folder=folder).returncode == 0
    return folder


def test_cast_is_made_with_one_time_passwords_that_differ_each_time(register: Path):
    first, second = (run("user", "demo", folder=register) for _ in range(2))
    assert first.returncode == second.returncode == 0
    passwords = [re.findall(r"\S+@\S+\s+(\S+)", done.stdout) for done in (first, second)]
    assert len(passwords[0]) == len(passwords[1]) >= 19
    assert not set(passwords[0]) & set(passwords[1])
    rows = json.loads(run("user", "list", "--json", folder=register).stdout)
    assert {"secretariat", "state:KG", "state:KZ"} <= {row["organisation"] for row in rows}


def test_person_is_added_appointed_dismissed_and_closed(register: Path):
    email = "somebody@mfa.example.org"
    added = run(
        "user", "add", email, "--organisation", "state:KG", "--duty", "desk", "--seat", "CFM:member",
        "--lang", "ru", "--zone", "Asia/Bishkek", folder=register,
    )  # fmt: skip
    assert added.returncode == 0, added.stderr
    assert added.stdout.split()[0] == email
    given = run("user", "appoint", email, "--group", "drafting", folder=register)
    assert "group:drafting" in given.stdout
    ended = run("user", "dismiss", email, "--seat", "CFM", "--group", "drafting", folder=register)
    assert ended.stdout.strip() == f"{email}: duty:desk"
    assert run("user", "disable", email, folder=register).returncode == 0
    rows = {row["email"]: row for row in json.loads(run("user", "list", "--json", folder=register).stdout)}
    assert (rows[email]["open"], rows[email]["time_zone"]) == (False, "Asia/Bishkek")


def test_invitation_prints_its_link_and_sends_it(register: Path):
    done = run(
        "user", "invite", "new@mfa.example.org", "--organisation", "partner:UN", folder=register,
        SECRETARIAT_SECRET_KEY=KEY, SECRETARIAT_ADDRESS="https://register.example.org/",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    link = done.stdout.strip().splitlines()[-1]
    assert re.fullmatch(r"https://register\.example\.org/password/new/\w+-[\w-]+/", link)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "x@example.org", "--organisation", "state:XX"), "the register holds no XX, only AM"),
        (("add", "x@example.org", "--organisation", "KG"), "expected secretariat, state:KG or partner:UN"),
        (("add", "x@example.org", "--organisation", "state:KG", "--duty", "drafter"), "no duty in state:KG"),
        (("add", "x@example.org", "--organisation", "state:KG", "--seat", "NONE:member"), "no such organ"),
        (("add", "x@example.org", "--organisation", "state:KG", "--seat", "CFM"), "is no seat"),
        (("add", "x@example.org", "--organisation", "state:KG", "--zone", "Moon"), "is no time zone"),
        (("invite", "x@example.org", "--organisation", "state:KG"), "SECRETARIAT_SECRET_KEY is not set"),
        (("disable", "nobody@example.org"), "there is no account"),
        (("appoint", "nobody@example.org", "--duty", "desk"), "there is no account"),
    ],
)
def test_mistake_is_said_and_makes_no_account(register: Path, arguments: tuple[str, ...], said: str):
    done = run("user", *arguments, folder=register)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "x@example.org" not in run("user", "list", "--json", folder=register).stdout
