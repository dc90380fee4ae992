"""Entry into force: of an instrument as a whole, and for each state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secretariat.kernel import Standing, weakest
from secretariat.parties.rules.acts import (
    CONSENTS,
    SIGNATURES,
    ActKind,
    EntryRuleKind,
    Instrument,
    TreatyAct,
    in_order,
)

_A_TREATY = 2
"""A treaty has at least two sides."""


@dataclass(frozen=True, slots=True)
class InForce:
    """Whether an instrument is in force on a day, since when, and which acts say so.

    ``announced`` and ``computed`` are the two ways to know; where both exist and differ, the standing is disputed.
    """

    since: date | None
    standing: Standing
    basis: tuple[TreatyAct, ...] = ()
    announced: date | None = None
    computed: date | None = None

    @property
    def in_force(self) -> bool:
        """Whether it is in force."""
        return self.since is not None


def _announcement(acts: Sequence[TreatyAct]) -> TreatyAct | None:
    """The first announcement of entry into force for the instrument as a whole."""
    return next((act for act in in_order(acts) if act.kind is ActKind.ANNOUNCEMENT and act.state is None), None)


def _first_of_each(acts: Sequence[TreatyAct], kinds: frozenset[ActKind]) -> dict[str, TreatyAct]:
    """Each state's first act of some kinds, in the order they were done."""
    first: dict[str, TreatyAct] = {}
    for act in in_order(acts):
        if act.kind in kinds and act.state is not None:
            first.setdefault(act.state, act)
    return first


def _day(act: TreatyAct) -> date:
    """The day a dated act takes effect."""
    return act.effect.latest if act.effect is not None else date.max


def _consents_of_all(signatures: Mapping[str, TreatyAct], consents: Mapping[str, TreatyAct]) -> list[TreatyAct]:
    """The consents of all signatories on the first day on which none was missing: who signs later delays nothing."""
    for day in sorted({_day(act) for act in (*signatures.values(), *consents.values())}):
        signed = [state for state, act in signatures.items() if _day(act) <= day]
        if len(signed) >= _A_TREATY and all(state in consents and _day(consents[state]) <= day for state in signed):
            return [consents[state] for state in signed]
    return []


def _computed(  # noqa: C901, PLR0911  # one branch a kind of clause
    instrument: Instrument, acts: Sequence[TreatyAct], others: Mapping[str, date | None]
) -> tuple[date | None, tuple[TreatyAct, ...]]:
    """The day the entry-into-force clause is met by the recorded acts, and those acts."""
    rule = instrument.entry
    consents = _first_of_each(acts, CONSENTS)
    signatures = _first_of_each(acts, SIGNATURES)
    needed: list[TreatyAct] = []
    match rule.kind:
        case EntryRuleKind.UNKNOWN:
            return None, ()
        case EntryRuleKind.WITH:
            days = [others.get(key) for key in rule.instruments]
            known = [day for day in days if day is not None]
            return (max(known) if known and len(known) == len(days) else None), ()
        case EntryRuleKind.SIGNATURE:
            needed = list(signatures.values())[:_A_TREATY]
            if len(needed) < _A_TREATY:
                return None, ()
        case EntryRuleKind.DEPOSITS:
            needed = list(consents.values())[: rule.deposits]
            if len(needed) < rule.deposits:
                return None, ()
        case EntryRuleKind.NAMED:
            needed = [consents[state] for state in rule.states if state in consents]
            if len(needed) < len(rule.states):
                return None, ()
        case EntryRuleKind.ALL:
            needed = _consents_of_all(signatures, consents)
            if not needed:
                return None, ()
    last = max(map(_day, needed))
    return last + timedelta(days=rule.delay_days), tuple(needed)


def in_force_on(
    instrument: Instrument, acts: Sequence[TreatyAct], on: date, others: Mapping[str, date | None] | None = None
) -> InForce:
    """Whether ``instrument`` is in force on ``on``.

    ``acts`` are the acts about it that had happened by ``on``; ``others`` gives the entry into force of the instruments
    it waits for. An announcement by the depositary counts before our own reading of the clause, and a difference
    between the two is shown as a dispute.
    """
    computed, needed = _computed(instrument, acts, others or {})
    if computed is not None and computed > on:
        computed = None
    announcement = _announcement(acts)
    effect = announcement.effect if announcement is not None else None
    announced = effect.latest if effect is not None and effect.latest <= on else None
    if announced is not None and announcement is not None:
        standing = announcement.standing
        if computed is not None and computed != announced:
            standing = Standing.DISPUTED
        return InForce(announced, standing, (announcement,), announced, computed)
    if computed is not None:
        standing = weakest([Standing.DERIVED, *(act.standing for act in needed)])
        return InForce(computed, standing, needed, None, computed)
    return InForce(None, weakest(act.standing for act in acts) if acts else Standing.UNKNOWN)


def bound_by_entry(instrument: Instrument, acts: Sequence[TreatyAct], state: str) -> tuple[TreatyAct, ...]:
    """The acts by which the entry into force alone shows that ``state`` has consented.

    Where a clause waits for *all* signatories, entry into force means that each signatory has consented, even when its
    own ratification is not in the record.
    """
    if instrument.entry.kind not in {EntryRuleKind.ALL, EntryRuleKind.SIGNATURE, EntryRuleKind.WITH}:
        return ()
    return tuple(act for act in in_order(acts) if act.state == state and act.kind in SIGNATURES)[:1]
