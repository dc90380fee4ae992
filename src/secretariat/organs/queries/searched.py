"""What of the organs can be found by its words."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from secretariat.access.rules import Viewer
from secretariat.organs import models
from secretariat.organs.queries.offices import organs
from secretariat.organs.queries.reading import happened_or_undated
from secretariat.organs.rules import MeetingActKind
from secretariat.search.queries import Shown
from secretariat.sources.queries import as_known, as_of, has_any


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """Organs that existed, meetings that something had happened to, and what stands on their pages. One query."""
    there = list(organs(viewer, on=on, known_at=known_at))

    def existing() -> QuerySet[models.Organ]:
        return as_known(viewer, models.Organ, known_at).filter(Q(key__in=there) | Q(corrects__in=there))

    def announced() -> QuerySet[models.Meeting]:
        acts = as_of(viewer, models.MeetingAct, on, known_at)
        return as_known(viewer, models.Meeting, known_at).filter(has_any(acts, "meeting"))

    def belonging(model: Any) -> QuerySet[Any]:
        acts = as_of(viewer, models.MeetingAct, on, known_at).filter(kind=MeetingActKind.HELD.value)
        held = Q(Exists(acts.filter(meeting=OuterRef("meeting"))))
        return happened_or_undated(viewer, model, on=on, known_at=known_at).filter(Q(latest__isnull=False) | held)

    return {
        "organs.organ": Shown(existing),
        "organs.meeting": Shown(announced),
        "organs.agendaitem": Shown(partial(belonging, models.AgendaItem), page="organs.meeting"),
        "organs.statement": Shown(partial(belonging, models.Statement), page="organs.meeting"),
        "organs.proposal": Shown(partial(as_of, viewer, models.Proposal, on, known_at), page="organs.meeting"),
        "organs.document": Shown(partial(belonging, models.Document), page="organs.meeting"),
    }
