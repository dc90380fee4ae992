"""The two tables that every importer of roll calls gives."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812  # a field is named date
from typing import Any

import pyarrow as pa

DATASET = "unga-rollcalls"
ISSUES = ("me", "nu", "di", "hr", "co", "ec")
"""Palestine and the Middle East, nuclear arms, disarmament, human rights, colonialism, economic development."""
VOTES = ("yes", "abstain", "no", "absent", "not_member", "not_participating")
_SPECIAL = ("SS/", "ESS/", "S-", "ES-")
CAST = frozenset({"yes", "abstain", "no"})
BATCH = 16_384
MOST = 999
"""More states than this vote nowhere; a larger number is none of votes or sessions."""

ROLL_CALLS = pa.schema(
    [
        pa.field("rollcall", pa.string(), nullable=False),
        pa.field("date", pa.date32(), nullable=False),
        pa.field("session", pa.int16(), nullable=False),
        pa.field("emergency", pa.bool_(), nullable=False),
        pa.field("resolution", pa.string()),
        pa.field("title", pa.string()),
        pa.field("paragraph", pa.bool_()),
        pa.field("amendment", pa.bool_()),
        pa.field("issues", pa.list_(pa.string()), nullable=False),
        pa.field("yes", pa.int16()),
        pa.field("abstain", pa.int16()),
        pa.field("no", pa.int16()),
    ]
)
"""One row a roll call. ``emergency``: in a special or an emergency special session. ``paragraph`` and ``amendment``
are null where the source does not say. The totals are those that the source publishes, else the votes counted."""

CAST_VOTES = pa.schema(
    [
        pa.field("rollcall", pa.string(), nullable=False),
        pa.field("state", pa.string(), nullable=False),
        pa.field("vote", pa.string(), nullable=False),
        pa.field("intended", pa.string()),
    ]
)
"""One row a state and roll call. ``vote`` is one of :data:`VOTES` as recorded; ``intended`` what the state later said
it had meant to vote, where it said so and the source tells it."""


@dataclass(frozen=True, slots=True)
class RollCall:
    """A row of the table of roll calls."""

    rollcall: str
    date: Day
    session: int
    emergency: bool
    resolution: str | None = None
    title: str | None = None
    paragraph: bool | None = None
    amendment: bool | None = None
    issues: tuple[str, ...] = ()
    yes: int | None = None
    abstain: int | None = None
    no: int | None = None


def symbol(text: str) -> str | None:
    """The symbol of a resolution; ``None`` where there is none. ``R/47/9A`` is written as the UN does: A/RES/47/9A."""
    text = text.strip()
    return f"A/RES/{text.removeprefix('R/')}" if text.startswith("R/") else text or None


def is_emergency(resolution: str | None, session: str = "") -> bool:
    """Whether a roll call was taken in a special or an emergency special session, by its symbol or its session."""
    text, sitting = (resolution or "").removeprefix("A/RES/"), session.upper()
    return text.startswith(_SPECIAL) or sitting.startswith(_SPECIAL) or sitting.endswith("SP")


def roll_call_table(roll_calls: Collection[RollCall]) -> Iterator[pa.RecordBatch]:
    """Roll calls as one batch, read when the batch is asked for: whoever gathers them may still add to them."""
    rows = list(roll_calls)
    columns = [pa.array([getattr(row, name) for row in rows], ROLL_CALLS.field(name).type) for name in ROLL_CALLS.names]
    yield pa.record_batch(columns, schema=ROLL_CALLS)


def vote_batches(rows: Iterable[tuple[str, str, str, str | None]]) -> Iterator[pa.RecordBatch]:
    """Votes given as roll call, state, vote and intended vote, in batches."""
    waiting: list[tuple[str, str, str, str | None]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == BATCH:
            yield _batch(waiting)
            waiting = []
    if waiting:
        yield _batch(waiting)


def _batch(rows: Sequence[tuple[Any, ...]]) -> pa.RecordBatch:
    columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    return pa.record_batch(columns, schema=CAST_VOTES)


def tables(votes: Iterable[pa.RecordBatch], roll_calls: Iterable[pa.RecordBatch]) -> dict[str, pa.RecordBatchReader]:
    """The streams of a reading; the votes run first, so that roll calls may be gathered meanwhile."""
    return {
        "votes": pa.RecordBatchReader.from_batches(CAST_VOTES, votes),
        "rollcalls": pa.RecordBatchReader.from_batches(ROLL_CALLS, roll_calls),
    }
