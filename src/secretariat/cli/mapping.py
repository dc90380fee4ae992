"""``secretariat watch map``: the perimeter or a region as an SVG file."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.perimeter import view_on
from secretariat.cli.terminal import KnownAt, OnDay, mistake
from secretariat.watch.queries.geometry import regions
from secretariat.watch.render import MapMark, draw_map
from secretariat.watch.render.pictures import picture_of
from secretariat.watch.rules.places import Region

RADIUS = 3.5


def _marks(path: Path) -> tuple[MapMark, ...]:
    """Points of a CSV with the columns lon, lat and, if it has them, label."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        mistake(f"{path} cannot be read: {error}")
    marks = []
    for number, row in enumerate(rows, start=2):
        if not row.get("lon") and not row.get("lat"):
            continue
        try:
            marks.append(MapMark(float(row["lon"]), float(row["lat"]), RADIUS, row.get("label") or ""))
        except (KeyError, TypeError, ValueError):
            mistake(f"{path}:{number}: lon {row.get('lon')!r}, lat {row.get('lat')!r}; expected degrees such as 69.21")
    return tuple(marks)


def _region(key: str, known_at: datetime) -> Region:
    found = {region.key: region for region in regions(SECRETARIAT, known_at=known_at)}
    if key not in found:
        mistake(f"no region {key!r}; there are: {', '.join(found) or 'none'}")
    return found[key]


def draw_perimeter(
    on: OnDay,
    out: Annotated[Path, typer.Option("--out", help="The SVG file to write.")],
    language: Annotated[str, typer.Option("--lang", help="en or ru.")] = "en",
    region: Annotated[str, typer.Option("--region", help="Draw this region of the pack instead.")] = "",
    points: Annotated[Path | None, typer.Option("--points", help="A CSV with lon, lat and label to draw.")] = None,
    known_at: KnownAt = None,
) -> None:
    """Draw the perimeter on a day, with its members, their neighbours and what must be said about boundaries."""
    if language not in {"en", "ru"}:
        mistake(f"{language!r} is no language of the maps, expected en or ru")
    view = view_on(on, known_at)
    chosen = _region(region, known_at or datetime.now(UTC)) if region else None
    if chosen is None and not view.perimeter.segments:
        mistake(f"nothing to draw: the boundary data have none of the members on {on}")
    picture = picture_of(
        view, "ru" if language == "ru" else "en", region=chosen, marks=_marks(points) if points else ()
    )
    out.write_text(draw_map(picture, "ru" if language == "ru" else "en"), encoding="utf-8")
    typer.echo(f"{out}")
