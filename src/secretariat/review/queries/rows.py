"""The rows beneath a review: their hash, their standings, and each as a line for the annexes and the data folder."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections
from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL

from secretariat.access.rules import Viewer
from secretariat.audit.rules import digest_of
from secretariat.kernel import LocalizedText, Standing
from secretariat.organs.queries import organs
from secretariat.parties.queries import instruments, states
from secretariat.review.rules.rows import RowLine
from secretariat.review.rules.words import ACT_WORDS
from secretariat.sources.columns import ActColumns, RecordColumns
from secretariat.sources.queries import as_known, as_of, basis_of
from secretariat.sources.rules import Alternative


def _tables() -> Iterator[type[RecordColumns]]:
    for room in settings.ROOMS:
        for model in apps.get_app_config(room).get_models():
            if issubclass(model, RecordColumns):
                yield model


def _happened(rows: QuerySet[Any], on: date) -> QuerySet[Any]:
    """Rows of acts without those that surely happened after a day; undated ones stay."""
    return rows.exclude(earliest__gt=on)


def snapshot_hash(viewer: Viewer, *, on: date, known_at: datetime) -> str:
    """One hash for all that a review can rest on: every visible row as known at an instant, happened by the day.

    One query a table; shape: 64 hexadecimal digits.
    """
    hashes: list[str] = []
    for model in _tables():
        rows = as_known(viewer, model, known_at)
        if issubclass(model, ActColumns):
            rows = _happened(rows, on)
        hashes.extend(rows.values_list("content_hash", flat=True))
    return digest_of(hashes)


def standing_counts(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, dict[Standing, int]]:
    """How many rows of each table have which standing, for tables that hold any. One query a table."""
    counts: dict[str, dict[Standing, int]] = {}
    for model in _tables():
        rows = as_known(viewer, model, known_at)
        if issubclass(model, ActColumns):
            rows = _happened(rows, on)
        counted = rows.order_by().values_list("standing").annotate(n=Count("key"))
        if found := {Standing(standing): n for standing, n in counted}:
            counts[model._meta.model_name or ""] = found
    return counts


_TEXTS = ("title", "text", "name", "gist", "reason")
_WORDS = ("kind", "claimed", "result")


_ABOUT = {
    "commitment_id": ("decisions", "Commitment", "title"),
    "link_id": ("partners", "Link", "title"),
    "follow_up_id": ("partners", "FollowUp", "title"),
    "partner_id": ("partners", "Partner", "short"),
    "request_id": ("response", "Request", "text"),
    "consultation_id": ("response", "Consultation", "question"),
    "activation_id": ("response", "Activation", "mandate"),
    "force_id": ("response", "Force", "name"),
    "position_id": ("positions", "Position", "title"),
    "indicator_id": ("programmes", "Indicator", "name"),
    "operation_id": ("programmes", "Operation", "name"),
}
"""The columns that name the row a row is about: its room, its table, and the column that says what it is called."""


_EACH_OF = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT jsonb_array_elements_text(%s::jsonb)",
}
"""A list of keys as rows, from one parameter: SQLite takes 999 parameters, and a review names thousands of rows."""


def _with_keys(rows: QuerySet[Any], keys: Iterable[str]) -> QuerySet[Any]:
    """Only the rows with these keys, in one query however many they are."""
    one = _EACH_OF[connections[rows.db].vendor]
    return rows.filter(key__in=RawSQL(one, (json.dumps(sorted(keys)),)))  # noqa: S611  # the keys are a parameter


Values = Mapping[str, Any]
"""A row by its columns."""


class _Describer:
    """Says a row of any table in words. Reads the names of states, organs and instruments once."""

    def __init__(self, viewer: Viewer, known_at: datetime) -> None:
        self.viewer, self.known_at = viewer, known_at
        self.titles: dict[str, LocalizedText] = {}
        self.names = {
            "instrument_id": {each.key: each.title for each in instruments(viewer, known_at=known_at).values()},
            "state_id": {each.code: each.name for each in states(viewer, known_at=known_at)},
            "organ_id": {each.key: each.name for each in organs(viewer, on=date.max, known_at=known_at).values()},
        }

    def read_titles(self, rows: Sequence[Values]) -> None:
        """Read what the rows that some rows are about are called; one query for each of their tables."""
        for column, (room, model, title) in _ABOUT.items():
            keys = {key for row in rows if (key := row.get(column))} - self.titles.keys()
            if not keys:
                continue
            found = as_known(self.viewer, apps.get_model(room, model), self.known_at)
            named = _with_keys(found, keys).values_list("key", title)
            self.titles.update({key: LocalizedText.of(text) for key, text in named})

    def subject(self, row: Values) -> LocalizedText:
        """Whose act it is."""
        for name in ("state_id", "organ_id"):
            key = row.get(name)
            if key:
                return self.names[name].get(key, LocalizedText(key, key))
        return LocalizedText()

    def action(self, row: Values) -> LocalizedText:
        """What was done, in a word."""
        code = next((str(value) for name in _WORDS if (value := row.get(name))), "")
        due = row.get("due")
        if due is not None:
            return LocalizedText(f"deadline set for {due}", f"установлен срок {due}")
        return ACT_WORDS.get(code, LocalizedText(code.replace("_", " "), code.replace("_", " ")))

    def topic(self, row: Values) -> LocalizedText:
        """What it is about: an instrument, a commitment, a link ..., or the key of the meeting."""
        key = row.get("instrument_id")
        if key:
            return self.names["instrument_id"].get(key, LocalizedText(key, key))
        key = next((found for column in (*_ABOUT, "meeting_id") if (found := row.get(column))), "")
        return self.titles.get(key, LocalizedText(key, key))

    def line(self, row: Values, table: str) -> RowLine:
        """The row as a line."""
        texts = [LocalizedText.of(row[name]) for name in _TEXTS if isinstance(row.get(name), dict)]
        title = next((text for text in texts if text), LocalizedText())
        subject, action, topic = self.subject(row), self.action(row), self.topic(row)
        when = row.get("date")
        return RowLine(
            key=row["key"],
            table=table,
            when=str(when) if when else "",
            what=LocalizedText(
                _joined(topic.en, action.en, subject.en, title.in_language("en")),
                _joined(topic.ru or topic.en, action.ru, subject.ru or subject.en, title.in_language("ru")),
            ),
            standing=row["standing"],
            sources=tuple(row["sources"]),
            title=title or LocalizedText(row["key"], row["key"]),
            subject=subject,
            group=(topic.en, action.en, title.en),
            without_subject=LocalizedText(
                _joined(topic.en, action.en, "", title.in_language("en")),
                _joined(topic.ru or topic.en, action.ru, "", title.in_language("ru")),
            ),
        )


def _joined(topic: str, action: str, subject: str, title: str) -> str:
    head = ": ".join(part for part in (topic, ", ".join(each for each in (action, subject) if each)) if part)
    return " – ".join(part for part in (head, title if title != topic else "") if part)


def _needed(model: type[RecordColumns]) -> list[str]:
    """The columns that a line is made of; the rest is not read."""
    own = {column.name for column in model._meta.concrete_fields}
    wanted = ("key", "standing", "sources", "date", "due", *_TEXTS, *_WORDS)
    ids = ("instrument_id", "meeting_id", "organ_id", "state_id", *_ABOUT)
    references = {column.attname for column in model._meta.concrete_fields}
    return [name for name in wanted if name in own] + [name for name in ids if name in references]


def row_lines(
    viewer: Viewer, keys: set[str], *, known_at: datetime, tables: Collection[str] | None = None
) -> dict[str, RowLine]:
    """The rows with these keys as lines for the annex and the data folder.

    One query a table, and one for each table that rows are about. ``tables`` are the only ones looked into, by name.
    """
    if not keys:
        return {}
    describer = _Describer(viewer, known_at)
    lines: dict[str, RowLine] = {}
    for model in _tables():
        if tables is not None and model._meta.label not in tables:
            continue
        rows = list(_with_keys(as_known(viewer, model, known_at), keys).values(*_needed(model)))
        describer.read_titles(rows)
        lines.update({row["key"]: describer.line(row, model._meta.model_name or "") for row in rows})
    return lines


@dataclass(frozen=True, slots=True)
class DoubtfulRow:
    """A fact on which sources disagree, or that was looked for and not found."""

    line: RowLine
    alternatives: tuple[Alternative, ...]


def doubtful_rows(viewer: Viewer, *, on: date, known_at: datetime) -> list[DoubtfulRow]:
    """Disputed and unknown facts as of a day, by table and key; undated ones included. One query a table."""
    found: list[DoubtfulRow] = []
    describer = _Describer(viewer, known_at)
    for model in _tables():
        rows = as_known(viewer, model, known_at).filter(standing__in=[Standing.DISPUTED, Standing.UNKNOWN])
        if issubclass(model, ActColumns):
            rows = _happened(rows, on)
        listed = list(rows.order_by("key"))
        describer.read_titles([vars(row) for row in listed])
        for row in listed:
            basis = basis_of(row, known_at)
            if basis.standing in {Standing.DISPUTED, Standing.UNKNOWN}:
                found.append(
                    DoubtfulRow(
                        replace(describer.line(vars(row), model._meta.model_name or ""), standing=basis.standing),
                        basis.alternatives,
                    )
                )
    return found


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that the last review did not have."""

    key: str
    table: str
    when: str
    standing: str
    sources: tuple[str, ...]
    is_world: bool
    """It happened since then; else it had happened before and has become known since."""
    corrects: str | None


def new_rows(
    viewer: Viewer, model_names: tuple[str, ...], *, before: tuple[date, datetime], now: tuple[date, datetime]
) -> list[NewRow]:
    """The acts of some tables that are in the register as of ``now`` and were not as of ``before``.

    ``before`` and ``now`` are pairs of the day and the instant of knowledge. Corrections come first, then the tables in
    the order given, each by date. One query a table.
    """
    (then, then_known), (on, known_at) = before, now
    found: list[NewRow] = []
    for model in sorted(_tables(), key=lambda model: model._meta.model_name or ""):
        name = model._meta.model_name or ""
        if name not in model_names or not issubclass(model, ActColumns):
            continue
        had = Q(latest__lte=then) & (Q(known_from__isnull=True) | Q(known_from__lte=then_known))
        rows = as_of(viewer, model, on, known_at).exclude(had)
        columns = rows.values_list("key", "date", "latest", "standing", "sources", "corrects_id")
        found += [
            NewRow(key, name, when, standing, tuple(sources), latest > then, corrects)
            for key, when, latest, standing, sources, corrects in columns
            if when is not None and latest is not None
        ]
    return sorted(found, key=lambda row: (row.corrects is None, model_names.index(row.table), row.when, row.key))
