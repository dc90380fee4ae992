"""Writing programmes: figures as they are reported, operations as they are held."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.programmes import models
from secretariat.programmes.queries import indicators, operations, recorded_measurements
from secretariat.programmes.rules import Indicator, OperationActKind, Qualifier
from secretariat.programmes.rules.imports import Draft
from secretariat.sources.actions import Recorded, UnableToRecord, record_rows
from secretariat.sources.queries import citations


class UnableToRecordMeasurement(Exception):
    """A figure cannot be recorded as it stands."""


class UnableToRecordOperation(Exception):
    """A phase of an operation cannot be recorded as it stands."""


def _objections(draft: Draft, described: dict[str, Indicator], cited: set[str]) -> Iterator[str]:
    indicator = described.get(draft.indicator)
    if indicator is None:
        yield f"there is no indicator {draft.indicator}"
    elif indicator.factor(draft.unit) is None:
        units = ", ".join([indicator.unit, *(unit for unit, _ in indicator.units)])
        yield f"{draft.unit} is no unit of {indicator.key}, expected one of {units}"
    if draft.source not in cited:
        yield f"there is no source {draft.source}"
    is_range = draft.qualifier is Qualifier.RANGE
    ends = draft.low is not None and draft.high is not None
    if ends != is_range or (ends and draft.value is not None):
        yield "a range has two ends and no value, everything else a value"
    is_known = ends or draft.value is not None
    if is_known is (draft.standing is Standing.UNKNOWN):
        yield "without a value the standing is unknown, with one it is not"
    if not draft.cumulative and (draft.start is None or draft.end is None):
        yield "a figure needs the first and the last day of its period; only a running total may lack the first"


def record_measurements(
    actor: Actor, *, drafts: Sequence[Draft], corrections: Sequence[Draft] = (), known_from: datetime | None = None
) -> Recorded:
    """Record figures in one transaction with one audit entry; known from now unless said otherwise.

    ``drafts`` are new; ``corrections`` take the place of what the register holds under the same key: a later row that
    names the first one. Raises :class:`UnableToRecordMeasurement`, with nothing recorded, when one does not fit.
    """
    now = known_from or datetime.now(UTC)
    every = [*drafts, *corrections]
    described = indicators(SECRETARIAT, known_at=datetime.now(UTC))
    cited = set(citations(SECRETARIAT, known_at=datetime.now(UTC), keys={each.source for each in every}))
    for draft in every:
        if wrong := list(_objections(draft, described, cited)):
            msg = f"{draft.key}: {'; '.join(wrong)}"
            raise UnableToRecordMeasurement(msg)
    held = recorded_measurements(SECRETARIAT, [each.key for each in corrections], known_at=datetime.now(UTC))
    rows = [models.Measurement(key=each.key, known_from=now, **each.content()) for each in drafts]
    for each in corrections:
        if each.key not in held:
            msg = f"{each.key}: there is nothing to correct"
            raise UnableToRecordMeasurement(msg)
        number = held[each.key].rows + 1
        rows.append(
            models.Measurement(
                key=f"{each.key}#{number}", corrects_id=each.key, known_from=datetime.now(UTC), **each.content()
            )
        )
    try:
        return record_rows(actor, action="record measurements", rows=rows)
    except UnableToRecord as error:
        raise UnableToRecordMeasurement(str(error)) from error


def record_phase(
    actor: Actor,
    *,
    key: str,
    operation: str,
    days: ImpreciseDate,
    name: LocalizedText | None = None,
    participants: tuple[str, ...] = (),
    observers_count: int | None = None,
    sources: tuple[str, ...] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record that a phase of an operation took place. Raises :class:`UnableToRecordOperation`."""
    now = datetime.now(UTC)
    if operation not in operations(SECRETARIAT, known_at=now):
        msg = f"there is no operation {operation}"
        raise UnableToRecordOperation(msg)
    if days.latest > now.date():
        msg = f"{operation} of {days}: its last day has not come yet, expected a day up to {now.date()}"
        raise UnableToRecordOperation(msg)
    act = models.OperationAct(
        key=key,
        operation_id=operation,
        kind=OperationActKind.PHASE.value,
        date=str(days),
        name={"en": name.en, "ru": name.ru} if name else None,
        participants=list(participants),
        observers_count=observers_count,
        sources=list(sources),
        standing=standing.value,
        known_from=now,
    )
    record_rows(actor, action="record phase", rows=[act])
