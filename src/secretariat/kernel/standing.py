"""How firmly a fact stands, and what a conclusion inherits from the facts beneath it."""

from collections.abc import Iterable
from enum import StrEnum


class Standing(StrEnum):
    """The standing of a fact, from the firmest to the weakest."""

    CONFIRMED = "confirmed"
    """Read in the source that is named."""
    DERIVED = "derived"
    """Follows from confirmed facts; no source says it in these words."""
    REPORTED = "reported"
    """Said by somebody, not confirmed by a source of record."""
    DISPUTED = "disputed"
    """The named sources disagree; every value is kept."""
    UNKNOWN = "unknown"
    """Looked for and not found. Unknown is never zero."""


_ORDER = tuple(Standing)


def weakest(standings: Iterable[Standing]) -> Standing:
    """The weakest of some standings; of none at all it is ``unknown``.

    A conclusion is never firmer than the weakest fact it rests on.
    """
    return max(standings, key=_ORDER.index, default=Standing.UNKNOWN)
