"""The calendar of one person under a secret address: a calendar program cannot sign in."""

import hashlib
from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response

from secretariat.access.queries import person_of_feed
from secretariat.parties.queries import NoOrganisation
from secretariat.web.personal_calendar.gathering import calendar_of
from secretariat.web.persons import viewer_of


def personal_calendar(request: HttpRequest, secret: str) -> HttpResponseBase:
    """A person's calendar; a wrong secret, and that of a disabled account, is a wrong address."""
    person = person_of_feed(secret)
    if person is None:
        raise Http404
    now = datetime.now(UTC)

    def address(route: str, *arguments: str) -> str:
        return request.build_absolute_uri(reverse(route, args=arguments))

    try:
        text = calendar_of(viewer_of(person, now), at=now, address=address)
    except NoOrganisation as error:
        raise Http404 from error
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["ETag"] = f'"{hashlib.sha256(text).hexdigest()}"'
    return get_conditional_response(request, etag=response.headers["ETag"], response=response) or response
