"""A provisional agenda from what is due: previous decisions first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secretariat.kernel import LocalizedText


class AgendaSource(StrEnum):
    """Why something is put on the agenda, in the order of an agenda."""

    DECISION = "decision"
    """An earlier decision whose implementation is due."""
    PROPOSAL = "proposal"
    """A member's proposal that is not settled."""
    CARRIED = "carried"
    """Left over from an earlier meeting."""
    STANDING = "standing"
    """An item of every meeting."""


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something to be put on an agenda; ``due`` is ``None`` where no day was set."""

    source: AgendaSource
    title: LocalizedText
    about: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """A numbered item of a provisional agenda, and why it is there."""

    number: str
    title: LocalizedText
    about: tuple[str, ...]
    source: AgendaSource
    due: date | None


_ORDER = tuple(AgendaSource)


def provisional_agenda(*, meeting_on: date, due: Sequence[DueItem]) -> list[PlannedItem]:
    """The items for a meeting on ``meeting_on``, numbered from 1.

    Previous decisions come first, those due longest before the others and those without a day last; then proposals,
    then what was left over, then standing items in the order given. What falls due after the meeting waits for the next
    one. Several items about exactly the same things become one.
    """
    ripe = [item for item in due if item.due is None or item.due <= meeting_on]
    positions = {id(item): index for index, item in enumerate(due)}
    ripe.sort(
        key=lambda item: (
            _ORDER.index(item.source),
            item.due or date.max,
            item.about if item.source is not AgendaSource.STANDING else (),
            positions[id(item)],
        )
    )
    seen: set[tuple[str, ...]] = set()
    chosen = []
    for item in ripe:
        about = tuple(sorted(item.about))
        if about and about in seen:
            continue
        seen.add(about)
        chosen.append(item)
    return [
        PlannedItem(str(number), item.title, item.about, item.source, item.due)
        for number, item in enumerate(chosen, start=1)
    ]
