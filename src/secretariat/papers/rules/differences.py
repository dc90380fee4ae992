"""How two texts of a paper differ, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Line:
    """A line of either text, and whether it is in both."""

    kind: Literal["same", "gone", "new"]
    text: str


def lines_of(title: str, body: Mapping[str, Any]) -> list[str]:
    """A version as lines: its title, then every text in the order of its fields."""
    found = [title]
    for name, value in body.items():
        if isinstance(value, str):
            found += value.splitlines()
        elif isinstance(value, Mapping):
            found += [f"{name} ({language}): {text}" for language, text in value.items()]
        elif value not in (None, [], ()):
            found.append(f"{name}: {value}")
    return found


def difference(old: list[str], new: list[str]) -> list[Line]:
    """Every line of both texts in one list: what is gone before what came instead."""
    found: list[Line] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found += [Line("same", text) for text in old[i1:i2]]
        else:
            found += [Line("gone", text) for text in old[i1:i2]] + [Line("new", text) for text in new[j1:j2]]
    return found
