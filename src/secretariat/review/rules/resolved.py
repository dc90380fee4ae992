"""An edition in one language as plain JSON values: what every renderer reads, so that they cannot differ."""

import re
from collections.abc import Mapping
from typing import Any

from secretariat.kernel import Figure, Language, LocalizedText, Standing
from secretariat.kernel.spoken import day_in
from secretariat.review.rules.blocks import (
    PLACE,
    Block,
    Cell,
    Chart,
    Display,
    Edition,
    Heading,
    Mark,
    Notice,
    Paragraph,
    Section,
    Sentence,
    Table,
)
from secretariat.review.rules.language import STANDING_WORDS, figure_in, value_in

WORDS = {
    "figure": LocalizedText("Figure", "Рисунок"),
    "table": LocalizedText("Table", "Таблица"),
    "annex": LocalizedText("Annex", "Приложение"),
    "source": LocalizedText("Source", "Источник"),
    "note": LocalizedText("Note", "Примечание"),
    "distribution": LocalizedText("Distribution", "Распространение"),
    "date": LocalizedText("Date", "Дата"),
    "language": LocalizedText("Language", "Язык"),
    "original": LocalizedText("English (also in Russian)", "русский (также на английском)"),
    "cut_off": LocalizedText("Data cut-off", "Данные по состоянию на"),
    "known_at": LocalizedText("As known at", "По сведениям на"),
    "snapshot": LocalizedText("Snapshot", "Снимок данных"),
    "symbol": LocalizedText("Symbol", "Обозначение"),
    "item": LocalizedText("Agenda item", "Пункт повестки дня"),
    "contents": LocalizedText("Contents", "Содержание"),
    "rows": LocalizedText("rows", "строки"),
    "trace": LocalizedText("trace", "происхождение"),
    "standing": LocalizedText("Standing", "Статус сведений"),
    "method": LocalizedText("Method", "Метод"),
    "csv": LocalizedText("Rows as CSV", "Строки в CSV"),
    "metadata": LocalizedText("Metadata", "Метаданные"),
    "back": LocalizedText("Back to the text", "Назад к тексту"),
    "skip": LocalizedText("Skip to the text", "Перейти к тексту"),
    "other": LocalizedText("Русская редакция", "English edition"),
    "page": LocalizedText("page", "с."),
}


def _parts(sentence: Sentence, language: Language, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """A sentence as runs of text; a figure is a run that names its number in the annex of traces."""
    values = dict(sentence.values)
    runs: list[dict[str, Any]] = []
    for index, piece in enumerate(re.split(PLACE, sentence.text.in_language(language))):
        if index % 2 == 0:
            if piece.startswith(".") and runs and runs[-1]["text"].endswith("."):
                piece = piece[1:]  # noqa: PLW2901  # one full stop after "31 мая 2011 г." is enough
            if piece:
                runs.append({"text": piece})
            continue
        value = values[piece]
        if isinstance(value, Figure):
            runs.append({"text": figure_in(language, value), "figure": numbers[value.name]})
        else:
            runs.append({"text": value_in(language, value)})
    return runs


def plain_text(sentence: Sentence, language: Language) -> str:
    """A sentence as text alone."""
    names = dict.fromkeys((figure.name for figure in sentence.figures), 0)
    return "".join(run["text"] for run in _parts(sentence, language, names))


def _cell(cell: Cell, language: Language, numbers: Mapping[str, int]) -> dict[str, Any]:
    match cell:
        case Sentence():
            return {"parts": _parts(cell, language, numbers)}
        case Mark(code, word):
            return {"parts": [{"text": word.in_language(language)}], "mark": code}
        case Standing():
            return {"parts": [{"text": STANDING_WORDS[cell].in_language(language)}], "mark": cell.value}
        case Figure():
            return {"parts": [{"text": figure_in(language, cell), "figure": numbers[cell.name]}], "number": True}
        case None:
            return {"parts": [{"text": value_in(language, None)}], "mark": "unknown"}
        case _:
            return {"parts": [{"text": value_in(language, cell)}]}


def alphabetical_key(cell: Cell, language: Language) -> str:
    """Where a cell stands in the alphabet of the language; ё goes with е, as in Russian dictionaries."""
    text = "".join(run["text"] for run in _cell(cell, language, {})["parts"]) if not isinstance(cell, Figure) else ""
    return text.casefold().replace("ё", "е")


class _Resolver:
    """Walks an edition once, counting paragraphs, tables and charts; the counts are the same in every language."""

    def __init__(self, language: Language, numbers: Mapping[str, int]) -> None:
        self.language = language
        self.numbers = numbers
        self.paragraph = self.table = self.chart = 0

    def text(self, sentence: Sentence) -> list[dict[str, Any]]:
        return _parts(sentence, self.language, self.numbers)

    def display(self, display: Display) -> dict[str, Any]:
        return {
            "key": display.key,
            "title": self.text(display.title),
            "subtitle": self.text(display.subtitle),
            "source": self.text(display.source),
            "note": self.text(display.note) if display.note else [],
        }

    def block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph(sentence, kind):
                self.paragraph += 1
                return {"type": "paragraph", "kind": kind, "number": self.paragraph, "parts": self.text(sentence)}
            case Notice(sentence):
                return {"type": "notice", "parts": self.text(sentence)}
            case Heading(title):
                return {"type": "heading", "title": title.in_language(self.language)}
            case Table(display, columns, rows, dense, alphabetical, widths):
                self.table += 1
                if alphabetical:
                    rows = tuple(sorted(rows, key=lambda row: alphabetical_key(row[0], self.language)))
                return self.display(display) | {
                    "type": "table",
                    "number": self.table,
                    "dense": dense,
                    "widths": list(widths or (2.0, *[1.0] * (len(columns) - 1))),
                    "columns": [column.in_language(self.language) for column in columns],
                    "rows": [[_cell(cell, self.language, self.numbers) for cell in row] for row in rows],
                }
            case Chart(display=display, alt=alt):
                self.chart += 1
                return self.display(display) | {
                    "type": "chart",
                    "number": self.chart,
                    "alt": plain_text(alt, self.language),
                    "svg": f"{display.key}.{self.language}.svg",
                }

    def section(self, section: Section) -> dict[str, Any]:
        return {
            "number": section.number,
            "annex": section.is_annex,
            "title": section.title.in_language(self.language),
            "blocks": [self.block(block) for block in section.blocks],
        }


def resolve(edition: Edition, language: Language) -> dict[str, Any]:
    """The edition in one language, with numbered paragraphs, tables, charts and figures."""
    numbers = {name: number for number, name in enumerate(edition.figures(), start=1)}
    resolver = _Resolver(language, numbers)
    head = edition.masthead
    return {
        "language": language,
        "words": {name: word.in_language(language) for name, word in WORDS.items()},
        "masthead": {
            "symbol": head.symbol,
            "organisation": head.organisation.in_language(language),
            "organ": head.organ.in_language(language),
            "meeting": plain_text(head.meeting, language),
            "item": head.item.in_language(language),
            "distribution": head.distribution.in_language(language),
            "date": day_in(language, head.issued_on),
            "cut_off": day_in(language, head.as_of),
            "known_at": value_in(language, head.known_at),
            "snapshot": head.snapshot,
            "title": head.title.in_language(language),
            "disclaimer": head.disclaimer.in_language(language),
        },
        "sections": [resolver.section(section) for section in edition.sections],
        "trace_annex": chr(ord("A") + sum(section.is_annex for section in edition.sections)),
        "trace_title": TRACES.in_language(language),
        "trace_intro": TRACES_INTRO.in_language(language),
        "trace_columns": [column.in_language(language) for column in TRACE_COLUMNS],
        "traces": [
            _trace(number, figure, language) for (number, figure) in enumerate(edition.figures().values(), start=1)
        ],
    }


ROWS_SHOWN = 12
TRACES = LocalizedText("Figures and the rows behind them", "Цифры и строки, на которых они основаны")
TRACES_INTRO = LocalizedText(
    "Every number of this review, in the order in which it first appears: the rule that gave it, its standing, and the "
    "rows of the register it was computed from. The complete rows stand in the data folder beside this document.",
    "Все числа этого обзора в порядке первого появления: правило, по которому число получено, статус сведений и строки "
    "реестра, из которых оно вычислено. Полный перечень строк – в папке data рядом с этим документом.",
)
TRACE_COLUMNS = (
    LocalizedText("Row", "Строка"),
    LocalizedText("Date", "Дата"),
    LocalizedText("What it says", "Содержание"),
    LocalizedText("Standing", "Статус сведений"),
    LocalizedText("Sources", "Источники"),
)


def _trace(number: int, figure: Figure, language: Language) -> dict[str, Any]:
    trace = figure.trace
    return {
        "number": number,
        "name": figure.name,
        "value": figure_in(language, figure),
        "method": f"{trace.method} v{trace.version}",
        "filters": list(trace.filters),
        "standing": STANDING_WORDS[figure.standing].in_language(language),
        "mark": figure.standing.value,
        "count": len(trace.rows),
        "rows": list(trace.rows[:ROWS_SHOWN]),
        "more": max(0, len(trace.rows) - ROWS_SHOWN),
        "sources": list(trace.sources),
        "file": f"data/{figure.name}.csv",
        "metadata": f"data/{figure.name}.json",
    }
