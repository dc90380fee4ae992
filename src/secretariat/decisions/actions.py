"""Writing decisions, and what is said and done about commitments, as it happens."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.audit.rules import Actor
from secretariat.decisions import models
from secretariat.decisions.queries import CommitmentDetail, commitment, decision
from secretariat.decisions.rules import (
    CLOSINGS,
    Assessor,
    Bearing,
    Claim,
    CommitmentActKind,
    Engagement,
    Procedure,
    Result,
    Status,
)
from secretariat.kernel import LocalizedText, Standing
from secretariat.sources.actions import record_rows


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an act rests on: its citations and their standing; and who may see it."""

    sources: tuple[str, ...] = ()
    standing: Standing = Standing.CONFIRMED
    mark: Mark = Mark.PUBLIC


RECORDED = Grounds()
"""The secretariat's own record."""


class UnableToAdoptDecision(Exception):
    """The decision cannot be recorded as it stands."""


class UnableToSettleCommitment(Exception):
    """The commitment is not in the state that accepting, declining or closing it needs."""


class UnableToSetDeadline(Exception):
    """The deadline cannot be set or moved as it stands."""


class UnableToReport(Exception):
    """The report or its evidence cannot be recorded as it stands."""


class UnableToAssess(Exception):
    """The assessment cannot be recorded as it stands."""


def _text(text: LocalizedText | None) -> dict[str, str] | None:
    return {"en": text.en, "ru": text.ru} if text else None


def _act(on: date, grounds: Grounds) -> dict[str, Any]:
    return {
        "date": on.isoformat(),
        "known_from": datetime.now(UTC),
        "sources": list(grounds.sources),
        "standing": grounds.standing.value,
        "mark": grounds.mark.value,
    }


def _commitment(key: str, on: date, error: type[Exception]) -> CommitmentDetail:
    found = commitment(SECRETARIAT, key, on=on, known_at=datetime.now(UTC))
    if found is None:
        msg = f"there is no commitment {key} on {on}"
        raise error(msg)
    return found


def adopt_decision(  # a decision is recorded whole
    actor: Actor,
    *,
    key: str,
    organ: str,
    on: date,
    kind: str,
    title: LocalizedText,
    symbol: str = "",
    meeting: str | None = None,
    procedure: Procedure = Procedure.CONSENSUS,
    participants: frozenset[str] = frozenset(),
    not_participating: frozenset[str] = frozenset(),
    replaces: str | None = None,
    grounds: Grounds = RECORDED,
) -> None:
    """Record a decision as adopted, known from now.

    Raises :class:`UnableToAdoptDecision` when a state both took part and stayed out, when a limited format names
    nobody, or when it replaces a decision that is not there.
    """
    if both := sorted(participants & not_participating):
        msg = f"{', '.join(both)} cannot both take part and stay out"
        raise UnableToAdoptDecision(msg)
    if procedure is Procedure.LIMITED_FORMAT and not participants:
        msg = "a limited format binds its participants alone, and none is named"
        raise UnableToAdoptDecision(msg)
    if replaces is not None and decision(SECRETARIAT, replaces, on=on, known_at=datetime.now(UTC)) is None:
        msg = f"there is no decision {replaces} on {on} to replace"
        raise UnableToAdoptDecision(msg)
    row = models.Decision(
        key=key,
        organ_id=organ,
        meeting_id=meeting,
        symbol=symbol,
        kind=kind,
        title=_text(title),
        procedure=procedure.value,
        participants=sorted(participants),
        not_participating=sorted(not_participating),
        replaces_id=replaces,
        **_act(on, grounds),
    )
    record_rows(actor, action="adopt decision", rows=[row])


def _settle(
    actor: Actor,
    *,
    key: str,
    about: str,
    kind: CommitmentActKind,
    on: date,
    reason: LocalizedText | None,
    successor: str | None = None,
    grounds: Grounds,
) -> None:
    row = models.CommitmentAct(
        key=key,
        commitment_id=about,
        kind=kind.value,
        reason=_text(reason),
        successor_id=successor,
        **_act(on, grounds),
    )
    record_rows(actor, action=f"record {kind.value}", rows=[row])


def accept_commitment(actor: Actor, *, key: str, commitment_key: str, on: date, grounds: Grounds = RECORDED) -> None:
    """Record that the addressee accepts. Raises :class:`UnableToSettleCommitment` on one that has ended."""
    status = _commitment(commitment_key, on, UnableToSettleCommitment).view.status
    if status.status.is_closed:
        msg = f"{commitment_key} is {status.status.value} since {status.closed}: nothing is left to accept"
        raise UnableToSettleCommitment(msg)
    _settle(actor, key=key, about=commitment_key, kind=CommitmentActKind.ACCEPTED, on=on, reason=None, grounds=grounds)


def decline_commitment(
    actor: Actor, *, key: str, commitment_key: str, on: date, reason: LocalizedText, grounds: Grounds = RECORDED
) -> None:
    """Record a refusal. Raises :class:`UnableToSettleCommitment` on one ended, done, or expressly accepted."""
    found = _commitment(commitment_key, on, UnableToSettleCommitment)
    status = found.view.status
    accepted = any(act.kind is CommitmentActKind.ACCEPTED for act in found.history.acts)
    if status.status.is_closed or status.status.is_done or accepted:
        word = "accepted" if accepted else status.status.value
        msg = f"{commitment_key} is {word}: it can no longer be declined"
        raise UnableToSettleCommitment(msg)
    _settle(
        actor, key=key, about=commitment_key, kind=CommitmentActKind.DECLINED, on=on, reason=reason, grounds=grounds
    )


def close_commitment(
    actor: Actor,
    *,
    key: str,
    commitment_key: str,
    kind: CommitmentActKind,
    on: date,
    reason: LocalizedText,
    successor: str | None = None,
    grounds: Grounds = RECORDED,
) -> None:
    """End a commitment without its being done: superseded, elapsed, retired or withdrawn.

    Raises :class:`UnableToSettleCommitment` when it has ended or is verified, when ``kind`` ends nothing, or when
    anything but a superseded one names a successor.
    """
    if kind not in CLOSINGS:
        msg = f"{kind.value} does not end a commitment"
        raise UnableToSettleCommitment(msg)
    if successor is not None and (kind is not CommitmentActKind.SUPERSEDED or successor == commitment_key):
        msg = "only a superseded commitment has a successor, and another one than itself"
        raise UnableToSettleCommitment(msg)
    status = _commitment(commitment_key, on, UnableToSettleCommitment).view.status
    if status.status.is_closed or status.status is Status.VERIFIED:
        msg = f"{commitment_key} is {status.status.value} already"
        raise UnableToSettleCommitment(msg)
    _settle(actor, key=key, about=commitment_key, kind=kind, on=on, reason=reason, successor=successor, grounds=grounds)


def set_deadline(  # who, by what authority and why belong to every deadline
    actor: Actor,
    *,
    key: str,
    commitment_key: str,
    due: date,
    on: date,
    author: str,
    authority: LocalizedText,
    reason: LocalizedText | None = None,
    grounds: Grounds = RECORDED,
) -> None:
    """Set the first deadline: the baseline.

    Raises :class:`UnableToSetDeadline` when there is one already (it is moved, not set again), when it is due before it
    is set, or without an author and an authority.
    """
    status = _commitment(commitment_key, on, UnableToSetDeadline).view.status
    if status.current_due is not None:
        msg = f"{commitment_key} is due on {status.current_due} already: move that deadline"
        raise UnableToSetDeadline(msg)
    _deadline(actor, key, status.key, due=due, on=on, author=author, authority=authority, reason=reason,
              grounds=grounds, status=status.status)  # fmt: skip


def move_deadline(  # see set_deadline
    actor: Actor,
    *,
    key: str,
    commitment_key: str,
    due: date,
    on: date,
    author: str,
    authority: LocalizedText,
    reason: LocalizedText,
    grounds: Grounds = RECORDED,
) -> None:
    """Move the deadline; the baseline stays on record.

    Raises :class:`UnableToSetDeadline` when there is none to move, on one that has ended or is verified, or without an
    author, an authority and a reason.
    """
    status = _commitment(commitment_key, on, UnableToSetDeadline).view.status
    if status.current_due is None:
        msg = f"{commitment_key} has no deadline to move"
        raise UnableToSetDeadline(msg)
    if not reason:
        msg = "a deadline is moved for a reason"
        raise UnableToSetDeadline(msg)
    _deadline(actor, key, status.key, due=due, on=on, author=author, authority=authority, reason=reason,
              grounds=grounds, status=status.status)  # fmt: skip


def _deadline(  # see set_deadline
    actor: Actor,
    key: str,
    about: str,
    *,
    due: date,
    on: date,
    author: str,
    authority: LocalizedText,
    reason: LocalizedText | None,
    grounds: Grounds,
    status: Status,
) -> None:
    if not author or not authority:
        msg = "a deadline names its author and the authority it rests on"
        raise UnableToSetDeadline(msg)
    if due < on:
        msg = f"a deadline set on {on} cannot have passed on {due}"
        raise UnableToSetDeadline(msg)
    if status.is_closed or status in {Status.DECLINED, Status.VERIFIED}:
        msg = f"{about} is {status.value}: it has no deadline any more"
        raise UnableToSetDeadline(msg)
    row = models.Deadline(
        key=key,
        commitment_id=about,
        due=due,
        author=author,
        authority=_text(authority),
        reason=_text(reason),
        **_act(on, grounds),
    )
    record_rows(actor, action="set deadline", rows=[row])


def submit_report(  # a report is recorded whole
    actor: Actor,
    *,
    key: str,
    commitment_key: str,
    claimed: Claim,
    on: date,
    period: tuple[date | None, date | None] = (None, None),
    by_state: str | None = None,
    by_organ: str | None = None,
    text: LocalizedText | None = None,
    grounds: Grounds = RECORDED,
) -> None:
    """Record what somebody reports; without ``by_state`` and ``by_organ`` the addressee itself.

    ``period`` is its first and last day. Raises :class:`UnableToReport` with two reporters, on a period that ends
    before it starts, and on a commitment that has ended or was declined.
    """
    start, end = period
    if by_state is not None and by_organ is not None:
        msg = "a report has one reporter"
        raise UnableToReport(msg)
    if start is not None and end is not None and end < start:
        msg = f"the period ends on {end}, before it starts on {start}"
        raise UnableToReport(msg)
    status = _commitment(commitment_key, on, UnableToReport).view.status
    if status.status.is_closed or status.engagement is Engagement.DECLINED:
        msg = f"{commitment_key} is {status.status.value}: reports on it no longer count"
        raise UnableToReport(msg)
    row = models.Report(
        key=key,
        commitment_id=commitment_key,
        period_start=start,
        period_end=end,
        claimed=claimed.value,
        by_state_id=by_state,
        by_organ_id=by_organ,
        text=_text(text),
        **_act(on, grounds),
    )
    record_rows(actor, action="submit report", rows=[row])


def attach_evidence(
    actor: Actor,
    *,
    key: str,
    report: tuple[str, str],
    title: LocalizedText,
    bearing: Bearing,
    on: date,
    sha256: str = "",
    grounds: Grounds = RECORDED,
) -> None:
    """Put a document to a report, given as the keys of its commitment and itself; ``on`` is the document's date.

    Raises :class:`UnableToReport` when that commitment has no such report.
    """
    about, reported = report
    found = _commitment(about, datetime.now(UTC).date(), UnableToReport)
    if reported not in {each.identity for each in found.history.reports}:
        msg = f"{about} has no report {reported}"
        raise UnableToReport(msg)
    row = models.Evidence(
        key=key,
        report_id=reported,
        title=_text(title),
        sha256=sha256,
        bearing=bearing.value,
        **_act(on, grounds),
    )
    record_rows(actor, action="attach evidence", rows=[row])


def assess_commitment(
    actor: Actor,
    *,
    key: str,
    commitment_key: str,
    assessor: Assessor,
    result: Result,
    on: date,
    reason: LocalizedText,
    grounds: Grounds = RECORDED,
) -> None:
    """Record what somebody who looked found, and why.

    Raises :class:`UnableToAssess` on one that has ended, without a reason, or when something is to be verified that
    nobody has ever reported as implemented.
    """
    if not reason:
        msg = "an assessment gives its reason"
        raise UnableToAssess(msg)
    status = _commitment(commitment_key, on, UnableToAssess).view.status
    if status.status.is_closed:
        msg = f"{commitment_key} is {status.status.value} since {status.closed}"
        raise UnableToAssess(msg)
    if result is Result.VERIFIED and status.first_claimed is None:
        msg = f"nobody has reported {commitment_key} as implemented: there is nothing to verify"
        raise UnableToAssess(msg)
    row = models.Assessment(
        key=key,
        commitment_id=commitment_key,
        assessor=assessor.value,
        result=result.value,
        reason=_text(reason),
        **_act(on, grounds),
    )
    record_rows(actor, action="assess commitment", rows=[row])
