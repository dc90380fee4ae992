"""Every address of signing in is listed with who may take it, and answers everybody else accordingly."""

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from secretariat.web.account import urls as account
from secretariat.web.routes import ROUTES, Access, Route
from secretariat.web.sign_in import urls as sign_in
from tests.web.conftest import read
from tests.web.sign_in.conftest import PASSWORD

pytestmark = pytest.mark.django_db
NAMES = [pattern.name for pattern in (*sign_in.urlpatterns, *account.urlpatterns)]
OPEN = {
    "account_login": 200,
    "account_logout": 302,
    "account_inactive": 200,
    "account_reset_password": 200,
    "account_reset_password_done": 200,
    "account_reset_password_from_key": 200,
    "account_reset_password_from_key_done": 200,
    "mfa_authenticate": 302,
    "mfa_login_webauthn": 302,
    "openid_connect_login": 404,
    "openid_connect_callback": 404,
    "socialaccount_login_cancelled": 200,
    "socialaccount_login_error": 401,
}
"""What somebody who is not signed in gets; every other address sends to sign in."""
PARTS = {
    "account_reset_password_from_key": {"uidb36": "0", "key": "x-y"},
    "openid_connect_login": {"provider_id": "ministry"},
    "openid_connect_callback": {"provider_id": "ministry"},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
    "person": {"code": "0" * 32},
}


def test_every_address_is_listed():
    assert set(NAMES) <= set(ROUTES)
    assert len(NAMES) == len(set(NAMES))


def test_no_address_of_the_library_is_reachable_that_is_not_listed():
    started = ("account_", "mfa_", "socialaccount_", "openid_connect_", "usersessions_")
    reachable = {
        str(name) for name in get_resolver().reverse_dict if isinstance(name, str) and name.startswith(started)
    }
    assert reachable <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_stranger_gets_what_the_list_says(name: str, csto):
    answer = Client().get(reverse(name, kwargs=PARTS.get(name)))
    if name in OPEN:
        assert ROUTES[name].access is Access.EVERYBODY
        assert answer.status_code == OPEN[name]
    else:
        assert ROUTES[name].access is not Access.EVERYBODY
        assert answer["Location"].startswith("/sign-in/?next=")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", [name for name in NAMES if ROUTES[name].access is Access.SIGNED_IN])
def test_page_of_a_person_is_well_formed_in_both_languages(name: str, language: str, make_person, sign_in, csto):
    browser = sign_in(make_person(language=language))
    browser.post("/sign-in/again/", {"password": PASSWORD})
    answer = browser.get(reverse(name, kwargs=PARTS.get(name)))
    if answer.status_code in {302, 404}:
        return
    page = read(answer.content.decode())
    assert page.unclosed == []
    assert page.tags["h1"] == 1
    assert page.all("html")[0]["lang"] == language
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    labelled = {each["for"] for each in page.all("label")}
    fields = [each for each in page.all("input") + page.all("select") if each.get("type") != "hidden"]
    assert all(each["id"] in labelled for each in fields)


def test_only_accounts_of_others_need_a_fresh_confirmation_by_default():
    assert not Route(Access.EVERYBODY).fresh
    assert {name for name in ("people", "person") if ROUTES[name].fresh} == {"people", "person"}
