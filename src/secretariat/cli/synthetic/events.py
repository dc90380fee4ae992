"""Invented events in the form of UCDP's and GDELT's files, labelled in every row, as many as are asked for."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv

from secretariat.watch.forms.gdelt import NAMES as GDELT_NAMES
from secretariat.watch.rules.countries import BY_FIPS, BY_GLEDITSCH_WARD

LABEL = "SYNTHETIC"
BLOCK = 100_000
"""Rows made and written at a time: memory does not grow with the file."""
FIRST_DAY, DAYS = np.datetime64("2000-01-01"), 24 * 365
_CENTRE, _SPREAD = (68.0, 38.0), (22.0, 9.0)
"""Longitudes and latitudes: around the southern borders of Central Asia, thinning out on all sides."""
_VAGUE = 0.15
_DAY = np.timedelta64(1, "D")


class EventForm(StrEnum):
    """Whose file it looks like."""

    GED = "ged"
    GDELT = "gdelt"


GED_NAMES = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"),
    *("side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"),
    *("source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
"""The 49 columns of the published files, in their order."""
_GEDS_COUNTRIES = np.array(sorted(BY_GLEDITSCH_WARD))
_GDELTS_COUNTRIES = np.array(sorted(BY_FIPS))


def _points(chance: np.random.Generator, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Longitudes and latitudes to four decimals; sums of uniform numbers, which every platform rounds alike."""
    bell = chance.random((2, 6, rows)).sum(axis=1) - 3.0
    lon = np.clip(_CENTRE[0] + _SPREAD[0] * bell[0], -180, 180)
    lat = np.clip(_CENTRE[1] + _SPREAD[1] * bell[1], -90, 90)
    return np.round(lon, 4), np.round(lat, 4)


def _days(chance: np.random.Generator, rows: int) -> np.ndarray:
    return FIRST_DAY + chance.integers(0, DAYS, rows)


def _numbers(first: int, rows: int) -> pa.Array:
    return pa.array(np.arange(first + 1, first + rows + 1)).cast(pa.string())


def _ged(chance: np.random.Generator, first: int, rows: int) -> dict[str, pa.Array]:
    lon, lat = _points(chance, rows)
    start = _days(chance, rows)
    length = np.where(chance.random(rows) < _VAGUE, chance.integers(1, 20, rows), 0)
    best = np.floor(1 / (chance.random(rows) + 0.02)).astype(np.int64)
    vague = chance.random(rows) < _VAGUE
    kind = chance.integers(1, 4, rows)
    low, high = best - best // 3, best + best // 2
    label = pa.repeat(LABEL, rows)
    return {
        "id": _numbers(first, rows),
        "relid": pa.compute.binary_join_element_wise(label, _numbers(first, rows), "-"),
        "year": start.astype("datetime64[Y]").astype(np.int64) + 1970,
        "active_year": np.ones(rows, np.int64),
        "code_status": label,
        "type_of_violence": kind,
        "conflict_name": pa.repeat(f"{LABEL} conflict", rows),
        "side_a": pa.repeat(f"{LABEL} side A", rows),
        "side_b": pa.repeat(f"{LABEL} side B", rows),
        "number_of_sources": chance.integers(1, 4, rows),
        "source_headline": label,
        "where_prec": np.where(vague, chance.integers(4, 7, rows), chance.integers(1, 4, rows)),
        "where_coordinates": pa.repeat(f"{LABEL} place", rows),
        "latitude": lat,
        "longitude": lon,
        "country": pa.repeat(f"{LABEL} country", rows),
        "country_id": _GEDS_COUNTRIES[chance.integers(0, len(_GEDS_COUNTRIES), rows)],
        "event_clarity": np.ones(rows, np.int64),
        "date_prec": np.where(length > 0, 3, 1),
        "date_start": pa.array(start).cast(pa.string()),
        "date_end": pa.array(start + length * _DAY).cast(pa.string()),
        "best": best,
        "high": high,
        "low": low,
    }


def _gdelt(chance: np.random.Generator, first: int, rows: int) -> dict[str, pa.Array]:
    lon, lat = _points(chance, rows)
    day = pa.compute.replace_substring(pa.array(_days(chance, rows)).cast(pa.string()), "-", "")
    root = pa.array([f"{code:02}" for code in range(1, 21)]).take(pa.array(chance.integers(0, 20, rows)))
    vague = chance.random(rows) < 3 * _VAGUE
    return {
        "GLOBALEVENTID": _numbers(first, rows),
        "SQLDATE": day,
        "MonthYear": pa.compute.utf8_slice_codeunits(day, 0, 6),
        "Year": pa.compute.utf8_slice_codeunits(day, 0, 4),
        "Actor1Name": pa.repeat(LABEL, rows),
        "Actor2Name": pa.repeat(LABEL, rows),
        "IsRootEvent": np.ones(rows, np.int64),
        "EventCode": pa.compute.binary_join_element_wise(root, pa.repeat("0", rows), ""),
        "EventBaseCode": pa.compute.binary_join_element_wise(root, pa.repeat("0", rows), ""),
        "EventRootCode": root,
        "NumMentions": chance.integers(1, 30, rows),
        "NumSources": np.ones(rows, np.int64),
        "ActionGeo_Type": np.where(vague, 1, chance.integers(3, 5, rows)),
        "ActionGeo_Fullname": pa.repeat(f"{LABEL} place", rows),
        "ActionGeo_CountryCode": _GDELTS_COUNTRIES[chance.integers(0, len(_GDELTS_COUNTRIES), rows)],
        "ActionGeo_Lat": lat,
        "ActionGeo_Long": lon,
        "DATEADDED": day,
        "SOURCEURL": pa.compute.binary_join_element_wise(
            pa.repeat("https://example.invalid/synthetic", rows), _numbers(first, rows), "/"
        ),
    }


_FORMS = {EventForm.GED: (_ged, GED_NAMES, ","), EventForm.GDELT: (_gdelt, GDELT_NAMES, "\t")}


def event_blocks(form: EventForm, rows: int, seed: int) -> Iterator[pa.RecordBatch]:
    """Blocks of events; each depends on the seed and its number alone. Columns that nothing is said of are empty."""
    make, names, _ = _FORMS[form]
    for number, first in enumerate(range(0, rows, BLOCK)):
        size = min(BLOCK, rows - first)
        chance = np.random.Generator(np.random.PCG64([seed, number]))
        columns = make(chance, first, size)
        empty = pa.nulls(size, pa.string())
        yield pa.RecordBatch.from_arrays([pa.array(columns.get(name, empty)) for name in names], names=list(names))


def write_events(path: Path, form: EventForm, *, rows: int, seed: int) -> Iterator[int]:
    """Write a file block by block; after each the rows written so far. GED has a header, GDELT has none.

    Raises ``OSError``.
    """
    _, _, delimiter = _FORMS[form]
    options = pa.csv.WriteOptions(
        include_header=form is EventForm.GED,
        delimiter=delimiter,
        quoting_style="none" if delimiter == "\t" else "needed",
    )
    done = 0
    with path.open("wb") as file:
        writer = None
        for block in event_blocks(form, rows, seed):
            writer = writer or pa.csv.CSVWriter(file, block.schema, write_options=options)
            writer.write_batch(block)
            done += block.num_rows
            yield done
        if writer is not None:
            writer.close()
