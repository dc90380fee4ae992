"""Which roll calls count: a period, an issue, contested ones, without paragraphs and amendments."""

from datetime import date

import ibis
import ibis.expr.types as ir


def selected(
    rollcalls: ir.Table,
    *,
    start: date | None = None,
    end: date | None = None,
    issue: str | None = None,
    min_minority: float | None = None,
    paragraphs: bool = True,
) -> ir.Table:
    """The roll calls of ``[start, end)`` that meet every condition given.

    ``issue`` is one of the codes in ``issues``. ``min_minority`` keeps roll calls in which at least that share of all
    votes cast (yes, abstain and no of the whole membership) went against the largest of the three; a roll call without
    totals is left out then. ``paragraphs=False`` leaves out votes on single paragraphs and on amendments, as far as the
    source says which these are.
    """
    conditions = []
    if start is not None:
        conditions.append(rollcalls["date"] >= ibis.literal(start))
    if end is not None:
        conditions.append(rollcalls["date"] < ibis.literal(end))
    if issue is not None:
        conditions.append(rollcalls["issues"].contains(issue))
    if min_minority is not None:
        conditions.append(minority_share(rollcalls) >= min_minority)
    if not paragraphs:
        parts = (ibis.coalesce(rollcalls[name], ibis.literal(value=False)) for name in ("paragraph", "amendment"))
        conditions.append(~ibis.or_(*parts))
    return rollcalls.filter(*conditions) if conditions else rollcalls


def minority_share(rollcalls: ir.Table) -> ir.FloatingValue:
    """The share of the votes cast by the whole membership that differed from the largest of the three: 0 to 2/3."""
    yes, abstain, no = (rollcalls[name].cast("int64") for name in ("yes", "abstain", "no"))
    cast = yes + abstain + no
    return (cast - ibis.greatest(yes, abstain, no)) / cast.nullif(0)
