"""Reading for a review: the snapshot of the register, and the rows beneath it."""

from secretariat.review.queries.rows import (
    DoubtfulRow,
    NewRow,
    doubtful_rows,
    new_rows,
    row_lines,
    snapshot_hash,
    standing_counts,
)
from secretariat.review.queries.snapshot import SessionPace, Snapshot

__all__ = [
    "DoubtfulRow",
    "NewRow",
    "SessionPace",
    "Snapshot",
    "doubtful_rows",
    "new_rows",
    "row_lines",
    "snapshot_hash",
    "standing_counts",
]
