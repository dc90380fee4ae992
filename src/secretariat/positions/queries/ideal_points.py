"""Ideal points as the votes of a release tell them: estimated once, then read from the lake."""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Unpack

import pyarrow.parquet as pq

from secretariat.access.rules import Viewer
from secretariat.positions.measures import ideal_points as model
from secretariat.positions.queries.votes import Choice, roll_calls
from secretariat.sources import lake
from secretariat.sources.rules import Release, address_of

if TYPE_CHECKING:
    import pyarrow as pa

DERIVED = "ideal-points"
"""The data set of the lake that keeps estimates; its snapshots follow from a release and have no row of their own."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class IdealPoints:
    """An estimate: ``points`` has one row for each state and session (see ``measures.ideal_points.summary``).

    ``snapshot`` holds the same rows as the table ``points`` and all draws as ``draws``. ``votes``, ``items`` (roll
    calls, repeated ones counted once) and ``sessions`` say what the model saw.
    """

    points: "pa.Table"
    convergence: model.Convergence
    snapshot: lake.Stored
    release: Release
    votes: int
    items: int
    sessions: tuple[int, ...]


def ideal_points(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    sessions: Collection[int] | None = None,
    repeated: Iterable[tuple[str, str]] = (),
    settings: model.Settings | None = None,
    progress: model.Progress | None = None,
    **choice: Unpack[Choice],
) -> IdealPoints | None:
    """The ideal points of all states by the votes held by ``on``; ``None`` where no release was known.

    An estimate of the same votes with the same settings is read from the lake; else it is made, which takes minutes
    over all sessions, and kept there. Raises ``UnableToEstimate``, ``UnableToFindRelease`` and ``UnableToReadLake``.
    """
    chosen = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if chosen is None:
        return None
    settings = settings or model.Settings()
    panel = model.panel(chosen.votes, chosen.rollcalls, repeated=repeated, sessions=sessions)
    options = {"settings": json.dumps(asdict(settings), sort_keys=True)}
    address = address_of(sha256=panel.digest, importer=DERIVED, version=model.VERSION, options=options)
    kept = lake.stored(DERIVED, address) or _kept_estimate(
        panel, settings=settings, address=address, release=chosen.release, progress=progress
    )
    return IdealPoints(
        points=pq.read_table(kept.file("points")),
        convergence=model.Convergence(**kept.facts["convergence"]),
        snapshot=kept,
        release=chosen.release,
        votes=panel.votes,
        items=len(panel.items),
        sessions=tuple(sorted({int(session) for session in panel.sessions})),
    )


def _kept_estimate(
    panel: model.Panel,
    *,
    settings: model.Settings,
    address: str,
    release: Release,
    progress: model.Progress | None,
) -> lake.Stored:
    drawn = model.estimate(panel, settings=settings, progress=progress)
    points = model.summary(panel, drawn.theta)
    tables = {"points": points.to_reader(), "draws": model.long_draws(panel, drawn.theta)}
    facts = {
        "derived_from": {"dataset": release.dataset, "address": release.address},
        "method": {"name": DERIVED, "version": model.VERSION},
        "panel_sha256": panel.digest,
        "settings": asdict(settings),
        "votes": panel.votes,
        "items": len(panel.items),
        "convergence": asdict(model.convergence(points, drawn.theta)),
        "accepted": list(drawn.accepted),
    }
    return lake.store(DERIVED, address, tables, facts)
