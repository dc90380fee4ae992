"""What is on the table and what was said: agenda items, attendance, statements, documents."""

from dataclasses import dataclass
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.sources.rules import Basis


class AgendaStatus(StrEnum):
    """Whether the organ has adopted an item of its agenda."""

    PROVISIONAL = "provisional"
    ADOPTED = "adopted"


class AttendanceLevel(StrEnum):
    """Who sat for a state or an organisation."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    DEPUTY = "deputy"
    AMBASSADOR = "ambassador"
    SECRETARY_GENERAL = "secretary_general"
    OBSERVER = "observer"
    GUEST = "guest"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda of a meeting; ``about`` holds the keys of what it concerns."""

    key: str
    meeting: str
    number: str
    title: LocalizedText
    status: AgendaStatus
    restricted: bool
    about: tuple[str, ...]
    when: ImpreciseDate | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there, and at which level; ``absent`` is recorded too."""

    key: str
    meeting: str
    state: str | None
    organisation: LocalizedText
    level: AttendanceLevel
    person: LocalizedText
    basis: Basis


@dataclass(frozen=True, slots=True)
class Claim:
    """A measurable thing that a statement claims; ``value`` is ``None`` where it names no number."""

    measure: str
    value: float | None
    unit: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said by a state, an organ, a person or a group ("some delegations"), in the register's own words.

    ``about`` holds the keys of what it speaks of (a session, a decision, an instrument).
    """

    key: str
    meeting: str | None
    item: str | None
    state: str | None
    organ: str | None
    person: LocalizedText
    group: LocalizedText
    text: LocalizedText
    about: tuple[str, ...]
    claims: tuple[Claim, ...]
    when: ImpreciseDate | None
    basis: Basis

    @property
    def is_attributed(self) -> bool:
        """Whether the speaker is named; "some delegations" are not."""
        return bool(self.state or self.organ or self.person)
