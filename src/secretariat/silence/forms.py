"""Reading the forms of a silence: nothing that was typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from secretariat.kernel import LocalizedText
from secretariat.silence.rules import UnableToReadExpiry, expiry_of


@dataclass(frozen=True, slots=True)
class Mistake:
    """A field that is missing or does not fit, and the word that says how."""

    field: str
    word: str


def read_text(typed: Mapping[str, str]) -> LocalizedText:
    """A text in one language or two."""
    return LocalizedText(en=typed.get("text_en", "").strip(), ru=typed.get("text_ru", "").strip())


def read_deadline(typed: Mapping[str, str], *, now: datetime) -> tuple[datetime | None, list[Mistake]]:
    """The instant at which a silence is to end, in UTC; what is wrong with how it was typed."""
    try:
        day = date.fromisoformat(typed.get("day", "").strip())
    except ValueError:
        return None, [Mistake("day", "report_day_unreadable")]
    try:
        clock = time.fromisoformat(typed.get("clock", "").strip()).replace(tzinfo=None)
    except ValueError:
        return None, [Mistake("clock", "silence_clock_unreadable")]
    try:
        return expiry_of(day, clock, typed.get("zone", "").strip(), now=now), []
    except UnableToReadExpiry as error:
        return None, [Mistake("zone" if error.word == "zone_unknown" else "clock", error.word)]
