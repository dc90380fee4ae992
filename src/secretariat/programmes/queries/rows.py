"""A field of work as plain rows: what the command line prints and the pages show, in one place."""

from datetime import date, timedelta
from typing import Any

from secretariat.kernel import Period
from secretariat.programmes.queries.programmes import IndicatorReport, OperationReport, Programme, Series
from secretariat.programmes.rules import Finding, Measurement, OperationAct, PeriodFigures, PlanProgress, explained
from secretariat.sources.rules import Basis


def last_day(period: Period) -> date | None:
    """The last day a period covers; a period of a row names both its days."""
    return period.end - timedelta(days=1) if period.end else None


def _basis(basis: Basis) -> dict[str, Any]:
    return {"standing": basis.standing, "sources": basis.sources, "note": basis.note}


def measurement_row(each: Measurement) -> dict[str, Any]:
    """One figure: the value as the source gives it, and its bounds in the indicator's unit (``high`` none: open)."""
    bounds = each.bounds
    return {
        "id": each.key,
        "indicator": each.indicator,
        "state": each.state,
        "operation": each.operation,
        "phase": each.phase,
        "start": each.period.start,
        "end": last_day(each.period),
        "value": each.value,
        "low": each.low,
        "high": each.high,
        "qualifier": each.qualifier,
        "unit": each.unit,
        "cumulative": each.cumulative,
        "bounds": None if bounds is None else {"low": bounds.low, "high": None if bounds.is_unlimited else bounds.high},
        "said": each.said,
        "by": each.by,
        **_basis(each.basis),
    }


def _figures(figures: PeriodFigures | None) -> dict[str, Any] | None:
    if figures is None:
        return None
    return {
        "start": figures.period.start,
        "end": last_day(figures.period),
        "values": [measurement_row(each) for each in figures.measurements if each.bounds is not None],
        "standing": figures.standing,
    }


def series_row(series: Series) -> dict[str, Any]:
    """One series: its latest figure, what that was compared with, and which way it moved."""
    latest = series.latest
    return {
        "state": series.state,
        "operation": series.operation,
        "latest": _figures(latest.figures),
        "compared_with": _figures(latest.earlier),
        "trend": latest.trend,
        "judgement": latest.judgement,
        "total": measurement_row(latest.total) if latest.total else None,
        "figures": sum(each.bounds is not None for each in series.measurements),
    }


def indicator_row(report: IndicatorReport) -> dict[str, Any]:
    """One indicator with its series; ``latest`` and ``trend`` are those of its leading series."""
    indicator, lead = report.indicator, report.latest
    leading = series_row(lead) if lead is not None else None
    return {
        "id": indicator.key,
        "name": indicator.name,
        "unit": indicator.unit,
        "unit_name": indicator.unit_name,
        "definition": indicator.definition,
        "direction": indicator.direction,
        "rhythm": indicator.rhythm,
        "reporter": indicator.reporter,
        "part_of": indicator.part_of,
        "latest": leading["latest"] if leading else None,
        "trend": leading["trend"] if leading else None,
        "judgement": leading["judgement"] if leading else None,
        "total": leading["total"] if leading else None,
        "expected_periods": len(report.expected),
        "missing_periods": [{"start": each.start, "end": last_day(each)} for each in report.missing],
        "series": [series_row(each) for each in report.series],
    }


def finding_row(finding: Finding) -> dict[str, Any]:
    """One finding with the rows it names."""
    return {
        "kind": finding.kind,
        "weight": finding.weight,
        "indicator": finding.indicator,
        "state": finding.state,
        "operation": finding.operation,
        "rows": finding.rows,
        "text": explained(finding),
    }


def plan_row(progress: PlanProgress) -> dict[str, Any]:
    """One plan; the counts are none where no commitment of it is on record: unknown is never zero."""
    plan, some = progress.plan, progress.commitments
    return {
        "id": plan.key,
        "title": plan.title,
        "adopted": plan.adopted,
        "start": plan.start,
        "end": plan.end,
        "decision": plan.decision,
        "provision": plan.provision,
        "commitments": len(some) if some else None,
        "done": len(progress.done) if some else None,
        "overdue": len(progress.overdue) if some else None,
        **_basis(plan.basis),
    }


def _act(act: OperationAct) -> dict[str, Any]:
    return {
        "id": act.key,
        "kind": act.kind,
        "date": act.when,
        "name": act.name,
        "number": act.number,
        "place": act.place,
        "participants": act.participants,
        "observers": [{"name": each.name, "state": each.state} for each in act.observers],
        "observers_count": act.observers_count,
        "observers_qualifier": act.observers_qualifier,
        "text": act.text,
        **_basis(act.basis),
    }


def operation_row(report: OperationReport) -> dict[str, Any]:
    """One operation with its phases and results."""
    operation = report.operation
    return {
        "id": operation.key,
        "name": operation.name,
        "state": operation.state,
        "about": operation.about,
        "acts": [_act(act) for act in report.acts],
        "results": [measurement_row(each) for each in report.results],
        **_basis(operation.basis),
    }


def programme_row(programme: Programme) -> dict[str, Any]:
    """One field of work."""
    field, council = programme.field, programme.council
    return {
        "id": field.key,
        "name": field.name,
        "about": field.about,
        "council": {"id": council.key, "name": council.name, "short": council.short} if council else None,
        "since": field.since,
        "bodies": [{"state": each.state, "name": each.name} for each in field.bodies],
        "indicators": [indicator_row(each) for each in programme.indicators],
        "findings": [finding_row(each) for each in programme.findings],
        "plans": [plan_row(each) for each in programme.plans],
        "operations": [operation_row(each) for each in programme.operations],
        **_basis(field.basis),
    }
