"""The engine that reads the lake: DuckDB in the process, or Spark, by the same expressions."""

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings

from secretariat.sources.lake.storing import stored

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa
    from ibis.backends import BaseBackend

_here = threading.local()


class UnableToReadLake(Exception):
    """The snapshot is not in the lake, has no such table, or the engine is not installed."""


def _duckdb() -> "BaseBackend":
    import ibis  # noqa: PLC0415  # half a second that a command without a lake need not pay

    return ibis.duckdb.connect()


def _pyspark() -> "BaseBackend":
    import ibis  # noqa: PLC0415

    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  # an extra of its own
    except ImportError as error:
        msg = "the lake's engine is pyspark, which is not installed: pip install 'secretariat[spark]'"
        raise UnableToReadLake(msg) from error
    # A cluster is chosen as Spark always does it: by spark-defaults.conf, SPARK_REMOTE or the session that is there.
    session = (
        SparkSession.builder.appName("secretariat")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    return ibis.pyspark.connect(session)


ENGINES: Mapping[str, Callable[[], "BaseBackend"]] = {"duckdb": _duckdb, "pyspark": _pyspark}


def connection() -> "BaseBackend":
    """The Ibis connection of this thread, by the engine that ``LAKE_ENGINE`` names. Raises :class:`UnableToReadLake`.

    An expression runs on one connection: take both sides of a join in the same thread.
    """
    engine = str(settings.LAKE_ENGINE)
    kept: dict[str, Any] = _here.__dict__.setdefault("connections", {})
    if engine not in kept:
        if engine not in ENGINES:
            msg = f"SECRETARIAT_LAKE_ENGINE: {engine!r} is not supported, expected one of {', '.join(ENGINES)}"
            raise UnableToReadLake(msg)
        kept[engine] = ENGINES[engine]()
    found: BaseBackend = kept[engine]
    return found


def parts(rows: "ibis.Table", *, size: int) -> "Iterator[pa.Table]":
    """The rows of an expression in parts of ``size`` or a little more: a table of any length takes little memory.

    Read them to their end before the lake is asked for anything else in this thread.
    """
    engine: Any = connection()
    if engine.name == "duckdb":
        # Ibis asks for batches by a name that DuckDB no longer has
        batches = engine.con.sql(engine.compile(rows)).to_arrow_reader(size)
    else:
        batches = rows.to_pyarrow_batches(chunk_size=size)
    # engines hand out what they have, which may be a few rows at a time
    import pyarrow as pa  # noqa: PLC0415  # as above

    gathered: list[pa.RecordBatch] = []
    count = 0
    for batch in batches:
        gathered.append(batch)
        count += batch.num_rows
        if count >= size:
            yield pa.Table.from_batches(gathered)
            gathered, count = [], 0
    if gathered:
        yield pa.Table.from_batches(gathered)


def table(dataset: str, address: str, name: str) -> "ibis.Table":
    """A table of a snapshot, unread. Raises :class:`UnableToReadLake`."""
    snapshot = stored(dataset, address)
    if snapshot is None:
        msg = f"the lake holds no snapshot {address[:12]} of {dataset}; load its pack or add its file again"
        raise UnableToReadLake(msg)
    if name not in snapshot.rows:
        msg = f"{dataset} has no table {name}, expected one of {', '.join(snapshot.rows)}"
        raise UnableToReadLake(msg)
    engine: Any = connection()
    views: dict[tuple[int, str], ibis.Table] = _here.__dict__.setdefault("views", {})
    path = str(snapshot.file(name).resolve())
    if (id(engine), path) not in views:
        # Named after the address: two releases of one data set can stand in one expression.
        view = f"{dataset}_{address[:16]}_{name}".replace("-", "_").replace(".", "_")
        views[id(engine), path] = engine.read_parquet(path, table_name=view)
    return views[id(engine), path]
