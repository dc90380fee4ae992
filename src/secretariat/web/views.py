"""The home page, the page about the register, the written reviews, and the answers to a wrong address."""

import mimetypes
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from csp.decorators import csp
from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import render

from secretariat.decisions.queries import commitment_statuses, decision_count
from secretariat.kernel import Language
from secretariat.organs.queries import calendar, meetings
from secretariat.organs.rules import MeetingStatus
from secretariat.parties.queries import instrument_statuses, members, organisation
from secretariat.sources.forms import Question, UnableToReadQuestion, language_of, question_of
from secretariat.sources.views import answer, wants_json
from secretariat.web.sign_in.policy import REVIEW
from secretariat.web.words import WORDS

REVIEW_TYPES = {".html", ".pdf", ".csv", ".json", ".svg", ".docx"}


def _reviews() -> list[dict[str, str]]:
    """The pages and PDFs of the folder of reviews, by name; none where no folder is served."""
    if not settings.REVIEWS:
        return []
    folder = Path(settings.REVIEWS)
    found = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in {".html", ".pdf"}
    )
    return [{"name": name, "address": f"/reviews/{quote(name)}"} for name in found]


def _counts(question: Question) -> tuple[dict[str, int], list[dict[str, Any]]]:
    viewer, on, known_at = question.viewer, question.on, question.known_at
    instruments = instrument_statuses(viewer, on=on, known_at=known_at)
    work = commitment_statuses(viewer, on=on, known_at=known_at)
    counts = {
        "members": len(members(viewer, on=on, known_at=known_at)),
        "instruments": len(instruments),
        "instruments_in_force": sum(each.entry.in_force for each in instruments),
        "meetings_held": sum(each.status is MeetingStatus.HELD for each in meetings(viewer, on=on, known_at=known_at)),
        "upcoming": len(calendar(viewer, on=on, known_at=known_at)),
        "decisions": decision_count(viewer, on=on, known_at=known_at),
        "commitments": len(work),
        "overdue": sum(each.commitment_overdue for each in work),
    }
    statuses = Counter(each.status for each in work)
    return counts, [{"status": status, "count": count} for status, count in sorted(statuses.items())]


def home(request: HttpRequest) -> HttpResponse:
    """What the register holds as of a day."""
    question = question_of(request)
    counts, statuses = _counts(question)
    body = organisation(question.viewer, known_at=question.known_at)
    content = {"title": body.name, "counts": counts, "statuses": statuses, "reviews": _reviews()}
    return answer(request, "web/home.html", question, content)


def about(request: HttpRequest) -> HttpResponse:
    """What this is and how to read it."""
    question = question_of(request)
    names = ("about_what", "two_dates_on", "two_dates_known", "about_order", "about_machine", "about_privacy")
    return answer(
        request, "web/about.html", question, {"about": {name: WORDS[question.language][name] for name in names}}
    )


def cite(request: HttpRequest) -> HttpResponse:
    """How to cite a page of this register: with the address at which it is the same later."""
    question = question_of(request)
    page = request.GET.get("page", "/")
    if not page.startswith("/") or page.startswith(("//", "/\\")):
        raise Http404
    path, _, query = page.partition("?")
    parameters = QueryDict(query, mutable=True)
    parameters.setdefault("on", question.on.isoformat())
    parameters.setdefault("known_at", question.known_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    content = {"page": page, "permalink": request.build_absolute_uri(f"{path}?{parameters.urlencode()}")}
    return answer(request, "web/citation.html", question, content)


@csp(REVIEW)  # type: ignore[arg-type]  # its types know views without a part of the address only
def review_file(_request: HttpRequest, name: str) -> HttpResponseBase:
    """A file of the folder of reviews; nothing outside of it, and no kind of file that a review does not write."""
    if not settings.REVIEWS:
        raise Http404
    folder = Path(settings.REVIEWS).resolve()
    path = (folder / name).resolve() if "\0" not in name else folder
    if not path.is_relative_to(folder) or path.suffix not in REVIEW_TYPES or not path.is_file():
        raise Http404
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileResponse(path.open("rb"), content_type=f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)


def _failure(request: HttpRequest, status: int, heading: str, text: str, **details: str) -> HttpResponse:
    language: Language = language_of(request)
    words = WORDS[language]
    content = {"heading": words[heading], "text": words[text], **details}
    if wants_json(request):
        body = {"error": content["heading"], "text": content["text"], **details}
        return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    return render(request, "web/failure.html", content, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A parameter that cannot be read: which one, and how to write it."""
    if not isinstance(exception, UnableToReadQuestion):
        return HttpResponse("400", status=400, content_type="text/plain")
    word = f"mistake_{exception.name}"
    text = word if word in WORDS["en"] else "mistake_other"
    return _failure(request, 400, "mistake_title", text, name=exception.name, value=exception.value)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django names them
    """No such address on that day."""
    return _failure(request, 404, "missing_title", "missing_text")


def broken(request: HttpRequest) -> HttpResponse:
    """Something failed here: a page without the register, which may be what failed."""
    words = WORDS[language_of(request)]
    return HttpResponse(
        f"{words['broken_title']}\n{words['broken_text']}\n", status=500, content_type="text/plain; charset=utf-8"
    )


def empty(request: HttpRequest) -> HttpResponse:
    """A register without an organisation, or asked from before it was known."""
    return _failure(request, 404, "empty_title", "empty_text")


def lost(request: HttpRequest) -> HttpResponse:
    """The files of a data set that the register names are not in the lake."""
    return _failure(request, 503, "lost_title", "lost_text")
