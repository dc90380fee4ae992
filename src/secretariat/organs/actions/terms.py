"""Writing who takes office and who leaves it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.organs import models
from secretariat.organs.actions.recording import record, refuse, text_of
from secretariat.organs.queries import office_holders, organs
from secretariat.organs.rules import Role, TermEdge


class UnableToRecordTerm(Exception):
    """A term of office cannot be recorded as it stands."""


def start_term(
    actor: Actor,
    *,
    key: str,
    term: str,
    organ: str,
    role: Role,
    on: date,
    person: LocalizedText | None = None,
    state: str | None = None,
    acting: bool = False,
    temporary: bool = False,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record the first day of a term.

    Raises :class:`UnableToRecordTerm` for an unknown organ, for nobody, for a day that has not come and for a term that
    has begun already.
    """
    now = datetime.now(UTC)
    if organ not in organs(SECRETARIAT, on=on, known_at=now):
        refuse(UnableToRecordTerm, f"there is no organ {organ} on {on}")
    if not (person or state):
        refuse(UnableToRecordTerm, f"the term {term} names neither a person nor a state")
    if on > now.date():
        refuse(UnableToRecordTerm, f"the term {term} cannot have begun on {on}: that day has not come")
    if any(each.key == term for each in office_holders(SECRETARIAT, on=now.date(), known_at=now).terms):
        refuse(UnableToRecordTerm, f"the term {term} has begun already")
    row = models.TermAct(
        key=key,
        term=term,
        organ_id=organ,
        role=role.value,
        kind=TermEdge.START.value,
        date=on.isoformat(),
        person=text_of(person),
        state_id=state,
        acting=acting,
        temporary=temporary,
    )
    record(actor, "start term", row, now, sources, standing)


def end_term(
    actor: Actor,
    *,
    key: str,
    term: str,
    on: date,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record the last day of a term. Raises :class:`UnableToRecordTerm` unless it is running and has begun by then."""
    now = datetime.now(UTC)
    found = next(
        (each for each in office_holders(SECRETARIAT, on=now.date(), known_at=now).terms if each.key == term), None
    )
    if found is None:
        refuse(UnableToRecordTerm, f"there is no term {term}")
    if found.end is not None:
        refuse(UnableToRecordTerm, f"the term {term} ended on {found.end}")
    if found.start is not None and on < found.start.earliest:
        refuse(UnableToRecordTerm, f"the term {term} began on {found.start}, after {on}")
    row = models.TermAct(
        key=key,
        term=term,
        organ_id=found.organ,
        role=found.role.value,
        kind=TermEdge.END.value,
        date=on.isoformat(),
        person=text_of(found.person),
        state_id=found.state,
        acting=found.acting,
        temporary=found.temporary,
    )
    record(actor, "end term", row, now, sources, standing)
