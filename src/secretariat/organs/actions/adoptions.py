"""Writing how a draft is adopted."""

from collections.abc import Sequence
from datetime import UTC, datetime

from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.audit.rules import Actor
from secretariat.jobs.actions.clock import database_now
from secretariat.kernel import LocalizedText, Standing
from secretariat.organs import models
from secretariat.organs.actions.recording import record, refuse, text_of
from secretariat.organs.queries import adoption
from secretariat.organs.rules import AdoptionAct, AdoptionActKind, Outcome, Position, Procedure
from secretariat.sources.rules import Basis


class UnableToAdopt(Exception):
    """The adoption procedure does not allow the act."""


def record_adoption_act(
    actor: Actor,
    *,
    key: str,
    draft: str,
    procedure: Procedure,
    kind: AdoptionActKind,
    at: datetime,
    deadline: datetime | None = None,
    state: str | None = None,
    position: Position | None = None,
    participants: Sequence[str] = (),
    text: LocalizedText | None = None,
    organ: str | None = None,
    meeting: str | None = None,
    mark: Mark = Mark.PUBLIC,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> Outcome:
    """Record an act in the adoption of a draft; what has become of the draft by it.

    Raises :class:`UnableToAdopt` with the reason when the procedure refuses the act: a suspended member's position, a
    position after the close, a silence without a deadline. ``organ`` and ``meeting`` are those of a draft decision.
    """
    now = datetime.now(UTC)
    # the database may be on another machine, whose clock decides about deadlines
    if at > max(now, database_now()):
        refuse(UnableToAdopt, f"{kind.value} of {draft} at {at.isoformat()}: that time has not come")
    day = at.astimezone(UTC).date()
    row = models.AdoptionAct(
        key=key,
        draft=draft,
        procedure=procedure.value,
        kind=kind.value,
        date=day.isoformat(),
        at=at.astimezone(UTC),
        deadline=deadline.astimezone(UTC) if deadline else None,
        state_id=state,
        position=position.value if position else None,
        participants=list(participants),
        text=text_of(text),
        mark=mark.value,
    )
    trial = AdoptionAct(
        key=key,
        draft=draft,
        procedure=procedure,
        kind=kind,
        at=at,
        basis=Basis(key, standing, tuple(sources)),
        deadline=deadline,
        state=state,
        position=position,
        participants=tuple(participants),
    )
    after = adoption(SECRETARIAT, draft, on=now.date(), known_at=now, organ=organ, meeting=meeting, also=[trial])
    refusal = next((each.reason for each in after.refused if each.act.key == key), None) if after else "no such draft"
    if refusal is not None:
        refuse(UnableToAdopt, f"{kind.value} of {draft}: {refusal}")
    record(actor, f"{kind.value} adoption", row, now, sources, standing)
    return after.outcome if after else Outcome.NOT_OPENED
