"""The record of the roll calls that positions name, read from the lake."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.positions.rules import RecordedVote
from secretariat.sources.queries import lake_rows, release_as_known

Recorded = Mapping[tuple[str, str], RecordedVote]
"""What is on record, by data set and roll call."""


def recorded_votes(viewer: Viewer, wanted: Iterable[tuple[str, str]], *, on: date, known_at: datetime) -> Recorded:
    """How each state voted in some roll calls (pairs of data set and roll call) that were held by ``on``.

    A roll call that the release known at ``known_at`` does not hold is left out. One query of the register a data
    set, and two of the lake. Raises ``UnableToReadLake`` where the files of a release are gone.
    """
    by_dataset: defaultdict[str, set[str]] = defaultdict(set)
    for dataset, rollcall in wanted:
        by_dataset[dataset].add(rollcall)
    found: dict[tuple[str, str], RecordedVote] = {}
    for dataset, rollcalls in sorted(by_dataset.items()):
        release = release_as_known(viewer, dataset=dataset, known_at=known_at)
        if release is None:
            continue
        calls = lake_rows(viewer, release=release, table="rollcalls", known_at=known_at)
        calls = calls.filter(calls.rollcall.isin(sorted(rollcalls)), calls.date <= on)
        votes = lake_rows(viewer, release=release, table="votes", known_at=known_at)
        votes = votes.filter(votes.rollcall.isin(sorted(rollcalls)))
        cast: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in votes.select("rollcall", "state", "vote").to_pyarrow().to_pylist():
            cast[row["rollcall"]][row["state"]] = row["vote"]
        for row in calls.select("rollcall", "date", "resolution").to_pyarrow().to_pylist():
            key = row["rollcall"]
            found[dataset, key] = RecordedVote(key, row["date"], row["resolution"] or "", dict(cast[key]))
    return found
