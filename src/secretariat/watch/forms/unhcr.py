"""UNHCR's population figures: persons by year, country of origin and country of asylum (CC BY 4.0).

The columns are those of its Refugee Data Finder downloads. An empty cell or ``-`` is unknown; ``*`` stands for a number
that is withheld because it is small, and is unknown too.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from secretariat.sources.lake import Importer, Reading
from secretariat.watch.forms.columns import Columns
from secretariat.watch.forms.tables import Layout, one_value, read_table
from secretariat.watch.rules.countries import BY_ISO3

POPULATIONS = pa.schema(
    [
        ("year", pa.int32()),
        ("origin", pa.string()),
        ("asylum", pa.string()),
        ("refugees", pa.int32()),
        ("asylum_seekers", pa.int32()),
        ("internally_displaced", pa.int32()),
        ("release", pa.string()),
    ]
)
"""Persons at the end of the year; countries are ISO 3166-1 alpha-2 codes, null where UNHCR has none."""
_COLUMNS = {
    "refugees": "Refugees under UNHCR's mandate",
    "asylum_seekers": "Asylum-seekers",
    "internally_displaced": "IDPs of concern to UNHCR",
}
_REQUIRED = ("Year", "Country of origin (ISO)", "Country of asylum (ISO)", _COLUMNS["refugees"])
_FIRST_YEAR, _LAST_YEAR = 1950, 2200


def _without_gaps(columns: Columns) -> Columns:
    def cleaned() -> Iterator[pa.Array]:
        for name, column in zip(columns.batch.schema.names, columns.batch.columns, strict=True):
            gap = pc.is_in(pc.utf8_trim_whitespace(column), value_set=pa.array(["-", "*"]))
            yield pc.if_else(gap, "", column) if name in _COLUMNS.values() else column

    return Columns(pa.RecordBatch.from_arrays(list(cleaned()), names=columns.batch.schema.names), columns.offset)


def _convert(columns: Columns, release: str) -> dict[str, pa.Array]:
    clean = _without_gaps(columns)
    values: dict[str, pa.Array] = {
        "year": clean.whole("Year", required=True, low=_FIRST_YEAR, high=_LAST_YEAR),
        "origin": clean.coded("Country of origin (ISO)", dict(BY_ISO3), strict=False),
        "asylum": clean.coded("Country of asylum (ISO)", dict(BY_ISO3), strict=False),
        "release": one_value(release, pa.string(), columns.batch.num_rows),
    }
    for name, column in _COLUMNS.items():
        values[name] = clean.whole(column, low=0)
    columns.bad |= clean.bad
    columns.misfits += clean.misfits
    return values


def read(path: Path, options: Mapping[str, str]) -> Reading:
    """Populations; the option ``release`` names the download."""
    release = options.get("release", "")
    layout = Layout(_REQUIRED, tuple(_COLUMNS.values()))
    return read_table(
        path, layout, schema=POPULATIONS, convert=lambda columns: _convert(columns, release), name="populations"
    )


UNHCR = Importer("unhcr", 1, "unhcr-populations", read, options=("release",))
