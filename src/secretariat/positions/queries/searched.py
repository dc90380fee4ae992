"""What of the ledger of positions can be found by its words."""

from datetime import date, datetime
from functools import partial
from typing import TypeVar

from django.db.models import Q, QuerySet

from secretariat.access.rules import Viewer
from secretariat.positions import models
from secretariat.search.queries import Shown
from secretariat.sources.columns import ActColumns
from secretariat.sources.queries import as_known

ActRow = TypeVar("ActRow", bound=ActColumns)


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """Positions that had been agreed by a day, or on a day nobody has found, and the versions of their texts."""

    def happened(model: type[ActRow]) -> QuerySet[ActRow]:
        return as_known(viewer, model, known_at).filter(Q(latest__lte=on) | Q(date__isnull=True))

    return {
        "positions.position": Shown(partial(happened, models.Position)),
        "positions.positiontext": Shown(partial(happened, models.PositionText), page="positions.position"),
    }
