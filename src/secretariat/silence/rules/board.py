"""Where each member stands while a silence runs and afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from secretariat.kernel import LocalizedText
from secretariat.organs.rules import Adoption, AdoptionAct, AdoptionActKind, Position


@dataclass(frozen=True, slots=True)
class Voice:
    """A member: its newest position, ``None`` while it is silent, when it spoke and what it said."""

    state: str
    position: Position | None
    at: datetime | None = None
    text: LocalizedText = LocalizedText()
    suspended: bool = False


def board_of(adoption: Adoption, acts: Iterable[AdoptionAct], *, suspended: Iterable[str]) -> list[Voice]:
    """Every member that takes part, and those suspended, by code.

    ``acts`` are all acts of the draft; those that were refused, and those of an earlier opening, say nothing.
    """
    refused = {each.act.key for each in adoption.refused}
    spoken: dict[str, AdoptionAct] = {}
    for act in sorted(acts, key=lambda act: (act.at, act.key)):
        if act.key in refused:
            continue
        if act.kind is AdoptionActKind.OPENED:
            spoken = {}
        elif act.kind is AdoptionActKind.POSITION and act.state is not None:
            spoken[act.state] = act
    out = frozenset(suspended)
    positions = dict(adoption.positions)
    voices = []
    for state in sorted({*adoption.taking_part, *positions, *out}):
        position, said = positions.get(state), spoken.get(state)
        if said is not None and said.position is position:
            voices.append(Voice(state, position, said.at, said.text, state in out))
        else:
            voices.append(Voice(state, position, suspended=state in out))
    return voices
