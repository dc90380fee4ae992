"""Charts of the chapter on the area of responsibility: monthly series with their thresholds."""

from collections.abc import Callable

from secretariat.kernel import Language
from secretariat.review.render.charts.frame import INK, SERIES, WIDTH, Spec, data_of, time_axis
from secretariat.review.rules.blocks import Chart
from secretariat.review.rules.language import value_in


def _monthly_series(chart: Chart, language: Language) -> Spec:
    """A line by month with a dashed threshold and marked months: ``month``, ``value``, ``threshold``, ``alert``."""
    words = {name: value_in(language, chart.options[name]) for name in ("y", "value", "threshold", "alert")}
    shown = [words["value"], words["threshold"], words["alert"]]
    x = {"field": "month", "type": "temporal", "axis": time_axis(language, years=True)}
    y = {"type": "quantitative", "title": words["y"], "axis": {"tickCount": 6}}

    def named(word: str) -> Spec:
        return {
            "datum": word,
            "type": "nominal",
            "title": None,
            "scale": {"domain": shown, "range": [SERIES[0], INK, SERIES[1]]},
            "legend": {"orient": "bottom", "columns": 3},
        }

    return {
        "data": {"values": data_of(chart, language)},
        "width": WIDTH - 60,
        "height": 220,
        "layer": [
            {
                "mark": {"type": "line", "strokeWidth": 1.4, "strokeDash": [4, 3], "interpolate": "step"},
                "encoding": {"x": x, "y": {"field": "threshold", **y}, "color": named(words["threshold"])},
            },
            {
                "mark": {"type": "line", "strokeWidth": 2},
                "encoding": {"x": x, "y": {"field": "value", **y}, "color": named(words["value"])},
            },
            {
                "transform": [{"filter": "datum.alert === 1"}],
                "mark": {"type": "point", "shape": "diamond", "size": 70, "filled": True},
                "encoding": {"x": x, "y": {"field": "value", **y}, "color": named(words["alert"])},
            },
        ],
    }


KINDS: dict[str, Callable[[Chart, Language], Spec]] = {"monthly-series": _monthly_series}
