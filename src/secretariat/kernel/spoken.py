"""How days and numbers read in a language."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from secretariat.kernel.dates import ImpreciseDate
from secretariat.kernel.text import Language, LocalizedText

_OF = LocalizedText("{numerator} of {denominator} ({share})", "{numerator} из {denominator} ({share})")
_NOT_COMPUTABLE = LocalizedText("not computable", "не вычисляется")


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


def share_in(language: Language, numerator: int, denominator: int, *, is_known: bool = True) -> str:
    """A share with its two counts: ``1 of 7 (14%)``; over nothing, and where it is not known, it is not computable."""
    share = _NOT_COMPUTABLE.in_language(language)
    if denominator and is_known:
        share = str(format_percent(numerator / denominator, format="#,##0%", locale=language))
    return _OF.in_language(language).format(
        numerator=number_in(language, numerator), denominator=number_in(language, denominator), share=share
    )
