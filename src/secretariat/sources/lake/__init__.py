"""The lake: rows by the million, in immutable Parquet files that are read through Ibis.

A snapshot is what one importer made of one source. Its address is a hash of the source's bytes and of everything that
decides what is read from them, so that the same import changes nothing and two different ones never share a folder.
Whether somebody may see a snapshot is decided by its row in the register, not here: read through
:func:`secretariat.sources.queries.lake_rows`.
"""

from secretariat.sources.lake.connecting import UnableToReadLake, connection, parts, table
from secretariat.sources.lake.fetching import Download, RemoteFile, UnableToFetch, fetch
from secretariat.sources.lake.importing import PutAside, Seen, import_snapshot, read_only
from secretariat.sources.lake.lines import WrongCell, day_in, header_of, number_in, rows_of
from secretariat.sources.lake.readings import (
    Importer,
    Quarantine,
    Reading,
    RowProblem,
    UnableToImport,
    sha256_of,
    source_sha256,
)
from secretariat.sources.lake.storing import (
    Damage,
    Stored,
    UnableToStore,
    keep_source,
    kept_source,
    remove,
    snapshots,
    store,
    stored,
    verify,
)

__all__ = [
    "Damage",
    "Download",
    "Importer",
    "PutAside",
    "Quarantine",
    "Reading",
    "RemoteFile",
    "RowProblem",
    "Seen",
    "Stored",
    "UnableToFetch",
    "UnableToImport",
    "UnableToReadLake",
    "UnableToStore",
    "WrongCell",
    "connection",
    "day_in",
    "fetch",
    "header_of",
    "import_snapshot",
    "keep_source",
    "kept_source",
    "number_in",
    "parts",
    "read_only",
    "remove",
    "rows_of",
    "sha256_of",
    "snapshots",
    "source_sha256",
    "store",
    "stored",
    "table",
    "verify",
]
