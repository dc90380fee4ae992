"""What pages hold: blocks of files, of commands and of what commands print; and how the commands are run."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NOT_RUN = {"not run: needs the network", "not run: needs the clone"}
BLOCK = re.compile(
    r"(?:^<!-- (?P<remark>.*?) -->\n)?^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file it is written to, its text, and the remark on the line before it."""

    kind: str
    file: str | None
    text: str
    remark: str


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in order."""
    for found in BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield Block(found["kind"], found["file"], found["text"], found["remark"] or "")


def write_files(page: Path, folder: Path) -> None:
    """Write every file that a page shows; of a file shown twice the last one stays."""
    for block in blocks(page):
        if block.file is not None:
            path = folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")


def run(commands: str, folder: Path, database: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the lines of a block in a shell, as a reader would, with this environment's ``secretariat``."""
    binaries = Path(sys.executable).parent
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SECRETARIAT_")}
    environment |= {"PATH": f"{binaries}{os.pathsep}{environment['PATH']}", "COLUMNS": "200"}
    if database is not None:
        environment["SECRETARIAT_DATABASE_URL"] = database
    shell = shutil.which("bash") or "/bin/sh"
    return subprocess.run(
        [shell, "-ec", commands], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
