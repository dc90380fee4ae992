"""Pages without a connection: the worker's own address, and that nothing is left on a device at sign-out."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

Next = Callable[[HttpRequest], HttpResponseBase]
_FILE = Path(__file__).parents[1] / "static" / "web" / "sw.js"


@lru_cache
def _worker() -> bytes:
    return _FILE.read_bytes()


def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  # as every view
    """The worker that answers pages of the brief from what a person chose to keep; a file under ``/static`` could not.

    A worker may answer only addresses below its own.
    """
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response.headers["Service-Worker-Allowed"] = "/brief"
    response.headers["Cache-Control"] = "no-cache"
    return response


def forget_on_device(forward: Next) -> Next:
    """Have the browser forget what was kept: at signing out, at signing in, and once an account was closed.

    Kept pages are those of one person: the next one at the same device must not find them. A session that has merely
    run out leaves them, since they are for where there is no connection; the worker drops them after seven days.
    """

    def respond(request: HttpRequest) -> HttpResponseBase:
        before = request.session.get(SESSION_KEY, "")
        is_closed = bool(before) and not request.user.is_authenticated
        response = forward(request)
        after = request.session.get(SESSION_KEY, "")
        if before and (is_closed or not after):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        elif after and before != after:
            response.headers["Clear-Site-Data"] = '"storage"'
        return response

    return respond
