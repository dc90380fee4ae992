"""Errors that readers report: kept as papers of the secretariat, answered once, with a reason."""

from datetime import UTC, datetime, timedelta

from django.db import transaction

from secretariat.access.actions import NotSeen
from secretariat.access.rules import SECRETARIAT, Body, Duty, Viewer, draft_of
from secretariat.audit.rules import Actor
from secretariat.desk.actions.telling import tell_of_error
from secretariat.desk.queries import correction, corrections_since
from secretariat.papers.actions import begin_paper, hold_paper, take_step
from secretariat.papers.rules import PaperKind, StepKind, last_step

READER = Actor("a reader")
LONGEST = 5_000
MOST_AN_HOUR = 60
"""From all readers together: a flood is turned away before it buries the real ones."""
ANSWERS = frozenset({StepKind.ACCEPTED, StepKind.REJECTED})


class UnableToReportError(Exception):
    """The report, or the answer, is not taken: ``field`` and ``word`` say what to mend."""

    def __init__(self, word: str, field: str = "text") -> None:
        self.field, self.word = field, word
        super().__init__(word.replace("_", " "))


def report_error(*, about: str, text: str, contact: str = "") -> str:
    """Keep what a reader says is wrong on a page; a receipt.

    Nothing is kept of the reader but what they write. Raises :class:`UnableToReportError` without a text, with one that
    is too long, and once :data:`MOST_AN_HOUR` came within an hour.
    """
    stated = text.strip()
    if not stated:
        word = "correction_text_needed"
        raise UnableToReportError(word)
    if len(stated) > LONGEST or len(contact) > LONGEST or len(about) > LONGEST:
        word = "correction_too_long"
        raise UnableToReportError(word)
    with transaction.atomic():
        if corrections_since(datetime.now(UTC) - timedelta(hours=1)) >= MOST_AN_HOUR:
            word = "correction_too_many"
            raise UnableToReportError(word)
        key = begin_paper(
            READER,
            SECRETARIAT,
            kind=PaperKind.CORRECTION,
            title=stated[:120],
            body={"page": about, "text": stated, "contact": contact.strip()},
            compartment=draft_of(SECRETARIAT.organisation),
            about="correction",
        )
        receipt = take_step(READER, SECRETARIAT, key, StepKind.SUBMITTED)
        tell_of_error(key)
        return receipt


def answer_correction(actor: Actor, viewer: Viewer, key: str, kind: StepKind, *, text: str) -> str:
    """Say what came of it: accepted (the record was or will be corrected by a row of its own) or rejected; a receipt.

    Raises :class:`NotSeen` for who is no drafter of the secretariat and where there is none to answer, and
    :class:`UnableToReportError` without a reason.
    """
    if viewer.body is not Body.SECRETARIAT or Duty.DRAFTER not in viewer.duties or kind not in ANSWERS:
        raise NotSeen(key)
    if not text.strip():
        word = "report_reason_needed"
        raise UnableToReportError(word, "reason")
    with transaction.atomic():
        hold_paper(key)
        found = correction(viewer, key)
        if found is None or last_step(found.steps, *ANSWERS) is not None:
            raise NotSeen(key)
        return take_step(actor, viewer, key, kind, text=text.strip())
