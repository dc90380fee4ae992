"""Roll calls with each member's vote, a page at a time."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Unpack

from secretariat.access.rules import Viewer
from secretariat.positions.queries.votes import Choice, roll_calls
from secretariat.positions.rules.record import RecordPage, RollCallRecord


def voting_record(
    viewer: Viewer,
    *,
    group: Sequence[str],
    on: date,
    known_at: datetime,
    splits_only: bool = False,
    first: int = 0,
    count: int | None = None,
    **choice: Unpack[Choice],
) -> RecordPage | None:
    """The chosen roll calls held by ``on``, newest first, from the one with index ``first``, at most ``count``.

    ``None`` where no release was known. Three queries of the register and three of the lake, however many there are.
    """
    from secretariat.positions import measures  # noqa: PLC0415  # half a second that other questions need not wait

    found = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if found is None:
        return None
    cast = measures.ballots(measures.of_group(found.votes, group))
    counts = measures.divisions(cast).select("rollcall", "n", "largest", "yes", "no", "agreement").to_pyarrow()
    divided = {row["rollcall"]: row for row in counts.to_pylist()}
    about_it = ("rollcall", "date", "session", "resolution", "title", "issues", "paragraph", "amendment")
    columns = (*about_it, "yes", "abstain", "no")
    about = found.rollcalls.select(*columns).to_pyarrow().to_pylist()

    def is_split(rollcall: str) -> bool:
        own = divided.get(rollcall)
        return own is not None and own["largest"] < own["n"]

    rows = [row for row in about if not splits_only or is_split(row["rollcall"])]
    rows.sort(key=lambda row: (row["date"], row["rollcall"]), reverse=True)
    shown = rows[first : None if count is None else first + count]
    votes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    if shown:
        wanted = found.votes.filter(found.votes["rollcall"].isin([row["rollcall"] for row in shown]))
        own_votes = measures.of_group(wanted, group).select("rollcall", "state", "vote")
        for vote in own_votes.to_pyarrow().to_pylist():
            votes[vote["rollcall"]][vote["state"]] = vote["vote"]
    records = tuple(
        RollCallRecord(
            **{name: row[name] for name in columns if name != "issues"},
            issues=tuple(row["issues"] or ()),
            agreement=divided.get(row["rollcall"], {}).get("agreement"),
            is_split=is_split(row["rollcall"]),
            is_clash=bool((own := divided.get(row["rollcall"])) and own["yes"] and own["no"]),
            votes={state: votes[row["rollcall"]].get(state) for state in sorted(set(group))},
        )
        for row in shown
    )
    return RecordPage(len(rows), records, found.release.key)
