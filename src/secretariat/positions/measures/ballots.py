"""From records of votes to ballots: votes that were cast, placed on the scale 1 yes, 2 abstain, 3 no."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from secretariat.positions.rules.groups import GroupByDate
from secretariat.positions.rules.votes import CAST


def ballots(votes: ir.Table, *, intended: bool = False) -> ir.Table:
    """The votes that were cast, with ``place`` (int8: 1 yes, 2 abstain, 3 no) instead of ``vote`` and ``intended``.

    Absent, not participating and not a member are left out here, before anything is measured: none of them is an
    abstention. With ``intended`` a state's later correction of its vote stands in place of the recorded one.
    """
    choice = ibis.coalesce(votes["intended"], votes["vote"]) if intended else votes["vote"]
    place = choice.cases(*((vote.value, number) for number, vote in enumerate(CAST, start=1))).cast("int8")
    rest = [name for name in votes.columns if name not in {"vote", "intended"}]
    return votes.filter(choice.isin([vote.value for vote in CAST])).select(*rest, place=place)


def of_group(records: ir.Table, group: Sequence[str] | GroupByDate) -> ir.Table:
    """The rows (votes or ballots) of a group's members.

    For a group that follows the day of each vote the rows need a column ``date``; of such a group only the members on
    that day remain.
    """
    if not isinstance(group, GroupByDate):
        return records.filter(records["state"].isin(sorted(set(group))))
    conditions = [ibis.literal(value=False)]
    for each in group.memberships:
        belongs = records["state"] == each.state
        if each.period.start is not None:
            belongs &= records["date"] >= ibis.literal(each.period.start)
        if each.period.end is not None:
            belongs &= records["date"] < ibis.literal(each.period.end)
        conditions.append(belongs)
    return records.filter(ibis.or_(*conditions))
