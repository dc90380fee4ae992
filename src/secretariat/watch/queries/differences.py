"""What changed between two releases of a data set."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from secretariat.access.rules import Viewer
from secretariat.sources.queries import lake_rows, releases
from secretariat.sources.rules import Release
from secretariat.watch.queries.events import EVENT_KINDS

COMPARED = ("start", "end", "lon", "lat", "place_precision", "place", "country", "kind", "low", "best", "high")
"""The fields whose change is named."""


class UnableToCompare(Exception):
    """One of the two is no release of events that is known."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an event in the earlier and the later release."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event that reads differently; without a change of a named field, something else of it was changed."""

    event_id: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ReleaseDifference:
    """Ids of the events that only one of two releases has, and what reads differently; all by id."""

    before: Release
    after: Release
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[EventChange, ...]
    unchanged: int


def release_difference(viewer: Viewer, before: str, after: str, *, known_at: datetime) -> ReleaseDifference:
    """Compare two releases by key; a retracted event counts as one that is not there. Three queries.

    Raises :class:`UnableToCompare`, and ``UnableToReadLake`` where the lake lost one.
    """
    known = {each.key: each for each in releases(viewer, known_at=known_at) if each.kind in EVENT_KINDS}
    for key in (before, after):
        if key not in known:
            msg = (
                f"{key!r} is no release of events, expected one of {', '.join(sorted(known)) or 'none: none is there'}"
            )
            raise UnableToCompare(msg)
    old, new = (lake_rows(viewer, release=known[key], table="events", known_at=known_at) for key in (before, after))
    old, new = old.filter(~old.retracted), new.filter(~new.retracted)
    added = new.anti_join(old, "event_id").order_by("event_id").event_id.to_pyarrow().to_pylist()
    removed = old.anti_join(new, "event_id").order_by("event_id").event_id.to_pyarrow().to_pylist()
    names = [*COMPARED, "payload_hash"]
    both = old.select("event_id", **{f"old_{name}": old[name] for name in names}).inner_join(
        new.select("event_id", **{f"new_{name}": new[name] for name in names}), "event_id"
    )
    differs = ~both.old_payload_hash.identical_to(both.new_payload_hash)
    for name in COMPARED:
        differs |= ~both[f"old_{name}"].identical_to(both[f"new_{name}"])
    rows = both.filter(differs).order_by("event_id").to_pyarrow().to_pylist()
    total = int(both.count().to_pyarrow().as_py())
    changed = tuple(
        EventChange(
            row["event_id"],
            tuple(
                FieldChange(name, row[f"old_{name}"], row[f"new_{name}"])
                for name in COMPARED
                if row[f"old_{name}"] != row[f"new_{name}"]
            ),
        )
        for row in rows
    )
    return ReleaseDifference(known[before], known[after], tuple(added), tuple(removed), changed, total - len(changed))
