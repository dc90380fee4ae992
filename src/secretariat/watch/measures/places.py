"""Places that cannot be what a source says: a name known in one state with coordinates in another."""

import re
from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from secretariat.watch.measures.boundaries import Boundaries, covers
from secretariat.watch.measures.topology import Floats
from secretariat.watch.rules.places import PlaceName

IMPRECISE = frozenset({"admin2", "admin1", "country", "unknown"})
"""Precisions of a place that say nothing about how near a segment it is."""


def named(places: pa.Array | pa.ChunkedArray, name: str) -> NDArray[np.bool_]:
    """Which places bear a name as words of their own, whatever the case."""
    pattern = rf"(?i)(^|[^\pL\pN]){re.escape(name)}($|[^\pL\pN])"
    found = pc.fill_null(pc.match_substring_regex(places, pattern), False)  # noqa: FBT003  # Arrow's own signature
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)


def place_conflicts(
    gazetteer: Iterable[PlaceName],
    boundaries: Boundaries,
    *,
    places: pa.Array | pa.ChunkedArray,
    longitudes: Floats,
    latitudes: Floats,
) -> NDArray[np.bool_]:
    """Which points bear a name that is known in a state whose territory does not contain them.

    A point without coordinates is in no conflict.
    """
    conflict = np.zeros(len(longitudes), dtype=np.bool_)
    for entry in gazetteer:
        chosen = np.flatnonzero(named(places, entry.name) & np.isfinite(longitudes) & np.isfinite(latitudes))
        if len(chosen):
            conflict[chosen] |= ~covers(boundaries.shape(entry.state), longitudes[chosen], latitudes[chosen])
    return conflict


def imprecise(precisions: pa.Array | pa.ChunkedArray) -> NDArray[np.bool_]:
    """Which places are too vague to say which segment they are near; one without a precision is taken as exact."""
    known = pc.is_in(precisions, value_set=pa.array(sorted(IMPRECISE), type=pa.string()))
    return np.asarray(known.to_numpy(zero_copy_only=False), dtype=np.bool_)
