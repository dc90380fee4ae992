"""The votes on which a group divided, and how often each member voted as the others did."""

from collections import defaultdict
from datetime import date, datetime
from typing import Unpack

from secretariat.access.rules import Viewer
from secretariat.positions.queries.votes import Choice, roll_calls
from secretariat.positions.rules.agreement import Loyalty, Split
from secretariat.positions.rules.groups import Group, GroupByDate, states_of


def splits(
    viewer: Viewer,
    *,
    group: Group,
    on: date,
    known_at: datetime,
    intended: bool = False,
    **choice: Unpack[Choice],
) -> list[Split]:
    """The chosen roll calls held by ``on`` in which the group's votes were not all the same; the most divided first.

    Of equally divided ones the newest stands first. With ``intended`` a state's later correction of its vote counts
    and is shown. Three queries of the register and two of the lake, however many there are. Empty: no release was
    known, or nothing divided the group.
    """
    from secretariat.positions import measures  # noqa: PLC0415  # half a second that other questions need not wait

    found = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if found is None:
        return []
    own = measures.of_group(found.votes, group)
    divided = measures.splits(measures.divisions(measures.ballots(own, intended=intended)))
    divided = divided.select("rollcall", "agreement", "clash")
    about = found.rollcalls.select("rollcall", "date", "session", "resolution", "title", "issues")
    rows = divided.join(about, "rollcall").to_pyarrow().to_pylist()
    votes: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    if rows:
        for vote in own.filter(own["rollcall"].isin([row["rollcall"] for row in rows])).to_pyarrow().to_pylist():
            votes[vote["rollcall"]][vote["state"]] = (vote["intended"] if intended else None) or vote["vote"]
    return [
        Split(
            rollcall=row["rollcall"],
            date=row["date"],
            session=row["session"],
            resolution=row["resolution"],
            title=row["title"],
            issues=tuple(row["issues"] or ()),
            votes={state: votes[row["rollcall"]].get(state) for state in _members(group, row["date"])},
            ai=row["agreement"],
            clash=row["clash"],
        )
        for row in sorted(rows, key=lambda row: (row["agreement"], -row["date"].toordinal(), row["rollcall"]))
    ]


def _members(group: Group, day: date) -> tuple[str, ...]:
    return group.on(day) if isinstance(group, GroupByDate) else states_of(group)


def clashes(
    viewer: Viewer,
    *,
    group: Group,
    on: date,
    known_at: datetime,
    intended: bool = False,
    **choice: Unpack[Choice],
) -> list[Split]:
    """Those of the :func:`splits` in which one member voted yes and another no, in the same order."""
    divided = splits(viewer, group=group, on=on, known_at=known_at, intended=intended, **choice)
    return [split for split in divided if split.clash]


def loyalty(
    viewer: Viewer,
    *,
    group: Group,
    on: date,
    known_at: datetime,
    intended: bool = False,
    **choice: Unpack[Choice],
) -> list[Loyalty]:
    """How often each state of the group voted as the unique plurality of the others, by code.

    A state that never voted is listed with ``n`` 0. Three queries of the register and one of the lake. Empty: no
    release was known.
    """
    from secretariat.positions import measures  # noqa: PLC0415  # half a second that other questions need not wait

    found = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if found is None:
        return []
    own = measures.of_group(measures.ballots(found.votes, intended=intended), group)
    rows = {row["state"]: row for row in measures.loyalty(own).to_pyarrow().to_pylist()}
    nothing = {"n": 0, "agreed": 0, "loyalty": None}
    return [Loyalty(**{"state": state, **nothing, **rows.get(state, {})}) for state in states_of(group)]


def days_of_votes(viewer: Viewer, *, on: date, known_at: datetime, **choice: Unpack[Choice]) -> list[date]:
    """The days on which a chosen roll call was held by ``on``, in order. Three queries of the register, one lake."""
    found = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if found is None:
        return []
    return sorted(set(found.rollcalls.select("date").to_pyarrow()["date"].to_pylist()))
