"""A field of work with everything about it: indicators, figures, findings, operations, plans."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from secretariat.access.rules import Viewer
from secretariat.decisions.queries import Register, kept_register
from secretariat.kernel import Period, Standing
from secretariat.organs.queries import organs
from secretariat.organs.rules import Organ
from secretariat.parties.queries import instruments, organisation, states, treaty_acts
from secretariat.parties.rules import members_on
from secretariat.programmes.queries.reading import (
    fields,
    indicators,
    measurements,
    operation_acts,
    operations,
    plans,
)
from secretariat.programmes.rules import (
    Field,
    Finding,
    Indicator,
    Latest,
    Measurement,
    Operation,
    OperationAct,
    Plan,
    PlanProgress,
    Weight,
    by_series,
    disputed_rows,
    findings_of,
    latest_of,
    missing_periods,
    progress_of,
)


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator for one state (or jointly) and one operation (or none), with the latest of them."""

    state: str | None
    operation: str | None
    measurements: tuple[Measurement, ...]
    latest: Latest


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """One indicator: its series, joint ones first, and the periods for which nobody gave a figure."""

    indicator: Indicator
    series: tuple[Series, ...]
    expected: tuple[Period, ...]
    missing: tuple[Period, ...]

    @property
    def latest(self) -> Series | None:
        """The series with the newest known figure; a joint one before one member's."""
        known = [each for each in self.series if each.latest.figures is not None or each.latest.total is not None]
        return max(known, key=lambda each: (each.state is None, _newest(each)), default=None)


def _newest(series: Series) -> date:
    found = series.latest.figures
    if found is not None and found.period.end is not None:
        return found.period.end
    return series.latest.total.end if series.latest.total else date.min


@dataclass(frozen=True, slots=True)
class OperationReport:
    """One operation: what happened to it and what it brought."""

    operation: Operation
    acts: tuple[OperationAct, ...]
    results: tuple[Measurement, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """One field of work on a day."""

    field: Field
    council: Organ | None
    indicators: tuple[IndicatorReport, ...]
    findings: tuple[Finding, ...]
    operations: tuple[OperationReport, ...]
    plans: tuple[PlanProgress, ...]

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """All its figures."""
        return tuple(each for report in self.indicators for series in report.series for each in series.measurements)


def members_by_day(viewer: Viewer, *, known_at: datetime) -> Callable[[date], frozenset[str]]:
    """The members on any day, as known at an instant. Four queries, made at once."""
    constituent = instruments(viewer, known_at=known_at)[organisation(viewer, known_at=known_at).constituent]
    acts = treaty_acts(viewer, known_at=known_at, instrument=constituent.key)
    described = states(viewer, known_at=known_at)

    @cache
    def on(day: date) -> frozenset[str]:
        return frozenset(each.state.code for each in members_on(described, constituent, acts, day))

    return on


def _disputed(some: Iterable[Measurement], disputed: frozenset[str]) -> list[Measurement]:
    """Figures that contradict each other are disputed, whatever standing each of them has alone."""
    return [
        replace(each, basis=replace(each.basis, standing=Standing.DISPUTED)) if each.basis.key in disputed else each
        for each in some
    ]


def _report(indicator: Indicator, own: list[Measurement], on: date) -> IndicatorReport:
    series = tuple(
        Series(state or None, operation or None, tuple(some), latest_of(indicator, some))
        for (_, state, operation), some in by_series(own).items()
    )
    expected, missing = missing_periods(indicator, own, on)
    return IndicatorReport(indicator, series, tuple(expected), tuple(missing))


def _in_order(described: dict[str, Indicator]) -> list[Indicator]:
    """Those whose figures are expected first; each followed by its parts."""

    def place(indicator: Indicator) -> tuple[bool, str, bool, str]:
        whole = described.get(indicator.part_of or "", indicator)
        return (whole.since is None, whole.key, indicator is not whole, indicator.key)

    return sorted(described.values(), key=place)


def programmes(
    viewer: Viewer, *, on: date, known_at: datetime, field: str | None = None, read: Register | None = None
) -> list[Programme]:
    """The fields of work on a day, by key, or one of them; empty where there is none.

    ``read`` is the register of decisions of the same day and instant, where it has been read already.

    Eleven queries, and those of :func:`secretariat.decisions.queries.register` where a plan names a decision.
    Raises :class:`secretariat.parties.queries.NoOrganisation` on an empty register.
    """
    members = members_by_day(viewer, known_at=known_at)
    listed = {
        key: each for key, each in fields(viewer, on=on, known_at=known_at).items() if field is None or key == field
    }
    described = indicators(viewer, known_at=known_at, field=field)
    told = measurements(viewer, on=on, known_at=known_at, indicators=described, field=field)
    found = findings_of(_in_order(described), told, members=members, on=on)
    told = _disputed(told, disputed_rows(found))
    held = operations(viewer, known_at=known_at, field=field)
    acts = operation_acts(viewer, on=on, known_at=known_at, field=field)
    adopted = plans(viewer, on=on, known_at=known_at, field=field)
    progress = _progress(viewer, adopted, on, known_at, read)
    councils = organs(viewer, on=on, known_at=known_at)
    own: dict[str, list[Measurement]] = {}
    results: dict[str, list[Measurement]] = {}
    for each in told:
        own.setdefault(each.indicator, []).append(each)
        if each.operation is not None:
            results.setdefault(each.operation, []).append(each)
    happened: dict[str, list[OperationAct]] = {}
    for act in acts:
        happened.setdefault(act.operation, []).append(act)
    return [
        Programme(
            field=each,
            council=councils.get(each.council or ""),
            indicators=tuple(
                _report(indicator, own.get(indicator.key, []), on)
                for indicator in _in_order(described)
                if indicator.field == key
            ),
            findings=tuple(
                sorted(
                    (finding for finding in found if described[finding.indicator].field == key),
                    key=lambda finding: finding.weight is not Weight.CONTRADICTION,
                )
            ),
            operations=tuple(
                OperationReport(
                    operation, tuple(happened.get(operation.key, ())), tuple(results.get(operation.key, ()))
                )
                for operation in held.values()
                if operation.field == key and (operation.key in happened or operation.key in results)
            ),
            plans=tuple(plan for plan in progress if plan.plan.field == key),
        )
        for key, each in listed.items()
    ]


def _progress(
    viewer: Viewer, adopted: list[Plan], on: date, known_at: datetime, read: Register | None
) -> list[PlanProgress]:
    if not any(plan.decision or plan.provision for plan in adopted):
        return [progress_of(plan, ()) for plan in adopted]
    statuses = (read or kept_register(viewer, on=on, known_at=known_at)).statuses
    return [progress_of(plan, statuses) for plan in adopted]
