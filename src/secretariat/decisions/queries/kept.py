"""The register as it was last read, kept for pages: the same answer as reading it anew, which is done when it changed.

Computing the status of every commitment of a large register takes a second or two, and most readers of an hour ask
about the same day. What is kept is named by all that it depends on: how many rows each table has (rows are only ever
added, so as many rows are the same rows), which marks the viewer sees, the day, and the span of instants at which the
same is known. The rows are counted when the log has a new line: every action writes one in its own transaction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock

from django.db import connection

from secretariat.access.rules import Mark, Viewer
from secretariat.audit.queries import first_leaf, newest_leaves
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
Rows = tuple[str | int, ...]
"""Which register it is, and how many rows each table has."""
Name = tuple[Rows, frozenset[Mark], date]
"""The rows, the marks that are seen, and the day."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A register, and the instants between which it is known so: from ``since``, up to and without ``until``."""

    register: Register
    since: datetime | None
    until: datetime | None

    def holds(self, known_at: datetime) -> bool:
        return (self.since is None or self.since <= known_at) and (self.until is None or known_at < self.until)


_SHELF: dict[Name, _Kept] = {}
_COUNTED: dict[tuple[str, ...], Rows] = {}
"""The rows at the newest lines of the log; one entry, of which another takes the place."""
_READING = Lock()


def _instants(known_at: datetime) -> Iterable[datetime]:
    """The last instant at which something became known before ``known_at`` and the next one, of every table."""
    for table in _TABLES:
        instants = table._default_manager.order_by()
        before = instants.filter(known_from__lte=known_at).order_by("-known_from")
        after = instants.filter(known_from__gt=known_at).order_by("known_from")
        for rows in (before, after):
            yield from (each for each in rows.values_list("known_from", flat=True)[:1] if each is not None)
        if issubclass(table, ActColumns):
            others = instants.annotate(_others=as_text("alternatives")).exclude(_others="[]")
            for row in others.values_list("alternatives", flat=True):
                yield from (datetime.fromisoformat(each["known_from"]) for each in row if each.get("known_from"))


def _rows(viewer: Viewer) -> Rows:
    """The rows of now: counted anew where something was recorded. One query, else ten."""
    leaves = newest_leaves(viewer)
    rows = _COUNTED.get(leaves)
    if rows is None:
        rows = (first_leaf(viewer), *(table._default_manager.count() for table in _TABLES))
        _COUNTED.clear()
        _COUNTED[leaves] = rows
    return rows


def _name(viewer: Viewer, on: date) -> Name | None:
    """The name of a register; none inside a transaction, whose rows may be there before its line of the log."""
    if connection.in_atomic_block:
        return None
    return _rows(viewer), frozenset(mark for mark in Mark if viewer.sees(mark)), on


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
    """What ``register`` gives. One query where it is kept and nothing was recorded; else about fifty at most.

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
