"""Measure, print a table, and keep the figures in ``benchmarks/results.json``."""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import steps
from benchmarks.measuring import ROOT, Result, UnableToMeasure

RESULTS = ROOT / "benchmarks" / "results.json"
VOTES = ROOT.parent / "shared" / "data" / "unga"
"""Optional data beside the clone; without them what needs them is not measured."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="500,5000,50000", help="decisions of the synthetic organisations")
    choices = [*steps.OF_A_SIZE, "peers", "agreement", "events", "perimeter", "demo"]
    parser.add_argument("--skip", default="", help=f"steps to leave out, by comma: {', '.join(choices)}")
    parser.add_argument("--folder", type=Path, help="keep packs and databases here, and use those that are there")
    parser.add_argument("--peers", type=Path, help="a folder where pip installed peers: lifelines, orjson, geopandas")
    parser.add_argument("--votes", type=Path, default=VOTES, help="a folder with the files of the R package unvotes")
    parser.add_argument("--dry", action="store_true", help="do not write results.json")
    return parser.parse_args()


def _results(folder: Path, sizes: list[int], skipped: set[str], peers: Path | None, votes: Path) -> Iterator[Result]:
    console = Console(stderr=True)
    work: list[tuple[str, Callable[[], Iterator[Result]]]] = []
    for size in sizes:
        for name, step in steps.OF_A_SIZE.items():
            if name not in skipped and not (name == "synth" and steps.pack_of(folder, size).exists()):
                work.append((f"{name}, {size:,} decisions", partial(step, folder, size)))
    once: dict[str, tuple[str, Callable[[], Iterator[Result]]]] = {
        "peers": ("peers", partial(steps.peers, folder, min(sizes), peers)),
        "agreement": ("agreement in recorded votes", partial(steps.agreement, folder, votes.resolve())),
        "events": ("events around the perimeter", partial(steps.events, folder)),
        "perimeter": ("points near the border", partial(steps.perimeter, peers)),
        "demo": ("the example", steps.demo),
    }
    absent = set() if votes.is_dir() else {"agreement"}
    work += [step for name, step in once.items() if name not in skipped | absent]
    for name, measure in work:
        with console.status(name):
            try:
                yield from measure()
            except UnableToMeasure as error:
                console.print(f"not measured: {error}", markup=False)


def _machine() -> dict[str, str | int]:
    with (
        Path("/proc/meminfo").open(encoding="ascii")
        if Path("/proc/meminfo").exists()
        else Path(os.devnull).open() as file
    ):
        memory = next((int(line.split()[1]) for line in file if line.startswith("MemTotal")), 0)
    return {
        "cores": os.cpu_count() or 0,
        "memory_gib": round(memory / 2**20),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }


def _kept(results: list[Result]) -> list[dict[str, object]]:
    """The new figures, and the old ones of what was not measured this time."""
    measured = {(each.name, each.size) for each in results}
    old = json.loads(RESULTS.read_text(encoding="utf-8"))["results"] if RESULTS.exists() else []
    lines = [each for each in old if (each["name"], each["size"]) not in measured]
    today = datetime.now(UTC).date().isoformat()
    lines += [asdict(each) | {"measured": today} for each in results]
    return sorted(lines, key=lambda each: (each["name"], each["size"]))


def _print(results: list[Result]) -> None:
    table = Table("what", "decisions", "value", "unit", "peak MiB", "limit", "note", title="Median of the runs")
    for each in results:
        value = "not installed" if each.value is None else f"{each.value:,.2f}"
        peak = "" if each.peak_mib is None else f"{each.peak_mib:,.0f}"
        limit = "" if each.limit is None else f"{'at most' if each.at_most else 'at least'} {each.limit:,.0f}"
        table.add_row(each.name, f"{each.size:,}", value, each.unit, peak, limit, each.note)
    Console(width=160 if not sys.stdout.isatty() else None).print(table)


def main() -> None:
    """Measure what was asked for."""
    arguments = _arguments()
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="secretariat-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        sizes = [int(size) for size in arguments.sizes.split(",")]
        results = list(
            _results(folder.resolve(), sizes, set(arguments.skip.split(",")), arguments.peers, arguments.votes)
        )
    finally:
        if arguments.folder is None:
            shutil.rmtree(folder, ignore_errors=True)
    _print(results)
    if not arguments.dry:
        content = {"machine": _machine(), "results": _kept(results)}
        RESULTS.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"written: {RESULTS.relative_to(ROOT)}; now: python -m benchmarks.page")


if __name__ == "__main__":
    main()
