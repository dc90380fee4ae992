"""Tables of events with where each lies: distance, side and segment, or why it cannot be said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from secretariat.watch.measures.assignment import INSIDE, OUTSIDE, Assigned, Surroundings, assign
from secretariat.watch.measures.boundaries import Boundaries
from secretariat.watch.measures.places import imprecise, place_conflicts
from secretariat.watch.measures.topology import Floats
from secretariat.watch.rules.places import PlaceName


class Side(StrEnum):
    """On which side of the perimeter something lies."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class Unlocated(StrEnum):
    """Why it cannot be said which segment something is near."""

    NO_COORDINATES = "no_coordinates"
    IMPRECISE = "imprecise"
    PLACE_CONFLICT = "place_conflict"


COLUMNS = pa.schema(
    [
        ("distance_km", pa.float64()),
        ("side", pa.string()),
        ("segment", pa.string()),
        ("near", pa.bool_()),
        ("unlocated", pa.string()),
    ]
)
"""What is added: null where it cannot be said; ``near`` is within the limit; ``unlocated`` says why, where it is so."""


@dataclass(frozen=True)
class Locator:
    """All that locating takes: the perimeter made ready, the boundaries, the names that tell, and the limit in km."""

    around: Surroundings
    boundaries: Boundaries
    gazetteer: tuple[PlaceName, ...]
    within_km: float

    def __post_init__(self) -> None:
        if not 0 < self.within_km < np.inf:
            msg = f"{self.within_km} km is no distance to be within"
            raise ValueError(msg)


def _degrees(column: pa.ChunkedArray | pa.Array) -> Floats:
    return np.asarray(column.cast(pa.float64()).to_numpy(zero_copy_only=False), dtype=np.float64)


def _reasons(locator: Locator, batch: pa.RecordBatch, longitudes: Floats, latitudes: Floats) -> NDArray[np.int8]:
    """For each row the number of its reason among :class:`Unlocated`, counted from one; nought where there is none."""
    reasons = np.zeros(batch.num_rows, dtype=np.int8)
    names = set(batch.schema.names)
    if "place" in names:
        reasons[
            place_conflicts(
                locator.gazetteer,
                locator.boundaries,
                places=batch.column("place").cast(pa.string()),
                longitudes=longitudes,
                latitudes=latitudes,
            )
        ] = 3
    if "place_precision" in names:
        reasons[imprecise(batch.column("place_precision").cast(pa.string()))] = 2
    with np.errstate(invalid="ignore"):
        reasons[~((np.abs(longitudes) <= 180.0) & (np.abs(latitudes) <= 90.0))] = 1  # noqa: PLR2004  # degrees
    return reasons


def located(locator: Locator, batch: pa.RecordBatch) -> pa.RecordBatch:
    """A batch with the columns ``lon`` and ``lat``, and those of :data:`COLUMNS` added.

    ``place`` and ``place_precision`` count where they are there.
    """
    longitudes, latitudes = _degrees(batch.column("lon")), _degrees(batch.column("lat"))
    reasons = _reasons(locator, batch, longitudes, latitudes)
    found = assign(locator.around, longitudes, latitudes, within_km=locator.within_km, locatable=reasons == 0)
    added = _columns(locator, found, reasons)
    return pa.RecordBatch.from_arrays(
        [*batch.columns, *added], schema=pa.schema([*batch.schema, *COLUMNS], metadata=batch.schema.metadata)
    )


def _words(words: list[str], numbers: NDArray[np.int8] | NDArray[np.int16], known: NDArray[np.bool_]) -> pa.Array:
    chosen = pa.array(np.where(known, numbers, 0), mask=~known)
    return pa.DictionaryArray.from_arrays(chosen, pa.array(words or [""])).cast(pa.string())


def _columns(locator: Locator, found: Assigned, reasons: NDArray[np.int8]) -> list[pa.Array]:
    known = found.side != -1
    sides = [""] * 2
    sides[INSIDE], sides[OUTSIDE] = Side.INSIDE.value, Side.OUTSIDE.value
    return [
        pa.array(found.km, mask=~known),
        _words(sides, found.side, known),
        _words([segment.id for segment in locator.around.segments], found.segment, known),
        pa.array(found.within, mask=~known),
        _words(["", *(reason.value for reason in Unlocated)], reasons, reasons > 0),
    ]


@dataclass(frozen=True, slots=True)
class SegmentCount:
    """Rows near one segment, by side."""

    segment: str
    inside: int
    outside: int


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows lie where: near each segment, elsewhere, and not locatable by reason. They add up to ``rows``."""

    rows: int
    near: tuple[SegmentCount, ...]
    elsewhere: int
    unlocated: dict[str, int]


def summary(locator: Locator, batches: Iterable[pa.RecordBatch]) -> Summary:
    """Count located batches."""
    ids = [segment.id for segment in locator.around.segments]
    near = {(segment, side): 0 for segment in ids for side in Side}
    reasons = {reason.value: 0 for reason in Unlocated}
    rows = elsewhere = 0
    for batch in batches:
        rows += batch.num_rows
        table = pa.table({name: batch.column(name) for name in COLUMNS.names})
        for each in table.group_by(["segment", "side", "near", "unlocated"]).aggregate([([], "count_all")]).to_pylist():
            if each["unlocated"] is not None:
                reasons[each["unlocated"]] += each["count_all"]
            elif each["near"]:
                near[each["segment"], Side(each["side"])] += each["count_all"]
            else:
                elsewhere += each["count_all"]
    counts = (SegmentCount(each, near[each, Side.INSIDE], near[each, Side.OUTSIDE]) for each in ids)
    return Summary(rows, tuple(each for each in counts if each.inside or each.outside), elsewhere, reasons)


def located_all(locator: Locator, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Batches one after the other, so that a file of any length takes little memory."""
    return (located(locator, batch) for batch in batches)
