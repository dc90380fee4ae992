"""Writing mandates: what is activated, extended, contributed and withdrawn."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.decisions.queries import decisions
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.organs.queries import adoption
from secretariat.response import models
from secretariat.response.actions.recording import (
    case_with,
    needs_the_past,
    record,
    refuse,
    register_now,
    text_of,
    today,
)
from secretariat.response.rules import (
    Activation,
    ActivationAct,
    ActivationActKind,
    Contribution,
    ContributionKind,
    NumberQualifier,
    Persons,
)
from secretariat.sources.rules import Basis


class UnableToActivate(Exception):
    """Nothing may be activated."""


class UnableToContinue(Exception):
    """The mandate cannot take this turn."""


class UnableToContribute(Exception):
    """The contribution is not covered by a mandate or by the member's national consent."""


def _adopted(error: type[Exception], key: str, now: datetime) -> None:
    """Refuse a decision whose adoption is on record and did not end in adoption."""
    day = today(now)
    decision = next((each for each in decisions(SECRETARIAT, on=day, known_at=now) if each.key == key), None)
    if decision is None:
        refuse(error, f"there is no decision {key}")
    found = adoption(SECRETARIAT, key, on=day, known_at=now, organ=decision.organ, meeting=decision.meeting)
    if found is not None and not found.is_adopted:
        refuse(error, f"the decision {key} is not adopted: {found.outcome.value}")


def activate(
    actor: Actor,
    *,
    key: str,
    request: str,
    decision: str,
    on: date,
    force: str | None = None,
    until: date | None = None,
    mandate: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record a mandate that begins on ``on``.

    Raises :class:`UnableToActivate` without the request or the approval of the state on whose territory it takes
    place, without a closed consultation that ended in agreement under the organ's adoption rule, without a decision of
    that organ, for a request that is over, while another mandate runs, or with an end that is not after the start.
    """
    now = datetime.now(UTC)
    needs_the_past(UnableToActivate, on, now)
    _adopted(UnableToActivate, decision, now)
    basis = Basis(key, standing, tuple(sources))
    trial = Activation(key, request, decision, ImpreciseDate.on(on), basis, force, until)
    case_with(UnableToActivate, request, now, [trial])
    row = models.Activation(
        key=key,
        request_id=request,
        decision_id=decision,
        force_id=force,
        date=on.isoformat(),
        until=until,
        mandate=text_of(mandate),
    )
    record(actor, "activate", row, now, sources=sources, standing=standing)


def _request_of(error: type[Exception], activation: str, now: datetime) -> str:
    every = ((case, mandate) for case in register_now(error, now).cases for mandate in case.course.mandates)
    found = next((case for case, mandate in every if mandate.activation.key == activation), None)
    if found is None:
        refuse(error, f"there is no mandate {activation}")
    return found.request.key


def record_activation_act(
    actor: Actor,
    *,
    key: str,
    activation: str,
    kind: ActivationActKind,
    on: date,
    state: str | None = None,
    decision: str | None = None,
    until: date | None = None,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record an extension, a withdrawal or the end of a mandate.

    Raises :class:`UnableToContinue` when the mandate is over, or for an extension without a decision or a later end.
    """
    now = datetime.now(UTC)
    needs_the_past(UnableToContinue, on, now)
    if decision is not None:
        _adopted(UnableToContinue, decision, now)
    basis = Basis(key, standing, tuple(sources))
    trial = ActivationAct(key, activation, kind, ImpreciseDate.on(on), basis, state, decision, until)
    case_with(UnableToContinue, _request_of(UnableToContinue, activation, now), now, [trial])
    row = models.ActivationAct(
        key=key,
        activation_id=activation,
        kind=kind.value,
        state_id=state,
        decision_id=decision,
        date=on.isoformat(),
        until=until,
        text=text_of(text),
    )
    record(actor, f"{kind.value} mandate", row, now, sources=sources, standing=standing)


def record_contribution(
    actor: Actor,
    *,
    key: str,
    activation: str,
    on: date,
    state: str | None = None,
    kind: ContributionKind | None = None,
    persons: int | None = None,
    qualifier: NumberQualifier = NumberQualifier.EXACT,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what a member contributes, or, without a state, what was published about all together.

    Raises :class:`UnableToContribute` when no mandate runs on the day, the member has no say or gave no consent, or
    the number goes beyond what its national consent allows.
    """
    now = datetime.now(UTC)
    needs_the_past(UnableToContribute, on, now)
    basis = Basis(key, standing, tuple(sources))
    trial = Contribution(key, activation, ImpreciseDate.on(on), basis, state, kind, Persons(persons, qualifier))
    case_with(UnableToContribute, _request_of(UnableToContribute, activation, now), now, [trial])
    row = models.Contribution(
        key=key,
        activation_id=activation,
        state_id=state,
        kind=kind.value if kind else None,
        date=on.isoformat(),
        persons=persons,
        qualifier=qualifier.value,
        text=text_of(text),
    )
    record(actor, "record contribution", row, now, sources=sources, standing=standing)
