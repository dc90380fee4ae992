"""Confirming who it is, by password or by the identity provider; and a form that did not come from its page."""

from http import HTTPStatus

from allauth.account.adapter import get_adapter
from allauth.account.views import reauthenticate
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from secretariat.sources.forms import language_of
from secretariat.web.words import WORDS


def again(request: HttpRequest) -> HttpResponseBase:
    """Ask for the password; who has neither a password nor a second factor here signs in anew with the ministry."""
    if get_adapter(request).get_reauthentication_methods(request.user):
        answer: HttpResponseBase = reauthenticate(request)
        return answer
    back = request.GET.get("next", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return render(request, "web/sign_in/again.html", {"back": back if here else ""})


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponseBase:  # noqa: ARG001  # Django names it
    """A form without the token of its page: it came from elsewhere, or cookies are off, or the page is a day old."""
    words = WORDS[language_of(request)]
    content = {"heading": words["form_refused"], "text": words["form_refused_lead"]}
    return render(request, "web/failure.html", content, status=HTTPStatus.FORBIDDEN)
