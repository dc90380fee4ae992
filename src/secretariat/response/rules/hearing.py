"""One consultation while answers come in, and what it ends in by the organ's adoption rule."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from secretariat.kernel import Standing, weakest
from secretariat.organs.rules import (
    Adoption,
    AdoptionAct,
    AdoptionActKind,
    Position,
    Procedure,
    QuorumRule,
    adoption_at,
)
from secretariat.response.rules.kinds import Answer
from secretariat.response.rules.requests import Consent, Consultation, ConsultationAct
from secretariat.response.rules.voices import Voices
from secretariat.sources.rules import end_of, start_of

_POSITIONS = {
    Answer.CONSENTS: Position.AGREE,
    Answer.NO_OBJECTION: Position.NO_OBJECTION,
    Answer.NOT_PARTICIPATING: Position.NOT_PARTICIPATING,
    Answer.DECLINES: Position.OBJECTION,
}


@dataclass(frozen=True, slots=True)
class Hearing:
    """A consultation: who has a say, what was answered, and how it ended.

    ``answers`` are the newest of each member, by code; of a consultation that is open they are those its reader may
    see. ``adoption`` is ``None`` until the close.
    """

    consultation: Consultation
    voices: Voices
    answers: tuple[Consent, ...]
    closing: ConsultationAct | None
    adoption: Adoption | None

    @property
    def is_closed(self) -> bool:
        """Whether the answers are open."""
        return self.closing is not None

    @property
    def agreed(self) -> bool:
        """Whether it ended in agreement; a quorum that depends on the reading leaves it disputed, not blocked."""
        return self.adoption is not None and self.adoption.is_adopted

    @property
    def missing(self) -> tuple[str, ...]:
        """The members that count and gave no answer on record."""
        answered = {each.state for each in self.answers if each.answer is not None}
        return tuple(sorted(self.voices.counted - answered))

    @property
    def standing(self) -> Standing:
        """The weakest standing of what it rests on; disputed where the quorum depends on the reading."""
        own = [self.consultation.basis.standing, *([self.closing.basis.standing] if self.closing else [])]
        return weakest([*own, *([self.adoption.standing] if self.adoption else [])])


def is_complete(answered: Collection[str], voices: Voices) -> bool:
    """Whether every member that counts has answered: all that anybody learns before the close."""
    return voices.counted <= set(answered)


def answer_refusal(voices: Voices, state: str, *, closed: bool) -> str | None:
    """Why an answer cannot be taken; ``None`` when it can. Does not depend on what others have answered."""
    if closed:
        return "the consultation is closed"
    return voices.refusal(state)


def conclude(
    consultation: Consultation,
    answers: Iterable[Consent],
    closing: ConsultationAct,
    voices: Voices,
    quorum: QuorumRule = QuorumRule.UNKNOWN,
) -> Adoption:
    """What the answers come to under consensus: an objection blocks, those that gave none were not present.

    Where the organ's quorum rule is unknown both readings are computed (``Adoption.quorum``).
    """
    opened = start_of(consultation.when.earliest)
    acts = [AdoptionAct(consultation.key, "", Procedure.CONSENSUS, AdoptionActKind.OPENED, opened, consultation.basis)]
    given = [each for each in answers if each.answer is not None]
    acts += [
        AdoptionAct(
            key=each.key,
            draft="",
            procedure=Procedure.CONSENSUS,
            kind=AdoptionActKind.POSITION,
            at=opened,
            basis=each.basis,
            state=each.state,
            position=_POSITIONS[each.answer],
        )
        for each in given
        if each.answer is not None
    ]
    closed = end_of(closing.when.latest)
    acts.append(
        AdoptionAct(closing.key, "", Procedure.CONSENSUS, AdoptionActKind.CLOSED, closed, closing.basis),
    )
    return adoption_at(
        acts=acts,
        members=voices.counted | voices.suspended,
        suspended=voices.suspended,
        at=closed,
        quorum_rule=quorum,
        present={each.state for each in given},
    )


@dataclass(slots=True)
class OpenHearing:
    """A consultation while acts are applied to it."""

    consultation: Consultation
    voices: Voices
    answers: dict[str, Consent] = field(default_factory=dict)
    closing: ConsultationAct | None = None
    adoption: Adoption | None = None

    def take(self, consent: Consent) -> str | None:
        """Take an answer; a later one of the same member replaces it. The reason when it is refused."""
        refusal = answer_refusal(self.voices, consent.state, closed=self.closing is not None)
        if refusal is None:
            self.answers[consent.state] = consent
        return refusal

    def close(self, closing: ConsultationAct, quorum: Mapping[str, QuorumRule]) -> str | None:
        """Open the answers. The reason when it is refused."""
        if self.closing is not None:
            return "the consultation is closed already"
        self.closing = closing
        rule = quorum.get(self.consultation.organ, QuorumRule.UNKNOWN)
        self.adoption = conclude(self.consultation, self.answers.values(), closing, self.voices, rule)
        return None

    def result(self) -> Hearing:
        """As it stands now."""
        answers = tuple(self.answers[code] for code in sorted(self.answers))
        return Hearing(self.consultation, self.voices, answers, self.closing, self.adoption)
