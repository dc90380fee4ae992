"""Reading organs and who holds their offices."""

from dataclasses import dataclass
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.organs import models
from secretariat.organs.queries.reading import organ_of, term_act_of
from secretariat.organs.rules import Organ, Term, TermConflict, holders_on, term_conflicts, terms_from
from secretariat.sources.queries import as_known, as_of


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    """Who holds which office on a day, every term that had begun by then, and terms that contradict each other."""

    holders: tuple[Term, ...]
    terms: tuple[Term, ...]
    conflicts: tuple[TermConflict, ...]


def organs(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Organ]:
    """The organs that existed on a day (one whose founding day is not recorded always did), by key. One query."""
    rows = sorted(as_known(viewer, models.Organ, known_at), key=lambda row: row.identity)
    found = [organ_of(row, known_at) for row in rows]
    return {organ.key: organ for organ in found if organ.established is None or organ.established.has_happened_by(on)}


def office_holders(viewer: Viewer, *, on: date, known_at: datetime) -> OfficeHolders:
    """Who presides and who heads what on a day; on the day of a handover it is the one who takes over. One query."""
    rows = as_of(viewer, models.TermAct, on, known_at).order_by("latest", "key")
    found = terms_from(term_act_of(row, known_at) for row in rows)
    return OfficeHolders(tuple(holders_on(found, on)), tuple(found), tuple(term_conflicts(found)))
