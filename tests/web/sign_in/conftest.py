"""Persons who sign in, with passwords that are made up here and hashed fast."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from secretariat.access.actions import appoint, invite_person
from secretariat.access.queries import Person
from secretariat.access.rules import AppointmentKind
from secretariat.audit.rules import Actor

PASSWORD = "a hall of mirrors 1919"  # noqa: S105  # of nobody
SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def quick_and_forgetful(settings):
    """Passwords that cost no time, e-mails that stay here, and no attempts left over from other tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def make_person(db):
    """An account with a password; ``duty`` appoints its person."""

    def make(
        email: str = "desk@mfa.example.org",
        organisation: str = "state:KG",
        duty: str = "",
        language: str = "en",
        time_zone: str = "UTC",
    ) -> Person:
        actor = Actor("a test")
        person = invite_person(
            actor, email=email, name="A Person", organisation=organisation, language=language, time_zone=time_zone
        )
        person.set_password(PASSWORD)
        person.save()
        if duty:
            appoint(actor, person=person, kind=AppointmentKind.DUTY, name=duty)
        return person

    return make


@pytest.fixture
def sign_in():
    """A browser in which somebody has signed in by password."""

    def enter(person: Person, password: str = PASSWORD) -> Client:
        browser = Client()
        answer = browser.post("/sign-in/", {"login": person.email, "password": password})
        assert answer.status_code == 302, answer.content.decode()
        return browser

    return enter
