"""How one edition differs from the last: in the world, in the data, or in the method."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from secretariat.kernel import Figure


class ChangeKind(StrEnum):
    """Why a figure reads differently."""

    WORLD = "world"
    """Something happened since."""
    DATA = "data"
    """The same day is known better now."""
    METHOD = "method"
    """The rule has another version."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that differs, step by step: before, the same day as known now, now."""

    name: str
    kind: ChangeKind
    before: Figure | None
    after: Figure | None


@dataclass(frozen=True, slots=True)
class SavedFigure:
    """A figure as a written edition kept it."""

    value: Any
    method: str
    version: int


def _reads(figure: Figure | None) -> tuple[Any, ...]:
    return () if figure is None else (figure.value, figure.numerator, figure.denominator)


def changes(
    before: Mapping[str, Figure],
    same_day_known_now: Mapping[str, Figure],
    now: Mapping[str, Figure],
    saved: Mapping[str, SavedFigure] | None = None,
) -> list[Change]:
    """Every figure that reads differently, classed; one figure may have changed for more than one reason.

    ``before`` is the last review's day as known then, ``same_day_known_now`` that day as known now: what differs
    between
    the two is data, what differs between the second and ``now`` is world. ``saved`` are the figures of the last
    edition as it was written: a figure whose method has another version today is a change of method.
    """
    found: list[Change] = []
    names = list(dict.fromkeys([*now, *same_day_known_now, *before]))
    for name in names:
        old, known, new = before.get(name), same_day_known_now.get(name), now.get(name)
        kept = (saved or {}).get(name)
        if kept is not None and new is not None and kept.version != new.trace.version:
            found.append(Change(name, ChangeKind.METHOD, old, new))
        if _reads(old) != _reads(known):
            found.append(Change(name, ChangeKind.DATA, old, known))
        if _reads(known) != _reads(new):
            found.append(Change(name, ChangeKind.WORLD, known, new))
    return found
