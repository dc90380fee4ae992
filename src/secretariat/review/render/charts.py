"""Charts as SVG by Vega-Lite: the same picture on the page and in the PDF.

Data stand inside each specification, fonts come from a package, and identifiers are renumbered, so that the same rows
give the same bytes. Colours differ in lightness as well as in hue, and every cell also carries a letter or a word.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

import font_source_sans_pro
import vl_convert

from secretariat.kernel import Figure, Language, LocalizedText
from secretariat.review.rules.blocks import Chart, Value
from secretariat.review.rules.language import value_in

FONT = "Source Sans Pro"
FONT_FILES = Path(font_source_sans_pro.__file__).parent / "files"
WIDTH = 620
INK, QUIET, RULE = "#1b2733", "#4a5a68", "#c9d1d8"
COLOURS = {
    "party": "#1d4f7c",
    "member": "#1d4f7c",
    "verified": "#1d4f7c",
    "consented": "#5b8db8",
    "claimed": "#5b8db8",
    "accepted": "#8fb3d1",
    "in_progress": "#8fb3d1",
    "provisional": "#8fb3d1",
    "signatory": "#c3d5e4",
    "proposed": "#c3d5e4",
    "not_started": "#dfe5ea",
    "suspended": "#c77a1b",
    "stagnant": "#c77a1b",
    "blocked": "#a3541a",
    "overdue": "#a3541a",
    "declined": "#7a4a6a",
    "superseded": "#a7a29a",
    "elapsed": "#a7a29a",
    "retired": "#a7a29a",
    "withdrawn": "#7f8a93",
    "lapsed": "#7f8a93",
    "expelled": "#7f8a93",
    "observer": "#e3ddcf",
    "partner": "#e3ddcf",
    "unknown": "#ffffff",
    "none": "#f4f2ee",
}
DARK_GROUND = frozenset(
    {
        "party",
        "member",
        "verified",
        "suspended",
        "stagnant",
        "blocked",
        "overdue",
        "declined",
        "withdrawn",
        "lapsed",
        "expelled",
        "consented",
        "claimed",
    }
)
SERIES = ("#1d4f7c", "#c77a1b", "#4d7a5a", "#7a4a6a")

Spec = dict[str, Any]
Data = list[dict[str, Any]]


@cache
def _fonts_registered() -> None:
    vl_convert.register_font_directory(str(FONT_FILES))


def _data(chart: Chart, language: Language) -> Data:
    """Rows as Vega reads them: texts in the language, days in ISO form, figures as their numbers."""

    def plain(value: Value) -> Any:
        match value:
            case Figure():
                return value.value
            case date():
                return value.isoformat()
            case LocalizedText():
                return value.in_language(language)
            case int() | float() | str() | None:
                return value
            case _:
                return value_in(language, value)

    rows = list(chart.rows)
    if chart.alphabetical:
        rows.sort(key=lambda row: value_in(language, row[chart.alphabetical]).casefold().replace("ё", "е"))
    return [{name: plain(value) for name, value in row.items()} for row in rows]


def _config() -> Spec:
    axis = {
        "labelFont": FONT,
        "titleFont": FONT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelColor": INK,
        "titleColor": QUIET,
        "gridColor": RULE,
        "domainColor": RULE,
        "tickColor": RULE,
        "labelLimit": 260,
    }
    legend = {
        "labelFont": FONT,
        "titleFont": FONT,
        "labelFontSize": 12,
        "labelColor": INK,
        "titleColor": QUIET,
        "labelLimit": 300,
        "symbolSize": 140,
    }
    return {
        "font": FONT,
        "lineBreak": "\n",
        "background": "white",
        "view": {"stroke": None},
        "axis": axis,
        "legend": legend,
        "text": {"font": FONT, "fontSize": 12},
    }


_MONTHS = (
    "['янв','фев','мар','апр','май','июн','июл','авг','сен','окт','ноя','дек'][month(datum.value)]"
    " + ' ' + year(datum.value)"
)


def _time_axis(language: Language, *, years: bool) -> Spec:
    axis: Spec = {"title": None, "grid": True, "labelOverlap": True}
    if years:
        return axis | {"format": "%Y"}
    return axis | ({"labelExpr": _MONTHS} if language == "ru" else {"format": "%b %Y"})


def _timeline(chart: Chart, language: Language) -> Spec:
    """Bars in time, one line a subject: ``subject``, ``start``, ``end``, ``status``, ``word``."""
    data = _data(chart, language)
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
            "x": {"field": "start", "type": "temporal", "axis": _time_axis(language, years=True)},
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
    data = _data(chart, language)
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
    data = _data(chart, language)
    series = list(dict.fromkeys(row["series"] for row in data))
    dashes = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3]][: len(series)]
    return {
        "data": {"values": data},
        "width": WIDTH - 60,
        "height": 220,
        "mark": {"type": "line", "interpolate": "step-after", "strokeWidth": 2.5},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "axis": _time_axis(language, years=False)},
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
    data = _data(chart, language)
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


_KINDS: dict[str, Callable[[Chart, Language], Spec]] = {
    "timeline": _timeline,
    "matrix": _matrix,
    "steps": _steps,
    "survival": _survival,
}
_IDENTIFIER = re.compile(r'\b(id="|url\(#|href="#)((?:clip|gradient)_?)(\d+)')


def _with_own_identifiers(svg: str, key: str) -> str:
    """Number an SVG's identifiers from nought and put the chart's key before them.

    The engine counts them through a whole process, and two charts on one page must not share any.
    """
    seen: dict[str, int] = {}

    def renumber(match: re.Match[str]) -> str:
        number = seen.setdefault(match[2] + match[3], len(seen))
        return f"{match[1]}{key}-{match[2]}{number}"

    return _IDENTIFIER.sub(renumber, svg)


def draw(chart: Chart, language: Language) -> str:
    """The chart as SVG. Raises ``KeyError`` for a kind that no function draws."""
    _fonts_registered()
    spec = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": _config()} | _KINDS[chart.kind](
        chart, language
    )
    svg = str(vl_convert.vegalite_to_svg(spec, vl_version="5.21"))
    return _with_own_identifiers(svg, chart.display.key)
