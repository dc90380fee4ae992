"""Tables of a council's figures: sent, every wrong cell named, previewed, confirmed."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from secretariat.access.actions import NotSeen
from secretariat.desk.actions import (
    UnableToConfirmTable,
    begin_table,
    confirm_table,
    preview_table,
    withdraw_table,
)
from secretariat.desk.queries import TableView, table_paper, tables
from secretariat.papers.actions import once
from secretariat.papers.forms import UnableToTakeFile, upload_from
from secretariat.parties.views import state_names
from secretariat.programmes.forms import DIALECTS, Preview, UnableToReadTable
from secretariat.programmes.queries import fields
from secretariat.programmes.rules.imports import Change, ChangeKind
from secretariat.sources.forms import Question, actor_of, address_of, question_of
from secretariat.sources.views import answer

SHOWN = 200
"""So many changes of each kind stand on the page; the rest is counted."""


def _row(found: TableView) -> dict[str, Any]:
    newest = found.paper.steps[-1] if found.paper.steps else None
    return {
        "id": found.paper.key,
        "name": found.paper.version.title,
        "field": found.field,
        "sent_at": found.paper.created_at,
        "state": newest.kind if newest else "waiting",
        "added": newest.text if newest else "",
    }


def table_list(request: HttpRequest) -> HttpResponse:
    """The tables that were sent, and the form that sends another one."""
    question = question_of(request)
    problems: list[dict[str, Any]] = []
    mistakes: list[dict[str, str]] = []
    typed = {name: request.POST.get(name, "") for name in ("field", "dialect")}
    if request.method == "POST":
        try:
            upload = upload_from(request)

            def act() -> str:
                key = begin_table(
                    actor_of(request),
                    question.viewer,
                    field=typed["field"],
                    dialect=typed["dialect"] if typed["dialect"] in DIALECTS else "",
                    name=upload.name,
                    media_type=upload.media_type,
                    content=upload.content,
                )
                return address_of(request, "desk:table", key)

            return HttpResponseRedirect(once(question.viewer, request.POST.get("token", ""), act))
        except NotSeen as error:
            raise Http404 from error
        except UnableToTakeFile as error:
            mistakes = [{"field": "file", "word": error.reason}]
        except UnableToReadTable as error:
            problems = [
                {
                    "line": each.line,
                    "path": each.path,
                    "wrong": each.wrong,
                    "expected": each.expected,
                }
                for each in error.problems
            ]
    held = fields(question.viewer, on=question.on, known_at=question.known_at)
    content = {
        "sent": [_row(each) for each in tables(question.viewer)],
        "fields": [(key, field.name.in_language(question.language)) for key, field in held.items()],
        "dialects": [("", "…"), *((name, name) for name in DIALECTS)],
        "problems": problems,
        "mistakes": mistakes,
        "typed": typed,
    }
    response = answer(request, "desk/tables.html", question, content)
    response.status_code = HTTPStatus.BAD_REQUEST if problems or mistakes else HTTPStatus.OK
    return response


def _change_row(change: Change) -> dict[str, Any]:
    draft = change.draft
    return {
        "row": draft.row,
        "indicator": draft.indicator,
        "state": draft.state,
        "start": draft.start,
        "end": draft.end,
        "value": draft.value,
        "low": draft.low,
        "high": draft.high,
        "unit": draft.unit,
        "source": draft.source,
        "differences": [{"column": name, "recorded": old, "file": new} for name, old, new in change.differences],
        "disagrees_with": change.disagrees,
    }


def _show(
    request: HttpRequest, question: Question, found: TableView, error: UnableToConfirmTable | None = None
) -> HttpResponse:
    preview: Preview | None = None
    problems: list[str] = []
    if found.is_open:
        try:
            preview = preview_table(question.viewer, found)
        except UnableToReadTable as wrong:
            problems = [str(each) for each in wrong.problems]
    kinds = {kind: preview.of(kind) if preview else [] for kind in ChangeKind}
    content = {
        "sent": _row(found),
        "preview": {
            "rows": preview.read.rows,
            "left_out": [{"reason": reason, "count": count} for reason, count in sorted(preview.read.skipped.items())],
            "counts": [{"kind": kind, "count": len(changes)} for kind, changes in kinds.items()],
            "hash": preview.content_hash,
        }
        if preview
        else None,
        "new": [_change_row(each) for each in kinds[ChangeKind.NEW][:SHOWN]],
        "conflicting": [_change_row(each) for each in kinds[ChangeKind.CONFLICTING][:SHOWN]],
        "problems": problems,
        "shown": SHOWN,
        "word": error.word if error else "",
        "reason": error.reason if error else "",
        "names": state_names(question),
        "typed": {},
    }
    response = answer(request, "desk/table.html", question, content)
    response.status_code = HTTPStatus.CONFLICT if error else HTTPStatus.OK
    return response


def table_page(request: HttpRequest, key: str) -> HttpResponse:
    """One table: what it would change, and the button that records it."""
    question = question_of(request)
    found = table_paper(question.viewer, key)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _show(request, question, found)
    posted, actor = request.POST, actor_of(request)

    def act() -> str:
        if posted.get("step") == "withdraw":
            withdraw_table(actor, question.viewer, key)
        else:
            confirm_table(
                actor, question.viewer, key, shown=posted.get("shown", ""), correct=posted.get("correct") == "1"
            )
        return address_of(request, "desk:table", key)

    try:
        return HttpResponseRedirect(once(question.viewer, posted.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except UnableToConfirmTable as error:
        return _show(request, question, found, error)
