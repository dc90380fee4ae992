"""What every action does: try the act on the case as it stands, refuse it, or add one row that is known from now."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NoReturn

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.parties.queries import NoOrganisation
from secretariat.response.queries import ResponseRegister, response_register
from secretariat.response.queries.register import Case
from secretariat.response.rules import CaseAct
from secretariat.sources.actions import record_rows
from secretariat.sources.columns import ActColumns


def refuse(error: type[Exception], message: str) -> NoReturn:
    """Stop an action with the reason."""
    raise error(message)


def text_of(text: LocalizedText | None) -> dict[str, str] | None:
    """A text as a row keeps it; an empty one is none."""
    if not text:
        return None
    return {language: value for language, value in (("en", text.en), ("ru", text.ru)) if value}


def today(now: datetime) -> date:
    """The day of an instant in UTC."""
    return now.astimezone(UTC).date()


def needs_the_past(error: type[Exception], on: date, now: datetime) -> None:
    """Refuse an act on a day that has not come."""
    if on > today(now):
        refuse(error, f"{on} has not come")


def register_now(error: type[Exception], now: datetime, also: Sequence[CaseAct] = ()) -> ResponseRegister:
    """The register as the secretariat knows it now, with acts that are not recorded to see what they would do."""
    try:
        return response_register(SECRETARIAT, on=today(now), known_at=now, also=also)
    except NoOrganisation:
        refuse(error, "the register holds no organisation")


def case_with(error: type[Exception], request: str, now: datetime, also: Sequence[CaseAct] = ()) -> Case:
    """The case of a request. Refuses where there is none, or where one of the acts tried is refused by its course."""
    found = next((case for case in register_now(error, now, also).cases if case.request.key == request), None)
    if found is None:
        refuse(error, f"there is no request {request}")
    tried = {act.key for act in also}
    for refused in found.course.refused:
        if refused.act.key in tried:
            refuse(error, refused.reason)
    return found


def record(
    actor: Actor, action: str, row: ActColumns, now: datetime, *, sources: Sequence[str], standing: Standing
) -> None:
    """Add one row, known from now."""
    row.known_from, row.sources, row.standing = now, list(sources), standing.value
    record_rows(actor, action=action, rows=[row])
