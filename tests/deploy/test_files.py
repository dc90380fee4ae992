"""The files for deployment name only what the product has: commands, options, variables, paths."""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from docs import generate

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
VARIABLE = re.compile(r"SECRETARIAT_[A-Z]+(?:_[A-Z]+)*")
PROGRAM = "/opt/secretariat/.venv/bin/"
LISTED = set(re.findall(r"\| `(SECRETARIAT_[A-Z_]+)` \|", (generate.REFERENCE / "cli.md").read_text(encoding="utf-8")))


def lines_of(unit: Path, name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", unit.read_text(), re.MULTILINE)


def commands() -> list[list[str]]:
    """Every call of the product's own command in the units and the container."""
    calls = [shlex.split(line) for unit in UNITS for line in lines_of(unit, "ExecStart")]
    in_container = re.findall(r"CMD (\[.*\])", (DEPLOY / "Containerfile").read_text())
    return [*calls, *(json.loads(line) for line in in_container)]


def test_there_is_a_unit_for_the_pages_and_one_for_the_background() -> None:
    assert [unit.name for unit in UNITS] == ["secretariat-worker.service", "secretariat.service"]
    assert len(commands()) == 4


@pytest.mark.parametrize("call", commands(), ids=" ".join)
def test_every_command_and_option_exists(call: list[str]) -> None:
    program, word, *rest = call
    assert program.removeprefix(PROGRAM) == "secretariat"
    assert word in generate.flags()
    assert {each for each in rest if each.startswith("--")} <= set(generate.flags()[word])


def test_the_example_names_every_variable_and_no_other() -> None:
    named = re.findall(r"^#?(SECRETARIAT_[A-Z_]+)=", (DEPLOY / "secretariat.env.example").read_text(), re.MULTILINE)
    assert len(named) == len(set(named)), "a variable stands twice"
    assert set(named) == LISTED


@pytest.mark.parametrize("path", sorted(DEPLOY.iterdir()), ids=lambda path: path.name)
def test_every_variable_named_is_one_of_the_product(path: Path) -> None:
    assert set(VARIABLE.findall(path.read_text())) <= LISTED


def test_no_secret_stands_in_the_example() -> None:
    text = (DEPLOY / "secretariat.env.example").read_text()
    assert re.findall(r"^#?SECRETARIAT_\w*(?:SECRET|KEY)\w*=(.*)$", text, re.MULTILINE) == ["", ""]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_can_write_its_own_folder_alone_and_gains_no_right(unit: Path) -> None:
    wanted = {
        "User": "secretariat",
        "StateDirectory": "secretariat",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "NoNewPrivileges": "yes",
        "PrivateTmp": "yes",
        "CapabilityBoundingSet": "",
    }
    assert {name: lines_of(unit, name) for name in wanted} == {name: [value] for name, value in wanted.items()}
    assert lines_of(unit, "Environment") == ["DJANGO_SETTINGS_MODULE=secretariat.web.settings"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_reads_the_unit_without_a_word(unit: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    text = re.sub(r"^(ExecStart(?:Pre)?=)\S+", rf"\g<1>{program}", unit.read_text(), flags=re.MULTILINE)
    # neither the user nor the other unit is on this machine
    text = re.sub(r"^(User|Group)=.*$", r"\1=root", text, flags=re.MULTILINE)
    (tmp_path / unit.name).write_text(text)
    done = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / unit.name], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_container_copies_what_is_there_and_is_let_through() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    paths = [path for line in copied for path in line.split()]
    assert len(paths) == 7
    allowed = [line.removeprefix("!") for line in (ROOT / ".containerignore").read_text().splitlines() if "!" in line]
    for path in paths:
        assert (ROOT / path).exists()
        assert path in allowed


def test_the_container_runs_as_nobody_in_particular() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    last = text.rpartition("\nFROM ")[2]
    assert re.search(r"^USER secretariat$", last, re.MULTILINE)
    assert last.index("USER secretariat") < last.index("CMD [")
    assert "@sha256" not in text
    bases = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert bases == ["node:22-slim", "python:3.13-slim", "python:3.13-slim"]
