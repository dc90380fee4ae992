"""The page of findings."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from secretariat.kernel import Language
from secretariat.search.queries import Hit, matches
from secretariat.search.rules import Question, language_of_hit, snippet
from secretariat.sources.forms import choice, page_number, question_of
from secretariat.sources.views import PAGE_SIZE, Part, answer
from secretariat.web.search.kinds import KINDS

ASKED = "q"
KIND = "kind"
_TITLE_WIDTH = 200


def _row(hit: Hit, question: Question, language: Language) -> dict[str, Any]:
    kind = KINDS[hit.table]
    spoken = language_of_hit(hit.text, question, language)
    text = hit.text.in_language(spoken)
    heading = hit.title.in_language(language) or hit.name or hit.identity
    return {
        "kind": hit.table,
        "word": kind.word,
        "id": hit.identity,
        "name": hit.name,
        "date": hit.day,
        "route": kind.route,
        "place": hit.place,
        "anchor": f"{kind.anchor}{hit.identity}" if kind.anchor else "",
        "heading": snippet(heading, question, width=_TITLE_WIDTH),
        "snippet": snippet(text, question) if text else (),
        "language": spoken,
    }


def search_page(request: HttpRequest) -> HttpResponse:
    """What holds the words that were asked for, best first; all kinds with their counts, or the rows of one kind."""
    question = question_of(request)
    asked = Question.of(request.GET.get(ASKED, ""))
    kind = choice(request, KIND, tuple(KINDS))
    part = Part((page_number(request) - 1) * PAGE_SIZE, PAGE_SIZE)
    found = matches(
        question.viewer,
        asked,
        on=question.on,
        known_at=question.known_at,
        kinds=KINDS,
        table=kind,
        start=part.start,
        count=PAGE_SIZE,
    )
    content = {
        "asked": asked.text,
        "asks": bool(asked),
        "chosen": kind,
        "total": found.total,
        "kinds": [
            {"kind": each, "word": known.word, "count": found.counts[each]}
            for each, known in KINDS.items()
            if each in found.counts
        ],
        "shelf": part.shelf(found.counts.get(kind, 0) if kind else found.total),
        "findings": [_row(hit, asked, question.language) for hit in found.hits],
    }
    return answer(request, "web/search.html", question, content)
