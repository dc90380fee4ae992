"""GDELT 2.0 events: 61 columns parted by tabs, without a header; places in FIPS 10-4, actors in CAMEO codes.

Machine-coded from news: used as an index of media attention only, as a share of all that was reported, never as a count
of events. The layout is that of the GDELT event codebook, version 2.0 (2015).
"""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from secretariat.sources.lake import Importer, Reading
from secretariat.watch.forms.columns import Columns
from secretariat.watch.forms.schema import EVENTS
from secretariat.watch.forms.tables import Layout, one_value, read_table
from secretariat.watch.rules import adapters
from secretariat.watch.rules.countries import BY_FIPS
from secretariat.watch.rules.events import PlacePrecision

PLACES: dict[str, str | None] = {
    "0": PlacePrecision.UNKNOWN,
    "1": PlacePrecision.COUNTRY,
    "2": PlacePrecision.ADMIN1,
    "3": PlacePrecision.NEAR,
    "4": PlacePrecision.NEAR,
    "5": PlacePrecision.ADMIN1,
}
"""``ActionGeo_Type``: a country or a first-level division is given as its centroid; a town as its centre."""


_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_PLACE = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
NAMES = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor1{part}" for part in _ACTOR),
    *(f"Actor2{part}" for part in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"Actor1Geo_{part}" for part in _PLACE),
    *(f"Actor2Geo_{part}" for part in _PLACE),
    *(f"ActionGeo_{part}" for part in _PLACE),
    *("DATEADDED", "SOURCEURL"),
)
_READ = (
    "GLOBALEVENTID",
    "SQLDATE",
    "EventRootCode",
    "ActionGeo_Type",
    "ActionGeo_Fullname",
    "ActionGeo_CountryCode",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "SOURCEURL",
)


def _convert(columns: Columns, release: str) -> dict[str, pa.Array]:
    rows = columns.batch.num_rows
    day = columns.day("SQLDATE")
    values = {each.name: pa.nulls(rows, each.type) for each in EVENTS}
    return values | {
        "event_id": columns.text("GLOBALEVENTID", required=True),
        "source": one_value("gdelt", pa.string(), rows),
        "release": one_value(release, pa.string(), rows),
        "start": day,
        "end": day,
        "date_precision": one_value("day", pa.string(), rows),
        "lon": columns.decimal("ActionGeo_Long", low=-180, high=180),
        "lat": columns.decimal("ActionGeo_Lat", low=-90, high=90),
        "place_precision": columns.coded("ActionGeo_Type", PLACES, required=True),
        "place": columns.text("ActionGeo_Fullname"),
        "country": columns.coded("ActionGeo_CountryCode", dict(BY_FIPS), strict=False),
        "kind": pc.binary_join_element_wise("cameo", columns.text("EventRootCode", required=True), "_"),
        "retracted": one_value(False, pa.bool_(), rows),  # noqa: FBT003  # the value of a cell
        "url": columns.text("SOURCEURL"),
    }


def read(path: Path, options: Mapping[str, str]) -> Reading:
    """Events of one file; the option ``release`` names it."""
    release = options.get("release", "")
    layout = Layout(_READ, delimiter="\t", names=NAMES, quoted=False)
    return read_table(path, layout, schema=EVENTS, convert=lambda columns: _convert(columns, release), name="events")


GDELT = Importer(adapters.GDELT.name, 1, "gdelt", read, options=("release",))
