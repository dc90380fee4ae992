"""The rows beneath a review: their hash, their standings, and each as a line for the annexes and the data folder."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.apps import apps
from django.conf import settings
from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.audit.rules import digest_of
from secretariat.kernel import LocalizedText, Standing
from secretariat.review.rules.rows import RowLine
from secretariat.sources.columns import ActColumns, RecordColumns
from secretariat.sources.queries import as_known, as_of, basis_of
from secretariat.sources.rules import Alternative


def _tables() -> Iterator[type[RecordColumns]]:
    for room in settings.ROOMS:
        for model in apps.get_app_config(room).get_models():
            if issubclass(model, RecordColumns):
                yield model


def snapshot_hash(viewer: Viewer, *, on: date, known_at: datetime) -> str:
    """One hash for all that a review can rest on: every visible row as known at an instant, happened by the day.

    One query a table; shape: 64 hexadecimal digits.
    """
    hashes: list[str] = []
    for model in _tables():
        rows = as_known(viewer, model, known_at)
        if issubclass(model, ActColumns):
            rows = rows.exclude(earliest__gt=on)
        hashes.extend(rows.values_list("content_hash", flat=True))
    return digest_of(hashes)


def standing_counts(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, dict[Standing, int]]:
    """How many rows of each table have which standing, for tables that hold any. One query a table."""
    counts: dict[str, dict[Standing, int]] = {}
    for model in _tables():
        rows = as_known(viewer, model, known_at)
        if issubclass(model, ActColumns):
            rows = rows.exclude(earliest__gt=on)
        found: dict[Standing, int] = {}
        for standing in rows.values_list("standing", flat=True):
            found[Standing(standing)] = found.get(Standing(standing), 0) + 1
        if found:
            counts[model._meta.model_name or ""] = found
    return counts


_TEXTS = ("title", "text", "name", "gist", "reason")
_FACTS = ("kind", "claimed", "result", "due", "effective", "instrument_id", "commitment_id", "meeting_id", "organ_id", "state_id")


def _line(row: RecordColumns) -> RowLine:
    """A row of any table in one line: its texts in both languages, and the facts that tell it from its neighbours."""
    texts = [LocalizedText.of(getattr(row, name)) for name in _TEXTS if isinstance(getattr(row, name, None), dict)]
    facts = [str(value) for name in _FACTS if (value := getattr(row, name, None))]
    end = f" ({', '.join(facts)})" if facts else ""
    when = getattr(row, "date", None)
    first = next((text for text in texts if text), LocalizedText(row.key, row.key))
    return RowLine(
        key=row.key,
        title=first,
        table=row._meta.model_name or "",
        when=str(when) if when else "",
        what=LocalizedText(
            "; ".join(text.in_language("en") for text in texts if text) + end,
            "; ".join(text.in_language("ru") for text in texts if text) + end,
        ),
        standing=row.standing,
        sources=tuple(row.sources),
    )


def row_lines(viewer: Viewer, keys: set[str], *, known_at: datetime) -> dict[str, RowLine]:
    """The rows with these keys as lines for the annex and the data folder. One query a table and 500 keys."""
    wanted = sorted(keys)
    lines: dict[str, RowLine] = {}
    for model in _tables():
        for start in range(0, len(wanted), 500):
            for row in as_known(viewer, model, known_at).filter(key__in=wanted[start : start + 500]):
                lines[row.key] = _line(row)
    return lines


@dataclass(frozen=True, slots=True)
class DoubtfulRow:
    """A fact on which sources disagree, or that was looked for and not found."""

    line: RowLine
    alternatives: tuple[Alternative, ...]


def doubtful_rows(viewer: Viewer, *, on: date, known_at: datetime) -> list[DoubtfulRow]:
    """Disputed and unknown facts as of a day, by table and key; undated ones included. One query a table."""
    found: list[DoubtfulRow] = []
    for model in _tables():
        rows = as_known(viewer, model, known_at).filter(standing__in=[Standing.DISPUTED, Standing.UNKNOWN])
        if issubclass(model, ActColumns):
            rows = rows.exclude(earliest__gt=on)
        for row in rows.order_by("key"):
            basis = basis_of(row, known_at)
            if basis.standing in {Standing.DISPUTED, Standing.UNKNOWN}:
                found.append(DoubtfulRow(replace(_line(row), standing=basis.standing), basis.alternatives))
    return found


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that the last review did not have."""

    line: RowLine
    is_world: bool
    """It happened since then; else it had happened before and has become known since."""
    corrects: str | None


def new_rows(
    viewer: Viewer, model_names: tuple[str, ...], *, before: tuple[date, datetime], now: tuple[date, datetime]
) -> list[NewRow]:
    """The acts of some tables that are in the register as of ``now`` and were not as of ``before``, by date.

    ``before`` and ``now`` are pairs of the day and the instant of knowledge. One query a table.
    """
    (then, then_known), (on, known_at) = before, now
    found: list[NewRow] = []
    for model in _tables():
        if model._meta.model_name not in model_names or not issubclass(model, ActColumns):
            continue
        had = Q(latest__lte=then) & (Q(known_from__isnull=True) | Q(known_from__lte=then_known))
        rows = as_of(viewer, model, on, known_at).exclude(had)
        for row in rows.order_by("latest", "key"):
            world = row.latest is not None and row.latest > then
            found.append(NewRow(_line(row), world, row.corrects_id))
    return sorted(found, key=lambda each: (each.line.when, each.line.key))
