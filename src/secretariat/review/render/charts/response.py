"""Charts of the chapter on response."""

from collections.abc import Callable

from secretariat.kernel import Language
from secretariat.review.render.charts.frame import INK, RULE, WIDTH, Spec, data_of
from secretariat.review.rules.blocks import Chart

_DAYS = {
    "en": "date(datum.value) + ' ' + ['Jan','Feb','Mar','Apr','May','Jun','Jul','Aug','Sep','Oct','Nov','Dec']"
    "[month(datum.value)]",
    "ru": "date(datum.value) + ' ' + ['янв','фев','мар','апр','мая','июн','июл','авг','сен','окт','ноя','дек']"
    "[month(datum.value)]",
}
"""A day and its month in the language."""
_BESIDE = 300
"""The room of the labels beside a chart."""


def _mandate(chart: Chart, language: Language) -> Spec:
    """Bars from the contribution to the withdrawal, a line a member: ``subject``, ``start``, ``end``, ``persons``.

    The number of persons is written on the bar; an open bar (``open``) has no end on record and a dashed outline.
    """
    data = data_of(chart, language)
    subjects = sorted(dict.fromkeys(row["subject"] for row in data), key=lambda name: name.casefold().replace("ё", "е"))
    y: Spec = {
        "field": "subject",
        "type": "nominal",
        "sort": subjects,
        "title": None,
        "axis": {"domain": False, "ticks": False},
    }
    return {
        "data": {"values": data},
        "width": WIDTH - 150,
        "height": {"step": 30},
        "layer": [
            {
                "mark": {"type": "bar", "height": 18, "color": "#c3d5e4", "stroke": INK, "strokeWidth": 0.7},
                "encoding": {
                    "y": y,
                    "x": {
                        "field": "start",
                        "type": "temporal",
                        "title": None,
                        "axis": {"grid": True, "labelExpr": _DAYS[language], "tickCount": 8, "labelOverlap": True},
                    },
                    "x2": {"field": "end"},
                    "strokeDash": {
                        "condition": {"test": "datum.open", "value": [4, 3]},
                        "value": [1, 0],
                    },
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 12, "color": INK},
                "encoding": {"y": y, "x": {"field": "start", "type": "temporal"}, "text": {"field": "label"}},
            },
        ],
    }


def _cases(chart: Chart, language: Language) -> Spec:
    """Requests in time, each on a scale of its own: ``subject``, ``first``, ``last``, ``from``, ``to``, ``word``.

    A line an act, which is named beside it with its day, so that neither colour nor shape carries anything.
    """
    data = data_of(chart, language)
    views: list[Spec] = []
    for subject in dict.fromkeys(row["subject"] for row in data):
        own = [row for row in data if row["subject"] == subject]
        y: Spec = {
            "field": "word",
            "type": "nominal",
            "sort": [row["word"] for row in own],
            "title": None,
            "axis": {
                "domain": False,
                "ticks": False,
                "minExtent": _BESIDE,
                "maxExtent": _BESIDE,
                "labelLimit": _BESIDE,
            },
        }
        x: Spec = {
            "field": "from",
            "type": "temporal",
            "title": None,
            "axis": {"grid": True, "labelExpr": _DAYS[language], "tickCount": 5, "labelOverlap": True},
            "scale": {"nice": False},
        }
        views.append(
            {
                "title": {"text": subject, "anchor": "start", "fontSize": 13, "color": INK, "offset": 4},
                "data": {"values": own},
                "width": WIDTH - _BESIDE - 20,
                "height": {"step": 19},
                "layer": [
                    {
                        "mark": {"type": "rule", "color": RULE, "strokeWidth": 1.5},
                        "encoding": {"y": y, "x": x, "x2": {"field": "to"}},
                    },
                    {
                        "mark": {"type": "point", "size": 90, "filled": True, "color": "#1d4f7c", "opacity": 1},
                        "encoding": {"y": y, "x": {"field": "last", "type": "temporal"}},
                    },
                    {
                        "mark": {"type": "rule", "color": "#1d4f7c", "strokeWidth": 5},
                        "encoding": {"y": y, "x": {"field": "first", "type": "temporal"}, "x2": {"field": "last"}},
                    },
                ],
            }
        )
    return {"vconcat": views, "spacing": 14}


KINDS: dict[str, Callable[[Chart, Language], Spec]] = {"force_mandate": _mandate, "force_cases": _cases}
