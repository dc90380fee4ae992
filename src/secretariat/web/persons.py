"""Who asks: the person who is signed in, as a viewer at this instant."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from secretariat.access.queries import Person, appointments
from secretariat.access.rules import PUBLIC, Body, Viewer, viewer_from
from secretariat.access.rules.appointments import body_of
from secretariat.parties.queries import NoOrganisation, members
from secretariat.parties.rules import PartyState
from secretariat.sources.forms import language_of

Next = Callable[[HttpRequest], HttpResponseBase]


def viewer_of(person: Person, at: datetime) -> Viewer:
    """The viewer that ``person`` is at an instant.

    A delegation is active while its state is a member in good standing: suspended or gone, it keeps its own and what is
    public from that instant on, in sessions that are open too, since every request asks again.
    """
    body, code = body_of(person.organisation)
    active = True
    if body is Body.DELEGATION:
        try:
            found = members(PUBLIC, on=at.date(), known_at=at)
        except NoOrganisation:
            found = []
        active = any(member.state.code == code and member.status.status is PartyState.PARTY for member in found)
    return viewer_from(
        person=person.code,
        organisation=person.organisation,
        appointments=appointments(person.code),
        at=at,
        active=active,
    )


def known_person(forward: Next) -> Next:
    """Say on whose behalf a request asks, and in which language it is answered when it names none."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        user = request.user
        if isinstance(user, Person) and not user.is_active:
            logout(request)
        elif isinstance(user, Person):
            request.viewer = viewer_of(user, datetime.now(UTC))  # type: ignore[attr-defined]
            request.default_language = user.language  # type: ignore[attr-defined]
        with translation.override(language_of(request)):
            return forward(request)

    return respond
