"""One's own account and the keys of one's programs."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from secretariat.access.actions import NotSeen, change_account, issue_token, revoke_token
from secretariat.access.queries import Person, appointments
from secretariat.access.queries import tokens as own_tokens
from secretariat.access.rules import in_force
from secretariat.sources.forms import actor_of, language_of, viewer_of_request
from secretariat.web.account.forms import AccountForm, TokenForm
from secretariat.web.words import WORDS


@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """How one is named and addressed, and the way to everything that keeps the account safe."""
    owner = cast("Person", request.user)
    form = AccountForm(language_of(request), owner, request.POST if request.method == "POST" else None)
    if form.is_valid():
        change_account(viewer_of_request(request), **form.cleaned_data)
        with override(form.cleaned_data["language"]):
            messages.success(request, WORDS[form.cleaned_data["language"]]["said_account_kept"])
        return redirect("account")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    held = in_force(appointments(owner.code), datetime.now(UTC))
    return render(request, "web/account/account.html", {"form": form, "held": held}, status=status)


@never_cache
def tokens(request: HttpRequest) -> HttpResponse:
    """One's keys; a new one is shown in this answer alone."""
    viewer, words = viewer_of_request(request), WORDS[language_of(request)]
    shown: dict[str, object] = {}
    sent = request.POST if request.method == "POST" and "revoke" not in request.POST else None
    form = TokenForm(language_of(request), sent)
    if request.method == "POST" and "revoke" in request.POST:
        try:
            revoke_token(actor_of(request), viewer=viewer, key=request.POST["revoke"])
        except NotSeen as error:
            raise Http404 from error
        messages.success(request, words["said_token_revoked"])
        return redirect("account-tokens")
    if form.is_valid():
        shown["secret"] = issue_token(actor_of(request), person=cast("Person", request.user), **form.cleaned_data)
        form = TokenForm(language_of(request))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    content = {"form": form, "tokens": own_tokens(viewer), "now": datetime.now(UTC), **shown}
    return render(request, "web/account/tokens.html", content, status=status)
