"""A member's proposals and their fate."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.sources.rules import Basis


class ProposalActKind(StrEnum):
    """What happened to a proposal."""

    UNDER_CONSIDERATION = "under_consideration"
    ADOPTED = "adopted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Fate(StrEnum):
    """What has become of a proposal."""

    MADE = "made"
    UNDER_CONSIDERATION = "under_consideration"
    ADOPTED = "adopted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is expected."""
        return self in {Fate.ADOPTED, Fate.DECLINED, Fate.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class ProposalAct:
    """One step in the fate of a proposal; ``decision`` is the key of the decision that adopted it."""

    key: str
    proposal: str
    kind: ProposalActKind
    when: ImpreciseDate
    basis: Basis
    decision: str | None = None
    reason: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that a member would like the organisation to do, and what has become of it."""

    key: str
    meeting: str | None
    state: str | None
    title: LocalizedText
    text: LocalizedText
    when: ImpreciseDate
    basis: Basis
    acts: tuple[ProposalAct, ...] = ()

    @property
    def _last(self) -> ProposalAct | None:
        return fate_act(self.acts)

    @property
    def fate(self) -> Fate:
        """What has become of it: the first act that settles it, else the newest."""
        return Fate(self._last.kind.value) if self._last else Fate.MADE

    @property
    def since(self) -> ImpreciseDate:
        """Since when its fate is what it is."""
        return self._last.when if self._last else self.when

    @property
    def decision(self) -> str | None:
        """The decision that adopted it."""
        return self._last.decision if self._last else None

    @property
    def standing(self) -> Standing:
        """The weakest standing of the proposal and of the act that decides its fate."""
        return weakest([self.basis.standing, *([self._last.basis.standing] if self._last else [])])

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations of the proposal and of all its acts, each once."""
        acts = [self.basis.sources, *(act.basis.sources for act in self.acts)]
        return tuple(dict.fromkeys(key for sources in acts for key in sources))


def fate_act(acts: Sequence[ProposalAct]) -> ProposalAct | None:
    """The act that decides: a settled proposal stays settled, else the newest act counts."""
    ordered = sorted(acts, key=lambda act: (act.when.latest, act.key))
    settled = [act for act in ordered if Fate(act.kind.value).is_settled]
    return settled[0] if settled else (ordered[-1] if ordered else None)
