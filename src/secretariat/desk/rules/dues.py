"""Which of a member's commitments ask for something, and in which order they lie on the desk."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from secretariat.decisions.rules import CommitmentStatus

SOON = timedelta(days=60)
"""A deadline within so many days is due soon; the page prints the number."""


class Due(StrEnum):
    """What a commitment asks of its addressee, the most pressing first."""

    RETURNED = "returned"
    OVERDUE = "overdue"
    REPORT_OVERDUE = "report_overdue"
    DUE_SOON = "due_soon"
    OPEN = "open"
    DONE = "done"


_URGENCY = {due: place for place, due in enumerate(Due)}


def due_of(status: CommitmentStatus, *, on: date, returned: bool) -> Due:
    """What a commitment asks on a day; ``returned``: a report on it came back and none has followed."""
    if returned:
        return Due.RETURNED
    if status.status.is_closed or status.status.is_done:
        return Due.DONE
    if status.commitment_overdue:
        return Due.OVERDUE
    if status.report_overdue:
        return Due.REPORT_OVERDUE
    if status.current_due is not None and status.current_due <= on + SOON:
        return Due.DUE_SOON
    return Due.OPEN


class Dated(Protocol):
    """Something on a desk."""

    @property
    def due(self) -> Due:
        """What it asks."""

    @property
    def day(self) -> date | None:
        """By when, if a day is set."""

    @property
    def key(self) -> str:
        """What sets two of the same day in order."""


Item = TypeVar("Item", bound=Dated)


def in_order(items: Iterable[Item]) -> list[Item]:
    """The most pressing first; among equals the earliest deadline first, those without one last."""
    return sorted(items, key=lambda item: (_URGENCY[item.due], item.day or date.max, item.key))
