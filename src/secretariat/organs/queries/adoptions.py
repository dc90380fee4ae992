"""Reading how far a draft has come."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.organs import models
from secretariat.organs.queries.offices import organs
from secretariat.organs.queries.reading import adoption_act_of
from secretariat.organs.rules import (
    Adoption,
    AdoptionAct,
    AdoptionActKind,
    AttendanceLevel,
    Procedure,
    QuorumRule,
    adoption_at,
)
from secretariat.parties.queries import NoOrganisation, members
from secretariat.parties.rules import PartyState
from secretariat.sources.queries import as_known, as_of
from secretariat.sources.rules import end_of


def _held_in(viewer: Viewer, draft: str, known_at: datetime) -> tuple[str | None, str | None]:
    """The organ and the meeting before which a draft is: those of the document or the proposal. Two queries."""
    named = Q(key=draft) | Q(corrects=draft)
    document = as_known(viewer, models.Document, known_at).filter(named).select_related("meeting").first()
    if document is not None:
        return document.organ_id or (document.meeting.organ_id if document.meeting else None), document.meeting_id
    proposal = as_known(viewer, models.Proposal, known_at).filter(named).select_related("meeting").first()
    if proposal is not None and proposal.meeting is not None:
        return proposal.meeting.organ_id, proposal.meeting_id
    return None, None


def adoption_acts(viewer: Viewer, *, at: datetime, procedure: Procedure, draft: str | None = None) -> list[AdoptionAct]:
    """The acts of drafts under a procedure up to an instant, as known then, in the order in which they happened.

    One query; of one draft if named.
    """
    rows = as_known(viewer, models.AdoptionAct, at).filter(procedure=procedure.value, at__lte=at)
    if draft is not None:
        rows = rows.filter(draft=draft)
    return [adoption_act_of(row, at) for row in rows.order_by("at", "key")]


def _decided_on(acts: Sequence[AdoptionAct], on: date) -> date:
    """The day whose membership counts: that of the closing, else of the day asked about."""
    closed = [act.at for act in acts if act.kind is AdoptionActKind.CLOSED]
    return min(on, closed[-1].astimezone(UTC).date()) if closed else on


def adoption(
    viewer: Viewer,
    draft: str,
    *,
    on: date,
    known_at: datetime,
    organ: str | None = None,
    meeting: str | None = None,
    also: Sequence[AdoptionAct] = (),
) -> Adoption | None:
    """How far a draft had come at the end of ``on``; ``None`` when it was not before any organ by then.

    A draft that is a decision belongs to a room above: name its ``organ`` (whose quorum rule counts) and its
    ``meeting`` (whose recorded absences count). The members are those of the day of the closing. ``also`` adds acts
    that are not recorded, to see what they would do. At most nine queries.
    """
    rows = as_of(viewer, models.AdoptionAct, on, known_at).filter(draft=draft)
    acts = [adoption_act_of(row, known_at) for row in rows.order_by("at", "key")]
    acts = sorted([*acts, *also], key=lambda act: (act.at, act.key))
    if not acts:
        return None
    if organ is None:
        organ, found = _held_in(viewer, draft, known_at)
        meeting = meeting or found
    described = organs(viewer, on=on, known_at=known_at).get(organ or "")
    try:
        parties = members(viewer, on=_decided_on(acts, on), known_at=known_at)
    except NoOrganisation:
        parties = []
    codes = [each.state.code for each in parties]
    absent = as_of(viewer, models.Attendance, on, known_at).filter(meeting=meeting, level=AttendanceLevel.ABSENT.value)
    away = set(absent.values_list("state_id", flat=True)) if meeting is not None else set()
    return adoption_at(
        acts=acts,
        members=codes,
        suspended=[each.state.code for each in parties if each.status.status is PartyState.SUSPENDED],
        at=end_of(on),
        quorum_rule=described.quorum if described is not None else QuorumRule.UNKNOWN,
        present=[code for code in codes if code not in away],
    )
