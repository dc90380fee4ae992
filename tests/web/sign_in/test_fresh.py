"""Acts that need a confirmation not older than ten minutes: asked for, given, and nothing written is lost."""

import pytest

from secretariat.access.queries import person_with_address
from secretariat.web.sign_in.options import FRESH_SECONDS
from tests.web.sign_in.conftest import PASSWORD

pytestmark = pytest.mark.django_db
INVITED = {
    "email": "new@example.org",
    "name": "Новое <имя>",
    "organisation": "state:KG",
    "language": "ru",
    "time_zone": "UTC",
}


@pytest.fixture
def administrator(make_person, sign_in, csto):
    return sign_in(make_person(email="admin@example.org", organisation="secretariat", duty="administrator"))


def grown_old(browser) -> None:
    session = browser.session
    for record in session["account_authentication_methods"]:
        record["at"] -= FRESH_SECONDS
    session.save()


def test_sign_in_itself_is_a_confirmation(administrator):
    assert administrator.get("/people").status_code == 200


def test_old_one_is_asked_for_again_and_leads_back(administrator):
    grown_old(administrator)
    assert administrator.get("/people")["Location"] == "/sign-in/again/?next=%2Fpeople"
    answer = administrator.post("/sign-in/again/", {"password": PASSWORD, "next": "/people"})
    assert answer["Location"] == "/people"
    assert administrator.get("/people").status_code == 200


def test_wrong_password_confirms_nothing(administrator):
    grown_old(administrator)
    assert administrator.post("/sign-in/again/", {"password": "wrong", "next": "/people"}).status_code == 200
    assert administrator.get("/people").status_code == 302


def test_form_sent_too_late_does_nothing_and_is_offered_again(administrator):
    grown_old(administrator)
    assert administrator.post("/people", INVITED).status_code == 302
    assert person_with_address(INVITED["email"]) is None
    administrator.post("/sign-in/again/", {"password": PASSWORD, "next": "/people"})
    page = administrator.get("/people").content.decode()
    assert "What you wrote was kept" in page
    assert 'name="name" value="Новое &lt;имя&gt;"' in page
    assert person_with_address(INVITED["email"]) is None
    # once shown it is the browser's: the page itself comes next
    assert "What you wrote was kept" not in administrator.get("/people").content.decode()
    assert administrator.post("/people", INVITED).status_code == 200
    assert person_with_address(INVITED["email"]).name == "Новое <имя>"


def test_confirmation_is_no_duty(make_person, sign_in, csto):
    browser = sign_in(make_person(email="drafter@example.org", organisation="secretariat", duty="drafter"))
    assert browser.get("/people").status_code == 404
    delegate = sign_in(make_person(duty="head"))
    assert delegate.get("/people").status_code == 404
