"""The states of a job and which may follow which; when a worker counts as gone; when a duty is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from secretariat.access.rules import Body, Viewer

BEAT = timedelta(seconds=10)
"""How often a worker says that it is still at work on a job."""
LOST_AFTER = timedelta(seconds=60)
"""A running job that nobody has spoken of for so long is lost: its worker is gone. Six beats, since a loaded machine
may miss some."""
ATTEMPTS = 2
"""How often a job of a repeatable kind is started at most: once, and once more after its worker was lost."""
JOBS_KEPT = timedelta(days=30)
"""How long a job that has ended is shown, and its files are kept."""
DUTIES_KEPT = timedelta(days=1)
"""How long it is remembered that a duty was done: longer than any worker can lag behind."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class JobState(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    LOST = "lost"


_FOLLOWS: Mapping[JobState, frozenset[JobState]] = {
    JobState.WAITING: frozenset({JobState.RUNNING, JobState.CANCELLED, JobState.LOST}),
    JobState.RUNNING: frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.LOST}),
    JobState.LOST: frozenset({JobState.WAITING, JobState.CANCELLED}),
    JobState.DONE: frozenset(),
    JobState.FAILED: frozenset(),
    JobState.CANCELLED: frozenset(),
}


def may_follow(before: JobState, after: JobState) -> bool:
    """Whether a job in the state ``before`` may come into the state ``after``."""
    return after in _FOLLOWS[before]


def predecessors(after: JobState) -> frozenset[JobState]:
    """The states from which a job may come into the state ``after``."""
    return frozenset(state for state in JobState if may_follow(state, after))


def is_open(state: JobState) -> bool:
    """Whether something is still to happen to a job by itself."""
    return state in {JobState.WAITING, JobState.RUNNING}


def state_after_loss(*, is_repeatable: bool, attempts: int, is_cancel_asked: bool) -> JobState:
    """What becomes of a job whose worker is gone, after so many ``attempts``.

    It waits again when its kind may be repeated and it was not yet; whoever wanted it to stop has it stopped.
    """
    if is_cancel_asked:
        return JobState.CANCELLED
    return JobState.WAITING if is_repeatable and attempts < ATTEMPTS else JobState.LOST


def due_at(*, every: timedelta, at: timedelta, now: datetime) -> datetime:
    """The last instant, ``now`` included, at which something was due that is due every so often.

    ``at`` shifts the grid, which begins at midnight UTC: every day at six is ``every=1 day, at=6 hours``.
    """
    return _EPOCH + at + (now - _EPOCH - at) // every * every


def viewer_to_json(viewer: Viewer) -> dict[str, Any]:
    """A viewer as JSON can say it, for a job that reads later on their behalf."""
    return {
        "body": viewer.body.value,
        "code": viewer.code,
        "person": viewer.person,
        "active": viewer.active,
        "seats": sorted(viewer.seats),
        "groups": sorted(viewer.groups),
        "duties": sorted(viewer.duties),
    }


def viewer_from_json(content: Mapping[str, Any]) -> Viewer:
    """The viewer that :func:`viewer_to_json` wrote down."""
    sets = {name: frozenset(content[name]) for name in ("seats", "groups", "duties")}
    return Viewer(Body(content["body"]), content["code"], content["person"], content["active"], **sets)


@dataclass(frozen=True, slots=True)
class JobCard:
    """A job as its page shows it. ``total`` is 0 while nobody knows how much there is to do."""

    id: str
    kind: str
    state: JobState
    asked_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    stage: str
    done: int
    total: int
    is_cancel_asked: bool
    error: str
    result: Mapping[str, Any]

    @property
    def is_open(self) -> bool:
        """Whether something is still to happen to it by itself."""
        return is_open(self.state)

    @property
    def may_be_cancelled(self) -> bool:
        """Whether asking it to stop makes sense."""
        return self.is_open and not self.is_cancel_asked

    @property
    def seen(self) -> str:
        """What a reader has seen of it: the same as long as there is nothing new to show."""
        return f"{self.state.value}.{self.stage}.{self.done}.{self.total}.{int(self.is_cancel_asked)}"

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files that it made."""
        return tuple(str(name) for name in self.result.get("files", ())) if self.state is JobState.DONE else ()
