"""The page on which a meeting is prepared, and its papers as files."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from secretariat.access.rules import Body, Duty
from secretariat.conference.actions import (
    FORMATS,
    UnableToRecordAgenda,
    file_name,
    paper_file,
    record_provisional_agenda,
)
from secretariat.conference.queries import UnableToPrepare, preparation
from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.grounds import Ground
from secretariat.conference.rules.preparation import Preparation
from secretariat.conference.rules.stances import leaves_of
from secretariat.kernel import Figure, LocalizedText
from secretariat.papers.actions import once
from secretariat.sources.forms import CARRIED, KNOWN_AT, Question, actor_of, question_of
from secretariat.sources.views import answer, cited

MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _prepared(question: Question, key: str) -> Preparation:
    try:
        return preparation(question.viewer, key, on=question.on, known_at=question.known_at)
    except UnableToPrepare as error:
        raise Http404 from error


def _figure_row(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "count": figure.numerator if figure.numerator is not None else figure.value,
        "of": figure.denominator,
        "rows": figure.trace.rows,
        "standing": figure.standing,
        "sources": figure.trace.sources,
    }


def _ground_row(ground: Ground) -> dict[str, Any]:
    return {
        "kind": ground.kind,
        "rows": ground.rows,
        "due": ground.due,
        "certain": ground.is_certain,
        "sources": ground.sources,
    }


def _item_row(prepared: Preparation, item: Item) -> dict[str, Any]:
    play = prepared.play.get(item.number)
    return {
        "number": item.number,
        "title": item.title,
        "source": item.source,
        "about": item.about,
        "grounds": [_ground_row(ground) for ground in item.grounds],
        "done": _figure_row(play.done) if play is not None else None,
        "overdue": _figure_row(play.overdue) if play is not None else None,
        "parts": [_item_row(prepared, part) for part in item.parts],
    }


def _stance_rows(question: Question, prepared: Preparation) -> list[dict[str, Any]]:
    """What members stated about the items on record: by item, then by the name of the member."""
    rows = [
        {
            "number": item.number,
            "title": item.title,
            "state_code": stance.state,
            "name": prepared.states.get(stance.state, LocalizedText(stance.state)),
            "kind": stance.kind,
            "text": stance.text,
            "at": stance.at,
        }
        for item in leaves_of(prepared.recorded)
        for stance in prepared.stances.get(item.key, ())
    ]
    places = {item.number: place for place, item in enumerate(leaves_of(prepared.recorded))}

    def order(row: dict[str, Any]) -> tuple[int, str]:
        name: LocalizedText = row["name"]
        return places[row["number"]], name.in_language(question.language).casefold().replace("ё", "е")

    return sorted(rows, key=order)


def _content(question: Question, prepared: Preparation) -> dict[str, Any]:
    days = prepared.days
    return {
        "meeting": {
            "id": prepared.key,
            "organ": prepared.organ.key,
            "organ_name": prepared.organ.name,
            "earliest": days.earliest if days is not None else None,
            "latest": days.latest if days is not None else None,
            "open": prepared.is_open,
            "place": prepared.state.place,
            "standing": prepared.state.standing,
            "sources": prepared.state.sources,
        },
        "items": [_item_row(prepared, item) for item in prepared.items],
        "recorded": [
            {"id": item.key, "number": item.number, "title": item.title, "status": item.status}
            for item in prepared.recorded
        ],
        "stances": _stance_rows(question, prepared),
        "slots": [
            {
                "item": slot.item,
                "purpose": slot.purpose,
                "language": slot.language,
                "earliest": slot.deadline.earliest if slot.deadline is not None else None,
                "latest": slot.deadline.latest if slot.deadline is not None else None,
                "status": slot.status,
                "symbol": slot.symbol,
                "received": slot.received,
            }
            for slot in prepared.slots
        ],
        "own_schedule": prepared.is_own_schedule,
        "idle": _figure_row(prepared.idle),
        "citations": cited(question, prepared.cited),
    }


def _shown(
    request: HttpRequest, question: Question, prepared: Preparation, *, refused: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    content = _content(question, prepared)
    for_secretariat: Mapping[str, Any] = {}
    if question.viewer.body is Body.SECRETARIAT:
        for_secretariat = {
            "may_record": not prepared.recorded and Duty.CONFERENCE in question.viewer.duties,
            "has_brief": True,
        }
    content |= {"refused": refused, **for_secretariat}
    response = answer(request, "conference/preparation.html", question, content)
    response.status_code = status
    return response


def preparation_page(request: HttpRequest, key: str) -> HttpResponse:
    """A coming meeting: its provisional agenda with grounds, the documents it needs and by when, its papers."""
    question = question_of(request)
    return _shown(request, question, _prepared(question, key))


def record(request: HttpRequest, key: str) -> HttpResponse:
    """Put the computed agenda on record, once, and show the meeting with it."""
    question = question_of(request)
    prepared = _prepared(question, key)

    def act() -> str:
        record_provisional_agenda(actor_of(request), viewer=question.viewer, prepared=prepared, on=question.on)
        # What is recorded is known from now on, so the page must not look from an earlier instant.
        kept = {name: request.GET[name] for name in CARRIED if name != KNOWN_AT and name in request.GET}
        return reverse("conference:preparation", args=[key]) + (f"?{urlencode(kept)}" if kept else "")

    try:
        return HttpResponseRedirect(once(question.viewer, request.POST.get("token", ""), act))
    except UnableToRecordAgenda as error:
        return _shown(request, question, prepared, refused=str(error), status=HTTPStatus.CONFLICT)


def _file(request: HttpRequest, key: str, name: str, kind: str) -> HttpResponse:
    if kind not in FORMATS:
        raise Http404
    question = question_of(request)
    prepared = _prepared(question, key)
    response = HttpResponse(paper_file(prepared, name, kind, question.language), content_type=MEDIA[kind])
    attachment = file_name(prepared, name, kind, question.language)
    response["Content-Disposition"] = f'attachment; filename="{attachment}"'
    return response


def annotated_agenda_file(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """The annotated agenda, of what the reader may see."""
    return _file(request, key, "annotated-agenda", kind)


def chairs_brief_file(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """The brief for the chair, which the secretariat gives out."""
    return _file(request, key, "chairs-brief", kind)
