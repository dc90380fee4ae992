"""``secretariat watch assign``: where the rows of a file, or of a release in the lake, lie to the perimeter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.perimeter import Coasts, view_on
from secretariat.cli.terminal import AsJson, KnownAt, day, mistake, print_json, print_table
from secretariat.sources.lake import parts
from secretariat.sources.queries import lake_rows, release_as_known
from secretariat.watch.measures.located import Locator, Summary, located_all, summary
from secretariat.watch.queries.geometry import place_names

COORDINATES = ("lon", "lat")
BLOCK = 16 * 2**20
ROWS = 500_000
"""So much of a file, in bytes, and of a release is located at a time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns of a file hold what."""

    lon: str
    lat: str
    place: str
    precision: str


def _renamed(batch: pa.RecordBatch, wanted: Wanted, source: str) -> pa.RecordBatch:
    """The batch with its columns under the names that locating looks for."""
    own = {wanted.place: "place", wanted.precision: "place_precision", wanted.lon: "lon", wanted.lat: "lat"}
    for name in (wanted.lon, wanted.lat):
        if name not in batch.schema.names:
            mistake(f"{source}: no column {name!r}; choose with --lon and --lat from {', '.join(batch.schema.names)}")
    names = [own.get(name, f"_{name}" if name in own.values() else name) for name in batch.schema.names]
    renamed = batch.rename_columns(names)
    for name in COORDINATES:
        kind = renamed.schema.field(name).type
        if not (pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_null(kind)):
            first = next((str(value) for value in renamed.column(name).to_pylist() if value is not None), "")
            mistake(f"{source}: column {name!r} holds {first!r}, expected degrees such as 69.21")
    return renamed


def _batches(path: Path, wanted: Wanted) -> Iterator[pa.RecordBatch]:
    """The rows of a CSV, tab-separated or Parquet file, block by block."""
    try:
        if path.suffix == ".parquet":
            yield from (_renamed(batch, wanted, path.name) for batch in pa.parquet.ParquetFile(path).iter_batches())
            return
        with path.open(encoding="utf-8", errors="replace") as file:
            delimiter = "\t" if "\t" in file.readline() else ","
        reader = pa.csv.open_csv(
            path,
            read_options=pa.csv.ReadOptions(block_size=BLOCK),
            parse_options=pa.csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
        )
        yield from (_renamed(batch, wanted, path.name) for batch in reader)
    except OSError as error:
        mistake(f"{path} cannot be read: {error.strerror or error}")
    except pa.ArrowInvalid as error:
        mistake(f"{path}: {error}")


def _of_release(dataset: str, known_at: datetime) -> Iterator[pa.RecordBatch]:
    release = release_as_known(SECRETARIAT, dataset=dataset, known_at=known_at)
    if release is None:
        mistake(f"the register knows no release of {dataset!r}; see secretariat data list")
    table = lake_rows(SECRETARIAT, release=release, table="events", known_at=known_at)
    for part in parts(table, size=ROWS):
        yield from part.combine_chunks().to_batches()


def _written(batches: Iterator[pa.RecordBatch], out: Path | None) -> Iterator[pa.RecordBatch]:
    """Pass batches on and write them on the way."""
    if out is None:
        yield from batches
        return
    with out.open("wb") as file:
        writer = None
        for batch in batches:
            flat = pa.RecordBatch.from_arrays(
                [
                    column.cast(pa.string()) if not pa.types.is_nested(column.type) else pa.array(map(str, column))
                    for column in batch.columns
                ],
                batch.schema.names,
            )
            writer = writer or pa.csv.CSVWriter(file, flat.schema)
            writer.write_batch(flat)
            yield batch
        if writer is not None:
            writer.close()


def _json(found: Summary, within_km: float, on: date) -> dict[str, Any]:
    return {
        "on": on,
        "within_km": within_km,
        "rows": found.rows,
        "near": [{"segment": each.segment, "inside": each.inside, "outside": each.outside} for each in found.near],
        "elsewhere": found.elsewhere,
        "not_locatable": found.unlocated,
    }


def assign_rows(
    file: Annotated[Path | None, typer.Argument(help="A CSV, tab-separated or Parquet file with a header.")] = None,
    release: Annotated[str, typer.Option("--release", help="A data set in the lake instead of a file.")] = "",
    on: Annotated[
        date | None,
        typer.Option("--on", parser=day, metavar="DATE", help="The day whose perimeter counts; left out: today."),
    ] = None,
    within_km: Annotated[float, typer.Option("--within-km", help="How near is near, in kilometres.")] = 50.0,
    lon: Annotated[str, typer.Option("--lon", help="The column with the longitude in degrees.")] = "lon",
    lat: Annotated[str, typer.Option("--lat", help="The column with the latitude in degrees.")] = "lat",
    place: Annotated[str, typer.Option("--place", help="The column with the place's name.")] = "place",
    precision: Annotated[
        str, typer.Option("--precision", help="The column that says how precise the place is: exact, near, admin2 ...")
    ] = "place_precision",
    out: Annotated[Path | None, typer.Option("--out", help="Write the rows with their segments to this CSV.")] = None,
    coasts: Coasts = False,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Say for each row how far from the perimeter it lies, on which side, and nearest to which segment."""
    if (file is None) == (not release):
        mistake("give a file, or --release with a data set, and not both")
    instant, day_asked = known_at or datetime.now(UTC), on or datetime.now(UTC).date()
    view = view_on(day_asked, instant)
    try:
        locator = Locator(
            around=view.surroundings(coasts=coasts),
            boundaries=view.boundaries,
            gazetteer=tuple(place_names(SECRETARIAT, known_at=instant)),
            within_km=within_km,
        )
    except ValueError as error:
        mistake(str(error))
    batches = _batches(file, Wanted(lon, lat, place, precision)) if file else _of_release(release, instant)
    found = summary(locator, _written(located_all(locator, batches), out))
    if as_json:
        print_json(_json(found, within_km, day_asked))
        return
    print_table(
        f"Within {within_km:g} km of the perimeter on {day_asked}",
        ["segment", "inside", "outside"],
        [[each.segment, each.inside, each.outside] for each in found.near],
    )
    reasons = ", ".join(f"{reason} {count:,}" for reason, count in found.unlocated.items())
    typer.echo(f"{found.rows:,} rows; elsewhere {found.elsewhere:,}; not locatable near a segment: {reasons}.")
