"""The authenticator app and the recovery codes: connecting, signing in with them, losing them."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from tests.web.sign_in.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def code_of(secret: str) -> str:
    """What the app shows now, computed as RFC 6238 says."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def confirm(browser: Client) -> None:
    assert browser.post("/sign-in/again/", {"password": PASSWORD}).status_code == 302


@pytest.fixture
def protected(make_person, sign_in):
    """A browser of somebody who has connected an app, the person, the secret, and the recovery codes."""
    person = make_person(language="ru")
    browser = sign_in(person)
    confirm(browser)
    page = browser.get("/account/security/app/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    assert browser.post("/account/security/app/", {"code": code_of(secret)}).status_code == 302
    codes = re.findall(r"<li><code>(\w+)</code></li>", browser.get("/account/security/codes/").content.decode())
    assert len(codes) == 10
    # an app's code counts once: another one would have to be waited for
    cache.clear()
    return person, secret, codes


def begun(person) -> Client:
    browser = Client()
    answer = browser.post("/sign-in/", {"login": person.email, "password": PASSWORD})
    assert answer["Location"] == "/sign-in/second-step/"
    return browser


def test_password_alone_no_longer_opens_the_account(protected):
    browser = begun(protected[0])
    assert browser.get("/account")["Location"].startswith("/sign-in/")
    assert "Второй шаг" in browser.get("/sign-in/second-step/").content.decode()


def test_code_of_the_app_opens_it(protected):
    person, secret, _ = protected
    browser = begun(person)
    assert browser.post("/sign-in/second-step/", {"code": code_of(secret)}).status_code == 302
    assert browser.get("/account").status_code == 200


def test_wrong_code_does_not(protected):
    person, secret, _ = protected
    browser = begun(person)
    wrong = f"{(int(code_of(secret)) + 1) % 1_000_000:06}"
    assert browser.post("/sign-in/second-step/", {"code": wrong}).status_code == 200
    assert browser.get("/account").status_code == 302


def test_recovery_code_opens_it_once(protected):
    person, _, codes = protected
    assert begun(person).post("/sign-in/second-step/", {"code": codes[0]}).status_code == 302
    assert begun(person).post("/sign-in/second-step/", {"code": codes[0]}).status_code == 200


def test_changing_the_second_step_asks_who_it_is_first(make_person, sign_in):
    browser = sign_in(make_person())
    for address in ("/account/security/app/", "/account/security/keys/new/"):
        assert browser.get(address)["Location"].startswith("/sign-in/again/")


def test_key_page_runs_only_scripts_with_the_nonce_of_the_answer(make_person, sign_in):
    browser = sign_in(make_person())
    confirm(browser)
    answer = browser.get("/account/security/keys/new/")
    html, policy = answer.content.decode(), answer["Content-Security-Policy"]
    nonce = re.search(r"script-src 'nonce-([^']+)'", policy)[1]
    running = [tag for tag in re.findall(r"<script[^>]*>", html) if "application/json" not in tag]
    assert len(running) >= 3
    assert all(f'nonce="{nonce}"' in tag and ' src="/static/' in tag for tag in running)
    assert "unsafe" not in policy
    again = browser.get("/account/security/keys/new/")["Content-Security-Policy"]
    assert nonce not in again
