"""Ideal points of states from their recorded votes: a dynamic ordinal probit item response model.

The model is that of M. Bailey, A. Strezhnev and E. Voeten, "Estimating Dynamic State Preferences from United Nations
Voting Data", Journal of Conflict Resolution 61 (2), 2017, 430-456. :func:`panel` chooses the votes, :func:`estimate`
draws, :func:`summary` says what the draws say and :func:`convergence` whether to believe them.
"""

from importlib.util import find_spec

from secretariat.positions.measures.ideal_points.diagnostics import Convergence, convergence, long_draws, rhat, summary
from secretariat.positions.measures.ideal_points.panel import Panel, UnableToEstimate, eligible, linked, panel
from secretariat.positions.measures.ideal_points.settings import Direction, Draws, Progress, Settings

VERSION = 1
"""Grows whenever the same panel and settings would give other draws."""
NEEDS_NUMBA = "ideal points need numba, which is not installed: pip install 'secretariat[analytics]'"


def estimate(panel: Panel, *, settings: Settings, progress: Progress | None = None) -> Draws:
    """Draw the ideal points of a panel; ``progress`` counts up to ``settings.work``.

    Raises :class:`UnableToEstimate` when no direction can be found or numba is not installed.
    """
    if find_spec("numba") is None:
        raise UnableToEstimate(NEEDS_NUMBA)
    from secretariat.positions.measures.ideal_points.chains import draws  # noqa: PLC0415  # compiles: only when asked

    return draws(panel, settings=settings, progress=progress)


__all__ = [
    "NEEDS_NUMBA",
    "VERSION",
    "Convergence",
    "Direction",
    "Draws",
    "Panel",
    "Progress",
    "Settings",
    "UnableToEstimate",
    "convergence",
    "eligible",
    "estimate",
    "linked",
    "long_draws",
    "panel",
    "rhat",
    "summary",
]
