"""``secretariat watch alerts``: arrows and alerts of the last whole month, and how alerts have fared."""

from datetime import date, timedelta
from typing import Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.events import ByOption, DataSet, Within, judged_or_mistake
from secretariat.cli.terminal import AsJson, AsOf, KnownAt, need_register, print_json, print_table
from secretariat.cli.watch import watch_app
from secretariat.sources.rules import end_of
from secretariat.watch.measures.prediction import scores
from secretariat.watch.measures.signals import judge_of
from secretariat.watch.queries.events import WITHIN_KM
from secretariat.watch.queries.findings import Proposed, alerts_of_series, findings, proposed, track_record
from secretariat.watch.queries.tables import By, series
from secretariat.watch.rules.signals import ARROW_RULE, Alert, Judge

JUDGED = {
    Judge.FARRINGTON: "Farrington",
    Judge.EARS_C2: "EARS C2",
    Judge.EARS_C1: "EARS C1",
    Judge.NONE: "none, too little history",
}


def _alert_json(alert: Alert, dataset: str, judge: Judge) -> dict[str, Any]:
    return {
        "unit": alert.unit,
        "kind": alert.kind,
        "month": alert.month,
        "dataset": dataset,
        "judged_by": judge,
        "observed": alert.observed,
        "expected": None if alert.expected is None else round(alert.expected, 2),
        "rules": [
            {"rule": met.rule, "threshold": met.threshold, "p": met.p_value, "q": met.q_value} for met in alert.rules
        ],
    }


def _last_whole_month(on: date) -> date:
    """A month that has not ended is not judged."""
    return (on + timedelta(days=1)).replace(day=1) - timedelta(days=1)


def alerts(
    as_of: AsOf,
    known_at: KnownAt = None,
    dataset: DataSet = "",
    by: ByOption = By.SEGMENT,
    within_km: Within = WITHIN_KM,
    as_json: AsJson = False,
) -> None:
    """Show what stands out in the last whole month: arrows and alerts by printed rules, and what was said of them."""
    need_register()
    known = known_at or end_of(as_of)
    last = _last_whole_month(as_of)
    found = judged_or_mistake(on=as_of, known_at=known, dataset=dataset, by=by, last=last, within_km=within_km)
    said = findings(SECRETARIAT, on=as_of, known_at=known)
    given = series(SECRETARIAT, on=as_of, known_at=known)
    stated = proposed(found)
    name = found.placed.events.dataset
    records = {f"{each.region} {each.kind}": track_record(each.values, each.months) for each in given}
    answer = {
        "month": stated.month,
        "judged_by": stated.judge,
        "arrow_rule": ARROW_RULE,
        "arrows": [
            {
                "unit": unit,
                "arrow": reason.arrow,
                "latest": reason.latest,
                "mean": reason.mean,
                "low": reason.low,
                "high": reason.high,
                "change_12_months": stated.changes[unit].year,
                "change_5_years": stated.changes[unit].five_years,
                "judged_by": stated.judge,
            }
            for unit, reason in stated.arrows.items()
        ],
        "alerts": [
            *(_alert_json(each, name, stated.judge) for each in stated.alerts),
            *(
                _alert_json(alert, "region-series", judge_of(len(each.values) - 1))
                for each in given
                for alert in alerts_of_series([each])
            ),
        ],
        "findings": [
            {
                "unit": each.last.unit,
                "kind": each.last.event_kind,
                "month": each.last.month,
                "finding": each.last.finding,
                "value": each.last.value,
                "stage": each.last.stage,
                "reason": each.last.reason,
            }
            for each in said
        ],
        "track_record": [
            {
                "series": key,
                "first": tested.first,
                "last": tested.last,
                "judged": tested.record.judged,
                "alerts": tested.record.alerts,
                "followed": tested.record.followed,
                "false_alarms": tested.record.false_alarms,
                "rises": tested.record.rises,
                "misses": tested.record.misses,
            }
            for key, tested in records.items()
            if tested is not None
        ],
        "predictions": [
            {
                "series": f"{each.region} {each.kind}",
                "unit": each.unit,
                "points": scored.points,
                "crps_of_draws": round(scored.of_draws, 3),
                "crps_of_negative_binomial": round(scored.of_counts, 3),
            }
            for each in given
            if (scored := scores(each.values)) is not None
        ],
    }
    if as_json:
        print_json(answer)
        return
    _print_alerts(stated, answer)


def _print_alerts(stated: Proposed, answer: dict[str, Any]) -> None:
    print_table(
        f"Arrows, {stated.month}",
        ["unit", "arrow", "latest", "mean of 12 before", "expected from", "to", "judged by"],
        [
            [
                unit,
                reason.arrow,
                f"{reason.latest:g}",
                *_numbers(reason.mean, reason.low, reason.high),
                JUDGED[stated.judge],
            ]
            for unit, reason in stated.arrows.items()
        ],
    )
    typer.echo(ARROW_RULE.en)
    for each in answer["alerts"]:
        rules = ", ".join(str(met["rule"]) for met in each["rules"])
        typer.echo(
            f"Alert: {each['unit']}, {each['kind']}, {each['month']}: {each['observed']:g} ({rules}), "
            f"{each['dataset']}, judged by {JUDGED[each['judged_by']]}"
        )
    if not answer["alerts"]:
        typer.echo("No alert.")
    for each in answer["track_record"]:
        typer.echo(
            f"Track record, {each['series']}, {each['first']} to {each['last']}: {each['followed']} of "
            f"{each['alerts']} alerts were followed by a rise, {each['misses']} of {each['rises']} rises were missed."
        )
    for each in answer["predictions"]:
        typer.echo(
            f"Predictions, {each['series']}, {each['points']} months: mean CRPS {each['crps_of_draws']:g} "
            f"{each['unit']} with the twelve months before as draws, {each['crps_of_negative_binomial']:g} with a "
            "negative binomial of their mean and variance; less is better."
        )


def _numbers(*values: float | None) -> list[str]:
    return ["unknown" if value is None else f"{value:.1f}" for value in values]


def add_to(_app: typer.Typer) -> None:
    """Add the command to those of ``watch``."""
    watch_app.command("alerts")(alerts)
