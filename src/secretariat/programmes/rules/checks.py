"""The checks a council's officer needs, all of them at once. Each finding names its rows; none is repaired."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from secretariat.kernel import LocalizedText, Period
from secretariat.programmes.rules.bounds import Qualifier
from secretariat.programmes.rules.findings import Amount, Finding, FindingKind, Weight
from secretariat.programmes.rules.indicators import Indicator, Reporter, calendar_periods
from secretariat.programmes.rules.measurements import Measurement, by_period, by_series, contains
from secretariat.programmes.rules.pairs import falling_totals, jumps, two_values
from secretariat.programmes.rules.spoken import period_text, periods_text
from secretariat.programmes.rules.sums import (
    MembersOn,
    members_against_joint,
    parts_against_whole,
    totals_against_periods,
)

CHECKS_OF_A_SERIES = (two_values, falling_totals, totals_against_periods, jumps)
_OVERLAP = LocalizedText(
    "Two periods overlap ({one_period}; {other_period}): their figures cannot be added up.",
    "Периоды пересекаются ({one_period}; {other_period}): их данные нельзя складывать.",
)
_MISSING = LocalizedText(
    "No figure for {missing} of {expected} expected periods: {periods}.",
    "Нет данных за {missing} из {expected} ожидаемых периодов: {periods}.",
)
_BARE = LocalizedText()


def overlaps(indicator: Indicator, measurements: Sequence[Measurement]) -> Iterator[Finding]:
    """Periods of one series that share days, neither inside the other."""
    figures = [each for each in by_period(measurements) if each.bounds is not None and each.period.start is not None]
    figures.sort(key=lambda each: (each.period.start or date.min, each.period.end or date.max))
    for index, one in enumerate(figures):
        for other in figures[index + 1 :]:
            if one.period.end is not None and other.period.start is not None and other.period.start >= one.period.end:
                break
            if contains(one.period, other.period) or contains(other.period, one.period):
                continue
            first = one.measurements[0]
            yield Finding(
                FindingKind.OVERLAP,
                Weight.QUESTION,
                indicator.key,
                (*one.rows, *other.rows),
                _OVERLAP,
                (("one_period", period_text(one.period)), ("other_period", period_text(other.period))),
                first.state,
                first.operation,
            )


def missing_periods(
    indicator: Indicator, measurements: Sequence[Measurement], on: date, state: str | None = None
) -> tuple[list[Period], list[Period]]:
    """The calendar periods expected by a day, and those of them for which there is no known figure at all.

    A figure for a part of a period counts as something; a total over several periods does not fill any of them.
    Expected are the periods from the indicator's first day on that have ended.
    """
    if indicator.since is None:
        return [], []
    expected = calendar_periods(indicator.rhythm, indicator.since, on)
    told = [
        each.period
        for each in measurements
        if each.bounds is not None and not each.cumulative and each.state == state and each.indicator == indicator.key
    ]
    return expected, [each for each in expected if not any(contains(each, period) for period in told)]


def _missing(
    indicator: Indicator, measurements: Sequence[Measurement], on: date, state: str | None
) -> Iterator[Finding]:
    expected, missing = missing_periods(indicator, measurements, on, state)
    if not missing:
        return
    looked_for = tuple(
        each.basis.key
        for each in measurements
        if each.bounds is None
        and each.state == state
        and any(contains(period, each.period) or contains(each.period, period) for period in missing)
    )
    # What is expected follows from the indicator: its row stands beneath the finding where no figure does.
    rows = (indicator.basis.key, *looked_for)
    values = (
        ("missing", Amount(len(missing), Qualifier.EXACT, _BARE, rows)),
        ("expected", Amount(len(expected), Qualifier.EXACT, _BARE, (indicator.basis.key,))),
        ("periods", periods_text(missing)),
    )
    yield Finding(FindingKind.MISSING_PERIODS, Weight.QUESTION, indicator.key, rows, _MISSING, values, state, None)


def findings_of(
    indicators: Iterable[Indicator], measurements: Iterable[Measurement], *, members: MembersOn, on: date
) -> list[Finding]:
    """Everything odd about the figures of some indicators, as of a day, in the order of the indicators.

    ``members`` gives the members on a day: who is expected to report, and when the sum of members is complete.
    """
    listed = list(indicators)
    told: dict[str, list[Measurement]] = {}
    for each in measurements:
        told.setdefault(each.indicator, []).append(each)
    found: list[Finding] = []
    for indicator in listed:
        own = told.get(indicator.key, [])
        some: list[Finding] = []
        for series in by_series(own).values():
            for check in CHECKS_OF_A_SERIES:
                some += check(indicator, series)
            some += overlaps(indicator, series)
        some += members_against_joint(indicator, own, members)
        some += parts_against_whole(indicator, [each for each in listed if each.part_of == indicator.key], told)
        each_member = indicator.reporter is Reporter.MEMBERS
        for state in sorted(members(on)) if each_member else [None]:
            some += _missing(indicator, own, on, state)
        found += some
    return found


def disputed_rows(findings: Iterable[Finding]) -> frozenset[str]:
    """The rows that cannot all be true."""
    return frozenset(key for each in findings if each.weight is Weight.CONTRADICTION for key in each.rows)


def last_day(period: Period) -> date | None:
    """The last day a period covers."""
    return period.end - timedelta(days=1) if period.end else None
