"""States, instruments and treaty acts as the rules see them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.sources.rules import Basis


class ActKind(StrEnum):
    """What a state, an organ or a depositary did about a treaty (terms of the UN Treaty Handbook)."""

    DEFINITIVE_SIGNATURE = "definitive_signature"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    PROVISIONAL_APPLICATION = "provisional_application"
    RESERVATION = "reservation"
    DECLARATION = "declaration"
    NOTICE_OF_WITHDRAWAL = "notice_of_withdrawal"
    WITHDRAWAL = "withdrawal"
    SUSPENSION = "suspension"
    LIFTING = "lifting"
    EXPULSION = "expulsion"
    LAPSE = "lapse"
    ANNOUNCEMENT = "announcement"
    OBSERVER_STATUS = "observer_status"
    PARTNER_STATUS = "partner_status"


SIGNATURES = frozenset({ActKind.SIGNATURE, ActKind.DEFINITIVE_SIGNATURE})
CONSENTS = frozenset(
    {
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
    }
)
ENDINGS = frozenset({ActKind.WITHDRAWAL, ActKind.EXPULSION, ActKind.LAPSE})
WITHOUT_EFFECT = frozenset({ActKind.DECLARATION, ActKind.RESERVATION})
"""Acts that are listed with a state's status and never change it."""


@dataclass(frozen=True, slots=True)
class State:
    """A state by its ISO 3166 alpha-2 code, with the names it bore over time (newest last)."""

    code: str
    name: LocalizedText
    protocol_name: LocalizedText
    former_names: tuple[tuple[date, LocalizedText], ...] = ()
    """Pairs of the first day on which a name was no longer borne, and that name."""

    def name_on(self, day: date) -> LocalizedText:
        """The short name the state bore on a day."""
        for until, name in self.former_names:
            if day < until:
                return name
        return self.name


class EntryRuleKind(StrEnum):
    """What an instrument waits for before it enters into force."""

    UNKNOWN = "unknown"
    """The clause was not found: entry into force is known only by announcement."""
    SIGNATURE = "signature"
    """By signature alone, on the day of the first two or more signatures."""
    DEPOSITS = "deposits"
    """A number of consents to be bound."""
    NAMED = "named"
    """The consents of the states named."""
    ALL = "all"
    """The consents of all signatories."""
    WITH = "with"
    """Together with other instruments."""


@dataclass(frozen=True, slots=True)
class EntryRule:
    """When an instrument enters into force, and when for those that join later.

    ``delay_days`` runs from the act that completes the condition; ``later_delay_days`` from a later state's own act.
    """

    kind: EntryRuleKind
    deposits: int = 0
    states: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    delay_days: int = 0
    later_delay_days: int = 0


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, charter, protocol, agreement or a regulation that takes effect like one."""

    key: str
    kind: str
    title: LocalizedText
    entry: EntryRule
    amends: str | None = None
    note: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class TreatyAct:
    """One act about one instrument. ``state`` is ``None`` when it concerns the instrument as a whole.

    ``when`` is ``None`` for an act that is known, or was looked for, without a date. ``effective`` is the day it takes
    effect where that is not its own day (a notice of withdrawal, an announcement of entry into force).
    """

    key: str
    instrument: str
    kind: ActKind
    state: str | None
    when: ImpreciseDate | None
    basis: Basis
    effective: ImpreciseDate | None = None
    by: str = ""
    text: LocalizedText = LocalizedText()

    @property
    def effect(self) -> ImpreciseDate | None:
        """The day the act takes effect."""
        return self.effective or self.when

    @property
    def standing(self) -> Standing:
        """The standing of the act."""
        return self.basis.standing

    def readings(self) -> "tuple[TreatyAct, ...]":
        """The act as each source that disagrees has it: with another date or of another kind."""
        readings = []
        for other in self.basis.alternatives:
            day = other.get("date")
            readings.append(
                replace(
                    self,
                    kind=ActKind(other.get("kind") or self.kind),
                    when=ImpreciseDate.parse(day) if day else self.when,
                    effective=None if day else self.effective,
                )
            )
        return tuple(readings)


def in_order(acts: Sequence[TreatyAct]) -> list[TreatyAct]:
    """Dated acts by the day they take effect; acts of one day in the order of their keys."""
    dated = [(act.effect, act.key, act) for act in acts if act.effect is not None]
    return [act for _, _, act in sorted(dated, key=lambda each: (each[0].latest, each[1]))]
