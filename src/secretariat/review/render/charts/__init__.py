"""Charts as SVG by Vega-Lite: the same picture on the page and in the PDF.

Data stand inside each specification, fonts come from a package, and identifiers are renumbered, so that the same rows
give the same bytes. Colours differ in lightness as well as in hue, and every cell also carries a letter or a word.
"""

import re
from collections.abc import Callable

import vl_convert

from secretariat.kernel import Language
from secretariat.review.render.charts import partners, positions, programmes, register, response, watch
from secretariat.review.render.charts.frame import Spec, config, register_fonts
from secretariat.review.rules.blocks import Chart

_KINDS: dict[str, Callable[[Chart, Language], Spec]] = {
    **register.KINDS,
    **positions.KINDS,
    **partners.KINDS,
    **watch.KINDS,
    **programmes.KINDS,
    **response.KINDS,
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
    register_fonts()
    spec = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": config()} | _KINDS[chart.kind](
        chart, language
    )
    svg = str(vl_convert.vegalite_to_svg(spec, vl_version="5.21"))
    return _with_own_identifiers(svg, chart.display.key)
