"""``secretariat watch map``: the perimeter or a region as an SVG file."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.perimeter import view_on
from secretariat.cli.terminal import KnownAt, OnDay, mistake
from secretariat.kernel import Language, LocalizedText
from secretariat.review.render.maps import MapMark, Picture, draw_map
from secretariat.review.rules.language import day_in
from secretariat.watch.queries.geometry import PerimeterView, regions
from secretariat.watch.rules.places import Region

RADIUS = 3.5
TITLE = LocalizedText("External borders of the members on {day}", "Внешние границы членов на {day}")
REGION_TITLE = LocalizedText("{region}, {day}", "{region}, {day}")
LEGEND = LocalizedText(
    "Dark line: external land border. White lines: borders between members.",
    "Тёмная линия – внешняя сухопутная граница. Белые линии – границы между членами.",
)
ALT = LocalizedText(
    "A map of the members’ territory with its external land border: {land} km in {count} segments. Members: {members}.",
    "Карта территории членов и её внешней сухопутной границы: {land} км, участков – {count}. Члены: {members}.",
)


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


def picture_of(view: PerimeterView, language: Language, region: Region | None, marks: tuple[MapMark, ...]) -> Picture:
    """The perimeter, or a region, as a picture with its title, legend, source and disclaimer."""
    day = day_in(language, view.on)
    found = view.perimeter
    title = TITLE.in_language(language).format(day=day)
    box = None
    if region is not None:
        title = REGION_TITLE.in_language(language).format(region=region.name.in_language(language), day=day)
        box = region.box
        if region.polygon:
            along, up = zip(*region.polygon, strict=True)
            box = (min(along), min(up), max(along), max(up))
    names = sorted(view.name_of(code).in_language(language) for code in view.members)
    return Picture(
        boundaries=view.boundaries,
        perimeter=found,
        name_of=view.name_of,
        alt=ALT.in_language(language).format(
            land=f"{sum(segment.km for segment in found.land):,.0f}".replace(",", "\N{NO-BREAK SPACE}"),
            count=len(found.land),
            members=", ".join(names),
        ),
        title=title,
        notes=(LEGEND.in_language(language), *(note.in_language(language) for note in view.notes)),
        marks=marks,
        box=box,
        chosen=frozenset(region.countries) if region else frozenset(),
    )


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
    picture = picture_of(view, "ru" if language == "ru" else "en", chosen, _marks(points) if points else ())
    out.write_text(draw_map(picture, "ru" if language == "ru" else "en"), encoding="utf-8")
    typer.echo(f"{out}")
