"""The wording of notices about silences."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from secretariat.kernel import LocalizedText
from secretariat.organs.rules import AdoptionActKind, Outcome

LAST = timedelta(hours=24)
"""A silence that ends within so long is told of."""


class Turn(StrEnum):
    """What members are told about a silence."""

    OPENED = "opened"
    EXTENDED = "extended"
    EDITED = "edited"
    BROKEN = "broken"
    ENDING = "ending"
    CLOSED = "closed"


TURNS = {
    Turn.OPENED: LocalizedText("A silence procedure was opened: {symbol}", "Начата процедура молчания: {symbol}"),
    Turn.EXTENDED: LocalizedText("A silence procedure was extended: {symbol}", "Процедура молчания продлена: {symbol}"),
    Turn.EDITED: LocalizedText(
        "The text was edited and its silence is void: {symbol}",
        "Текст изменён, процедура молчания прекращена: {symbol}",
    ),
    Turn.BROKEN: LocalizedText("A silence was broken: {symbol}", "Процедура молчания прервана: {symbol}"),
    Turn.ENDING: LocalizedText(
        "A silence ends within 24 hours: {symbol}", "Процедура молчания завершается в течение 24 часов: {symbol}"
    ),
    Turn.CLOSED: LocalizedText("A silence procedure has ended: {symbol}", "Процедура молчания завершена: {symbol}"),
}
OUTCOMES = {
    Outcome.ADOPTED: LocalizedText("Adopted: nobody objected.", "Принято: возражений не поступило."),
    Outcome.BLOCKED: LocalizedText("Not adopted: a member objected.", "Не принято: поступило возражение."),
    Outcome.VOIDED: LocalizedText("Void: the text was edited.", "Прекращена: текст изменён."),
    Outcome.LAPSED: LocalizedText("Closed before its end.", "Закрыта досрочно."),
}
ENDS = LocalizedText("It ends on {instant} UTC.", "Срок – {instant} UTC.")
TURN_OF = {
    AdoptionActKind.EXTENDED: Turn.EXTENDED,
    AdoptionActKind.EDITED: Turn.EDITED,
    AdoptionActKind.CLOSED: Turn.CLOSED,
}


def filled(text: LocalizedText, **values: str) -> LocalizedText:
    """A text with its places filled in both languages."""
    return LocalizedText(text.en.format(**values), text.ru.format(**values))


def ends_at(deadline: datetime | None) -> LocalizedText:
    """When a silence ends, to the minute in UTC; nothing where no end is set."""
    return filled(ENDS, instant=f"{deadline.astimezone(UTC):%Y-%m-%d %H:%M}") if deadline else LocalizedText()
