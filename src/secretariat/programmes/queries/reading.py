"""From table rows to what the rules work on."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate, LocalizedText, Period
from secretariat.programmes import models
from secretariat.programmes.rules import (
    Body,
    Direction,
    Field,
    Indicator,
    Measurement,
    Observer,
    Operation,
    OperationAct,
    OperationActKind,
    Plan,
    Qualifier,
    Reporter,
    Rhythm,
)
from secretariat.sources.queries import as_known, basis_of

ONE_DAY = timedelta(days=1)


def _when(text: str | None) -> ImpreciseDate | None:
    return ImpreciseDate.parse(text) if text else None


def fields(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Field]:
    """The fields of work by key, without those that surely began after ``on``. One query."""
    found = {}
    for row in sorted(as_known(viewer, models.Field, known_at), key=lambda row: row.identity):
        since = _when(row.since)
        if since is not None and since.earliest > on:
            continue
        found[row.identity] = Field(
            key=row.identity,
            name=LocalizedText.of(row.name),
            basis=basis_of(row, known_at),
            council=row.council_id,
            about=LocalizedText.of(row.about),
            bodies=tuple(Body(each["state"], LocalizedText.of(each["name"])) for each in row.bodies),
            since=since,
        )
    return found


def indicators(viewer: Viewer, *, known_at: datetime, field: str | None = None) -> dict[str, Indicator]:
    """The indicators by key, of one field if named. One query."""
    rows = as_known(viewer, models.Indicator, known_at)
    if field is not None:
        rows = rows.filter(field=field)
    return {
        row.identity: Indicator(
            key=row.identity,
            field=row.field_id,
            name=LocalizedText.of(row.name),
            unit=row.unit,
            unit_name=LocalizedText.of(row.unit_name),
            basis=basis_of(row, known_at),
            definition=LocalizedText.of(row.definition),
            direction=Direction(row.direction),
            rhythm=Rhythm(row.rhythm),
            reporter=Reporter(row.reporter),
            since=row.since,
            additive=row.additive,
            part_of=row.part_of_id,
            units=tuple((each["unit"], each["factor"]) for each in row.units),
        )
        for row in sorted(rows, key=lambda row: row.identity)
    }


def _measurement(row: Any, indicator: Indicator, known_at: datetime) -> Measurement:
    said = _when(row.date)
    last = row.end or (said.latest if said is not None else None)
    # A later correction of the indicator may no longer know the unit: then nothing can be said in the present one.
    factor = indicator.factor(row.unit)
    return Measurement(
        key=row.identity,
        indicator=row.indicator_id,
        period=Period(row.start, last + ONE_DAY if last is not None else None),
        value=row.value if factor else None,
        basis=basis_of(row, known_at),
        qualifier=Qualifier(row.qualifier),
        low=row.low if factor else None,
        high=row.high if factor else None,
        unit=row.unit or indicator.unit,
        factor=factor or 1.0,
        cumulative=row.cumulative,
        state=row.state_id,
        operation=row.operation_id,
        phase=row.phase_id,
        said=said,
        by=LocalizedText.of(row.by),
    )


def measurements(
    viewer: Viewer, *, on: date, known_at: datetime, indicators: dict[str, Indicator], field: str | None = None
) -> list[Measurement]:
    """The figures said by ``on``, or without a day of their own but for a period that had ended by then. One query.

    ``indicators`` are those of the register or of ``field``; figures of others are left out.
    """
    happened = Q(latest__lte=on) | Q(latest__isnull=True) & (Q(end__lte=on) | Q(end__isnull=True))
    rows = as_known(viewer, models.Measurement, known_at).filter(happened)
    if field is not None:
        rows = rows.filter(indicator__field=field)
    return [
        _measurement(row, indicators[row.indicator_id], known_at)
        for row in sorted(rows, key=lambda row: (row.end or row.latest or date.max, row.key))
        if row.indicator_id in indicators
    ]


def operations(viewer: Viewer, *, known_at: datetime, field: str | None = None) -> dict[str, Operation]:
    """The operations by key, of one field if named. One query."""
    rows = as_known(viewer, models.Operation, known_at)
    if field is not None:
        rows = rows.filter(field=field)
    return {
        row.identity: Operation(
            key=row.identity,
            field=row.field_id,
            name=LocalizedText.of(row.name),
            basis=basis_of(row, known_at),
            about=LocalizedText.of(row.about),
            state=row.state_id,
        )
        for row in sorted(rows, key=lambda row: row.identity)
    }


def operation_acts(viewer: Viewer, *, on: date, known_at: datetime, field: str | None = None) -> list[OperationAct]:
    """What had happened to operations by ``on``, by date; acts without a date last. One query."""
    happened = Q(latest__lte=on) | Q(latest__isnull=True)
    rows = as_known(viewer, models.OperationAct, known_at).filter(happened)
    if field is not None:
        rows = rows.filter(operation__field=field)
    return [
        OperationAct(
            key=row.identity,
            operation=row.operation_id,
            kind=OperationActKind(row.kind),
            when=_when(row.date),
            basis=basis_of(row, known_at),
            name=LocalizedText.of(row.name),
            number=row.number,
            place=LocalizedText.of(row.place),
            participants=tuple(row.participants),
            observers=tuple(Observer(LocalizedText.of(each["name"]), each.get("state")) for each in row.observers),
            observers_count=row.observers_count,
            observers_qualifier=Qualifier(row.observers_qualifier),
            text=LocalizedText.of(row.text),
        )
        for row in sorted(rows, key=lambda row: (row.latest or date.max, row.key))
    ]


def plans(viewer: Viewer, *, on: date, known_at: datetime, field: str | None = None) -> list[Plan]:
    """The plans adopted by ``on``, by date; those without a day last. One query."""
    rows = as_known(viewer, models.Plan, known_at).filter(Q(latest__lte=on) | Q(latest__isnull=True))
    if field is not None:
        rows = rows.filter(field=field)
    return [
        Plan(
            key=row.identity,
            field=row.field_id,
            title=LocalizedText.of(row.title),
            adopted=_when(row.date),
            basis=basis_of(row, known_at),
            decision=row.decision_id,
            provision=row.provision_id,
            start=row.start,
            end=row.end,
        )
        for row in sorted(rows, key=lambda row: (row.latest or date.max, row.key))
    ]
