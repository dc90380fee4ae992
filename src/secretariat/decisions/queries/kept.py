"""The register as it was last read, kept for pages: the same answer as reading it anew, which is done when it changed.

Computing the status of every commitment of a large register takes a second, and most readers of an hour ask about the
same day. What is kept is named by all that it depends on: what was recorded (every action writes one line of the log
in its own transaction), which marks the viewer sees, the day, and the span of instants at which the same is known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock

from django.db import connection

from secretariat.access.rules import Mark, Viewer
from secretariat.audit.queries import newest_leaves
from secretariat.decisions import models
from secretariat.decisions.queries.light import as_text
from secretariat.decisions.queries.register import Register, register
from secretariat.sources.columns import ActColumns, RecordColumns

_MOST = 4
"""So many registers are kept at once: those of today, as the public, the members and the secretariat see it, and one
of another day."""
_TABLES: tuple[type[RecordColumns], ...] = (
    models.Decision,
    models.Provision,
    models.Commitment,
    models.CommitmentAct,
    models.Deadline,
    models.Report,
    models.Evidence,
    models.Assessment,
)
Name = tuple[tuple[str, ...], frozenset[Mark], date]
"""What was recorded, the marks that are seen, and the day."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A register, and the instants between which it is known so: from ``since``, up to and without ``until``."""

    register: Register
    since: datetime | None
    until: datetime | None

    def holds(self, known_at: datetime) -> bool:
        return (self.since is None or self.since <= known_at) and (self.until is None or known_at < self.until)


_SHELF: dict[Name, _Kept] = {}
_READING = Lock()


def _instants(known_at: datetime) -> Iterable[datetime]:
    """The last instant at which something became known before ``known_at`` and the next one, of every table."""
    for table in _TABLES:
        instants = table._default_manager.order_by()
        yield from (
            instants.filter(known_from__lte=known_at).order_by("-known_from").values_list("known_from", flat=True)[:1]
        )
        yield from (
            instants.filter(known_from__gt=known_at).order_by("known_from").values_list("known_from", flat=True)[:1]
        )
        if issubclass(table, ActColumns):
            others = instants.annotate(_others=as_text("alternatives")).exclude(_others="[]")
            for row in others.values_list("alternatives", flat=True):
                yield from (datetime.fromisoformat(each["known_from"]) for each in row if each.get("known_from"))


def _name(viewer: Viewer, on: date) -> Name | None:
    """The name of a register; none inside a transaction, whose rows may be there before its line of the log."""
    if connection.in_atomic_block:
        return None
    leaves = newest_leaves(viewer)
    return (leaves, frozenset(mark for mark in Mark if viewer.sees(mark)), on) if leaves else None


def _found(name: Name, known_at: datetime) -> Register | None:
    kept = _SHELF.get(name)
    return kept.register if kept is not None and kept.holds(known_at) else None


def _put(name: Name, kept: _Kept) -> None:
    for other in [each for each in _SHELF if each[0] != name[0]]:
        del _SHELF[other]
    _SHELF.pop(name, None)
    while len(_SHELF) >= _MOST:
        del _SHELF[next(iter(_SHELF))]
    _SHELF[name] = kept


def kept_register(viewer: Viewer, *, on: date, known_at: datetime) -> Register:
    """What ``register`` gives. One query where it is kept; else about forty, however many commitments.

    One thread at a time reads: the others wait for what it finds, which is sooner there than by reading beside it.
    """
    name = _name(viewer, on)
    if name is None:
        return register(viewer, on=on, known_at=known_at)
    found = _found(name, known_at)
    if found is not None:
        return found
    with _READING:
        found = _found(name, known_at)
        if found is None:
            instants = set(_instants(known_at))
            found = register(viewer, on=on, known_at=known_at)
            _put(
                name,
                _Kept(
                    found,
                    since=max((each for each in instants if each <= known_at), default=None),
                    until=min((each for each in instants if each > known_at), default=None),
                ),
            )
        return found


def register_if_kept(viewer: Viewer, *, on: date, known_at: datetime) -> Register | None:
    """The whole register where it is kept; ``None`` where it would have to be read. At most one query."""
    name = _name(viewer, on)
    return None if name is None else _found(name, known_at)
