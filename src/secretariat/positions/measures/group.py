"""How a group voted in each roll call, and the means over roll calls.

Agreement Index: S. Hix, A. Noury, G. Roland, "Power to the Parties", British Journal of Political Science 35 (2005):
``(max - (n - max)/2) / n``, 1 when all cast the same vote, 0 when they divide equally in three. Rice: S. Rice,
Quantitative Methods in Politics (1928): ``|yes - no| / (yes + no)``. Both leave absent members out.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from secretariat.positions.rules.votes import CAST

_TWO = 2
"""One vote agrees with itself: the measures of a group begin with two."""


def divisions(ballots: ir.Table) -> ir.Table:
    """Each roll call in which anybody of the ballots voted.

    ``rollcall``, ``n`` (votes cast), ``yes``, ``abstain``, ``no``, ``largest``; ``agreement`` and ``unanimous`` are
    null where fewer than two voted, ``rice`` also where nobody voted yes or no.
    """
    counts = ballots.group_by("rollcall").aggregate(
        n=ballots["place"].count(),
        **{vote.value: (ballots["place"] == place).cast("int64").sum() for place, vote in enumerate(CAST, start=1)},
    )
    return _measured(counts)


def assembly(rollcalls: ir.Table) -> ir.Table:
    """The same for the whole membership, from the totals of each roll call; all is null where it has none."""
    totals = rollcalls.select("rollcall", **{vote.value: rollcalls[vote.value].cast("int64") for vote in CAST})
    return _measured(totals.mutate(n=totals["yes"] + totals["abstain"] + totals["no"]))


def _measured(counts: ir.Table) -> ir.Table:
    largest = ibis.greatest(*(counts[vote.value] for vote in CAST))
    found = counts.mutate(largest=largest)
    n, most, yes, no = found["n"], found["largest"], found["yes"], found["no"]
    enough = n >= _TWO
    return found.mutate(
        agreement=ibis.ifelse(enough, (most - (n - most) / 2) / n.nullif(0), None),
        rice=ibis.ifelse(enough, (yes - no).abs() / (yes + no).nullif(0), None),
        unanimous=ibis.ifelse(enough, (most == n).cast("float64"), None),
    )


def cohesion(divisions: ir.Table, by: Sequence[str] = ()) -> ir.Table:
    """Means over roll calls, in one row or one for each value of ``by``.

    ``used`` (roll calls with at least two votes), ``agreement_index``, ``rice``, ``rice_used`` (those of them with a
    yes or a no), ``unanimous`` (share of the used ones in which all votes were the same).
    """
    values = {
        "used": divisions["agreement"].count(),
        "agreement_index": divisions["agreement"].mean(),
        "rice": divisions["rice"].mean(),
        "rice_used": divisions["rice"].count(),
        "unanimous": divisions["unanimous"].mean(),
    }
    return divisions.group_by(list(by)).aggregate(**values) if by else divisions.aggregate(**values)


def splits(divisions: ir.Table) -> ir.Table:
    """The roll calls in which the votes cast were not all the same, the most divided first.

    ``clash`` says whether there was both a yes and a no. Of equally divided ones the newer identifier stands last.
    """
    divided = divisions.filter(divisions["largest"] < divisions["n"])
    return divided.mutate(clash=(divided["yes"] > 0) & (divided["no"] > 0)).order_by(
        ibis.asc("agreement"), ibis.asc("rollcall")
    )
