"""The status of one state under one instrument, computed from acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from secretariat.kernel import Standing, weakest
from secretariat.parties.rules.acts import (
    CONSENTS,
    ENDINGS,
    SIGNATURES,
    WITHOUT_EFFECT,
    ActKind,
    Instrument,
    TreatyAct,
    in_order,
)
from secretariat.parties.rules.entry import InForce, bound_by_entry


class PartyState(StrEnum):
    """What a state is under an instrument on a day."""

    PARTY = "party"
    SUSPENDED = "suspended"
    PROVISIONAL = "provisional"
    CONSENTED = "consented"
    """Has consented to be bound; the instrument is not yet in force for it."""
    SIGNATORY = "signatory"
    OBSERVER = "observer"
    PARTNER = "partner"
    WITHDRAWN = "withdrawn"
    EXPELLED = "expelled"
    LAPSED = "lapsed"
    NONE = "none"
    UNKNOWN = "unknown"
    """Signed an instrument that is in force, and its ratification was looked for and not found."""

    @property
    def is_bound(self) -> bool:
        """Whether the treaty binds the state; a suspended party stays bound."""
        return self in {PartyState.PARTY, PartyState.SUSPENDED}


@dataclass(frozen=True, slots=True)
class PartyStatus:
    """A state's status under an instrument, since when, and what it rests on.

    ``declarations`` are acts on record since the status began that do not change it; ``disputed`` are the statuses that
    other readings of the acts would give.
    """

    state: str
    instrument: str
    status: PartyState
    since: date | None
    standing: Standing
    basis: tuple[TreatyAct, ...] = ()
    declarations: tuple[TreatyAct, ...] = ()
    disputed: tuple[PartyState, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath the status, each once."""
        return tuple(dict.fromkeys(key for act in self.basis for key in act.basis.sources))


_ENDED = {
    ActKind.WITHDRAWAL: PartyState.WITHDRAWN,
    ActKind.EXPULSION: PartyState.EXPELLED,
    ActKind.LAPSE: PartyState.LAPSED,
}
_ASSOCIATED = {ActKind.OBSERVER_STATUS: PartyState.OBSERVER, ActKind.PARTNER_STATUS: PartyState.PARTNER}
_MAY_SIGN = frozenset({PartyState.NONE, *_ASSOCIATED.values(), *_ENDED.values()})
"""Who becomes a signatory by signing: also a state that had left."""


@dataclass(slots=True)
class _Run:
    """The status while acts are applied one after the other."""

    status: PartyState = PartyState.NONE
    since: date | None = None
    basis: tuple[TreatyAct, ...] = ()

    def become(self, status: PartyState, since: date, *basis: TreatyAct) -> None:
        if status is not self.status:
            self.status, self.since = status, since
        self.basis = basis


def _when_bound(act: TreatyAct, instrument: Instrument, entry: InForce) -> date | None:
    """From which day a consent binds: entry into force, or later with the delay for later parties."""
    if entry.since is None or act.effect is None:
        return None
    own = act.effect.latest
    if own <= entry.since:
        return entry.since
    return own + timedelta(days=instrument.entry.later_delay_days)


def _apply(  # noqa: C901, PLR0912  # one branch a kind of act
    run: _Run, act: TreatyAct, instrument: Instrument, entry: InForce, on: date
) -> None:
    effect = act.effect
    if effect is None or effect.latest > on:
        return
    if act.when is not None and act.when.latest > on:
        return
    day = effect.latest
    if act.kind in CONSENTS:
        if run.status.is_bound:
            return
        bound = _when_bound(act, instrument, entry)
        if bound is not None and bound <= on:
            run.become(PartyState.PARTY, bound, *run.basis, act, *entry.basis)
            return
        run.become(PartyState.CONSENTED, day, *run.basis, act)
    elif act.kind in SIGNATURES and run.status in _MAY_SIGN:
        run.become(PartyState.SIGNATORY, day, act)
    elif act.kind is ActKind.ANNOUNCEMENT and not run.status.is_bound:
        run.become(PartyState.PARTY, day, *run.basis, act)
    elif act.kind is ActKind.PROVISIONAL_APPLICATION and not run.status.is_bound:
        run.become(PartyState.PROVISIONAL, day, *run.basis, act)
    elif act.kind is ActKind.SUSPENSION and run.status is PartyState.PARTY:
        run.become(PartyState.SUSPENDED, day, act)
    elif act.kind is ActKind.LIFTING and run.status is PartyState.SUSPENDED:
        run.become(PartyState.PARTY, day, act)
    elif act.kind in ENDINGS:
        run.become(_ENDED[act.kind], day, act)
    elif act.kind is ActKind.NOTICE_OF_WITHDRAWAL and act.effective is not None:
        # A notice ends nothing by itself; it does on the day for which it was given.
        run.become(PartyState.WITHDRAWN, day, act)
    elif act.kind in _ASSOCIATED and not run.status.is_bound:
        run.become(_ASSOCIATED[act.kind], day, act)


def _run(state: str, instrument: Instrument, acts: Sequence[TreatyAct], entry: InForce, on: date) -> _Run:
    own = [act for act in acts if act.state == state]
    implied = bound_by_entry(instrument, acts, state) if entry.since is not None else ()
    run, entered = _Run(), False

    def enter() -> None:
        """Signatories of an instrument that waited for all are bound from its entry into force."""
        nonlocal entered
        entered = True
        if run.status in {PartyState.SIGNATORY, PartyState.CONSENTED, PartyState.PROVISIONAL} and entry.since:
            run.become(PartyState.PARTY, entry.since, *run.basis, *entry.basis)

    for act in in_order(own):
        if implied and not entered and entry.since and act.effect and act.effect.latest > entry.since:
            enter()
        _apply(run, act, instrument, entry, on)
    if implied and not entered:
        enter()
    return run


def status_on(state: str, instrument: Instrument, acts: Sequence[TreatyAct], entry: InForce, on: date) -> PartyStatus:
    """The status of ``state`` under ``instrument`` on ``on``.

    ``acts`` are the acts about the instrument as known; those dated after ``on`` have no effect. ``entry`` is what
    :func:`in_force_on` says for the same day. An act that other sources date or name differently is read each way: the
    standing is disputed when it takes part in the status at all.
    """
    run = _run(state, instrument, acts, entry, on)
    status, since = run.status, run.since
    undated = [
        act
        for act in acts
        if act.state == state and act.effect is None and act.kind in CONSENTS and act.standing is Standing.UNKNOWN
    ]
    basis = run.basis
    if status is PartyState.SIGNATORY and entry.in_force and undated:
        status, basis = PartyState.UNKNOWN, (*basis, *undated)
    others = {
        _run(state, instrument, [reading if act is each else act for act in acts], entry, on).status
        for each in basis
        for reading in each.readings()
    }
    basis = tuple(dict.fromkeys(basis))
    return PartyStatus(
        state=state,
        instrument=instrument.key,
        status=status,
        since=since,
        standing=weakest(act.standing for act in basis),
        basis=basis,
        declarations=tuple(
            act
            for act in acts
            if act.state == state
            and (act.kind in WITHOUT_EFFECT or (act.kind is ActKind.NOTICE_OF_WITHDRAWAL))
            and act not in basis
            and act.when is not None
            and act.when.has_happened_by(on)
            and (since is None or act.when.latest >= since)
        ),
        disputed=tuple(sorted(others - {status})),
    )
