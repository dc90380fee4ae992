"""Periods and members in words, for findings, pages and charts alike."""

from datetime import date, timedelta

from babel.dates import format_date

from secretariat.kernel import Language, LocalizedText, Period
from secretariat.programmes.rules.indicators import Rhythm, rhythm_of


def _dated(day: date, language: Language, pattern: str) -> str:
    text = str(format_date(day, pattern, locale=language))
    return f"{text}\N{NO-BREAK SPACE}г." if language == "ru" and pattern.endswith("y") else text


def _between(first: date, last: date, language: Language) -> str:
    full = "d MMMM y"
    if first == last:
        return _dated(first, language, full)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = f"{first.year}\N{EN DASH}{last.year}"
        return f"{years}\N{NO-BREAK SPACE}гг." if language == "ru" else years
    if first.year == last.year and first.month == last.month:
        return f"{first.day}\N{EN DASH}{_dated(last, language, full)}"
    start = _dated(first, language, "d MMMM" if first.year == last.year else full)
    return f"{start} \N{EN DASH} {_dated(last, language, full)}"


_UP_TO = LocalizedText("up to {day}, start not stated", "по {day}, начало не указано")
_FROM = LocalizedText("from {day}", "с {day}")


def _in_language(period: Period, language: Language) -> str:
    last = period.end - timedelta(days=1) if period.end else None
    if last is None:
        start = _dated(period.start, language, "d MMMM y") if period.start else "?"
        return _FROM.in_language(language).format(day=start)
    if period.start is None:
        return _UP_TO.in_language(language).format(day=_dated(last, language, "d MMMM y"))
    match rhythm_of(period):
        case Rhythm.YEAR:
            return _dated(period.start, language, "y")
        case Rhythm.MONTH:
            return _dated(period.start, language, "LLLL y")
        case _:
            return _between(period.start, last, language)


def period_text(period: Period) -> LocalizedText:
    """``2007``, ``June 2012``, ``28 August – 3 September 2007``; an open start is said."""
    return LocalizedText(_in_language(period, "en"), _in_language(period, "ru"))


def periods_text(periods: list[Period]) -> LocalizedText:
    """Several periods with neighbours joined: ``2003, 2006, 2008–2010``."""
    joined: list[Period] = []
    for each in periods:
        if joined and joined[-1].end == each.start:
            joined[-1] = Period(joined[-1].start, each.end)
        else:
            joined.append(each)
    texts = [period_text(each) for each in joined]
    return LocalizedText(", ".join(each.en for each in texts), ", ".join(_bare_year(each.ru) for each in texts))


def _bare_year(text: str) -> str:
    """A year or years without the word for them: in a list it stands with each."""
    years = text.removesuffix("\N{NO-BREAK SPACE}гг.").removesuffix("\N{NO-BREAK SPACE}г.")
    return years if years.replace("\N{EN DASH}", "").isdigit() else text
