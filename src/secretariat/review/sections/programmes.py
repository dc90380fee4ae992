"""The chapter on programmes."""

from datetime import date

from secretariat.kernel import Figure
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block


def figures(_shot: Snapshot) -> list[Figure]:
    """The figures by which two reviews are compared."""
    return []


def blocks(_shot: Snapshot, _before: Snapshot | None, _since: date) -> list[Block]:
    """The chapter, for what happened from ``since`` on; nothing where the register holds nothing."""
    return []
