"""Reading citations and data sets, and the two conditions that every reading of acts passes through."""

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from secretariat.access.queries import scope
from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.search.queries import Shown
from secretariat.sources import lake
from secretariat.sources.columns import RecordColumns
from secretariat.sources.models import Citation as CitationRow
from secretariat.sources.models import Release as ReleaseRow
from secretariat.sources.rules import Alternative, Basis, Citation, Release, standing_as_known

if TYPE_CHECKING:
    import ibis

Row = TypeVar("Row", bound=RecordColumns)
_FEW = 500
"""Up to so many keys are asked for by name; for more, the whole table is read."""


def as_known(viewer: Viewer, model: type[Row], known_at: datetime) -> QuerySet[Row]:
    """The rows of a table that ``viewer`` sees as they were known at an instant.

    Of each line of corrections only the newest row known by then remains; a retraction leaves none.
    """
    known = scope(viewer) & (Q(known_from__isnull=True) | Q(known_from__lte=known_at))
    known &= model.existing_for(viewer, known_at)
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


def has_any(acts: QuerySet[Any], column: str) -> Q:
    """Whether any of ``acts`` is about a row, as a condition on its table; ``column`` of the acts names it."""
    return Q(Exists(acts.filter(**{column: Coalesce(OuterRef("corrects"), OuterRef("key"))})))


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:  # noqa: ARG001  # as every room
    """The documents that facts rest on. No query."""
    return {"sources.citation": Shown(partial(as_known, viewer, CitationRow, known_at))}


def every_row(viewer: Viewer, model: type[Row]) -> QuerySet[Row]:
    """All rows of a table that ``viewer`` sees, corrected ones included, by key: what a dump writes."""
    return model._default_manager.filter(scope(viewer) & model.existing_for(viewer, None)).order_by("key")


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


def releases(viewer: Viewer, *, known_at: datetime, dataset: str | None = None) -> list[Release]:
    """The releases of the data sets, or of one, by data set and by the instant they became known, newest last."""
    rows = as_known(viewer, ReleaseRow, known_at)
    if dataset is not None:
        rows = rows.filter(dataset=dataset)
    found = [
        Release(
            key=row.key,
            dataset=row.dataset,
            kind=row.kind,
            release=row.release,
            sha256=row.sha256,
            importer=row.importer,
            basis=basis_of(row, known_at),
            file=row.file,
            options=row.options,
            rows=row.rows,
            quarantined=row.quarantined,
            licence=row.licence,
            retrieved=row.retrieved,
            url=row.url,
            coverage=LocalizedText.of(row.coverage),
            rows_known_by=row.rows_known_by or "",
            known_from=row.known_from,
        )
        for row in rows
    ]
    return sorted(found, key=lambda each: (each.dataset, each.known_from is not None, each.known_from, each.key))


def release_as_known(viewer: Viewer, *, dataset: str, known_at: datetime) -> Release | None:
    """The release of a data set that counts at an instant: the newest that was known by then; releases never mix."""
    found = releases(viewer, known_at=known_at, dataset=dataset)
    return found[-1] if found else None


def lake_rows(viewer: Viewer, *, release: Release, table: str, known_at: datetime) -> "ibis.Table":
    """A table of a release, without the rows that became known later, as an Ibis table of the lake's engine.

    Only a release that ``viewer`` sees as known at the instant is opened. Where the rows became known by themselves
    and the table has that column, later ones are left out. Raises ``UnableToReadLake``.
    """
    if not as_known(viewer, ReleaseRow, known_at).filter(key=release.key).exists():
        msg = f"there is no release {release.key}"
        raise lake.UnableToReadLake(msg)
    rows = lake.table(release.dataset, release.address, table)
    if release.rows_known_by and release.rows_known_by in rows.columns:
        rows = rows.filter(rows[release.rows_known_by] <= known_at.date())
    return rows
