"""Writing pledges and readiness reports."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.response import models
from secretariat.response.actions.recording import needs_the_past, record, refuse, register_now, text_of
from secretariat.response.queries import membership
from secretariat.response.rules import ContributionKind, NumberQualifier, PledgeActKind


class UnableToPledge(Exception):
    """The pledge, or the report about it, cannot be recorded as it stands."""


def record_pledge(
    actor: Actor,
    *,
    key: str,
    force: str,
    state: str,
    kind: ContributionKind,
    on: date,
    act: PledgeActKind = PledgeActKind.MADE,
    persons: int | None = None,
    qualifier: NumberQualifier = NumberQualifier.EXACT,
    start: date | None = None,
    until: date | None = None,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what a member undertakes to hold ready for a force, or takes back.

    Raises :class:`UnableToPledge` for a force that is not registered, a state that has no part in it (suspended, not a
    party to its agreement), a period that ends before it starts, or taking back what was not pledged.
    """
    now = datetime.now(UTC)
    needs_the_past(UnableToPledge, on, now)
    register = register_now(UnableToPledge, now)
    found = register.forces.get(force)
    if found is None:
        refuse(UnableToPledge, f"there is no force {force}")
    refusal = membership(SECRETARIAT, known_at=now).voices_on(on, found.instrument).refusal(state)
    if refusal is not None:
        refuse(UnableToPledge, refusal)
    if until is not None and until <= (start or on):
        refuse(UnableToPledge, f"its end {until} is not after its start {start or on}")
    held = {(each.force, each.state, each.kind) for each in register.holdings}
    if act is PledgeActKind.TAKEN_BACK and (force, state, kind) not in held:
        refuse(UnableToPledge, f"{state} has pledged nothing of the kind {kind.value} to {force}")
    row = models.Pledge(
        key=key,
        force_id=force,
        state_id=state,
        kind=kind.value,
        act=act.value,
        date=on.isoformat(),
        persons=persons,
        qualifier=qualifier.value,
        start=start,
        until=until,
        text=text_of(text),
    )
    record(actor, f"pledge {act.value}", row, now, sources=sources, standing=standing)


def record_readiness(
    actor: Actor,
    *,
    key: str,
    force: str,
    on: date,
    state: str | None = None,
    kind: ContributionKind | None = None,
    persons: int | None = None,
    qualifier: NumberQualifier = NumberQualifier.EXACT,
    by: LocalizedText | None = None,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what is reported about a force or one member's part. Raises :class:`UnableToPledge` for no such force."""
    now = datetime.now(UTC)
    needs_the_past(UnableToPledge, on, now)
    if force not in register_now(UnableToPledge, now).forces:
        refuse(UnableToPledge, f"there is no force {force}")
    row = models.Readiness(
        key=key,
        force_id=force,
        state_id=state,
        kind=kind.value if kind else None,
        date=on.isoformat(),
        persons=persons,
        qualifier=qualifier.value,
        by=text_of(by),
        text=text_of(text),
    )
    record(actor, "report readiness", row, now, sources=sources, standing=standing)
