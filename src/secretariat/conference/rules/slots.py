"""Which documents a meeting needs, in which languages, and whether they have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.schedule import LeadTime, deadline_of, lead_for
from secretariat.kernel import ImpreciseDate
from secretariat.organs.rules import AgendaItem, AgendaSource, Document, DocumentKind, DocumentPurpose


class SlotStatus(StrEnum):
    """How a document that is needed stands on a day."""

    EXPECTED = "expected"
    OVERDUE = "overdue"
    """Not there, and the last day on which it can have been due is over."""
    RECEIVED = "received"
    LATE = "late"
    """There, after the last day on which it can have been due."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One document for one item in one language. ``item`` is empty for papers of the meeting as a whole.

    ``deadline`` is ``None`` while the meeting has no day or the schedule is silent; ``document`` is the key of the one
    that fills the slot.
    """

    item: str
    purpose: DocumentPurpose
    language: str
    deadline: ImpreciseDate | None
    status: SlotStatus
    document: str | None = None
    symbol: str = ""
    received: ImpreciseDate | None = None


NEEDED: dict[AgendaSource, tuple[DocumentPurpose, ...]] = {
    AgendaSource.DECISION: (DocumentPurpose.REPORT, DocumentPurpose.DRAFT_DECISION),
    AgendaSource.PROPOSAL: (DocumentPurpose.NOTE, DocumentPurpose.DRAFT_DECISION),
    AgendaSource.CARRIED: (DocumentPurpose.NOTE,),
    AgendaSource.STANDING: (DocumentPurpose.NOTE,),
}
"""What each kind of item needs; one set for a whole session's decisions."""
OF_MEETING = (DocumentPurpose.PROVISIONAL_AGENDA, DocumentPurpose.ANNOTATED_AGENDA)


def slot_status(
    *, deadline: ImpreciseDate | None, received: ImpreciseDate | None, is_there: bool, on: date
) -> SlotStatus:
    """How a document stands: while the deadline is an interval, its last day counts, and a day not known is in time."""
    if is_there:
        is_late = deadline is not None and received is not None and received.earliest > deadline.latest
        return SlotStatus.LATE if is_late else SlotStatus.RECEIVED
    return SlotStatus.OVERDUE if deadline is not None and deadline.latest < on else SlotStatus.EXPECTED


def _filling(
    documents: Sequence[Document], keys: frozenset[str], purpose: DocumentPurpose, language: str
) -> Document | None:
    """The first base document of a purpose in a language: of one of some items, of the meeting where none is named."""
    fitting = [
        each
        for each in documents
        if each.kind is DocumentKind.BASE
        and each.purpose is purpose
        and language in each.languages
        and (each.item in keys if keys else each.item is None)
    ]
    return min(fitting, key=lambda each: (each.when or ImpreciseDate(date.max, date.max), each.key), default=None)


def recorded_as(item: Item, recorded: Sequence[AgendaItem]) -> frozenset[str]:
    """The keys under which an item, or a part of it, is on the recorded agenda: what is about the same things."""
    wanted = {tuple(sorted(each.about)) for each in (item, *item.parts) if each.about}
    return frozenset(each.key for each in recorded if tuple(sorted(each.about)) in wanted)


def slots_of(
    items: Sequence[Item],
    *,
    meeting: ImpreciseDate | None,
    languages: Sequence[str],
    schedule: Sequence[LeadTime],
    recorded: Sequence[AgendaItem],
    documents: Sequence[Document],
    on: date,
) -> tuple[Slot, ...]:
    """Every document needed, by item, purpose and language; the first of ``languages`` is that of the originals.

    Only base documents fill a slot: an addendum or a revision belongs to one that is there. A document fills one when
    its purpose is recorded, and its item is one about the same things.
    """
    found = []
    for item, number, purposes in (
        *((None, "", (purpose,)) for purpose in OF_MEETING),
        *((item, item.number, NEEDED[item.source]) for item in items),
    ):
        keys = recorded_as(item, recorded) if item is not None else frozenset()
        for purpose in purposes:
            for index, language in enumerate(languages):
                lead = lead_for(schedule, purpose, translation=index > 0)
                deadline = deadline_of(meeting, lead) if lead is not None else None
                can_be_there = item is None or bool(keys)
                document = _filling(documents, keys, purpose, language) if can_be_there else None
                received = document.when if document is not None else None
                status = slot_status(deadline=deadline, received=received, is_there=document is not None, on=on)
                found.append(
                    Slot(
                        item=number,
                        purpose=purpose,
                        language=language,
                        deadline=deadline,
                        status=status,
                        document=document.key if document is not None else None,
                        symbol=document.symbol if document is not None else "",
                        received=received,
                    )
                )
    return tuple(found)
