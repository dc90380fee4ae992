"""Signing in with the ministry's own identity provider: whom the secretariat invited, and nobody else."""

from collections.abc import Iterator

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from secretariat.access.actions import disable_person
from secretariat.access.queries import all_persons
from secretariat.audit.rules import Actor
from secretariat.web.sign_in.options import form_targets, oidc_provider
from tests.web.sign_in.provider import CLIENT, SECRET, Provider

pytestmark = pytest.mark.django_db
START = "/sign-in/with/ministry/?process=login&next=/account"
BACK = "/sign-in/with/ministry/callback/"
KNOWN = {"sub": "42", "email": "desk@mfa.example.org", "email_verified": True, "name": "Whoever"}


@pytest.fixture
def provider(settings, monkeypatch) -> Iterator[Provider]:
    with Provider() as running:
        monkeypatch.setenv("SECRETARIAT_OIDC_ISSUER", running.issuer)
        monkeypatch.setenv("SECRETARIAT_OIDC_CLIENT_ID", CLIENT)
        monkeypatch.setenv("SECRETARIAT_OIDC_CLIENT_SECRET", SECRET)
        monkeypatch.setenv("SECRETARIAT_OIDC_NAME", "the Ministry")
        settings.SOCIALACCOUNT_PROVIDERS = oidc_provider()
        yield running


def came_back(provider: Provider, browser: Client, **claims):
    provider.claims = KNOWN | claims
    sent = browser.post(START)
    assert sent.status_code == 302
    assert sent["Location"].startswith(f"{provider.issuer}/authorize?")
    return browser.get(BACK, provider.consent(sent["Location"]))


def test_invited_person_gets_in_by_the_verified_address(provider: Provider, make_person):
    person = make_person()
    browser = Client()
    answer = came_back(provider, browser, email="DESK@mfa.example.org")
    assert (answer.status_code, answer["Location"]) == (302, "/account")
    assert browser.get("/account").status_code == 200
    assert SocialAccount.objects.get().user_id == person.pk
    assert {"/.well-known/openid-configuration", "/token", "/userinfo"} <= set(provider.asked)
    # the password that the person has stays
    person.refresh_from_db()
    assert person.has_usable_password()


def test_person_is_known_by_the_identity_afterwards(provider: Provider, make_person):
    make_person()
    came_back(provider, Client())
    answer = came_back(provider, Client(), email="renamed@mfa.example.org")
    assert answer["Location"] == "/account"


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "stranger@mfa.example.org"},
        {"email_verified": False},
        {"email": None},
    ],
    ids=["unknown address", "address not verified", "no address"],
)
def test_anybody_else_is_refused_and_no_account_is_made_or_named(provider: Provider, make_person, csto, claims):
    person = make_person()
    browser = Client()
    answer = came_back(provider, browser, **claims)
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "There is no account here for this identity" in page
    assert person.name not in page
    assert browser.get("/account").status_code == 302
    assert len(all_persons()) == 1
    assert not SocialAccount.objects.exists()


def test_closed_account_is_refused_the_same(provider: Provider, make_person):
    person = make_person()
    disable_person(Actor("a test"), email=person.email)
    assert came_back(provider, Client()).status_code == 403


def test_identity_is_not_tied_to_an_open_session(provider: Provider, make_person, sign_in):
    browser = sign_in(make_person())
    provider.claims = KNOWN | {"email": "stranger@mfa.example.org"}
    sent = browser.post("/sign-in/with/ministry/?process=connect")
    assert browser.get(BACK, provider.consent(sent["Location"])).status_code == 403
    assert not SocialAccount.objects.exists()


def test_answer_that_nobody_asked_for_is_refused(provider: Provider, make_person):
    make_person()
    provider.claims = KNOWN
    stolen = provider.consent(Client().post(START)["Location"])
    browser = Client()
    answer = browser.get(BACK, stolen)
    assert "did not confirm who you are" in answer.content.decode()
    assert browser.get("/account").status_code == 302


def test_refusal_of_the_provider_is_told(provider: Provider, make_person):
    browser = Client()
    state = provider.consent(browser.post(START)["Location"])["state"]
    answer = browser.get(BACK, {"error": "access_denied", "state": state}, follow=True)
    assert "Signing in was called off" in answer.content.decode()


def test_sign_in_page_names_the_provider_and_its_forms_may_lead_there(provider: Provider):
    assert "Sign in with the Ministry" in Client().get("/sign-in/").content.decode()
    assert form_targets(f"{provider.issuer}/realm") == ["'self'", provider.issuer]
    assert form_targets("") == ["'self'"]


def test_person_without_a_password_confirms_with_the_provider(provider: Provider, make_person):
    person = make_person()
    person.set_unusable_password()
    person.save()
    browser = Client()
    came_back(provider, browser)
    page = browser.get("/sign-in/again/?next=/account").content.decode()
    assert "You have no password here" in page
    assert "next=%2Faccount" in page


def test_half_named_provider_is_the_operators_mistake(monkeypatch):
    monkeypatch.setenv("SECRETARIAT_OIDC_ISSUER", "https://id.example.org")
    with pytest.raises(ValueError, match="SECRETARIAT_OIDC_ISSUER"):
        oidc_provider()


def test_without_a_provider_there_is_none(db):
    assert Client().get("/sign-in/with/ministry/").status_code == 404
    assert "/sign-in/with/" not in Client().get("/sign-in/").content.decode()
