"""Columns of text become columns of values, a batch at a time; what fits no value is noted with its row and column."""

from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

_WHOLE = r"^[+-]?[0-9]{1,18}(\.0+)?$"
_DECIMAL = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,2})?$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?$"
_SHORT_DAY = r"^[0-9]{8}$"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A cell that fits no value: its row in the file (from 0, without header and empty lines) and what is wrong."""

    row: int
    column: str
    wrong: str
    expected: str
    text: str


def _plain_numbers(text: pa.Array) -> pa.Array | None:
    """Whole numbers where every cell is one: casting is many times as fast as matching. Arrow alone reads ``0x10``."""
    if pc.any(pc.match_substring(text, "x", ignore_case=True)).as_py():
        return None
    try:
        return pc.cast(text, pa.int64())
    except pa.ArrowInvalid:
        return None


def _plain_days(text: pa.Array) -> pa.Array | None:
    """Days where every cell is one in the same short writing, as in nearly every file; none of them a wrong one."""
    lengths = pc.min_max(pc.utf8_length(text)).as_py()
    if lengths["min"] != lengths["max"] or lengths["min"] not in {len("20110531"), len("2011-05-31")}:
        return None
    if lengths["min"] == len("20110531"):
        parts = (pc.utf8_slice_codeunits(text, start, stop) for start, stop in ((0, 4), (4, 6), (6, 8)))
        text = pc.binary_join_element_wise(*parts, "-")
    try:
        return pc.cast(text, pa.date32())
    except pa.ArrowInvalid:
        return None


def _days(text: pa.Array) -> pa.Array:
    """Days as date32; null where the text is none. The calendar's own rules: 30 February is no day."""
    if (plain := _plain_days(text)) is not None:
        return plain
    short = pc.match_substring_regex(text, _SHORT_DAY)
    parts = (pc.utf8_slice_codeunits(text, start, stop) for start, stop in ((0, 4), (4, 6), (6, 8)))
    written = pc.if_else(
        short, pc.binary_join_element_wise(*parts, "-"), pc.utf8_slice_codeunits(text, 0, len("2011-05-31"))
    )
    nothing = pa.scalar(None, pa.string())
    written = pc.if_else(pc.or_(short, pc.match_substring_regex(text, _DAY)), written, nothing)
    instants = pc.strptime(written, format="%Y-%m-%d", unit="s", error_is_null=True)
    # strptime rolls 30 February over into March instead of refusing it
    same = pc.equal(pc.strftime(instants, format="%Y-%m-%d"), written)
    return pc.if_else(same, pc.cast(instants, pa.date32()), pa.scalar(None, pa.date32()))


@dataclass(slots=True)
class Columns:
    """One batch of text columns; ``offset`` is the row of its first line in the file.

    Only ASCII digits make a number: what a spreadsheet or another script writes otherwise is a misfit, and so are NaN
    and Infinity.
    """

    batch: pa.RecordBatch
    offset: int
    misfits: list[Misfit] = field(default_factory=list)
    bad: NDArray[np.bool_] = field(init=False)

    def __post_init__(self) -> None:
        self.bad = np.zeros(self.batch.num_rows, bool)

    def __contains__(self, name: str) -> bool:
        return name in self.batch.schema.names

    def text(self, name: str, *, required: bool = False, expected: str = "a text") -> pa.Array:
        """The trimmed text of a column, null where it is empty; a column that is not there is null throughout."""
        if name not in self:
            return pa.nulls(self.batch.num_rows, pa.string())
        trimmed = pc.utf8_trim_whitespace(self.batch.column(name))
        found = pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)
        if required:
            self._note(name, pc.is_null(found), found, "is empty", expected)
        return found

    def _note(self, name: str, wrong: pa.Array, text: pa.Array, what: str, expected: str) -> None:
        """Mark rows as misfits, each with the first thing that is wrong with it."""
        mask = np.asarray(pc.fill_null(wrong, fill_value=False))
        for index in np.flatnonzero(mask & ~self.bad):
            shown = text[int(index)].as_py() or ""
            said = what.format(text=shown[:40])
            self.misfits.append(Misfit(self.offset + int(index), name, said, expected, shown))
        self.bad |= mask

    def _matched(self, name: str, pattern: str, expected: str, *, required: bool) -> pa.Array:
        text = self.text(name, required=required, expected=expected)
        try:
            # nearly always every cell is a number, and casting is several times as fast as matching
            if pc.all(pc.is_finite(pc.cast(text, pa.float64()))).as_py() is not False and pattern == _DECIMAL:
                return text
        except pa.ArrowInvalid:
            pass
        fits = pc.match_substring_regex(text, pattern)
        self._note(name, pc.invert(fits), text, "{text!r} is none", expected)
        return pc.if_else(fits, text, pa.scalar(None, pa.string()))

    def whole(self, name: str, *, required: bool = False, low: int = -(2**31), high: int = 2**31 - 1) -> pa.Array:
        """Whole numbers of a column as int32, null where it is empty."""
        expected = f"a whole number from {low} to {high}" if low > -(2**31) or high < 2**31 - 1 else "a whole number"
        text = self.text(name, required=required, expected=expected)
        found = _plain_numbers(text)
        if found is None:
            text = self._matched(name, _WHOLE, expected, required=required)
            found = pc.cast(pc.replace_substring_regex(text, r"\.0+$", ""), pa.int64())
        outside = pc.or_(pc.less(found, low), pc.greater(found, high))
        self._note(name, outside, text, "{text} is out of range", expected)
        return pc.cast(pc.if_else(outside, pa.scalar(None, pa.int64()), found), pa.int32())

    def decimal(self, name: str, *, low: float, high: float, required: bool = False) -> pa.Array:
        """Numbers of a column as float64, null where it is empty."""
        expected = f"a number from {low:g} to {high:g}"
        text = self._matched(name, _DECIMAL, expected, required=required)
        found = pc.cast(text, pa.float64())
        outside = pc.or_(pc.less(found, low), pc.greater(found, high))
        self._note(name, outside, text, "{text} is out of range", expected)
        return pc.if_else(outside, pa.scalar(None, pa.float64()), found)

    def day(self, name: str, *, required: bool = True) -> pa.Array:
        """Days of a column, written ``2011-05-31`` (a time after it is passed over) or ``20110531``, as date32."""
        expected = "a day such as 2011-05-31"
        text = self.text(name, required=required, expected=expected)
        # many rows share few days: each is read once
        encoded = text.dictionary_encode()
        found = pc.take(_days(encoded.dictionary), encoded.indices)
        self._note(name, pc.and_(pc.is_valid(text), pc.is_null(found)), text, "{text!r} is no day", expected)
        return found

    def coded(
        self, name: str, values: dict[str, str | None], *, required: bool = False, strict: bool = True
    ) -> pa.Array:
        """A column's codes put into words; a code without a word is a misfit when ``strict``, else null."""
        text = self.text(name, required=required)
        keys, words = pa.array(list(values), pa.string()), pa.array(list(values.values()), pa.string())
        places = pc.index_in(text, keys)
        if strict:
            shown = ", ".join(list(values)[:12])
            self._note(
                name, pc.and_(pc.is_valid(text), pc.is_null(places)), text, "{text!r} is no code", f"one of {shown}"
            )
        return pc.take(words, places)

    def note(self, name: str, wrong: pa.Array, what: str, expected: str) -> None:
        """Mark rows as misfits for a reason that the values of several columns give."""
        self._note(name, wrong, self.text(name), what, expected)
