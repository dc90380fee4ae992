"""The provisional agenda of a coming meeting: previous decisions, proposals, what was left over, closing items."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secretariat.conference.rules.grounds import Ground, GroundKind, grounds_of
from secretariat.decisions.rules import CommitmentStatus, Decision, leaves
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.kernel.spoken import day_in
from secretariat.organs.rules import AgendaItem, AgendaSource, DueItem, Organ, Proposal, provisional_agenda

NEXT_MEETING = LocalizedText("Date and place of the next meeting", "О времени и месте проведения очередного заседания")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a provisional agenda; ``parts`` are its sub-items, one for each decision of a session.

    ``about`` are the keys of the decisions, the proposal or the earlier item; ``grounds`` say why it is there.
    """

    number: str
    title: LocalizedText
    source: AgendaSource
    about: tuple[str, ...]
    grounds: tuple[Ground, ...]
    parts: tuple["Item", ...] = ()

    @property
    def leaves(self) -> tuple["Item", ...]:
        """The items that are dealt with one by one: its parts, or itself."""
        return self.parts or (self,)


@dataclass(frozen=True, slots=True)
class Record:
    """What an agenda is computed from, all of it as of a day.

    ``organs`` are those that meet, ``above`` those they answer to, ``below`` those that answer to them; ``recent`` are
    the decisions of their last regular sessions. ``made_before`` names the organ before which a proposal was made at a
    meeting (one made at none is not in it). ``left`` are items of earlier meetings that were not dealt with.
    """

    on: date
    days: ImpreciseDate
    organs: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    recent: frozenset[str]
    decisions: Mapping[str, Decision]
    statuses: Sequence[CommitmentStatus]
    proposals: Sequence[Proposal]
    made_before: Mapping[str, str]
    left: Sequence[AgendaItem]
    organ_names: Mapping[str, LocalizedText]
    state_names: Mapping[str, LocalizedText]


def lines_above(organs: Mapping[str, Organ], start: Collection[str]) -> frozenset[str]:
    """The organs that some answer to, directly or through others; a circle in the record ends the walk."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        organ = organs.get(waiting.pop())
        if organ is not None and organ.parent is not None and organ.parent not in found:
            found.add(organ.parent)
            waiting.append(organ.parent)
    return frozenset(found - set(start))


def lines_below(organs: Mapping[str, Organ], start: Collection[str]) -> frozenset[str]:
    """The organs that answer to some, directly or through others."""
    return frozenset(key for key in organs if lines_above(organs, [key]) & set(start)) - set(start)


def concerns(record: Record, status: CommitmentStatus) -> bool:
    """Whether a commitment is for these organs to look at.

    They or an organ above them decided it (they prepare what that one will ask), or it is addressed to one of them.
    """
    deciding = {record.decisions[key].organ for key in status.commitment.decisions if key in record.decisions}
    return bool(deciding & (record.organs | record.above)) or status.commitment.organ in record.organs


def _two(english: str, russian: str, **values: Mapping[str, str]) -> LocalizedText:
    """A text in both languages from templates and values by language."""
    return LocalizedText(
        english.format(**{name: value["en"] for name, value in values.items()}),
        russian.format(**{name: value["ru"] for name, value in values.items()}),
    )


def spoken(text: LocalizedText) -> dict[str, str]:
    """A text by language, each falling back to the other."""
    return {"en": text.in_language("en"), "ru": text.in_language("ru")}


def _days(day: date) -> dict[str, str]:
    return {"en": day_in("en", day), "ru": day_in("ru", day)}


def _title_of_session(record: Record, first: Decision) -> LocalizedText:
    organ = spoken(record.organ_names.get(first.organ, LocalizedText(first.organ)))
    if first.when is None:
        return _two("Implementation of decisions ({organ})", "О ходе выполнения решений ({organ})", organ=organ)
    days = _days(first.when.latest)
    return _two(
        "Implementation of decisions of {day} ({organ})",
        "О ходе выполнения решений от {day} ({organ})",
        day=days,
        organ=organ,
    )


@dataclass(frozen=True, slots=True)
class _Heard:
    """A decision to be heard of, with the commitments under it and the grounds that they give."""

    decision: Decision
    statuses: tuple[CommitmentStatus, ...]
    grounds: tuple[Ground, ...]


def _sessions(record: Record) -> list[tuple[DueItem, list[_Heard]]]:
    """The decisions of each session that give a ground."""
    under: dict[str, list[CommitmentStatus]] = defaultdict(list)
    for status in leaves(record.statuses):
        if concerns(record, status):
            under[status.commitment.decision].append(status)
    sessions: dict[tuple[str, str], list[_Heard]] = defaultdict(list)
    for key in sorted(under):
        decision = record.decisions.get(key)
        grounds = grounds_of(under[key], on=record.on, days=record.days, recent=record.recent)
        if decision is not None and grounds:
            heard = _Heard(decision, tuple(under[key]), grounds)
            sessions[(decision.organ, decision.meeting or str(decision.when))].append(heard)
    found = []
    for group in sessions.values():
        group.sort(key=lambda each: (each.decision.when or record.days, _natural(each.decision.key)))
        pressing = [ground.due for heard in group for ground in heard.grounds if _presses(ground) and ground.due]
        title = _title_of_session(record, group[0].decision)
        about = tuple(heard.decision.key for heard in group)
        found.append((DueItem(AgendaSource.DECISION, title, about, min(pressing, default=None)), group))
    return found


def _presses(ground: Ground) -> bool:
    return ground.kind is not GroundKind.FOLLOW_UP


def _natural(key: str) -> tuple[tuple[int, int | str], ...]:
    """Keys in the order people count: ``DEC-2`` before ``DEC-10``."""
    return tuple((0, int(part)) if part.isascii() and part.isdigit() else (1, part) for part in key.split("-"))


def open_proposals(record: Record) -> list[Proposal]:
    """Proposals not settled that are before these organs: made at meetings of theirs, of organs below, or at none."""
    near = record.organs | record.below
    return [
        each
        for each in record.proposals
        if not each.fate.is_settled and (each.key not in record.made_before or record.made_before[each.key] in near)
    ]


def _title_of_proposal(record: Record, proposal: Proposal) -> LocalizedText:
    title = spoken(proposal.title)
    if proposal.state is None:
        return _two("Proposal “{title}”", "О предложении «{title}»", title=title)
    name = spoken(record.state_names.get(proposal.state, LocalizedText(proposal.state)))
    return _two("Proposal “{title}” ({state})", "О предложении «{title}» ({state})", title=title, state=name)


def agenda_of(record: Record) -> tuple[Item, ...]:
    """The provisional agenda: numbered from 1, a session's decisions as 1.1, 1.2; the same numbers in each language."""
    sessions = _sessions(record)
    grouped = {item.about: group for item, group in sessions}
    reasons: dict[tuple[str, ...], Ground] = {}
    due = [item for item, _ in sessions]
    for proposal in open_proposals(record):
        about: tuple[str, ...] = (proposal.key,)
        reasons[about] = Ground(GroundKind.PROPOSAL, about, sources=proposal.sources)
        due.append(DueItem(AgendaSource.PROPOSAL, _title_of_proposal(record, proposal), about))
    covered = {key for item in due for key in item.about}
    for left in record.left:
        about = left.about or (left.key,)
        if not set(about) <= covered:
            reasons[about] = Ground(GroundKind.CARRIED_OVER, (left.key,), sources=left.basis.sources)
            due.append(DueItem(AgendaSource.CARRIED, left.title, about))
    due.append(DueItem(AgendaSource.STANDING, NEXT_MEETING))
    standing = Ground(GroundKind.STANDING, ())
    made = []
    for planned in provisional_agenda(meeting_on=record.days.latest, due=due):
        group = grouped.get(planned.about, [])
        together = [status for heard in group for status in heard.statuses]
        parts = tuple(
            Item(
                f"{planned.number}.{index}", heard.decision.title, planned.source, (heard.decision.key,), heard.grounds
            )
            for index, heard in enumerate(group, start=1)
        )
        made.append(
            Item(
                number=planned.number,
                title=planned.title,
                source=planned.source,
                about=planned.about,
                grounds=grounds_of(together, on=record.on, days=record.days, recent=record.recent)
                or (reasons.get(planned.about, standing),),
                parts=parts,
            )
        )
    return tuple(made)


def without_ground(record: Record) -> list[CommitmentStatus]:
    """Open commitments of these organs that are on no agenda: nothing of them is due, and they are not recent."""
    return [
        status
        for status in leaves(record.statuses)
        if status.status.is_open
        and concerns(record, status)
        and not grounds_of([status], on=record.on, days=record.days, recent=record.recent)
    ]
