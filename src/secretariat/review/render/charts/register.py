"""Charts of the register: time lines, matrices, step lines, survival curves."""

from collections.abc import Callable
from textwrap import wrap

from secretariat.kernel import Language
from secretariat.review.render.charts.frame import (
    COLOURS,
    DARK_GROUND,
    INK,
    SERIES,
    WIDTH,
    Spec,
    data_of,
    time_axis,
)
from secretariat.review.rules.blocks import Chart
from secretariat.review.rules.language import value_in


def _timeline(chart: Chart, language: Language) -> Spec:
    """Bars in time, one line a subject: ``subject``, ``start``, ``end``, ``status``, ``word``."""
    data = data_of(chart, language)
    subjects = list(dict.fromkeys(row["subject"] for row in data))
    words = {row["status"]: row["word"] for row in data}
    return {
        "data": {"values": data},
        "width": WIDTH - 150,
        "height": {"step": 26},
        "mark": {"type": "bar", "height": 16, "stroke": INK, "strokeWidth": 0.5},
        "encoding": {
            "y": {
                "field": "subject",
                "type": "nominal",
                "sort": subjects,
                "title": None,
                "axis": {"domain": False, "ticks": False},
            },
            "x": {"field": "start", "type": "temporal", "axis": time_axis(language, years=True)},
            "x2": {"field": "end"},
            "color": {
                "field": "word",
                "type": "nominal",
                "title": None,
                "scale": {"domain": list(words.values()), "range": [COLOURS.get(code, "#999999") for code in words]},
                "legend": {"orient": "bottom", "columns": 4},
            },
        },
    }


def _wrapped(text: str) -> str:
    """A long label in lines of at most 44 characters; three lines, then an ellipsis."""
    return "\n".join(wrap(text, 44, max_lines=3, placeholder=" …"))


def _matrix(chart: Chart, language: Language) -> Spec:
    """A grid of statuses: ``row``, ``column``, ``status``, ``letter``, ``word``."""
    data = data_of(chart, language)
    for row in data:
        row["row"] = _wrapped(row["row"])
    rows = list(dict.fromkeys(_wrapped(value_in(language, row["row"])) for row in chart.rows))
    columns = list(dict.fromkeys(row["column"] for row in data))
    words = {row["status"]: f"{row['letter']} – {row['word']}" for row in data}
    for row in data:
        row["legend"] = words[row["status"]]
        row["ink"] = "#ffffff" if row["status"] in DARK_GROUND else INK
    label = 270
    step = min(64, (WIDTH - label) / max(1, len(columns)))
    encoding = {
        "x": {
            "field": "column",
            "type": "nominal",
            "sort": columns,
            "title": None,
            "axis": {"orient": "top", "labelAngle": -38, "domain": False, "ticks": False},
        },
        "y": {
            "field": "row",
            "type": "nominal",
            "sort": rows,
            "title": None,
            "axis": {"domain": False, "ticks": False, "labelLimit": label},
        },
    }
    return {
        "data": {"values": data},
        "width": {"step": step},
        "height": {"step": 10 + 15 * max((row.count("\n") + 1 for row in rows), default=1)},
        "layer": [
            {
                "mark": {"type": "rect", "stroke": "#7f8a93", "strokeWidth": 0.6},
                "encoding": encoding
                | {
                    "color": {
                        "field": "legend",
                        "type": "nominal",
                        "title": None,
                        "scale": {
                            "domain": list(words.values()),
                            "range": [COLOURS.get(code, "#ffffff") for code in words],
                        },
                        "legend": {
                            "orient": "bottom",
                            "columns": 3,
                            "symbolType": "square",
                            "symbolStrokeColor": "#7f8a93",
                        },
                    }
                },
            },
            {
                "mark": {"type": "text", "fontWeight": 600, "fontSize": 13},
                "encoding": encoding
                | {"text": {"field": "letter"}, "color": {"field": "ink", "type": "nominal", "scale": None}},
            },
        ],
    }


def _steps(chart: Chart, language: Language) -> Spec:
    """Cumulative counts in time: ``day``, ``value``, ``series``."""
    data = data_of(chart, language)
    series = list(dict.fromkeys(row["series"] for row in data))
    dashes = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3]][: len(series)]
    return {
        "data": {"values": data},
        "width": WIDTH - 60,
        "height": 220,
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "axis": time_axis(language, years=False)},
            "y": {
                "field": "value",
                "type": "quantitative",
                "title": chart.options["unit"] and value_in(language, chart.options["unit"]),
                "axis": {"tickMinStep": 1, "format": "d"},
                "scale": {"domainMin": 0},
            },
            "color": {
                "field": "series",
                "type": "nominal",
                "title": None,
                "scale": {"domain": series, "range": list(SERIES[: len(series)])},
                "legend": {"orient": "bottom", "columns": 2, "symbolType": "stroke", "symbolSize": 400},
            },
            "strokeDash": {"field": "series", "type": "nominal", "scale": {"domain": series, "range": dashes}},
        },
    }


def _survival(chart: Chart, language: Language) -> Spec:
    """Survival curves with their intervals: ``days``, ``open``, ``low``, ``high``, ``series``."""
    data = data_of(chart, language)
    series = list(dict.fromkeys(row["series"] for row in data))
    colour = {
        "field": "series",
        "type": "nominal",
        "title": None,
        "scale": {"domain": series, "range": list(SERIES[: len(series)])},
        "legend": {
            "orient": "bottom",
            "columns": 1,
            "symbolType": "stroke",
            "symbolSize": 400,
            "symbolOpacity": 1,
            "symbolStrokeWidth": 2.5,
            "labelLimit": 560,
        },
    }
    x = {
        "field": "days",
        "type": "quantitative",
        "title": value_in(language, chart.options["x"]),
        "scale": {"domainMin": 0, "nice": False},
    }
    return {
        "data": {"values": data},
        "width": WIDTH - 60,
        "height": 240,
        "layer": [
            {
                "mark": {"type": "area", "interpolate": "step-after", "opacity": 0.18},
                "encoding": {
                    "x": x,
                    "y": {"field": "low", "type": "quantitative"},
                    "y2": {"field": "high"},
                    "color": colour,
                },
                "transform": [{"filter": "isValid(datum.low) && isValid(datum.high)"}],
            },
            {
                "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
                "encoding": {
                    "x": x,
                    "y": {
                        "field": "open",
                        "type": "quantitative",
                        "title": value_in(language, chart.options["y"]),
                        "scale": {"domain": [0, 1]},
                        "axis": {"format": "%"},
                    },
                    "color": colour,
                    "strokeDash": {
                        "field": "series",
                        "type": "nominal",
                        "scale": {"domain": series, "range": [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3]][: len(series)]},
                    },
                },
            },
        ],
    }


KINDS: dict[str, Callable[[Chart, Language], Spec]] = {
    "timeline": _timeline,
    "matrix": _matrix,
    "steps": _steps,
    "survival": _survival,
}
