"""One process, its time and its peak memory; and what a benchmark says."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
SECRETARIAT = str(Path(PYTHON).with_name("secretariat"))


class UnableToMeasure(Exception):
    """The program that was to be measured failed; its last words are the message."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: wall-clock and processor seconds, peak resident memory in MiB, what it printed."""

    seconds: float
    processor: float
    peak_mib: float
    output: str


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the answer.

    ``value`` is the median of ``runs`` in ``unit``, ``processor`` the seconds that the processor worked (less than the
    time that passed when others use the machine too); ``peak_mib`` is the highest memory of the runs. ``size`` is the
    number of decisions of the synthetic organisation, 0 where there is none. ``limit`` is what the project set itself:
    ``at_most`` says on which side of it the value must lie. A peer has ``value`` ``None`` where it is not installed.
    """

    name: str
    size: int
    value: float | None
    unit: str
    command: str
    runs: tuple[float, ...] = ()
    processor: float | None = None
    peak_mib: float | None = None
    limit: float | None = None
    at_most: bool = True
    note: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a program to its end. Its memory is its own: the kernel tells it when the process is waited for.

    Raises :class:`UnableToMeasure` when it fails.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            list(command), cwd=ROOT, env={**own, **(environment or {})}, stdout=output, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        printed = output.read().decode(errors="replace")
        if process.returncode != 0:
            last = errors.read().decode(errors="replace").strip().splitlines()[-1:]
            msg = f"{' '.join(command)}: exit code {process.returncode}: {''.join(last)}"
            raise UnableToMeasure(msg)
    # Linux counts in KiB, macOS in bytes.
    scale = 2**20 if sys.platform == "darwin" else 2**10
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale, printed)


def measured(
    name: str,
    command: Sequence[str],
    *,
    size: int = 0,
    times: int = 1,
    environment: Mapping[str, str] | None = None,
    **rest: Any,
) -> Result:
    """The median time of some runs of a program, in seconds."""
    runs = [run(command, environment) for _ in range(times)]
    return Result(
        name=name,
        size=size,
        value=median(each.seconds for each in runs),
        unit="s",
        command=shown(command),
        runs=tuple(each.seconds for each in runs),
        processor=median(each.processor for each in runs),
        peak_mib=max(each.peak_mib for each in runs),
        **rest,
    )


def shown(command: Sequence[str]) -> str:
    """A command as a person would type it, without the folders of this machine."""
    words = []
    for word in command:
        path = Path(word)
        words.append(path.name if path.is_absolute() else word)
    return " ".join(words)
