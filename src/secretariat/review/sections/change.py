"""What changed since the last review: in the world, in the data, in the method."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from secretariat.kernel import Figure, ImpreciseDate, LocalizedText, Standing
from secretariat.review.queries import NewRow, Snapshot, row_lines
from secretariat.review.rules import partners, positions, programmes, response, watch
from secretariat.review.rules.blocks import Block, Cell, Display, Mark, Notice, Paragraph, Table, say
from secretariat.review.rules.difference import Change, ChangeKind
from secretariat.review.rules.methods import CHANGE, count
from secretariat.review.rules.rows import RowLine
from secretariat.review.sections.annexes import ROWS_PRINTED, table_word

TABLES = (
    "treatyact",
    "decision",
    "meetingact",
    "assessment",
    "report",
    "deadline",
    "commitmentact",
    *positions.NEWS,
    *partners.NEWS,
    *watch.NEWS,
    *programmes.NEWS,
    *response.NEWS,
)
"""The acts that a minister expects to hear about, in this order; the rest is in the register."""
ROWS_DESCRIBED = 900
"""So many new rows are put into words and gathered into lines; the rest is counted and stands in the data folder."""
KIND_WORDS = {
    ChangeKind.WORLD: LocalizedText("world", "действительность"),
    ChangeKind.DATA: LocalizedText("data", "данные"),
    ChangeKind.METHOD: LocalizedText("method", "метод"),
}
SOURCE = say(
    "register; two days and two states of knowledge compared", "реестр; сравнены два дня и два состояния сведений"
)


def _kind(kind: ChangeKind) -> Mark:
    return Mark(kind.value, KIND_WORDS[kind])


def _counts(name: str, rows: list[NewRow]) -> Figure:
    return count(
        name,
        CHANGE,
        tuple(row.key for row in rows),
        unit="rows",
        standings=tuple(Standing(row.standing) for row in rows),
        sources=tuple(key for row in rows for key in row.sources),
    )


def _old(figure: Figure | None, suffix: str) -> Cell:
    return say("–", "–") if figure is None else replace(figure, name=f"{figure.name}-{suffix}")


def _figures_table(changes: list[Change], labels: Mapping[str, LocalizedText]) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            labels.get(change.name, LocalizedText(change.name, change.name)),
            _kind(change.kind),
            _old(change.before, f"before-{change.kind.value}"),
            _old(change.after, f"after-{change.kind.value}"),
        )
        for change in changes
    )
    display = Display(
        "changed-figures",
        say("Key figures that read differently", "Изменившиеся основные показатели"),
        say(
            "Before and after each step; a figure may change for more than one reason",
            "До и после каждого шага; показатель может измениться по нескольким причинам",
        ),
        SOURCE,
    )
    columns = (
        LocalizedText("Figure", "Показатель"),
        LocalizedText("Kind of change", "Вид изменения"),
        LocalizedText("Before", "Прежде"),
        LocalizedText("After", "Теперь"),
    )
    return Table(display, columns, rows)


def _class(row: NewRow) -> Mark:
    if row.corrects is not None:
        return Mark("data", LocalizedText("data: correction", "данные: исправление"))
    return _kind(ChangeKind.WORLD if row.is_world else ChangeKind.DATA)


@dataclass(frozen=True, slots=True)
class Described:
    """A new row and what it says."""

    row: NewRow
    line: RowLine


def _grouped(rows: list[Described]) -> list[list[Described]]:
    """Acts of one kind by several members on one day stand in one line."""
    groups: dict[tuple[object, ...], list[Described]] = {}
    for each in rows:
        row, line = each.row, each.line
        alone = () if line.subject else (row.key,)
        key = (row.table, line.group, row.when, row.standing, row.is_world, row.corrects is None, alone)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _said(group: list[Described]) -> LocalizedText:
    line = group[0].line
    if len(group) == 1:
        return line.what
    english = ", ".join(sorted(each.line.subject.in_language("en") for each in group))
    russian = ", ".join(sorted(each.line.subject.in_language("ru") for each in group))
    return LocalizedText(f"{line.without_subject.en} ({english})", f"{line.without_subject.ru} ({russian})")


def described(shot: Snapshot, rows: list[NewRow]) -> list[Described]:
    """The first of the new rows with what they say; the others are only counted. Their order is kept."""
    first = rows[:ROWS_DESCRIBED]
    lines = row_lines(shot.viewer, {row.key for row in first}, known_at=shot.known_at)
    return [Described(row, lines[row.key]) for row in first if row.key in lines]


def _rows_table(shot: Snapshot, rows: list[NewRow]) -> Table:
    groups = _grouped(described(shot, rows))[:ROWS_PRINTED]
    cells: tuple[tuple[Cell, ...], ...] = tuple(
        (
            _said(group),
            table_word(group[0].row.table),
            ImpreciseDate.parse(group[0].row.when),
            _class(group[0].row),
            Standing(group[0].row.standing),
        )
        for group in groups
    )
    left = len(rows) - sum(len(group) for group in groups)
    display = Display(
        "new-rows",
        say("Acts that are new in this review: {n}", "Новые акты в этом обзоре: {n}", n=_counts("new-acts", rows)),
        say(
            "Treaty acts, meetings, decisions, deadlines, reports and assessments; “world” happened since, “data” "
            "has become known since",
            "Договорные акты, заседания, решения, сроки, отчёты и оценки; «действительность» – произошло с тех пор, "
            "«данные» – стало известно с тех пор",
        ),
        SOURCE,
        say("{more} more rows stand in the data folder.", "Ещё строк в папке данных: {more}.", more=left)
        if left
        else None,
    )
    columns = (
        LocalizedText("Act", "Акт"),
        LocalizedText("Kind", "Вид"),
        LocalizedText("Date", "Дата"),
        LocalizedText("Change", "Изменение"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, cells, dense=True, widths=(4, 1.4, 1.4, 1.6, 1.4))


def blocks(
    before: Snapshot | None,
    now: Snapshot,
    changes: list[Change],
    rows: list[NewRow],
    labels: Mapping[str, LocalizedText],
) -> list[Block]:
    """The chapter; without an earlier review it says so."""
    if before is None:
        return [
            Notice(
                say("No earlier review to compare with is on record.", "Прежнего обзора для сравнения в реестре нет.")
            )
        ]
    world = [row for row in rows if row.is_world and row.corrects is None]
    data = [row for row in rows if not row.is_world and row.corrects is None]
    corrections = [row for row in rows if row.corrects is not None]
    found: list[Block] = [
        Paragraph(
            say(
                "Since the last review, of {then}: {world} acts happened, {data} earlier acts became known, "
                "{corrections} were corrected.",
                "Со времени прошлого обзора ({then}): произошло актов – {world}, стало известно о более ранних – "
                "{data}, исправлено – {corrections}.",
                then=before.on,
                world=_counts("new-world", world),
                data=_counts("new-data", data),
                corrections=_counts("new-corrections", corrections),
            ),
            "message",
        )
    ]
    if changes:
        found.append(_figures_table(changes, labels))
    else:
        found.append(Notice(say("No key figure reads differently.", "Основные показатели не изменились.")))
    if rows:
        found.append(_rows_table(now, rows))
    return found
