"""Deaths of many events together, with the uncertainty of each.

Adding all lows and all highs would say that every report erred in the same direction. Here the distances from the best
figure are taken as independent between events up to a correlation ``rho`` and added as standard deviations are:

    width = sqrt((1 - rho) * sum(d_i ** 2) + rho * (sum d_i) ** 2)

with d_i = best - low downwards and high - best upwards. ``rho`` = 0 is independence, 1 the plain sum of lows and highs.
The plain sums are returned beside it. An event whose low lies above its best figure, or whose high lies below it, keeps
its best figure and widens nothing on that side.
"""

from dataclasses import dataclass

import numpy as np

from secretariat.watch.measures.poisson import Numbers


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of ``best`` with its interval ``low`` to ``high``; ``least`` and ``most`` are the plain sums."""

    best: float
    low: float
    high: float
    least: float
    most: float


def total(low: Numbers, best: Numbers, high: Numbers, *, rho: float = 0.0) -> Total:
    """The sum of events' figures (each (n,)); raises ``ValueError`` for a correlation outside 0 to 1."""
    if not 0 <= rho <= 1:
        msg = f"a correlation between 0 and 1 was expected, got {rho}"
        raise ValueError(msg)
    down, up = np.maximum(best - low, 0), np.maximum(high - best, 0)

    def width(distances: Numbers) -> float:
        return float(np.sqrt((1 - rho) * (distances**2).sum() + rho * distances.sum() ** 2))

    middle = float(best.sum())
    return Total(middle, middle - width(down), middle + width(up), middle - float(down.sum()), middle + float(up.sum()))
