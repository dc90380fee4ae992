"""Ballots as a matrix: what numpy kernels work on."""

from collections.abc import Collection
from dataclasses import dataclass

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True, slots=True)
class Panel:
    """Votes of ``states`` (columns, by code) in ``rollcalls`` (rows, by identifier).

    ``places`` is an int8 matrix: 1 yes, 2 abstain, 3 no, 0 where no vote was cast. ``sessions`` has the session of
    each row, or nothing where the ballots had no such column.
    """

    rollcalls: npt.NDArray[np.str_]
    states: npt.NDArray[np.str_]
    places: npt.NDArray[np.int8]
    sessions: npt.NDArray[np.int16] | None = None

    def of(self, group: Collection[str]) -> "Panel":
        """The columns of some states; one that never voted has none."""
        wanted = np.isin(self.states, list(group))
        return Panel(self.rollcalls, self.states[wanted], self.places[:, wanted], self.sessions)


def panel(ballots: ir.Table) -> Panel:
    """The matrix of ballots (``rollcall``, ``state``, ``place``, perhaps ``session``). One query."""
    wanted = [name for name in ("rollcall", "state", "place", "session") if name in ballots.columns]
    return panel_of(ballots.select(*wanted).to_pyarrow())


def panel_of(ballots: pa.Table) -> Panel:
    """The matrix of ballots that are already in memory; a second vote of a state in a roll call replaces the first."""
    rollcalls, row = _numbered(ballots["rollcall"])
    states, column = _numbered(ballots["state"])
    places = np.zeros((len(rollcalls), len(states)), dtype=np.int8)
    places[row, column] = ballots["place"].to_numpy()
    if "session" not in ballots.column_names:
        return Panel(rollcalls, states, places)
    sessions = np.zeros(len(rollcalls), dtype=np.int16)
    sessions[row] = ballots["session"].to_numpy()
    return Panel(rollcalls, states, places, sessions)


def _numbered(column: pa.ChunkedArray) -> tuple[npt.NDArray[np.str_], npt.NDArray[np.intp]]:
    """The distinct texts of a column in order, and the number of each row's text among them."""
    encoded = pc.dictionary_encode(column).combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):  # an empty column has no chunk to combine
        encoded = encoded.chunk(0) if encoded.num_chunks else pa.array([], pa.dictionary(pa.int32(), pa.string()))
    words = np.array(encoded.dictionary.to_pylist(), dtype=np.str_)
    order = np.argsort(words, kind="stable")
    place = np.empty(len(words), dtype=np.intp)
    place[order] = np.arange(len(words))
    return words[order], place[encoded.indices.to_numpy()]
