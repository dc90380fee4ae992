"""``secretariat pace``: how far what was decided has been carried out."""

from typing import Annotated

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, AsOf, KnownAt, mistake, need_register, print_json, print_table
from secretariat.decisions.queries import PaceReport, UnknownCohort, pace, pace_row
from secretariat.kernel import Figure
from secretariat.sources.rules import end_of


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
            print_json(pace_row(report))
        else:
            _print(report)
