"""Bootstrap intervals over roll calls: how far a mean would move had other roll calls of the kind been held.

Roll calls are drawn with replacement (B. Efron, Annals of Statistics 7 (1979)); the interval is that of the percentiles
of the resampled means. It says nothing about roll calls that were never called, and it takes them as independent of
each other, which paragraphs of one resolution are not: the interval is rather too narrow than too wide.
"""

import numpy as np
import numpy.typing as npt

LEVEL = 0.95
RESAMPLES = 1_000


def intervals(
    values: npt.NDArray[np.float64], *, seed: int, level: float = LEVEL, resamples: int = RESAMPLES
) -> npt.NDArray[np.float64]:
    """The low and the high bound (2 rows) of the mean of each column.

    ``values`` has a row for each roll call and a column for each quantity; not a number stands where the roll call does
    not count for it, as it does not in the mean. The same resamples serve all columns. A column without a value has
    no bounds: not a number.
    """
    rows = len(values)
    if rows == 0:
        return np.full((2, values.shape[1]), np.nan)
    weights = np.random.default_rng(seed).multinomial(rows, np.full(rows, 1 / rows), size=resamples).astype(np.float64)
    counted = ~np.isnan(values)
    sums = weights @ np.where(counted, values, 0)
    times = weights @ counted
    means = np.divide(sums, times, out=np.full(sums.shape, np.nan), where=times > 0)
    bounds = np.full((2, values.shape[1]), np.nan)
    known = counted.any(axis=0)
    if known.any():
        tail = (1 - level) / 2
        bounds[:, known] = np.nanquantile(means[:, known], [tail, 1 - tail], axis=0)
    return bounds
