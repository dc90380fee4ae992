"""The letter by which the secretariat confirms how a silence ended: facts and sentences, the same in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from secretariat.kernel import Language, LocalizedText
from secretariat.organs.rules import Adoption, Outcome, Position
from secretariat.silence.rules.board import Voice

_ENDED: Mapping[Outcome, tuple[str, str]] = {
    Outcome.ADOPTED: (
        "No member broke the silence before it ended. The text stands adopted.",
        "До истечения срока ни одно государство-член не прервало процедуру молчания. Документ считается принятым.",
    ),
    Outcome.BLOCKED: (
        "The silence was broken. The text is not adopted.",
        "Процедура молчания была прервана. Документ не принят.",
    ),
    Outcome.VOIDED: (
        "The text was edited while the silence ran, which ended the procedure. The text is not adopted.",
        "В ходе процедуры в документ были внесены изменения, и она прекращена. Документ не принят.",
    ),
    Outcome.LAPSED: (
        "The procedure was closed before the silence ended. The text is not adopted.",
        "Процедура была закрыта до истечения срока. Документ не принят.",
    ),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """What the letter says. ``zone`` is the time zone in which the end was set; instants are in UTC."""

    symbol: str
    title: LocalizedText
    opened_at: datetime
    deadline: datetime | None
    decided_at: datetime
    zone: str
    outcome: Outcome
    voices: tuple[Voice, ...]
    bound: tuple[str, ...]
    acts: tuple[str, ...]

    def conclusion(self, language: Language) -> str:
        """The sentence that says how it ended."""
        return _ENDED[self.outcome][0 if language == "en" else 1]

    @property
    def spoken(self) -> tuple[Voice, ...]:
        """The members that said something, by code."""
        return tuple(voice for voice in self.voices if voice.position is not None)

    @property
    def objections(self) -> tuple[Voice, ...]:
        """The members that broke the silence."""
        return tuple(voice for voice in self.voices if voice.position is Position.OBJECTION)


def letter_of(
    adoption: Adoption,
    *,
    symbol: str,
    title: LocalizedText,
    opened_at: datetime,
    zone: str,
    voices: tuple[Voice, ...],
    acts: tuple[str, ...],
) -> Letter | None:
    """The letter about an ended silence; ``None`` while it runs."""
    if adoption.outcome not in _ENDED or adoption.decided_at is None:
        return None
    return Letter(
        symbol=symbol,
        title=title,
        opened_at=opened_at,
        deadline=adoption.deadline,
        decided_at=adoption.decided_at,
        zone=zone,
        outcome=adoption.outcome,
        voices=voices,
        bound=adoption.bound,
        acts=acts,
    )
