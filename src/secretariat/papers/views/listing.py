"""The list of papers, with its choices and how many papers each would show."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from secretariat.papers.forms import Filters, filters_from
from secretariat.papers.queries import cards
from secretariat.papers.rules import PaperCard
from secretariat.sources.forms import Question, question_of
from secretariat.sources.views import Part, Rows, answer, part_of

FACETS = ("kind", "stage", "mark")


def card_row(card: PaperCard) -> dict[str, Any]:
    """A paper as lists and programs get it."""
    return {
        "id": card.key,
        "title": card.title,
        "kind": card.kind,
        "about": card.about,
        "organisation": card.organisation,
        "stage": card.stage,
        "mark": card.mark,
        "version": card.version,
        "created_at": card.created_at,
        "changed_at": card.changed_at,
    }


def paper_rows(question: Question, filters: Filters, part: Part) -> tuple[int, Rows, Sequence[PaperCard]]:
    """How many papers are wanted, the rows of a part of them, and every paper that there is to choose from."""
    found = cards(question.viewer)
    taken = [card for card in found if filters.take(card)]
    return len(taken), [card_row(card) for card in part.of(taken)], found


def facets_of(found: Sequence[PaperCard], filters: Filters) -> list[dict[str, Any]]:
    """How many papers each value of a choice would show, the other choices as they are."""
    rows = []
    for name in FACETS:
        counted = Counter(getattr(card, name) for card in found if filters.without(name).take(card))
        chosen = getattr(filters, name)
        values = [{"value": value, "count": counted[value], "chosen": value == chosen} for value in sorted(counted)]
        rows.append({"name": name, "chosen": chosen, "values": values})
    return rows


def paper_list(request: HttpRequest) -> HttpResponse:
    """Every paper that exists for who asks, the one that changed last first."""
    question, filters = question_of(request), filters_from(request)
    part = part_of(request)
    total, rows, found = paper_rows(question, filters, part)
    content = {
        "papers": rows,
        "facets": facets_of(found, filters),
        "filters": {"about": filters.about, "text": filters.text},
        "total": total,
        "shelf": part.shelf(total),
    }
    return answer(request, "papers/papers.html", question, content, ("papers",))
