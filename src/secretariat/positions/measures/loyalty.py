"""Loyalty: agreement with the unique plurality of the other members.

A vote is compared with what the others of the group cast in the same roll call. Where no single vote was cast by more
of the others than any other vote was (or none of them voted) there is nothing to be loyal to, and the roll call does
not count.
"""

import ibis
import ibis.expr.types as ir

from secretariat.positions.rules.votes import CAST


def loyalty(ballots: ir.Table) -> ir.Table:
    """Each state of the ballots, by code: ``state``, ``n``, ``agreed``, ``loyalty`` (0..1, null over nothing)."""
    totals = ballots.group_by("rollcall").aggregate(
        **{f"all_{place}": (ballots["place"] == place).cast("int64").sum() for place, _ in enumerate(CAST, start=1)}
    )
    seen = ballots.select("rollcall", "state", "place").join(totals.rename(r="rollcall"), [("rollcall", "r")])
    seen = seen.select(
        "state",
        "place",
        **{
            f"others_{place}": seen[f"all_{place}"] - (seen["place"] == place).cast("int64")
            for place, _ in enumerate(CAST, start=1)
        },
    )
    others = [seen[f"others_{place}"] for place, _ in enumerate(CAST, start=1)]
    most = ibis.greatest(*others)
    holders = sum((each == most).cast("int64") for each in others[1:]) + (others[0] == most).cast("int64")
    own = seen["place"].cases(*((place, each) for place, each in enumerate(others, start=1)))
    judged = seen.select("state", counts=(most > 0) & (holders == 1), agrees=own == most)
    found = judged.group_by("state").aggregate(
        n=judged["counts"].cast("int64").sum(),
        agreed=(judged["counts"] & judged["agrees"]).cast("int64").sum(),
    )
    return found.mutate(loyalty=found["agreed"].cast("float64") / found["n"].nullif(0)).order_by("state")
