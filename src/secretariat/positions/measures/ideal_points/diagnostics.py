"""Whether the chains agree, and what they say: R-hat, effective draws, means and intervals.

R-hat is the rank-normalised split R-hat of A. Vehtari, A. Gelman, D. Simpson, B. Carpenter and P.-C. Bürkner,
"Rank-normalization, folding, and localization: an improved R-hat for assessing convergence of MCMC", Bayesian Analysis
16 (2), 2021: the larger one of the bulk and of the folded draws. A test holds it equal to that of arviz. Values near 1
mean that the chains tell the same; above 1.01 the source asks for more draws.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import rankdata

from secretariat.positions.measures.ideal_points.panel import Panel

INTERVAL = (0.05, 0.95)
"""The ends of the interval: 90 per cent of the draws lie between."""
AGREED = 1.01
"""R-hat up to this counts as agreement of the chains."""
TOGETHER = 25
"""Draws in one batch of rows."""
BLOCK = 512
"""State-sessions diagnosed at a time, so that memory does not grow with their number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convergence:
    """The chains' agreement over all state-sessions."""

    largest_rhat: float
    agreed_share: float
    chain_correlation: float


def rhat(draws: NDArray[np.floating]) -> NDArray[np.float64]:
    """R-hat of each column; ``draws`` (chains, kept, columns), at least 4 kept."""
    half = draws.shape[1] // 2
    split = np.concatenate([draws[:, :half], draws[:, -half:]], axis=0).astype(np.float64)
    folded = np.abs(split - np.median(split, axis=(0, 1)))
    return np.maximum(_plain_rhat(_normal_scores(split)), _plain_rhat(_normal_scores(folded)))


def _normal_scores(draws: NDArray[np.float64]) -> NDArray[np.float64]:
    size = draws.shape[0] * draws.shape[1]
    ranks = rankdata(draws.reshape(size, -1), axis=0)
    scores: NDArray[np.float64] = ndtri((ranks - 0.375) / (size + 0.25)).reshape(draws.shape)
    return scores


def _plain_rhat(draws: NDArray[np.float64]) -> NDArray[np.float64]:
    length = draws.shape[1]
    within = draws.var(axis=1, ddof=1).mean(axis=0)
    between = draws.mean(axis=1).var(axis=0, ddof=1)
    result: NDArray[np.float64] = np.sqrt(between / within + (length - 1) / length)
    return result


def summary(panel: Panel, draws: NDArray[np.float32]) -> pa.Table:
    """One row for each state and session, in that order.

    ``state``, ``session``, ``mean``, ``sd``, ``q05``, ``q95`` of the draws of all chains, ``rhat``, and ``n``, the
    votes behind it. ``draws`` is (chains, kept, state-sessions).
    """
    parts = []
    for first in range(0, draws.shape[-1], BLOCK):
        block = draws[..., first : first + BLOCK].astype(np.float64)
        together = block.reshape(-1, block.shape[-1])
        low, high = np.quantile(together, INTERVAL, axis=0)
        parts.append((together.mean(axis=0), together.std(axis=0, ddof=1), low, high, rhat(block)))
    mean, spread, low, high, agreement = (np.concatenate(column) for column in zip(*parts, strict=True))
    return pa.table(
        {
            "state": pa.array(panel.states.tolist(), pa.string()),
            "session": pa.array(panel.sessions),
            "mean": mean,
            "sd": spread,
            "q05": low,
            "q95": high,
            "rhat": agreement,
            "n": pa.array(panel.counts, pa.int32()),
        }
    )


def convergence(summed: pa.Table, draws: NDArray[np.float32]) -> Convergence:
    """How far the chains agree; ``chain_correlation`` is the lowest between the means of a chain and the first's."""
    values = summed["rhat"].to_numpy()
    means = draws.mean(axis=1, dtype=np.float64)
    return Convergence(
        largest_rhat=float(values.max()),
        agreed_share=float((values <= AGREED).mean()),
        chain_correlation=float(np.corrcoef(means)[0].min()),
    )


def long_draws(panel: Panel, draws: NDArray[np.float32]) -> pa.RecordBatchReader:
    """All draws, one row for each: ``chain``, ``draw``, ``state``, ``session``, ``theta``; in batches of some draws."""
    schema = pa.schema(
        [
            ("chain", pa.int16()),
            ("draw", pa.int32()),
            ("state", pa.string()),
            ("session", pa.int16()),
            ("theta", pa.float32()),
        ]
    )
    states = pa.array(panel.states.tolist(), pa.string())
    size, kept = len(states), draws.shape[1]

    def batches() -> Iterator[pa.RecordBatch]:
        for chain, theta in enumerate(draws):
            for first in range(0, kept, TOGETHER):
                numbers = np.arange(first, min(first + TOGETHER, kept), dtype=np.int32)
                columns = [
                    np.full(size * len(numbers), chain, np.int16),
                    np.repeat(numbers, size),
                    pa.concat_arrays([states] * len(numbers)),
                    np.tile(panel.sessions, len(numbers)),
                    theta[numbers].ravel(),
                ]
                yield pa.record_batch(columns, schema=schema)

    return pa.RecordBatchReader.from_batches(schema, batches())
