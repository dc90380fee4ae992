"""The chapter on partners: who is in what, the links, what was agreed and is overdue, what nobody knows."""

from datetime import date

from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block
from secretariat.review.sections.partners.figures import figures
from secretariat.review.sections.partners.links import links_table, partners_table
from secretariat.review.sections.partners.overlap import matrix
from secretariat.review.sections.partners.said import opening, overdue, period, unknown

__all__ = ["blocks", "figures"]


def blocks(shot: Snapshot, before: Snapshot | None, since: date) -> list[Block]:
    """The chapter, for what happened from ``since`` on; nothing where the register holds no partner."""
    if not shot.partners.overviews:
        return []
    found: list[Block] = [opening(shot)]
    chart = matrix(shot)
    if chart is not None:
        found.append(chart)
    found += [partners_table(shot), *links_table(shot), *period(shot, before, since), *overdue(shot), *unknown(shot)]
    return found
