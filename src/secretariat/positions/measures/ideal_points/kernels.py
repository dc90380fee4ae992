"""Compiled pieces of the sampler: the normal distribution in one interval, quickly and far out in its tails.

Needs numba (the extra ``analytics``). Compiled once in each process; nothing is written to disk.
"""

import math
from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.special import log_ndtr, ndtr

Function = TypeVar("Function", bound=Callable[..., Any])

LOW, HIGH, STEPS = -12.0, 8.0, 64
"""The tables of Phi and log Phi: from, to, steps in one unit."""
HALF_LOG_TWO_PI = 0.5 * math.log(2 * math.pi)
_GRID = np.arange(LOW, HIGH + 1.5 / STEPS, 1.0 / STEPS)
_DENSITY = np.exp(-_GRID * _GRID / 2 - HALF_LOG_TWO_PI)
_PHI = np.stack([ndtr(_GRID), _DENSITY / STEPS], axis=1)
_LOG_PHI = np.stack([log_ndtr(_GRID), _DENSITY / ndtr(_GRID) / STEPS], axis=1)

NAIVE = -0.4
"""Above this edge the plain normal is drawn until it fits: at least one draw in three does."""
NARROW = 2.5
"""An interval around zero that is narrower is drawn uniformly and thinned."""


def compiled(function: Function) -> Function:
    """Compile a kernel; it lets other threads run."""
    return cast("Function", njit(nogil=True, error_model="numpy")(function))


@compiled
def interpolated(table: NDArray[np.float64], x: float) -> float:
    """Cubic Hermite between tabulated values and slopes."""
    place = (x - LOW) * STEPS
    index = int(place)
    t = place - index
    rise = table[index + 1, 0] - table[index, 0]
    left = table[index, 1] - rise
    right = rise - table[index + 1, 1]
    return float(table[index, 0] + t * (rise + (1.0 - t) * (left * (1.0 - t) + right * t)))


@compiled
def phi(x: float) -> float:
    """Phi(x): relative error below 1e-6 in the left tail, 1e-9 in the middle; 0 below -12."""
    if x >= HIGH:
        return 1.0
    if x <= LOW:
        return 0.0
    return interpolated(_PHI, x)


@compiled
def log_phi(x: float) -> float:
    """Log Phi(x), to 1e-9; below -12 by the series of Abramowitz and Stegun 26.2.12."""
    if x >= HIGH:
        return 0.0
    if x <= LOW:
        inverse = 1.0 / (x * x)
        return -0.5 * x * x - math.log(-x) - HALF_LOG_TWO_PI + math.log1p(-inverse + 3.0 * inverse * inverse)
    return interpolated(_LOG_PHI, x)


@compiled
def log_between(lower: float, upper: float) -> float:
    """log(Phi(upper) - Phi(lower)); the side of zero is chosen so that nothing cancels."""
    if lower > 0.0:
        lower, upper = -upper, -lower
    high = log_phi(upper)
    return high + math.log(-math.expm1(log_phi(lower) - high))


@compiled
def draw_below(generator: np.random.Generator, edge: float) -> float:
    """A standard normal given that it is below the edge (Robert 1995 in the tail)."""
    if edge > NAIVE:
        while True:
            x = generator.standard_normal()
            if x < edge:
                return x
    rate = 0.5 * (math.sqrt(edge * edge + 4.0) - edge)
    while True:
        x = generator.standard_exponential() / rate - edge
        gap = x - rate
        if generator.random() <= math.exp(-0.5 * gap * gap):
            return -x


@compiled
def draw_between(generator: np.random.Generator, lower: float, upper: float) -> float:
    """A standard normal given that it is in the interval."""
    if lower > 0.0:
        return -draw_left(generator, -upper, -lower)
    if upper < 0.0:
        return draw_left(generator, lower, upper)
    width = upper - lower
    if width > NARROW:
        while True:
            x = generator.standard_normal()
            if lower < x < upper:
                return x
    while True:
        x = lower + width * generator.random()
        if generator.random() <= math.exp(-0.5 * x * x):
            return x


@compiled
def draw_left(generator: np.random.Generator, lower: float, upper: float) -> float:
    """A standard normal given that it is in an interval left of zero."""
    width = upper - lower
    if width * (1.0 - upper) > 1.0:
        while True:
            x = draw_below(generator, upper)
            if x > lower:
                return x
    while True:
        x = lower + width * generator.random()
        if generator.random() <= math.exp(0.5 * (upper * upper - x * x)):
            return x
