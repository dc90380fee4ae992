"""A delegation answers through the pages; its answer stays sealed, and only who has just shown who it is gives it."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from secretariat.audit.rules import Actor
from secretariat.response.actions import open_consultation
from secretariat.response.models import Consent
from tests.people import SignedIn, signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/consents/CON"


@pytest.fixture
def consulted(load: Callable[..., None], actor: Actor) -> None:
    load()
    today = datetime.now(UTC).date()
    open_consultation(actor, key="CON", request="KZ-2022", organ="CSC", force="CRRF", on=today)


def _confirmed(who: SignedIn) -> SignedIn:
    """Who has just signed in with a password."""
    words = "correct horse battery staple"
    who.person.set_password(words)
    who.person.save()
    client = Client()
    assert client.post("/sign-in/", {"login": who.person.email, "password": words}).status_code == 302
    return SignedIn(who.person, client)


@pytest.fixture
def head(consulted) -> SignedIn:
    return _confirmed(signed_in("state:BY", "head"))


def test_answer_is_given_once_and_seen_by_the_own_delegation_alone(head: SignedIn):
    assert "no answer yet" in head.client.get("/desk/consents").content.decode()
    form = {"answer": "declines", "text_en": "Not now", "token": "a"}
    assert head.client.post(ADDRESS, form).status_code == 302
    assert head.client.post(ADDRESS, form).status_code == 302
    assert Consent.objects.filter(consultation="CON", state="BY").count() == 1
    assert "Not now" in head.client.get(ADDRESS).content.decode()
    for other in (signed_in("state:RU", "head"), signed_in("secretariat", "drafter")):
        assert "Not now" not in _confirmed(other).client.get("/response/KZ-2022").content.decode()
    assert "Not now" not in Client().get("/response/KZ-2022").content.decode()


def test_who_has_not_just_confirmed_is_asked_again_and_nothing_is_recorded(consulted):
    stale = signed_in("state:BY", "head")
    answer = stale.client.post(ADDRESS, {"answer": "declines", "token": "a"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/again")
    assert not Consent.objects.filter(consultation="CON").exists()


def test_desk_officer_reads_but_does_not_answer(consulted):
    desk = _confirmed(signed_in("state:BY", "desk"))
    assert "The head of delegation or the minister answers" in desk.client.get(ADDRESS).content.decode()
    assert desk.client.post(ADDRESS, {"answer": "declines", "token": "a"}).status_code == 400
    assert not Consent.objects.filter(consultation="CON").exists()


def test_who_has_no_say_sees_no_consultation(consulted):
    for organisation in ("state:UZ", "secretariat"):
        assert _confirmed(signed_in(organisation, "head")).client.get(ADDRESS).status_code == 404
