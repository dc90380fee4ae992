"""The persons of the register as who administers sees them: inviting, appointing, ending, closing."""

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from secretariat.access.queries import appointments, person_with_address

pytestmark = pytest.mark.django_db
INVITED = {
    "email": "new@example.org",
    "name": "New",
    "organisation": "state:KG",
    "language": "ru",
    "time_zone": "Asia/Bishkek",
}


@pytest.fixture
def administrator(make_person, sign_in, csto):
    return sign_in(make_person(email="admin@example.org", organisation="secretariat", duty="administrator"))


def test_invitation_goes_out_and_is_shown_once(administrator):
    page = administrator.post("/people", INVITED).content.decode()
    assert mail.outbox[0].to == ["new@example.org"]
    assert "/password/new/" in page
    assert "/password/new/" not in administrator.get("/people").content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [("organisation", "state:XX"), ("organisation", "partner:NONE"), ("email", "admin@example.org"), ("email", "no")],
)
def test_what_the_register_does_not_know_is_not_invited(administrator, name: str, value: str):
    assert administrator.post("/people", INVITED | {name: value}).status_code == 422
    assert not mail.outbox


def test_duty_is_given_and_ended(administrator, make_person):
    person = make_person()
    where = f"/people/{person.code}"
    sent = {"kind": "duty", "appointment": "desk", "role": ""}
    assert administrator.post(where, sent).status_code == 302
    held = appointments(person.code)
    assert [each.name for each in held] == ["desk"]
    assert "desk officer" in administrator.get(where).content.decode()
    assert administrator.post(where, {"end": held[0].key}).status_code == 302
    assert appointments(person.code)[0].end is not None


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "duty", "appointment": "drafter", "role": ""},
        {"kind": "seat", "appointment": "NONE", "role": "member"},
        {"kind": "seat", "appointment": "CFM", "role": ""},
    ],
)
def test_appointment_that_does_not_fit_is_refused(administrator, make_person, sent):
    person = make_person()
    assert administrator.post(f"/people/{person.code}", sent).status_code == 422
    assert appointments(person.code) == []


def test_appointment_of_somebody_else_is_not_ended_here(administrator, make_person):
    person, other = make_person(), make_person(email="other@example.org", duty="head")
    assert administrator.post(f"/people/{person.code}", {"end": appointments(other.code)[0].key}).status_code == 404


def test_account_is_closed(administrator, make_person):
    person = make_person()
    assert administrator.post(f"/people/{person.code}", {"close": "yes"}).status_code == 302
    assert not person_with_address(person.email).is_active


def test_nobody_else_is_shown_anybody(make_person, sign_in, csto):
    person = make_person(duty="head")
    for address in ("/people", f"/people/{person.code}", "/people/none"):
        assert Client().get(address).status_code == 302
        assert sign_in(person).get(address).status_code == 404


def test_address_of_no_account_is_missing(administrator):
    assert administrator.get("/people/none").status_code == 404
    assert administrator.get(f"/people/{'0' * 32}").status_code == 404


def test_list_asks_as_often_for_thirty_as_for_one(administrator, make_person):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            administrator.get("/people")
        return len(queries)

    administrator.get("/people")
    first = asked()
    for number in range(30):
        make_person(email=f"{number}@example.org")
    assert asked() == first
