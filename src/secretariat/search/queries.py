"""Reading the index: which rows that a viewer may be shown say what is asked, how many of each kind, and where."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.models import BooleanField, Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.utils.module_loading import module_has_submodule

from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.search.models import Entry
from secretariat.search.rules import Question, Term

NAMED, TITLED, SAID = range(3)
"""The three ranks of a hit; see ``rules``."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows of one table that a viewer may be shown now; ``rows`` makes the query set when it is needed.

    ``page`` is the table on whose pages they stand, where they have none of their own: a row is then found only where
    that page is shown, too. ``column`` holds what the index knows as the row's key; it may be an annotation.
    """

    rows: Callable[[], QuerySet[Any]]
    page: str | None = None
    column: str = "pk"


@dataclass(frozen=True, slots=True)
class Hit:
    """One row that says what is asked."""

    table: str
    key: str
    identity: str
    place: str
    name: str
    title: LocalizedText
    text: LocalizedText
    day: date | None
    rank: int


@dataclass(frozen=True, slots=True)
class Matches:
    """How many rows of each table there are, in the order of the tables, and some of the rows, best first."""

    counts: Mapping[str, int]
    hits: tuple[Hit, ...]

    @property
    def total(self) -> int:
        """Rows of all tables."""
        return sum(self.counts.values())


def shown_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """What a viewer may be shown of each searched table on a day, as known at an instant.

    A room lists its tables in ``searched_rows`` of its ``queries``; what no room lists cannot be found. Upper rooms
    come first: what was decided before whom it was decided by, the sources last.
    """
    found: dict[str, Shown] = {}
    for room in reversed(list(apps.get_app_configs())):
        if room.name.startswith("secretariat.") and module_has_submodule(room.module, "queries"):
            of_room = getattr(import_module(f"{room.name}.queries"), "searched_rows", None)
            found |= of_room(viewer, on=on, known_at=known_at) if of_room is not None else {}
    return found


def _fts5(terms: tuple[Term, ...], columns: str = "") -> str:
    parts = []
    for term in terms:
        phrase = f'"{" ".join(term.stems)}"' + (" *" if term.is_prefix else "")
        parts.append(f'({phrase} OR "{term.joined}")' if term.joined else phrase)
    return f"{f'{{{columns}}} : ' if columns else ''}({' AND '.join(parts)})"


def _tsquery(terms: tuple[Term, ...], weights: str = "", between: str = " & ") -> str:
    parts = []
    for term in terms:
        *before, last = term.stems
        ends = f"'{last}':{'*' if term.is_prefix else ''}{weights}".rstrip(":")
        phrase = " <-> ".join([*(f"'{stem}':{weights}".rstrip(":") for stem in before), ends])
        if term.joined:
            joined = f"'{term.joined}':{weights}".rstrip(":")
            phrase = f"(({phrase}) | {joined})"
        parts.append(f"({phrase})")
    return between.join(parts)


def _holding(question: Question, vendor: str, rank: int) -> RawSQL:
    """The ids of the entries that hold the words in the fields of a rank and above."""
    wanted, unwanted = question.wanted, question.unwanted
    if vendor == "postgresql":
        asked = _tsquery(wanted, {NAMED: "A", TITLED: "AB", SAID: ""}[rank])
        if unwanted:
            asked += f" & !({_tsquery(unwanted, between=' | ')})"
        statement = "SELECT id FROM search_words WHERE words @@ %s::tsquery"
    else:
        asked = _fts5(wanted, {NAMED: "names", TITLED: "names title", SAID: ""}[rank])
        for each in unwanted:
            asked += f" NOT {_fts5((each,))}"
        statement = "SELECT rowid FROM search_words WHERE search_words MATCH %s"
    return RawSQL(statement, [asked])  # noqa: S611  # stems are letters and digits, and a parameter all the same


def _may_be_shown(visible: Mapping[str, Shown], tables: Iterable[str]) -> Case:
    """Whether an entry's row, and the row on whose page it stands, are among those shown: one look-up a hit."""
    whens = []
    for table in tables:
        shown = visible[table]
        condition = Q(Exists(shown.rows().order_by().filter(**{shown.column: OuterRef("key")})))
        if shown.page is not None:
            pages = visible[shown.page].rows().order_by()
            condition &= Q(Exists(pages.filter(Q(pk=OuterRef("place")) | Q(corrects=OuterRef("place")))))
        whens.append(When(Q(table=table) & condition, then=Value(value=True)))
    return Case(*whens, default=Value(value=False), output_field=BooleanField())


_ASKED = """
WITH hits AS MATERIALIZED ({hits})
SELECT 0, "table", COUNT(*) FROM hits GROUP BY "table"
UNION ALL
SELECT * FROM (
  SELECT id, "table", rank FROM hits WHERE %s IN ('', "table")
  ORDER BY rank, by_kind, day DESC NULLS LAST, {key} LIMIT %s OFFSET %s
) AS best
"""
"""Counts and hits in one statement: whether a row may be shown is looked up once."""


def matches(
    viewer: Viewer,
    question: Question,
    *,
    on: date,
    known_at: datetime,
    kinds: Iterable[str] = (),
    table: str = "",
    start: int = 0,
    count: int = 20,
) -> Matches:
    """The rows that say what is asked, among those that ``viewer`` may be shown on a day as known at an instant.

    ``kinds`` are the tables in the order in which they rank, lacking that all in the order of :func:`shown_rows`;
    ``table`` limits the hits, not the counts. Three queries beside those of the rooms, however many rows there are. A
    row that may not be shown is in no count, moves no other row, and makes no query more or less.
    """
    visible = shown_rows(viewer, on=on, known_at=known_at)
    if not question:
        return Matches({}, ())
    order = {each: place for place, each in enumerate([each for each in kinds if each in visible] or visible)}
    connection = connections[Entry.objects.db]
    holding = Entry.objects.filter(id__in=_holding(question, connection.vendor, SAID), table__in=order)
    tables = set(holding.order_by().values_list("table", flat=True).distinct())
    there = [each for each in order if each in tables]
    rank = Case(
        When(id__in=_holding(question, connection.vendor, NAMED), then=Value(NAMED)),
        When(id__in=_holding(question, connection.vendor, TITLED), then=Value(TITLED)),
        default=Value(SAID),
        output_field=IntegerField(),
    )
    by_kind = Case(*(When(table=each, then=Value(order[each])) for each in there), default=Value(len(order)))
    hits = holding.filter(_may_be_shown(visible, there)).annotate(rank=rank, by_kind=by_kind)
    statement, parameters = (
        hits.order_by().values("id", "table", "day", "key", "rank", "by_kind").query.sql_with_params()
    )
    key = 'key COLLATE "C"' if connection.vendor == "postgresql" else "key COLLATE BINARY"
    with connection.cursor() as cursor:
        cursor.execute(_ASKED.format(hits=statement, key=key), [*parameters, table, count, start])
        answered = cursor.fetchall()
    counted = {each: found for number, each, found in answered if not number}
    ranks = {number: found for number, _, found in answered if number}
    rows = sorted(
        Entry.objects.filter(id__in=ranks),
        key=lambda row: (ranks[row.id], order[row.table], -row.day.toordinal() if row.day else 1, row.key),
    )
    counts = {each: counted[each] for each in order if each in counted}
    return Matches(counts, tuple(_hit(row, ranks[row.id]) for row in rows))


def _hit(row: Entry, rank: int) -> Hit:
    return Hit(
        table=row.table,
        key=row.key,
        identity=row.identity,
        place=row.place,
        name=row.name,
        title=LocalizedText(en=row.title_en, ru=row.title_ru),
        text=LocalizedText(en=row.text_en, ru=row.text_ru),
        day=row.day,
        rank=rank,
    )
