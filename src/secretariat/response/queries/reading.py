"""From table rows to what the rules work on."""

from datetime import datetime
from typing import Any

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.response import models
from secretariat.response.rules import (
    Activation,
    ActivationAct,
    ActivationActKind,
    Answer,
    Assistance,
    AssistanceKind,
    ChallengeKind,
    Consent,
    Consultation,
    ConsultationAct,
    ConsultationActKind,
    Contribution,
    ContributionKind,
    Force,
    NumberQualifier,
    OtherPersons,
    Persons,
    Pledge,
    PledgeActKind,
    ReadinessReport,
    Request,
    RequestAct,
    RequestActKind,
)
from secretariat.sources.queries import basis_of


def when_of(row: Any) -> ImpreciseDate:
    """The date of a row that was chosen by its date. Raises ``ValueError`` on one without."""
    if row.date is None:
        msg = f"{row.key} has no date"
        raise ValueError(msg)
    return ImpreciseDate.parse(row.date)


def _persons(row: Any) -> Persons:
    return Persons(row.persons, NumberQualifier(row.qualifier))


def _others(row: Any, known_at: datetime) -> tuple[OtherPersons, ...]:
    """The other numbers of persons that sources give, as known at an instant."""
    return tuple(
        OtherPersons(
            Persons(other["persons"], NumberQualifier(other.get("qualifier", NumberQualifier.EXACT))),
            tuple(other.get("sources", ())),
        )
        for other in row.alternatives
        if other.get("persons") is not None
        and (not other.get("known_from") or datetime.fromisoformat(other["known_from"]) <= known_at)
    )


def _kind(row: Any) -> ContributionKind | None:
    return ContributionKind(row.kind) if row.kind else None


def force_of(row: models.Force, known_at: datetime) -> Force:
    """A joint force."""
    return Force(
        key=row.identity,
        name=LocalizedText.of(row.name),
        basis=basis_of(row, known_at),
        short=LocalizedText.of(row.short),
        instrument=row.instrument_id,
        decision=row.decision_id,
        rule=LocalizedText.of(row.rule),
    )


def pledge_of(row: models.Pledge, known_at: datetime) -> Pledge:
    """A pledge or its taking back."""
    return Pledge(
        key=row.key,
        force=row.force_id,
        state=row.state_id,
        kind=ContributionKind(row.kind),
        act=PledgeActKind(row.act),
        when=when_of(row),
        basis=basis_of(row, known_at),
        persons=_persons(row),
        percent=row.percent,
        start=row.start,
        until=row.until,
        text=LocalizedText.of(row.text),
    )


def readiness_of(row: models.Readiness, known_at: datetime) -> ReadinessReport:
    """A readiness report."""
    return ReadinessReport(
        key=row.key,
        force=row.force_id,
        when=when_of(row),
        basis=basis_of(row, known_at),
        state=row.state_id,
        kind=_kind(row),
        persons=_persons(row),
        others=_others(row, known_at),
        by=LocalizedText.of(row.by),
        text=LocalizedText.of(row.text),
    )


def request_of(row: models.Request, known_at: datetime) -> Request:
    """A request."""
    return Request(
        key=row.identity,
        state=row.state_id,
        territory=row.territory_id,
        when=when_of(row),
        basis=basis_of(row, known_at),
        kind=ChallengeKind(row.kind) if row.kind else None,
        organ=row.organ_id,
        instrument=row.instrument_id,
        article=row.article,
        text=LocalizedText.of(row.text),
    )


def request_act_of(row: models.RequestAct, known_at: datetime) -> RequestAct:
    """What became of a request."""
    return RequestAct(
        key=row.key,
        request=row.request_id,
        kind=RequestActKind(row.kind),
        when=when_of(row),
        basis=basis_of(row, known_at),
        state=row.state_id,
        decision=row.decision_id,
        reason=LocalizedText.of(row.reason),
    )


def consultation_of(row: models.Consultation, known_at: datetime) -> Consultation:
    """A consultation."""
    return Consultation(
        key=row.identity,
        request=row.request_id,
        organ=row.organ_id,
        when=when_of(row),
        basis=basis_of(row, known_at),
        force=row.force_id,
        meeting=row.meeting_id,
        question=LocalizedText.of(row.question),
    )


def consultation_act_of(row: models.ConsultationAct, known_at: datetime) -> ConsultationAct:
    """The close of a consultation."""
    return ConsultationAct(
        key=row.key,
        consultation=row.consultation_id,
        kind=ConsultationActKind(row.kind),
        when=when_of(row),
        basis=basis_of(row, known_at),
        text=LocalizedText.of(row.text),
    )


def consent_of(row: models.Consent, known_at: datetime) -> Consent:
    """A member's answer."""
    return Consent(
        key=row.key,
        consultation=row.consultation_id,
        state=row.state_id,
        when=when_of(row),
        basis=basis_of(row, known_at),
        answer=Answer(row.answer) if row.answer else None,
        persons=row.persons,
        text=LocalizedText.of(row.text),
    )


def activation_of(row: models.Activation, known_at: datetime) -> Activation:
    """A mandate."""
    return Activation(
        key=row.identity,
        request=row.request_id,
        decision=row.decision_id,
        when=when_of(row),
        basis=basis_of(row, known_at),
        force=row.force_id,
        until=row.until,
        mandate=LocalizedText.of(row.mandate),
    )


def activation_act_of(row: models.ActivationAct, known_at: datetime) -> ActivationAct:
    """What happened to a mandate."""
    return ActivationAct(
        key=row.key,
        activation=row.activation_id,
        kind=ActivationActKind(row.kind),
        when=when_of(row),
        basis=basis_of(row, known_at),
        state=row.state_id,
        decision=row.decision_id,
        until=row.until,
        text=LocalizedText.of(row.text),
    )


def contribution_of(row: models.Contribution, known_at: datetime) -> Contribution:
    """A contribution, or a published total."""
    return Contribution(
        key=row.key,
        activation=row.activation_id,
        when=when_of(row),
        basis=basis_of(row, known_at),
        state=row.state_id,
        kind=_kind(row),
        persons=_persons(row),
        others=_others(row, known_at),
        text=LocalizedText.of(row.text),
    )


def assistance_of(row: models.Assistance, known_at: datetime) -> Assistance:
    """Assistance other than forces."""
    return Assistance(
        key=row.key,
        kind=AssistanceKind(row.kind),
        recipient=row.recipient_id,
        when=when_of(row),
        basis=basis_of(row, known_at),
        request=row.request_id,
        state=row.state_id,
        organ=row.organ_id,
        amount=row.amount,
        currency=row.currency,
        text=LocalizedText.of(row.text),
    )
