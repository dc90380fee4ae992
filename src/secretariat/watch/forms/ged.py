"""UCDP's Georeferenced Event Dataset: 49 columns, CSV or a zip file with it.

Codebook: Sundberg and Melander, "Introducing the UCDP Georeferenced Event Dataset", Journal of Peace Research 50
(2013), and the codebook of each release. Codes and ids are numbers in some releases and text in others. A best figure
below the low or above the high one is flagged and kept, and so is a number of sources of -1 (not counted).
"""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from secretariat.sources.lake import Importer, Reading
from secretariat.watch.forms.columns import Columns
from secretariat.watch.forms.schema import EVENTS, flags_of, payload_hashes
from secretariat.watch.forms.tables import Layout, lists_of, one_value, read_table
from secretariat.watch.rules import adapters
from secretariat.watch.rules.countries import BY_GLEDITSCH_WARD
from secretariat.watch.rules.events import DatePrecision, Flag, PlacePrecision

KINDS = {"1": "state_based", "2": "non_state", "3": "one_sided"}
PLACES = {
    "1": PlacePrecision.EXACT,
    "2": PlacePrecision.NEAR,
    "3": PlacePrecision.ADMIN2,
    "4": PlacePrecision.ADMIN1,
    "5": PlacePrecision.AREA,
    "6": PlacePrecision.COUNTRY,
    "7": PlacePrecision.UNKNOWN,
}
"""``where_prec``: 7 is international water or airspace."""
DAYS = {
    "1": DatePrecision.DAY,
    "2": DatePrecision.WEEK,
    "3": DatePrecision.WEEK,
    "4": DatePrecision.MONTH,
    "5": DatePrecision.YEAR,
}
_REQUIRED = (
    "id",
    "type_of_violence",
    "where_prec",
    "where_coordinates",
    "latitude",
    "longitude",
    "country",
    "country_id",
    "date_prec",
    "date_start",
    "date_end",
    "best",
    "high",
    "low",
)
_WANTED = ("side_a", "side_b", "number_of_sources", "conflict_name", "adm_1", "event_clarity")


def _convert(columns: Columns, release: str) -> dict[str, pa.Array]:
    rows = columns.batch.num_rows
    start, end = columns.day("date_start"), columns.day("date_end")
    columns.note("date_end", pc.less(end, start), "{text} is before date_start", "the last day of the event")
    low, best, high = (columns.whole(name, required=True, low=0) for name in ("low", "best", "high"))
    sources = columns.whole("number_of_sources")
    return {
        "event_id": pc.replace_substring_regex(columns.text("id", required=True), r"\.0+$", ""),
        "source": one_value("ucdp-ged", pa.string(), rows),
        "release": one_value(release, pa.string(), rows),
        "start": start,
        "end": end,
        "date_precision": columns.coded("date_prec", dict(DAYS), required=True),
        "lon": columns.decimal("longitude", low=-180, high=180),
        "lat": columns.decimal("latitude", low=-90, high=90),
        "place_precision": columns.coded("where_prec", dict(PLACES), required=True),
        "place": columns.text("where_coordinates"),
        "country": columns.coded("country_id", dict(BY_GLEDITSCH_WARD), strict=False),
        "kind": columns.coded("type_of_violence", dict(KINDS), required=True),
        "actors": lists_of([columns.text("side_a"), columns.text("side_b")]),
        "low": low,
        "best": best,
        "high": high,
        "retracted": one_value(False, pa.bool_(), rows),  # noqa: FBT003  # the value of a cell
        "flags": flags_of(
            {
                Flag.BEST_BELOW_LOW: pc.less(best, low),
                Flag.BEST_ABOVE_HIGH: pc.greater(best, high),
                Flag.NO_SOURCE_COUNTED: pc.equal(sources, -1),
            }
        ),
        "payload_hash": payload_hashes([columns.text(name) for name in (*_REQUIRED, *_WANTED)]),
        "figure": one_value(None, pa.float64(), rows),
        "unit": one_value(None, pa.string(), rows),
        "standing": one_value(None, pa.string(), rows),
        "url": one_value(None, pa.string(), rows),
        "note": columns.text("conflict_name"),
        "updated": one_value(None, pa.string(), rows),
    }


def read(path: Path, options: Mapping[str, str]) -> Reading:
    """Events of one release; the option ``release`` names it."""
    release = options.get("release", "")
    layout = Layout(_REQUIRED, _WANTED)
    return read_table(path, layout, schema=EVENTS, convert=lambda columns: _convert(columns, release), name="events")


GED = Importer(adapters.GED.name, 1, "ucdp-ged", read, options=("release",))
