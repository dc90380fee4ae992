"""Every route with who may take it. What is not listed does not exist: an unlisted route answers 404 to everybody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase

from secretariat.access.rules import Body, Duty
from secretariat.sources.forms import viewer_of_request
from secretariat.web.sign_in.fresh import ask_again, is_fresh, kept_form

READING = ("GET", "HEAD")
WRITING = ("GET", "HEAD", "POST")
Next = Callable[[HttpRequest], HttpResponseBase]


class Access(StrEnum):
    """Who may take a route. What it then shows is decided by ``scope`` and ``see``, not here."""

    EVERYBODY = "everybody"
    SIGNED_IN = "signed_in"
    MEMBERS = "members"
    DELEGATION = "delegation"
    SECRETARIAT = "secretariat"


_BODIES = {
    Access.SIGNED_IN: frozenset({Body.SECRETARIAT, Body.DELEGATION, Body.PARTNER}),
    Access.MEMBERS: frozenset({Body.SECRETARIAT, Body.DELEGATION}),
    Access.DELEGATION: frozenset({Body.DELEGATION}),
    Access.SECRETARIAT: frozenset({Body.SECRETARIAT}),
}


@dataclass(frozen=True, slots=True)
class Route:
    """Who may take a route, by which methods, and with which duty where one is needed.

    ``fresh``: only who has shown within ten minutes who it is; for acts that give marks or consents, and for accounts.
    """

    access: Access
    methods: tuple[str, ...] = READING
    duty: str = ""
    fresh: bool = False


READ = Route(Access.EVERYBODY)
FORM = Route(Access.EVERYBODY, WRITING)
PERSONAL = Route(Access.SIGNED_IN)
PERSONAL_FORM = Route(Access.SIGNED_IN, WRITING)
MEMBERS_FORM = Route(Access.MEMBERS, WRITING)
DELEGATION_FORM = Route(Access.DELEGATION, WRITING)
SECRETARIAT_FORM = Route(Access.SECRETARIAT, WRITING)
ADMINISTRATION = Route(Access.SECRETARIAT, WRITING, Duty.ADMINISTRATOR, fresh=True)

ROUTES: dict[str, Route] = {
    "home": READ,
    "about": READ,
    "cite": READ,
    "search": READ,
    "styleguide": READ,
    "review": READ,
    "desk:desk": PERSONAL,
    "desk:tables": Route(Access.SECRETARIAT, WRITING, "council"),
    "desk:table": Route(Access.SECRETARIAT, WRITING, "council"),
    "health": READ,
    "jobs:jobs": PERSONAL,
    "jobs:job": PERSONAL,
    "jobs:cancel": Route(Access.SIGNED_IN, ("POST",)),
    "jobs:file": PERSONAL,
    "notices:notices": PERSONAL,
    "notices:read": Route(Access.SIGNED_IN, ("POST",)),
    "desk:consents": Route(Access.DELEGATION),
    "desk:consent": Route(Access.DELEGATION, WRITING, fresh=True),
    "desk:correct": FORM,
    "desk:corrections": Route(Access.SECRETARIAT),
    "desk:correction": Route(Access.SECRETARIAT, WRITING),
    "desk:commitment": Route(Access.DELEGATION),
    "desk:begin": Route(Access.DELEGATION, ("POST",)),
    "desk:report": MEMBERS_FORM,
    "desk:keep": Route(Access.DELEGATION, ("POST",)),
    "desk:evidence": Route(Access.DELEGATION, ("POST",)),
    "brief": Route(Access.DELEGATION),
    "brief-meeting": DELEGATION_FORM,
    "brief-worker": READ,
    "personal-calendar": READ,
    "account-feeds": PERSONAL_FORM,
    "review:editions": READ,
    "review:new": Route(Access.SECRETARIAT, WRITING, Duty.DRAFTER),
    "review:edition": READ,
    "review:plan": Route(Access.SECRETARIAT, WRITING, Duty.DRAFTER),
    "review:build": Route(Access.SECRETARIAT, ("POST",), Duty.DRAFTER),
    "review:attach": Route(Access.SECRETARIAT, ("POST",), Duty.DRAFTER),
    "review:circulate": Route(Access.SECRETARIAT, WRITING, Duty.DRAFTER, fresh=True),
    "review:issue": Route(Access.SECRETARIAT, WRITING, Duty.DRAFTER, fresh=True),
    "review:correct": Route(Access.SECRETARIAT, WRITING, Duty.DRAFTER, fresh=True),
    "review:file": READ,
    "review:paragraph": MEMBERS_FORM,
    "review:keep": Route(Access.DELEGATION, ("POST",)),
    "review:respond": Route(Access.MEMBERS, ("POST",)),
    "silence:procedures": Route(Access.MEMBERS),
    "silence:new": SECRETARIAT_FORM,
    "silence:silence": MEMBERS_FORM,
    "silence:letter": Route(Access.MEMBERS),
    "parties:members": READ,
    "parties:state": READ,
    "parties:instruments": READ,
    "parties:instrument": READ,
    "organs:organs": READ,
    "organs:organ": READ,
    "organs:meetings": READ,
    "organs:calendar": READ,
    "organs:feed": READ,
    "conference:preparation": READ,
    "conference:record": Route(Access.SECRETARIAT, ("POST",), Duty.CONFERENCE),
    "conference:annotated-agenda": READ,
    "conference:chairs-brief": Route(Access.SECRETARIAT),
    "decisions:meeting": READ,
    "decisions:decisions": READ,
    "decisions:decision": READ,
    "decisions:commitments": READ,
    "decisions:commitment": READ,
    "partners:partners": READ,
    "partners:partner": READ,
    "positions:positions": READ,
    "positions:position": READ,
    "positions:votes": READ,
    "watch:watch": READ,
    "watch:event": READ,
    "watch:findings": READ,
    "watch:finding": READ,
    "watch:propose": Route(Access.SECRETARIAT, WRITING, Duty.ANALYST),
    "watch:judge": Route(Access.SECRETARIAT, WRITING, Duty.ANALYST),
    "watch:csv": READ,
    "watch:picture": READ,
    "watch:borders": READ,
    "watch:events": READ,
    "sources:releases": READ,
    "sources:release": READ,
    "sources:sources": READ,
    "sources:source": READ,
    "programmes:programmes": READ,
    "programmes:programme": READ,
    "response:response": READ,
    "response:request": READ,
    "nothing-here": READ,
    "acts": READ,
    "api": READ,
    "api:openapi-json": READ,
    "api:api-root": READ,
    "papers:papers": READ,
    "papers:paper": READ,
    "papers:pdf": READ,
    "papers:version": READ,
    "papers:file": READ,
    "papers:begin": PERSONAL_FORM,
    "papers:write": PERSONAL_FORM,
    "papers:keep": Route(Access.SIGNED_IN, ("POST",)),
    "papers:attach": Route(Access.SIGNED_IN, ("POST",)),
    "papers:mark": Route(Access.SIGNED_IN, WRITING, fresh=True),
    "papers-feed": READ,
    "api:papers": READ,
    "api:paper": READ,
    "api:sources": READ,
    "api:data-sets": READ,
    "api:organisation": READ,
    "api:members": READ,
    "api:states": READ,
    "api:instruments": READ,
    "api:organs": READ,
    "api:meetings": READ,
    "api:calendar": READ,
    "api:decisions": READ,
    "api:commitments": READ,
    "api:sessions": READ,
    "api:pace": READ,
    "api:positions": READ,
    "api:votes": READ,
    "api:partners": READ,
    "api:follow-ups": READ,
    "api:programmes": READ,
    "api:figures": READ,
    "api:forces": READ,
    "api:pledges": READ,
    "api:readiness": READ,
    "api:requests": READ,
    "api:activations": READ,
    "api:assistance": READ,
    "api:segments": READ,
    "api:regions": READ,
    "api:watch-table": READ,
    "api:watch-events": READ,
    "account_login": FORM,
    "account_logout": FORM,
    "account_inactive": READ,
    "account_reset_password": FORM,
    "account_reset_password_done": READ,
    "account_reset_password_from_key": FORM,
    "account_reset_password_from_key_done": READ,
    "mfa_authenticate": FORM,
    "mfa_login_webauthn": FORM,
    "openid_connect_login": FORM,
    "openid_connect_callback": READ,
    "socialaccount_login_cancelled": READ,
    "socialaccount_login_error": READ,
    "account_reauthenticate": PERSONAL_FORM,
    "mfa_reauthenticate": PERSONAL_FORM,
    "mfa_reauthenticate_webauthn": PERSONAL_FORM,
    "account_change_password": PERSONAL_FORM,
    "account_set_password": PERSONAL_FORM,
    "mfa_index": PERSONAL,
    "mfa_activate_totp": PERSONAL_FORM,
    "mfa_deactivate_totp": PERSONAL_FORM,
    "mfa_view_recovery_codes": PERSONAL,
    "mfa_generate_recovery_codes": PERSONAL_FORM,
    "mfa_download_recovery_codes": PERSONAL,
    "mfa_list_webauthn": PERSONAL,
    "mfa_add_webauthn": PERSONAL_FORM,
    "mfa_edit_webauthn": PERSONAL_FORM,
    "mfa_remove_webauthn": PERSONAL_FORM,
    "usersessions_list": PERSONAL_FORM,
    "account": PERSONAL_FORM,
    "account-tokens": PERSONAL_FORM,
    "people": ADMINISTRATION,
    "person": ADMINISTRATION,
}


class Gate:
    """Let a request through to its page if its route is listed and open to who asks.

    Somebody who is not signed in is sent to sign in; somebody of another body, or without the duty, gets what a wrong
    address gets. A method that the route does not take is refused.
    """

    def __init__(self, forward: Next) -> None:
        self._forward = forward

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self._forward(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _arguments: Any, _names: Any
    ) -> HttpResponseBase | None:
        """Refuse before the page is asked."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        route = ROUTES.get(name)
        if route is None:
            raise Http404
        if route.access is not Access.EVERYBODY:
            viewer = viewer_of_request(request)
            if not viewer.person:
                where = urlencode({"next": request.get_full_path()})
                return HttpResponseRedirect(f"{settings.LOGIN_URL}?{where}")
            if viewer.body not in _BODIES[route.access] or (route.duty and route.duty not in viewer.duties):
                raise Http404
        if request.method not in route.methods:
            return HttpResponseNotAllowed(route.methods)
        if not route.fresh:
            return None
        return kept_form(request) if is_fresh(request) else ask_again(request)
