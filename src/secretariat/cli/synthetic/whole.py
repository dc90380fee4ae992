"""All rows of the invented organisation, one decision after the other, so that none need be kept."""

from collections.abc import Iterator

from secretariat.cli.synthetic.calendar import Calendar
from secretariat.cli.synthetic.decisions import decision_rows
from secretariat.cli.synthetic.meetings import meeting_rows, source_rows
from secretariat.cli.synthetic.parties import MOST_STATES, Membership, Placed, Row, party_rows
from secretariat.cli.synthetic.partners import partner_rows
from secretariat.cli.synthetic.positions import position_rows
from secretariat.cli.synthetic.programmes import programme_rows
from secretariat.cli.synthetic.releases import release_rows
from secretariat.cli.synthetic.response import response_rows
from secretariat.cli.synthetic.watch import geography_rows

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
    yield [
        *source_rows(calendar),
        *party_rows(seed, members, calendar),
        *meetings,
        *partner_rows(seed, members),
        *release_rows(seed, members),
        *programme_rows(seed, members),
        *position_rows(seed, members),
    ]
    deciding: Row | None = None
    for block in decision_rows(seed, decisions, members, calendar):
        taken = (row for table, row in block if table == "decisions" and row["organ"] == "CSC")
        deciding = next(taken, deciding)
        yield block
    yield list(geography_rows(members))
    yield list(response_rows(seed, members, deciding))
