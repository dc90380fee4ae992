"""The page of the style guide, and the tag that shows a part on it."""

from typing import Any

from django import template
from django.http import HttpRequest, HttpResponse
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString

from secretariat.sources.forms import question_of
from secretariat.sources.views import answer
from secretariat.web.styleguide.samples import samples
from secretariat.web.words import WORDS

register = template.Library()
SHOWN_BY = {
    "table": '{% table "members" "state status" caption=words.members %} … {% endtable %}',
    "difference": "{% difference old new %}",
}
"""The parts that are tags; all others are included."""
STATUSES = ("verified", "in_progress", "disputed", "overdue", "superseded")


@register.simple_tag(takes_context=True)
def specimen(context: Context, part: str) -> SafeString:
    """A part of a page with its sample in it."""
    found = samples("ru" if context.get("language") == "ru" else "en")[part]
    shown = get_template("web/styleguide/table.html" if part == "table" else f"web/parts/{part}.html")
    outside: dict[str, Any] = {str(name): value for name, value in context.flatten().items()}
    request = context.get("request")
    each = (shown.render(outside | sample, request) for sample in (found if isinstance(found, list) else [found]))
    return SafeString("".join(each))


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every part of a page, with its rule of use."""
    question = question_of(request)
    words = WORDS[question.language]
    parts = [
        {
            "part": part,
            "name": words[f"part_{part}"],
            "rule": words[f"part_{part}_rule"],
            "use": SHOWN_BY.get(part, f'{{% include "web/parts/{part}.html" with … %}}'),
        }
        for part in samples(question.language)
    ]
    return answer(request, "web/styleguide.html", question, {"parts": parts, "statuses": STATUSES})
