"""How values read in a language: dates, numbers, shares, standings."""

from datetime import date, datetime

from secretariat.kernel import Figure, ImpreciseDate, Language, LocalizedText, Standing
from secretariat.kernel.spoken import day_in, imprecise_in, number_in, share_in
from secretariat.review.rules.blocks import Value

UNKNOWN = LocalizedText("unknown", "неизвестно")
STANDING_WORDS = {
    Standing.CONFIRMED: LocalizedText("confirmed", "подтверждено"),
    Standing.DERIVED: LocalizedText("derived", "выведено"),
    Standing.REPORTED: LocalizedText("reported", "сообщается"),
    Standing.DISPUTED: LocalizedText("disputed", "источники расходятся"),
    Standing.UNKNOWN: LocalizedText("unknown", "неизвестно"),
}


def figure_in(language: Language, figure: Figure) -> str:
    """A figure as it reads: a share always with its two counts, an unknown one as a word."""
    if figure.numerator is not None and figure.denominator is not None:
        return share_in(language, figure.numerator, figure.denominator, is_known=figure.value is not None)
    if isinstance(figure.value, Standing):
        return STANDING_WORDS[figure.value].in_language(language)
    return value_in(language, figure.value)


def value_in(language: Language, value: Value) -> str:  # noqa: PLR0911  # one line for each type of value
    """Any value as it reads in a language; ``None`` is the word for unknown."""
    match value:
        case None:
            return UNKNOWN.in_language(language)
        case Figure():
            return figure_in(language, value)
        case LocalizedText():
            return value.in_language(language)
        case Standing():
            return STANDING_WORDS[value].in_language(language)
        case ImpreciseDate():
            return imprecise_in(language, value)
        case datetime():
            return f"{day_in(language, value.date())}, {value:%H:%M} UTC"
        case date():
            return day_in(language, value)
        case bool():
            return str(value)
        case int() | float():
            return number_in(language, value)
        case _:
            return str(value)
