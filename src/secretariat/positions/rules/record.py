"""A roll call with the vote of each member of a group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RollCallRecord:
    """One roll call and how each member voted.

    ``paragraph`` and ``amendment`` say whether it was about a part of a text, ``None`` where the source does not say.
    ``votes`` has every state of the group, ``None`` where the record does not say. ``agreement`` is the agreement
    index of those that cast a vote, ``None`` where fewer than two did. ``yes``, ``abstain`` and ``no`` are the totals
    of the whole body, ``None`` where the source has none.
    """

    rollcall: str
    date: date
    session: int
    resolution: str | None
    title: str | None
    issues: tuple[str, ...]
    paragraph: bool | None
    amendment: bool | None
    yes: int | None
    abstain: int | None
    no: int | None
    agreement: float | None
    is_split: bool
    is_clash: bool
    votes: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Some of the roll calls asked for, newest first, out of ``total``."""

    total: int
    records: tuple[RollCallRecord, ...]
    release: str
