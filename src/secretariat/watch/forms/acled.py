"""The Armed Conflict Location and Event Data Project: 31 columns since 2023. A connector: no row of it is shipped.

The same event comes again with a later ``timestamp`` when it was changed; the newest counts. Its list of deleted
events (a column ``event_id_cnty`` and little else) is read with the option ``deleted``: each is a retraction.
"""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from secretariat.sources.lake import Importer, Reading
from secretariat.watch.forms.columns import Columns
from secretariat.watch.forms.schema import EVENTS, payload_hashes
from secretariat.watch.forms.tables import Layout, lists_of, one_value, read_table
from secretariat.watch.rules import adapters
from secretariat.watch.rules.countries import BY_ISO_NUMBER
from secretariat.watch.rules.events import DatePrecision, PlacePrecision

DAYS = {"1": DatePrecision.DAY, "2": DatePrecision.WEEK, "3": DatePrecision.MONTH}
PLACES = {"1": PlacePrecision.EXACT, "2": PlacePrecision.NEAR, "3": PlacePrecision.ADMIN1}
_REQUIRED = (
    "event_id_cnty",
    "event_date",
    "time_precision",
    "event_type",
    "iso",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "fatalities",
    "timestamp",
)
_WANTED = ("sub_event_type", "actor1", "actor2", "admin1", "country", "source", "notes")


def _convert(columns: Columns, release: str) -> dict[str, pa.Array]:
    rows = columns.batch.num_rows
    day, deaths = columns.day("event_date"), columns.whole("fatalities", required=True, low=0)
    return {
        "event_id": columns.text("event_id_cnty", required=True),
        "source": one_value("acled", pa.string(), rows),
        "release": one_value(release, pa.string(), rows),
        "start": day,
        "end": day,
        "date_precision": columns.coded("time_precision", dict(DAYS), required=True),
        "lon": columns.decimal("longitude", low=-180, high=180),
        "lat": columns.decimal("latitude", low=-90, high=90),
        "place_precision": columns.coded("geo_precision", dict(PLACES), required=True),
        "place": columns.text("location"),
        "country": columns.coded("iso", dict(BY_ISO_NUMBER), strict=False),
        "kind": columns.text("event_type", required=True),
        "actors": lists_of([columns.text("actor1"), columns.text("actor2")]),
        "low": one_value(None, pa.int32(), rows),
        "best": deaths,
        "high": one_value(None, pa.int32(), rows),
        "retracted": one_value(False, pa.bool_(), rows),  # noqa: FBT003  # the value of a cell
        "flags": pa.array([[]] * rows, pa.list_(pa.string())),
        "payload_hash": payload_hashes([columns.text(name) for name in (*_REQUIRED, *_WANTED)]),
        "figure": one_value(None, pa.float64(), rows),
        "unit": one_value(None, pa.string(), rows),
        "standing": one_value(None, pa.string(), rows),
        "url": one_value(None, pa.string(), rows),
        "note": columns.text("sub_event_type"),
        "updated": columns.text("timestamp", required=True),
    }


def _retracted(columns: Columns, release: str) -> dict[str, pa.Array]:
    rows = columns.batch.num_rows
    values = {each.name: pa.nulls(rows, each.type) for each in EVENTS}
    return values | {
        "event_id": columns.text("event_id_cnty", required=True),
        "source": one_value("acled", pa.string(), rows),
        "release": one_value(release, pa.string(), rows),
        "retracted": one_value(True, pa.bool_(), rows),  # noqa: FBT003  # the value of a cell
        "updated": columns.text("deleted_timestamp"),
    }


def read(path: Path, options: Mapping[str, str]) -> Reading:
    """Events, or with ``deleted=yes`` the list of deleted ones; the option ``release`` names the retrieval."""
    release = options.get("release", "")
    if options.get("deleted") == "yes":
        layout = Layout(("event_id_cnty",), ("deleted_timestamp",))
        return read_table(
            path, layout, schema=EVENTS, convert=lambda columns: _retracted(columns, release), name="events"
        )
    return read_table(
        path,
        Layout(_REQUIRED, _WANTED),
        schema=EVENTS,
        convert=lambda columns: _convert(columns, release),
        name="events",
    )


ACLED = Importer(adapters.ACLED.name, 1, "acled", read, options=("release", "deleted"))
