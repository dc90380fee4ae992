"""Chance that is the same on every machine."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")

# The quantiles of a log-normal variable with sigma 0.9, divided by its median, rounded, with the far tail cut. Between
# two of them the variable is taken as uniform: additions and products alone are exact on every platform, exp and log
# are not.
_SHARES = (0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0)
_FACTORS = (0.1, 0.23, 0.32, 0.54, 1.0, 1.83, 3.17, 4.4, 8.1, 12.0)


class Chance:
    """A stream of random choices that depends on its name alone (the seed of the whole stands in the name)."""

    def __init__(self, name: str) -> None:
        # A text as seed goes through SHA-512, which does not depend on PYTHONHASHSEED.
        self._random = Random(name)  # noqa: S311  # an example needs no secret

    def happens(self, share: float) -> bool:
        """Whether something that happens in this share of cases happens now."""
        return self._random.random() < share

    def among(self, items: Sequence[Item]) -> Item:
        """One of the items, each as likely as any other."""
        return items[int(self._random.random() * len(items))]

    def several(self, items: Sequence[Item], count: int) -> list[Item]:
        """``count`` different items (all of them when there are fewer), in their own order."""
        left = list(range(len(items)))
        while len(left) > count:
            left.pop(int(self._random.random() * len(left)))
        return [items[index] for index in left]

    def between(self, least: int, most: int) -> int:
        """A whole number from ``least`` to ``most``, both included."""
        return least + int(self._random.random() * (most - least + 1))

    def delay(self, median: int) -> int:
        """Days of a delay: half of them below ``median``, a few many times as long (close to log-normal)."""
        share = self._random.random()
        index = next(index for index in range(1, len(_SHARES)) if share < _SHARES[index] or index == len(_SHARES) - 1)
        low, high = _SHARES[index - 1], _SHARES[index]
        factor = _FACTORS[index - 1] + (share - low) / (high - low) * (_FACTORS[index] - _FACTORS[index - 1])
        return int(median * factor)
