"""Pages of the silence procedure: the running ones, the form that opens one, the board, the confirmation letter."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from secretariat.access.actions import NotSeen
from secretariat.access.rules import Body, Duty
from secretariat.jobs.actions.clock import database_now
from secretariat.kernel import LocalizedText
from secretariat.organs.rules import AdoptionActKind, Position
from secretariat.papers.actions import once
from secretariat.parties.queries import organisation
from secretariat.parties.views import state_names
from secretariat.silence.actions import (
    SPEAKERS,
    UnableToKeepSilence,
    change_silence,
    open_silence,
    take_position,
)
from secretariat.silence.forms import Mistake, read_deadline, read_text
from secretariat.silence.queries import Silence, drafts_to_open, silence, silences
from secretariat.silence.render import letter_docx, letter_pdf
from secretariat.silence.rules import Voice
from secretariat.sources.forms import Question, actor_of, address_of, question_of
from secretariat.sources.views import answer

POSITIONS = (
    Position.AGREE,
    Position.NO_OBJECTION,
    Position.RESERVATION,
    Position.INTERPRETATIVE_STATEMENT,
    Position.OBJECTION,
)
CHANGES = {
    "extend": AdoptionActKind.EXTENDED,
    "edit": AdoptionActKind.EDITED,
    "close": AdoptionActKind.CLOSED,
}
FIELDS = ("draft", "day", "clock", "zone", "text_en", "text_ru", "position")
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _instant(question: Question) -> datetime:
    """The instant asked about; without one, now by the database's clock and this one, whichever is later."""
    stated = question.stated_instant or question.states_day
    return question.known_at if stated else max(database_now(), datetime.now(UTC))


def _row(found: Silence) -> dict[str, Any]:
    return {
        "id": found.draft,
        "symbol": found.symbol,
        "title": found.title,
        "organ": found.organ,
        "outcome": found.adoption.outcome,
        "running": found.is_running,
        "opened_at": found.opening.at,
        "deadline": found.adoption.deadline,
        "zone": found.zone,
        "deadline_there": found.adoption.deadline.astimezone(ZoneInfo(found.zone)).strftime("%Y-%m-%d %H:%M")
        if found.adoption.deadline
        else "",
        "decided_at": found.adoption.decided_at,
        "closed_at": found.closed_at,
        "spoken": sum(voice.position is not None for voice in found.voices),
        "members": len(found.adoption.taking_part),
    }


def procedures(request: HttpRequest) -> HttpResponse:
    """Every text under silence that the viewer sees, running ones first."""
    question = question_of(request)
    found = silences(question.viewer, at=_instant(question))
    content = {
        "silences": [_row(each) for each in found],
        "may_open": question.viewer.body is Body.SECRETARIAT and Duty.CONFERENCE in question.viewer.duties,
    }
    return answer(request, "silence/silences.html", question, content, ("silences",))


def _typed(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "").replace("\r\n", "\n") for name in FIELDS}


def _zones(request: HttpRequest) -> tuple[str, list[str]]:
    """The zone of who asks, and every zone there is, by name."""
    own = getattr(request.user, "time_zone", "UTC") or "UTC"
    return own, sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")


def new(request: HttpRequest) -> HttpResponse:
    """The form that puts a document under silence."""
    question = question_of(request)
    viewer = question.viewer
    if viewer.body is not Body.SECRETARIAT or Duty.CONFERENCE not in viewer.duties:
        raise Http404
    own, zones = _zones(request)
    typed: dict[str, str] = {"zone": own, "draft": request.GET.get("draft", "")}
    mistakes: list[Mistake] = []
    word = reason = ""
    now = max(database_now(), datetime.now(UTC))
    if request.method == "POST":
        typed = _typed(request)
        deadline, mistakes = read_deadline(typed, now=now)
        if not typed["draft"]:
            mistakes.insert(0, Mistake("draft", "silence_draft_needed"))
        if deadline is not None and not mistakes:
            stated = deadline

            def act() -> str:
                draft = open_silence(
                    actor_of(request),
                    viewer,
                    draft=typed["draft"],
                    deadline=stated,
                    zone=typed["zone"].strip(),
                    text=read_text(typed),
                )
                return address_of(request, "silence:silence", draft)

            try:
                return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
            except NotSeen:
                mistakes = [Mistake("draft", "silence_draft_needed")]
            except UnableToKeepSilence as error:
                word, reason = error.word, error.reason
    drafts = [
        (each.key, f"{each.symbol} – {each.title.in_language(question.language)}")
        for each in drafts_to_open(viewer, at=now)
    ]
    content = {
        "drafts": [("", "…"), *drafts],
        "zones": [(zone, zone) for zone in zones],
        "typed": typed,
        "mistakes": [{"field": each.field, "word": each.word} for each in mistakes],
        "word": word,
        "reason": reason,
    }
    response = answer(request, "silence/new.html", question, content)
    response.status_code = HTTPStatus.BAD_REQUEST if mistakes or word else HTTPStatus.OK
    return response


def _show(
    request: HttpRequest,
    question: Question,
    found: Silence,
    *,
    mistakes: list[Mistake] | None = None,
    error: UnableToKeepSilence | None = None,
) -> HttpResponse:
    viewer = question.viewer
    own, zones = _zones(request)
    refused = {each.act.key: each.reason for each in found.adoption.refused}
    names = state_names(question)

    def in_alphabet(voice: Voice) -> str:
        return names.get(voice.state, LocalizedText(en=voice.state)).in_language(question.language).casefold()

    typed = _typed(request) if request.method == "POST" else {"zone": found.zone or own}
    content = {
        "silence": {**_row(found), "text": found.opening.text, "reasons": found.adoption.reasons},
        "board": [
            {
                "state": voice.state,
                "name": names.get(voice.state, LocalizedText(en=voice.state)),
                "position": voice.position,
                "at": voice.at,
                "text": voice.text,
                "suspended": voice.suspended,
            }
            for voice in sorted(found.voices, key=in_alphabet)
        ],
        "acts": [
            {
                "id": each.key,
                "kind": each.kind,
                "at": each.at,
                "state": each.state,
                "position": each.position,
                "deadline": each.deadline,
                "text": each.text,
                "refused": refused.get(each.key, ""),
            }
            for each in found.acts
        ],
        "has_letter": found.letter() is not None,
        "may_speak": found.is_running
        and viewer.state in found.adoption.taking_part
        and viewer.active
        and bool(SPEAKERS & viewer.duties),
        "may_change": found.is_running and viewer.body is Body.SECRETARIAT and Duty.CONFERENCE in viewer.duties,
        "positions": list(POSITIONS),
        "zones": [(zone, zone) for zone in zones],
        "typed": typed,
        "mistakes": [{"field": each.field, "word": each.word} for each in mistakes or ()],
        "word": error.word if error else "",
        "reason": error.reason if error else "",
        "names": names,
    }
    response = answer(request, "silence/silence.html", question, content, ("board", "acts"))
    response.status_code = HTTPStatus.BAD_REQUEST if mistakes or error else HTTPStatus.OK
    return response


def silence_page(request: HttpRequest, key: str) -> HttpResponse:
    """One text under silence: the board of the members, what may be done, what was done."""
    question = question_of(request)
    found = silence(question.viewer, key, at=_instant(question))
    if found is None:
        raise Http404
    if request.method != "POST":
        return _show(request, question, found)
    return _take(request, question, found)


def _take(request: HttpRequest, question: Question, found: Silence) -> HttpResponse:
    typed, viewer, actor = _typed(request), question.viewer, actor_of(request)
    change = request.POST.get("change", "")
    position = typed["position"]
    deadline, mistakes = None, list[Mistake]()
    if change == "extend":
        deadline, mistakes = read_deadline(typed, now=max(database_now(), datetime.now(UTC)))
    elif change not in CHANGES and position not in {each.value for each in POSITIONS}:
        mistakes = [Mistake("position", "silence_position_needed")]
    if mistakes:
        return _show(request, question, found, mistakes=mistakes)

    def act() -> str:
        if change in CHANGES:
            change_silence(
                actor, viewer, draft=found.draft, kind=CHANGES[change], text=read_text(typed), deadline=deadline
            )
        else:
            take_position(actor, viewer, draft=found.draft, position=Position(position), text=read_text(typed))
        return address_of(request, "silence:silence", found.draft)

    try:
        return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except UnableToKeepSilence as error:
        return _show(request, question, found, error=error)


def letter(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """The confirmation letter of an ended silence, as PDF or as a Word file."""
    question = question_of(request)
    found = silence(question.viewer, key, at=_instant(question))
    content = found.letter() if found is not None else None
    if content is None or form not in TYPES:
        raise Http404
    names = state_names(question)
    write = letter_pdf if form == "pdf" else letter_docx
    body_of = organisation(question.viewer, known_at=question.known_at)
    body = write(content, names, language=question.language, organisation=body_of.name.in_language(question.language))
    response = HttpResponse(body, content_type=TYPES[form])
    name = "".join(each if each.isalnum() else "-" for each in key)
    response.headers["Content-Disposition"] = f'attachment; filename="letter-{name}.{question.language}.{form}"'
    return response
