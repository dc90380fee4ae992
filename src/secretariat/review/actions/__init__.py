"""Writing reviews; the way of an edition is in :mod:`.editions` and :mod:`.comments`."""

from secretariat.review.actions.writing import (
    COMPUTING,
    DRAWING,
    GATHERING,
    READING,
    SETTING,
    UnableToReview,
    Written,
    write_review,
)

__all__ = [
    "COMPUTING",
    "DRAWING",
    "GATHERING",
    "READING",
    "SETTING",
    "UnableToReview",
    "Written",
    "write_review",
]
