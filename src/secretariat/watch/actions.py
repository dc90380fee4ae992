"""Recording what was said of arrows and alerts: the rule proposes, an analyst confirms or rejects with a reason."""

from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.sources.actions import record_rows
from secretariat.watch import models
from secretariat.watch.queries.findings import findings
from secretariat.watch.queries.tables import ALL
from secretariat.watch.rules.signals import Arrow, FindingKind, Stage


class UnableToRecordFinding(Exception):
    """The finding cannot be recorded as it stands."""


def propose_arrow(
    actor: Actor, *, key: str, unit: str, month: str, arrow: Arrow, dataset: str, on: date, kind: str = ALL
) -> None:
    """Record the arrow that the printed rule gives for a unit and a month, known from now.

    Raises :class:`UnableToRecordFinding` when one was proposed already.
    """
    now = datetime.now(UTC)
    subject = (unit, kind, month, FindingKind.ARROW)
    if any(found.last.subject == subject for found in findings(SECRETARIAT, on=on, known_at=now)):
        msg = f"the arrow of {unit} for {month} was proposed already"
        raise UnableToRecordFinding(msg)
    act = models.FindingAct(
        key=key,
        unit=unit,
        event_kind=kind,
        month=month,
        finding=FindingKind.ARROW.value,
        value=arrow.value,
        stage=Stage.PROPOSED.value,
        dataset=dataset,
        date=on.isoformat(),
        standing=Standing.DERIVED.value,
        known_from=now,
    )
    record_rows(actor, action="propose_arrow", rows=[act])


def settle_finding(
    actor: Actor,
    *,
    key: str,
    subject: tuple[str, str, str, FindingKind],
    stage: Stage,
    reason: LocalizedText,
    on: date,
    by: LocalizedText | None = None,
) -> None:
    """Confirm or reject a finding, with a reason; it may be settled again, and the last word counts.

    Raises :class:`UnableToRecordFinding` without a reason, for a stage that settles nothing, or where nothing was
    proposed.
    """
    if stage is Stage.PROPOSED:
        msg = "proposed settles nothing, expected confirmed or rejected"
        raise UnableToRecordFinding(msg)
    if not (reason.en or reason.ru).strip():
        msg = f"a finding that is {stage.value} needs a reason"
        raise UnableToRecordFinding(msg)
    now = datetime.now(UTC)
    found = next((each for each in findings(SECRETARIAT, on=on, known_at=now) if each.last.subject == subject), None)
    if found is None:
        msg = f"nothing was proposed for {subject[0]} in {subject[2]}"
        raise UnableToRecordFinding(msg)
    last = found.last
    act = models.FindingAct(
        key=key,
        unit=last.unit,
        event_kind=last.event_kind,
        month=last.month,
        finding=last.finding.value,
        value=last.value,
        stage=stage.value,
        by={"en": by.en, "ru": by.ru} if by else None,
        reason={"en": reason.en, "ru": reason.ru},
        dataset=last.dataset,
        date=on.isoformat(),
        standing=Standing.CONFIRMED.value,
        known_from=now,
    )
    record_rows(actor, action=f"{stage.value}_finding", rows=[act])
