"""Charts of the chapter on partners."""

from collections.abc import Callable

from secretariat.kernel import Language
from secretariat.review.render.charts.frame import INK, QUIET, WIDTH, Data, Spec, data_of
from secretariat.review.rules.blocks import Chart

_GROUNDS = {
    "member": "#1d4f7c",
    "suspended": "#c77a1b",
    "observer": "#c3d5e4",
    "dialogue_partner": "#e3ddcf",
    "candidate": "#8fb3d1",
    "former": "#7f8a93",
    "none": "#ffffff",
    "unknown": "#f4f2ee",
}
_LIGHT_INK = frozenset({"member", "former"})
_LABEL, _STEP, _TALL = 130, 42, 26
_AXES: Spec = {"title": None, "domain": False, "ticks": False}


def _rows_of(data: Data) -> list[str]:
    return sorted(dict.fromkeys(row["row"] for row in data), key=lambda name: name.casefold().replace("ё", "е"))


def _beside(data: Data, rows: list[str], title: str, *, field: str, width: int, wide: bool) -> Spec:
    """A column of words beside the grid, one for each of its rows."""
    once = list({row["row"]: {"row": row["row"], "said": row[field], "sign": row["sign"]} for row in data}.values())
    if wide:
        for row in once:
            row["said"] = f"{row['sign']} {row['said']}"
    return {
        "data": {"values": once},
        "width": width,
        "height": {"step": _TALL},
        "title": {"text": title, "anchor": "start", "fontSize": 12, "fontWeight": "normal", "color": QUIET, "dy": 2},
        "mark": {"type": "text", "align": "left", "fontSize": 12, "color": INK, "x": 2},
        "encoding": {
            "y": {"field": "row", "type": "nominal", "sort": rows, "axis": None},
            "text": {"field": "said"},
        },
    }


def _overlap(chart: Chart, language: Language) -> Spec:
    """Partners against members: ``row``, ``column``, ``seat``, ``letter``, ``word``; ``share``, ``sign``, ``link``.

    Each cell carries a letter, so that its ground only repeats it; the words beside a row are those of all its cells.
    """
    data = data_of(chart, language)
    rows, columns = _rows_of(data), list(dict.fromkeys(row["column"] for row in data))
    words = {seat: f"{row['letter']} – {row['word']}" for seat in _GROUNDS for row in data if row["seat"] == seat}
    for row in data:
        row["legend"] = words[row["seat"]]
        row["ink"] = "#ffffff" if row["seat"] in _LIGHT_INK else INK
    common, link = ("In common", "Link") if language == "en" else ("Общие", "Связь")
    encoding: Spec = {
        "x": {
            "field": "column",
            "type": "nominal",
            "sort": columns,
            "axis": _AXES | {"orient": "top", "labelAngle": -38},
        },
        "y": {"field": "row", "type": "nominal", "sort": rows, "axis": _AXES | {"labelLimit": _LABEL}},
    }
    scale = {"domain": list(words.values()), "range": [_GROUNDS[seat] for seat in words]}
    legend = {"orient": "bottom", "columns": 4, "symbolType": "square", "symbolStrokeColor": "#7f8a93"}
    step = min(_STEP, (WIDTH - _LABEL - 230) / max(1, len(columns)))
    grid: Spec = {
        "data": {"values": data},
        "width": {"step": step},
        "height": {"step": _TALL},
        "layer": [
            {
                "mark": {"type": "rect", "stroke": "#7f8a93", "strokeWidth": 0.6},
                "encoding": encoding
                | {"color": {"field": "legend", "type": "nominal", "title": None, "scale": scale, "legend": legend}},
            },
            {
                "mark": {"type": "text", "fontWeight": 600, "fontSize": 13},
                "encoding": encoding
                | {"text": {"field": "letter"}, "color": {"field": "ink", "type": "nominal", "scale": None}},
            },
        ],
    }
    return {
        "hconcat": [
            grid,
            _beside(data, rows, common, field="share", width=58, wide=False),
            _beside(data, rows, link, field="link", width=150, wide=True),
        ],
        "spacing": 10,
        "resolve": {"scale": {"color": "shared"}, "legend": {"color": "shared"}},
    }


KINDS: dict[str, Callable[[Chart, Language], Spec]] = {"partner-overlap": _overlap}
