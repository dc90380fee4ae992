"""Consultations in which a state is asked, and its answer, which is sealed until the close."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from secretariat.access.rules import Duty, Viewer
from secretariat.desk.queries import OpenConsultation, open_consultations
from secretariat.kernel import LocalizedText
from secretariat.papers.actions import once
from secretariat.parties.views import state_names
from secretariat.response.actions import UnableToAnswer, give_consent
from secretariat.response.rules import Answer
from secretariat.sources.forms import Question, address_of, question_of
from secretariat.sources.views import answer

SPEAKERS = frozenset({Duty.HEAD, Duty.MINISTER})
FIELDS = ("answer", "text_en", "text_ru")


def _row(found: OpenConsultation) -> dict[str, Any]:
    request, consultation = found.case.request, found.hearing.consultation
    return {
        "id": found.key,
        "request": request.key,
        "state": request.state,
        "territory": request.territory,
        "kind": request.kind,
        "opened": consultation.when,
        "question": consultation.question or None,
        "own": found.own.answer if found.own else None,
        "own_date": found.own.when if found.own else None,
        "own_text": found.own.text or None if found.own else None,
    }


def consent_list(request: HttpRequest) -> HttpResponse:
    """The open consultations in which the viewer's state is asked."""
    question = question_of(request)
    found = open_consultations(question.viewer, on=question.on, known_at=question.known_at)
    content = {"consultations": [_row(each) for each in found], "names": state_names(question)}
    return answer(request, "desk/consents.html", question, content)


def _may_answer(viewer: Viewer) -> bool:
    return viewer.active and bool(SPEAKERS & viewer.duties)


def _show(
    request: HttpRequest, question: Question, found: OpenConsultation, field: str = "", word: str = ""
) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    content = {
        "consultation": _row(found),
        "may_answer": _may_answer(question.viewer),
        "answers": list(Answer),
        "typed": typed,
        "mistakes": [{"field": field, "word": word}] if field else [],
        "word": "" if field else word,
        "names": state_names(question),
    }
    response = answer(request, "desk/consent.html", question, content)
    response.status_code = HTTPStatus.BAD_REQUEST if word else HTTPStatus.OK
    return response


def consent_page(request: HttpRequest, key: str) -> HttpResponse:
    """One consultation: what is asked, what the own state has answered, and the form of the answer."""
    question = question_of(request)
    open_ones = open_consultations(question.viewer, on=question.on, known_at=question.known_at)
    found = next((each for each in open_ones if each.key == key), None)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _show(request, question, found)
    if not _may_answer(question.viewer) or question.viewer.state is None:
        return _show(request, question, found, word="consent_not_yours")
    state, chosen = question.viewer.state, request.POST.get("answer", "")
    if chosen not in {each.value for each in Answer}:
        return _show(request, question, found, field="answer", word="consent_needed")

    def act() -> str:
        text = LocalizedText(en=request.POST.get("text_en", "").strip(), ru=request.POST.get("text_ru", "").strip())
        give_consent(consultation=key, state=state, answer=Answer(chosen), text=text or None)
        return address_of(request, "desk:consent", key)

    try:
        return HttpResponseRedirect(once(question.viewer, request.POST.get("token", ""), act))
    except UnableToAnswer:
        return _show(request, question, found, word="consent_refused")
