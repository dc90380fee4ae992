"""What of the programmes can be found by its words."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from secretariat.access.rules import Viewer
from secretariat.programmes import models
from secretariat.programmes.queries.reading import fields
from secretariat.search.queries import Shown
from secretariat.sources.queries import as_known, has_any


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """Fields of work that had begun by a day, indicators with a figure, operations, plans. One query."""
    begun = list(fields(viewer, on=on, known_at=known_at))
    happened = Q(latest__lte=on) | Q(latest__isnull=True)

    def running() -> QuerySet[models.Field]:
        return as_known(viewer, models.Field, known_at).filter(Q(key__in=begun) | Q(corrects__in=begun))

    def operations() -> QuerySet[models.Operation]:
        acts = as_known(viewer, models.OperationAct, known_at).filter(happened)
        return as_known(viewer, models.Operation, known_at).filter(has_any(acts, "operation"))

    def indicators() -> QuerySet[models.Indicator]:
        told = Q(latest__lte=on) | Q(latest__isnull=True) & (Q(end__lte=on) | Q(end__isnull=True))
        figures = as_known(viewer, models.Measurement, known_at).filter(told)
        return as_known(viewer, models.Indicator, known_at).filter(has_any(figures, "indicator"))

    def plans() -> QuerySet[models.Plan]:
        return as_known(viewer, models.Plan, known_at).filter(happened)

    return {
        "programmes.field": Shown(running),
        "programmes.indicator": Shown(indicators, page="programmes.field"),
        "programmes.operation": Shown(operations, page="programmes.field"),
        "programmes.plan": Shown(plans, page="programmes.field"),
    }
