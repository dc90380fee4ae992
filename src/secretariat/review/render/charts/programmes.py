"""Charts of the chapter on programmes: small multiples of published figures."""

from collections.abc import Callable
from textwrap import wrap

from secretariat.kernel import Language
from secretariat.review.render.charts.frame import INK, QUIET, WIDTH, Data, Spec, data_of
from secretariat.review.rules.blocks import Chart

COLUMNS = 2
PANEL = {"width": (WIDTH - 110) / COLUMNS, "height": 96}
LETTERS = 42
"""So many letters of a title stand in one line over a panel."""
HEADROOM = 1.2
"""Above the largest figure there is room for its triangle."""
NUMBERS = {
    "en": "format(datum.value, ',~f')",
    "ru": "replace(replace(format(datum.value, ',~f'), regexp(',', 'g'), '\\u00a0'), '.', ',')",
}
BAR, SHADE = "#1d4f7c", "#8fb3d1"


def _x(chart: Chart) -> Spec:
    domain = [str(chart.options["first"]), str(chart.options["last"])]
    return {
        "field": "start",
        "type": "temporal",
        "scale": {"domain": domain},
        "axis": {"title": None, "format": "%Y", "grid": True, "tickCount": 5, "labelOverlap": True},
    }


def _panel(title: str, rows: Data, chart: Chart, language: Language) -> Spec:
    """One panel: shading beneath bars, triangles for what is open above, dashed boxes for gaps, codes of members."""
    x = _x(chart)
    numbers = [number for row in rows for name in ("face", "high") if (number := row[name]) is not None]
    y = {
        "field": "face",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [0, max(numbers, default=1) * HEADROOM or 1]},
        "axis": {"tickCount": 3, "labelExpr": NUMBERS[language], "minExtent": 52, "maxExtent": 52},
    }
    spans = {"x": x, "x2": {"field": "end"}}
    middle = {
        "x": {**x, "field": "middle"},
        "y": y,
    }
    figures = {"filter": "datum.kind != 'gap'"}
    return {
        "title": {"text": wrap(title, LETTERS), "anchor": "start", "fontSize": 12, "fontWeight": 600, "color": INK},
        **PANEL,
        "data": {"values": rows},
        "transform": [
            {"calculate": "toDate((+toDate(datum.start) + +toDate(datum.end)) / 2)", "as": "middle"},
        ],
        "layer": [
            {
                "transform": [{"filter": "datum.kind == 'gap'"}],
                "mark": {
                    "type": "rect",
                    "fill": None,
                    "stroke": QUIET,
                    "strokeDash": [3, 2],
                    "strokeWidth": 0.9,
                },
                "encoding": {**spans, "y": {"value": 88}, "y2": {"value": 95.5}},
            },
            {
                "transform": [{"filter": "datum.kind == 'interval'"}],
                "mark": {"type": "rect", "color": SHADE, "opacity": 0.75},
                "encoding": {**spans, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
            },
            {
                "transform": [{"filter": "datum.kind == 'interval' && datum.high > datum.low"}],
                "mark": {"type": "rule", "color": SHADE, "strokeWidth": 5},
                "encoding": {"x": {**x, "field": "middle"}, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
            },
            {
                "transform": [figures],
                "mark": {"type": "rule", "color": BAR, "strokeWidth": 3},
                "encoding": {**spans, "y": y},
            },
            {
                "transform": [figures],
                "mark": {"type": "circle", "color": BAR, "size": 34, "opacity": 1},
                "encoding": middle,
            },
            {
                "transform": [{"filter": "datum.kind == 'open'"}],
                "mark": {
                    "type": "point",
                    "shape": "triangle-up",
                    "filled": True,
                    "color": BAR,
                    "size": 46,
                    "yOffset": -9,
                    "opacity": 1,
                },
                "encoding": middle,
            },
            {
                "transform": [{"filter": "datum.of != ''"}],
                "mark": {"type": "text", "align": "left", "dx": 7, "dy": -6, "fontSize": 10, "color": INK},
                "encoding": {**middle, "text": {"field": "of"}},
            },
        ],
    }


def _measurements(chart: Chart, language: Language) -> Spec:
    """Published figures by panel: ``panel``, ``kind``, ``start``, ``end``, ``low``, ``high``, ``face``, ``of``."""
    by_panel: dict[str, Data] = {}
    for row in data_of(chart, language):
        by_panel.setdefault(row["panel"], []).append(row)
    return {
        "columns": COLUMNS,
        "spacing": {"row": 18, "column": 34},
        "concat": [_panel(title, rows, chart, language) for title, rows in by_panel.items()],
    }


KINDS: dict[str, Callable[[Chart, Language], Spec]] = {"measurements": _measurements}
