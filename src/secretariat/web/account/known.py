"""What an account or an appointment names has to be in the register."""

from collections.abc import Callable
from datetime import UTC, datetime

from secretariat.access.rules import SECRETARIAT, Body, is_organisation
from secretariat.access.rules.appointments import body_of
from secretariat.kernel import Language
from secretariat.organs.queries import organs
from secretariat.parties.queries import states
from secretariat.partners.queries import partners
from secretariat.web.words import WORDS


def _states(at: datetime) -> set[str]:
    return {state.code for state in states(SECRETARIAT, known_at=at)}


def _partners(at: datetime) -> set[str]:
    return {each.partner.key for each in partners(SECRETARIAT, on=at.date(), known_at=at)}


_KNOWN: dict[Body, Callable[[datetime], set[str]]] = {Body.DELEGATION: _states, Body.PARTNER: _partners}


def knows_organisation(organisation: str) -> bool:
    """Whether the register holds the state or the partner; there is one secretariat."""
    if not is_organisation(organisation):
        return False
    body, code = body_of(organisation)
    return body is Body.SECRETARIAT or code in _KNOWN[body](datetime.now(UTC))


def organisation_names(language: Language) -> dict[str, str]:
    """How the organisations of accounts are named in a language; what is missing here goes by its code. One query."""
    words = WORDS[language]
    found = states(SECRETARIAT, known_at=datetime.now(UTC))
    names = {f"state:{state.code}": state.name.in_language(language) for state in found}
    return {"secretariat": words["body_secretariat"], **names}


def knows_organ(organ: str) -> bool:
    """Whether the register holds the organ."""
    now = datetime.now(UTC)
    return organ in organs(SECRETARIAT, on=now.date(), known_at=now)
