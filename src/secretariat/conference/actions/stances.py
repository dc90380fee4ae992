"""Stating what a member says about an item before the meeting: a paper of its own, for the secretariat alone."""

from datetime import date, datetime

from django.db import transaction

from secretariat.access.actions import NotSeen
from secretariat.access.rules import Duty, Viewer, addressed_to, draft_of
from secretariat.audit.rules import Actor
from secretariat.conference.queries import about_item, own_stances
from secretariat.conference.rules.stances import StanceKind, StanceMistake, is_open, leaves_of, mistakes_in
from secretariat.organs.queries import meeting as meeting_detail
from secretariat.organs.rules import AgendaItem
from secretariat.papers.actions import WrittenMeanwhile, begin_paper, take_step, write_paper
from secretariat.papers.queries import paper
from secretariat.papers.rules import LONGEST_TITLE, PaperKind, StepKind

STATES_POSITIONS = frozenset({Duty.MINISTER.value, Duty.HEAD.value})
"""The duties of those who speak for their state."""


class UnableToState(Exception):
    """The stance is not taken: ``word`` is a word the pages have, ``mistakes`` are those of single fields."""

    def __init__(self, word: str, mistakes: list[StanceMistake] | None = None) -> None:
        self.word, self.mistakes = word, mistakes or []
        super().__init__(word.replace("_", " "))


def _item(viewer: Viewer, meeting: str, item: str, *, on: date, known_at: datetime) -> AgendaItem:
    """The item on record, if a stance about it can still be stated by this viewer."""
    detail = meeting_detail(viewer, meeting, on=on, known_at=known_at)
    found = next((each for each in leaves_of(detail.agenda) if each.key == item), None) if detail else None
    if detail is None or found is None or viewer.state is None:
        raise NotSeen(item)
    if not viewer.duties & STATES_POSITIONS:
        word = "stance_only_heads"
    elif not viewer.active:
        word = "stance_not_active"
    elif not is_open(detail.state.status, detail.state.interval, on=on):
        word = "stance_closed"
    else:
        return found
    raise UnableToState(word)


def state_position(
    actor: Actor,
    viewer: Viewer,
    *,
    meeting: str,
    item: str,
    kind: StanceKind | None,
    text_en: str = "",
    text_ru: str = "",
    base: int,
    on: date,
    known_at: datetime,
) -> str:
    """State what one's own state says about an item, or change it; the receipt.

    ``base`` is the version it was written from, 0 for the first one. The paper goes to the secretariat alone, beside
    its own delegation. Raises :class:`NotSeen` for an item that is not on record for the viewer,
    :class:`UnableToState`, and ``WrittenMeanwhile`` where the delegation has another one by now.
    """
    with transaction.atomic():
        found = _item(viewer, meeting, item, on=on, known_at=known_at)
        mistakes = mistakes_in(kind, text_en, text_ru)
        if kind is None or mistakes:
            word = "stance_not_sent"
            raise UnableToState(word, mistakes)
        body = {"stance": kind.value, "text_en": text_en.strip(), "text_ru": text_ru.strip()}
        title = f"{found.number}. {found.title.in_language('ru' if text_ru.strip() else 'en')}"[:LONGEST_TITLE]
        before = own_stances(viewer, [item]).get(item)
        if before is None:
            if kind is StanceKind.WITHDRAWN:
                word = "stance_needed"
                raise UnableToState(word)
            key = begin_paper(
                actor,
                viewer,
                kind=PaperKind.POSITION,
                title=title,
                body=body,
                compartment=addressed_to(draft_of(viewer.organisation), ["secretariat"]),
                about=about_item(item),
            )
        else:
            key = before.now.paper
            if base != before.now.version and (current := paper(viewer, key)) is not None:
                raise WrittenMeanwhile(current)
            write_paper(actor, viewer, key, base=before.now.version, title=title, body=body)
        step = StepKind.WITHDRAWN if kind is StanceKind.WITHDRAWN else StepKind.SUBMITTED
        return take_step(actor, viewer, key, step)
