"""Reading commitments: their status, and all that is on record about one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.decisions import models
from secretariat.decisions.queries.kept import kept_register, register_if_kept
from secretariat.decisions.queries.light import AT_MOST_NAMED
from secretariat.decisions.queries.register import (
    adopted_decisions,
    commitments_on,
    provisions_by_key,
    register,
    under_decisions,
)
from secretariat.decisions.rules import (
    Assessment,
    Assessor,
    Bearing,
    Claim,
    CommitmentAct,
    CommitmentActKind,
    CommitmentStatus,
    Deadline,
    Evidence,
    History,
    Report,
    Result,
    reason_of_block,
    status_on,
)
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.sources.queries import as_known, as_of, basis_of


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """A commitment's status with what people call it; ``instrument`` where it is to consent to be bound by one."""

    status: CommitmentStatus
    title: LocalizedText
    instrument: str | None

    @property
    def key(self) -> str:
        """The commitment's key."""
        return self.status.key


@dataclass(frozen=True, slots=True)
class CommitmentDetail:
    """One commitment with everything on record about it; ``parts`` are the keys of what it was divided into."""

    view: CommitmentView
    history: History
    reason_blocked: LocalizedText
    parts: tuple[str, ...]


def commitment_statuses(
    viewer: Viewer, *, on: date, known_at: datetime, decision: str | None = None
) -> list[CommitmentStatus]:
    """The status of the commitments assigned by ``on``, by key; of one decision if named.

    Under a decision also what its commitments were divided into. One query where the register is kept, else nineteen.
    """
    if decision is None:
        return kept_register(viewer, on=on, known_at=known_at).statuses
    chosen = frozenset({decision})
    whole = register_if_kept(viewer, on=on, known_at=known_at)
    if whole is None:
        return register(viewer, on=on, known_at=known_at, decisions=chosen).statuses
    under = {each.key for each in under_decisions([each.commitment for each in whole.statuses], chosen)}
    return [status for status in whole.statuses if status.key in under]


def called(
    viewer: Viewer, statuses: Iterable[CommitmentStatus], *, known_at: datetime, where: Q | None = None
) -> list[CommitmentView]:
    """Some statuses with what people call the commitments, in the order given. One query.

    ``where`` is a condition that all of them meet, so that fewer are read.
    """
    chosen = list(statuses)
    named = as_known(viewer, models.Commitment, known_at)
    if where is not None:
        named = named.filter(where)
    if len(chosen) <= AT_MOST_NAMED:
        keys = [status.key for status in chosen]
        named = named.filter(Q(key__in=keys) | Q(corrects__in=keys))
    titles = {
        corrects or key: (LocalizedText.of(title), instrument)
        for key, corrects, title, instrument in named.values_list("key", "corrects_id", "title", "instrument_id")
    }
    return [CommitmentView(status, *titles[status.key]) for status in chosen]


def commitments(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    decision: str | None = None,
    state: str | None = None,
    organ: str | None = None,
) -> list[CommitmentView]:
    """The commitments assigned by ``on`` with their status, by key; of one decision or addressee if named.

    Under a decision also what its commitments were divided into. At most twenty queries, however many commitments.
    """
    chosen = [
        status
        for status in commitment_statuses(viewer, on=on, known_at=known_at, decision=decision)
        if (state is None or status.commitment.state == state) and (organ is None or status.commitment.organ == organ)
    ]
    addressee = {name: key for name, key in (("state", state), ("organ", organ)) if key is not None}
    return called(viewer, chosen, known_at=known_at, where=Q(**addressee))


def _when(row: Any) -> ImpreciseDate | None:
    return ImpreciseDate.parse(row.date) if row.date else None


def _by_date(rows: Any) -> list[Any]:
    return sorted(rows, key=lambda row: (row.latest or date.max, row.key))


def history(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> History:
    """Everything that had happened to a commitment by ``on``, by date. Five queries."""
    about = Q(commitment=key)
    acts = _by_date(as_of(viewer, models.CommitmentAct, on, known_at).filter(about))
    deadlines = _by_date(as_of(viewer, models.Deadline, on, known_at).filter(about))
    reports = _by_date(as_of(viewer, models.Report, on, known_at).filter(about))
    assessments = _by_date(as_of(viewer, models.Assessment, on, known_at).filter(about))
    counted = {row.identity for row in reports}
    evidence = _by_date(
        row
        for row in as_known(viewer, models.Evidence, known_at).filter(
            Q(latest__isnull=True) | Q(latest__lte=on), report__in=counted
        )
    )
    return History(
        acts=tuple(
            CommitmentAct(
                row.key, CommitmentActKind(row.kind), _when(row), basis_of(row, known_at),
                LocalizedText.of(row.reason), row.successor_id,
            )
            for row in acts
        ),
        deadlines=tuple(
            Deadline(
                row.key, row.due, _when(row), row.author, basis_of(row, known_at),
                LocalizedText.of(row.authority), LocalizedText.of(row.reason),
            )
            for row in deadlines
        ),
        reports=tuple(
            Report(
                row.key, Claim(row.claimed), _when(row), basis_of(row, known_at), row.identity, row.period_start,
                row.period_end, row.by_state_id, row.by_organ_id, LocalizedText.of(row.text),
            )
            for row in reports
        ),
        evidence=tuple(
            Evidence(
                row.key, row.report_id, LocalizedText.of(row.title), Bearing(row.bearing), _when(row),
                basis_of(row, known_at), row.sha256,
            )
            for row in evidence
        ),
        assessments=tuple(
            Assessment(
                row.key, Assessor(row.assessor), Result(row.result), _when(row), basis_of(row, known_at),
                LocalizedText.of(row.reason),
            )
            for row in assessments
        ),
    )  # fmt: skip


def commitment(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> CommitmentDetail | None:
    """One commitment with its full history; ``None`` when it was not assigned by ``on``. Thirteen queries."""
    found = commitments_on(
        viewer,
        on=on,
        known_at=known_at,
        decisions=adopted_decisions(viewer, on=on, known_at=known_at),
        provisions=provisions_by_key(viewer, known_at=known_at),
        where=Q(key=key) | Q(corrects=key),
    )
    if not found:
        return None
    row = as_known(viewer, models.Commitment, known_at).get(Q(key=key) | Q(corrects=key))
    parts = _parts(viewer, on, known_at, key)
    past = history(viewer, key, on=on, known_at=known_at)
    view = CommitmentView(status_on(found[0], past, on), LocalizedText.of(row.title), row.instrument_id)
    return CommitmentDetail(view, past, reason_of_block(past, on), parts)


def _parts(viewer: Viewer, on: date, known_at: datetime, parent: str) -> tuple[str, ...]:
    """The keys of the commitments that one was divided into by ``on``. One query."""
    rows = as_known(viewer, models.Commitment, known_at).filter(
        Q(latest__isnull=True) | Q(latest__lte=on), parent=parent
    )
    return tuple(sorted(row.identity for row in rows))
