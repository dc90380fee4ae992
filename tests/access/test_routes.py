"""Every address is listed with who may take it; what is not listed is answered as what is not there."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, path

from secretariat.access.actions import disable_person, end_appointment
from secretariat.access.rules import Compartment, Stage
from secretariat.papers.actions import begin_paper
from secretariat.papers.rules import PaperKind
from secretariat.web.routes import ROUTES, Access
from secretariat.web.urls import urlpatterns as real
from tests.access.conftest import ACTOR, World
from tests.access.living import viewer_now

pytestmark = pytest.mark.django_db


def unlisted(request: object) -> HttpResponse:
    return HttpResponse("leaked")


urlpatterns = [path("unlisted", unlisted, name="unlisted"), path("nameless", unlisted), *real]
handler404 = "secretariat.web.views.not_found"


def routes(resolver: URLResolver, space: tuple[str, ...] = ()) -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            inner = (*space, each.namespace) if each.namespace else space
            yield from routes(each, inner)
        elif isinstance(each, URLPattern):
            yield ":".join((*space, each.name or f"without a name: {each.pattern}"))


def test_every_route_is_listed_and_every_listed_route_exists():
    found = set(routes(get_resolver()))
    assert found - set(ROUTES) == set(), "not listed in web/routes.py: nobody can take it"
    assert set(ROUTES) - found == set(), "listed, but there is no such route"


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("address", ["/unlisted", "/nameless"])
def test_route_that_is_not_listed_is_not_there_for_anybody(register: None, client: Client, world: World, address: str):
    for name in (None, "sec1", "kg1"):
        if name:
            client.force_login(world.persons[name])
        response = client.get(address)
        assert response.status_code == 404
        assert b"leaked" not in response.content


OPEN_FORMS = {"desk:correct"}
"""Anybody may report an error in what is public."""


def test_writing_is_open_to_everybody_only_for_signing_in_and_reporting_an_error():
    open_to_all = {
        name for name, route in ROUTES.items() if route.access is Access.EVERYBODY and "POST" in route.methods
    }
    others = {name for name in open_to_all if not name.startswith(("account_", "mfa_", "openid", "socialaccount"))}
    assert others == OPEN_FORMS


def test_personal_page_sends_who_is_not_signed_in_to_sign_in(register: None, client: Client):
    response = client.get("/papers/new?lang=ru")
    assert response.status_code == 302
    assert response.url.startswith("/sign-in/?next=%2Fpapers%2Fnew")


def test_method_that_a_route_does_not_take_is_refused(client: Client, world: World):
    client.force_login(world.persons["kg1"])
    assert client.post("/papers").status_code == 405
    assert client.get(f"/papers/{'0' * 32}/files").status_code == 405
    assert client.delete("/papers/new").status_code == 405


def test_form_without_its_token_against_forgery_is_refused(world: World):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.persons["kg1"])
    assert client.post("/papers/new", {"title": "x"}).status_code == 403


def seated_paper(world: World) -> str:
    it = Compartment(frozenset({"state:KG"}), Stage.TABLED, need_to_know=frozenset({"drafting"}))
    return begin_paper(
        ACTOR, viewer_now(world.persons["kg1"]), kind=PaperKind.NOTE, title="Draft", body={}, compartment=it
    )


def test_open_session_loses_what_an_ended_appointment_gave(client: Client, world: World):
    key = seated_paper(world)
    client.force_login(world.persons["kz1"])
    assert client.get(f"/papers/{key}").status_code == 200
    group = world.persons["kz1"].appointments.get(kind="group")
    end_appointment(ACTOR, key=group.key)
    assert client.get(f"/papers/{key}").status_code == 404


def test_open_session_of_a_disabled_account_is_nobodys(client: Client, world: World):
    key = seated_paper(world)
    client.force_login(world.persons["kz1"])
    assert client.get(f"/papers/{key}").status_code == 200
    disable_person(ACTOR, email="kz1@example.org")
    assert client.get(f"/papers/{key}").status_code == 404
    assert client.get("/papers/new").status_code == 302
