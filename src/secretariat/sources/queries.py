"""Reading citations, and the two conditions that every reading of acts passes through."""

from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from secretariat.access.queries import scope
from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.sources.columns import RecordColumns
from secretariat.sources.models import Citation as CitationRow
from secretariat.sources.rules import Alternative, Basis, Citation, standing_as_known

Row = TypeVar("Row", bound=RecordColumns)
_FEW = 500
"""Up to so many keys are asked for by name; for more, the whole table is read."""


def as_known(viewer: Viewer, model: type[Row], known_at: datetime) -> QuerySet[Row]:
    """The rows of a table that ``viewer`` sees as they were known at an instant.

    Of each line of corrections only the newest row known by then remains; a retraction leaves none.
    """
    known = scope(viewer) & (Q(known_from__isnull=True) | Q(known_from__lte=known_at))
    rows = model._default_manager
    first_is_superseded = rows.filter(known, corrects=OuterRef("key"))
    newer = Q(known_from__gt=OuterRef("known_from")) | Q(known_from=OuterRef("known_from"), key__gt=OuterRef("key"))
    correction_is_superseded = rows.filter(known & newer, corrects=OuterRef("corrects"))
    return rows.filter(known, retracted=False).exclude(
        Exists(first_is_superseded) | Q(corrects__isnull=False) & Exists(correction_is_superseded)
    )


def as_of(viewer: Viewer, model: type[Row], on: date, known_at: datetime) -> QuerySet[Row]:
    """The acts that had surely happened by ``on``, as known at ``known_at``."""
    return as_known(viewer, model, known_at).filter(latest__lte=on)


def every_row(viewer: Viewer, model: type[Row]) -> QuerySet[Row]:
    """All rows of a table that ``viewer`` sees, corrected ones included, by key: what a dump writes."""
    return model._default_manager.filter(scope(viewer)).order_by("key")


def basis_of(row: Any, known_at: datetime) -> Basis:
    """The standing, sources and other values of an act row, as known at an instant."""
    alternatives = tuple(
        Alternative(
            changes=tuple((name, value) for name, value in sorted(other.items()) if name in {"date", "kind"}),
            sources=tuple(other.get("sources", ())),
            known_from=datetime.fromisoformat(other["known_from"]) if other.get("known_from") else None,
        )
        for other in getattr(row, "alternatives", ())
    )
    known = tuple(other for other in alternatives if other.known_from is None or other.known_from <= known_at)
    return Basis(
        key=row.key,
        standing=standing_as_known(Standing(row.standing), alternatives, known_at),
        sources=tuple(row.sources),
        alternatives=known,
        note=LocalizedText.of(row.note),
    )


def citations(viewer: Viewer, *, known_at: datetime, keys: set[str] | None = None) -> dict[str, Citation]:
    """Citations by key, in the order of their keys; ``keys`` limits the answer."""
    rows = as_known(viewer, CitationRow, known_at)
    if keys is not None and len(keys) <= _FEW:
        rows = rows.filter(key__in=keys)
    return {
        row.key: Citation(
            key=row.key,
            title=LocalizedText.of(row.title),
            publisher=row.publisher,
            url=row.url,
            published=ImpreciseDate.parse(row.date) if row.date else None,
            language=row.language,
            accessed=row.accessed,
            note=LocalizedText.of(row.note),
        )
        for row in rows.order_by("key")
        if keys is None or row.key in keys
    }
