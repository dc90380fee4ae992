"""What all charts share: fonts, colours, axes, and how the rows of a chart become data for Vega-Lite."""

from datetime import date
from functools import cache
from typing import Any

import vl_convert

from secretariat.kernel import Figure, Language, LocalizedText
from secretariat.review.rules.blocks import Chart, Value
from secretariat.review.rules.language import value_in
from secretariat.sources.render.fonts import FONT, FONT_FILES

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
def register_fonts() -> None:
    """Make the packaged fonts known to the engine, once."""
    vl_convert.register_font_directory(str(FONT_FILES))


def data_of(chart: Chart, language: Language) -> Data:
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


def config() -> Spec:
    """The fonts and inks of every chart."""
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


def time_axis(language: Language, *, years: bool) -> Spec:
    """A time axis whose months are named in the language; ``years`` marks only years."""
    axis: Spec = {"title": None, "grid": True, "labelOverlap": True}
    if years:
        return axis | {"format": "%Y"}
    return axis | ({"labelExpr": _MONTHS} if language == "ru" else {"format": "%b %Y"})
