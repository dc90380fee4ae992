"""Agreement in recorded votes beside peers: ``python -m benchmarks.agreement FOLDER`` prints JSON.

FOLDER holds the files of the R package unvotes. The register is that of SECRETARIAT_DATABASE_URL: it is made, the files
are added to its lake, and the questions are asked through the same queries as the command asks them. Peers begin with
their votes in memory; what is ours begins with the Parquet files. Peers are loops over pairs of states with pandas, a
self-join and a grouping with pandas, and the same with R and dplyr, where Rscript finds it.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import django
import pandas as pd

Line = dict[str, Any]
SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
START, END = date(2010, 1, 1), date(2012, 1, 1)
SESSION = 65
RUNS = 5
PLACES = {"yes": 1, "abstain": 2, "no": 3}

R_PEER = """
suppressPackageStartupMessages(library(dplyr))
options(dplyr.summarise.inform = FALSE)
arguments <- commandArgs(TRUE)
load(file.path(arguments[1], "un_votes.rda"))
load(file.path(arguments[1], "un_roll_calls.rda"))
wanted <- if (arguments[2] == "all") unique(un_roll_calls$session) else as.numeric(arguments[2])
votes <- un_votes %>% inner_join(select(un_roll_calls, rcid, session), by = "rcid") %>%
  transmute(session, rcid, state = coalesce(country_code, country),
    place = match(as.character(vote), c("yes", "abstain", "no")))
rows <- 0
took <- system.time(for (each in wanted) {
  one <- filter(votes, session == each)
  found <- one %>% inner_join(one, by = "rcid") %>% filter(state.x < state.y) %>% group_by(state.x, state.y) %>%
    summarise(n = n(), exact = mean(place.x == place.y), linear = mean(1 - abs(place.x - place.y) / 2))
  rows <- rows + nrow(found)
})
cat(sprintf('{"seconds": %f, "processor": %f, "rows": %d}',
  took[["elapsed"]], took[["user.self"]] + took[["sys.self"]], rows))
"""


def _timed(name: str, work: Callable[[], Any], *, runs: int = RUNS, note: str = "", limit: float | None = None) -> Line:
    taken, processor = [], []
    for _ in range(runs):
        started = time.perf_counter(), time.process_time()
        work()
        taken.append(time.perf_counter() - started[0])
        processor.append(time.process_time() - started[1])
    return {
        "name": name,
        "value": median(taken),
        "runs": taken,
        "processor": median(processor),
        "limit": limit,
        "note": note,
    }


def _register(folder: Path) -> None:
    """Make the register and add the files to its lake, as ``secretariat data add`` does."""
    from secretariat.audit.rules import Actor  # noqa: PLC0415  # after Django is set up
    from secretariat.cli.terminal import prepare_database  # noqa: PLC0415
    from secretariat.kernel import Standing  # noqa: PLC0415
    from secretariat.positions.forms.unvotes import UNVOTES  # noqa: PLC0415
    from secretariat.sources import lake  # noqa: PLC0415
    from secretariat.sources.actions import add_release  # noqa: PLC0415
    from secretariat.sources.rules import Basis, Release  # noqa: PLC0415

    prepare_database()
    stored = lake.import_snapshot(UNVOTES, folder, dataset=UNVOTES.dataset_hint, options={})
    release = Release(
        key="",
        dataset=UNVOTES.dataset_hint,
        kind=UNVOTES.name,
        release="benchmark",
        sha256=lake.source_sha256(UNVOTES, folder),
        importer=UNVOTES.version,
        basis=Basis("", Standing.REPORTED, ()),
        rows=stored.rows,
        known_from=datetime(2020, 7, 24, tzinfo=UTC),
    )
    add_release(Actor("benchmark"), release)


def ours() -> Iterator[Line]:
    """The questions as the commands and the notebooks ask them, warm."""
    from secretariat.access.rules import SECRETARIAT  # noqa: PLC0415  # after Django is set up
    from secretariat.positions.queries import agreement, pair_table  # noqa: PLC0415

    known_at = datetime.now(UTC)

    def two_years() -> Any:
        on = date(2011, 12, 31)
        return agreement(SECRETARIAT, group=SEVEN, on=on, known_at=known_at, start=START, end=END)

    def pairs(**choice: Any) -> Any:
        return pair_table(SECRETARIAT, on=date(2020, 12, 31), known_at=known_at, **choice)

    found, table = two_years(), pairs()
    note = f"{found.roll_calls} roll calls, {len(found.pairs)} pairs, 1,000 random groups, bootstrap; from Parquet"
    yield _timed("agreement of a group: secretariat, warm", two_years, note=note, limit=1.0)
    note = f"{table.num_rows:,} rows, seven measures; from Parquet"
    yield _timed("all pairs in all sessions: secretariat, warm", pairs, note=note, limit=2.0)

    def one_session() -> Any:
        return pairs(start=date(2010, 9, 14), end=date(2011, 9, 13))

    note = f"{one_session().num_rows:,} rows; from Parquet"
    yield _timed("all pairs in one session: secretariat, warm", one_session, note=note)


def _frame() -> pd.DataFrame:
    """The votes cast, as an analyst has them in memory."""
    from secretariat.access.rules import SECRETARIAT  # noqa: PLC0415  # after Django is set up
    from secretariat.positions import measures  # noqa: PLC0415
    from secretariat.positions.queries import roll_calls  # noqa: PLC0415

    found = roll_calls(SECRETARIAT, on=date(2020, 12, 31), known_at=datetime.now(UTC))
    if found is None:
        msg = "the register has no release"
        raise LookupError(msg)
    frame: pd.DataFrame = measures.ballots(found.votes).select("rollcall", "session", "state", "place").to_pandas()
    return frame


def loops(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """A row for each two states: a loop over pairs, each a join of two columns of a pivoted frame."""
    wide = frame.pivot_table(index="rollcall", columns="state", values="place")
    rows = []
    for a, b in combinations(wide.columns, 2):
        both = wide[[a, b]].dropna()
        if len(both):
            distance = (both[a] - both[b]).abs()
            rows.append((a, b, len(both), (distance == 0).mean(), (1 - distance / 2).mean()))
    return rows


def joined(frame: pd.DataFrame) -> pd.DataFrame:
    """The same by a join of the votes with themselves and a grouping, within each session."""
    parts = []
    for session, votes in frame.groupby("session"):
        met = votes.merge(votes, on="rollcall")
        met = met[met["state_x"] < met["state_y"]]
        distance = (met["place_x"] - met["place_y"]).abs()
        met = met.assign(exact=distance == 0, linear=1 - distance / 2)
        by_pair = met.groupby(["state_x", "state_y"])
        parts.append(
            by_pair.agg(n=("exact", "size"), exact=("exact", "mean"), linear=("linear", "mean")).assign(session=session)
        )
    return pd.concat(parts)


def pandas_peers() -> Iterator[Line]:
    """Loops over pairs (one session: all of them would take as long as the number of sessions says), and joins."""
    frame = _frame()
    one = frame[frame["session"] == SESSION]
    note = "votes in memory; exact and linear only"
    yield _timed("all pairs in one session: pandas, loop over pairs", lambda: loops(one), runs=1, note=note)
    yield _timed("all pairs in one session: pandas, join and group", lambda: joined(one), runs=1, note=note)
    yield _timed("all pairs in all sessions: pandas, join and group", lambda: joined(frame), runs=1, note=note)


def r_peers(folder: Path) -> Iterator[Line]:
    """R and dplyr as the vignettes of unvotes use them; without a value where they are not installed."""
    program = shutil.which("Rscript")
    for sessions, what in ((str(SESSION), "one session"), ("all", "all sessions")):
        line: Line = {"name": f"all pairs in {what}: R, dplyr", "value": None, "note": "votes in memory"}
        if program is not None:
            command = [program, "-e", R_PEER, str(folder), sessions]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                answer = json.loads(done.stdout[done.stdout.index("{") :])
                note = f"{answer['rows']:,} rows; votes in memory; exact and linear only"
                line |= {"value": answer["seconds"], "processor": answer["processor"], "note": note}
        yield line


def main() -> None:
    """Print every line."""
    django.setup()
    folder = Path(sys.argv[1])
    _register(folder)
    lines = [*ours()]
    if "--ours" not in sys.argv:
        lines += [*pandas_peers(), *r_peers(folder)]
    print(json.dumps(lines))


if __name__ == "__main__":
    main()
