"""What a member says before a meeting about an item of its agenda: no objection, a wish to speak, a reservation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.organs.rules import AgendaItem, MeetingStatus

LONGEST_TEXT = 3_000
"""Characters, in each language."""


class StanceKind(StrEnum):
    """What is said; none of them prevents consensus."""

    NO_OBJECTION = "no_objection"
    SPEAK = "speak"
    RESERVATION = "reservation"
    WITHDRAWN = "withdrawn"
    """What was said before no longer holds, and nothing is said instead."""


STATED = (StanceKind.NO_OBJECTION, StanceKind.SPEAK, StanceKind.RESERVATION)
"""What a form offers, in the order in which it stands there."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What a state said about an item, in one version of a paper; ``at`` is the instant at which it was written."""

    paper: str
    version: int
    item: str
    state: str
    kind: StanceKind
    text: LocalizedText
    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class StanceMistake:
    """What is wrong with a field: ``word`` is a word the pages have in two languages."""

    field: str
    word: str


def mistakes_in(kind: StanceKind | None, text_en: str, text_ru: str) -> list[StanceMistake]:
    """What has to be mended before a stance can be sent: a choice, and the text of a reservation."""
    found = []
    if kind is None:
        found.append(StanceMistake("stance", "stance_needed"))
    if kind is StanceKind.RESERVATION and not (text_en.strip() or text_ru.strip()):
        found.append(StanceMistake("text", "stance_text_needed"))
    found += [
        StanceMistake(name, "stance_text_long")
        for name, text in (("text_en", text_en), ("text_ru", text_ru))
        if len(text) > LONGEST_TEXT
    ]
    return found


def is_open(status: MeetingStatus, days: ImpreciseDate | None, *, on: date) -> bool:
    """Whether a stance can still be stated or changed on a day.

    The register knows days, not hours: on the day of the meeting it can, until the meeting is on record as held.
    """
    return status is MeetingStatus.SCHEDULED and (days is None or on <= days.latest)


def leaves_of(agenda: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items on record that are dealt with one by one: those without sub-items."""
    found = tuple(agenda)
    headed = {item.number.rpartition(".")[0] for item in found}
    return tuple(item for item in found if item.number not in headed)


def newest(stances: Iterable[Stance]) -> dict[tuple[str, str], Stance]:
    """The last word of each state about each item, by item and state; what was withdrawn is no word."""
    last: dict[tuple[str, str], Stance] = {}
    for stance in sorted(stances, key=lambda each: (each.at, each.paper, each.version)):
        last[stance.item, stance.state] = stance
    return {where: stance for where, stance in last.items() if stance.kind is not StanceKind.WITHDRAWN}
