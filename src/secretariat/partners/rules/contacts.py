"""Contacts with partners: meetings, consultations, joint activities, and what was agreed to follow them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.sources.rules import Basis


class ContactKind(StrEnum):
    """What kind of contact it was."""

    MEETING = "meeting"
    CONSULTATION = "consultation"
    PARTICIPATION = "participation"
    """One took part in a meeting of the other."""
    JOINT_ACTIVITY = "joint_activity"
    JOINT_STATEMENT = "joint_statement"
    CORRESPONDENCE = "correspondence"


class FollowUpActKind(StrEnum):
    """What happened to something agreed."""

    AGREED = "agreed"
    MOVED = "moved"
    DONE = "done"
    DROPPED = "dropped"


class FollowUpState(StrEnum):
    """Whether something agreed is still to be done."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact with one or more partners."""

    key: str
    partners: tuple[str, ...]
    kind: ContactKind
    title: LocalizedText
    when: ImpreciseDate | None
    basis: Basis
    place: LocalizedText = LocalizedText()
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something that was agreed at a contact."""

    key: str
    contact: str
    title: LocalizedText
    basis: Basis
    partners: tuple[str, ...] = ()
    responsible: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class FollowUpAct:
    """One act about something agreed; ``due`` is the new due date of an agreement or a move."""

    key: str
    follow_up: str
    kind: FollowUpActKind
    when: ImpreciseDate | None
    basis: Basis
    due: ImpreciseDate | None = None
    text: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class FollowUpStatus:
    """Something agreed, on a day: open, done or dropped; when it is due, and whether that day has passed.

    ``first_due`` is the due date as first agreed. Without a due date nothing is overdue.
    """

    follow_up: FollowUp
    state: FollowUpState
    since: date | None
    due: ImpreciseDate | None
    first_due: ImpreciseDate | None
    overdue: bool
    standing: Standing
    acts: tuple[FollowUpAct, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath it, each once."""
        keys = [key for act in self.acts for key in act.basis.sources] or list(self.follow_up.basis.sources)
        return tuple(dict.fromkeys(keys))

    @property
    def moved(self) -> bool:
        """Whether the due date is another one than first agreed."""
        return self.first_due != self.due


def follow_up_on(follow_up: FollowUp, acts: Sequence[FollowUpAct], on: date) -> FollowUpStatus | None:
    """Something agreed on ``on``; ``None`` before it was agreed.

    Silence is no completion: it stays open until an act says that it was done or dropped. It is overdue from the day
    after the last day its due date can mean.
    """
    happened = [act for act in acts if act.when is not None and act.when.has_happened_by(on)]
    ordered = sorted(happened, key=lambda act: (act.when.latest if act.when else date.max, act.key))
    if not any(act.kind is FollowUpActKind.AGREED for act in ordered):
        return None
    state, since = FollowUpState.OPEN, None  # type: FollowUpState, date | None
    dues: list[ImpreciseDate | None] = []
    for act in ordered:
        day = act.when.latest if act.when else None
        match act.kind:
            case FollowUpActKind.AGREED:
                state, since = FollowUpState.OPEN, day
                dues.append(act.due)
            case FollowUpActKind.MOVED if state is FollowUpState.OPEN:
                dues.append(act.due)
            case FollowUpActKind.DONE | FollowUpActKind.DROPPED if state is FollowUpState.OPEN:
                state, since = FollowUpState(act.kind.value), day
            case _:
                pass
    due = dues[-1]
    return FollowUpStatus(
        follow_up=follow_up,
        state=state,
        since=since,
        due=due,
        first_due=dues[0],
        overdue=state is FollowUpState.OPEN and due is not None and due.latest < on,
        standing=weakest(act.basis.standing for act in ordered),
        acts=tuple(ordered),
    )
