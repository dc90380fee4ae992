"""Checks of two figures against each other: one period told twice, a total that falls, a jump, a unit mixed up."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import log10

from secretariat.kernel import LocalizedText, Period
from secretariat.programmes.rules.bounds import ABOUT, Bounds
from secretariat.programmes.rules.findings import Amount, Finding, FindingKind, Quantity, Weight, amount_of
from secretariat.programmes.rules.indicators import Indicator, Rhythm, rhythm_of
from secretariat.programmes.rules.measurements import Measurement, PeriodFigures, by_period
from secretariat.programmes.rules.spoken import period_text

JUMP = 3.0
"""Two neighbouring periods of the same length differ by more than this factor, whatever the qualifiers allow."""
THOUSANDS = (3, 6, 9)
"""Powers of ten by which units of one kind usually differ: kilogram and tonne, gram and tonne."""
SAME_PERIOD, NEIGHBOURS = 0.05, 0.3
"""How near to such a power a ratio lies, in decimal logarithms: within 12 % for one period, factor two for two."""


def amount(measurement: Measurement, indicator: Indicator) -> Amount:
    """A measurement in the indicator's unit, with the qualifier the source gives it."""
    rows, factor = (measurement.basis.key,), measurement.factor
    if measurement.low is not None and measurement.high is not None:
        return amount_of(Bounds(measurement.low * factor, measurement.high * factor), indicator.unit_name, rows)
    value = (measurement.value or 0.0) * factor
    return Amount(value, measurement.qualifier, indicator.unit_name, rows)


def looks_like_another_unit(one: Bounds, other: Bounds, tolerance: float) -> bool:
    """Whether two figures differ by about 1,000, a million or a thousand million times."""
    if one.face <= 0 or other.face <= 0:
        return False
    distance = abs(log10(one.face) - log10(other.face))
    return any(abs(distance - power) <= tolerance for power in THOUSANDS)


def _finding(  # what every finding of two figures says
    kind: FindingKind,
    weight: Weight,
    indicator: Indicator,
    pair: tuple[Measurement, Measurement],
    text: LocalizedText,
    **more: Quantity,
) -> Finding:
    one, other = pair
    values = {"one": amount(one, indicator), "other": amount(other, indicator), **more}
    rows = tuple(dict.fromkeys((one.basis.key, other.basis.key)))
    return Finding(kind, weight, indicator.key, rows, text, tuple(values.items()), one.state, one.operation)


_WORDS = {
    FindingKind.ONE_SOURCE_TWO_VALUES: LocalizedText(
        "One source gives both {one} and {other} ({period}).",
        "Один и тот же источник приводит и {one}, и {other} ({period}).",
    ),
    FindingKind.SOURCES_DISAGREE: LocalizedText(
        "Sources disagree: {one} and {other} ({period}).",
        "Источники расходятся: {one} и {other} ({period}).",
    ),
    FindingKind.UNIT_MIX_UP: LocalizedText(
        "{one} and {other} ({period}) differ about a thousand times or a power of it: the unit may be mixed up.",
        "{one} и {other} ({period}) различаются примерно в тысячу раз или в степень тысячи: возможно, перепутана "
        "единица измерения.",
    ),
}


def _contradicts(one: Measurement, other: Measurement) -> FindingKind | None:
    """What is wrong with two figures for the same period.

    Figures of one source are taken at face value: a headline rounds its text by a tenth at most, whatever "more than"
    would allow. Those of different sources contradict each other where no value satisfies both.
    """
    if one.bounds is None or other.bounds is None:
        return None
    is_one_source = bool(set(one.basis.sources) & set(other.basis.sources))
    faces = sorted((one.bounds.face, other.bounds.face))
    differ = faces[1] - faces[0] > ABOUT * faces[1] if is_one_source else not one.bounds.meets(other.bounds)
    if not differ:
        return None
    if looks_like_another_unit(one.bounds, other.bounds, SAME_PERIOD):
        return FindingKind.UNIT_MIX_UP
    return FindingKind.ONE_SOURCE_TWO_VALUES if is_one_source else FindingKind.SOURCES_DISAGREE


def two_values(indicator: Indicator, measurements: Sequence[Measurement]) -> Iterator[Finding]:
    """Figures of one series for exactly the same period that cannot both be true."""
    told: dict[tuple[Period, bool], list[Measurement]] = {}
    for each in measurements:
        if each.bounds is not None and (each.period.start is not None or not each.cumulative):
            told.setdefault((each.period, each.cumulative), []).append(each)
    for (period, _), some in told.items():
        for one, other in combinations(some, 2):
            if (kind := _contradicts(one, other)) is not None:
                yield _finding(
                    kind, Weight.CONTRADICTION, indicator, (one, other), _WORDS[kind], period=period_text(period)
                )


_FALLS = LocalizedText(
    "A total of {one} was given ({one_period}); a later one is smaller: {other} ({other_period}).",
    "Назван итог {one} ({one_period}); более поздний итог меньше: {other} ({other_period}).",
)
_MAY_FALL = LocalizedText(
    "A total of {one} was given ({one_period}); a later one, {other} ({other_period}), is smaller, unless it counts "
    "from a later day.",
    "Назван итог {one} ({one_period}); более поздний итог {other} ({other_period}) меньше, если только отсчёт в нём не "
    "ведётся с более поздней даты.",
)


def falling_totals(indicator: Indicator, measurements: Sequence[Measurement]) -> Iterator[Finding]:
    """Running totals that are surely smaller than an earlier one.

    A total that counts from the first day of the indicator, or from no later day than the earlier total, covers all
    that the earlier one covers: a contradiction. Where that cannot be told, a question.
    """
    totals = [each for each in measurements if each.cumulative and each.bounds is not None]
    totals.sort(key=lambda each: (each.end, each.key))
    for one, other in combinations(totals, 2):
        if one.end >= other.end or one.bounds is None or other.bounds is None or not other.bounds.is_below(one.bounds):
            continue
        first, second, since = one.period.start, other.period.start, indicator.since
        if second is not None and first is not None and second > first:
            continue
        covers = second is not None and (
            (first is not None and second <= first) or (since is not None and second <= since)
        )
        weight, text = (Weight.CONTRADICTION, _FALLS) if covers else (Weight.QUESTION, _MAY_FALL)
        yield _finding(
            FindingKind.TOTAL_FALLS,
            weight,
            indicator,
            (one, other),
            text,
            one_period=period_text(one.period),
            other_period=period_text(other.period),
        )


_JUMP = LocalizedText(
    "From {one} ({one_period}) to {other} ({other_period}): more than threefold.",
    "От {one} ({one_period}) до {other} ({other_period}): изменение более чем в три раза.",
)
_NEIGHBOUR_UNIT = LocalizedText(
    "From {one} ({one_period}) to {other} ({other_period}): about a thousand times or a power of it, the unit may be "
    "mixed up.",
    "От {one} ({one_period}) до {other} ({other_period}): примерно в тысячу раз или в степень тысячи; возможно, "
    "перепутана единица измерения.",
)


def jumps(indicator: Indicator, measurements: Sequence[Measurement]) -> Iterator[Finding]:
    """Neighbouring periods of the calendar whose figures differ more than :data:`JUMP` times, or by a unit."""
    by_rhythm: dict[Rhythm, list[PeriodFigures]] = {}
    for each in by_period(measurements):
        if each.bounds is not None and (rhythm := rhythm_of(each.period)) is not Rhythm.NONE:
            by_rhythm.setdefault(rhythm, []).append(each)
    for some in by_rhythm.values():
        for before, after in pairwise(some):
            one, other = before.bounds, after.bounds
            if before.period.end != after.period.start or one is None or other is None:
                continue
            unit = looks_like_another_unit(one, other, NEIGHBOURS)
            jumped = one.times(JUMP).is_below(other) or other.times(JUMP).is_below(one)
            if not jumped:
                continue
            pair = (_known(before), _known(after))
            yield _finding(
                FindingKind.UNIT_MIX_UP if unit else FindingKind.JUMP,
                Weight.QUESTION,
                indicator,
                pair,
                _NEIGHBOUR_UNIT if unit else _JUMP,
                one_period=period_text(before.period),
                other_period=period_text(after.period),
            )


def _known(figures: PeriodFigures) -> Measurement:
    return next(each for each in figures.measurements if each.bounds is not None)
