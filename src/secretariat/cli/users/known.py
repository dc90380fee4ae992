"""What an account or a seat names has to be in the register; else it is the user's mistake."""

from datetime import UTC, datetime

from secretariat.access.rules import SECRETARIAT, Body, is_organisation
from secretariat.access.rules.appointments import body_of
from secretariat.cli.terminal import mistake
from secretariat.organs.queries import organs
from secretariat.parties.queries import states
from secretariat.partners.queries import partners


def need_organisation(organisation: str) -> None:
    """Stop where the register holds no such state or partner, and say which there are."""
    if not is_organisation(organisation):
        mistake(f"--organisation {organisation}: expected secretariat, state:KG or partner:UN")
    body, code = body_of(organisation)
    now = datetime.now(UTC)
    if body is Body.DELEGATION:
        known = {state.code for state in states(SECRETARIAT, known_at=now)}
    elif body is Body.PARTNER:
        known = {each.partner.key for each in partners(SECRETARIAT, on=now.date(), known_at=now)}
    else:
        return
    if code not in known:
        mistake(f"--organisation {organisation}: the register holds no {code}, only {', '.join(sorted(known))}")


def need_organ(organ: str) -> None:
    """Stop where the register holds no such organ, and say which there are."""
    now = datetime.now(UTC)
    known = organs(SECRETARIAT, on=now.date(), known_at=now)
    if organ not in known:
        mistake(f"--seat {organ}: the register holds no such organ, only {', '.join(sorted(known))}")
