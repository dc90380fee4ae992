"""Events around the perimeter: ``python -m benchmarks.watch FOLDER`` prints JSON.

FOLDER is for synthetic files, which are made there. Peers: pandas for reading a file of events, R's surveillance (where
Rscript finds it) for the seasonal method; those of the geometry stand in ``benchmarks.perimeter``.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.perimeter import ATLAS, SEVEN
from secretariat.cli.synthetic.events import EventForm, write_events
from secretariat.watch.forms.gdelt import GDELT
from secretariat.watch.forms.ged import GED
from secretariat.watch.measures.assignment import surroundings
from secretariat.watch.measures.boundaries import Attribution, attributed
from secretariat.watch.measures.counting import MonthlyCounts, monthly_counts
from secretariat.watch.measures.farrington import Farrington, farrington
from secretariat.watch.measures.located import Locator, located
from secretariat.watch.measures.perimeter import perimeter
from secretariat.watch.measures.topology import read_topology

ROWS = 386_000
"""As many as UCDP's release of 2025 has."""
SERIES, MONTHS = 200, 412
RUNS = 5
WITHIN_KM = 50.0
R_PEER = """
suppressMessages(library(surveillance))
counts <- scan(commandArgs(TRUE)[1], quiet = TRUE)
series <- sts(observed = matrix(counts), start = c(1990, 1), frequency = 12)
control <- list(range = 100:length(counts), b = 5, w = 3, noPeriods = 1, reweight = TRUE, weightsThreshold = 2.58,
  thresholdMethod = "nbPlugin", pastWeeksNotIncluded = 3, pThresholdTrend = 1, trend = TRUE, glmWarnings = FALSE)
cat(system.time(farringtonFlexible(series, control = control))[["elapsed"]])
"""
Line = dict[str, Any]


def _timed(work: Callable[[], object]) -> tuple[float, list[float], float]:
    """Seconds: the median, every run, and the processor time of the median run."""
    runs = []
    for _ in range(RUNS):
        started = time.perf_counter(), time.process_time()
        work()
        runs.append((time.perf_counter() - started[0], time.process_time() - started[1]))
    walls = [wall for wall, _ in runs]
    return median(walls), walls, median(processor for _, processor in runs)


def _written(folder: Path, form: EventForm, rows: int) -> Path:
    path = folder / f"{form.value}-{rows}.csv"
    if not path.exists():
        for _ in write_events(path, form, rows=rows, seed=1):
            pass
    return path


def _locator() -> Locator:
    boundaries = attributed(read_topology(ATLAS), [Attribution("Baikonur", "KZ")])
    return Locator(surroundings(perimeter(boundaries, SEVEN), boundaries), boundaries, (), WITHIN_KM)


def _by_segment(locator: Locator, table: pa.Table) -> MonthlyCounts:
    whole = pa.Table.from_batches([located(locator, batch) for batch in table.combine_chunks().to_batches()])
    near = pc.fill_null(whole.column("near"), fill_value=False)
    units = pc.if_else(near, whole.column("segment"), pa.scalar(None, pa.string()))
    kinds = [str(kind) for kind in pc.unique(whole.column("kind")).to_pylist()]
    segments = [segment.id for segment in locator.around.segments]
    first, last = (pc.min_max(whole.column("start"))[each].as_py() for each in ("min", "max"))
    return monthly_counts(
        whole,
        units,
        of_units=segments,
        of_kinds=kinds,
        first=np.datetime64(first, "M"),
        last=np.datetime64(last, "M"),
    )


def _events(folder: Path) -> Iterator[Line]:
    path = _written(folder, EventForm.GED, ROWS)
    started = time.perf_counter()
    locator = _locator()
    prepared = time.perf_counter() - started
    table = GED.read(path, {}).tables["events"].read_all()
    kept = folder / "events.parquet"
    pq.write_table(table, kept, compression="zstd")
    _by_segment(locator, table)

    def from_csv() -> None:
        _by_segment(locator, GED.read(path, {}).tables["events"].read_all())

    note = f"{ROWS:,} synthetic events of UCDP's form, 27 segments; perimeter made ready before in {prepared:.1f} s"
    value, runs, processor = _timed(from_csv)
    yield _line("events from CSV to segments by month", value, runs, processor, note, limit=5.0)
    columns = ["kind", "start", "end", "lon", "lat", "place", "place_precision", "low", "best", "high"]
    value, runs, processor = _timed(lambda: _by_segment(locator, pq.read_table(kept, columns=columns)))
    yield _line("events from Parquet to segments by month", value, runs, processor, note, limit=1.0)
    value, runs, processor = _timed(lambda: pd.read_csv(path, parse_dates=["date_start", "date_end"]))
    yield _line("events from CSV: pandas, reading alone", value, runs, processor, "no check, no place, no count")


def _line(
    name: str,
    value: float,
    runs: list[float],
    processor: float,
    note: str,
    *,
    unit: str = "s",
    limit: float | None = None,
) -> Line:
    return {
        "name": name,
        "value": round(value, 3),
        "unit": unit,
        "runs": [round(run, 3) for run in runs],
        "processor": round(processor, 3),
        "note": note,
        "limit": limit,
    }


def _media(folder: Path) -> Iterator[Line]:
    rows = 500_000
    path = _written(folder, EventForm.GDELT, rows)

    def to_parquet() -> None:
        reader = GDELT.read(path, {}).tables["events"]
        with pq.ParquetWriter(folder / "media.parquet", reader.schema, compression="zstd") as writer:
            for batch in reader:
                writer.write_batch(batch)

    value, runs, processor = _timed(to_parquet)
    yield _line(
        "GDELT from TSV to Parquet: rows a second",
        rows / value,
        [rows / run for run in runs],
        processor,
        f"{rows:,} synthetic rows of 61 columns",
        unit="rows/s",
        limit=1e6,
    )


def _seasons(folder: Path) -> Iterator[Line]:
    counts = np.random.default_rng(1).negative_binomial(2, 0.02, (SERIES, MONTHS)).astype(float)
    at = np.arange(99, MONTHS)
    settings = Farrington()
    judged = SERIES * len(at)
    farrington(counts[:2], at=at, settings=settings)
    value, runs, processor = _timed(lambda: farrington(counts, at=at, settings=settings))
    yield _line(
        "Farrington: months judged a second",
        judged / value,
        [judged / run for run in runs],
        processor,
        f"{SERIES} series of {MONTHS} months together, half-window 3; two regressions or more for each month judged",
        unit="months/s",
        limit=25_000,
    )
    if (rscript := shutil.which("Rscript")) is None:
        return
    path = folder / "series.txt"
    path.write_text("\n".join(str(int(count)) for count in counts[0]), encoding="ascii")
    script = folder / "farrington.R"
    script.write_text(R_PEER, encoding="utf-8")
    done = subprocess.run(  # the program that was found
        [rscript, str(script), str(path)], capture_output=True, text=True, check=False, env=os.environ
    )
    if done.returncode:
        print(f"R surveillance did not run: {done.stderr.strip()[-200:]}", file=sys.stderr)
        return
    took = float(done.stdout)
    yield _line(
        "Farrington: R surveillance, months judged a second",
        len(at) / took,
        [len(at) / took],
        took,
        "one series; the same settings",
        unit="months/s",
    )


def main() -> None:
    """Print every line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    print(json.dumps([*_events(folder), *_media(folder), *_seasons(folder)]))


if __name__ == "__main__":
    main()
