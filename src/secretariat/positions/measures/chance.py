"""Random groups: how far any states, drawn by lot, agree in the same roll calls.

The General Assembly agrees with itself most of the time, and small groups agree more than large ones by chance alone.
An agreement index says something only beside that of groups of the same size over the same roll calls.
"""

import numpy as np
import numpy.typing as npt

DRAWS = 1_000
_BLOCK = 50
"""So many groups are counted at once: it bounds the memory."""


def random_groups(places: npt.NDArray[np.int8], *, size: int, seed: int, draws: int = DRAWS) -> npt.NDArray[np.float64]:
    """The mean agreement index of ``draws`` groups of ``size`` states, drawn without replacement from the columns.

    ``places`` as in :class:`~secretariat.positions.measures.panel.Panel`. Absences are left out as everywhere; a group
    of which no two members ever voted together has not a number. Raises ``ValueError`` when there are fewer columns
    than a group needs.
    """
    states = places.shape[1]
    if not 1 < size <= states:
        msg = f"groups of {size} cannot be drawn from {states} states"
        raise ValueError(msg)
    chance = np.random.default_rng(seed)
    rollcalls = len(places)
    votes = np.concatenate([places == place for place in (1, 2, 3)]).T.astype(np.float32)
    found = np.empty(draws)
    for start in range(0, draws, _BLOCK):
        block = range(start, min(start + _BLOCK, draws))
        member = np.zeros((len(block), states), dtype=np.float32)
        for row, _ in enumerate(block):
            member[row, chance.choice(states, size=size, replace=False)] = 1
        counts = (member @ votes).reshape(len(block), 3, rollcalls)
        found[start : block.stop] = mean_agreement(counts)
    return found


def mean_agreement(counts: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """The agreement index averaged over roll calls, from counts (groups by three votes by roll calls)."""
    n = counts.sum(axis=1, dtype=np.float64)
    most = counts.max(axis=1).astype(np.float64)
    enough = n >= 2  # noqa: PLR2004  # one vote agrees with itself
    index = np.where(enough, (most - (n - most) / 2) / np.maximum(n, 1), 0)
    used = enough.sum(axis=-1)
    means: npt.NDArray[np.float64] = np.full(used.shape, np.nan)
    np.divide(index.sum(axis=-1), used, out=means, where=used > 0)
    return means


def standing_among(value: float, groups: npt.NDArray[np.float64]) -> float:
    """The percentile (0..100) of a value among those of random groups; an equal one counts half."""
    known = groups[~np.isnan(groups)]
    below = np.count_nonzero(known < value) + np.count_nonzero(known == value) / 2
    return float(100 * below / len(known))
