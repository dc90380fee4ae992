"""The words of the templates: texts, dates, terms, chips and links in the language of the page."""

from datetime import date, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_interval
from babel.numbers import format_decimal, format_percent
from django import template
from django.forms import BaseForm
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from secretariat.kernel import ImpreciseDate, Language, LocalizedText, Standing
from secretariat.web.terms import TERMS
from secretariat.web.wording import put_words
from secretariat.web.words import WORDS

register = template.Library()
MARKS = {
    Standing.CONFIRMED: "●",
    Standing.DERIVED: "◐",
    Standing.REPORTED: "○",
    Standing.DISPUTED: "◆",
    Standing.UNKNOWN: "?",
}
"""A standing is a word and a sign; colour only repeats them."""
TONES = {
    "good": "party verified held adopted confirmed accepted fixed true",
    "warn": "suspended stagnant blocked contradicted disputed expected proposed signatory consented provisional "
    "claimed in_progress under_consideration scheduled moved unconfirmed",
    "bad": "overdue withdrawn expelled lapsed declined cancelled false elapsed",
}
_TONE = {word: tone for tone, words in TONES.items() for word in words.split()}


def _language(context: Context) -> Language:
    return "ru" if context.get("language") == "ru" else "en"


def _carried(context: Context) -> tuple[tuple[str, str], ...]:
    question = context.get("question")
    return question.carried if question is not None else ()


def _zone(context: Context) -> str:
    """The time zone of whoever is signed in; of the public, UTC."""
    signed_in = context.get("signed_in")
    return str(signed_in["zone"]) if signed_in else "UTC"


def spoken_term(value: object, language: Language) -> str:
    """A value of an enumeration, or a kind from the pack, as a word of the language."""
    key = str(value.value if isinstance(value, Enum) else value)
    words = TERMS.get(f"{type(value).__name__}.{key}") or TERMS.get(key)
    return words[0 if language == "en" else 1] if words else key.replace("_", " ")


def _spoken_interval(value: ImpreciseDate, language: Language) -> str:
    match str(value).count("-"):
        case 0:
            return str(value)
        case 1:
            return format_date(value.earliest, "LLLL y", locale=language)
    whole_months = value.earliest.day == 1 and (value.latest + timedelta(days=1)).day == 1
    locale = "en_GB" if language == "en" else language
    return format_interval(value.earliest, value.latest, "yMMMM" if whole_months else "yMMMMd", locale=locale)


def spoken_day(value: object, language: Language, zone: str = "UTC") -> str:
    """A date as the language writes it; an imprecise one as precisely as it is known; ``None`` as unknown.

    An instant is told in ``zone``, which is named beside it.
    """
    match value:
        case datetime():
            told = format_datetime(value, "d MMMM y, HH:mm:ss", tzinfo=ZoneInfo(zone), locale=language)
            return f"{told} {zone}"
        case date():
            return format_date(value, "d MMMM y", locale=language)
        case ImpreciseDate() if value.is_exact:
            return spoken_day(value.earliest, language)
        case ImpreciseDate():
            return _spoken_interval(value, language)
        case str() if value:
            return spoken_day(ImpreciseDate.parse(value), language)
        case _:
            return WORDS[language]["unknown"]


@register.simple_tag(takes_context=True)
def say(context: Context, text: LocalizedText | str | None) -> str:
    """A text in the language of the page."""
    return LocalizedText.of(text).in_language(_language(context))


@register.simple_tag(takes_context=True)
def say_name(context: Context, names: dict[str, LocalizedText], code: str) -> str:
    """The name that belongs to a code; the code itself where none is recorded."""
    return names.get(code, LocalizedText(en=code)).in_language(_language(context))


@register.simple_tag(takes_context=True)
def term(context: Context, value: object) -> str:
    """A value of an enumeration in the language of the page."""
    return spoken_term(value, _language(context))


@register.simple_tag(takes_context=True)
def term_of(context: Context, kind: str, value: object) -> str:
    """A value as a word where only its text is at hand, and the name of its enumeration."""
    return spoken_term(f"{kind}.{value}" if f"{kind}.{value}" in TERMS else value, _language(context))


@register.simple_tag(takes_context=True)
def worded(context: Context, form: BaseForm) -> str:
    """Name the fields of a form of the sign-in library in our words; says nothing itself."""
    put_words(form, _language(context))
    return ""


@register.simple_tag(takes_context=True)
def day(context: Context, value: object) -> SafeString | str:
    """A date in the language of the page, with its ISO form for machines where it is one day."""
    spoken = spoken_day(value, _language(context), _zone(context))
    exact = value if isinstance(value, date) else None
    if isinstance(value, ImpreciseDate) and value.is_exact:
        exact = value.earliest
    if exact is None:
        return spoken if value else format_html('<span class="unknown">{}</span>', spoken)
    return format_html('<time datetime="{}">{}</time>', exact.isoformat(), spoken)


@register.simple_tag(takes_context=True)
def number(context: Context, value: float | None) -> str:
    """A number in the language of the page; ``None`` as unknown."""
    language = _language(context)
    return WORDS[language]["unknown"] if value is None else format_decimal(value, locale=language)


@register.simple_tag(takes_context=True)
def share(context: Context, value: float | None) -> str:
    """A share between 0 and 1 in percent; ``None`` as unknown."""
    language = _language(context)
    return WORDS[language]["unknown"] if value is None else format_percent(value, "0.#%", locale=language)


@register.simple_tag(takes_context=True)
def standing(context: Context, value: Standing | str) -> SafeString:
    """The standing of a fact: a sign and a word."""
    found = Standing(value)
    return format_html(
        '<span class="standing {}"><span aria-hidden="true">{}</span> {}</span>',
        found.value,
        MARKS[found],
        spoken_term(found, _language(context)),
    )


@register.simple_tag(takes_context=True)
def chip(context: Context, value: object) -> SafeString:
    """A status as a chip."""
    key = str(value.value if isinstance(value, Enum) else value)
    return format_html(
        '<span class="chip {}">{}</span>', _TONE.get(key, "calm"), spoken_term(value, _language(context))
    )


@register.simple_tag(takes_context=True)
def to(context: Context, route: str, *arguments: str, **parameters: str) -> str:
    """The address of a page, with the two dates and the language of this one."""
    query = dict(_carried(context)) | {name: value for name, value in parameters.items() if value}
    return reverse(route, args=arguments) + (f"?{urlencode(query)}" if query else "")


@register.simple_tag(takes_context=True)
def refs(context: Context, keys: list[str] | tuple[str, ...]) -> SafeString:
    """The sources of a fact as short links; a dash where the record names none."""
    if not keys:
        return format_html('<span class="unknown">{}</span>', WORDS[_language(context)]["no_source"])
    links = ((to(context, "sources:source", key), key) for key in dict.fromkeys(keys))
    return format_html('<span class="refs">{}</span>', format_html_join(" ", '<a href="{}">{}</a>', links))


@register.simple_tag(takes_context=True)
def label(context: Context, name: str) -> str:
    """A label by a name that the view chose."""
    return WORDS[_language(context)][name]


@register.simple_tag(takes_context=True)
def present(context: Context) -> str:
    """This page as of today, in the same language."""
    request: HttpRequest = context["request"]
    language = request.GET.get("lang", "")
    return request.path + (f"?{urlencode({'lang': language})}" if language else "")


@register.simple_tag(takes_context=True)
def turn(context: Context, page: int) -> str:
    """Another page of the same list, with the same choices."""
    request: HttpRequest = context["request"]
    parameters = request.GET.copy()
    parameters["page"] = str(page)
    return f"{request.path}?{parameters.urlencode()}"


@register.simple_tag(takes_context=True)
def but(context: Context, name: str, value: str) -> str:
    """This page with one choice made otherwise, from its first leaf; an empty value takes the choice back."""
    request: HttpRequest = context["request"]
    parameters = request.GET.copy()
    parameters.pop("page", None)
    parameters.pop(name, None)
    if value:
        parameters[name] = value
    return request.path + (f"?{parameters.urlencode()}" if parameters else "")


@register.simple_tag(takes_context=True)
def same(context: Context, route: str, **changes: str) -> str:
    """Another form of what this page shows: the same choices, whatever the leaf."""
    request: HttpRequest = context["request"]
    parameters = request.GET.copy()
    parameters.pop("page", None)
    for name, value in changes.items():
        parameters[name] = value
    return reverse(route) + (f"?{parameters.urlencode()}" if parameters else "")


@register.simple_tag(takes_context=True)
def file(context: Context, ending: str, table: str) -> str:
    """A table of this page as a file, with the same choices, whatever the leaf."""
    request: HttpRequest = context["request"]
    parameters = request.GET.copy()
    parameters.pop("page", None)
    parameters.pop("table", None)
    if table != context["tables"][0]:
        parameters["table"] = table
    return f"{request.path}.{ending}" + (f"?{parameters.urlencode()}" if parameters else "")


@register.simple_tag(takes_context=True)
def interval(context: Context, earliest: date | None, latest: date | None) -> str:
    """The days between two bounds, both included; an open bound as unknown."""
    language = _language(context)
    if earliest is None and latest is None:
        return WORDS[language]["unknown"]
    if earliest is None or latest is None or latest < earliest:
        return f"{spoken_day(earliest, language)} – {spoken_day(latest, language)}"
    return spoken_day(ImpreciseDate(earliest, latest), language)


@register.simple_tag(takes_context=True)
def condition(context: Context, relation: str, anchor: str, days: int) -> SafeString:
    """A condition on a date: before or after a meeting, or the next session of an organ."""
    language = _language(context)
    words = WORDS[language]
    following = anchor.removeprefix("next:")
    least = f" ({days} {words['days']})" if days > 1 else ""
    if following != anchor:
        return format_html(
            '{} {} <a href="{}">{}</a>{}',
            words[relation],
            words["next_of"],
            to(context, "organs:organ", following),
            following,
            least,
        )
    return format_html(
        '{} <a href="{}">{}</a>{}', words[relation], to(context, "decisions:meeting", anchor), anchor, least
    )
