"""The pace of a cohort as plain rows: what the command line prints and programs get, in one place."""

from typing import Any

from secretariat.decisions.queries.pacing import Comparison, PaceReport
from secretariat.decisions.rules import STAGNANT_AFTER_DAYS, Breakdown, CollectiveResult, Survival
from secretariat.kernel import Figure


def _figure(figure: Figure) -> dict[str, Any]:
    """A figure with what it was computed over, never a bare number."""
    return {
        "value": figure.value,
        "unit": figure.unit,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "standing": figure.standing,
    }


def _rate(figure: Figure) -> dict[str, Any]:
    return {
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
        "standing": figure.standing,
        "filters": figure.trace.filters,
        "rows": figure.trace.rows,
        "sources": figure.trace.sources,
    }


def _survival(survival: Survival) -> dict[str, Any]:
    return {
        "n": survival.n,
        "events": survival.events,
        "points": [
            {
                "days": point.days,
                "survival": point.survival,
                "low": point.low,
                "high": point.high,
                "at_risk": point.at_risk,
            }
            for point in survival.points
        ],
        "median": {"value": survival.median.value, "low": survival.median.low, "high": survival.median.high},
    }


def _comparison(other: Comparison) -> dict[str, Any]:
    return {
        "session": other.session,
        "frozen_on": other.frozen_on,
        "implemented": _rate(other.implemented),
        "age_days": other.age_days,
        "done_at_age": other.done_at_age,
        **_survival(other.survival),
    }


def _breakdown(part: Breakdown) -> dict[str, Any]:
    return {
        "name": part.name,
        "n": part.n,
        "counts": part.counts,
        "reporting": _rate(part.reporting),
        "implemented": _rate(part.implemented),
        "verified": _rate(part.verified),
    }


def _collective(result: CollectiveResult) -> dict[str, Any]:
    return {
        "provision": result.provision,
        "decision": result.decision,
        "rule": result.rule,
        "all_done": result.all_done,
        "share": _rate(result.share),
        "share_verified": _rate(result.share_verified),
        "unknown": result.unknown,
    }


def pace_row(report: PaceReport) -> dict[str, Any]:
    """Everything about one cohort, each figure with what it was computed over."""
    found = report.pace
    return {
        "session": report.session,
        "decision": report.decision,
        "as_of": report.on,
        "known_at": report.known_at,
        "cohort": {
            "n": found.n,
            "n_as_of": len(found.cohort.current),
            "frozen_on": found.cohort.frozen_on,
            "added": found.cohort.added,
            "gone": found.cohort.gone,
            "decisions": found.cohort.decisions,
        },
        "counts": {status.value: figure.value for status, figure in found.counts.items()},
        "stagnant_after_days": STAGNANT_AFTER_DAYS,
        "denominators": {
            name: figure.denominator
            for name, figure in {
                **found.rates, **found.ages, "slippage_moved": found.slippage.moved,
                "slippage_median_days": found.slippage.median_days,
            }.items()
        },
        "rates": {name: _rate(figure) for name, figure in found.rates.items()},
        "slippage": {
            "with_deadline": _rate(found.slippage.with_deadline),
            "moved": _rate(found.slippage.moved),
            "median_days": _figure(found.slippage.median_days),
        },
        "ages": {name: _figure(figure) for name, figure in found.ages.items()},
        "flow": None
        if found.flow is None
        else {
            "period": found.flow.period,
            "new": found.flow.new.value,
            "done": found.flow.done.value,
            "closed": found.flow.closed.value,
            "net": found.flow.net.value,
        },
        "collective": [_collective(result) for result in found.collective],
        "by_decision": [_breakdown(part) for part in found.by_decision],
        "by_member": [_breakdown(part) for part in found.by_member],
        "survival": {
            "cohort": _survival(report.claimed),
            "verified": _survival(report.verified),
            "comparison": [_comparison(other) for other in report.comparison],
        },
        "statement_of_pace": {
            "definition": report.statement.definition,
            "result": report.statement.result,
            "reason": report.statement.reason,
            "criteria": report.statement.criteria,
        },
    }  # fmt: skip
