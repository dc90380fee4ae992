"""What the register holds of some measurements, for comparing a file with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.programmes import models
from secretariat.sources.queries import as_known

COLUMNS = (
    "indicator_id", "state_id", "operation_id", "phase_id", "start", "end", "value", "low", "high", "qualifier", "unit",
    "cumulative", "date", "by", "sources", "standing",
)  # fmt: skip
FEW = 400
"""Up to so many lines are asked for by their keys (twice each); for more, the whole table is read."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The newest row of a line by its columns, and how many rows the line has."""

    values: dict[str, Any]
    rows: int


def recorded_measurements(viewer: Viewer, keys: Iterable[str], *, known_at: datetime) -> dict[str, Recorded]:
    """The lines of some measurements by the key of their first row. Two queries."""
    wanted = set(keys)
    own = Q(key__in=wanted) | Q(corrects__in=wanted) if len(wanted) <= FEW else Q()
    counted: dict[str, int] = {}
    for key, corrects in models.Measurement._default_manager.filter(own).values_list("key", "corrects_id"):
        counted[corrects or key] = counted.get(corrects or key, 0) + 1
    newest = as_known(viewer, models.Measurement, known_at).filter(own)
    return {
        row.identity: Recorded({name: getattr(row, name) for name in COLUMNS}, counted[row.identity])
        for row in newest
        if row.identity in wanted
    }
