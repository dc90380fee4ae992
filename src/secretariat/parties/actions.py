"""Writing treaty acts as they happen."""

from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.parties import models
from secretariat.parties.queries import instrument_status
from secretariat.parties.rules import ActKind, PartyState
from secretariat.sources.actions import record_rows


class UnableToRecordTreatyAct(Exception):
    """The act cannot be recorded as it stands."""


_NEEDS: dict[ActKind, frozenset[PartyState]] = {
    ActKind.SUSPENSION: frozenset({PartyState.PARTY}),
    ActKind.LIFTING: frozenset({PartyState.SUSPENDED}),
    ActKind.WITHDRAWAL: frozenset({PartyState.PARTY, PartyState.SUSPENDED}),
    ActKind.NOTICE_OF_WITHDRAWAL: frozenset({PartyState.PARTY, PartyState.SUSPENDED}),
    ActKind.EXPULSION: frozenset({PartyState.PARTY, PartyState.SUSPENDED}),
}


def record_treaty_act(
    actor: Actor,
    *,
    key: str,
    instrument: str,
    state: str,
    kind: ActKind,
    on: date,
    effective: date | None = None,
    by: str = "",
    text: LocalizedText | None = None,
    sources: tuple[str, ...] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what a state or an organ did about an instrument, known from now.

    Raises :class:`UnableToRecordTreatyAct` when the instrument is unknown or the state is not in the position the act
    needs: only a party can be suspended, only a suspended party readmitted, only a party can leave.
    """
    now = datetime.now(UTC)
    status = instrument_status(SECRETARIAT, instrument, on=on, known_at=now)
    if status is None:
        msg = f"there is no instrument {instrument}"
        raise UnableToRecordTreatyAct(msg)
    present = next((each.status for each in status.states if each.state == state), PartyState.NONE)
    needed = _NEEDS.get(kind)
    if needed is not None and present not in needed:
        expected = " or ".join(sorted(needed))
        msg = f"{kind.value} of {state} under {instrument} on {on}: it is {present.value}, expected {expected}"
        raise UnableToRecordTreatyAct(msg)
    act = models.TreatyAct(
        key=key,
        instrument_id=instrument,
        state_id=state,
        kind=kind.value,
        date=on.isoformat(),
        effective=effective.isoformat() if effective else None,
        by=by,
        text={"en": text.en, "ru": text.ru} if text else None,
        sources=list(sources),
        standing=standing.value,
        known_from=now,
    )
    record_rows(actor, action=f"record {kind.value}", rows=[act])
