"""The lake beside peers: ``python -m benchmarks.lake FOLDER`` prints JSON.

FOLDER holds the files of the R package unvotes. Ours is the whole import: the R files are read, absences are rebuilt,
two Parquet files are written and hashed. The peers only read the votes into memory: the package rdata, and R itself
where Rscript finds it. A sheet of as many roll calls as the example pack has is read beside pandas.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import django
from django.conf import settings

RUNS = 3
SHEET = Path(__file__).parents[1] / "examples" / "csto" / "data" / "unga_votes.csv"


def seconds(action: Callable[[], Any], runs: int = RUNS) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return round(median(taken), 2)


def ours(folder: Path) -> dict[str, float]:
    """Both imports, each into an empty lake; then the full one again, which finds its snapshot."""
    from secretariat.positions.forms.sheet import SHEET as READER  # noqa: PLC0415  # Django has to be set up first
    from secretariat.positions.forms.unvotes import UNVOTES  # noqa: PLC0415
    from secretariat.sources import lake  # noqa: PLC0415

    def full() -> None:
        lake.import_snapshot(UNVOTES, folder, dataset="unga-rollcalls", options={})

    def small() -> None:
        lake.import_snapshot(READER, SHEET, dataset="sheet", options={})

    found = {}
    for name, action in (("unvotes, whole import", full), ("sheet of the example pack, whole import", small)):

        def fresh(action: Callable[[], None] = action) -> None:
            shutil.rmtree(settings.LAKE, ignore_errors=True)
            action()

        found[name] = seconds(fresh)
    full()
    found["unvotes, found again"] = seconds(full)
    return found


def peers(folder: Path) -> dict[str, float | None]:
    """Reading alone."""
    found: dict[str, float | None] = {}
    try:
        import rdata  # noqa: PLC0415  # a peer, not a dependency
    except ImportError:
        found["rdata, reading alone"] = None
    else:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found["rdata, reading alone"] = seconds(lambda: rdata.read_rda(folder / "un_votes.rda"), runs=1)
    rscript = shutil.which("Rscript")
    command = [str(rscript), "-e", f"load('{folder / 'un_votes.rda'}')"]
    found["R, reading alone"] = None if rscript is None else seconds(lambda: subprocess.run(command, check=True))
    return found


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as lake_folder:
        django.setup()
        settings.LAKE = lake_folder
        result = {"seconds": ours(folder) | peers(folder)}
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
