"""Resolutions that the Assembly votes on again and again: a file of pairs of roll calls."""

from pathlib import Path

from secretariat.sources.lake import UnableToImport, header_of, rows_of

COLUMNS = ("rcid1", "rcid2")
"""The earlier roll call and the later one on the same text; other columns are passed over."""


def read_repeated(path: Path) -> tuple[tuple[str, str], ...]:
    """The pairs of a comma-separated file with the columns ``rcid1`` and ``rcid2``. Raises ``UnableToImport``."""
    rows = rows_of(path)
    _line, header = next(rows, (1, []))
    places = header_of(path, header, COLUMNS)
    pairs = []
    for line, row in rows:
        if len(row) != len(header):
            msg = f"{path.name}:{line}: {len(row)} columns, expected {len(header)}"
            raise UnableToImport(msg)
        earlier, later = (row[places[name]].strip() for name in COLUMNS)
        for name, value in zip(COLUMNS, (earlier, later), strict=True):
            if not value:
                msg = f"{path.name}:{line}: {name}: is empty, expected the identifier of a roll call"
                raise UnableToImport(msg)
        if earlier == later:
            msg = f"{path.name}:{line}: rcid2: {later} repeats itself, expected another roll call"
            raise UnableToImport(msg)
        pairs.append((earlier, later))
    return tuple(pairs)
