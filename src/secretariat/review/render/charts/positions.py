"""Charts of the chapter on positions."""

from collections.abc import Callable

from secretariat.kernel import Language
from secretariat.review.render.charts.frame import Spec
from secretariat.review.rules.blocks import Chart

KINDS: dict[str, Callable[[Chart, Language], Spec]] = {}
