"""All pairs of states in all sessions at once: products of indicator matrices instead of a join of votes with votes.

A test holds it equal to :func:`~secretariat.positions.measures.pairs.pairs`, which says the same as a query.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from secretariat.positions.measures.pairs import COUNTS, MEASURES, pair_measures
from secretariat.positions.measures.panel import Panel

Counts = dict[str, npt.NDArray[np.int64]]


def dyads(panel: Panel, *, by_session: bool = True) -> pa.Table:
    """Each two states with at least one roll call in which both voted: ``a`` < ``b``, ``n``, measures, ``clashes``.

    With ``by_session`` (the panel needs sessions) also ``session``, and the pairs are counted within each; rows stand
    by session, then by ``a`` and ``b``. Undefined measures are null.
    """
    parts = list(_blocks(panel, by_session=by_session))
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]} if parts else {}
    if not columns:
        columns = {name: np.zeros(0, dtype=np.int64) for name in ("session", "first", "second", *COUNTS)}
    measured = pair_measures(columns, _over)
    states = pa.array(panel.states.tolist(), pa.string())
    table = {
        "session": pa.array(columns["session"].astype(np.int16)),
        "a": states.take(pa.array(columns["first"])),
        "b": states.take(pa.array(columns["second"])),
        "n": pa.array(columns["n"]),
        **{name: pa.array(measured[name], from_pandas=True) for name in MEASURES},
        "clashes": pa.array(columns["clashes"]),
    }
    return pa.table(table if by_session else {name: column for name, column in table.items() if name != "session"})


def _blocks(panel: Panel, *, by_session: bool) -> Iterator[Counts]:
    if not by_session:
        yield _counted(panel.places, 0)
        return
    if panel.sessions is None:
        msg = "pairs by session need ballots with a column session"
        raise ValueError(msg)
    for session in np.unique(panel.sessions):
        yield _counted(panel.places[panel.sessions == session], int(session))


def _counted(places: npt.NDArray[np.int8], session: int) -> Counts:
    """The counts of one block from a single product of indicators with themselves.

    Whole numbers up to 2**24 are exact in 32-bit floats, and products of those are fast.
    """
    present = np.flatnonzero((places > 0).any(axis=0))
    here = places[:, present]
    indicators = np.concatenate([here == place for place in (1, 2, 3)], axis=1).astype(np.float32)
    states = len(present)
    met = (indicators.T @ indicators).reshape(3, states, 3, states).transpose(0, 2, 1, 3)
    # met[x, y, a, b]: in how many roll calls a cast x and b cast y
    yes, abstain, no = 0, 1, 2
    together = met.sum(axis=(0, 1))
    first, second = np.nonzero(np.triu(together, k=1))
    pairs = first * states + second
    found = {
        "n": together,
        "same": met[yes, yes] + met[abstain, abstain] + met[no, no],
        "clashes": met[yes, no] + met[no, yes],
        "a_yes": met[yes].sum(axis=0),
        "a_no": met[no].sum(axis=0),
        "b_yes": met[:, yes].sum(axis=0),
        "b_no": met[:, no].sum(axis=0),
    }
    return {
        "session": np.full(len(first), session, dtype=np.int64),
        "first": present[first].astype(np.int64),
        "second": present[second].astype(np.int64),
        **{name: counts.ravel()[pairs].astype(np.int64) for name, counts in found.items()},
    }


def linear_values(panel: Panel, pairs: Sequence[tuple[int, int]]) -> npt.NDArray[np.float64]:
    """1 - distance/2 of each pair (columns, by the numbers of their states) in each roll call (rows).

    Not a number where one of the two cast no vote. The mean of a column is the pair's linear agreement.
    """
    first, second = (panel.places[:, [pair[side] for pair in pairs]].astype(np.float64) for side in (0, 1))
    alike: npt.NDArray[np.float64] = np.where((first > 0) & (second > 0), 1 - np.abs(first - second) / 2, np.nan)
    return alike


def _over(part: npt.NDArray[np.int64], whole: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    found: npt.NDArray[np.float64] = np.full(len(part), np.nan)
    np.divide(part, whole, out=found, where=whole != 0)
    return found
