"""Ideal points of the recorded votes of the General Assembly beside the published ones of April 2020.

Reads public files that are not part of this project; skipped where they do not lie beside the clone.
"""

import csv
from importlib.util import find_spec

import numpy as np
import pyarrow as pa
import pytest

from secretariat.positions.forms.repeated import read_repeated
from secretariat.positions.measures.ideal_points import Panel, Settings, convergence, estimate, panel, summary
from secretariat.positions.rules.united_nations import ALPHA_3
from tests.positions.records import FULL, full, tables

PUBLISHED = FULL / "ideal_points_all_apr2020.csv"
LATE = range(61, 75)
needs_files = pytest.mark.skipif(not PUBLISHED.is_file(), reason=f"the published estimates are not there: {PUBLISHED}")
needs_numba = pytest.mark.skipif(find_spec("numba") is None, reason="numba (the extra analytics) is not installed")
pytestmark = [pytest.mark.slow, needs_files]
Key = tuple[str, int]


def published() -> dict[Key, dict[str, str]]:
    """The published rows by state and session. Theirs is one Yugoslavia to the end; since session 55 it is RS here."""
    with PUBLISHED.open(encoding="latin-1", newline="") as file:
        rows = list(csv.DictReader(file))
    yemens = {"678": "YE", "680": "YD"}  # the file has one three-letter code for both
    found = {}
    for row in rows:
        session = int(row["session"])
        code = yemens.get(row["ccode"]) or ALPHA_3[row["iso3c"]]
        found["RS" if code == "YU" and session >= 55 else code, session] = row
    assert len(found) == len(rows)
    return found


def panel_of_record(sessions: range | None = None) -> Panel:
    rollcalls, votes = tables(full())
    return panel(votes, rollcalls, repeated=read_repeated(FULL / "repeated_resolutions.csv"), sessions=sessions)


def test_the_published_filter_leaves_the_published_votes() -> None:
    found = panel_of_record()
    assert (found.votes, len(found.items), len(found.counts)) == (797_474, 4_784, 10_470)
    theirs = published()
    keys = list(zip(found.states.tolist(), found.sessions.tolist(), strict=True))
    # One vote of South Africa in session 48 was cut by hand in the published estimates.
    assert set(keys) - theirs.keys() == {("ZA", 48)}
    same = [theirs[key]["NVotes"] == str(count) for key, count in zip(keys, found.counts, strict=True) if key in theirs]
    assert np.mean(same) >= 0.998


def beside(points: pa.Table) -> dict[str, np.ndarray]:
    """Our columns and the published ones, row by row."""
    theirs = published()
    rows = [(row, theirs[row["state"], row["session"]]) for row in points.to_pylist()]
    return {
        "session": np.array([row["session"] for row, _ in rows]),
        "mean": np.array([row["mean"] for row, _ in rows]),
        "width": np.array([row["q95"] - row["q05"] for row, _ in rows]),
        "their mean": np.array([float(other["IdealPoint"]) for _, other in rows]),
        "their width": np.array([float(other["Q95%"]) - float(other["Q5%"]) for _, other in rows]),
    }


@needs_numba
def test_the_late_sessions_give_the_published_points_and_intervals_whatever_the_seed() -> None:
    found = panel_of_record(LATE)
    settings = [Settings(seed=seed, burn_in=300, iterations=1_000, thin=5) for seed in (1, 2)]
    drawn = [estimate(found, settings=each) for each in settings]
    points = [summary(found, each.theta) for each in drawn]
    assert np.corrcoef(points[0]["mean"], points[1]["mean"])[0, 1] >= 0.995
    assert convergence(points[0], drawn[0].theta).chain_correlation >= 0.995
    both = beside(points[0])
    for session in LATE:
        here = both["session"] == session
        assert np.corrcoef(both["mean"][here], both["their mean"][here])[0, 1] >= 0.995, session
    # Standardised over fourteen sessions instead of all, the unit is another: compare intervals in their own spread.
    ours, theirs = (both[f"{whose}width"].mean() / both[f"{whose}mean"].std() for whose in ("", "their "))
    assert ours == pytest.approx(theirs, rel=0.06)
