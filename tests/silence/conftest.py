"""A document under silence in the example organisation, and who acts on it."""

from datetime import UTC, datetime, timedelta

import pytest

from secretariat.access.actions import new_id
from secretariat.access.rules import Mark
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText
from secretariat.organs.actions import issue_document, record_adoption_act
from secretariat.organs.rules import AdoptionActKind, Procedure
from secretariat.silence.models import Opening
from tests.people import SignedIn, signed_in

ACTOR = Actor("the conference officer")


def issued(number: int = 1) -> str:
    """A draft statement, issued today for the members."""
    key = f"DOC-SILENCE-{number}"
    issue_document(
        ACTOR,
        key=key,
        symbol=f"CFM/Doc.2026/{number}",
        title=LocalizedText(en="Draft joint statement", ru="Проект совместного заявления"),
        on=datetime.now(UTC).date(),
        organ="CFM",
        mark=Mark.MEMBERS,
    )
    return key


def opened_earlier(draft: str, *, began: timedelta, ends: timedelta) -> str:
    """A silence that was opened some time ago; ``ends`` from now, which may be negative."""
    now = datetime.now(UTC)
    key = f"SIL-{new_id()}"
    record_adoption_act(
        ACTOR,
        key=key,
        draft=draft,
        procedure=Procedure.SILENCE,
        kind=AdoptionActKind.OPENED,
        at=now - began,
        deadline=now + ends,
        organ="CFM",
        mark=Mark.MEMBERS,
    )
    Opening.objects.create(act=key, draft=draft, zone="Europe/Moscow", opened_at=now - began)
    return key


@pytest.fixture
def officer(csto, db) -> SignedIn:
    return signed_in("secretariat", "conference")


@pytest.fixture
def head(csto, db) -> SignedIn:
    return signed_in("state:KZ", "head")


@pytest.fixture
def desk(csto, db) -> SignedIn:
    return signed_in("state:BY", "desk")
