"""How long a session lasts: until nothing was asked for a while, and never longer than a day's work."""

import time
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from secretariat.access.queries import Person
from secretariat.sources.forms import language_of
from secretariat.web.sign_in.options import IDLE_SECONDS, LONGEST_SECONDS
from secretariat.web.words import WORDS

Next = Callable[[HttpRequest], HttpResponseBase]
BEGAN, SEEN, LANGUAGE = "began_at", "seen_at", "language"
GRAIN = min(60, IDLE_SECONDS // 4)
"""The instant of the last request is written so many seconds apart: a page view is no write."""
ENTRANCE = "/sign-in/"
OPEN_TO_ONE_TIME_PASSWORDS = ("/account/password/", "/sign-out/", "/static/")


def is_over(began_at: float, seen_at: float, now: float) -> bool:
    """Whether a session is over; the instants are seconds of the epoch."""
    return now - seen_at >= IDLE_SECONDS or now - began_at >= LONGEST_SECONDS


def limited_session(forward: Next) -> Next:
    """End sessions whose time is over, and let a one-time password be changed before anything else."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        person = request.user
        if not isinstance(person, Person):
            if request.path.startswith(ENTRANCE):
                # whose password was right and whose second step is awaited
                request.default_language = request.session.get(LANGUAGE, "en")  # type: ignore[attr-defined]
            return forward(request)
        now = time.time()
        began, seen = request.session.get(BEGAN), request.session.get(SEEN)
        if began is None or seen is None:
            request.session[BEGAN] = request.session[SEEN] = now
        elif is_over(began, seen, now):
            logout(request)
            messages.info(request, WORDS[language_of(request)]["session_over"])
            return forward(request)
        elif now - seen >= GRAIN:
            request.session[SEEN] = now
        if person.has_one_time_password and not request.path.startswith(OPEN_TO_ONE_TIME_PASSWORDS):
            return HttpResponseRedirect(reverse("account_change_password"))
        return forward(request)

    return respond
