"""The one schema of events that every adapter fills, and hashes of what a source said."""

from collections.abc import Sequence
from hashlib import blake2b

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
    """One hash a row over all that a source said: two releases say the same of an event where they are equal."""
    joined = pc.binary_join_element_wise(
        *(pc.fill_null(pc.cast(column, pa.string()), "") for column in columns), "\x1f"
    )
    return pa.array([blake2b(row.encode(), digest_size=16).hexdigest() for row in joined.to_pylist()], pa.string())


def flags_of(masks: dict[str, pa.Array]) -> pa.Array:
    """A column of lists of flags from columns of truth values; null counts as false."""
    names = list(masks)
    columns = [pc.fill_null(mask, fill_value=False).to_pylist() for mask in masks.values()]
    none: list[str] = []
    rows = (
        [name for name, is_so in zip(names, row, strict=True) if is_so] if any(row) else none
        for row in zip(*columns, strict=True)
    )
    return pa.array(list(rows), pa.list_(pa.string()))
