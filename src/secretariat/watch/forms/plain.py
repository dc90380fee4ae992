"""Any CSV or GeoJSON file with a declared mapping from its columns to the schema of events.

Each option is a field of the schema and the name of the column that holds it, or ``=`` and a value that every row has:
``event_id=id``, ``start=date``, ``kind==attack``. Without any, the columns have the schema's own names. Besides:
``delimiter``; ``country_codes`` (``iso2``, ``iso3``, ``fips`` or ``gw``); ``place_codes`` (``words``: those of the
schema; ``gdelt`` or ``ged``); ``counts`` (``events``, or ``attention`` where rows are reports in the news). Several
actors in one cell are parted by a semicolon and a space.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from secretariat.sources.lake import Importer, Quarantine, Reading, UnableToImport
from secretariat.watch.forms import gdelt, ged
from secretariat.watch.forms.columns import Columns
from secretariat.watch.forms.schema import EVENTS, flags_of, payload_hashes
from secretariat.watch.forms.tables import Layout, one_value, read_table
from secretariat.watch.rules import adapters
from secretariat.watch.rules.countries import BY_FIPS, BY_GLEDITSCH_WARD, BY_ISO3
from secretariat.watch.rules.events import DatePrecision, Flag, PlacePrecision

_FIELDS = tuple(
    name for name in EVENTS.names if name not in {"release", "retracted", "flags", "payload_hash", "updated", "actors"}
)
_NEEDED = ("event_id", "start", "kind", "source")
_COUNTRIES: dict[str, Mapping[str, str]] = {"fips": BY_FIPS, "gw": BY_GLEDITSCH_WARD, "iso3": BY_ISO3}
_PLACES: dict[str, Mapping[str, str | None]] = {
    "words": {each.value: each.value for each in PlacePrecision},
    "gdelt": gdelt.PLACES,
    "ged": ged.PLACES,
}
OPTIONS = (*_FIELDS, "actors", "release", "delimiter", "country_codes", "place_codes", adapters.COUNTS)


def _mapping(options: Mapping[str, str]) -> dict[str, str]:
    """The declared columns; none: the schema's own. Raises :class:`UnableToImport` where a needed one is left out."""
    for name, known in (
        ("country_codes", ("iso2", *_COUNTRIES)),
        ("place_codes", tuple(_PLACES)),
        (adapters.COUNTS, tuple(adapters.Measured)),
    ):
        if options.get(name) and options[name] not in known:
            msg = f"{name}={options[name]}: expected one of {', '.join(known)}"
            raise UnableToImport(msg)
    mapping = {name: options[name] for name in (*_FIELDS, "actors") if options.get(name)}
    if mapping and (missing := [name for name in _NEEDED if name not in mapping]):
        msg = f"no column is declared for {missing[0]}, expected {missing[0]}=COLUMN or {missing[0]}==VALUE"
        raise UnableToImport(msg)
    return mapping


def _layout(options: Mapping[str, str], mapping: Mapping[str, str]) -> Layout:
    columns = tuple(dict.fromkeys(column for column in mapping.values() if not column.startswith("=")))
    others = () if mapping else tuple(name for name in (*_FIELDS, "actors") if name not in _NEEDED)
    return Layout(columns if mapping else _NEEDED, others, delimiter=options.get("delimiter") or ",")


def _renamed(columns: Columns, mapping: Mapping[str, str]) -> Columns:
    """The same batch with the schema's names, so that misfits name the file's own column beside the field."""
    rows = columns.batch.num_rows
    mapping = mapping or {name: name for name in columns.batch.schema.names}
    arrays = {
        name: one_value(column[1:], pa.string(), rows) if column.startswith("=") else columns.batch.column(column)
        for name, column in mapping.items()
    }
    return Columns(pa.RecordBatch.from_pydict(arrays), columns.offset)


def _convert(columns: Columns, options: Mapping[str, str], mapping: Mapping[str, str]) -> dict[str, pa.Array]:
    named = _renamed(columns, mapping)
    rows = columns.batch.num_rows
    start = named.day("start")
    end = pc.coalesce(named.day("end", required=False), start)
    named.note("end", pc.less(end, start), "{text} is before the start", "the last day of the event")
    low, best, high = (named.whole(name, low=0) for name in ("low", "best", "high"))
    codes = options.get("country_codes", "iso2")
    country = (
        named.text("country") if codes == "iso2" else named.coded("country", dict(_COUNTRIES[codes]), strict=False)
    )
    place = named.coded("place_precision", dict(_PLACES[options.get("place_codes") or "words"]))
    has_point = pc.and_(
        pc.is_valid(lon := named.decimal("lon", low=-180, high=180)),
        pc.is_valid(lat := named.decimal("lat", low=-90, high=90)),
    )
    precision = named.coded("date_precision", {each.value: each.value for each in DatePrecision})
    actors = pc.coalesce(pc.split_pattern(named.text("actors"), "; "), pa.scalar([], pa.list_(pa.string())))
    values = {
        "event_id": named.text("event_id", required=True),
        "source": named.text("source", required=True),
        "release": one_value(options.get("release", ""), pa.string(), rows),
        "start": start,
        "end": end,
        "date_precision": pc.coalesce(precision, pa.scalar("day")),
        "lon": lon,
        "lat": lat,
        # a point whose precision nobody stated is not taken for exact
        "place_precision": pc.coalesce(place, pa.scalar(PlacePrecision.UNKNOWN.value)),
        "place": named.text("place"),
        "country": country,
        "kind": named.text("kind", required=True),
        "actors": actors,
        "low": low,
        "best": best,
        "high": high,
        "retracted": one_value(False, pa.bool_(), rows),  # noqa: FBT003  # the value of a cell
        "flags": flags_of(
            {
                Flag.BEST_BELOW_LOW: pc.less(best, low),
                Flag.BEST_ABOVE_HIGH: pc.greater(best, high),
                Flag.AGGREGATE: pc.and_(pc.invert(has_point), pc.not_equal(end, start)),
            }
        ),
        "payload_hash": payload_hashes([named.text(name) for name in named.batch.schema.names]),
        "figure": named.decimal("figure", low=-1e15, high=1e15),
        "unit": named.text("unit"),
        "standing": named.text("standing"),
        "url": named.text("url"),
        "note": named.text("note"),
        "updated": one_value(None, pa.string(), rows),
    }
    columns.bad |= named.bad
    columns.misfits += named.misfits
    return values


def _no_such_number(text: str) -> float:
    msg = f"{text} is no JSON"
    raise ValueError(msg)


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_such_number)
        features = content["features"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        msg = f"{path.name}: is no GeoJSON feature collection: {error}"
        raise UnableToImport(msg) from error
    if not isinstance(features, list):
        msg = f"{path.name}: features: expected a list"
        raise UnableToImport(msg)
    return features


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def _read_geojson(path: Path, options: Mapping[str, str], mapping: dict[str, str]) -> Reading:
    """Point features; ``lon`` and ``lat`` are the geometry's. The line of a misfit is the number of the feature."""
    quarantine = Quarantine(path.name)
    mapping = mapping or {name: name for name in (*_FIELDS, "actors")}
    names = [column for name, column in mapping.items() if name not in {"lon", "lat"} and not column.startswith("=")]
    placed = mapping | {"lon": "geometry.lon", "lat": "geometry.lat"}

    def batches() -> Iterator[pa.RecordBatch]:
        rows: list[dict[str, str]] = []
        numbers: list[int] = []
        for number, feature in enumerate(_features(path), start=1):
            match feature:
                case {"properties": dict(properties), "geometry": {"type": "Point", "coordinates": [lon, lat, *_]}}:
                    rows.append(
                        {name: _cell(properties.get(name)) for name in names}
                        | {"geometry.lon": str(lon), "geometry.lat": str(lat)}
                    )
                    numbers.append(number)
                case _:
                    quarantine.put(number, "geometry", "is no point with properties", "a Point feature", str(feature))
        if not rows:
            return
        columns = Columns(pa.RecordBatch.from_pylist(rows), 0)
        values = _convert(columns, options, placed)
        for misfit in columns.misfits:
            quarantine.put(numbers[misfit.row], misfit.column, misfit.wrong, misfit.expected, misfit.text)
        whole = pa.RecordBatch.from_arrays([values[each.name].cast(each.type) for each in EVENTS], schema=EVENTS)
        yield whole.filter(pa.array(~columns.bad))

    return Reading({"events": pa.RecordBatchReader.from_batches(EVENTS, batches())}, quarantine)


def read(path: Path, options: Mapping[str, str]) -> Reading:
    """Events of a file whose columns the options declare."""
    mapping = _mapping(options)
    if path.suffix.lower() in {".geojson", ".json"}:
        return _read_geojson(path, options, mapping)
    layout = _layout(options, mapping)
    return read_table(
        path, layout, schema=EVENTS, convert=lambda batch: _convert(batch, options, mapping), name="events"
    )


PLAIN = Importer(adapters.PLAIN.name, 1, "events", read, options=OPTIONS)
