"""What the page of the watch shows as CSV: half a million events as quickly as they can be sent."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from pyarrow import csv as arrow_csv

from secretariat.watch.queries.shown import Shown
from secretariat.watch.rules.events import DatePrecision, PlacePrecision
from secretariat.watch.views.pages import unit_rows
from secretariat.watch.views.reading import read

CSV_EVENTS = (
    *("event_id", "start", "end", "date_precision", "place", "country", "place_precision", "kind"),
    *("low", "best", "high", "units", "segment", "side", "distance_km", "unlocated"),
)
CSV_UNITS = ("unit", "name", "events", "deaths", "low", "high", "without_figure")
CSV_SHARES = ("unit", "name", "reports", "all_reports", "share")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these would be run by a spreadsheet."""
_FORMULA = r"^[=+\-@\t\r]"
BLOCK = 20_000
"""Rows written and sent at a time."""
DECIMALS = 2
"""Distances are given to ten metres: no boundary data are more precise."""
UNSTATED = {"date_precision": DatePrecision.UNKNOWN.value, "place_precision": PlacePrecision.UNKNOWN.value}
_OPTIONS = arrow_csv.WriteOptions(include_header=False, quoting_style="needed")


def plain_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: texts that begin like one get an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def plain_texts(texts: pa.Array) -> pa.Array:
    """A column of such cells; null stays null."""
    run = pc.match_substring_regex(texts, _FORMULA)
    return pc.if_else(run, pc.binary_join_element_wise("'", texts, ""), texts) if pc.any(run).as_py() else texts


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _lines(header: Sequence[str], rows: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    writer = csv.writer(_Echo(), lineterminator="\n")
    yield writer.writerow(header)
    for row in rows:
        yield writer.writerow([plain_cell(row[name]) for name in header])


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    column = batch.column(name)
    if name in UNSTATED:
        column = pc.fill_null(column, UNSTATED[name])
    if name == "distance_km":
        return pc.round(column, ndigits=DECIMALS)
    return plain_texts(column) if pa.types.is_string(column.type) else column


def event_blocks(found: Shown) -> Iterator[bytes]:
    """The events of a page as CSV, a block at a time; unknown is an empty cell."""
    yield (",".join(CSV_EVENTS) + "\n").encode()
    table = found.table.append_column("units", found.units)
    for batch in table.select(list(CSV_EVENTS)).to_batches(max_chunksize=BLOCK):
        plain = pa.RecordBatch.from_arrays([_column(batch, name) for name in CSV_EVENTS], names=list(CSV_EVENTS))
        sink = pa.BufferOutputStream()
        arrow_csv.write_csv(plain, sink, _OPTIONS)
        yield sink.getvalue().to_pybytes()


def watch_csv(request: HttpRequest) -> HttpResponseBase:
    """Exactly the events that the page lists, on all of its leaves; with ``rows=units``, the table of units."""
    reading = read(request)
    found = reading.shown
    if found is None:
        raise Http404
    lines: Iterator[str] | Iterator[bytes]
    if request.GET.get("rows") == "units":
        units = (
            row | {"unit": row["id"], "name": row["unit_name"].in_language(reading.question.language)}
            for row in unit_rows(reading, found, {})
        )
        lines, name = _lines(CSV_UNITS if found.tabulated.volume is None else CSV_SHARES, units), "units"
    else:
        lines, name = event_blocks(found), "events"
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{reading.asked.dataset}-{name}.csv"'
    return response
