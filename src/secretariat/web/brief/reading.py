"""What a page of the brief shows: the meetings to come, and one of them item by item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from secretariat.access.queries import names_of
from secretariat.conference.actions import STATES_POSITIONS
from secretariat.conference.queries import OwnStance, UnableToPrepare, own_stances, preparation
from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.papers import ASKED
from secretariat.conference.rules.preparation import Preparation
from secretariat.conference.rules.slots import recorded_as
from secretariat.conference.rules.stances import Stance, StanceKind, is_open, leaves_of
from secretariat.conference.rules.words import SENTENCES
from secretariat.kernel import LocalizedText
from secretariat.organs.queries import agenda_items, calendar, organs, statements
from secretariat.organs.rules import AgendaItem, AgendaSource, CalendarEntry, Statement
from secretariat.sources.forms import Question


@dataclass(frozen=True, slots=True)
class Line:
    """An item as the brief has it: the one on record, if any, and what was computed about the same things."""

    number: str
    title: LocalizedText
    recorded: AgendaItem | None
    computed: Item | None

    @property
    def about(self) -> frozenset[str]:
        """The keys of what the item is about."""
        stated = self.recorded.about if self.recorded is not None else ()
        return frozenset((*stated, *(self.computed.about if self.computed is not None else ())))


def prepared_for(question: Question, key: str) -> Preparation:
    """The meeting as it is prepared; one that was held, cancelled or never was is missing."""
    try:
        return preparation(question.viewer, key, on=question.on, known_at=question.known_at)
    except UnableToPrepare as error:
        raise Http404 from error


def lines_of(prepared: Preparation) -> list[Line]:
    """The items in the order of the agenda: those on record, or while none is, those that would be on it."""
    if not prepared.recorded:
        return [Line(item.number, item.title, None, item) for item in prepared.leaves]
    by_key = {key: item for item in prepared.leaves for key in recorded_as(item, prepared.recorded)}
    return [Line(item.number, item.title, item, by_key.get(item.key)) for item in leaves_of(prepared.recorded)]


def _asked(line: Line) -> LocalizedText | None:
    return SENTENCES[ASKED[line.computed.source]] if line.computed is not None else None


def _play_rows(question: Question, prepared: Preparation, line: Line) -> list[dict[str, Any]] | None:
    """The own state's commitments under an item; ``None`` where the item is about no decision."""
    item = line.computed
    if item is None or item.source is not AgendaSource.DECISION:
        return None
    play = prepared.play.get(item.number)
    return [
        {
            "id": work.status.key,
            "title": work.title,
            "status": work.status.status,
            "overdue": work.status.commitment_overdue,
            "due": work.status.current_due,
            "last_report": work.status.last_report,
            "standing": work.status.standing,
        }
        for work in (play.works if play is not None else ())
        if work.status.commitment.state == question.viewer.state
    ]


def _said_rows(said: Iterable[Statement], line: Line) -> list[dict[str, Any]]:
    return [
        {"id": each.key, "date": each.when, "text": each.text, "standing": each.basis.standing}
        for each in said
        if line.about & set(each.about)
    ]


def stance_row(stance: Stance, people: Mapping[str, str]) -> dict[str, Any]:
    """What a page shows of a stance."""
    return {
        "kind": stance.kind,
        "text": stance.text,
        "at": stance.at,
        "by": people.get(stance.person, ""),
        "state_code": stance.state,
        "version": stance.version,
    }


def _own_row(own: OwnStance | None, people: Mapping[str, str]) -> dict[str, Any] | None:
    if own is None:
        return None
    return {
        **stance_row(own.now, people),
        "holds": own.now.kind is not StanceKind.WITHDRAWN,
        "receipt": own.receipt,
        "earlier": [stance_row(each, people) for each in own.earlier],
    }


def item_rows(question: Question, prepared: Preparation) -> list[dict[str, Any]]:
    """Every item with what is asked, how far the own state has come, what it said, and what it states now."""
    found = lines_of(prepared)
    own = own_stances(question.viewer, [line.recorded.key for line in found if line.recorded is not None])
    people = names_of(question.viewer, [stance.person for each in own.values() for stance in (each.now, *each.earlier)])
    mine = [
        each
        for each in statements(question.viewer, on=question.on, known_at=question.known_at)
        if each.state == question.viewer.state
    ]
    return [
        {
            "key": line.recorded.key if line.recorded is not None else "",
            "number": line.number,
            "title": line.title,
            "about": sorted(line.about),
            "asked": _asked(line),
            "play": _play_rows(question, prepared, line),
            "said": _said_rows(mine, line),
            "stance": _own_row(own.get(line.recorded.key), people) if line.recorded is not None else None,
        }
        for line in found
    ]


def closed_because(question: Question, prepared: Preparation) -> str:
    """The word that says why no stance can be stated now; empty where one can."""
    viewer = question.viewer
    if not is_open(prepared.state.status, prepared.state.interval, on=question.on):
        return "stance_closed"
    if not viewer.active:
        return "stance_not_active"
    return "" if viewer.duties & STATES_POSITIONS else "stance_only_heads"


def _is_mine(question: Question, entry: CalendarEntry) -> bool:
    return not question.viewer.seats or bool(question.viewer.seats & {entry.organ, *entry.joint_with})


def meeting_rows(question: Question) -> list[dict[str, Any]]:
    """The coming meetings of the organs in which one sits (of all, for who sits in none), the next one first."""
    viewer, on, known_at = question.viewer, question.on, question.known_at
    entries = [entry for entry in calendar(viewer, on=on, known_at=known_at) if _is_mine(question, entry)]
    entries = [entry for entry in entries if not entry.passed]
    names = {key: organ.name for key, organ in organs(viewer, on=on, known_at=known_at).items()}
    agendas: dict[str, list[AgendaItem]] = {}
    for item in agenda_items(viewer, meetings=[entry.key for entry in entries], on=on, known_at=known_at):
        agendas.setdefault(item.meeting, []).append(item)
    leaves = {meeting: leaves_of(items) for meeting, items in agendas.items()}
    stated = own_stances(viewer, [item.key for items in leaves.values() for item in items])
    return [
        {
            "id": entry.key,
            "organ_name": names.get(entry.organ, LocalizedText(entry.organ)),
            "title": entry.title,
            "place": entry.place,
            "earliest": entry.earliest,
            "latest": entry.latest,
            "standing": entry.standing,
            "items": len(leaves.get(entry.key, ())),
            "stated": sum(
                item.key in stated and stated[item.key].now.kind is not StanceKind.WITHDRAWN
                for item in leaves.get(entry.key, ())
            ),
        }
        for entry in entries
    ]
