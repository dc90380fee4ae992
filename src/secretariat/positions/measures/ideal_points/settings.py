"""How to sample, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from secretariat.positions.measures.ideal_points.panel import Panel

Progress = Callable[[int], None]
"""Called from the chains' threads with the number of iterations done since the last call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Which way the one dimension points: the named states of ``high`` lie above those of ``low``.

    The sign of the dimension is not in the votes; it has to be said. The default is the published one.
    """

    high: tuple[str, ...] = ("US", "GB", "CA", "IL")
    low: tuple[str, ...] = ("RU", "DD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to sample; with the panel and the version of the method it determines every draw."""

    seed: int = 1
    chains: int = 2
    burn_in: int = 1_000
    iterations: int = 3_000
    thin: int = 10
    direction: Direction = field(default_factory=Direction)

    @property
    def kept(self) -> int:
        """Draws kept of each chain."""
        return self.iterations // self.thin

    @property
    def work(self) -> int:
        """Iterations of all chains together: what the progress counts to."""
        return self.chains * (self.burn_in + self.kept * self.thin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """``theta`` (chains, kept, state-sessions) float32; ``accepted``: share of accepted cutpoint steps by chain."""

    panel: Panel
    settings: Settings
    theta: NDArray[np.float32]
    accepted: tuple[float, ...]
