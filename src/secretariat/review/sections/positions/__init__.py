"""Coordinated positions: what became of them, and how the members voted."""

from datetime import date

from secretariat.kernel import Figure
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block
from secretariat.review.sections.positions.agreement import agreement_blocks
from secretariat.review.sections.positions.figures import key_figures
from secretariat.review.sections.positions.ledger import ledger_blocks
from secretariat.review.sections.positions.points import point_blocks
from secretariat.review.sections.positions.votes import vote_blocks


def figures(shot: Snapshot) -> list[Figure]:
    """The figures by which two reviews are compared."""
    return key_figures(shot)


def blocks(shot: Snapshot, _before: Snapshot | None, since: date) -> list[Block]:
    """The chapter, for what happened from ``since`` on; nothing where the register holds nothing.

    In this order: the positions and what became of them; the votes that divided the members; agreement over time, by
    subject and by pair; ideal points.
    """
    record = shot.positions
    if not record.ledger.views and not record.ledger.plans and record.release is None:
        return []
    return [
        *ledger_blocks(shot, since),
        *vote_blocks(shot, since),
        *agreement_blocks(shot),
        *point_blocks(shot),
    ]
