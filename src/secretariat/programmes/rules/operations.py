"""Joint operations: their phases, who took part and who watched."""

from dataclasses import dataclass
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.programmes.rules.bounds import Qualifier
from secretariat.sources.rules import Basis


class OperationActKind(StrEnum):
    """What happened to an operation."""

    PHASE = "phase"
    """A phase took place; the date spans its days."""
    MADE_PERMANENT = "made_permanent"
    """The competent organ gave it permanent status."""
    SUSPENDED = "suspended"
    ENDED = "ended"
    """It will not be held again."""


@dataclass(frozen=True, slots=True)
class Observer:
    """Somebody who watched: a state of the register or anybody else by name."""

    name: LocalizedText
    state: str | None = None


@dataclass(frozen=True, slots=True)
class OperationAct:
    """One phase, or one decision about the operation. ``when`` is ``None`` where the days were not found."""

    key: str
    operation: str
    kind: OperationActKind
    when: ImpreciseDate | None
    basis: Basis
    name: LocalizedText = LocalizedText()
    number: str = ""
    place: LocalizedText = LocalizedText()
    participants: tuple[str, ...] = ()
    observers: tuple[Observer, ...] = ()
    observers_count: int | None = None
    observers_qualifier: Qualifier = Qualifier.EXACT
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Operation:
    """A joint operation of a field of work; ``state`` where it is one member's own."""

    key: str
    field: str
    name: LocalizedText
    basis: Basis
    about: LocalizedText = LocalizedText()
    state: str | None = None
