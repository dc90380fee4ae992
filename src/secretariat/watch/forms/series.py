"""Monthly series of a region that a source gives ready made: one row a month, unknown months left out.

The options say what the file does not: ``region``, ``kind``, ``unit`` and ``source``; ``value`` names the column of the
figure, ``month`` that of the month (``2011-05``).
"""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from secretariat.sources.lake import Importer, Reading, UnableToImport
from secretariat.watch.forms.columns import Columns
from secretariat.watch.forms.tables import Layout, one_value, read_table

SERIES = pa.schema(
    [
        ("region", pa.string()),
        ("kind", pa.string()),
        ("unit", pa.string()),
        ("source", pa.string()),
        ("month", pa.date32()),
        ("month_end", pa.date32()),
        ("value", pa.int32()),
    ]
)
"""``month`` is the first day, ``month_end`` the last: a figure of a month is not known before the month has ended."""
_SAID = ("region", "kind", "unit", "source")
OPTIONS = (*_SAID, "month", "value")


def _convert(columns: Columns, options: Mapping[str, str], month: str, value: str) -> dict[str, pa.Array]:
    rows = columns.batch.num_rows
    text = columns.text(month, required=True, expected="a month such as 2011-05")
    first = Columns(pa.RecordBatch.from_pydict({month: pc.binary_join_element_wise(text, "01", "-")}), columns.offset)
    start = first.day(month)
    columns.bad |= first.bad
    columns.misfits += first.misfits
    next_month = pc.add(start.cast(pa.timestamp("s")), pa.scalar(_LONGEST_MONTH, pa.duration("s")))
    end = pc.subtract(pc.floor_temporal(next_month, unit="month"), pa.scalar(_DAY, pa.duration("s")))
    return {
        **{name: one_value(options[name], pa.string(), rows) for name in _SAID},
        "month": start,
        "month_end": end.cast(pa.date32()),
        "value": columns.whole(value, required=True, low=0),
    }


_DAY = 86_400
_LONGEST_MONTH = 31 * _DAY


def read(path: Path, options: Mapping[str, str]) -> Reading:
    """The months of one series. Raises ``UnableToImport`` where an option is missing."""
    if missing := [name for name in _SAID if not options.get(name)]:
        msg = f"the option {missing[0]} is missing, expected {', '.join(_SAID)}"
        raise UnableToImport(msg)
    month, value = options.get("month", "month"), options.get("value", "value")
    return read_table(
        path,
        Layout((month, value)),
        schema=SERIES,
        convert=lambda columns: _convert(columns, options, month, value),
        name="series",
    )


MONTHLY = Importer("monthly-series", 1, "region-series", read, options=OPTIONS)
