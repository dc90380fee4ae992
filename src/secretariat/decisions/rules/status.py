"""The status of one commitment on a day, computed from what is on record about it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from secretariat.decisions.rules.acts import (
    CLOSINGS,
    Assessor,
    Bearing,
    Claim,
    Commitment,
    CommitmentActKind,
    Engagement,
    History,
    Result,
)
from secretariat.decisions.rules.schedule import is_report_overdue
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.sources.rules import Basis

STAGNANT_AFTER_DAYS = 365
"""In progress without a word for longer than this: stagnant. Printed wherever the word is used."""


class Status(StrEnum):
    """How far a commitment has come."""

    PROPOSED = "proposed"
    """Laid on an addressee that took no part in the decision and has not accepted."""
    ACCEPTED = "accepted"
    """Expressly accepted, nothing said since, and nothing has fallen due."""
    DECLINED = "declined"
    NOT_STARTED = "not_started"
    """Somebody said so; silence is ``unknown``."""
    IN_PROGRESS = "in_progress"
    CLAIMED = "claimed"
    """Reported as implemented; nobody but the reporter has said so yet."""
    VERIFIED = "verified"
    """Found implemented by the secretariat or somebody independent."""
    STAGNANT = "stagnant"
    BLOCKED = "blocked"
    SUPERSEDED = "superseded"
    ELAPSED = "elapsed"
    RETIRED = "retired"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    """Nothing was ever reported."""

    @property
    def is_done(self) -> bool:
        """Claimed or verified."""
        return self in _DONE

    @property
    def is_closed(self) -> bool:
        """Ended without having been verified."""
        return self in _CLOSED

    @property
    def is_open(self) -> bool:
        """Neither done, nor closed, nor declined."""
        return self not in _NOT_OPEN


_DONE = frozenset({Status.CLAIMED, Status.VERIFIED})
_CLOSED = frozenset({Status.SUPERSEDED, Status.ELAPSED, Status.RETIRED, Status.WITHDRAWN})
_NOT_OPEN = _DONE | _CLOSED | {Status.DECLINED}


class CommitmentStatus(NamedTuple):
    """What the record says about a commitment on a day; a named tuple because registers hold tens of thousands.

    ``commitment_overdue`` is about the deadline, ``report_overdue`` about the reporting schedule: two things.
    ``supported`` says that a document was put to a report in its support, ``contradicted`` that a document or an
    assessment speaks against it and no later verification settled that. ``first_claimed`` and ``first_verified``
    are the first days on which that was said, whatever was said later. ``closed`` is the day it ended without being
    done, or was declined. ``last_word`` is the day of the last report or other sign of life, ``acts`` the keys of
    the rows the status rests on, ``sources`` their citations.
    """

    commitment: Commitment
    status: Status
    engagement: Engagement
    commitment_overdue: bool
    report_overdue: bool
    supported: bool
    contradicted: bool
    baseline_due: date | None
    current_due: date | None
    first_claimed: date | None
    first_verified: date | None
    last_report: date | None
    last_word: date | None
    closed: date | None
    standing: Standing
    acts: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def key(self) -> str:
        """The commitment's key."""
        return self.commitment.key

    @property
    def slippage_days(self) -> int | None:
        """Days from the first deadline to the present one; ``None`` without a deadline."""
        if self.baseline_due is None or self.current_due is None:
            return None
        return (self.current_due - self.baseline_due).days


Entry = tuple[str, str, str, str, str]
"""One act in its lightest form: day (ISO), key, kind or value, standing, sources (a JSON list)."""


@dataclass(slots=True)
class Marks:
    """The few acts that decide the status; each is the first or the last of its kind.

    ``word`` is the last thing said about progress (its kind is a claim), ``assessed`` the last assessment by somebody
    else than the addressee, ``speaks_against`` the last day of a contradicting document.
    """

    engaged: Entry | None = None
    word: Entry | None = None
    claim: Entry | None = None
    verification: Entry | None = None
    assessed: Entry | None = None
    closing: Entry | None = None
    baseline: Entry | None = None
    current: Entry | None = None
    last_report: str | None = None
    supported: bool = False
    speaks_against: str | None = None


@lru_cache(maxsize=65_536)
def _source_keys(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=16_384)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=1_024)
def _weakest(values: tuple[str, ...]) -> Standing:
    return weakest(Standing(value) for value in values)


_BY_CLAIM = {
    Claim.NOT_STARTED.value: Status.NOT_STARTED,
    Claim.IN_PROGRESS.value: Status.IN_PROGRESS,
    Claim.IMPLEMENTED.value: Status.CLAIMED,
    Claim.BLOCKED.value: Status.BLOCKED,
}
_BY_ENGAGEMENT = {"accepted": Engagement.ACCEPTED, "declined": Engagement.DECLINED}
_BY_CLOSING = {kind.value: Status(kind.value) for kind in CLOSINGS}


def conclude(commitment: Commitment, marks: Marks, on: date) -> CommitmentStatus:  # noqa: C901  # one ladder
    """The status that the deciding acts give. In this order: verified, closed, declined, the last word, silence."""
    engaged, word, assessed, closing, current = (
        marks.engaged, marks.word, marks.assessed, marks.closing, marks.current
    )  # fmt: skip
    engagement = commitment.engagement if engaged is None else _BY_ENGAGEMENT[engaged[2]]
    last_report = None if marks.last_report is None else _day(marks.last_report)
    verified = assessed is not None and assessed[2] == "verified"
    due = None if current is None else _day(current[2])
    past_due = due is not None and due < on
    report_overdue = commitment.report_first is not None and is_report_overdue(
        first=commitment.report_first, every_months=commitment.report_every_months, last_report=last_report, on=on
    )
    if verified:
        status = Status.VERIFIED
    elif closing is not None:
        status = _BY_CLOSING[closing[2]]
    elif engagement is Engagement.DECLINED:
        status = Status.DECLINED
    elif word is not None:
        status = _BY_CLAIM[word[2]]
        if status is Status.IN_PROGRESS and (on - _day(word[0])).days > STAGNANT_AFTER_DAYS:
            status = Status.STAGNANT
    elif engaged is not None and not (past_due or report_overdue):
        status = Status.ACCEPTED
    elif engagement is Engagement.PROPOSED:
        status = Status.PROPOSED
    else:
        status = Status.UNKNOWN
    is_open = status not in _NOT_OPEN
    contradicted = assessed is not None and assessed[2] == "contradicted"
    if marks.speaks_against is not None and not contradicted:
        contradicted = not (verified and assessed is not None and assessed[0] >= marks.speaks_against)
    keys, standings, sources = [commitment.key], [commitment.standing.value], list(commitment.sources)
    for entry in (engaged, word, marks.claim, marks.verification, assessed, closing, marks.baseline, current):
        if entry is not None and entry[1] not in keys:
            keys.append(entry[1])
            standings.append(entry[3])
            if entry[4] != "[]":
                sources.extend(_source_keys(entry[4]))
    return CommitmentStatus(
        commitment,
        status,
        engagement,
        past_due and is_open,
        report_overdue and is_open,
        marks.supported,
        contradicted,
        None if marks.baseline is None else _day(marks.baseline[2]),
        due,
        None if marks.claim is None else _day(marks.claim[0]),
        None if marks.verification is None else _day(marks.verification[0]),
        last_report,
        None if word is None else _day(word[0]),
        _day(closing[0]) if closing is not None else _day(engaged[0]) if engaged and engaged[2] == "declined" else None,
        Standing.UNKNOWN if status is Status.UNKNOWN else _weakest(tuple(standings)),
        tuple(keys),
        tuple(dict.fromkeys(sources)),
    )


def _last_word(acts: Iterable[Entry], reports: Iterable[Entry]) -> Entry | None:
    """The last thing said about progress. An end of a block restores what was said before the block."""
    said = [(day, 0, key, (day, key, kind, standing, sources)) for day, key, kind, standing, sources in acts]
    said += [(entry[0], 1, entry[1], entry) for entry in reports]
    word: Entry | None = None
    before: Entry | None = None
    for _, _, _, entry in sorted(said):
        day, key, kind, standing, sources = entry
        match kind:
            case CommitmentActKind.STARTED.value:
                before = word = (day, key, Claim.IN_PROGRESS.value, standing, sources)
            case CommitmentActKind.UNBLOCKED.value:
                word = None if before is None else (day, key, before[2], standing, sources)
            case CommitmentActKind.BLOCKED.value:
                word = entry
            case _:
                before = word = entry
    return word


def marks_of(
    *,
    acts: Sequence[Entry],
    deadlines: Sequence[Entry],
    reports: Sequence[Entry],
    evidence: Sequence[Entry],
    assessments: Sequence[Entry],
) -> Marks:
    """The deciding acts among all that happened by the day; assessments are those of others than the addressee.

    A closing act closes for good: what is dated after it no longer counts.
    """
    acts, reports, deadlines, assessments = sorted(acts), sorted(reports), sorted(deadlines), sorted(assessments)
    closing = next((entry for entry in acts if entry[2] in _BY_CLOSING), None)
    if closing is not None:
        last = closing[0]
        acts = [entry for entry in acts if entry[0] <= last]
        reports = [entry for entry in reports if entry[0] <= last]
        deadlines = [entry for entry in deadlines if entry[0] <= last]
        assessments = [entry for entry in assessments if entry[0] <= last]
        evidence = [entry for entry in evidence if entry[0] <= last]
    signs = [entry for entry in acts if entry[2] in _SIGNS]
    return Marks(
        engaged=next((entry for entry in reversed(acts) if entry[2] in _BY_ENGAGEMENT), None),
        word=_last_word(signs, reports),
        claim=next((entry for entry in reports if entry[2] == Claim.IMPLEMENTED.value), None),
        verification=next((entry for entry in assessments if entry[2] == Result.VERIFIED.value), None),
        assessed=assessments[-1] if assessments else None,
        closing=closing,
        baseline=deadlines[0] if deadlines else None,
        current=deadlines[-1] if deadlines else None,
        last_report=reports[-1][0] if reports else None,
        supported=any(entry[2] == Bearing.SUPPORTS.value for entry in evidence),
        speaks_against=max((entry[0] for entry in evidence if entry[2] == Bearing.CONTRADICTS.value), default=None),
    )


_SIGNS = frozenset(
    {CommitmentActKind.STARTED.value, CommitmentActKind.BLOCKED.value, CommitmentActKind.UNBLOCKED.value}
)


def _entry(key: str, kind: str, when: ImpreciseDate | None, basis: Basis, on: date) -> list[Entry]:
    if when is None or not when.has_happened_by(on):
        return []
    return [(when.latest.isoformat(), key, kind, basis.standing.value, json.dumps(list(basis.sources)))]


def status_on(commitment: Commitment, history: History, on: date) -> CommitmentStatus:
    """The status of a commitment on ``on``; acts dated later, or on a day nobody found, have no effect.

    A document counts from the day of its report or its own day, whichever is later.
    """
    reported = {
        report.identity or report.key: report.when.latest
        for report in history.reports
        if report.when is not None and report.when.has_happened_by(on)
    }
    evidence = [
        (max(reported[each.report], each.when.latest if each.when else date.min).isoformat(), each.key,
         each.bearing.value, each.basis.standing.value, json.dumps(list(each.basis.sources)))
        for each in history.evidence
        if each.report in reported and (each.when is None or each.when.has_happened_by(on))
    ]  # fmt: skip
    marks = marks_of(
        acts=[entry for act in history.acts for entry in _entry(act.key, act.kind.value, act.when, act.basis, on)],
        deadlines=[
            entry
            for each in history.deadlines
            for entry in _entry(each.key, each.due.isoformat(), each.when, each.basis, on)
        ],
        reports=[
            entry
            for each in history.reports
            for entry in _entry(each.key, each.claimed.value, each.when, each.basis, on)
        ],
        evidence=evidence,
        assessments=[
            entry
            for each in history.assessments
            if each.assessor is not Assessor.SELF
            for entry in _entry(each.key, each.result.value, each.when, each.basis, on)
        ],
    )
    return conclude(commitment, marks, on)


def reason_of_block(history: History, on: date) -> LocalizedText:
    """Why a commitment is blocked: the reason of the last block, or the text of the last report that says so."""
    said = [
        (act.when.latest, act.key, act.reason)
        for act in history.acts
        if act.kind is CommitmentActKind.BLOCKED and act.when is not None and act.when.has_happened_by(on)
    ]
    said += [
        (report.when.latest, report.key, report.text)
        for report in history.reports
        if report.claimed is Claim.BLOCKED and report.when is not None and report.when.has_happened_by(on)
    ]
    return max(said, key=lambda each: each[:2])[2] if said else LocalizedText()
