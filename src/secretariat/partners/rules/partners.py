"""Partner organisations: what they are, from when to when they exist, and what came after them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.sources.rules import Basis


class PartnerKind(StrEnum):
    """What kind of partner it is."""

    ORGANISATION = "organisation"
    BODY = "body"
    """A body, department or agency of another partner; its members are those of that partner."""
    ARRANGEMENT = "arrangement"
    """A union or programme without a legal person of its own."""


class PartnerActKind(StrEnum):
    """What happened to a partner as a whole."""

    FOUNDED = "founded"
    CEASED = "ceased"


class PartnerState(StrEnum):
    """Whether a partner exists on a day."""

    EXISTS = "exists"
    CEASED = "ceased"
    NOT_FOUNDED = "not_founded"


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner as the register describes it. ``part_of`` is the partner whose body it is."""

    key: str
    kind: PartnerKind
    name: LocalizedText
    short: LocalizedText
    basis: Basis
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class PartnerAct:
    """An act about a partner as a whole. ``successor`` is the partner that came after one that ceased."""

    key: str
    partner: str
    kind: PartnerActKind
    when: ImpreciseDate | None
    basis: Basis
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Existence:
    """Whether a partner exists on a day, and the acts that say so.

    ``since`` is the day it was founded or ceased; ``None`` where no act says when it was founded.
    """

    state: PartnerState
    since: date | None
    standing: Standing
    basis: tuple[PartnerAct, ...] = ()
    successor: str | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath it, each once."""
        return tuple(dict.fromkeys(key for act in self.basis for key in act.basis.sources))


def existence_on(acts: Sequence[PartnerAct], on: date) -> Existence:
    """Whether the partner that ``acts`` are about exists on ``on``.

    A partner without an act exists as long as the register describes it; one whose founding lies ahead does not yet.
    """
    dated = sorted((act.when.latest, act.key, act) for act in acts if act.when is not None)
    happened = [(day, act) for day, _, act in dated if day <= on]
    if ended := next(((day, act) for day, act in reversed(happened) if act.kind is PartnerActKind.CEASED), None):
        day, act = ended
        return Existence(PartnerState.CEASED, day, act.basis.standing, (act,), act.successor)
    founded = [(day, act) for day, act in happened if act.kind is PartnerActKind.FOUNDED]
    if founded:
        day, act = founded[0]
        return Existence(PartnerState.EXISTS, day, act.basis.standing, (act,))
    if any(act.kind is PartnerActKind.FOUNDED for _, _, act in dated):
        return Existence(PartnerState.NOT_FOUNDED, None, weakest(act.basis.standing for _, _, act in dated))
    return Existence(PartnerState.EXISTS, None, Standing.UNKNOWN)
