"""Reading roll calls from the lake, and what they say about the agreement of a group.

Every question takes the day it is about (nothing held later counts) and the instant it is asked from (which decides
the release). The keywords that choose roll calls are the same for all of them: :class:`Choice`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict, Unpack

from secretariat.access.rules import Viewer
from secretariat.sources.queries import lake_rows, release_as_known, releases
from secretariat.sources.rules import Release

if TYPE_CHECKING:
    import ibis.expr.types as ir

DATASET = "unga-rollcalls"
"""The data set that is read where none is named: roll calls of the General Assembly."""


class Choice(TypedDict, total=False):
    """Which roll calls count.

    ``start`` and ``end`` bound ``[start, end)``; ``issue`` is a code such as ``hr``; ``min_minority`` keeps those in
    which at least this share of the whole membership's votes went against the majority; ``paragraphs=False`` leaves
    out votes on paragraphs and amendments. ``dataset`` and ``release`` (its key, or what its publisher calls it)
    choose other records than the newest known release of the General Assembly's.
    """

    start: date | None
    end: date | None
    issue: str | None
    min_minority: float | None
    paragraphs: bool
    dataset: str | None
    release: str | None


class UnableToFindRelease(Exception):
    """No release of that name was known."""


@dataclass(frozen=True, eq=False)
class RollCalls:
    """Roll calls as one release has them, as unread Ibis tables.

    ``rollcalls``: a row a roll call, as the lake keeps it. ``votes``: a row a state and roll call, with the ``date``
    and the ``session`` of the roll call. ``release`` says where both are from.
    """

    rollcalls: "ir.Table"
    votes: "ir.Table"
    release: Release


def _release(viewer: Viewer, *, known_at: datetime, dataset: str, name: str | None) -> Release | None:
    if name is None:
        return release_as_known(viewer, dataset=dataset, known_at=known_at)
    known = releases(viewer, known_at=known_at, dataset=dataset)
    found = [each for each in known if name in {each.key, each.release}]
    if not found:
        names = ", ".join(each.key for each in known) or "none"
        msg = f"{dataset} has no release {name!r} known by {known_at:%Y-%m-%d}, expected one of: {names}"
        raise UnableToFindRelease(msg)
    return found[-1]


def roll_calls(viewer: Viewer, *, on: date, known_at: datetime, **choice: Unpack[Choice]) -> RollCalls | None:
    """The chosen roll calls that were held by ``on``; ``None`` where no release was known.

    Three queries of the register; the lake is not read before somebody executes one of the tables. Raises
    :class:`UnableToFindRelease`, and ``UnableToReadLake`` where the files of the release are gone.
    """
    from secretariat.positions import measures  # noqa: PLC0415  # half a second that other questions need not wait

    release = _release(viewer, known_at=known_at, dataset=choice.get("dataset") or DATASET, name=choice.get("release"))
    if release is None:
        return None
    held = lake_rows(viewer, release=release, table="rollcalls", known_at=known_at)
    chosen = measures.selected(
        held.filter(held["date"] <= on),
        start=choice.get("start"),
        end=choice.get("end"),
        issue=choice.get("issue"),
        min_minority=choice.get("min_minority"),
        paragraphs=choice.get("paragraphs", True),
    )
    votes = lake_rows(viewer, release=release, table="votes", known_at=known_at)
    days = chosen.select("rollcall", "date", "session")
    return RollCalls(chosen, votes.join(days, "rollcall"), release)
