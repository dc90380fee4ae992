"""Arrows and alerts: what the rules propose, what analysts said of it, and how alerts have fared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secretariat.access.rules import Mark, Viewer
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.sources.queries import as_known, as_of, basis_of
from secretariat.watch import models
from secretariat.watch.measures.backtest import Record, record
from secretariat.watch.measures.counting import daily_deaths
from secretariat.watch.measures.farrington import farrington
from secretariat.watch.measures.poisson import Numbers
from secretariat.watch.measures.signals import (
    MONTH,
    SETTINGS,
    THREE_YEARS,
    Changes,
    alerts,
    arrow,
    changes,
    judge_of,
    rolling_maxima,
)
from secretariat.watch.queries.tables import ALL, Series, Tabulated
from secretariat.watch.rules.findings import finding_id
from secretariat.watch.rules.signals import (
    Alert,
    AlertRule,
    ArrowReason,
    Finding,
    FindingAct,
    FindingKind,
    Judge,
    RuleMet,
    RuleSaid,
    Stage,
    findings_of,
)


def findings(viewer: Viewer, *, on: date, known_at: datetime) -> list[Finding]:
    """What was said of arrows and alerts by a day, by unit, kind and month. One query."""
    return findings_of([_act(row, known_at) for row in as_of(viewer, models.FindingAct, on, known_at)])


def finding(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> Finding | None:
    """One finding by its id; ``None`` for one that is hidden or never was. One query."""
    said = findings(viewer, on=on, known_at=known_at)
    return next((each for each in said if finding_id(each.last.subject) == key), None)


def finding_acts_by_key(viewer: Viewer, *, known_at: datetime) -> dict[str, FindingAct]:
    """Everything that was said of findings, by key. One query."""
    return {row.key: _act(row, known_at) for row in as_known(viewer, models.FindingAct, known_at)}


def _act(row: models.FindingAct, known_at: datetime) -> FindingAct:
    return FindingAct(
        key=row.key,
        unit=row.unit,
        event_kind=row.event_kind,
        month=row.month,
        finding=FindingKind(row.finding),
        value=row.value,
        stage=Stage(row.stage),
        by=LocalizedText.of(row.by),
        reason=LocalizedText.of(row.reason),
        dataset=row.dataset,
        said=ImpreciseDate.parse(row.date).latest if row.date else None,
        basis=basis_of(row, known_at),
        rule=_rule(row.rule),
        known_from=row.known_from,
        mark=Mark(row.mark),
    )


def _rule(stated: dict[str, Any] | None) -> RuleSaid | None:
    if stated is None:
        return None
    return RuleSaid(
        value=stated["value"],
        **{name: stated.get(name) for name in ("observed", "expected", "low", "high", "within_km")},
        judge=Judge(stated["judge"]) if stated.get("judge") else None,
        met=tuple(
            RuleMet(AlertRule(each["rule"]), each.get("threshold"), each.get("p_value"), each.get("q_value"))
            for each in stated.get("met", ())
        ),
    )


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the rules say of the last month counted: an arrow for each unit over all kinds, and the alerts.

    ``judge`` is the method that the history suffices for; units of one data set have one history.
    """

    month: str
    arrows: dict[str, ArrowReason]
    changes: dict[str, Changes]
    alerts: tuple[Alert, ...]
    judge: Judge


def proposed(found: Tabulated) -> Proposed:
    """Arrows and alerts for the last month of a table of counts; none where the data set is no census."""
    counts = found.counts
    if not found.placed.events.is_census:
        return Proposed(str(counts.months[-1]), {}, {}, (), Judge.NONE)
    series = counts.events.sum(axis=1).astype(np.float64)
    rows = [(unit, ALL) for unit in counts.units]
    at = len(counts.months) - 1
    month = str(counts.months[at])
    return Proposed(
        month=month,
        arrows={unit: arrow(series[row]) for row, unit in enumerate(counts.units)},
        changes={unit: changes(series[row]) for row, unit in enumerate(counts.units)},
        alerts=(
            *alerts(series, names=rows, months=counts.months, at=at),
            *rolling_maxima(_daily(found), names=rows, month=month),
        ),
        judge=judge_of(at),
    )


def _daily(found: Tabulated) -> Numbers:
    """Deaths by day of each unit over the days that the rule of rolling maxima looks at."""
    counts = found.counts
    days = THREE_YEARS + MONTH
    last = (counts.months[-1] + 1).astype("datetime64[D]") - 1
    return np.concatenate(
        [
            daily_deaths(found.placed.table, column, of_units=(unit,), last=last, days=days)
            for unit, column in found.columns()
        ]
        or [np.zeros((0, days))]
    )


def alerts_of_series(found: Sequence[Series]) -> list[Alert]:
    """Alerts for the last month of each series; each is judged by itself, since they may end in different months."""
    raised: list[Alert] = []
    for each in found:
        raised += alerts(
            each.values[None, :], names=[(each.region, each.kind)], months=each.months, at=len(each.months) - 1
        )
    return raised


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How alerts by Farrington's method have fared on a series, from ``first`` to ``last`` month judged."""

    first: str
    last: str
    record: Record


def track_record(values: Numbers, months: NDArray[np.datetime64]) -> TrackRecord | None:
    """The back-test of one series (time,); ``None`` without five years and what follows them.

    Each month is judged by the months before it alone; whether a rise followed is looked up afterwards.
    """
    at = np.arange(SETTINGS.history, len(values))
    if not len(at):
        return None
    found = farrington(values[None, :], at=at, settings=SETTINGS)
    given = np.zeros((1, len(values)), bool)
    given[:, at] = found.alarm
    result = record(given, values[None, :], since=SETTINGS.history)
    if not result.judged:
        return None
    return TrackRecord(str(months[at[0]]), str(months[-1]), result)
