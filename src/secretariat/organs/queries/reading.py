"""From table rows to what the rules work on."""

from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from secretariat.access.rules import Viewer
from secretariat.kernel import Certainty, Constraint, ImpreciseDate, LocalizedText
from secretariat.organs import models
from secretariat.organs.rules import (
    AdoptionAct,
    AdoptionActKind,
    AgendaItem,
    AgendaStatus,
    Attendance,
    AttendanceLevel,
    ChairRule,
    Claim,
    DecisionRule,
    Document,
    DocumentKind,
    DocumentPurpose,
    Meeting,
    MeetingAct,
    MeetingActKind,
    MeetingKind,
    Organ,
    Position,
    Procedure,
    Proposal,
    ProposalAct,
    ProposalActKind,
    QuorumRule,
    Role,
    Statement,
    TermAct,
    TermEdge,
)
from secretariat.sources.columns import ActColumns
from secretariat.sources.queries import as_known, basis_of

Row = TypeVar("Row", bound=ActColumns)


def happened_or_undated(viewer: Viewer, model: type[Row], *, on: date, known_at: datetime) -> QuerySet[Row]:
    """Acts up to ``on``, and those without a day of their own: what belongs to a meeting happened on its day."""
    return as_known(viewer, model, known_at).filter(Q(latest__lte=on) | Q(latest__isnull=True))


def _when(text: str | None) -> ImpreciseDate | None:
    return ImpreciseDate.parse(text) if text else None


def _day(row: ActColumns) -> ImpreciseDate:
    """The date of a row that was chosen by its date."""
    if row.earliest is None or row.latest is None:
        msg = f"{row.key} has no date"
        raise ValueError(msg)
    return ImpreciseDate(row.earliest, row.latest)


def organ_of(row: models.Organ, known_at: datetime) -> Organ:
    """An organ."""
    return Organ(
        key=row.identity,
        name=LocalizedText.of(row.name),
        kind=row.kind,
        basis=basis_of(row, known_at),
        short=LocalizedText.of(row.short),
        parent=row.parent_id,
        composition=LocalizedText.of(row.composition),
        procedure=DecisionRule(row.procedure),
        quorum=QuorumRule(row.quorum),
        chair_rule=ChairRule(row.chair_rule),
        seat=LocalizedText.of(row.seat),
        established=_when(row.established),
        variants=tuple(row.variants),
    )


def term_act_of(row: models.TermAct, known_at: datetime) -> TermAct:
    """The start or the end of a term."""
    return TermAct(
        key=row.key,
        term=row.term,
        organ=row.organ_id,
        role=Role(row.role),
        kind=TermEdge(row.kind),
        when=_day(row),
        basis=basis_of(row, known_at),
        person=LocalizedText.of(row.person),
        state=row.state_id,
        acting=row.acting,
        temporary=row.temporary,
    )


def meeting_of(row: models.Meeting, known_at: datetime) -> Meeting:
    """A meeting, without what happened to it."""
    return Meeting(
        key=row.identity,
        organ=row.organ_id,
        kind=MeetingKind(row.kind),
        basis=basis_of(row, known_at),
        joint_with=tuple(row.joint_with),
        title=LocalizedText.of(row.title),
    )


def _constraint(content: dict[str, Any]) -> Constraint:
    return Constraint(content["relation"], content["anchor"], content.get("days", 1))


def meeting_act_of(row: models.MeetingAct, known_at: datetime) -> MeetingAct:
    """What happened to a meeting."""
    return MeetingAct(
        key=row.key,
        meeting=row.meeting_id,
        kind=MeetingActKind(row.kind),
        when=_day(row),
        basis=basis_of(row, known_at),
        interval=_when(row.when),
        place=LocalizedText.of(row.place),
        host=row.host_id,
        certainty=Certainty(row.certainty) if row.certainty else None,
        constraints=tuple(_constraint(each) for each in row.constraints),
        set_at=row.set_at_id,
    )


def agenda_item_of(row: models.AgendaItem, known_at: datetime) -> AgendaItem:
    """An agenda item."""
    return AgendaItem(
        key=row.identity,
        meeting=row.meeting_id,
        number=row.number,
        title=LocalizedText.of(row.title),
        status=AgendaStatus(row.status),
        restricted=row.restricted,
        about=tuple(row.about),
        when=_when(row.date),
        basis=basis_of(row, known_at),
    )


def attendance_of(row: models.Attendance, known_at: datetime) -> Attendance:
    """One line of a list of participants."""
    return Attendance(
        key=row.identity,
        meeting=row.meeting_id,
        state=row.state_id,
        organisation=LocalizedText.of(row.organisation),
        level=AttendanceLevel(row.level),
        person=LocalizedText.of(row.person),
        basis=basis_of(row, known_at),
    )


def statement_of(row: models.Statement, known_at: datetime) -> Statement:
    """A statement."""
    return Statement(
        key=row.identity,
        meeting=row.meeting_id,
        item=row.item_id,
        state=row.state_id,
        organ=row.organ_id,
        person=LocalizedText.of(row.person),
        group=LocalizedText.of(row.group),
        text=LocalizedText.of(row.text),
        about=tuple(row.about),
        claims=tuple(
            Claim(each["measure"], each.get("value"), each["unit"], each.get("qualifier", "")) for each in row.claims
        ),
        when=_when(row.date),
        basis=basis_of(row, known_at),
    )


def proposal_act_of(row: models.ProposalAct, known_at: datetime) -> ProposalAct:
    """A step in the fate of a proposal."""
    return ProposalAct(
        key=row.key,
        proposal=row.proposal_id,
        kind=ProposalActKind(row.kind),
        when=_day(row),
        basis=basis_of(row, known_at),
        decision=row.decision,
        reason=LocalizedText.of(row.reason),
    )


def proposal_of(row: models.Proposal, acts: list[ProposalAct], known_at: datetime) -> Proposal:
    """A proposal with what happened to it."""
    return Proposal(
        key=row.identity,
        meeting=row.meeting_id,
        state=row.state_id,
        title=LocalizedText.of(row.title),
        text=LocalizedText.of(row.text),
        when=_day(row),
        basis=basis_of(row, known_at),
        acts=tuple(acts),
    )


def document_of(row: models.Document, known_at: datetime) -> Document:
    """A document."""
    return Document(
        key=row.identity,
        symbol=row.symbol,
        kind=DocumentKind(row.kind),
        title=LocalizedText.of(row.title),
        basis=basis_of(row, known_at),
        of=row.of_id,
        organ=row.organ_id,
        meeting=row.meeting_id,
        item=row.item_id,
        when=_when(row.date),
        languages=tuple(row.languages),
        authentic=tuple(row.authentic),
        url=row.url,
        purpose=DocumentPurpose(row.purpose) if row.purpose else None,
    )


def adoption_act_of(row: models.AdoptionAct, known_at: datetime) -> AdoptionAct:
    """An act in the adoption of a draft."""
    return AdoptionAct(
        key=row.key,
        draft=row.draft,
        procedure=Procedure(row.procedure),
        kind=AdoptionActKind(row.kind),
        at=row.at,
        basis=basis_of(row, known_at),
        deadline=row.deadline,
        state=row.state_id,
        position=Position(row.position) if row.position else None,
        participants=tuple(row.participants),
        text=LocalizedText.of(row.text),
    )
