"""Agreement of two states over the roll calls in which both cast a vote.

Every measure follows from seven counts, so that the same formulas serve an Ibis column and a numpy array: ``n`` roll
calls in which both voted, ``same`` the same vote, ``clashes`` one yes and one no, and how often each voted yes and no
in those ``n`` (``a_yes``, ``a_no``, ``b_yes``, ``b_no``).

With votes at 1, 2, 3 the distance of two votes is 0, 1 or 2, and ``n - same + clashes`` is the sum of the distances.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ibis.expr.types as ir

COUNTS = ("n", "same", "clashes", "a_yes", "a_no", "b_yes", "b_no")
MEASURES = ("exact", "linear", "s", "kappa", "pi")
Over = Callable[[Any, Any], Any]
"""Division of columns that answers nothing (null, not a number) over zero."""


def pair_measures(counts: Mapping[str, Any], over: Over) -> dict[str, Any]:
    """The measures from the seven counts (whole numbers of 64 bits: columns or arrays).

    - ``exact``: share of the same vote, 0..1.
    - ``linear``: mean of 1 - distance/2, 0..1.
    - ``s``: Signorino and Ritter, International Studies Quarterly 43 (1999): 1 - 2 * sum of distances / largest
      possible sum; -1..1. All roll calls weigh the same.
    - ``kappa``: Cohen, Psychological Bulletin 70 (1968), with linear weights: 1 - observed / expected distance, each
      state with its own distribution of votes; at most 1, 0 by chance.
    - ``pi``: Scott, Public Opinion Quarterly 19 (1955), with the same weights: both states with their common one.
    """
    n, same, clashes = counts["n"], counts["same"], counts["clashes"]
    distance = n - same + clashes
    a = counts["a_yes"], n - counts["a_yes"] - counts["a_no"], counts["a_no"]
    b = counts["b_yes"], n - counts["b_yes"] - counts["b_no"], counts["b_no"]
    both = a[0] + b[0], a[1] + b[1], a[2] + b[2]
    # n squared times the expected distance: whole numbers, so that "no room for disagreement" is exactly zero
    apart = a[0] * b[1] + a[1] * b[0] + a[1] * b[2] + a[2] * b[1] + 2 * (a[0] * b[2] + a[2] * b[0])
    together = 2 * (both[0] * both[1] + both[1] * both[2] + 2 * both[0] * both[2])
    linear = 1 - over(distance, 2 * n)
    return {
        "exact": over(same, n),
        "linear": linear,
        "s": 2 * linear - 1,
        "kappa": 1 - over(distance * n, apart),
        "pi": 1 - over(4 * distance * n, together),
    }


def pair_counts(ballots: ir.Table, by: Sequence[str] = ()) -> ir.Table:
    """The seven counts for each two states (``a`` before ``b`` by code) that both voted at least once.

    ``by`` names columns of the ballots (such as ``session``) within which the pairs are counted apart.
    """
    left = ballots.select(*by, "rollcall", a=ballots["state"], x=ballots["place"])
    right = ballots.select(r="rollcall", b=ballots["state"], y=ballots["place"])
    met = left.join(right, [left["rollcall"] == right["r"]])
    met = met.filter(met["a"] < met["b"])

    def times(condition: ir.BooleanValue) -> ir.IntegerScalar:
        return condition.cast("int64").sum()

    yes, no = 1, 3
    return met.group_by([*by, "a", "b"]).aggregate(
        n=met.count(),
        same=times(met["x"] == met["y"]),
        clashes=times((met["x"] - met["y"]).abs() == no - yes),
        a_yes=times(met["x"] == yes),
        a_no=times(met["x"] == no),
        b_yes=times(met["y"] == yes),
        b_no=times(met["y"] == no),
    )


def pairs(ballots: ir.Table, by: Sequence[str] = ()) -> ir.Table:
    """Each two states: ``a``, ``b``, ``n``, the five measures and ``clashes``, by code; see :func:`pair_measures`."""
    counts = pair_counts(ballots, by)
    measured = counts.mutate(**pair_measures({name: counts[name] for name in COUNTS}, _over))
    return measured.select(*by, "a", "b", "n", *MEASURES, "clashes").order_by([*by, "a", "b"])


def _over(part: Any, whole: Any) -> Any:
    return part.cast("float64") / whole.nullif(0)
