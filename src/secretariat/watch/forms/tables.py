"""Delimited files of any size as batches of text columns, and misfits with the line they stand on."""

import zipfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from secretariat.sources.lake import Quarantine, Reading, UnableToImport, header_of, rows_of
from secretariat.sources.lake.readings import SHOWN, blocks_of
from secretariat.watch.forms.columns import Columns, Misfit

_BLOCK = 4 * 1024 * 1024
_LONGEST = 32 * 1024 * 1024
"""A block grows up to this where a single row is longer than a block."""

_THREADS, _AHEAD = 2, 3
"""Batches are converted by so many threads, and as many wait at most: memory does not grow with the file."""

Convert = Callable[[Columns], dict[str, pa.Array]]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out: its delimiter, the columns that must be there, those that are read where they are.

    ``names`` are the columns of a file without a header, in their order. ``quoted`` says whether a quotation mark
    opens a quoted field.
    """

    required: tuple[str, ...]
    wanted: tuple[str, ...] = ()
    delimiter: str = ","
    names: tuple[str, ...] = ()
    quoted: bool = True


@dataclass(slots=True)
class _Found:
    """What a pass over a file found wrong."""

    misfits: list[Misfit] = field(default_factory=list)
    count: int = 0
    odd_rows: int = 0


def _plain_text(path: Path) -> None:
    """Refuse a file with a NUL byte: the fast reader would keep it. Raises :class:`UnableToImport`."""
    if path.stat().st_size == 0:
        msg = f"{path.name}: the file is empty"
        raise UnableToImport(msg)
    for number, block in enumerate(blocks_of(path)):
        if (place := block.find(b"\0")) >= 0:
            before = sum(each.count(b"\n") for each in islice(blocks_of(path), number))
            line = before + block.count(b"\n", 0, place) + 1
            msg = f"{path.name}:{line}: a NUL byte, expected UTF-8 text"
            raise UnableToImport(msg)


def _rows(path: Path, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """Each row with its line, one at a time; where nothing is quoted, a quotation mark is a letter like others."""
    if layout.quoted:
        yield from rows_of(path, delimiter=layout.delimiter)
        return
    with path.open("rb") as file:
        for line, raw in enumerate(file, start=1):
            try:
                text = raw.decode("utf-8-sig" if line == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                msg = f"{path.name}:{line}: the byte 0x{raw[error.start]:02x} is not UTF-8, expected UTF-8 text"
                raise UnableToImport(msg) from error
            if text:
                yield line, text.split(layout.delimiter)


def _batches(path: Path, layout: Layout, found: _Found) -> Iterator[pa.RecordBatch]:
    def passed_over(_row: object) -> str:
        found.odd_rows += 1
        return "skip"

    names = list(layout.names) or [name.strip() for name in _header(path, layout)]
    chosen = [name for name in dict.fromkeys((*layout.required, *layout.wanted)) if name in names]
    block = _BLOCK
    while True:
        try:
            with arrow_csv.open_csv(
                path,
                read_options=arrow_csv.ReadOptions(
                    column_names=names, skip_rows=0 if layout.names else 1, block_size=block, use_threads=True
                ),
                parse_options=arrow_csv.ParseOptions(
                    delimiter=layout.delimiter,
                    quote_char='"' if layout.quoted else False,
                    newlines_in_values=layout.quoted,
                    invalid_row_handler=passed_over,
                ),
                convert_options=arrow_csv.ConvertOptions(
                    include_columns=chosen,
                    column_types=dict.fromkeys(names, pa.string()),
                    strings_can_be_null=False,
                ),
            ) as reader:
                yield from reader
        except pa.ArrowInvalid as error:
            if "straddling object" in str(error) and block < _LONGEST:
                block *= 8
                continue
            # the slow reader names the line; where it finds nothing wrong the fast one's words must do
            for _ in _rows(path, layout):
                pass
            msg = f"{path.name}: {error}"
            raise UnableToImport(msg) from error
        return


def _header(path: Path, layout: Layout) -> list[str]:
    try:
        _, header = next(rows_of(path, delimiter=layout.delimiter))
    except StopIteration:
        msg = f"{path.name}: the file is empty"
        raise UnableToImport(msg) from None
    header_of(path, header, layout.required)
    return header


def _placed(path: Path, layout: Layout, found: _Found, quarantine: Quarantine) -> None:
    """Put the misfits aside with their lines: a second, slower pass as far as the last that is shown."""
    wanted = {misfit.row: misfit for misfit in found.misfits}
    width = len(layout.names) or len(_header(path, layout))
    index, odd = -1 if layout.names else -2, 0
    for line, row in _rows(path, layout):
        if len(row) != width:
            odd += 1
            quarantine.put(line, "", f"{len(row)} fields", f"{width}", layout.delimiter.join(row))
            continue
        index += 1
        if (misfit := wanted.pop(index, None)) is not None:
            quarantine.put(line, misfit.column, misfit.wrong, misfit.expected, misfit.text)
        if not wanted and odd == found.odd_rows:
            break
    quarantine.count = found.count + found.odd_rows


def _unpacked(path: Path, folder: Path) -> Path:
    """The one table inside a zip file."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith((".csv", ".txt", ".tsv"))]
            if len(names) != 1:
                msg = f"{path.name}: holds {len(names)} tables, expected one .csv"
                raise UnableToImport(msg)
            return Path(archive.extract(names[0], folder))
    except zipfile.BadZipFile as error:
        msg = f"{path.name}: is no zip file: {error}"
        raise UnableToImport(msg) from error


def _converted(
    batches: Iterable[pa.RecordBatch], schema: pa.Schema, convert: Convert
) -> Iterator[tuple[Columns, pa.RecordBatch]]:
    """Batches with their columns made, in the order of the file, while whoever takes them does something else.

    Arrow lets go of Python's lock while it works, so that threads are enough.
    """

    def work(columns: Columns) -> tuple[Columns, pa.RecordBatch]:
        values = convert(columns)
        whole = pa.RecordBatch.from_arrays([values[each.name].cast(each.type) for each in schema], schema=schema)
        return columns, whole.filter(pa.array(~columns.bad)) if columns.bad.any() else whole

    waiting: deque[Future[tuple[Columns, pa.RecordBatch]]] = deque()
    offset = 0
    with ThreadPoolExecutor(_THREADS) as threads:
        for batch in batches:
            waiting.append(threads.submit(work, Columns(batch, offset)))
            offset += batch.num_rows
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_table(path: Path, layout: Layout, *, schema: pa.Schema, convert: Convert, name: str) -> Reading:
    """A delimited file (or a zip file with one) as a stream of one table; rows that do not fit are put aside.

    ``convert`` makes the columns of ``schema`` from columns of text. Raises :class:`UnableToImport` where the file
    cannot be read at all or a column is missing.
    """
    quarantine = Quarantine(path.name)

    def batches() -> Iterator[pa.RecordBatch]:
        with TemporaryDirectory() as folder:
            file = _unpacked(path, Path(folder)) if path.suffix.lower() == ".zip" else path
            _plain_text(file)
            found = _Found()
            for columns, batch in _converted(_batches(file, layout, found), schema, convert):
                found.count += int(columns.bad.sum())
                found.misfits += columns.misfits[: max(0, SHOWN - len(found.misfits))]
                yield batch
            if found.count or found.odd_rows:
                _placed(file, layout, found, quarantine)

    if path.suffix.lower() != ".zip" and not layout.names:
        _header(path, layout)
    return Reading({name: pa.RecordBatchReader.from_batches(schema, batches())}, quarantine)


def one_value(value: str | bool | None, type_: pa.DataType, rows: int) -> pa.Array:  # noqa: FBT001  # the value of a cell
    """A column that says the same in every row."""
    return pa.nulls(rows, type_) if value is None else pa.repeat(pa.scalar(value, type_), rows)


def lists_of(columns: Sequence[pa.Array]) -> pa.Array:
    """A column of lists from columns of text, without the empty ones."""
    there = np.stack([np.asarray(pc.is_valid(each).to_numpy(zero_copy_only=False)) for each in columns], axis=1)
    offsets = np.concatenate([[0], np.cumsum(there.sum(axis=1))]).astype(np.int32)
    rows, places = np.nonzero(there)
    together = pa.concat_arrays([each.cast(pa.string()) for each in columns])
    return pa.ListArray.from_arrays(pa.array(offsets), pc.take(together, pa.array(places * len(there) + rows)))
