"""Asking again who it is, before acts that give marks or consents; what was written meanwhile is kept."""

import time
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from secretariat.web.sign_in.options import FRESH_SECONDS

KEPT = "kept_form"
LONGEST = 200_000
"""So many characters of a form are kept in a session; files are not."""
CSRF = "csrfmiddlewaretoken"


def is_fresh(request: HttpRequest, at: float | None = None) -> bool:
    """Whether whoever asks has shown within ten minutes that it is them: by signing in, or by confirming."""
    records: list[dict[str, Any]] = get_authentication_records(request, request.user)
    now = time.time() if at is None else at
    return bool(records) and 0 <= now - max(record["at"] for record in records) < FRESH_SECONDS


def _confirmation(request: HttpRequest) -> str:
    ways = get_adapter(request).get_reauthentication_methods(request.user)
    return ways[0]["url"] if ways else reverse("account_reauthenticate")


def ask_again(request: HttpRequest) -> HttpResponseBase:
    """Send somebody to confirm who it is, and back. A form that was sent is kept in the session meanwhile."""
    if request.method == "POST":
        sent = request.POST.copy()
        sent.pop(CSRF, None)
        text = sent.urlencode()
        if len(text) <= LONGEST:
            request.session[KEPT] = {"path": request.get_full_path(), "sent": text}
    where = urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(f"{_confirmation(request)}?{where}")


def kept_form(request: HttpRequest) -> HttpResponseBase | None:
    """Offer to send a form that was kept while its author confirmed who it is; ``None`` where there is none here."""
    kept = request.session.get(KEPT)
    if not kept or request.method != "GET" or kept["path"] != request.get_full_path():
        return None
    del request.session[KEPT]
    fields = [(name, value) for name, values in QueryDict(kept["sent"]).lists() for value in values]
    return render(request, "web/sign_in/kept.html", {"fields": fields}, status=HTTPStatus.OK)
