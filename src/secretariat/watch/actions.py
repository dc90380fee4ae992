"""Recording what was said of arrows and alerts: the rule proposes, an analyst confirms or rejects with a reason."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from secretariat.access.actions import NotSeen
from secretariat.access.rules import SECRETARIAT, Body, Duty, Mark, Viewer
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.sources.actions import UnableToRecord, record_rows
from secretariat.watch import models
from secretariat.watch.queries.findings import Proposed, finding, findings
from secretariat.watch.queries.tables import ALL
from secretariat.watch.rules.findings import (
    DIRECTIONS,
    Judgement,
    finding_id,
    judgements_on,
    mark_of_word,
    proposed_value,
    rule_said,
)
from secretariat.watch.rules.signals import Arrow, Finding, FindingKind, RuleSaid, Stage, Subject

ANALYST = LocalizedText("Analyst of the secretariat", "Аналитик секретариата")
DIGITS = 6
"""Decimals of the numbers of a rule that are kept."""


class UnableToRecordFinding(Exception):
    """The finding cannot be recorded as it stands."""


class UnableToJudge(Exception):
    """What was said of a finding is not complete: ``field`` and ``word`` say what to mend."""

    def __init__(self, field: str, word: str) -> None:
        self.field, self.word = field, word
        super().__init__(word.replace("_", " "))


class JudgedMeanwhile(Exception):
    """Somebody else said something of the finding: ``current`` is the finding as it is."""

    def __init__(self, current: Finding) -> None:
        self.current = current
        super().__init__(f"{current.last.stage.value} meanwhile")


def _text(text: LocalizedText | None) -> dict[str, str] | None:
    """A text as a pack has it: a language without words is left out."""
    return {name: said for name, said in (("en", text.en), ("ru", text.ru)) if said} if text else None


def _number(value: float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)


def _rule(said: RuleSaid | None) -> dict[str, Any] | None:
    """What the rule said, as a pack has it: a number that it has not is left out."""
    if said is None:
        return None
    numbers = {name: _number(getattr(said, name)) for name in ("observed", "expected", "low", "high", "within_km")}
    met = [
        {"rule": each.rule.value}
        | {
            name: value
            for name in ("threshold", "p_value", "q_value")
            if (value := _number(getattr(each, name))) is not None
        }
        for each in said.met
    ]
    stated = {"value": said.value, **numbers, "judge": said.judge.value if said.judge else None, "met": met or None}
    return {name: value for name, value in stated.items() if value is not None}


def _act(
    key: str,
    subject: Subject,
    value: str,
    stage: Stage,
    *,
    on: date,
    now: datetime,
    mark: Mark,
    rule: RuleSaid | None = None,
    by: LocalizedText | None = None,
    reason: LocalizedText | None = None,
) -> models.FindingAct:
    unit, event_kind, month, kind, dataset = subject
    return models.FindingAct(
        key=key,
        unit=unit,
        event_kind=event_kind,
        month=month,
        finding=kind.value,
        value=value,
        stage=stage.value,
        by=_text(by),
        reason=_text(reason),
        dataset=dataset,
        rule=_rule(rule),
        date=on.isoformat(),
        standing=(Standing.DERIVED if stage is Stage.PROPOSED else Standing.CONFIRMED).value,
        known_from=now,
        mark=mark.value,
    )


def propose_arrow(
    actor: Actor, *, key: str, unit: str, month: str, arrow: Arrow, dataset: str, on: date, kind: str = ALL
) -> None:
    """Record the arrow that the printed rule gives for a unit and a month, known from now, for the secretariat.

    Raises :class:`UnableToRecordFinding` when one was proposed already.
    """
    now = datetime.now(UTC)
    subject = (unit, kind, month, FindingKind.ARROW, dataset)
    if any(found.last.subject == subject for found in findings(SECRETARIAT, on=on, known_at=now)):
        msg = f"the arrow of {unit} for {month} was proposed already"
        raise UnableToRecordFinding(msg)
    act = _act(key, subject, arrow.value, Stage.PROPOSED, on=on, now=now, mark=Mark.SECRETARIAT)
    record_rows(actor, action="propose_arrow", rows=[act])


def _arrows(stated: Proposed, dataset: str, within_km: float) -> Iterator[tuple[Subject, RuleSaid]]:
    """Arrows with a direction, where anything happened: a quiet border and a short history ask nobody for a word."""
    for unit, why in stated.arrows.items():
        if why.arrow in DIRECTIONS and (why.latest or why.mean):
            subject = (unit, ALL, stated.month, FindingKind.ARROW, dataset)
            said = RuleSaid(why.arrow.value, why.latest, why.mean, why.low, why.high, within_km=within_km)
            yield subject, said


def _alerts(stated: Proposed, dataset: str, within_km: float) -> Iterator[tuple[Subject, RuleSaid]]:
    """Alerts, one for a unit and a kind whatever the number of rules met."""
    merged: dict[tuple[str, str], RuleSaid] = {}
    for each in stated.alerts:
        there = merged.get((each.unit, each.kind))
        merged[each.unit, each.kind] = RuleSaid(
            value=there.value if there else each.rules[0].rule.value,
            observed=there.observed if there else each.observed,
            expected=there.expected if there else each.expected,
            judge=stated.judge,
            within_km=within_km,
            met=(*(there.met if there else ()), *each.rules),
        )
    for (unit, kind), said in merged.items():
        yield (unit, kind, stated.month, FindingKind.ALERT, dataset), said


def _need_analyst(viewer: Viewer) -> None:
    if viewer.body is not Body.SECRETARIAT or Duty.ANALYST not in viewer.duties:
        raise NotSeen


def propose_findings(
    actor: Actor, viewer: Viewer, stated: Proposed, *, dataset: str, within_km: float, unit: str = ""
) -> int:
    """Record what the rules say of a month as proposals, for the secretariat alone; how many were new.

    What was proposed already stays as it was: asked twice, nothing is added. ``unit`` narrows to one segment, region or
    country. Raises :class:`NotSeen` for who is no analyst of the secretariat.
    """
    _need_analyst(viewer)
    now = datetime.now(UTC)
    with transaction.atomic():
        there = {each.last.subject for each in findings(viewer, on=now.date(), known_at=now)}
        acts = [
            _act(
                f"FND-{finding_id(subject)}",
                subject,
                said.value,
                Stage.PROPOSED,
                on=now.date(),
                now=now,
                mark=Mark.SECRETARIAT,
                rule=said,
            )
            for found in (_arrows, _alerts)
            for subject, said in found(stated, dataset, within_km)
            if subject not in there and unit in {"", subject[0]}
        ]
        return record_rows(actor, action="propose_findings", rows=acts).added


def settle_finding(
    actor: Actor,
    *,
    key: str,
    subject: Subject,
    stage: Stage,
    reason: LocalizedText,
    on: date,
    by: LocalizedText | None = None,
    value: str = "",
    mark: Mark = Mark.PUBLIC,
) -> None:
    """Confirm or reject a finding, with a reason; it may be settled again, and the last word counts.

    ``value`` is what is confirmed where it is another than before. Who read an earlier word reads this one too. Raises
    :class:`UnableToRecordFinding` without a reason, for a stage that settles nothing, or where nothing was proposed.
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
    act = _act(
        key,
        subject,
        value or found.last.value,
        stage,
        on=on,
        now=now,
        mark=mark_of_word(found, stage, mark),
        rule=rule_said(found),
        by=by,
        reason=reason,
    )
    record_rows(actor, action=f"{stage.value}_finding", rows=[act])


def _value_said(found: Finding, judgement: Judgement, wished: str) -> str:
    """What is on record afterwards: what the rule said, or the direction that the analyst gives instead."""
    said = proposed_value(found) or found.last.value
    if judgement is not Judgement.AMEND:
        return said
    if wished not in DIRECTIONS or wished == said:
        field, word = "value", "finding_other_direction_needed"
        raise UnableToJudge(field, word)
    return wished


def judge_finding(
    actor: Actor,
    viewer: Viewer,
    key: str,
    *,
    judgement: Judgement,
    reason: LocalizedText,
    mark: Mark,
    base: str,
    value: str = "",
) -> None:
    """Say what an analyst makes of a finding, having read it as it was after the act ``base``.

    Raises :class:`NotSeen` for who is no analyst of the secretariat and where there is no such finding,
    :class:`UnableToJudge` for what is missing, and :class:`JudgedMeanwhile` where something was said since.
    """
    _need_analyst(viewer)
    now = datetime.now(UTC)
    with transaction.atomic():
        found = finding(viewer, key, on=now.date(), known_at=now)
        if found is None or judgement not in judgements_on(found):
            raise NotSeen(key)
        if found.last.key != base:
            raise JudgedMeanwhile(found)
        said = _value_said(found, judgement, value)
        if not (reason.en or reason.ru).strip():
            field, word = "reason", "finding_reason_needed"
            raise UnableToJudge(field, word)
        try:
            settle_finding(
                actor,
                key=f"FND-{key}-{len(found.acts)}",
                subject=found.last.subject,
                stage=Stage.REJECTED if judgement is Judgement.REJECT else Stage.CONFIRMED,
                reason=reason,
                on=now.date(),
                by=ANALYST,
                value=said,
                mark=mark,
            )
        except (UnableToRecord, IntegrityError) as error:  # another analyst was faster than the look above
            newer = finding(viewer, key, on=now.date(), known_at=datetime.now(UTC))
            raise JudgedMeanwhile(newer or found) from error
