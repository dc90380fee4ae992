"""All that is known about a coming meeting when it is prepared: what its papers and its page show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.schedule import LeadTime
from secretariat.conference.rules.slots import Slot
from secretariat.conference.rules.stances import Stance
from secretariat.decisions.rules import CommitmentStatus
from secretariat.kernel import Figure, ImpreciseDate, LocalizedText, Trace
from secretariat.organs.rules import AgendaItem, MeetingState, Organ, Proposal, Quorum, Statement
from secretariat.sources.rules import Citation

METHOD = "preparation"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Work:
    """A commitment under an item: its status, what people call it, and whose it is."""

    status: CommitmentStatus
    title: LocalizedText
    addressee: LocalizedText


@dataclass(frozen=True, slots=True)
class PlayOfItem:
    """How far the commitments under one item have come; each is under one item only."""

    works: tuple[Work, ...]
    done: Figure
    overdue: Figure


@dataclass(frozen=True, slots=True)
class Preparation:
    """A meeting to come, as of ``on`` and as known at ``known_at``.

    ``days`` are those between which it lies (``None`` while no day was named); ``is_open`` says that they may still be
    narrowed. ``play`` is by the number of the item. ``recorded`` are the items on record for it, ``idle`` the open
    commitments that give no ground. ``cited`` are the keys of all sources, ``citations`` those already published then.
    ``stances`` are what members stated about the items on record, by the key of the item, as far as the reader may
    know.
    ``entitled`` and ``suspended`` are codes of members; ``states`` names them.
    """

    organisation: LocalizedText
    state: MeetingState
    organ: Organ
    days: ImpreciseDate | None
    is_open: bool
    on: date
    known_at: datetime
    items: tuple[Item, ...]
    recorded: tuple[AgendaItem, ...]
    slots: tuple[Slot, ...]
    schedule: tuple[LeadTime, ...]
    is_own_schedule: bool
    languages: tuple[str, ...]
    play: Mapping[str, PlayOfItem]
    idle: Figure
    proposals: Mapping[str, Proposal]
    speakers: Mapping[str, tuple[Statement, ...]]
    stances: Mapping[str, tuple[Stance, ...]]
    chair: LocalizedText
    quorum: Quorum
    entitled: tuple[str, ...]
    suspended: tuple[str, ...]
    states: Mapping[str, LocalizedText]
    cited: frozenset[str]
    citations: Mapping[str, Citation]

    @property
    def key(self) -> str:
        """The meeting's key."""
        return self.state.meeting.key

    @property
    def leaves(self) -> tuple[Item, ...]:
        """The items that are dealt with one by one."""
        return tuple(part for item in self.items for part in item.leaves)


def _trace(works: tuple[Work, ...], *filters: str) -> Trace:
    statuses = [work.status for work in works]
    return Trace(
        METHOD,
        VERSION,
        tuple(status.key for status in statuses),
        filters,
        tuple(sorted({status.standing for status in statuses})),
        tuple(dict.fromkeys(key for status in statuses for key in status.sources)),
    )


def play_of(number: str, works: tuple[Work, ...], *, on: date) -> PlayOfItem:
    """What the record says about the commitments under an item: how many are done, how many overdue, of how many."""
    trace = _trace(works, f"item {number}", f"on = {on}")
    return PlayOfItem(
        works=works,
        done=Figure.rate(f"done-{number}", sum(each.status.status.is_done for each in works), len(works), trace),
        overdue=Figure.rate(
            f"overdue-{number}", sum(each.status.commitment_overdue for each in works), len(works), trace
        ),
    )


def idle_figure(works: tuple[Work, ...], *, on: date) -> Figure:
    """How many open commitments are on no agenda."""
    return Figure("idle", len(works), "commitments", _trace(works, "open, without a ground", f"on = {on}"))
