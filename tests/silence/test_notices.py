"""Who is told of a silence: the heads and ministers of the members that take part, and the conference officers."""

from datetime import UTC, datetime, timedelta

import pytest

from secretariat.jobs.actions.kinds import duties
from secretariat.notices.models import Notice
from secretariat.silence.actions import close_ended_silences, tell_of_endings
from tests.people import SignedIn, signed_in
from tests.silence.conftest import issued, opened_earlier

pytestmark = pytest.mark.django_db
DAY = {"clock": "17:00", "zone": "Europe/Moscow"}


def _day(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


def _told(who: SignedIn) -> list[str]:
    return [row.kind for row in Notice.objects.filter(person=who.person.code).order_by("created_at", "id")]


@pytest.fixture
def minister(csto, db) -> SignedIn:
    return signed_in("state:BY", "minister")


@pytest.fixture
def suspended(csto, db) -> SignedIn:
    return signed_in("state:UZ", "head")


@pytest.fixture
def silence(officer: SignedIn, head: SignedIn, minister: SignedIn, desk: SignedIn, suspended: SignedIn) -> str:
    answer = officer.client.post("/silence/new", {"draft": issued(), "day": _day(10), **DAY, "token": "open"})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_heads_and_ministers_of_members_are_told_that_it_was_opened(
    silence: str, officer: SignedIn, head: SignedIn, minister: SignedIn, desk: SignedIn, suspended: SignedIn
):
    told = {name: _told(who) for name, who in (("head", head), ("minister", minister), ("desk", desk))}
    assert told == {"head": ["silence.opened"], "minister": ["silence.opened"], "desk": []}
    assert _told(officer) == [], "who acted knows"
    assert _told(suspended) == []
    assert head.client.get(Notice.objects.filter(person=head.person.code).get().link).status_code == 200


def test_objection_is_told_to_the_others(silence: str, officer: SignedIn, head: SignedIn, minister: SignedIn):
    said = {"act": "position", "position": "objection", "text_en": "Not yet.", "token": "no"}
    answer = head.client.post(silence, said)
    assert answer.status_code == 302, answer.content.decode()
    assert _told(minister)[1:] == ["silence.broken"]
    assert _told(officer) == ["silence.broken"]
    assert "silence.broken" not in _told(head)
    assert not any("Not yet." in str(row.text) for row in Notice.objects.all())


def test_silence_without_objection_tells_nothing_more(silence: str, head: SignedIn, minister: SignedIn):
    said = {"act": "position", "position": "no_objection", "token": "yes"}
    assert head.client.post(silence, said).status_code == 302
    assert _told(minister) == ["silence.opened"]


def test_end_within_a_day_is_told_once(csto, head: SignedIn, officer: SignedIn):
    opened_earlier(issued(), began=timedelta(days=2), ends=timedelta(hours=25))
    now = datetime.now(UTC)
    tell_of_endings(now)
    assert _told(head) == []
    for hours in (2, 3):
        tell_of_endings(now + timedelta(hours=hours))
    assert _told(head) == _told(officer) == ["silence.ending"]


def test_end_is_told_when_the_clock_records_it_and_once(csto, head: SignedIn):
    opened_earlier(issued(), began=timedelta(hours=3), ends=timedelta(hours=-1))
    close_ended_silences()
    close_ended_silences()
    assert _told(head) == ["silence.closed"]
    assert Notice.objects.get(person=head.person.code).text["en"] == "Adopted: nobody objected."


def test_telling_is_a_duty_of_the_clock():
    assert "silence.tell" in {each.name for each in duties()}
