"""Comments on what was circulated: a delegation's own papers, sent to the secretariat, answered with a reason."""

from datetime import UTC, datetime

from django.db import transaction

from secretariat.access.actions import NotSeen
from secretariat.access.queries import persons_with_duty
from secretariat.access.rules import Body, Duty, Viewer, addressed_to, draft_of
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText
from secretariat.notices.actions import notify
from secretariat.papers.actions import begin_paper, take_step
from secretariat.papers.rules import PaperKind, StepKind
from secretariat.review.queries.editions import comment, edition
from secretariat.review.rules.editions import (
    LONGEST_TEXT,
    SPEAKERS,
    EditionState,
    about_paragraph,
    answers_open_to,
    may_comment,
)


class UnableToComment(Exception):
    """The comment, or its answer, is not taken: ``word`` says why in two languages."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(word.replace("_", " "))


def comment_on(actor: Actor, viewer: Viewer, key: str, number: int, *, text: str) -> str:
    """Comment on a paragraph of a circulated edition, for the own organisation and the secretariat alone; its id.

    Raises :class:`NotSeen` where there is no such paragraph or it is not the viewer's to comment, and
    :class:`UnableToComment`: ``comment_stale`` once another edition took its place or it was issued.
    """
    with transaction.atomic():
        found = edition(viewer, key)
        if found is None or viewer.body is not Body.DELEGATION or not viewer.duties & SPEAKERS:
            raise NotSeen(key)
        if not any(each.number == number for each in found.paragraphs("en")):
            raise NotSeen(key)
        if not may_comment(viewer, found.state):
            word = "comment_stale"
            raise UnableToComment(word)
        stated = text.strip()
        if not stated or len(stated) > LONGEST_TEXT:
            word = "comment_text_too_long" if stated else "comment_text_needed"
            raise UnableToComment(word)
        new = begin_paper(
            actor,
            viewer,
            kind=PaperKind.COMMENT,
            title=f"{found.plan.symbol}, {number}",
            body={"text": stated},
            compartment=addressed_to(draft_of(viewer.organisation), ["secretariat"]),
            about=about_paragraph(key, number),
        )
        take_step(actor, viewer, new, StepKind.SUBMITTED)
        drafters = persons_with_duty(viewer, organisation="secretariat", duty=Duty.DRAFTER, at=datetime.now(UTC))
        symbol = found.plan.symbol
        notify(
            [person.code for person in drafters],
            kind="comment",
            subject=LocalizedText(
                f"A comment on {symbol}, paragraph {number}", f"Замечание к {symbol}, пункт {number}"
            ),
            link=f"/editions/{key}/paragraphs/{number}",
        )
    return new


def answer_comment(actor: Actor, viewer: Viewer, key: str, kind: StepKind, *, text: str) -> str:
    """Accept or reject a comment with a reason, or take back an own one; the receipt.

    Raises :class:`NotSeen`, and :class:`UnableToComment` for a step that is not the viewer's to take now, or without a
    reason.
    """
    with transaction.atomic():
        found = comment(viewer, key)
        if found is None:
            raise NotSeen(key)
        about = edition(viewer, found.edition)
        state = about.state if about is not None else EditionState.ISSUED
        if kind not in answers_open_to(viewer, found.state, state, organisation=found.paper.organisation):
            word = "comment_step_closed"
            raise UnableToComment(word)
        if kind is not StepKind.WITHDRAWN and not text.strip():
            word = "comment_reason_needed"
            raise UnableToComment(word)
        receipt = take_step(actor, viewer, key, kind, text=text.strip())
        if kind is not StepKind.WITHDRAWN:
            title = found.paper.version.title
            notify(
                [found.paper.person],
                kind="comment",
                subject=LocalizedText(f"Your comment was answered: {title}", f"Дан ответ на ваше замечание: {title}"),
                link=f"/editions/{found.edition}/paragraphs/{found.paragraph}",
            )
    return receipt
