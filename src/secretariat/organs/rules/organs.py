"""Organs: what they are, how they decide and who presides."""

from dataclasses import dataclass
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.sources.rules import Basis


class DecisionRule(StrEnum):
    """How an organ decides."""

    CONSENSUS = "consensus"
    MAJORITY = "majority"
    TWO_THIRDS = "two_thirds"
    NONE = "none"
    """It decides nothing: an office, a staff."""


class QuorumRule(StrEnum):
    """How many of the members entitled to take part must be present."""

    ALL = "all"
    MAJORITY = "majority"
    TWO_THIRDS = "two_thirds"
    UNKNOWN = "unknown"
    """Looked for and not found, or read differently by different members."""


class ChairRule(StrEnum):
    """Who presides."""

    HOST = "host"
    """The member on whose territory the regular session is held."""
    ROTATION = "rotation"
    ELECTED = "elected"
    APPOINTED = "appointed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Organ:
    """A body or an office of the organisation."""

    key: str
    name: LocalizedText
    kind: str
    basis: Basis
    short: LocalizedText = LocalizedText()
    parent: str | None = None
    composition: LocalizedText = LocalizedText()
    procedure: DecisionRule = DecisionRule.CONSENSUS
    quorum: QuorumRule = QuorumRule.UNKNOWN
    chair_rule: ChairRule = ChairRule.UNKNOWN
    seat: LocalizedText = LocalizedText()
    established: ImpreciseDate | None = None
    variants: tuple[str, ...] = ()
    """Other names in use."""
