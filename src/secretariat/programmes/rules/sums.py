"""Checks of sums: totals against the periods inside them, members against the joint figure, parts against the whole."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from secretariat.kernel import LocalizedText, Period
from secretariat.programmes.rules.bounds import NOTHING, Bounds
from secretariat.programmes.rules.findings import Finding, FindingKind, Weight, amount_of
from secretariat.programmes.rules.indicators import Indicator
from secretariat.programmes.rules.measurements import Measurement, PeriodFigures, by_period, contains
from secretariat.programmes.rules.pairs import amount
from secretariat.programmes.rules.spoken import period_text

MembersOn = Callable[[date], frozenset[str]]
"""The members on a day."""


def sum_of(figures: Iterable[PeriodFigures]) -> Bounds:
    """The sum of some figures: lower ends and upper ends added up."""
    total = NOTHING
    for each in figures:
        if each.bounds is not None:
            total += each.bounds
    return total


def disjoint(figures: Sequence[PeriodFigures]) -> list[PeriodFigures]:
    """Of periods that may overlap, those that do not and add up to most, so that nothing is counted twice.

    Weighted interval scheduling on the lower ends; ``figures`` in the order of their ends.
    """
    ends = [each.period.end or date.max for each in figures]
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for index, each in enumerate(figures):
        before = bisect_right(ends, each.period.start or date.min, 0, index)
        low = each.bounds.low if each.bounds else 0.0
        taken = (best[before][0] + low, [*best[before][1], index])
        best.append(max(best[index], taken, key=lambda each: each[0]))
    return [figures[index] for index in best[-1][1]]


def covering(figures: Sequence[PeriodFigures], whole: Period) -> list[PeriodFigures] | None:
    """Figures whose periods follow each other from the first day of a whole to its last; ``None`` where some lack."""
    starting: dict[date | None, PeriodFigures] = {}
    for each in figures:
        starting.setdefault(each.period.start, each)
    chain: list[PeriodFigures] = []
    day = whole.start
    while day is not None and day != whole.end and day in starting:
        chain.append(starting[day])
        day = starting[day].period.end
    return chain if chain and day == whole.end else None


_ABOVE = LocalizedText(
    "The periods on record inside {period} add up to {sum}, more than the {total} given for all of it.",
    "Зафиксированные периоды ({period}) в сумме дают {sum} – больше, чем указано за всё это время: {total}.",
)
_BELOW = LocalizedText(
    "The periods that make up {period} add up to {sum}, less than the {total} given for all of it.",
    "Периоды, составляющие целое ({period}), в сумме дают {sum} – меньше, чем указано за всё это время: {total}.",
)
_OPEN = LocalizedText(
    "A total of {total} was given ({period}). The periods on record inside it add up to {sum} at face value; for the "
    "rest there is no figure.",
    "Назван итог {total} ({period}). Зафиксированные внутри него периоды по номиналу дают {sum}; об остальных данных "
    "нет.",
)


def totals_against_periods(indicator: Indicator, measurements: Sequence[Measurement]) -> Iterator[Finding]:
    """Running totals, and figures of long periods, against what lies inside them."""
    if not indicator.additive:
        return
    figures = [each for each in by_period(measurements) if each.bounds is not None]
    for whole in measurements:
        if whole.bounds is None or (not whole.cumulative and whole.period.start is None):
            continue
        start = whole.period.start or indicator.since
        if start is None or start >= whole.end:
            continue
        span = Period(start, whole.period.end)
        inside = [each for each in figures if each.period != span and contains(span, each.period)]
        if inside:
            yield from _total(indicator, whole, span, inside)


def _total(
    indicator: Indicator, whole: Measurement, span: Period, inside: Sequence[PeriodFigures]
) -> Iterator[Finding]:
    bounds = whole.bounds
    if bounds is None:
        return
    chosen = disjoint(inside)
    rows = tuple(key for each in chosen for key in each.rows)
    summed = sum_of(chosen)
    kind, weight, text = FindingKind.TOTAL_UNACCOUNTED, Weight.QUESTION, _OPEN
    if bounds.is_below(Bounds(summed.low, summed.low, summed.low_open, high_open=False)):
        kind, text = FindingKind.TOTAL_BELOW_PERIODS, _ABOVE
        weight = Weight.QUESTION if whole.period.start is None else Weight.CONTRADICTION
    elif (chain := covering(inside, span)) is not None:
        summed, rows = sum_of(chain), tuple(key for each in chain for key in each.rows)
        if not summed.is_below(bounds):
            return
        kind, weight, text = FindingKind.TOTAL_ABOVE_PERIODS, Weight.CONTRADICTION, _BELOW
    elif not whole.cumulative or sum(each.bounds.face for each in chosen if each.bounds) >= bounds.low:
        return
    else:
        face = sum(each.bounds.face for each in chosen if each.bounds)
        summed = Bounds(face, face)
    values = (
        ("total", amount(whole, indicator)),
        ("sum", amount_of(summed, indicator.unit_name, rows)),
        ("period", period_text(whole.period)),
    )
    keys = tuple(dict.fromkeys((whole.basis.key, *rows)))
    yield Finding(kind, weight, indicator.key, keys, text, values, whole.state, whole.operation)


_MEMBERS_ABOVE = LocalizedText(
    "The members' own figures add up to {sum}, more than the joint {total} ({period}).",
    "Собственные данные членов в сумме дают {sum} – больше общего показателя {total} ({period}).",
)
_MEMBERS_BELOW = LocalizedText(
    "All members reported; their figures add up to {sum}, less than the joint {total} ({period}).",
    "Отчитались все члены; их данные в сумме дают {sum} – меньше общего показателя {total} ({period}).",
)


def members_against_joint(
    indicator: Indicator, measurements: Sequence[Measurement], members: MembersOn
) -> Iterator[Finding]:
    """The figures of members for one period against the joint one of the same period and operation."""
    if not indicator.additive:
        return
    told: dict[tuple[str, Period, bool], dict[str, list[Measurement]]] = {}
    for each in measurements:
        if each.bounds is not None:
            place = told.setdefault((each.operation or "", each.period, each.cumulative), {})
            place.setdefault(each.state or "", []).append(each)
    for (operation, period, _), by_state in told.items():
        joint = by_state.pop("", None)
        if joint is None or not by_state:
            continue
        whole = PeriodFigures(period, tuple(joint))
        own = [PeriodFigures(period, tuple(some)) for some in by_state.values()]
        summed, total = sum_of(own), whole.bounds
        if total is None:
            continue
        last = period.end - timedelta(days=1) if period.end else date.max
        if total.is_below(Bounds(summed.low, summed.low, summed.low_open)):
            kind, text = FindingKind.MEMBERS_ABOVE_JOINT, _MEMBERS_ABOVE
        elif summed.is_below(total) and (expected := members(last)) and expected <= by_state.keys():
            kind, text = FindingKind.MEMBERS_BELOW_JOINT, _MEMBERS_BELOW
        else:
            continue
        rows = tuple(key for each in own for key in each.rows)
        values = (
            ("sum", amount_of(summed, indicator.unit_name, rows)),
            ("total", amount_of(total, indicator.unit_name, whole.rows)),
            ("period", period_text(period)),
        )
        keys = (*whole.rows, *rows)
        yield Finding(kind, Weight.CONTRADICTION, indicator.key, keys, text, values, None, operation or None)


_PARTS = LocalizedText(
    "The parts of “{name}” on record add up to {sum}, more than the whole, {total} ({period}).",
    "Составные части показателя «{name}» в сумме дают {sum} – больше целого: {total} ({period}).",
)


def parts_against_whole(
    whole: Indicator, parts: Sequence[Indicator], measurements: dict[str, list[Measurement]]
) -> Iterator[Finding]:
    """The figures of an indicator's parts for one period against the figure of the whole.

    ``measurements`` are those of every indicator by its key; a part whose unit the whole does not know is left out.
    """
    units = {whole.unit, *(unit for unit, _ in whole.units)}
    told: dict[tuple[str, str, Period], dict[str, list[Measurement]]] = {}
    for part in parts:
        if part.unit in units:
            for each in measurements.get(part.key, []):
                if each.bounds is not None and not each.cumulative:
                    place = told.setdefault((each.state or "", each.operation or "", each.period), {})
                    place.setdefault(part.key, []).append(each)
    factors = {part.key: whole.factor(part.unit) or 1.0 for part in parts if part.unit in units}
    for figures in by_place(measurements.get(whole.key, [])):
        first = figures.measurements[0]
        found = told.get((first.state or "", first.operation or "", figures.period), {})
        total, summed = figures.bounds, NOTHING
        rows: list[str] = []
        for part_key, some in found.items():
            each_part = PeriodFigures(figures.period, tuple(some))
            if each_part.bounds is not None:
                summed += each_part.bounds.times(factors[part_key])
                rows += each_part.rows
        if total is None or not total.is_below(Bounds(summed.low, summed.low, summed.low_open)):
            continue
        values = (
            ("name", whole.name),
            ("sum", amount_of(summed, whole.unit_name, tuple(rows))),
            ("total", amount_of(total, whole.unit_name, figures.rows)),
            ("period", period_text(figures.period)),
        )
        yield Finding(
            FindingKind.PARTS_ABOVE_WHOLE,
            Weight.CONTRADICTION,
            whole.key,
            (*figures.rows, *rows),
            _PARTS,
            values,
            first.state,
            first.operation,
        )


def by_place(measurements: Sequence[Measurement]) -> Iterator[PeriodFigures]:
    """The figures of each series for each period."""
    grouped: dict[tuple[str, str, Period], list[Measurement]] = {}
    for each in measurements:
        if not each.cumulative:
            grouped.setdefault((each.state or "", each.operation or "", each.period), []).append(each)
    for (_, _, period), some in grouped.items():
        yield PeriodFigures(period, tuple(some))
