"""The annexes: methods, coverage and confidence, sources, disputed and unknown facts."""

from collections.abc import Iterable

from secretariat.kernel import Figure, LocalizedText, Standing
from secretariat.review.queries import DoubtfulRow, Snapshot
from secretariat.review.rules import partners, positions, programmes, response, watch
from secretariat.review.rules.blocks import Block, Cell, Display, Notice, Paragraph, Section, Table, say
from secretariat.review.rules.language import STANDING_WORDS
from secretariat.review.rules.methods import REGISTER, Method, count

ROWS_PRINTED = 60
"""Longer lists are cut in print, with a line that says how many rows follow in the data folder."""

_TABLE_WORDS = {
    **positions.TABLE_WORDS,
    **partners.TABLE_WORDS,
    **watch.TABLE_WORDS,
    **programmes.TABLE_WORDS,
    **response.TABLE_WORDS,
    "citation": LocalizedText("citations", "источники"),
    "organisation": LocalizedText("organisation", "организация"),
    "state": LocalizedText("states", "государства"),
    "instrument": LocalizedText("instruments", "документы"),
    "treatyact": LocalizedText("treaty acts", "договорные акты"),
    "organ": LocalizedText("organs", "органы"),
    "termact": LocalizedText("terms of office", "сроки полномочий"),
    "meeting": LocalizedText("meetings", "заседания"),
    "meetingact": LocalizedText("acts about meetings", "акты о заседаниях"),
    "agendaitem": LocalizedText("agenda items", "пункты повестки дня"),
    "attendance": LocalizedText("attendance", "участие"),
    "statement": LocalizedText("statements", "заявления"),
    "proposal": LocalizedText("proposals", "предложения"),
    "proposalact": LocalizedText("acts about proposals", "акты о предложениях"),
    "document": LocalizedText("documents", "документы заседаний"),
    "adoptionact": LocalizedText("acts of adoption", "акты принятия"),
    "decision": LocalizedText("decisions", "решения"),
    "provision": LocalizedText("provisions", "положения решений"),
    "commitment": LocalizedText("commitments", "обязательства"),
    "commitmentact": LocalizedText("acts about commitments", "акты об обязательствах"),
    "deadline": LocalizedText("deadlines", "сроки исполнения"),
    "report": LocalizedText("progress reports", "отчёты об исполнении"),
    "evidence": LocalizedText("evidence", "подтверждающие материалы"),
    "assessment": LocalizedText("assessments", "оценки"),
}


def table_word(name: str) -> LocalizedText:
    """A table's name for a reader."""
    return _TABLE_WORDS.get(name, LocalizedText(name, name))


def methods(used: Iterable[Method]) -> Section:
    """Annex A: the definition and version of each method that the edition uses."""
    blocks: list[Block] = [
        Paragraph(
            say(
                "{name}, version {version}. {definition}",
                "{name}, версия {version}. {definition}",
                name=method.name,
                version=method.version,
                definition=method.definition,
            )
        )
        for method in used
    ]
    return Section("A", LocalizedText("Methods", "Методы"), tuple(blocks))


def coverage(counts: dict[str, dict[Standing, int]], shot: Snapshot) -> Section:
    """Annex B: how many rows of each kind the register holds, and how firmly they stand."""

    def figure(table: str, standing: str, value: int) -> Figure:
        name = f"rows-{table}-{standing}"
        return count(
            name, REGISTER, (), unit="rows", value=value, filters=(f"table = {table}", f"standing = {standing}")
        )

    rows: list[tuple[Cell, ...]] = []
    for table, found in counts.items():
        cells: list[Cell] = [table_word(table), figure(table, "all", sum(found.values()))]
        cells += [
            figure(table, standing.value, found[standing]) if found.get(standing) else say("–", "–")
            for standing in Standing
        ]
        rows.append(tuple(cells))
    total = sum(sum(found.values()) for found in counts.values())
    confirmed = sum(found.get(Standing.CONFIRMED, 0) for found in counts.values())
    display = Display(
        "coverage",
        say("Rows of the register by standing", "Строки реестра по статусу сведений"),
        say(
            "Counts by table, as of {on}, as known at {known}",
            "Число по таблицам на {on}, по сведениям на {known}",
            on=shot.on,
            known=shot.known_at,
        ),
        say("the register", "реестр"),
        say(
            "A register shows what was entered, not all that happened: a count here is no measure of activity.",
            "Реестр показывает то, что внесено, а не всё, что произошло: число строк не измеряет деятельность.",
        ),
    )
    columns = (
        LocalizedText("Table", "Таблица"),
        LocalizedText("All", "Всего"),
        *(LocalizedText(STANDING_WORDS[each].en, STANDING_WORDS[each].ru) for each in Standing),
    )
    share = count("rows-confirmed", REGISTER, (), unit="rows", value=confirmed, filters=("standing = confirmed",))
    everything = count("rows-all", REGISTER, (), unit="rows", value=total)
    intro = Paragraph(
        say(
            "This review rests on {all} rows of the register, of which {confirmed} are confirmed by the source they "
            "name.",
            "Обзор основан на строках реестра, всего {all}, из них подтверждены названным источником {confirmed}.",
            all=everything,
            confirmed=share,
        )
    )
    return Section(
        "B",
        LocalizedText("Coverage and confidence", "Полнота и надёжность"),
        (intro, Table(display, columns, tuple(rows), dense=True, widths=(2, 0.8, 1, 1, 1, 1.2, 1))),
    )


def sources(keys: set[str], shot: Snapshot) -> Section:
    """Annex C: the citations that figures and disputed facts of the edition rest on."""
    cited = [citation for key, citation in shot.citations.items() if key in keys]
    if not cited:
        return Section(
            "C",
            LocalizedText("Sources", "Источники"),
            (Notice(say("No row cites a source.", "Источники не указаны.")),),
        )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            citation.key,
            citation.title,
            say(
                "{publisher}{published}",
                "{publisher}{published}",
                publisher=f"{citation.publisher}, " if citation.publisher else "",
                published=citation.published or LocalizedText("undated", "без даты"),
            ),
            citation.url or say("no address", "без адреса"),
            citation.accessed or say("–", "–"),
        )
        for citation in cited
    )
    display = Display(
        "sources",
        say("Sources cited", "Использованные источники"),
        say(
            "Citations beneath the figures and the disputed facts of this review",
            "Источники, на которых основаны цифры и спорные сведения обзора",
        ),
        say("the register of citations", "реестр источников"),
        say(
            "The date of access is the day the secretariat opened the document; it may be later than the data cut-off.",
            "Дата обращения – день, когда секретариат открыл документ; она может быть позже даты данных.",
        ),
    )
    columns = (
        LocalizedText("Id", "Код"),
        LocalizedText("Title", "Название"),
        LocalizedText("Published", "Опубликовано"),
        LocalizedText("Address", "Адрес"),
        LocalizedText("Accessed", "Дата обращения"),
    )
    return Section(
        "C",
        LocalizedText("Sources", "Источники"),
        (Table(display, columns, rows, dense=True, widths=(0.5, 2, 1.8, 2.8, 1)),),
    )


def _other_values(row: DoubtfulRow) -> Cell:
    texts = [
        f"{'; '.join(value for _, value in other.changes)} ({', '.join(other.sources)})" for other in row.alternatives
    ]
    return " / ".join(texts) or say("–", "–")


def doubts(rows: list[DoubtfulRow]) -> Section:
    """Annex D: facts on which sources disagree, and facts that were looked for and not found."""
    title = LocalizedText("Disputed and unknown facts", "Спорные и неизвестные сведения")
    if not rows:
        return Section("D", title, (Notice(say("None on record.", "В реестре таких нет.")),))
    printed = rows[:ROWS_PRINTED]
    cells: tuple[tuple[Cell, ...], ...] = tuple(
        (
            row.line.what or row.line.key,
            table_word(row.line.table),
            row.line.when or say("unknown", "неизвестно"),
            _other_values(row),
            Standing(row.line.standing),
            ", ".join(row.line.sources) or say("–", "–"),
        )
        for row in printed
    )
    disputed = [row for row in rows if row.line.standing == Standing.DISPUTED]
    unknown = [row for row in rows if row.line.standing == Standing.UNKNOWN]
    intro = Paragraph(
        say(
            "On {disputed} facts the sources disagree; every value is kept. {unknown} facts were looked for and not "
            "found.",
            "Источники расходятся по числу сведений: {disputed}; все значения сохранены. Искали и не нашли: {unknown}.",
            disputed=_count("facts-disputed", disputed),
            unknown=_count("facts-unknown", unknown),
        )
    )
    display = Display(
        "doubts",
        say("What is disputed and what is unknown", "Что спорно и что неизвестно"),
        say("Rows of the register with these standings, by table", "Строки реестра с таким статусом, по таблицам"),
        say("the register", "реестр"),
        say(
            "{more} further rows stand in the data folder.",
            "Ещё строк в папке данных: {more}.",
            more=len(rows) - len(printed),
        )
        if len(rows) > len(printed)
        else None,
    )
    columns = (
        LocalizedText("Fact", "Сведение"),
        LocalizedText("Kind", "Вид"),
        LocalizedText("Value used", "Использованное значение"),
        LocalizedText("Other values", "Другие значения"),
        LocalizedText("Standing", "Статус сведений"),
        LocalizedText("Sources", "Источники"),
    )
    return Section("D", title, (intro, Table(display, columns, cells, dense=True, widths=(3, 1.2, 1.2, 1.4, 1.1, 0.9))))


def _count(name: str, rows: list[DoubtfulRow]) -> Figure:
    return count(
        name,
        REGISTER,
        tuple(row.line.key for row in rows),
        unit="rows",
        standings=tuple(Standing(row.line.standing) for row in rows),
        sources=tuple(key for row in rows for key in row.line.sources),
    )
