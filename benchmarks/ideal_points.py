"""Ideal points beside peers: ``python -m benchmarks.ideal_points FOLDER`` prints JSON.

FOLDER holds the public files of recorded votes: un_votes.rda, un_roll_calls.rda, repeated_resolutions.csv and the
published estimates ideal_points_all_apr2020.csv. Peers are a numpy version of the same sampler
(ideal_points_numpy.py) and MCMCordfactanal of the R package MCMCpack (one session, one
static ordinal dimension, the nearest that it has), where Rscript finds it. Each line tells nanoseconds for one vote in
one iteration: the work that all of them do.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis
import numpy as np
import pandas as pd

from benchmarks.ideal_points_numpy import numpy_draws
from secretariat.positions.forms.repeated import read_repeated
from secretariat.positions.measures.ideal_points import (
    Panel,
    Settings,
    convergence,
    estimate,
    panel,
    summary,
)

Line = dict[str, Any]

R_PEER = """
library(MCMCpack, quietly = TRUE, warn.conflicts = FALSE)
arguments <- commandArgs(TRUE)
votes <- as.matrix(read.csv(arguments[1]))
took <- system.time(MCMCordfactanal(votes, factors = 1, burnin = 0, mcmc = as.integer(arguments[2]), thin = 10,
  store.lambda = FALSE, store.scores = TRUE, verbose = 0, seed = 1))
cat("\n", took[["elapsed"]], sep = "")
"""


def read_files(folder: Path) -> tuple[ibis.Table, ibis.Table]:
    """Votes and roll calls of the R files as the model reads them; states by code, by name where there is none."""
    import rdata  # noqa: PLC0415  # an extra

    votes = rdata.read_rda(folder / "un_votes.rda")["un_votes"]
    rolls = rdata.read_rda(folder / "un_roll_calls.rda")["un_roll_calls"]
    code = votes.country_code.astype(object)
    cast = pd.DataFrame(
        {
            "rollcall": votes.rcid.astype(int).astype(str),
            "state": code.where(votes.country_code.notna(), votes.country.astype(object)).astype(str),
            "vote": votes.vote.astype(str),
        }
    )
    held = pd.DataFrame(
        {
            "rollcall": rolls.rcid.astype(int).astype(str),
            "session": rolls.session.astype("int16"),
            "date": pd.to_datetime(rolls.date.astype("int64"), unit="D"),
            "paragraph": (rolls.para == 1).fillna(value=False).astype(bool),
            "amendment": (rolls.amend == 1).fillna(value=False).astype(bool),
        }
    )
    return ibis.memtable(cast), ibis.memtable(held)


def _each(seconds: float, iterations: int, votes: int) -> float:
    return seconds / iterations / votes * 1e9


def compiled_line(votes: Panel, settings: Settings, name: str) -> Line:
    """Our sampler: wall time of all chains together, compilation and diagnostics told apart."""
    started = time.perf_counter()
    estimate(votes, settings=Settings(burn_in=1, iterations=settings.thin * 4))
    compiled = time.perf_counter()
    drawn = estimate(votes, settings=settings)
    ended = time.perf_counter()
    told = convergence(summary(votes, drawn.theta), drawn.theta)
    iterations = settings.burn_in + settings.iterations
    return {
        "name": name,
        "votes": votes.votes,
        "items": len(votes.items),
        "state_sessions": len(votes.counts),
        "chains": settings.chains,
        "iterations": iterations,
        "first_call_s": compiled - started,
        "seconds": ended - compiled,
        "diagnostics_s": time.perf_counter() - ended,
        "ns_per_vote_and_iteration": _each(ended - compiled, iterations * settings.chains, votes.votes),
        "largest_rhat": told.largest_rhat,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def numpy_line(votes: Panel, iterations: int) -> Line:
    """The numpy version, one chain."""
    theta = np.random.default_rng(1).standard_normal(len(votes.counts))
    cuts = np.tile([0.0, 0.5], (len(votes.items), 1))
    started = time.perf_counter()
    numpy_draws(votes, theta=theta, beta=np.ones(len(cuts)), cuts=cuts, seed=1, burn_in=0, iterations=iterations)
    seconds = time.perf_counter() - started
    each = _each(seconds, iterations, votes.votes)
    return {
        "name": "numpy, whole arrays",
        "iterations": iterations,
        "seconds": seconds,
        "ns_per_vote_and_iteration": each,
    }


def r_line(votes: Panel, iterations: int) -> Line:
    """MCMCpack on the votes of one session; a value only where R and the package are installed."""
    line: Line = {"name": "R, MCMCpack::MCMCordfactanal", "votes": votes.votes, "iterations": iterations}
    if shutil.which("Rscript") is None:
        return {**line, "note": "Rscript is not installed"}
    items = np.repeat(np.arange(len(votes.items)), votes.bounds[:, 3] - votes.bounds[:, 0])
    matrix = pd.DataFrame({"state": votes.voter, "item": items, "choice": votes.choices() + 1})
    with TemporaryDirectory() as folder:
        sheet, script = Path(folder, "votes.csv"), Path(folder, "peer.R")
        matrix.set_index(["state", "item"]).choice.unstack().astype("Int64").to_csv(sheet, index=False, na_rep="NA")  # noqa: PD010  # nothing is summed
        script.write_text(R_PEER, encoding="utf-8")
        done = subprocess.run(
            ["Rscript", str(script), str(sheet), str(iterations)],  # noqa: S607  # the R that the user has
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode:
        return {**line, "note": done.stderr.strip().splitlines()[-1]}
    seconds = float(done.stdout.splitlines()[-1])  # the package prints acceptance rates before
    return {**line, "seconds": seconds, "ns_per_vote_and_iteration": _each(seconds, iterations, votes.votes)}


def main() -> None:
    """Print the lines; progress on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="also all sessions: minutes")
    asked = parser.parse_args()
    votes, rolls = read_files(asked.folder)
    pairs = read_repeated(asked.folder / "repeated_resolutions.csv")
    some = panel(votes, rolls, repeated=pairs, sessions=range(61, 75))
    lines = [compiled_line(some, Settings(), "secretariat, sessions 61-74"), numpy_line(some, 20)]
    one = panel(votes, rolls, sessions=[65])
    lines += [compiled_line(one, Settings(iterations=2_000), "secretariat, session 65"), r_line(one, 2_000)]
    if asked.all:
        lines.append(compiled_line(panel(votes, rolls, repeated=pairs), Settings(), "secretariat, all sessions"))
    json.dump(lines, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
