"""How values read in a language: dates, numbers, shares, standings."""

from datetime import date, datetime

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from secretariat.kernel import Figure, ImpreciseDate, Language, LocalizedText, Standing
from secretariat.review.rules.blocks import Value

UNKNOWN = LocalizedText("unknown", "неизвестно")
NOT_COMPUTABLE = LocalizedText("not computable", "не вычисляется")
STANDING_WORDS = {
    Standing.CONFIRMED: LocalizedText("confirmed", "подтверждено"),
    Standing.DERIVED: LocalizedText("derived", "выведено"),
    Standing.REPORTED: LocalizedText("reported", "сообщается"),
    Standing.DISPUTED: LocalizedText("disputed", "источники расходятся"),
    Standing.UNKNOWN: LocalizedText("unknown", "неизвестно"),
}
_OF = LocalizedText("{numerator} of {denominator} ({share})", "{numerator} из {denominator} ({share})")


def day_in(language: Language, day: date) -> str:
    """``31 May 2011``, ``31 мая 2011 г.``."""
    text = format_date(day, "d MMMM y", locale=language)
    return f"{text}\N{NO-BREAK SPACE}г." if language == "ru" else text


def imprecise_in(language: Language, when: ImpreciseDate) -> str:
    """An imprecise date as far as it is known: a day, a month, a year, or two days with a dash."""
    if when.is_exact:
        return day_in(language, when.earliest)
    text = str(when)
    if "/" in text:
        return f"{day_in(language, when.earliest)} – {day_in(language, when.latest)}"
    if len(text) == len("2011"):
        return f"{text}\N{NO-BREAK SPACE}г." if language == "ru" else text
    month = format_date(when.earliest, "LLLL y", locale=language)
    return f"{month}\N{NO-BREAK SPACE}г." if language == "ru" else month


def number_in(language: Language, value: float) -> str:
    """A number with the language's separators; at most two decimals."""
    return str(format_decimal(value, format="#,##0.##", locale=language))


def figure_in(language: Language, figure: Figure) -> str:
    """A figure as it reads: a share always with its two counts, an unknown one as a word."""
    if figure.numerator is not None and figure.denominator is not None:
        share = (
            NOT_COMPUTABLE.in_language(language)
            if figure.value is None
            else str(format_percent(figure.numerator / figure.denominator, format="#,##0%", locale=language))
        )
        return _OF.in_language(language).format(
            numerator=number_in(language, figure.numerator),
            denominator=number_in(language, figure.denominator),
            share=share,
        )
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
