"""What stands in the letter, in one language, and how it is set."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from secretariat.kernel import Language, LocalizedText
from secretariat.kernel.spoken import day_in
from secretariat.organs.rules import Position
from secretariat.silence.rules import Letter
from secretariat.sources.render.setting import set_pdf
from secretariat.sources.render.word import (
    NOTICE,
    QUIET_TEXT,
    WIDTH,
    new_table,
    new_word_file,
    word_bytes,
    write_edges,
)

TEMPLATE = Path(__file__).with_name("letter.typ")
_WORDS: dict[str, tuple[str, str]] = {
    "heading": ("Confirmation of a silence procedure", "Подтверждение итогов процедуры молчания"),
    "about": ("Document", "Документ"),
    "opened": ("Procedure opened", "Процедура начата"),
    "deadline": ("End of the silence", "Срок окончания"),
    "decided": ("Decided", "Завершена"),
    "member": ("Member", "Государство-член"),
    "said": ("What it said", "Позиция"),
    "when": ("When", "Когда"),
    "text": ("Its words", "Текст"),
    "silent": ("silent", "молчание"),
    "suspended": ("suspended, takes no part", "членство приостановлено, не участвует"),
    "board": ("The members", "Государства-члены"),
    "bound": ("Binds", "Обязателен для"),
    "nobody": ("nobody", "никого"),
    "record": (
        "This letter states what the register shows. Acts on record",
        "Письмо воспроизводит данные реестра. Записанные действия",
    ),
    "in_utc": ("UTC", "UTC"),
}
_POSITIONS: dict[Position, tuple[str, str]] = {
    Position.AGREE: ("agrees", "согласен"),
    Position.NO_OBJECTION: ("no objection", "не возражает"),
    Position.RESERVATION: ("reservation", "оговорка"),
    Position.INTERPRETATIVE_STATEMENT: ("interpretative statement", "заявление о толковании"),
    Position.OBJECTION: ("objection", "возражение"),
    Position.NOT_PARTICIPATING: ("does not take part", "не участвует"),
    Position.ABSENT: ("absent", "отсутствовал"),
}


def _instant(language: Language, at: datetime, zone: str) -> str:
    """An instant to the second in a zone, and in UTC where that is another one."""
    there = at.astimezone(ZoneInfo(zone))
    text = f"{day_in(language, there.date())}, {there:%H:%M:%S} ({zone})"
    utc = at.astimezone(UTC)
    return text if there.utcoffset() == utc.utcoffset() else f"{text} = {utc:%Y-%m-%d %H:%M:%S} UTC"


def letter_content(
    letter: Letter, names: Mapping[str, LocalizedText], *, language: Language, organisation: str
) -> dict[str, Any]:
    """The letter in one language: facts as pairs, the members in the alphabetical order of the language."""
    index = 0 if language == "en" else 1
    words = {name: pair[index] for name, pair in _WORDS.items()}

    def named(code: str) -> str:
        return names.get(code, LocalizedText(en=code)).in_language(language)

    rows = []
    for voice in letter.voices:
        said = words["silent"] if voice.position is None else _POSITIONS[voice.position][index]
        rows.append(
            [
                named(voice.state),
                words["suspended"] if voice.suspended else said,
                _instant(language, voice.at, letter.zone) if voice.at else "",
                voice.text.in_language(language),
            ]
        )
    deadline = _instant(language, letter.deadline, letter.zone) if letter.deadline else ""
    bound = ", ".join(sorted((named(code) for code in letter.bound), key=str.casefold)) or words["nobody"]
    return {
        "organisation": organisation,
        "language": language,
        "words": words,
        "title": letter.title.in_language(language),
        "symbol": letter.symbol,
        "conclusion": letter.conclusion(language),
        "facts": [
            [words["about"], f"{letter.symbol} – {letter.title.in_language(language)}"],
            [words["opened"], _instant(language, letter.opened_at, letter.zone)],
            [words["deadline"], deadline],
            [words["decided"], _instant(language, letter.decided_at, letter.zone)],
            [words["bound"], bound],
        ],
        "rows": sorted(rows, key=lambda row: row[0].casefold()),
        "acts": ", ".join(letter.acts),
    }


def letter_pdf(letter: Letter, names: Mapping[str, LocalizedText], *, language: Language, organisation: str) -> bytes:
    """The letter as PDF/A-2a and PDF/UA-1, dated by the day on which the procedure ended."""
    content = letter_content(letter, names, language=language, organisation=organisation)
    return set_pdf(TEMPLATE, content, {}, letter.decided_at.astimezone(UTC).date())


def letter_docx(letter: Letter, names: Mapping[str, LocalizedText], *, language: Language, organisation: str) -> bytes:
    """The letter as a Word file."""
    content = letter_content(letter, names, language=language, organisation=organisation)
    words, day = content["words"], letter.decided_at.astimezone(UTC).date()
    file = new_word_file(language, day, title=f"{words['heading']} – {letter.symbol}", author=organisation)
    write_edges(file, head=(organisation, letter.symbol), foot=words["heading"])
    document = file.document
    document.add_paragraph(words["heading"], style="Title")
    for name, value in content["facts"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(value)
    document.add_paragraph(content["conclusion"], style=NOTICE).runs[0].bold = True
    document.add_paragraph(words["board"], style="Heading 1")
    rows = content["rows"]
    widths = [int(WIDTH * share) for share in (0.2, 0.2, 0.26, 0.34)]
    table = new_table(file, [words["member"], words["said"], words["when"], words["text"]], len(rows), widths)
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            table.rows[number].cells[column].paragraphs[0].add_run(text)
    document.add_paragraph(f"{words['record']}: {content['acts']}", style=QUIET_TEXT)
    return word_bytes(file)
