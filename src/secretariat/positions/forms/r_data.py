"""Data frames out of R's own files (.rda, .RData): the part of the format that data sets are published in.

The layout is that of R's manual "R Internals", section "Serialization Formats": a stream of items, each a word of
flags (its type in the low byte) and its content, in big-endian order. Vectors of text are read as Arrow dictionaries,
since a column of a data set holds few different values: 1.7 million of them in two seconds, where a reader that builds
every R object takes a minute.
"""

import bz2
import gzip
import lzma
import struct
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from secretariat.sources.lake import UnableToImport

_MISSING_INT = -(2**31)
_TEXT, _SYMBOL, _PAIRS, _REFERENCE, _NIL = 9, 1, 2, 255, 254
_LOGICAL, _INTEGER, _REAL, _TEXTS, _LIST = 10, 13, 14, 16, 19
_HAS_ATTRIBUTES, _HAS_TAG = 0x200, 0x400
_LATIN1, _BYTE = 0x4000, 0xFF
_ENCODED_SINCE = 3
_OPENERS = ((b"BZh", bz2.decompress), (b"\x1f\x8b", gzip.decompress), (b"\xfd7zXZ", lzma.decompress))
_HEADERS = (b"RDX2\nX\n", b"RDX3\nX\n")


class _Item(NamedTuple):
    """A value with its attributes."""

    value: Any
    attributes: dict[str, Any]


class _Stream:
    """The items of a file, one after the other. Raises ``ValueError`` on one that no data frame holds."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at, self._symbols = data, 0, list[str]()

    def skip(self, count: int) -> None:
        self._at += count

    def word(self) -> int:
        (value,) = struct.unpack_from(">i", self._data, self._at)
        self._at += 4
        return int(value)

    def header(self) -> None:
        version = self.word()
        self.skip(8)
        if version >= _ENCODED_SINCE:
            self.skip(self.word())

    def item(self) -> Any:
        flags = self.word()
        kind = flags & _BYTE
        match kind:
            case 254:
                return None
            case 255:
                return self._symbols[(flags >> 8 or self.word()) - 1]
            case 1:
                self._symbols.append(self._text(self.word()) or "")
                return self._symbols[-1]
            case 9:
                return self._text(flags)
            case 2:
                return self._pairs(flags)
            case 10 | 13 | 14 | 16 | 19:
                value = self._vector(kind)
                return _Item(value, self.item() or {} if flags & _HAS_ATTRIBUTES else {})
        msg = f"an item of R's type {kind}"
        raise ValueError(msg)

    def _text(self, flags: int) -> str | None:
        length = self.word()
        if length < 0:
            return None
        self._at += length
        return self._data[self._at - length : self._at].decode("latin-1" if flags & _LATIN1 else "utf-8")

    def _pairs(self, flags: int) -> dict[str, Any]:
        """A pairlist by its tags; its items follow each other without nesting deeper."""
        found: dict[str, Any] = {}
        while flags & _BYTE == _PAIRS:
            if flags & _HAS_ATTRIBUTES:
                self.item()
            tag = self.item() if flags & _HAS_TAG else str(len(found))
            found[tag] = self.item()
            flags = self.word()
        return found

    def _vector(self, kind: int) -> Any:
        count = self.word()
        if kind in {_LOGICAL, _INTEGER}:
            return self._numbers(">i4", count)
        if kind == _REAL:
            return self._numbers(">f8", count)
        return self._texts(count) if kind == _TEXTS else [self.item() for _ in range(count)]

    def _numbers(self, layout: str, count: int) -> Any:
        values = np.frombuffer(self._data, layout, count, self._at)
        self._at += values.nbytes
        return values.astype(layout.replace(">", "="))

    def _texts(self, count: int) -> pa.DictionaryArray:
        data, at, read = self._data, self._at, struct.Struct(">ii").unpack_from
        codes = np.empty(count, np.int32)
        known: dict[bytes, int] = {}
        for index in range(count):
            flags, length = read(data, at)
            if flags & _BYTE != _TEXT:
                msg = f"an item of R's type {flags & _BYTE} among texts"
                raise ValueError(msg)
            at += 8
            if length < 0:
                codes[index] = -1
                continue
            # The flag of the encoding is part of what tells two texts apart.
            word = data[at : at + length] + (b"\1" if flags & _LATIN1 else b"\0")
            codes[index] = known.setdefault(word, len(known))
            at += length
        self._at = at
        words = [word[:-1].decode("latin-1" if word[-1] else "utf-8") for word in known]
        return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), pa.array(words, pa.string()))


def _column(item: _Item) -> pa.Array:
    """A column of a data frame: numbers with their gaps as nulls, factors and texts as dictionaries."""
    value = item.value
    if "levels" in item.attributes:
        codes = value - 1
        return pa.DictionaryArray.from_arrays(
            pa.array(codes, mask=codes < 0), item.attributes["levels"].value.dictionary_decode()
        )
    if isinstance(value, np.ndarray):
        is_missing = value == _MISSING_INT if value.dtype.kind == "i" else np.isnan(value)
        return pa.array(value, mask=is_missing)
    return value


def data_frames(path: Path) -> dict[str, pa.Table]:
    """The data frames of an R data file by name; dates are days since 1970 as R keeps them.

    Raises :class:`UnableToImport` where the file is none.
    """
    try:
        data = path.read_bytes()
        for magic, opened in _OPENERS:
            if data.startswith(magic):
                data = opened(data)
                break
    except OSError as error:
        msg = f"{path}: cannot be read: {error.strerror or error}"
        raise UnableToImport(msg) from error
    except (ValueError, EOFError, lzma.LZMAError) as error:
        msg = f"{path.name}: the file is damaged: {error}"
        raise UnableToImport(msg) from error
    if not data.startswith(_HEADERS):
        msg = f"{path.name}: is no data file of R, expected one that save() wrote (.rda)"
        raise UnableToImport(msg)
    stream = _Stream(data)
    stream.skip(len(_HEADERS[0]))
    try:
        stream.header()
        return {
            name: pa.table(
                {
                    column: _column(part)
                    for column, part in zip(item.attributes["names"].value.to_pylist(), item.value, strict=True)
                }
            )
            for name, item in stream.item().items()
            if isinstance(item, _Item) and "names" in item.attributes
        }
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, struct.error) as error:
        msg = f"{path.name}: holds {error}, expected data frames alone"
        raise UnableToImport(msg) from error
