"""Pages of one's own jobs: the list, one job while it comes along, its files, and stopping it."""

from contextlib import suppress
from http import HTTPStatus
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from secretariat.jobs.actions import UnableToCancel, cancel_job, path_of_file
from secretariat.jobs.queries import job, jobs
from secretariat.jobs.rules import JobCard
from secretariat.kernel.plain import plain
from secretariat.sources.forms import viewer_of_request
from secretariat.sources.views import wants_json


def _row(card: JobCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "kind": card.kind,
        "state": card.state,
        "asked_at": card.asked_at,
        "started_at": card.started_at,
        "finished_at": card.finished_at,
        "stage": card.stage,
        "done": card.done,
        "total": card.total,
        "is_cancel_asked": card.is_cancel_asked,
        "error": card.error,
        "files": card.files,
    }


def _answer(request: HttpRequest, template: str, content: dict[str, Any], shown: dict[str, Any]) -> HttpResponse:
    if wants_json(request):
        return JsonResponse(plain(content), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return render(request, template, content | shown)


def _job_or_404(request: HttpRequest, key: str) -> JobCard:
    found = job(viewer_of_request(request), key)
    if found is None:
        raise Http404
    return found


@never_cache
@require_GET
def job_list(request: HttpRequest) -> HttpResponse:
    """One's own last jobs."""
    if not viewer_of_request(request).person:
        raise Http404
    found = jobs(viewer_of_request(request))
    return _answer(request, "jobs/jobs.html", {"jobs": [_row(card) for card in found]}, {"cards": found})


@never_cache
@require_GET
def job_page(request: HttpRequest, key: str) -> HttpResponse:
    """One job. Asked by htmx, only how far it is, and nothing at all while nothing has changed."""
    card = _job_or_404(request, key)
    if request.headers.get("HX-Request") == "true" and "seen" in request.GET:
        if request.GET["seen"] == card.seen:
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        return render(request, "jobs/progress.html", {"job": card})
    return _answer(request, "jobs/job.html", _row(card), {"job": card})


@never_cache
@require_POST
def job_cancel(request: HttpRequest, key: str) -> HttpResponse:
    """Stop a job. One that has ended meanwhile is shown as it is."""
    card = _job_or_404(request, key)
    with suppress(UnableToCancel):
        cancel_job(viewer_of_request(request), job_id=card.id)
    return redirect("jobs:job", card.id)


@never_cache
@require_GET
def job_file(request: HttpRequest, key: str, name: str) -> HttpResponseBase:
    """A file that a job has made, for whoever asked for it."""
    path = path_of_file(viewer_of_request(request), job_id=key, name=name)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)
