"""Keys for programs: shown once, good for what its person may see, over when revoked, expired or disabled."""

import re

import pytest
from django.test import Client
from ninja.errors import AuthenticationError

from secretariat.access.actions import disable_person, issue_token
from secretariat.access.models import Token
from secretariat.access.queries import person_of_token, tokens
from secretariat.access.rules import Body, Viewer
from secretariat.audit.rules import Actor
from secretariat.web.api import authenticate

pytestmark = pytest.mark.django_db
ACTOR = Actor("a test")
MEMBERS = "/api/v1/members"


def answer_to(secret: str, **named):
    return Client().get(MEMBERS, headers={"Authorization": f"Bearer {secret}"}, **named)


def test_key_is_shown_this_once_and_works(make_person, sign_in, csto):
    browser = sign_in(make_person())
    page = browser.post("/account/tokens", {"name": "reports", "scope": "read", "days": "30"}).content.decode()
    secret = re.search(r'<code id="secret">(sct_[\w-]+)</code>', page)[1]
    assert secret not in browser.get("/account/tokens").content.decode()
    assert answer_to(secret).status_code == 200


def test_revoked_key_is_refused_with_the_schema_of_errors(make_person, sign_in, csto):
    person = make_person()
    secret = issue_token(ACTOR, person=person, name="reports")
    browser = sign_in(person)
    key = tokens(Viewer(Body.DELEGATION, "KG", person=person.code))[0].key
    assert browser.post("/account/tokens", {"revoke": key}).status_code == 302
    refused = answer_to(secret)
    assert refused.status_code == 401
    assert set(refused.json()) == {"error", "where", "expected"}
    assert browser.post("/account/tokens", {"revoke": key}).status_code == 404


def test_key_of_somebody_else_is_not_revoked(make_person, sign_in, csto):
    other = make_person(email="other@example.org")
    secret = issue_token(ACTOR, person=other, name="reports")
    key = tokens(Viewer(Body.DELEGATION, "KG", person=other.code))[0].key
    assert sign_in(make_person()).post("/account/tokens", {"revoke": key}).status_code == 404
    assert answer_to(secret).status_code == 200


def test_key_of_a_closed_account_is_refused(make_person, csto):
    person = make_person()
    secret = issue_token(ACTOR, person=person, name="reports")
    disable_person(ACTOR, email=person.email)
    assert answer_to(secret).status_code == 401


@pytest.mark.parametrize("header", ["Bearer", "Bearer nonsense", "Basic YTpi", "", "bearer \x00"])
def test_what_is_no_key_is_refused(csto, header: str):
    assert Client().get(MEMBERS, headers={"Authorization": header}).status_code == 401


def test_expired_key_is_refused(make_person, csto):
    person = make_person()
    secret = issue_token(ACTOR, person=person, name="reports", days=1)
    assert answer_to(secret).status_code == 200
    issued = Token.objects.get(person=person)
    assert person_of_token(secret, issued.expires_at) is None


def test_key_that_only_reads_cannot_write(make_person, csto, rf):
    person = make_person()
    for scope, writes in (("read", False), ("write", True)):
        secret = issue_token(ACTOR, person=person, name=scope, scope=scope)
        request = rf.post(MEMBERS, headers={"Authorization": f"Bearer {secret}"})
        if writes:
            assert authenticate(request) == "state:KG"
        else:
            with pytest.raises(AuthenticationError):
                authenticate(request)


@pytest.mark.parametrize("days", ["0", "367", "x"])
def test_key_lives_a_year_at_most(make_person, sign_in, days: str):
    browser = sign_in(make_person())
    assert browser.post("/account/tokens", {"name": "x", "scope": "read", "days": days}).status_code == 422


def test_person_of_a_key_is_who_asks(make_person, csto, rf):
    secret = issue_token(ACTOR, person=make_person(duty="head", language="ru"), name="reports")
    request = rf.get(MEMBERS, headers={"Authorization": f"Bearer {secret}"})
    authenticate(request)
    assert (request.viewer.state, request.viewer.duties) == ("KG", {"head"})
    assert request.default_language == "ru"
