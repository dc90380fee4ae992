"""Published ideal points: a CSV file, one row a state and session.

Columns by name, in any order: ``state`` (its code), ``session``, ``n`` (votes it was estimated from), ``mean``, and
``q05`` and ``q95``, the bounds of the interval that holds 90 per cent.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from secretariat.sources.lake import (
    Importer,
    Quarantine,
    Reading,
    UnableToImport,
    WrongCell,
    header_of,
    number_in,
    rows_of,
)

DATASET = "unga-ideal-points"
COLUMNS = ("state", "session", "n", "mean", "q05", "q95")
POINTS = pa.schema(
    [
        pa.field("state", pa.string(), nullable=False),
        pa.field("session", pa.int16(), nullable=False),
        pa.field("n", pa.int32()),
        pa.field("mean", pa.float64(), nullable=False),
        pa.field("q05", pa.float64(), nullable=False),
        pa.field("q95", pa.float64(), nullable=False),
    ]
)
"""One row a state and session; named as the estimates that this software makes itself."""
BATCH = 16_384
MOST = 999
"""No session has a larger number."""
_STATE = re.compile(r"[A-Z]{2,3}")
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{1,12})?", re.ASCII)

Point = tuple[str, int, int | None, float, float, float]


def _decimal(column: str, text: str) -> float:
    if not _NUMBER.fullmatch(text):
        wrong, expected = repr(text), "a decimal number such as -0.4325"
        raise WrongCell(column, wrong, expected)
    return float(text)


def _point(places: Mapping[str, int], cells: list[str], seen: set[tuple[str, int]]) -> Point:
    if len(cells) != len(places):
        wrong, expected = f"{len(cells)} cells", f"{len(places)}, as the header has"
        raise WrongCell(COLUMNS[min(len(cells), len(COLUMNS) - 1)], wrong, expected)
    text = {name: cells[places[name]].strip() for name in COLUMNS}
    session, n = number_in("session", text["session"]), number_in("n", text["n"])
    mean, low, high = (_decimal(name, text[name]) for name in ("mean", "q05", "q95"))
    checks = (
        (not _STATE.fullmatch(text["state"]), "state", repr(text["state"]), "the code of a state"),
        (session is None or not 1 <= session <= MOST, "session", repr(text["session"]), "the number of a session"),
        (n is not None and n < 0, "n", repr(text["n"]), "a number of votes, or nothing"),
        (not low <= mean <= high, "mean", f"{mean} outside [{low}, {high}]", "q05 <= mean <= q95"),
        ((text["state"], session) in seen, "session", f"{text['state']} {session} stands already", "each one once"),
    )
    for is_wrong, column, wrong, expected in checks:
        if is_wrong:
            raise WrongCell(column, wrong, expected)
    return text["state"], session or 0, n, mean, low, high


def _batch(points: list[Point]) -> pa.RecordBatch:
    columns = [
        pa.array(column, POINTS.field(name).type)
        for name, column in zip(POINTS.names, zip(*points, strict=True), strict=True)
    ]
    return pa.record_batch(columns, schema=POINTS)


def read_points(path: Path, _options: Mapping[str, str]) -> Reading:
    """Read a file of ideal points. A row with one wrong cell is put aside as a whole."""
    rows = rows_of(path)
    first = next(rows, None)
    if first is None:
        msg = f"{path.name}:1: the file is empty, expected a header with {', '.join(COLUMNS)}"
        raise UnableToImport(msg)
    places = header_of(path, first[1], COLUMNS)
    quarantine = Quarantine(path.name)

    def batches() -> Iterator[pa.RecordBatch]:
        seen: set[tuple[str, int]] = set()
        waiting: list[Point] = []
        for line, cells in rows:
            try:
                point = _point(places, cells, seen)
            except WrongCell as error:
                quarantine.put(line, error.column, error.wrong, error.expected, ",".join(cells))
                continue
            seen.add(point[:2])
            waiting.append(point)
            if len(waiting) == BATCH:
                yield _batch(waiting)
                waiting = []
        if waiting:
            yield _batch(waiting)

    return Reading({"points": pa.RecordBatchReader.from_batches(POINTS, batches())}, quarantine)


POINTS_CSV = Importer("ideal-points-csv", 1, DATASET, read_points)
