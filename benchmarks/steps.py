"""What is measured: each step on its own, in a process of its own."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.measuring import PYTHON, ROOT, SECRETARIAT, Result, measured, run, shown

SEED, STATES = 1, 15
AS_OF = "2011-05-31"
SESSION = "CSC-2010-12-10"


def _rows(output: str) -> int:
    """The sum of the rows that a command printed as JSON by table."""
    return sum(table.get("added", table.get("rows", 0)) for table in json.loads(output).values())


def _environment(folder: Path, size: int) -> dict[str, str]:
    return {
        "SECRETARIAT_DATABASE_URL": f"sqlite:///{folder / f'{size}.db'}",
        "DJANGO_SETTINGS_MODULE": "secretariat.web.settings",
    }


def pack_of(folder: Path, size: int) -> Path:
    """Where the synthetic pack of a size lies."""
    return folder / f"pack-{size}"


def synth(folder: Path, size: int) -> Iterator[Result]:
    """Writing the pack: time, and rows a second."""
    command = [SECRETARIAT, "synth", "--seed", str(SEED), "--states", str(STATES), "--decisions", str(size)]
    pack = pack_of(folder, size)
    result = measured("synth", [*command, str(pack)], size=size)
    yield result
    rows = sum(1 for path in pack.rglob("*.jsonl") for _ in path.open("rb"))
    if result.value and rows:
        yield replace(result, name="synth: rows a second (JSON Lines tables)", value=rows / result.value, unit="rows/s",
                      runs=(), processor=None, peak_mib=None, at_most=False)  # fmt: skip


def load(folder: Path, size: int) -> Iterator[Result]:
    """Loading the pack into a new SQLite register: time, rows a second, peak memory."""
    environment = _environment(folder, size)
    database = folder / f"{size}.db"
    for path in folder.glob(f"{size}.db*"):
        path.unlink()
    command = [SECRETARIAT, "load", str(pack_of(folder, size)), "--json"]
    once = run(command, environment)
    rows = _rows(once.output)
    counts = {name: table["added"] for name, table in json.loads(once.output).items()}
    yield Result("load", size, once.seconds, "s", shown(command), (once.seconds,), once.processor, once.peak_mib,
                 note=f"{rows:,} rows", counts=counts)  # fmt: skip
    yield Result("load: acts a second", size, rows / once.seconds, "rows/s", shown(command), limit=10_000,
                 at_most=False, note="the whole command, start-up to log")  # fmt: skip
    yield Result("database", size, database.stat().st_size / 2**20, "MiB", "size of the SQLite file")


def status(folder: Path, size: int) -> Iterator[Result]:
    """The computed status of every commitment, query included, in one process."""
    command = [PYTHON, "-m", "benchmarks.status", AS_OF]
    once = run(command, _environment(folder, size))
    answer = json.loads(once.output)
    yield Result("status of all commitments", size, median(answer["seconds"]), "s", shown(command),
                 tuple(answer["seconds"]), None, once.peak_mib, limit=1.0 if size == 5_000 else None,
                 note=f"{answer['commitments']:,} commitments, {answer['reports']:,} reports")  # fmt: skip


def commands(folder: Path, size: int) -> Iterator[Result]:
    """The reading commands, start-up included."""
    environment = _environment(folder, size)
    for name, arguments in (
        ("members", ["members", "--on", AS_OF, "--json"]),
        ("instrument", ["instrument", "CHARTER", "--on", AS_OF, "--json"]),
        ("calendar", ["calendar", "--as-of", AS_OF, "--json"]),
        ("pace", ["pace", "--session", SESSION, "--as-of", AS_OF, "--json"]),
    ):
        yield measured(name, [SECRETARIAT, *arguments], size=size, times=3, environment=environment)


def review(folder: Path, size: int) -> Iterator[Result]:
    """The whole review as HTML and PDF in both languages."""
    out = folder / f"review-{size}"
    shutil.rmtree(out, ignore_errors=True)
    command = [SECRETARIAT, "review", "--organ", "CFM", "--meeting", AS_OF, "--as-of", AS_OF, "--out", str(out)]
    limit = 20.0 if size == 5_000 else None
    yield measured("review", command, size=size, environment=_environment(folder, size), limit=limit)


def demo() -> Iterator[Result]:
    """The example from an empty database to the written review, the set-up done before."""
    if (ROOT / "Makefile").exists():
        database = "build/bench-demo.db"
        line = f"rm -f {database}*; make --silent demo SERVE=0 DB={database}"
        yield measured("make demo SERVE=0", ["sh", "-c", line], times=3, limit=15.0)


def peers(folder: Path, size: int, installed: Path | None) -> Iterator[Result]:
    """The same work by another program, where one is installed (in the folder ``installed``, apart from ours)."""
    command = [PYTHON, "-m", "benchmarks.peers", str(pack_of(folder, size))]
    environment = _environment(folder, size)
    if installed is not None:
        environment["PYTHONPATH"] = str(installed.resolve())
    once = run(command, environment)
    for line in json.loads(once.output):
        yield Result(line["name"], size, line["value"], line["unit"], shown(command), note=line["note"])


def agreement(folder: Path, votes: Path) -> Iterator[Result]:
    """Agreement in recorded votes of the whole membership, beside pandas and R; ``votes`` has the files of unvotes."""
    environment = {
        "SECRETARIAT_DATABASE_URL": f"sqlite:///{folder / 'agreement.db'}",
        "DJANGO_SETTINGS_MODULE": "secretariat.web.settings",
    }
    command = [PYTHON, "-m", "benchmarks.agreement", str(votes)]
    once = run(command, environment)
    for line in json.loads(once.output):
        yield Result(line["name"], 0, line["value"], "s", shown(command), tuple(line.get("runs", ())),
                     line.get("processor"), limit=line.get("limit"), note=line["note"])  # fmt: skip
    members = ["--group", "AM,BY,KG,KZ,RU,TJ,UZ", "--from", "2010-01-01", "--to", "2011-12-31", "--json"]
    question = [SECRETARIAT, "positions", "agreement", *members]
    yield measured("agreement of a group: the whole command", question, times=3, environment=environment,
                   note="start of the program included")  # fmt: skip


def events(folder: Path) -> Iterator[Result]:
    """Events around the perimeter and seasonal thresholds, beside pandas and R."""
    command = [PYTHON, "-m", "benchmarks.watch", str(folder / "events")]
    for line in json.loads(run(command, {}).output):
        side = {"limit": line["limit"], "at_most": line["unit"] == "s"}
        yield Result(line["name"], 0, line["value"], line["unit"], shown(command), tuple(line["runs"]),
                     line["processor"], note=line["note"], **side)  # fmt: skip


def search(folder: Path, size: int) -> Iterator[Result]:
    """The search page, beside LIKE in the same texts."""
    command = [PYTHON, "-m", "benchmarks.search"]
    for line in json.loads(run(command, _environment(folder, size)).output):
        yield Result(line["name"], size, line["value"], line["unit"], shown(command), tuple(line["runs"]),
                     limit=line["limit"] if size == 5_000 else None, note=line["note"])  # fmt: skip


def web(folder: Path, size: int) -> Iterator[Result]:
    """The pages before a browser, and answers to filters and to the search; where the limits are set."""
    if size != 5_000:
        return
    command = [PYTHON, "-m", "benchmarks.web"]
    for line in json.loads(run(command, _environment(folder, size)).output):
        yield Result(line["name"], size, line["value"], line["unit"], shown(command), tuple(line["runs"]),
                     limit=line["limit"], note=line["note"])  # fmt: skip


def perimeter(installed: Path | None) -> Iterator[Result]:
    """Points near the border, beside shapely, scipy, geopandas and PostGIS, where they are installed."""
    command = [PYTHON, "-m", "benchmarks.perimeter"]
    environment = {} if installed is None else {"PYTHONPATH": str(installed.resolve())}
    for line in json.loads(run(command, environment).output):
        yield Result(line["name"], 0, line["value"], line["unit"], shown(command), tuple(line["runs"]),
                     line["processor"], limit=line["limit"], at_most=False, note=line["note"])  # fmt: skip


OF_A_SIZE: dict[str, Callable[[Path, int], Iterator[Result]]] = {
    "synth": synth,
    "load": load,
    "status": status,
    "commands": commands,
    "review": review,
    "search": search,
    "web": web,
}
