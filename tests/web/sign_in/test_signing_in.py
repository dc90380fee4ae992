"""Who gets in, who does not, and what those who do not are told."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from secretariat.access.actions import (
    appoint,
    disable_person,
    end_appointment,
    give_one_time_password,
    invite_person,
    issue_token,
    link_of_invitation,
    send_invitation,
)
from secretariat.access.queries import Person
from secretariat.access.rules import AppointmentKind
from secretariat.audit.rules import Actor
from secretariat.web.tags import spoken_day
from tests.web.conftest import read
from tests.web.sign_in.conftest import PASSWORD

pytestmark = pytest.mark.django_db
ACTOR = Actor("a test")
REFUSED = "not correct"
OWN_TO_AN_ANSWER = re.compile(r'csrfmiddlewaretoken" value="\w+|nonce="[^"]+|value="\w+@[^"]+')


def test_person_signs_in_by_address_in_any_case_and_lands_where_they_wanted(make_person):
    make_person()
    answer = Client().post(
        "/sign-in/?next=/account", {"login": "Desk@MFA.example.org", "password": PASSWORD, "next": "/account"}
    )
    assert (answer.status_code, answer["Location"]) == (302, "/account")


def test_page_elsewhere_is_never_where_sign_in_leads(make_person):
    make_person()
    answer = Client().post(
        "/sign-in/", {"login": "desk@mfa.example.org", "password": PASSWORD, "next": "https://example.com/"}
    )
    assert answer["Location"].startswith("/")


def test_wrong_password_and_unknown_address_are_told_the_same(make_person):
    make_person()
    told = []
    for address in ("desk@mfa.example.org", "nobody@mfa.example.org"):
        answer = Client().post("/sign-in/", {"login": address, "password": "wrong"})
        assert answer.status_code == 200
        told.append(
            re.sub(r"csrfmiddlewaretoken\" value=\"\w+|nonce=\"[^\"]+|value=\"\w+@[^\"]+", "", answer.content.decode())
        )
    assert told[0] == told[1]
    assert REFUSED in told[0]


def test_sixth_attempt_is_refused_even_with_the_right_password(make_person):
    make_person()
    for _ in range(5):
        Client().post("/sign-in/", {"login": "desk@mfa.example.org", "password": "wrong"})
    answer = Client().post("/sign-in/", {"login": "desk@mfa.example.org", "password": PASSWORD})
    assert answer.status_code == 200
    assert "Too many failed" in answer.content.decode()


def test_reset_mails_are_limited_and_tell_nothing_about_accounts(make_person):
    make_person()
    answers = [Client().post("/password/reset/", {"email": "desk@mfa.example.org"}).status_code for _ in range(7)]
    assert answers == [302] * 5 + [429] * 2
    assert len(mail.outbox) == 5
    Client().post("/password/reset/", {"email": "nobody@mfa.example.org"})
    assert len(mail.outbox) == 5


def test_nobody_registers(csto):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    for address in ("/sign-up/", "/sign-in/signup/", "/accounts/signup/"):
        assert Client().get(address).status_code == 404


def test_form_without_the_token_of_its_page_is_refused(make_person):
    make_person()
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "desk@mfa.example.org", "password": PASSWORD})
    assert answer.status_code == 403


def test_only_a_form_signs_out(make_person, sign_in):
    browser = sign_in(make_person())
    assert browser.get("/sign-out/").status_code == 200
    assert browser.get("/account").status_code == 200
    assert browser.post("/sign-out/").status_code == 302
    assert browser.get("/account").status_code == 302


def test_cookies_are_for_this_server_alone(make_person):
    make_person()
    answer = Client().post("/sign-in/", {"login": "desk@mfa.example.org", "password": PASSWORD})
    cookie = answer.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["expires"]) == (True, "Lax", "")


def test_invitation_sets_the_first_password_once(db):
    person = invite_person(ACTOR, email="new@mfa.example.org", name="New", organisation="state:KG", language="ru")
    link = send_invitation(person, "http://testserver")
    assert link in mail.outbox[0].body
    assert "задайте пароль" in mail.outbox[0].body.lower()
    browser = Client()
    page = browser.get(link, follow=True)
    answer = browser.post(page.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD}, follow=True)
    assert answer.status_code == 200
    assert Client().post("/sign-in/", {"login": person.email, "password": PASSWORD}).status_code == 302
    assert "no longer works" in Client().get(link).content.decode()


def test_invited_person_cannot_sign_in_before_that(db):
    person = invite_person(ACTOR, email="new@mfa.example.org", name="New", organisation="state:KG")
    link_of_invitation(person, "http://testserver")
    assert Client().post("/sign-in/", {"login": person.email, "password": ""}).status_code == 200
    assert Client().post("/sign-in/", {"login": person.email, "password": "!"}).status_code == 200


@pytest.mark.parametrize("password", ["short", "123456789012", "password1234", "desk@mfa.example.org"])
def test_password_that_others_guess_is_refused(make_person, sign_in, password: str):
    browser = sign_in(make_person())
    answer = browser.post("/account/password/", {"oldpassword": PASSWORD, "password1": password, "password2": password})
    assert answer.status_code == 200


def test_one_time_password_opens_nothing_but_its_change(make_person, sign_in):
    person = make_person()
    browser = sign_in(person, give_one_time_password(ACTOR, person=person))
    assert browser.get("/account")["Location"] == "/account/password/"
    assert browser.get("/members")["Location"] == "/account/password/"
    once = give_one_time_password(ACTOR, person=person)
    browser = sign_in(person, once)
    new = "another hall of mirrors"
    answer = browser.post("/account/password/", {"oldpassword": once, "password1": new, "password2": new})
    assert answer.status_code == 302
    assert browser.get("/account").status_code == 200
    assert not Person.objects.get(pk=person.pk).has_one_time_password


def test_closed_account_ends_with_the_next_request_of_an_open_session(make_person, sign_in):
    person = make_person()
    browser = sign_in(person)
    assert browser.get("/account").status_code == 200
    disable_person(ACTOR, email=person.email)
    assert browser.get("/account")["Location"].startswith("/sign-in/")
    browser = Client()
    answer = browser.post("/sign-in/", {"login": person.email, "password": PASSWORD}, follow=True)
    assert "This account is closed" in answer.content.decode()
    assert browser.get("/account")["Location"].startswith("/sign-in/")


def test_ended_appointment_counts_from_the_next_request_of_an_open_session(make_person, sign_in, csto):
    person = make_person(email="admin@example.org", organisation="secretariat")
    key = appoint(ACTOR, person=person, kind=AppointmentKind.DUTY, name="administrator")
    browser = sign_in(person)
    assert browser.get("/people").status_code == 200
    end_appointment(ACTOR, key=key)
    assert browser.get("/people").status_code == 404


def test_pages_speak_the_language_of_the_person(make_person, sign_in):
    browser = sign_in(make_person(language="ru"))
    assert "Моя учётная запись" in browser.get("/account").content.decode()
    assert "My account" in browser.get("/account?lang=en").content.decode()
    answer = Client().post("/sign-in/?lang=ru", {"login": "nobody@example.org", "password": "wrong"})
    assert "Войти" in answer.content.decode()
    assert REFUSED not in answer.content.decode()


def test_pages_work_on_an_empty_register(make_person, sign_in):
    browser = sign_in(make_person())
    for address in ("/account", "/account/tokens", "/account/security/", "/account/sessions/", "/account/password/"):
        assert browser.get(address).status_code == 200
    assert Client().get("/sign-in/").status_code == 200


def test_instants_are_told_in_the_time_zone_of_the_person_and_name_it(make_person, sign_in):
    person = make_person(time_zone="Asia/Bishkek")
    issue_token(ACTOR, person=person, name="a program")
    issued = person.tokens.get().issued_at
    page = sign_in(person).get("/account/tokens").content.decode()
    assert f"{issued + timedelta(hours=6):%H:%M:%S} Asia/Bishkek" in page
    assert "UTC" not in read(page).text


def test_instant_for_the_public_is_told_in_utc():
    noon = datetime(2011, 5, 31, 12, tzinfo=UTC)
    assert spoken_day(noon, "en") == "31 May 2011, 12:00:00 UTC"
    assert spoken_day(noon, "ru", "Asia/Bishkek") == "31 мая 2011, 18:00:00 Asia/Bishkek"


def test_account_is_kept_as_its_person_wishes(make_person, sign_in):
    person = make_person()
    browser = sign_in(person)
    wanted = {"name": "Another Name", "language": "ru", "time_zone": "Asia/Bishkek", "mail": "none"}
    assert browser.post("/account", wanted).status_code == 302
    kept = Person.objects.get(pk=person.pk)
    assert {name: getattr(kept, name) for name in wanted} == wanted
    assert browser.post("/account", wanted | {"time_zone": "Moon/Base"}).status_code == 422
