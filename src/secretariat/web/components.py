"""Parts of pages that need more than a template: tables, and the difference of two texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from secretariat.web.words import WORDS

register = template.Library()
SORT = "sort"
"""The parameter of an address that orders a table: the name of a column, with a minus before it for falling order."""
_PIECES = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its word, its kind (``num``, ``text``, ``slim``), its order and the address of another."""

    word: str
    kind: str = ""
    sort: str = ""
    address: str = ""


def _heads(columns: str, sortable: str, words: dict[str, str], request: HttpRequest | None) -> Iterator[Head]:
    chosen = request.GET.get(SORT, "") if request is not None else ""
    for column in columns.split():
        name, _, kind = column.partition(":")
        if request is None or name not in sortable.split():
            yield Head(words[name], kind)
            continue
        order = {name: "ascending", f"-{name}": "descending"}.get(chosen, "none")
        parameters = request.GET.copy()
        parameters.pop("page", None)
        parameters[SORT] = f"-{name}" if order == "ascending" else name
        yield Head(words[name], kind, order, f"{request.path}?{parameters.urlencode()}")


@register.simple_block_tag(takes_context=True)
def table(
    context: Context,
    content: str,
    key: str,
    columns: str,
    *,
    caption: str,
    count: int | None = None,
    sortable: str = "",
    tall: bool = False,
    empty: str = "",
) -> SafeString:
    """A table in a frame of its own around its rows; ``empty`` or "none on record" where there is no row.

    ``columns`` are names of words with the kind of the column, if any, after a colon: ``"state since votes:num"``.
    """
    words = WORDS["ru" if context.get("language") == "ru" else "en"]
    return render_to_string(
        "web/parts/table.html",
        {
            "key": key,
            "caption": caption if count is None else f"{caption}: {count}",
            "heads": list(_heads(columns, sortable, words, context.get("request"))),
            "content": SafeString(content.strip()),
            "tall": tall,
            "empty": empty or words["none"],
        },
    )


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Two texts as one: what stayed (``same``), what is ``gone`` and what is ``new``, by words."""
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    found: list[tuple[str, str]] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(before[start:end])))
            continue
        found += [("gone", "".join(before[start:end]))] if end > start else []
        found += [("new", "".join(after[new_start:new_end]))] if new_end > new_start else []
    return found


@register.inclusion_tag("web/parts/difference.html", takes_context=True)
def difference(context: Context, old: str, new: str) -> dict[str, object]:
    """What changed between two texts, as a form shows it that was answered too late."""
    return {"words": context["words"], "pieces": pieces(old, new)}
