"""Published ideal points, read from the release that was known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.sources.queries import lake_rows, release_as_known
from secretariat.sources.rules import Release

DATASET = "unga-ideal-points"
FIRST_SESSION = 1945
"""The first session opened in this year; session ``n`` opens in ``1945 + n`` and ends the year after, in September."""
_ENDS = (9, 20)
"""Month and day by which a session has surely ended: the next one opens on a Tuesday before."""


@dataclass(frozen=True, slots=True)
class Point:
    """A state's ideal point in a session and the interval that holds 90 per cent."""

    state: str
    session: int
    mean: float
    low: float
    high: float
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """Ideal points by state and session, and the release they are from."""

    points: tuple[Point, ...]
    release: Release


def last_ended_session(on: date) -> int:
    """The last session of the General Assembly that had surely ended by a day.

    Since 1946 a session opens in September and is closed when the next one opens, the September after.
    """
    return on.year - FIRST_SESSION - (1 if (on.month, on.day) >= _ENDS else 2)


def published_points(
    viewer: Viewer, *, group: Sequence[str], on: date, known_at: datetime, dataset: str = DATASET
) -> Points | None:
    """The ideal points of some states in the sessions that had ended by ``on``; ``None`` where no release was known.

    Two queries of the register and one of the lake.
    """
    release = release_as_known(viewer, dataset=dataset, known_at=known_at)
    if release is None:
        return None
    table = lake_rows(viewer, release=release, table="points", known_at=known_at)
    own = table.filter(table.state.isin(sorted(set(group))), table.session <= last_ended_session(on))
    rows = own.order_by("state", "session").to_pyarrow().to_pylist()
    points = (Point(row["state"], row["session"], row["mean"], row["q05"], row["q95"], row["n"]) for row in rows)
    return Points(tuple(points), release)
