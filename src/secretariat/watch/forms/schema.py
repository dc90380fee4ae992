"""The one schema of events that every adapter fills, and hashes of what a source said."""

from collections.abc import Sequence

import numpy as np
import pandas as pd  # type: ignore[import-untyped]  # ships no types
import pyarrow as pa
import pyarrow.compute as pc

EVENTS = pa.schema(
    [
        ("event_id", pa.string()),
        ("source", pa.string()),
        ("release", pa.string()),
        ("start", pa.date32()),
        ("end", pa.date32()),
        ("date_precision", pa.string()),
        ("lon", pa.float64()),
        ("lat", pa.float64()),
        ("place_precision", pa.string()),
        ("place", pa.string()),
        ("country", pa.string()),
        ("kind", pa.string()),
        ("actors", pa.list_(pa.string())),
        ("low", pa.int32()),
        ("best", pa.int32()),
        ("high", pa.int32()),
        ("retracted", pa.bool_()),
        ("flags", pa.list_(pa.string())),
        ("payload_hash", pa.string()),
        ("figure", pa.float64()),
        ("unit", pa.string()),
        ("standing", pa.string()),
        ("url", pa.string()),
        ("note", pa.string()),
        ("updated", pa.string()),
    ]
)
"""Days and numbers are null where the source does not say; ``end`` is the last day; places are degrees (WGS84).
``updated`` orders versions inside one file, where a source has them."""


def payload_hashes(columns: Sequence[pa.Array]) -> pa.Array:
    """One hash a row over all that a source said: two releases say the same of an event where they are equal.

    64 bits of SipHash with a fixed key: enough to tell two versions of one event apart, and no proof against anybody.
    """
    joined = pc.binary_join_element_wise(
        *(pc.fill_null(pc.cast(column, pa.string()), "") for column in columns), "\x1f"
    )
    hashes = pd.util.hash_array(joined.to_numpy(zero_copy_only=False), categorize=False)
    return pc.cast(pa.array(hashes), pa.string())


def flags_of(masks: dict[str, pa.Array]) -> pa.Array:
    """A column of lists of flags from columns of truth values; null counts as false."""
    raised = np.stack(
        [np.asarray(pc.fill_null(mask, fill_value=False).to_numpy(zero_copy_only=False)) for mask in masks.values()],
        axis=1,
    )
    words = pa.array([str(name) for name in masks], pa.string())
    offsets = np.concatenate([[0], np.cumsum(raised.sum(axis=1))]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), pc.take(words, pa.array(np.nonzero(raised)[1])))
