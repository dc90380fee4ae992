"""Drawing one map: fills, lines, marks, names, and what has to be said below it."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from secretariat.kernel import Language, LocalizedText
from secretariat.sources.render.fonts import FONT
from secretariat.watch.measures.boundaries import Area, Boundaries, span_of
from secretariat.watch.measures.perimeter import Perimeter
from secretariat.watch.measures.topology import TURN, Floats, arcs_of
from secretariat.watch.render.labels import INK, QUIET, Name, Rectangle, labels
from secretariat.watch.render.projecting import (
    Arcs,
    Box,
    Sheet,
    middle_of,
    outline_of,
    path_of,
    sheet_of,
)

WATER, LAND, OWN, CHOSEN = "#e9f0f5", "#f6f3ec", "#c9dbea", "#efe0c4"
BORDER, OWN_BORDER, PERIMETER, COAST, MARK = "#cfc8ba", "#ffffff", "#1d4f7c", "#8aa4b8", "#a3541a"
WIDTH = 620
"""Pixels: as wide as the charts of a review."""
PADDING = 26.0
SMALL = 9.5
LINE = 13.0
GRATICULE = 10
LEAST_SHARE, LEAST_ROOM = 0.2, 15.0
"""A state of which less is on the sheet, and with less room for its name in pixels, goes unnamed."""
_LETTERS_A_LINE = 128


@dataclass(frozen=True, slots=True)
class MapMark:
    """Something at a point in degrees, drawn as a circle whose radius is in pixels."""

    longitude: float
    latitude: float
    radius: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a map shows.

    ``key`` keeps its identifiers apart from those of other pictures on a page. ``box`` (west, south, east, north)
    frames it; without one the chosen states do, or the members' territory.
    ``chosen`` are states set off from the others: those of a region. ``notes`` are printed below: source, disclaimer.
    ``described`` says at length what ``alt`` says in a sentence. ``font`` may name what stands in for the font.
    """

    boundaries: Boundaries
    perimeter: Perimeter
    name_of: Callable[[str], LocalizedText]
    alt: str
    key: str = "map"
    title: str = ""
    notes: tuple[str, ...] = ()
    marks: tuple[MapMark, ...] = ()
    box: Box | None = None
    chosen: frozenset[str] = frozenset()
    width: float = WIDTH
    described: str = ""
    font: str = FONT


def _frame(picture: Picture) -> tuple[Box, Floats]:
    """The box of degrees that is shown, and the points that have to fit."""
    if picture.box is not None:
        west, south, east, north = picture.box
        box = (west, south, east + (TURN if east < west else 0.0), north)
        return box, outline_of(box)
    states = picture.chosen or frozenset(picture.perimeter.members)
    arcs = sorted({arc for area in picture.boundaries.areas if area.state in states for arc in arcs_of(area.rings[0])})
    bounds = picture.boundaries.bounds[arcs]
    west, east = span_of((float(each[0]), float(each[2])) for each in bounds)
    points = np.concatenate([picture.boundaries.topology.arcs[arc] for arc in arcs])
    points[:, 0] = west + (points[:, 0] - west) % TURN
    return (west, float(points[:, 1].min()), east, float(points[:, 1].max())), points


def _graticule(sheet: Sheet) -> str:
    west, south, east, north = sheet.box
    lines = []
    wide, high = east - west, north - south
    for longitude in range(int(west - wide) // GRATICULE * GRATICULE, int(east + wide) + GRATICULE, GRATICULE):
        if abs(longitude - sheet.middle) < TURN / 2:
            up = np.linspace(max(-85.0, south - high), min(89.0, north + high), 60)
            lines.append(sheet.place(np.full(60, float(longitude)), up))
    for latitude in range(-80, 90, GRATICULE):
        if south - high < latitude < north + high:
            along = np.linspace(max(sheet.middle - 150, west - wide), min(sheet.middle + 150, east + wide), 120)
            lines.append(sheet.place(along, np.full(120, float(latitude))))
    return path_of(lines, closed=False)


def _names(picture: Picture, sheet: Sheet, areas: Sequence[Area], arcs: Arcs, language: Language) -> list[Name]:
    """Members first, the larger before the smaller; then those that are chosen, then the members' neighbours."""
    own = frozenset(picture.perimeter.members) | picture.chosen
    wanted = own | {segment.neighbour for segment in picture.perimeter.land}
    largest: dict[str, tuple[float, Area]] = {}
    for area in areas:
        if area.state in wanted:
            size = float(np.prod(np.ptp(arcs.ring(area.rings[0]), axis=0)))
            largest[area.state] = max(largest.get(area.state, (0.0, area)), (size, area), key=lambda each: each[0])
    found = {state: middle_of([arcs.ring(ring) for ring in area.rings], sheet) for state, (_, area) in largest.items()}
    names = [
        Name(picture.name_of(state).in_language(language), place.x, place.y, place.room, state in own)
        for state, place in sorted(
            found.items(),
            key=lambda each: (each[0] not in own, each[0] not in picture.chosen, -each[1].room, each[0]),
        )
        if place.share >= LEAST_SHARE or place.room >= LEAST_ROOM
    ]
    return [name for name in names if name.is_member or name.room > LEAST_ROOM / 3]


def _wrapped(notes: Sequence[str], width: float) -> list[str]:
    letters = int(_LETTERS_A_LINE * width / WIDTH)
    return [line for note in notes for line in textwrap.wrap(note, letters)]


def _fills(picture: Picture, areas: Sequence[Area], arcs: Arcs) -> str:
    members = frozenset(picture.perimeter.members)
    paths: dict[str, list[str]] = {LAND: [], CHOSEN: [], OWN: []}
    for area in areas:
        colour = OWN if area.state in members else CHOSEN if area.state in picture.chosen else LAND
        paths[colour].append(path_of([arcs.ring(ring) for ring in area.rings], closed=True))
    return "".join(
        f'<path d="{"".join(pieces)}" fill="{colour}" stroke="{colour}" stroke-width=".6" fill-rule="evenodd"/>'
        for colour, pieces in paths.items()
        if pieces
    )


def _lines(picture: Picture, areas: Sequence[Area], arcs: Arcs, sheet: Sheet) -> str:
    """Borders by what they are: of others, between members, coasts, and the external land border on top."""
    members = frozenset(picture.perimeter.members)
    kinds: dict[str, list[Floats]] = {"others": [], "internal": [], "coast": [], "perimeter": []}
    shown = sorted({arc for area in areas for ring in area.rings for arc in arcs_of(ring)})
    for arc in shown:
        owners = picture.boundaries.owners[arc]
        own = [owner in members for owner in owners]
        lines = [line for line in arcs.lines(arc) if sheet.shows(line)]
        if len(owners) == 1:
            kinds["coast"] += lines
        elif not any(own):
            kinds["others"] += lines
        elif not all(own):
            kinds["perimeter"] += lines
        elif owners[0] != owners[1]:
            kinds["internal"] += lines
    styles = {
        "coast": f'stroke="{COAST}" stroke-width=".5"',
        "others": f'stroke="{BORDER}" stroke-width=".7"',
        "internal": f'stroke="{OWN_BORDER}" stroke-width="1"',
        "perimeter": f'stroke="{PERIMETER}" stroke-width="1.9"',
    }
    return "".join(
        f'<path d="{path_of(kinds[kind], closed=False)}" {style}/>' for kind, style in styles.items() if kinds[kind]
    )


def draw_map(picture: Picture, language: Language) -> str:
    """The picture as SVG, with fonts by name; the same picture gives the same bytes."""
    box, shown = _frame(picture)
    sheet = sheet_of(box, shown, picture.width, PADDING)
    arcs = Arcs(picture.boundaries, sheet)
    areas = [area for area in picture.boundaries.areas if arcs.is_on_sheet(area)]
    top = LINE * 1.9 if picture.title else 0.0
    notes = _wrapped(picture.notes, picture.width)
    height = top + sheet.height + (8 + LINE * len(notes) if notes else 0)
    at = [sheet.place(np.array([mark.longitude]), np.array([mark.latitude]))[0] for mark in picture.marks]
    marks = [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{mark.radius:.3g}"><title>{escape(mark.label)}</title></circle>'
        for (x, y), mark in zip(at, picture.marks, strict=True)
    ]
    taken: list[Rectangle] = [
        (x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius)
        for (x, y), mark in zip(at, picture.marks, strict=True)
    ]
    names = labels(_names(picture, sheet, areas, arcs, language), sheet.width, sheet.height, taken)
    below = top + sheet.height + LINE
    clip = f'<clipPath id="{picture.key}-sheet"><rect width="{sheet.width:g}" height="{sheet.height:g}"/></clipPath>'
    wide, high = f"{picture.width:g}", f"{height:g}"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'role="img" aria-label={quoteattr(picture.alt)} font-family="{picture.font}">'
        f"<title>{escape(picture.alt)}</title>"
    )
    described = f"<desc>{escape(picture.described)}</desc>" if picture.described else ""
    title = f'<text y="{LINE:g}" font-size="14" font-weight="600" fill="{INK}">{escape(picture.title)}</text>'
    sheet_opening = (
        f'<g transform="translate(0 {top:g})" clip-path="url(#{picture.key}-sheet)" stroke-linejoin="round" '
        'stroke-linecap="round">'
    )
    parts = [
        opening,
        described,
        f"<defs>{clip}</defs>",
        f'<rect width="{wide}" height="{high}" fill="#fff"/>',
        title if picture.title else "",
        sheet_opening,
        f'<rect width="{sheet.width:g}" height="{sheet.height:g}" fill="{WATER}"/>',
        f'<path d="{_graticule(sheet)}" fill="none" stroke="#fff" stroke-width=".7"/>',
        _fills(picture, areas, arcs),
        f'<g fill="none">{_lines(picture, areas, arcs, sheet)}</g>',
        f'<g fill="{MARK}" fill-opacity=".78" stroke="#fff" stroke-width=".8">{"".join(marks)}</g>' if marks else "",
        # The halo is a copy beneath: engines that do not know paint-order draw it as well.
        f'<g stroke="#fff" stroke-width="2.6" stroke-opacity=".75" aria-hidden="true">{_halo(names)}</g>',
        *names,
        "</g>",
        *(
            f'<text y="{below + 6 + LINE * index:g}" font-size="{SMALL}" fill="{QUIET}">{escape(line)}</text>'
            for index, line in enumerate(notes)
        ),
        "</svg>\n",
    ]
    return "".join(parts)


def _halo(names: Sequence[str]) -> str:
    texts = [name for name in names if name.startswith("<text")]
    white = 'fill="#fff"'
    return "".join(text.replace(f'fill="{INK}"', white).replace(f'fill="{QUIET}"', white) for text in texts)
