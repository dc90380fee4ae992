"""A chart of the kind ``map`` as a picture: what the chapter put into its rows and options, on the boundary data."""

import json

from secretariat.kernel import Language, LocalizedText
from secretariat.review.rules.blocks import Chart, Value
from secretariat.review.rules.language import value_in
from secretariat.review.rules.resolved import plain_text
from secretariat.watch.measures.boundaries import Attribution
from secretariat.watch.queries.geometry import computed, country_name
from secretariat.watch.render import WIDTH, MapMark, Picture, draw_map

MAP = "map"
RADIUS = 4.0


def _number(value: Value) -> float:
    if isinstance(value, int | float):
        return float(value)
    msg = f"{value!r} is not a number"
    raise TypeError(msg)


def draw_map_block(chart: Chart, language: Language) -> str:
    """The chart as SVG.

    Options: those of ``PerimeterView.options()``; ``countries`` (codes with blanks between) sets the states of a region
    off and frames the map by them; ``box`` (four numbers with blanks between: west, south, east, north) frames it
    otherwise; ``width`` in pixels. Rows: ``lon``, ``lat``, ``label`` and, where it matters, ``radius`` in pixels.
    Source and disclaimer stand on the picture, since a picture travels alone.
    """
    options = chart.options
    attributions = tuple(
        Attribution(territory, state, (at[0], at[1]) if at else None)
        for territory, state, at in json.loads(str(options["attributions"]))
    )
    boundaries, perimeter = computed(str(options["digest"]), tuple(str(options["members"]).split()), attributions)
    box = [float(each) for each in str(options.get("box") or "").split()]

    def name_of(code: str) -> LocalizedText:
        name = options.get(f"name {code}")
        return name if isinstance(name, LocalizedText) else country_name(code)

    picture = Picture(
        key=chart.display.key,
        boundaries=boundaries,
        perimeter=perimeter,
        name_of=name_of,
        alt=plain_text(chart.alt, language),
        notes=tuple(value_in(language, options[name]) for name in ("boundary source", "point of view")),
        marks=tuple(
            MapMark(
                _number(row["lon"]),
                _number(row["lat"]),
                _number(row.get("radius", RADIUS)),
                value_in(language, row.get("label", "")),
            )
            for row in chart.rows
        ),
        box=(box[0], box[1], box[2], box[3]) if box else None,
        chosen=frozenset(str(options.get("countries") or "").split()),
        width=_number(options.get("width", WIDTH)),
    )
    return draw_map(picture, language)
