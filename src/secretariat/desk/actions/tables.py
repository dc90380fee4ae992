"""A table of a council's figures: sent, previewed, confirmed. Nothing is recorded before it is confirmed."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from secretariat.access.actions import NotSeen, place_anew
from secretariat.access.rules import SECRETARIAT, Body, Duty, Stage, Viewer, addressed_to, draft_of
from secretariat.audit.rules import Actor
from secretariat.desk.queries import TableView, table_paper
from secretariat.papers.actions import attach_file, begin_paper, hold_paper, take_step
from secretariat.papers.queries import file_content
from secretariat.papers.rules import PaperKind, StepKind
from secretariat.programmes.actions import UnableToRecordMeasurement, record_measurements
from secretariat.programmes.forms import Preview, preview_of


class UnableToConfirmTable(Exception):
    """The table cannot be recorded: ``word`` says why, as the pages have it in two languages."""

    def __init__(self, word: str, reason: str = "") -> None:
        self.word, self.reason = word, reason
        super().__init__(reason or word.replace("_", " "))


def _need_council(viewer: Viewer) -> None:
    if viewer.body is not Body.SECRETARIAT or Duty.COUNCIL not in viewer.duties:
        raise NotSeen


@contextmanager
def opened_table(name: str, content: bytes) -> Iterator[Path]:
    """The table as a file of its own name, as the readers of tables want one; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


def begin_table(
    actor: Actor, viewer: Viewer, *, field: str, dialect: str, name: str, media_type: str, content: bytes
) -> str:
    """Keep a table that was sent, as a draft of the secretariat's; the id of the paper.

    Raises :class:`NotSeen` for who is not a council officer, and ``UnableToReadTable`` with every wrong cell: a table
    that cannot be read is not kept.
    """
    _need_council(viewer)
    with opened_table(name, content) as path:
        preview_of(SECRETARIAT, path, field=field, now=datetime.now(UTC), dialect=dialect or None)
    with transaction.atomic():
        key = begin_paper(
            actor,
            viewer,
            kind=PaperKind.TABLE,
            title=name,
            body={"field": field, "dialect": dialect},
            compartment=draft_of(viewer.organisation),
            about=f"field:{field}",
        )
        attach_file(actor, viewer, key, name=name, media_type=media_type, content=content)
    return key


def preview_table(viewer: Viewer, found: TableView) -> Preview:
    """What the table would change in the register as it is now. Raises ``UnableToReadTable``."""
    stored = file_content(viewer, found.file)
    if stored is None:
        raise NotSeen(found.file)
    with opened_table(stored[0].name, stored[1]) as path:
        return preview_of(SECRETARIAT, path, field=found.field, now=datetime.now(UTC), dialect=found.dialect or None)


def confirm_table(actor: Actor, viewer: Viewer, key: str, *, shown: str, correct: bool) -> int:
    """Record what was shown; how many rows were added.

    ``shown`` is the hash of the preview that was confirmed: where the register has changed since so that the table
    would do something else, nothing is recorded. Raises :class:`NotSeen` and :class:`UnableToConfirmTable`.
    """
    _need_council(viewer)
    with transaction.atomic():
        hold_paper(key)
        found = table_paper(viewer, key)
        if found is None:
            raise NotSeen(key)
        if not found.is_open:
            word = "table_closed"
            raise UnableToConfirmTable(word)
        preview = preview_table(viewer, found)
        if preview.content_hash != shown:
            word = "table_changed"
            raise UnableToConfirmTable(word)
        drafts, corrections = preview.drafts(correct=correct)
        try:
            added = record_measurements(
                actor, drafts=drafts, corrections=corrections, known_from=preview.known_from
            ).added
        except UnableToRecordMeasurement as error:
            word = "table_refused"
            raise UnableToConfirmTable(word, str(error)) from error
        place_anew(actor, viewer, key, addressed_to(found.paper.compartment, [viewer.organisation], stage=Stage.TABLED))
        take_step(actor, viewer, key, StepKind.ACCEPTED, text=str(added))
    return added


def withdraw_table(actor: Actor, viewer: Viewer, key: str) -> None:
    """Give a table up. Raises :class:`NotSeen` and :class:`UnableToConfirmTable`."""
    _need_council(viewer)
    with transaction.atomic():
        hold_paper(key)
        found = table_paper(viewer, key)
        if found is None:
            raise NotSeen(key)
        if not found.is_open:
            word = "table_closed"
            raise UnableToConfirmTable(word)
        take_step(actor, viewer, key, StepKind.WITHDRAWN)
