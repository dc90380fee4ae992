"""The persons of the register, for who administers: invite, appoint, end an appointment, close an account."""

from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import groupby

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from secretariat.access.actions import (
    UnableToAppoint,
    UnableToInvite,
    appoint,
    disable_person,
    end_appointment,
    invite_person,
    link_of_invitation,
    send_invitation,
)
from secretariat.access.queries import Person, appointments, person_with_code, persons
from secretariat.access.rules import AppointmentKind, in_force
from secretariat.access.rules.appointments import DUTIES_OF, body_of
from secretariat.sources.forms import actor_of, language_of, viewer_of_request
from secretariat.web.account.forms import AppointmentForm, InvitationForm, duty_terms
from secretariat.web.account.known import knows_organ, knows_organisation, organisation_names
from secretariat.web.words import WORDS


def _status(form: InvitationForm | AppointmentForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK


@never_cache
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with an account by organisation, and the form by which somebody is invited."""
    form = InvitationForm(language_of(request), request.POST if request.method == "POST" else None)
    link, is_sent = "", True
    if form.is_valid() and not knows_organisation(form.cleaned_data["organisation"]):
        form.add_error("organisation", form.words["no_organisation"])
    if form.is_valid():
        try:
            invited = invite_person(actor_of(request), **form.cleaned_data)
        except UnableToInvite:
            form.add_error("email", form.words["address_taken"])
        else:
            try:
                link = send_invitation(invited, settings.PUBLIC_ADDRESS)
            except OSError:  # of which every failure to send is one
                link, is_sent = link_of_invitation(invited, settings.PUBLIC_ADDRESS), False
            form = InvitationForm(language_of(request))
    names = organisation_names(language_of(request))
    by_body = groupby(persons(viewer_of_request(request)), key=lambda each: each.organisation)
    bodies = sorted(((names.get(code, code), list(rows)) for code, rows in by_body), key=lambda body: body[0])
    content = {"form": form, "bodies": bodies, "link": link, "is_sent": is_sent}
    return render(request, "web/account/people.html", content, status=_status(form))


def _ended(request: HttpRequest, found: Person, sent: QueryDict) -> str:
    if sent["end"] not in {each.key for each in appointments(found.code)}:
        raise Http404
    try:
        end_appointment(actor_of(request), key=sent["end"])
    except UnableToAppoint as error:
        raise Http404 from error
    return "said_ended"


def _closed(request: HttpRequest, found: Person, _sent: QueryDict) -> str:
    disable_person(actor_of(request), email=found.email)
    return "said_disabled"


_WAYS: dict[str, Callable[[HttpRequest, Person, QueryDict], str]] = {"end": _ended, "close": _closed}


def _appointed(request: HttpRequest, found: Person, form: AppointmentForm) -> bool:
    kind, name = AppointmentKind(form.cleaned_data["kind"]), form.cleaned_data["appointment"].strip()
    if kind is AppointmentKind.SEAT and not knows_organ(name):
        form.add_error("appointment", form.words["no_organ"])
        return False
    try:
        appoint(actor_of(request), person=found, kind=kind, name=name, role=form.cleaned_data["role"])
    except UnableToAppoint:
        form.add_error("appointment", form.words["no_such_duty"])
        return False
    return True


@never_cache
def person(request: HttpRequest, code: str) -> HttpResponse:
    """One account: what its person is appointed to, and the forms that change it."""
    found = person_with_code(viewer_of_request(request), code)
    if found is None:
        raise Http404
    words, sent = WORDS[language_of(request)], request.POST if request.method == "POST" else None
    way = next((way for word, way in _WAYS.items() if sent is not None and word in sent), None)
    form = AppointmentForm(language_of(request), sent if way is None else None)
    said = way(request, found, sent) if way and sent is not None else ""
    if not said and form.is_valid() and _appointed(request, found, form):
        said = "said_appointed"
    if said:
        messages.success(request, words[said])
        return redirect("person", code)
    body, _ = body_of(found.organisation)
    content = {
        "form": form,
        "found": found,
        "body": organisation_names(language_of(request)).get(found.organisation, found.organisation),
        "held": in_force(appointments(code), datetime.now(UTC)),
        "duties": duty_terms(DUTIES_OF[body], language_of(request)),
    }
    return render(request, "web/account/person.html", content, status=_status(form))
