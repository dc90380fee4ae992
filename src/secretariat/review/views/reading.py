"""One edition: while it is prepared, with what is missing; once circulated or issued, as it reads; its files."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from secretariat.access.queries import names_of
from secretariat.kernel import Figure
from secretariat.organs.views import organ_names
from secretariat.papers.queries import file_content
from secretariat.parties.queries import NoOrganisation
from secretariat.parties.views import Names, state_names
from secretariat.review.queries.editions import (
    EditionView,
    GapGrid,
    circulations,
    comments,
    corrigenda,
    corrigendum,
    edition,
    every_comment,
    gap_grid,
)
from secretariat.review.rules.editions import (
    Audience,
    CommentState,
    EditionState,
    may_comment,
    may_prepare,
    steps_open_to,
)
from secretariat.review.rules.gaps import Gap, Line, gaps_of
from secretariat.review.views.shown import comment_row, edition_row, file_rows, step_rows
from secretariat.sources.forms import Question, question_of
from secretariat.sources.views import answer

SANDBOX = "sandbox; default-src 'none'"
LINES_SHOWN = 60
"""Decisions of a grid on one page, the newest first; the counts are over all of them."""
PDF = "application/pdf"


def _figure_row(gap: Gap, figure: Figure) -> dict[str, Any]:
    return {
        "gap": gap,
        "name": figure.name,
        "value": figure.value,
        "denominator": figure.denominator,
        "method": f"{figure.trace.method} v{figure.trace.version}",
        "filters": figure.trace.filters,
        "standing": figure.standing,
        "rows": figure.trace.rows,
    }


def _cell_rows(found: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": each.key,
            "status": each.status,
            "last_report": each.last_report,
            "due": each.current_due,
            "gaps": gaps_of(each),
            "holder": each.commitment.state or each.commitment.organ,
        }
        for each in found
    ]


def grid_content(question: Question, found: GapGrid, names: Names) -> dict[str, Any]:
    """The grid as a page shows it: members in the order of the language's alphabet, the newest decisions first."""

    def in_alphabet(code: str) -> str:
        name = names[code].in_language(question.language) if code in names else code
        return name.casefold().replace("ё", "е")

    codes = sorted(found.members, key=in_alphabet)

    def row(line: Line) -> dict[str, Any]:
        title = found.titles.get(line.decision)
        return {
            "decision": line.decision,
            "decided": title or line.decision,
            "cells": [{"state": code, "commitments": _cell_rows(line.cells[code])} for code in codes],
            "others": _cell_rows(line.others),
        }

    return {
        "grid": [row(line) for line in found.lines[:LINES_SHOWN]],
        "left_out": max(0, len(found.lines) - LINES_SHOWN),
        "columns": codes,
        "gaps": [_figure_row(gap, figure) for gap, figure in found.figures.items()],
    }


def _prepared(question: Question, found: EditionView) -> dict[str, Any]:
    names = state_names(question)
    try:
        missing = grid_content(question, gap_grid(question.viewer, found.plan), names)
    except NoOrganisation:
        missing = {"grid": [], "left_out": 0, "columns": [], "gaps": []}
    rounds = [edition_row(each) for each in circulations(question.viewer, found.key)]
    accepted = [
        {"edition": each.edition, "paragraph": each.paragraph, "organisation": each.paper.organisation}
        | {"text": each.paper.version.body.get("text", "")}
        for each in every_comment(question.viewer)
        if each.state is CommentState.ACCEPTED and each.edition in {row["id"] for row in rounds}
    ]
    return {**missing, "circulated": rounds, "accepted": accepted, "names": names}


def _circulated(question: Question, found: EditionView) -> dict[str, Any]:
    viewer = question.viewer
    said = comments(viewer, found.key)
    people = names_of(viewer, [each.paper.person for each in said])
    rows = [comment_row(viewer, each, found, people) for each in said]
    successor = next((step.text for step in found.paper.steps if step.kind.value == "withdrawn"), "")
    return {
        "paragraphs": [
            {
                "number": each.number,
                "heading": each.heading,
                "text": each.text,
                "comments": [row for row in rows if row["paragraph"] == each.number],
            }
            for each in found.paragraphs(question.language)
        ],
        "open_comments": sum(row["state"] == "open" for row in rows),
        "comments": rows,
        "may_comment": may_comment(viewer, found.state),
        "successor": successor,
        "corrigenda": [
            {"id": each.key, "symbol": each.version.body["symbol"], "at": each.created_at}
            for each in (corrigenda(viewer, found.key) if found.state is EditionState.ISSUED else ())
        ],
        "audiences": [each for each in Audience if found.plan.audience is Audience.PUBLIC or each is Audience.MEMBERS],
    }


def show_edition(
    request: HttpRequest,
    question: Question,
    found: EditionView,
    *,
    mistakes: list[dict[str, str]] | None = None,
    typed: dict[str, str] | None = None,
    word: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """The page of an edition."""
    viewer = question.viewer
    people = names_of(viewer, [step.person for step in found.paper.steps])
    content = {
        "edition": edition_row(found),
        "organ_names": organ_names(question),
        "files": file_rows(found),
        "steps": step_rows(found.paper, people),
        "open_steps": sorted(kind.value for kind in steps_open_to(viewer, found.state)),
        "may_prepare": may_prepare(viewer, found.state),
        "is_circulated": bool(found.of),
        "typed": typed or {},
        "mistakes": mistakes or [],
        "word": word,
        **(_circulated(question, found) if found.of else _prepared(question, found)),
    }
    template = "review/edition.html" if found.of else "review/prepared.html"
    response = answer(request, template, question, content)
    response.status_code = status
    return response


def edition_page(request: HttpRequest, key: str) -> HttpResponse:
    """One edition, or a corrigendum to one."""
    question = question_of(request)
    found = edition(question.viewer, key)
    if found is not None:
        return show_edition(request, question, found)
    correction = corrigendum(question.viewer, key)
    if correction is None:
        raise Http404
    body = correction.version.body
    original = edition(question.viewer, correction.about.removeprefix("corrigendum:"))
    people = names_of(question.viewer, [step.person for step in correction.steps])
    content = {
        "corrigendum": {
            "id": key,
            "symbol": body["symbol"],
            "text_en": body["text_en"],
            "text_ru": body["text_ru"],
            "at": correction.created_at,
        },
        "edition": edition_row(original) if original else None,
        "steps": step_rows(correction, people),
    }
    return answer(request, "review/corrigendum.html", question, content)


def file_answer(request: HttpRequest, key: str, file: str) -> HttpResponse:
    """A file of an edition: a PDF is shown, everything else is kept, and nothing is run by the browser."""
    viewer = question_of(request).viewer
    found = edition(viewer, key)
    kept = file_content(viewer, file) if found and any(each.key == file for each in found.files) else None
    if kept is None:
        raise Http404
    stated, content = kept
    answered = HttpResponse(content, content_type=stated.media_type)
    is_pdf = stated.media_type == PDF
    disposition = content_disposition_header(as_attachment=not is_pdf, filename=stated.name)
    answered.headers["Content-Disposition"] = disposition or "attachment"
    answered.headers["X-Content-Type-Options"] = "nosniff"
    if not is_pdf:
        answered.headers["Content-Security-Policy"] = SANDBOX
    return answered
