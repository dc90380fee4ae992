"""What every action of this room does: refuse, or add one row that is known from now."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NoReturn

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.organs import models
from secretariat.sources.actions import record_rows
from secretariat.sources.columns import RecordColumns
from secretariat.sources.queries import as_known


def refuse(error: type[Exception], message: str) -> NoReturn:
    """Stop an action with the reason."""
    raise error(message)


def text_of(text: LocalizedText | None) -> dict[str, str] | None:
    """A text as a row keeps it; an empty one is none."""
    if not text:
        return None
    return {language: value for language, value in (("en", text.en), ("ru", text.ru)) if value}


def record(
    actor: Actor, action: str, row: RecordColumns, now: datetime, sources: Sequence[str], standing: Standing
) -> None:
    """Add one row, known from now."""
    row.known_from, row.sources, row.standing = now, list(sources), standing.value
    record_rows(actor, action=action, rows=[row])


def is_meeting(key: str) -> bool:
    """Whether a meeting is registered."""
    return as_known(SECRETARIAT, models.Meeting, datetime.now(UTC)).filter(key=key).exists()
