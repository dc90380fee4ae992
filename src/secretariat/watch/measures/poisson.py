"""Quasi-Poisson regressions with a log link, many at once, by iteratively reweighted least squares.

McCullagh and Nelder, Generalized Linear Models (1989), sections 2.5 and 9.2. Every array has one row for each
regression; observations that a regression does not use have the weight 0.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]
Truths: TypeAlias = NDArray[np.bool_]

TOLERANCE = 1e-8
"""Fitting ends when the deviance changes by less than this share of itself (plus a tenth)."""
ITERATIONS = 25
_TINY = np.finfo(np.float64).tiny


@dataclass(frozen=True, slots=True)
class Fits:
    """``f`` regressions of ``n`` observations on ``p`` columns.

    ``coefficients`` (f, p); ``means`` (f, n); ``covariance`` (f, p, p), not yet times the dispersion; ``leverages``
    (f, n); ``dispersion`` (f,), Pearson's statistic over the residual degrees of freedom ``freedom`` (f,);
    ``converged`` (f,). Covariance, leverages and dispersion rest on the working weights that led to the last step, as
    the standard software reports them: otherwise thresholds would differ from it in the fourth digit.
    """

    coefficients: Numbers
    means: Numbers
    covariance: Numbers
    leverages: Numbers
    dispersion: Numbers
    freedom: Numbers
    converged: Truths

    def where(self, chosen: Truths, other: "Fits") -> "Fits":
        """These fits where ``chosen`` is true, the ``other`` ones elsewhere; of the same shapes."""

        def pick(mine: NDArray[np.generic], theirs: NDArray[np.generic]) -> NDArray[np.generic]:
            return np.where(chosen.reshape((-1,) + (1,) * (mine.ndim - 1)), mine, theirs)

        return Fits(*(pick(getattr(self, name), getattr(other, name)) for name in Fits.__slots__))  # type: ignore[arg-type]  # each keeps its own type


def _inverse(information: Numbers) -> Numbers:
    """Inverses of many small symmetric matrices; ``nan`` where one is singular."""
    size = information.shape[-1]
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if size == 1:
            return 1 / information
        if size == 2:  # noqa: PLR2004  # the closed form is ten times as fast as the general one
            a, b, c = information[:, 0, 0], information[:, 0, 1], information[:, 1, 1]
            found = np.empty_like(information)
            found[:, 0, 0], found[:, 1, 1] = c, a
            found[:, 0, 1] = found[:, 1, 0] = -b
            return found / (a * c - b * b)[:, None, None]
        scale = np.sqrt(np.maximum(np.einsum("fii->fi", information), _TINY))
        scaled = information / (scale[:, :, None] * scale[:, None, :])
        singular = ~np.isfinite(scaled).all(axis=(1, 2)) | (np.linalg.matrix_rank(np.nan_to_num(scaled)) < size)
        scaled[singular] = np.eye(size)
        general: Numbers = np.linalg.inv(scaled) / (scale[:, :, None] * scale[:, None, :])
        general[singular] = np.nan
        return general


def _products(columns: Numbers) -> Numbers:
    """Every column times every column, (n, p * p): information matrices are then one matrix product."""
    return (columns[:, :, None] * columns[:, None, :]).reshape(len(columns), -1)


def _information(working: Numbers, products: Numbers, size: int) -> Numbers:
    information: Numbers = (working @ products).reshape(-1, size, size)
    return information


def fit(counts: Numbers, columns: Numbers, weights: Numbers) -> Fits:
    """Fit every row of ``counts`` (f, n) on the same ``columns`` (n, p) with prior ``weights`` (f, n).

    A count whose weight is 0 is not used and may be anything finite and not negative. A regression that does not
    converge within ``ITERATIONS`` keeps its last step and says so.
    """
    total, size = len(counts), columns.shape[1]
    products = _products(columns)
    linear = np.log(counts + 0.1)
    means = counts + 0.1
    # y log y - y, the part of the deviance that does not change
    fixed = (weights * (np.where(counts > 0, counts * np.log(np.where(counts > 0, counts, 1)), 0) - counts)).sum(axis=1)
    deviance = 2 * (fixed - (weights * (counts * linear - means)).sum(axis=1))
    coefficients = np.zeros((total, size))
    converged = np.zeros(total, bool)
    led = np.zeros_like(counts)
    active = np.arange(total)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for step in range(ITERATIONS):
            y, w, mu, eta = counts[active], weights[active], means[active], linear[active]
            working = w * mu
            # working times (eta + (y - mu) / mu), without dividing by a mean that may be next to nothing
            response = working * eta + w * (y - mu)
            inverse = _inverse(_information(working, products, size))
            found = (inverse @ (response @ columns)[:, :, None])[:, :, 0]
            before = coefficients[active]
            for halving in range(ITERATIONS):
                eta = found @ columns.T
                mu = np.exp(eta)
                new = 2 * (fixed[active] - (w * (y * eta - mu)).sum(axis=1))
                # a step that leaves the finite numbers is halved until it does not
                if step == 0 or halving == ITERATIONS - 1 or not (wild := ~np.isfinite(new)).any():
                    break
                found[wild] = (found[wild] + before[wild]) / 2
            done = np.abs(new - deviance[active]) / (np.abs(new) + 0.1) < TOLERANCE
            coefficients[active], linear[active], means[active], deviance[active] = found, eta, mu, new
            converged[active], led[active] = done, working
            active = active[~done & np.isfinite(new)]
            if not active.size:
                break
        return _described(counts, columns, led, coefficients, means, converged)


def _described(
    counts: Numbers, columns: Numbers, working: Numbers, coefficients: Numbers, means: Numbers, converged: Truths
) -> Fits:
    size = columns.shape[1]
    products = _products(columns)
    covariance = _inverse(_information(working, products, size))
    leverages = working * (covariance.reshape(len(counts), -1) @ products.T)
    pearson = np.where(working > 0, working * ((counts - means) / means) ** 2, 0).sum(axis=1)
    freedom = (working > 0).sum(axis=1).astype(np.float64) - size
    dispersion = np.where(freedom > 0, pearson / np.where(freedom > 0, freedom, 1), np.nan)
    return Fits(coefficients, means, covariance, leverages, dispersion, freedom, converged)
