"""Names of organisations on pages: a delegation by its state, the secretariat, a partner by its code."""

from datetime import UTC, datetime

from django import template
from django.http import HttpRequest
from django.template import Context

from secretariat.access.rules import PUBLIC
from secretariat.kernel import Language, LocalizedText
from secretariat.parties.queries import states
from secretariat.web.words import WORDS

register = template.Library()


def _state_names(request: HttpRequest) -> dict[str, LocalizedText]:
    """The names of the states by code; read once for a page. One query."""
    found: dict[str, LocalizedText] | None = getattr(request, "state_names", None)
    if found is None:
        found = {each.code: each.name for each in states(PUBLIC, known_at=datetime.now(UTC))}
        request.state_names = found  # type: ignore[attr-defined]
    return found


@register.simple_tag(takes_context=True)
def organisation(context: Context, code: str) -> str:
    """``state:KG`` as its state's name, ``secretariat`` as a word, ``partner:UN`` as its code."""
    language: Language = "ru" if context.get("language") == "ru" else "en"
    kind, _, name = code.partition(":")
    if kind == "state":
        return _state_names(context["request"]).get(name, LocalizedText(en=name)).in_language(language)
    return WORDS[language]["secretariat_name"] if kind == "secretariat" else name
