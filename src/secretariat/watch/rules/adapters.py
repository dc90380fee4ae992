"""What each adapter of events says of its rows: what they measure, how complete they are, what a new release does."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Measured(StrEnum):
    """What the number of a source's rows says: how much happened, or how much was reported."""

    EVENTS = "events"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Adapter:
    """``name`` is the importer's, and so the kind of its releases.

    ``census``: it sets out to record every event of its kinds; only on such counts do the rules of arrows and alerts
    rest, a chronology tells what it tells. ``growing``: its releases add to each other; of the others each is complete
    and takes the place of the last.
    """

    name: str
    measured: Measured = Measured.EVENTS
    census: bool = False
    growing: bool = False


GED = Adapter("ucdp-ged", census=True)
ACLED = Adapter("acled", census=True, growing=True)
GDELT = Adapter("gdelt", Measured.ATTENTION, growing=True)
"""Machine-coded from news: one report may stand in several rows."""
PLAIN = Adapter("events")
ADAPTERS = {each.name: each for each in (GED, ACLED, GDELT, PLAIN)}

COUNTS = "counts"
"""The option by which a release of mapped files says what its rows measure."""


def measured(kind: str, options: Mapping[str, str]) -> Measured:
    """What the rows of a release measure, by its importer and its options."""
    return Measured(options.get(COUNTS) or ADAPTERS[kind].measured)
