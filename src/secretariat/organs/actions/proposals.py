"""Writing proposals and their fate."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.organs import models
from secretariat.organs.actions.recording import is_meeting, record, refuse, text_of
from secretariat.organs.queries import proposals
from secretariat.organs.rules import ProposalActKind


class UnableToSettle(Exception):
    """A proposal cannot be recorded, or its fate cannot change as asked."""


def record_proposal(
    actor: Actor,
    *,
    key: str,
    title: LocalizedText,
    on: date,
    meeting: str | None = None,
    state: str | None = None,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what somebody would like the organisation to do. Raises :class:`UnableToSettle` for an unknown meeting."""
    if meeting is not None and not is_meeting(meeting):
        refuse(UnableToSettle, f"there is no meeting {meeting}")
    row = models.Proposal(
        key=key, title=text_of(title), text=text_of(text), date=on.isoformat(), meeting_id=meeting, state_id=state
    )
    record(actor, "record proposal", row, datetime.now(UTC), sources, standing)


def settle_proposal(
    actor: Actor,
    *,
    key: str,
    proposal: str,
    kind: ProposalActKind,
    on: date,
    decision: str | None = None,
    reason: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Take a proposal up, adopt, decline or withdraw it.

    Raises :class:`UnableToSettle` for an unknown proposal, one that is settled already or was made later, and for a
    decision named with anything but an adoption.
    """
    now = datetime.now(UTC)
    found = next((each for each in proposals(SECRETARIAT, on=now.date(), known_at=now) if each.key == proposal), None)
    if found is None:
        refuse(UnableToSettle, f"there is no proposal {proposal}")
    if found.fate.is_settled:
        refuse(UnableToSettle, f"{proposal} is {found.fate.value} since {found.since}")
    if on < found.when.earliest:
        refuse(UnableToSettle, f"{proposal} was made on {found.when}, after {on}")
    if decision is not None and kind is not ProposalActKind.ADOPTED:
        refuse(UnableToSettle, f"a proposal that is {kind.value} has no decision")
    row = models.ProposalAct(
        key=key,
        proposal_id=proposal,
        kind=kind.value,
        date=on.isoformat(),
        decision=decision,
        reason=text_of(reason),
    )
    record(actor, f"{kind.value} proposal", row, now, sources, standing)
