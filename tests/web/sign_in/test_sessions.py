"""How long a session lasts, and ending those that are open elsewhere; the instants are moved, nobody waits."""

import pytest
from django.contrib.sessions.models import Session

from secretariat.web.sign_in.options import IDLE_SECONDS, LONGEST_SECONDS
from secretariat.web.sign_in.timeouts import BEGAN, SEEN, is_over

pytestmark = pytest.mark.django_db


def moved(browser, **seconds: float) -> None:
    """The session as it would be so many seconds later."""
    session = browser.session
    for name, by in seconds.items():
        session[name] -= by
    session.save()


def test_session_in_which_nothing_is_asked_ends(make_person, sign_in):
    browser = sign_in(make_person())
    browser.get("/account")
    moved(browser, **{SEEN: IDLE_SECONDS - 1, BEGAN: IDLE_SECONDS - 1})
    assert browser.get("/account").status_code == 200
    moved(browser, **{SEEN: IDLE_SECONDS})
    answer = browser.get("/account", follow=True)
    assert answer.redirect_chain[0][0].startswith("/sign-in/")
    assert "Your session was over" in answer.content.decode()


def test_session_ends_after_its_day_however_busy_it_was(make_person, sign_in):
    browser = sign_in(make_person())
    browser.get("/account")
    moved(browser, **{BEGAN: LONGEST_SECONDS})
    assert browser.get("/account")["Location"].startswith("/sign-in/")


def test_session_that_is_over_is_gone_from_the_server(make_person, sign_in):
    browser = sign_in(make_person())
    browser.get("/account")
    key = browser.session.session_key
    moved(browser, **{BEGAN: LONGEST_SECONDS})
    browser.get("/account")
    assert not Session.objects.filter(session_key=key).exists()


def test_page_view_within_a_minute_writes_nothing(make_person, sign_in, django_assert_max_num_queries):
    browser = sign_in(make_person())
    browser.get("/account/security/")
    with django_assert_max_num_queries(20) as asked:
        browser.get("/account/security/")
    assert not [query for query in asked if query["sql"].startswith(("UPDATE", "INSERT"))]


@pytest.mark.parametrize(
    ("began", "seen", "over"),
    [
        (0, 0, False),
        (IDLE_SECONDS, IDLE_SECONDS, True),
        (LONGEST_SECONDS, 0, True),
        (LONGEST_SECONDS - 1, IDLE_SECONDS - 1, False),
    ],
)
def test_limits_are_reached_on_the_second(began: int, seen: int, over: bool):
    now = 1_800_000_000.0
    assert is_over(now - began, now - seen, now) is over


def test_other_sessions_are_listed_and_ended(make_person, sign_in):
    person = make_person()
    here, there = sign_in(person), sign_in(person)
    assert "My sessions: 2" in here.get("/account/sessions/").content.decode()
    assert here.post("/account/sessions/").status_code == 302
    assert there.get("/account")["Location"].startswith("/sign-in/")
    assert here.get("/account").status_code == 200


def test_new_password_ends_the_sessions_elsewhere(make_person, sign_in):
    person = make_person()
    here, there = sign_in(person), sign_in(person)
    new = {"oldpassword": "a hall of mirrors 1919", "password1": "another hall 1920", "password2": "another hall 1920"}
    assert here.post("/account/password/", new).status_code == 302
    assert here.get("/account").status_code == 200
    assert there.get("/account")["Location"].startswith("/sign-in/")
