"""``secretariat programmes``: what the coordinating councils' fields of work have come to on a day."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, OnDay, mistake, need_register, print_json, print_table
from secretariat.kernel import Language
from secretariat.parties.queries import NoOrganisation
from secretariat.programmes.queries import IndicatorReport, Programme, programme_row, programmes
from secretariat.programmes.rules import Measurement, amount, explained, period_text, qualified_text

ENGLISH: Language = "en"


def _said(each: Measurement, report: IndicatorReport) -> str:
    found = amount(each, report.indicator)
    return qualified_text(found.value, found.qualifier, ENGLISH, high=found.high, unit=found.unit)


def _line(report: IndicatorReport) -> list[Any]:
    lead = report.latest
    latest = lead.latest if lead else None
    figures = latest.figures if latest else None
    total = latest.total if latest else None
    return [
        report.indicator.key,
        " / ".join(_said(each, report) for each in figures.measurements if each.bounds) if figures else None,
        period_text(figures.period).en if figures else None,
        latest.trend.replace("_", " ") if latest else None,
        f"{_said(total, report)} ({period_text(total.period).en})" if total else "",
        lead.state or "joint" if lead else "",
        figures.standing if figures else "unknown",
    ]


def _print(programme: Programme) -> None:
    council = programme.council.short or programme.council.name if programme.council else "no council on record"
    reports = [each for each in programme.indicators if each.series]
    print_table(
        f"{programme.field.name.en}: {council}",
        ["indicator", "latest", "period", "trend", "running total", "of", "standing"],
        [_line(each) for each in reports],
    )
    for finding in programme.findings:
        typer.echo(f"  {finding.weight}: {finding.indicator}: {explained(finding).en}")
    for each in programme.plans:
        done = f"{len(each.done)} of {len(each.commitments)} done" if each.commitments else "no commitment on record"
        typer.echo(f"  plan: {each.plan.title.en}: {done}")
    for operation in programme.operations:
        typer.echo(f"  operation: {operation.operation.name.en}: {len(operation.acts)} acts on record")


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("programmes")
    def show_programmes(
        on: OnDay,
        known_at: KnownAt = None,
        field: Annotated[str | None, typer.Option("--field", help="Only this field of work.")] = None,
        as_json: AsJson = False,
    ) -> None:
        """Show the fields of work on a day: latest figures, findings of the checks, plans, operations."""
        need_register()
        try:
            found = programmes(SECRETARIAT, on=on, known_at=known_at or datetime.now(UTC), field=field)
        except NoOrganisation:
            mistake("the register holds no organisation; load a pack first: secretariat load PACK")
        if field is not None and not found:
            mistake(f"the register holds no field of work {field} on {on}")
        if as_json:
            print_json([programme_row(each) for each in found])
            return
        for programme in found:
            _print(programme)
