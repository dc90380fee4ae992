"""All rows of the invented organisation, one decision after the other, so that none need be kept."""

from collections.abc import Iterator

from secretariat.cli.synthetic.calendar import Calendar
from secretariat.cli.synthetic.decisions import decision_rows
from secretariat.cli.synthetic.meetings import meeting_rows, source_rows
from secretariat.cli.synthetic.parties import MOST_STATES, Membership, Placed, Row, party_rows

__all__ = ["MOST_STATES", "Row", "synthetic_rows"]


def synthetic_rows(*, seed: int, states: int, decisions: int) -> Iterator[list[Placed]]:
    """Pairs of table and row: one list for all that does not grow with ``decisions``, then one for each of them.

    Raises ``ValueError`` when there are no codes for so many states, or too few states for an organisation.
    """
    if not 2 <= states <= MOST_STATES:
        msg = f"{states} states: an invented organisation has from 2 to {MOST_STATES}"
        raise ValueError(msg)
    if decisions < 1:
        msg = f"{decisions} decisions: an invented organisation takes at least one"
        raise ValueError(msg)
    members, calendar = Membership.of(states), Calendar.of(seed)
    meetings = meeting_rows(seed, members, calendar, decisions)
    yield [*source_rows(calendar), *party_rows(seed, members, calendar), *meetings]
    yield from decision_rows(seed, decisions, members, calendar)
