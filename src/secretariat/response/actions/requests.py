"""Writing requests, what becomes of them, and assistance other than forces."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.parties.queries import NoOrganisation
from secretariat.response import models
from secretariat.response.actions.recording import case_with, needs_the_past, record, refuse, text_of
from secretariat.response.queries import membership
from secretariat.response.rules import AssistanceKind, ChallengeKind, RequestAct, RequestActKind
from secretariat.sources.rules import Basis


class UnableToRequest(Exception):
    """The request cannot be recorded as it stands."""


class UnableToSettleRequest(Exception):
    """The request cannot take this turn."""


def make_request(
    actor: Actor,
    *,
    key: str,
    state: str,
    territory: str,
    on: date,
    kind: ChallengeKind,
    organ: str | None = None,
    instrument: str | None = None,
    article: str = "",
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record a member's request. Raises :class:`UnableToRequest` when it is no member or is suspended."""
    now = datetime.now(UTC)
    needs_the_past(UnableToRequest, on, now)
    try:
        refusal = membership(SECRETARIAT, known_at=now).voices_on(on).refusal(state)
    except NoOrganisation:
        refusal = "the register holds no organisation"
    if refusal is not None:
        refuse(UnableToRequest, refusal)
    row = models.Request(
        key=key,
        state_id=state,
        territory_id=territory,
        kind=kind.value,
        organ_id=organ,
        instrument_id=instrument,
        article=article,
        date=on.isoformat(),
        text=text_of(text),
    )
    record(actor, "make request", row, now, sources=sources, standing=standing)


def settle_request(
    actor: Actor,
    *,
    key: str,
    request: str,
    kind: RequestActKind,
    on: date,
    state: str | None = None,
    decision: str | None = None,
    reason: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what becomes of a request: the host approves or takes its approval back, it is declined, lapses ...

    Raises :class:`UnableToSettleRequest` with the reason when the course of the request does not allow it.
    """
    now = datetime.now(UTC)
    needs_the_past(UnableToSettleRequest, on, now)
    trial = RequestAct(key, request, kind, ImpreciseDate.on(on), Basis(key, standing, tuple(sources)), state, decision)
    case_with(UnableToSettleRequest, request, now, [trial])
    row = models.RequestAct(
        key=key,
        request_id=request,
        kind=kind.value,
        state_id=state,
        decision_id=decision,
        date=on.isoformat(),
        reason=text_of(reason),
    )
    record(actor, f"{kind.value} request", row, now, sources=sources, standing=standing)


def record_assistance(
    actor: Actor,
    *,
    key: str,
    kind: AssistanceKind,
    recipient: str,
    on: date,
    request: str | None = None,
    state: str | None = None,
    organ: str | None = None,
    amount: int | None = None,
    currency: str = "",
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record assistance other than forces. Raises :class:`UnableToSettleRequest` where there is no such request."""
    now = datetime.now(UTC)
    needs_the_past(UnableToSettleRequest, on, now)
    if request is not None:
        case_with(UnableToSettleRequest, request, now)
    row = models.Assistance(
        key=key,
        request_id=request,
        kind=kind.value,
        state_id=state,
        organ_id=organ,
        recipient_id=recipient,
        amount=amount,
        currency=currency,
        date=on.isoformat(),
        text=text_of(text),
    )
    record(actor, "give assistance", row, now, sources=sources, standing=standing)
