"""Charts of the chapter on positions: agreement over time and by subject, pairs of states, ideal points."""

from collections.abc import Callable

from secretariat.kernel import Language
from secretariat.review.render.charts.frame import INK, QUIET, RULE, SERIES, WIDTH, Data, Spec, data_of
from secretariat.review.rules.blocks import Chart
from secretariat.review.rules.language import value_in

DASHES = ([1, 0], [6, 3], [2, 2])
OPENED = 1945
"""Session ``n`` of the General Assembly opened in the year ``1945 + n``."""
COLUMNS = 4
"""Panels in a row."""
HALF = 0.5
BAR = "#8fb3d1"
"""Light enough for the interval and the number that are drawn on it."""


def _decimal(text: str, language: Language) -> str:
    """A Vega expression for a number with two decimals, as the language writes it."""
    shown = f"format({text}, '.2f')"
    return f"replace({shown}, '.', ',')" if language == "ru" else shown


def _agreement_lines(chart: Chart, language: Language) -> Spec:
    """Lines by session, one of them with a band: ``session``, ``series``, ``value``, ``low``, ``high``."""
    data = data_of(chart, language)
    series = list(dict.fromkeys(row["series"] for row in data))
    # A dashed key stays readable in print without colour; the lines differ in lightness too.
    colour = {
        "field": "series",
        "type": "nominal",
        "title": None,
        "scale": {"domain": series, "range": list(SERIES[: len(series)])},
        "legend": {
            "orient": "bottom",
            "columns": 1,
            "symbolType": "stroke",
            "symbolSize": 500,
            "symbolStrokeWidth": 2.5,
            "symbolOpacity": 1,
        },
    }
    x = {
        "field": "session",
        "type": "quantitative",
        "title": value_in(language, chart.options["x"]),
        "scale": {"zero": False, "nice": False},
        "axis": {"tickMinStep": 1, "labelExpr": f"datum.value + ' (' + ({OPENED} + datum.value) + ')'", "grid": False},
    }
    axis = {"labelExpr": _decimal("datum.value", language), "tickCount": 6}
    return {
        "data": {"values": data},
        "width": WIDTH - 60,
        "height": 240,
        "layer": [
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}],
                "mark": {"type": "area", "opacity": 0.18},
                "encoding": {
                    "x": x,
                    "y": {"field": "low", "type": "quantitative"},
                    "y2": {"field": "high"},
                    "color": colour,
                },
            },
            {
                "mark": {"type": "line", "strokeWidth": 2.5},
                "encoding": {
                    "x": x,
                    "y": {
                        "field": "value",
                        "type": "quantitative",
                        "title": value_in(language, chart.options["y"]),
                        "scale": {"zero": False, "domainMax": 1},
                        "axis": axis,
                    },
                    "color": colour,
                    "strokeDash": {
                        "field": "series",
                        "type": "nominal",
                        "scale": {"domain": series, "range": [list(dash) for dash in DASHES[: len(series)]]},
                    },
                },
            },
            {
                "transform": [{"filter": {"field": "series", "equal": series[0]}}],
                "mark": {"type": "point", "filled": True, "size": 26, "opacity": 1},
                "encoding": {"x": x, "y": {"field": "value", "type": "quantitative"}, "color": colour},
            },
        ],
    }


def _issue_bars(chart: Chart, language: Language) -> Spec:
    """Bars with intervals and a tick beside each: ``subject``, ``value``, ``low``, ``high``, ``all``."""
    data = data_of(chart, language)
    words = [value_in(language, chart.options[name]) for name in ("members", "assembly")]
    for row in data:
        row["bar"], row["tick"] = words
    y = {
        "field": "subject",
        "type": "nominal",
        "sort": [row["subject"] for row in data],
        "title": None,
        "axis": {"domain": False, "ticks": False, "labelLimit": 290},
    }
    x = {
        "field": "value",
        "type": "quantitative",
        "title": value_in(language, chart.options["x"]),
        "scale": {"domain": [0, 1]},
        "axis": {"labelExpr": _decimal("datum.value", language), "tickCount": 6},
    }
    key = {"domain": words, "range": [BAR, SERIES[1]]}
    legend = {"orient": "bottom", "columns": 2, "symbolType": "square"}
    return {
        "data": {"values": data},
        "width": WIDTH - 320,
        "height": {"step": 34},
        "layer": [
            {
                "mark": {"type": "bar", "height": 18},
                "encoding": {
                    "y": y,
                    "x": x,
                    "color": {"field": "bar", "type": "nominal", "title": None, "scale": key, "legend": legend},
                },
            },
            {
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}],
                "mark": {"type": "rule", "color": INK, "strokeWidth": 1.6},
                "encoding": {"y": y, "x": {"field": "low", "type": "quantitative"}, "x2": {"field": "high"}},
            },
            {
                "transform": [{"filter": "isValid(datum.all)"}],
                "mark": {"type": "tick", "thickness": 3, "size": 26, "opacity": 1},
                "encoding": {
                    "y": y,
                    "x": {"field": "all", "type": "quantitative"},
                    "color": {"field": "tick", "type": "nominal", "scale": key},
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontWeight": 600, "color": INK},
                "encoding": {"y": y, "x": {"value": 0}, "text": {"field": "label", "type": "nominal"}},
                "transform": [{"calculate": _decimal("datum.value", language), "as": "label"}],
            },
        ],
    }


def _triangle(data: Data) -> tuple[Data, list[str]]:
    """The pairs with the state that comes later in the alphabet as the row; and all states in that order."""
    names = sorted({row[side] for row in data for side in ("row", "column")}, key=_alphabetical)
    place = {name: number for number, name in enumerate(names)}
    cells = []
    for row in data:
        first, second = sorted((row["row"], row["column"]), key=place.__getitem__)
        cells.append({**row, "row": second, "column": first})
    return cells, names


def _alphabetical(name: str) -> str:
    return name.casefold().replace("ё", "е")


def _shade(depth: float) -> str:
    """A colour between light (0) and dark (1)."""
    light, dark = (232, 239, 245), (29, 79, 124)
    mixed = (round(a + (b - a) * depth) for a, b in zip(light, dark, strict=True))
    return "#" + "".join(f"{each:02x}" for each in mixed)


def _pair_matrix(chart: Chart, language: Language) -> Spec:
    """A triangle of pairs: ``row``, ``column``, ``value``, ``n``; each cell carries its number."""
    cells, names = _triangle(data_of(chart, language))
    least, most = min(cell["value"] for cell in cells), max(cell["value"] for cell in cells)
    for cell in cells:
        depth = (cell["value"] - least) / (most - least) if most > least else 0.0
        cell["fill"], cell["ink"] = _shade(depth), "#ffffff" if depth > HALF else INK
    step = min(76.0, (WIDTH - 120) / max(1, len(names) - 1))
    encoding = {
        "x": {
            "field": "column",
            "type": "nominal",
            "sort": names[:-1],
            "title": None,
            "axis": {"orient": "top", "labelAngle": -38, "domain": False, "ticks": False},
        },
        "y": {
            "field": "row",
            "type": "nominal",
            "sort": names[1:],
            "title": None,
            "axis": {"domain": False, "ticks": False},
        },
    }
    ink = {"field": "ink", "type": "nominal", "scale": None}
    return {
        "data": {"values": cells},
        "width": {"step": step},
        "height": {"step": 40},
        "transform": [
            {"calculate": _decimal("datum.value", language), "as": "label"},
            {"calculate": "'n = ' + datum.n", "as": "count"},
        ],
        "layer": [
            {
                "mark": {"type": "rect", "stroke": RULE, "strokeWidth": 0.6},
                "encoding": encoding | {"color": {"field": "fill", "type": "nominal", "scale": None}},
            },
            {
                "mark": {"type": "text", "fontWeight": 600, "fontSize": 13, "dy": -6},
                "encoding": encoding | {"text": {"field": "label"}, "color": ink},
            },
            {
                "mark": {"type": "text", "fontSize": 10, "dy": 9},
                "encoding": encoding | {"text": {"field": "count"}, "color": ink},
            },
        ],
    }


def _ideal_points(chart: Chart, language: Language) -> Spec:
    """A panel for each state, a line with a band in it: ``state``, ``year``, ``value``, ``low``, ``high``."""
    data = data_of(chart, language)
    names = sorted({row["state"] for row in data}, key=_alphabetical)
    x = {
        "field": "year",
        "type": "quantitative",
        "title": None,
        "scale": {"zero": False, "nice": False},
        "axis": {"format": "d", "tickCount": 3, "grid": False},
    }
    axis = {"labelExpr": _decimal("datum.value", language), "tickCount": 4}
    y = {"type": "quantitative", "title": None, "axis": axis}
    return {
        "data": {"values": data},
        "columns": COLUMNS,
        "spacing": 16,
        "facet": {
            "field": "state",
            "type": "nominal",
            "sort": names,
            "title": None,
            "header": {"labelFont": "Source Sans Pro", "labelFontSize": 12, "labelColor": INK, "labelFontWeight": 600},
        },
        "spec": {
            "width": (WIDTH - 150) / COLUMNS,
            "height": 110,
            "layer": [
                {
                    "mark": {"type": "area", "opacity": 0.22, "color": SERIES[0]},
                    "encoding": {"x": x, "y": y | {"field": "low"}, "y2": {"field": "high"}},
                },
                {
                    "mark": {"type": "line", "strokeWidth": 2, "color": SERIES[0]},
                    "encoding": {"x": x, "y": y | {"field": "value"}},
                },
                {
                    "mark": {"type": "rule", "stroke": QUIET, "strokeDash": [2, 2], "strokeWidth": 0.8},
                    "encoding": {"y": {"datum": 0}},
                },
            ],
        },
    }


KINDS: dict[str, Callable[[Chart, Language], Spec]] = {
    "agreement-lines": _agreement_lines,
    "issue-bars": _issue_bars,
    "pair-matrix": _pair_matrix,
    "ideal-points": _ideal_points,
}
