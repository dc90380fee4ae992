"""Entries of forms: a label, a hint, the mistakes beside the field, and what was typed, in the language of the page.

A view gives ``typed`` (field -> text), ``mistakes`` (``{"field", "word"}`` in the order of the form) and ``word`` (what
stopped the whole form, if anything); the words themselves are in :mod:`secretariat.web.words`.
"""

import secrets
from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from secretariat.kernel import Language
from secretariat.web.tags import spoken_term
from secretariat.web.words import WORDS

register = template.Library()


def _words(context: Context) -> dict[str, str]:
    return WORDS["ru" if context.get("language") == "ru" else "en"]


@register.inclusion_tag("web/entries/entry.html", takes_context=True)
def entry(
    context: Context,
    name: str,
    word: str,
    *,
    kind: str = "text",
    choices: Iterable[Any] = (),
    hint: str = "",
    rows: int = 6,
    optional: bool = False,
    lang: str = "",
    most: int | None = None,
) -> dict[str, Any]:
    """One field: ``kind`` is text, textarea, date, datetime-local, email, number, file, select, radios or checkbox.

    ``word`` names its label, ``hint`` a sentence below it. ``choices`` are values of an enumeration, or pairs of a
    value and its name as it is shown.
    """
    words = _words(context)
    language: Language = "ru" if context.get("language") == "ru" else "en"
    typed = context.get("typed") or {}
    wrong = [each["word"] for each in context.get("mistakes") or () if each["field"] == name]
    options = [
        (str(each[0]), str(each[1])) if isinstance(each, tuple | list) else (str(each), spoken_term(each, language))
        for each in choices
    ]
    described = [f"{name}-hint"] * bool(hint) + [f"{name}-mistake"] * bool(wrong)
    return {
        "words": words,
        "name": name,
        "label": words[word],
        "kind": kind,
        "options": options,
        "hint": words[hint] if hint else "",
        "rows": rows,
        "optional": optional,
        "lang": lang,
        "most": most,
        "value": str(typed.get(name, "")),
        "wrong": [words[each] for each in wrong],
        "described": " ".join(described),
    }


@register.inclusion_tag("web/entries/mistakes.html", takes_context=True)
def mistakes(context: Context) -> dict[str, Any]:
    """What has to be mended, with a link to each field; nothing where nothing is wrong."""
    words = _words(context)
    word = context.get("word") or ""
    return {
        "words": words,
        "whole": words[word] if word else "",
        "mistakes": [{"field": each["field"], "text": words[each["word"]]} for each in context.get("mistakes") or ()],
    }


@register.simple_tag
def once() -> SafeString:
    """What makes a form count once: sent again by a second click or a reload, it does nothing more."""
    return format_html('<input type="hidden" name="token" value="{}">', secrets.token_hex(16))


@register.simple_tag
def back_to(address: str) -> str:
    """An address of this register; its home where the text names another place."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"
