"""``secretariat pace``: how far what was decided has been carried out."""

from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, AsOf, KnownAt, mistake, need_register, print_json, print_table
from secretariat.decisions.queries import Comparison, PaceReport, UnknownCohort, pace
from secretariat.decisions.rules import STAGNANT_AFTER_DAYS, Breakdown, CollectiveResult, Survival
from secretariat.kernel import Figure
from secretariat.sources.rules import end_of


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


def pace_json(report: PaceReport) -> dict[str, Any]:
    """The answer as JSON holds it."""
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


def _share(figure: Figure) -> str | None:
    return f"{figure.value:.0%}" if isinstance(figure.value, float) else None


def _print(report: PaceReport) -> None:
    found = report.pace
    name = report.decision or report.session
    frozen = f"frozen on {found.cohort.frozen_on}" if found.cohort.frozen_on else "nothing decided by then"
    print_table(
        f"{name} as of {report.on}: {found.n} commitments, {frozen}; {len(found.cohort.current)} as of the day",
        ["status", "commitments", "of"],
        [[status, figure.value, found.n] for status, figure in found.counts.items() if figure.value],
    )
    print_table(
        "Rates",
        ["rate", "count", "of", "share", "standing"],
        [
            [rate, figure.numerator, figure.denominator, _share(figure), figure.standing]
            for rate, figure in {**found.rates, "deadline_moved": found.slippage.moved}.items()
        ],
    )
    print_table(
        "Days",
        ["measure", "median", "taken over", "of"],
        [
            [figure.name, figure.value, figure.numerator, figure.denominator]
            for figure in (*found.ages.values(), found.slippage.median_days)
        ],
    )
    print_table(
        "By addressee",
        ["addressee", "commitments", "reported on", "implemented", "verified"],
        [
            [part.name, part.n, part.reporting.numerator, part.implemented.numerator, part.verified.numerator]
            for part in found.by_member
        ],
    )
    print_table(
        "Time to implementation (Kaplan-Meier), days",
        ["cohort", "commitments", "implemented", "median", "from", "to"],
        [
            [curve.name, curve.n, curve.events, curve.median.value, curve.median.low, curve.median.high]
            for curve in (report.claimed, *(other.survival for other in report.comparison))
        ],
    )
    typer.echo(f"Pace: {report.statement.result.value}. {report.statement.reason}")
    typer.echo(str(report.statement.definition))


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("pace")
    def show_pace(
        as_of: AsOf,
        session: Annotated[
            str | None, typer.Option("--session", metavar="ID", help="All decisions of a session.")
        ] = None,
        decision: Annotated[str | None, typer.Option("--decision", metavar="ID", help="One decision.")] = None,
        known_at: KnownAt = None,
        as_json: AsJson = False,
    ) -> None:
        """Say how far the commitments of a session or a decision have come, with every denominator."""
        need_register()
        if (session is None) == (decision is None):
            mistake("name either --session ID or --decision ID")
        try:
            report = pace(SECRETARIAT, on=as_of, known_at=known_at or end_of(as_of), session=session, decision=decision)
        except UnknownCohort as error:
            mistake(str(error))
        if as_json:
            print_json(pace_json(report))
        else:
            _print(report)
