"""Counts above those of the last few points, for histories too short for seasons: the early aberration methods C1, C2.

Hutwagner, Thompson, Seeman and Treadwell, "The bioterrorism preparedness and response Early Aberration Reporting
System (EARS)", Journal of Urban Health 80 (2003); Fricker, Hegler and Dunfee, Statistics in Medicine 27 (2008).
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from secretariat.watch.measures.poisson import Numbers, Truths

BASELINE = 7
"""Points from which mean and standard deviation are taken."""
ALPHA = 0.001


class EarsMethod(StrEnum):
    """C1 looks at the seven points just before; C2 leaves out the last two: a slow rise does not hide itself."""

    C1 = "C1"
    C2 = "C2"


LAGS = {EarsMethod.C1: 0, EarsMethod.C2: 2}


@dataclass(frozen=True, slots=True)
class EarsThresholds:
    """``upper`` and ``alarm`` are (series, time); ``upper`` is ``nan`` where too little came before."""

    upper: Numbers
    alarm: Truths


def ears(counts: Numbers, *, method: EarsMethod = EarsMethod.C1, alpha: float = ALPHA) -> EarsThresholds:
    """Thresholds for every point of ``counts`` (series, time): mean plus the normal quantile times the deviation.

    The deviation has n - 1 in its denominator; where it is 0 the threshold is the mean itself.
    """
    from scipy import stats  # noqa: PLC0415  # a second to import that most commands need not pay

    lag = LAGS[method]
    upper = np.full_like(counts, np.nan)
    if counts.shape[1] > BASELINE + lag:
        windows = np.lib.stride_tricks.sliding_window_view(counts, BASELINE, axis=1)[:, : -1 - lag]
        spread = windows.std(axis=2, ddof=1)
        upper[:, BASELINE + lag :] = windows.mean(axis=2) + float(stats.norm.isf(alpha)) * spread
    with np.errstate(invalid="ignore"):
        return EarsThresholds(upper, counts > upper)
