"""The status of every commitment of a register at once: the vectorised form of ``status``, held equal to it by a test.

Rows come as plain tuples, in any order, already limited to what had happened and was known. Each is looked at once;
only the first or last of its kind is kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from secretariat.decisions.rules.acts import Bearing, Claim, Commitment, CommitmentActKind, Result
from secretariat.decisions.rules.status import CommitmentStatus, Entry, Marks, conclude, marks_of

Row = tuple[str, str, str, str, str, str]
"""Commitment, day (ISO), key, kind or value, standing, sources (a JSON list)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All acts of a register. ``assessments`` without those of the addressees themselves.

    ``evidence`` is dated by its report or itself, whichever is later.
    """

    acts: Sequence[Row] = ()
    deadlines: Sequence[Row] = ()
    reports: Sequence[Row] = ()
    evidence: Sequence[Row] = ()
    assessments: Sequence[Row] = ()


_STARTED = CommitmentActKind.STARTED.value
_ENGAGING = frozenset({CommitmentActKind.ACCEPTED.value, CommitmentActKind.DECLINED.value})
_PLAIN = _ENGAGING | {_STARTED}


def _grouped(rows: Iterable[Row], wanted: set[str]) -> dict[str, list[Entry]]:
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for commitment, day, key, kind, standing, sources in rows:
        if commitment in wanted:
            grouped[commitment].append((day, key, kind, standing, sources))
    return grouped


def _eventful(rows: Rows) -> dict[str, Marks]:
    """Commitments that were blocked or closed by an act: few, so each is folded in full."""
    wanted = {row[0] for row in rows.acts if row[3] not in _PLAIN}
    if not wanted:
        return {}
    acts, deadlines, reports, evidence, assessments = (
        _grouped(each, wanted) for each in (rows.acts, rows.deadlines, rows.reports, rows.evidence, rows.assessments)
    )
    return {
        key: marks_of(
            acts=acts[key],
            deadlines=deadlines[key],
            reports=reports[key],
            evidence=evidence[key],
            assessments=assessments[key],
        )
        for key in wanted
    }


def _first(rows: Iterable[Row], value: str | None = None) -> dict[str, Row]:
    """The first row of each commitment, by day and key."""
    found: dict[str, Row] = {}
    get = found.get
    for row in rows:
        if value is not None and row[3] != value:
            continue
        other = get(row[0])
        # Commitment and kind are equal or irrelevant here: rows compare by commitment, day and key, in this order.
        if other is None or row < other:
            found[row[0]] = row
    return found


def _last(rows: Iterable[Row]) -> dict[str, Row]:
    """The last row of each commitment, by day and key."""
    found: dict[str, Row] = {}
    get = found.get
    for row in rows:
        other = get(row[0])
        if other is None or row > other:
            found[row[0]] = row
    return found


def _words(rows: Rows) -> dict[str, Row]:
    """The last word about each commitment that no act blocked or ended: its last report, or a later start."""
    words = _last(rows.reports)
    for commitment, start in _last(row for row in rows.acts if row[3] == _STARTED).items():
        report = words.get(commitment)
        # On one day a report has the last word, as in the scalar form.
        if report is None or start[1] > report[1]:
            words[commitment] = (*start[:3], Claim.IN_PROGRESS.value, *start[4:])
    return words


def statuses_on(commitments: Iterable[Commitment], rows: Rows, on: date) -> list[CommitmentStatus]:
    """The status of each commitment on ``on``, in the order given; equal to ``status_on`` of each."""
    eventful = _eventful(rows)
    engaged = _last(row for row in rows.acts if row[3] in _ENGAGING)
    word, report, claim = _words(rows), _last(rows.reports), _first(rows.reports, Claim.IMPLEMENTED.value)
    baseline, current = _first(rows.deadlines), _last(rows.deadlines)
    verification, assessed = _first(rows.assessments, Result.VERIFIED.value), _last(rows.assessments)
    supported = {row[0] for row in rows.evidence if row[3] == Bearing.SUPPORTS.value}
    against = _last(row for row in rows.evidence if row[3] == Bearing.CONTRADICTS.value)

    def entry(found: dict[str, Row], key: str) -> Entry | None:
        row = found.get(key)
        return None if row is None else row[1:]

    statuses = []
    for commitment in commitments:
        key = commitment.key
        marks = eventful.get(key)
        if marks is None:
            last = report.get(key)
            marks = Marks(
                engaged=entry(engaged, key),
                word=entry(word, key),
                claim=entry(claim, key),
                verification=entry(verification, key),
                assessed=entry(assessed, key),
                baseline=entry(baseline, key),
                current=entry(current, key),
                last_report=None if last is None else last[1],
                supported=key in supported,
                speaks_against=against[key][1] if key in against else None,
            )
        statuses.append(conclude(commitment, marks, on))
    return statuses
