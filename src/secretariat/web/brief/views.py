"""The pages of the brief, and the form by which a position is stated."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache

from secretariat.access.actions import NotSeen
from secretariat.conference.actions import UnableToState, state_position
from secretariat.conference.rules.preparation import Preparation
from secretariat.conference.rules.stances import STATED, StanceKind
from secretariat.papers.actions import UnableToWrite, WrittenMeanwhile, once
from secretariat.sources.forms import Question, actor_of, address_of, question_of
from secretariat.sources.views import answer, cited
from secretariat.web.brief.glance import glance
from secretariat.web.brief.reading import closed_because, item_rows, meeting_rows, prepared_for

_WORKER: dict[str, Any] = {"worker-src": ["'self'"]}
"""Pages that can be kept for offline use start a worker of this server."""


def _to_keep(request: HttpRequest, *meetings: str) -> dict[str, Any]:
    """The addresses that are kept together: the list, and these meetings, as this page names dates and language."""
    addresses = [address_of(request, "brief"), *(address_of(request, "brief-meeting", key) for key in meetings)]
    return {"kept_addresses": addresses, "kept_json": json.dumps(addresses)}


@csp_update(_WORKER)
@never_cache
def brief(request: HttpRequest) -> HttpResponse:
    """The coming meetings of one's organs."""
    question = question_of(request)
    rows = meeting_rows(question)
    content = {
        "meetings": rows,
        "all_organs": not question.viewer.seats,
        **_to_keep(request, *(row["id"] for row in rows)),
    }
    return answer(request, "web/brief/list.html", question, content)


def _entries(row: Mapping[str, Any], typed: Mapping[str, str] | None, place: int, question: Question) -> dict[str, Any]:
    """What stands in the form of an item: what was just typed, else what holds; the page's language comes first."""
    stance = row["stance"]
    if typed is not None:
        chosen, texts = typed["stance"], {"en": typed["text_en"], "ru": typed["text_ru"]}
    elif stance is not None and stance["holds"]:
        chosen, texts = stance["kind"].value, {"en": stance["text"].en, "ru": stance["text"].ru}
    else:
        chosen, texts = "", {"en": "", "ru": ""}
    order = ("ru", "en") if question.language == "ru" else ("en", "ru")
    return {
        "place": place,
        "typed": typed is not None,
        "chosen": chosen,
        "texts": [(each, texts[each]) for each in order],
    }


def _shown(
    request: HttpRequest,
    question: Question,
    prepared: Preparation,
    *,
    typed: Mapping[str, str] | None = None,
    mistakes: Mapping[str, str] | None = None,
    refused: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    days = prepared.days
    shown = glance(
        question.viewer, prepared.key, on=question.on, known_at=question.known_at, language=question.language
    )
    rows = [
        row | _entries(row, typed if typed is not None and typed["item"] == row["key"] else None, place, question)
        for place, row in enumerate(item_rows(question, prepared), start=1)
    ]
    content = {
        "meeting": {
            "id": prepared.key,
            "organ_name": prepared.organ.name,
            "earliest": days.earliest if days is not None else None,
            "latest": days.latest if days is not None else None,
            "place": prepared.state.place,
            "standing": prepared.state.standing,
            "sources": prepared.state.sources,
        },
        "on_record": bool(prepared.recorded),
        "glance": shown["blocks"],
        "figures": shown["figures"],
        "items": rows,
        "closed": closed_because(question, prepared),
        "choices": STATED,
        "mistakes": dict(mistakes or {}),
        "refused": refused,
        **_to_keep(request, prepared.key),
        "citations": cited(question, set(prepared.state.sources) | shown["cited"]),
    }
    response = answer(request, "web/brief/meeting.html", question, content)
    response.status_code = status
    return response


@csp_update(_WORKER)  # type: ignore[arg-type]  # the library's types know views without arguments alone
@never_cache
def brief_meeting(request: HttpRequest, key: str) -> HttpResponse:
    """One coming meeting on one page; posting states what one's own state says about an item."""
    question = question_of(request)
    prepared = prepared_for(question, key)
    if request.method != "POST":
        return _shown(request, question, prepared)
    return _take(request, question, prepared)


def _kind(sent: Mapping[str, str]) -> StanceKind | None:
    if sent.get("withdraw"):
        return StanceKind.WITHDRAWN
    chosen = sent.get("stance", "")
    return StanceKind(chosen) if chosen in set(STATED) else None


def _take(request: HttpRequest, question: Question, prepared: Preparation) -> HttpResponse:
    """State a position, once; what was typed is lost in no case."""
    sent = request.POST
    typed = {name: sent.get(name, "") for name in ("item", "stance", "text_en", "text_ru", "base")}

    def act() -> str:
        state_position(
            actor_of(request),
            question.viewer,
            meeting=prepared.key,
            item=typed["item"],
            kind=_kind(sent),
            text_en=typed["text_en"],
            text_ru=typed["text_ru"],
            base=int(typed["base"]) if typed["base"].isascii() and typed["base"].isdigit() else 0,
            on=question.on,
            known_at=question.known_at,
        )
        return f"{address_of(request, 'brief-meeting', prepared.key)}#{typed['item']}"

    try:
        return HttpResponseRedirect(once(question.viewer, sent.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except WrittenMeanwhile:
        return _shown(request, question, prepared, typed=typed, refused="stance_meanwhile", status=HTTPStatus.CONFLICT)
    except UnableToState as error:
        wrong = {each.field: each.word for each in error.mistakes}
        return _shown(
            request,
            question,
            prepared,
            typed=typed,
            mistakes=wrong,
            refused=error.word,
            status=HTTPStatus.BAD_REQUEST,
        )
    except UnableToWrite as error:
        return _shown(request, question, prepared, typed=typed, refused=error.reason, status=HTTPStatus.BAD_REQUEST)
