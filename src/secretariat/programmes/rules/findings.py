"""What a check found: which rows, how bad, and why, in words that keep every number apart from the sentence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel.dates import format_date
from babel.numbers import format_decimal

from secretariat.kernel import Language, LocalizedText
from secretariat.programmes.rules.bounds import Bounds, Qualifier


class FindingKind(StrEnum):
    """What is odd about some figures."""

    TOTAL_FALLS = "total_falls"
    """A running total is smaller than an earlier one."""
    TOTAL_BELOW_PERIODS = "total_below_periods"
    """The periods inside it add up to more."""
    TOTAL_ABOVE_PERIODS = "total_above_periods"
    """The periods that cover it wholly add up to less."""
    TOTAL_UNACCOUNTED = "total_unaccounted"
    """Some periods inside it have no figure, and the others do not reach it."""
    MEMBERS_ABOVE_JOINT = "members_above_joint"
    MEMBERS_BELOW_JOINT = "members_below_joint"
    PARTS_ABOVE_WHOLE = "parts_above_whole"
    ONE_SOURCE_TWO_VALUES = "one_source_two_values"
    """A headline against its text."""
    SOURCES_DISAGREE = "sources_disagree"
    UNIT_MIX_UP = "unit_mix_up"
    JUMP = "jump"
    OVERLAP = "overlap"
    MISSING_PERIODS = "missing_periods"


class Weight(StrEnum):
    """How much a finding weighs."""

    CONTRADICTION = "contradiction"
    """Not all of the rows can be true."""
    QUESTION = "question"
    """All can be true; somebody should ask."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a finding with its qualifier, its unit and the rows it comes from; ``high`` closes a range."""

    value: float
    qualifier: Qualifier
    unit: LocalizedText
    rows: tuple[str, ...]
    high: float | None = None


Quantity = Amount | date | LocalizedText


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``text`` has a named place for each of ``values``; nothing is repaired on account of it."""

    kind: FindingKind
    weight: Weight
    indicator: str
    rows: tuple[str, ...]
    text: LocalizedText
    values: tuple[tuple[str, Quantity], ...]
    state: str | None = None
    operation: str | None = None


QUALIFIED = {
    Qualifier.EXACT: LocalizedText("{n}", "{n}"),
    Qualifier.ABOUT: LocalizedText("about {n}", "около {n}"),
    Qualifier.ALMOST: LocalizedText("almost {n}", "почти {n}"),
    Qualifier.MORE_THAN: LocalizedText("more than {n}", "более {n}"),
    Qualifier.AT_LEAST: LocalizedText("at least {n}", "не менее {n}"),
    Qualifier.LESS_THAN: LocalizedText("less than {n}", "менее {n}"),
    Qualifier.RANGE: LocalizedText("{n} to {high}", "от {n} до {high}"),
}
"""A number with its qualifier; ``n`` and ``high`` are its places."""


def amount_of(bounds: Bounds, unit: LocalizedText, rows: tuple[str, ...]) -> Amount:
    """Bounds as a number with a qualifier."""
    if bounds.low == bounds.high:
        return Amount(bounds.low, Qualifier.EXACT, unit, rows)
    if bounds.is_unlimited:
        return Amount(bounds.low, Qualifier.MORE_THAN if bounds.low_open else Qualifier.AT_LEAST, unit, rows)
    if bounds.low == 0:
        return Amount(bounds.high, Qualifier.LESS_THAN, unit, rows)
    return Amount(bounds.low, Qualifier.RANGE, unit, rows, bounds.high)


def number_text(value: float, language: Language) -> str:
    """A number with the language's separators, at most three decimals; a small one with three significant digits."""
    if 0 < abs(value) < 0.001:  # noqa: PLR2004  # below the last decimal shown
        return str(format_decimal(float(f"{value:.3g}"), format="0.############", locale=language))
    return str(format_decimal(value, format="#,##0.###", locale=language))


def qualified_text(
    value: float, qualifier: Qualifier, language: Language, *, high: float | None = None, unit: LocalizedText
) -> str:
    """``more than 400 t``, ``более 400 т``."""
    numbers = {"n": number_text(value, language), "high": number_text(high if high is not None else value, language)}
    text = QUALIFIED[qualifier].in_language(language).format(**numbers)
    return f"{text} {unit.in_language(language)}".strip()


def _spoken(value: Quantity, language: Language) -> str:
    match value:
        case Amount():
            return qualified_text(value.value, value.qualifier, language, high=value.high, unit=value.unit)
        case date():
            text = format_date(value, "d MMMM y", locale=language)
            return f"{text}\N{NO-BREAK SPACE}г." if language == "ru" else text
        case LocalizedText():
            return value.in_language(language)


def explained(finding: Finding) -> LocalizedText:
    """The finding as a sentence in both languages."""
    en = finding.text.en.format(**{name: _spoken(value, "en") for name, value in finding.values})
    ru = finding.text.ru.format(**{name: _spoken(value, "ru") for name, value in finding.values})
    return LocalizedText(en, ru)
