"""A person's calendar under a secret address: what is in it, for whom, and that a wrong secret is a wrong address."""

from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from secretariat.access.actions import disable_person, renew_feed_secret
from secretariat.access.queries import Person
from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.audit.rules import Actor
from secretariat.kernel import Certainty, ImpreciseDate, LocalizedText
from secretariat.organs import models
from secretariat.organs.actions import register_meeting, schedule_meeting
from secretariat.organs.queries import meetings
from secretariat.web.personal_calendar.events import Due, event_of
from secretariat.web.personal_calendar.gathering import calendar_of
from secretariat.web.persons import viewer_of
from tests.people import ACTOR, invited, signed_in
from tests.silence.conftest import issued, opened_earlier

pytestmark = pytest.mark.django_db


def events(content: bytes) -> dict[str, Any]:
    return {str(each["UID"]): each for each in Calendar.from_ical(content).walk("VEVENT")}


def at(person: Person, instant: datetime) -> dict[str, Any]:
    text = calendar_of(viewer_of(person, instant), at=instant, address=lambda *parts: "https://x/" + "/".join(parts))
    return {key.partition("@")[0]: each for key, each in events(text).items()}


def soon(key: str, organ: str) -> None:
    """A meeting of an organ a hundred days from now."""
    actor, now = Actor("the secretariat"), datetime.now(UTC).date()
    register_meeting(actor, key=key, organ=organ)
    schedule_meeting(
        actor,
        key=f"{key}-set",
        meeting=key,
        on=now,
        interval=ImpreciseDate.on(now + timedelta(days=100)),
        place=LocalizedText("Dushanbe", "Душанбе"),
        certainty=Certainty.FIXED,
    )


def test_calendar_holds_the_meetings_of_ones_organs_and_the_deadlines_of_their_documents(csto: None):
    soon("CFM-NEXT", "CFM")
    soon("CSC-NEXT", "CSC")
    person = invited("state:KG", "minister", seats=("CFM",))
    now = datetime.now(UTC)
    found = at(person, now)
    assert "CFM-NEXT" in found
    assert "CSC-NEXT" not in found
    report = found["CFM-NEXT-report-original"]
    meeting = (now + timedelta(days=100)).date()
    assert report["DTSTART"].dt == _moved_back(meeting - timedelta(days=30))
    assert str(report["STATUS"]) == "CONFIRMED"
    assert {"CFM-NEXT", "CSC-NEXT"} <= at(invited("state:KG", "desk"), datetime.now(UTC)).keys()


def _moved_back(day: date) -> date:
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return day


def test_due_dates_are_those_of_the_own_state(csto: None):
    due = {key for key in at(invited("state:KG", "desk"), datetime.now(UTC)) if key.startswith("due-")}
    other = {key for key in at(invited("state:KZ", "desk"), datetime.now(UTC)) if key.startswith("due-")}
    assert due
    assert not due & other
    assert not [key for key in at(invited("secretariat", "desk"), datetime.now(UTC)) if key.startswith("due-")]


def test_feed_needs_no_session_and_is_read_again_only_when_it_changed(csto: None, client: Client):
    person = invited("state:KG", "minister")
    address = f"/calendar/{renew_feed_secret(ACTOR, person=person)}.ics"
    answer = client.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert b"BEGIN:VCALENDAR" in answer.content
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert again["ETag"] == answer["ETag"]


def test_wrong_secret_an_old_one_and_one_of_a_disabled_account_are_missing(csto: None, client: Client):
    person = invited("state:KG", "minister")
    first = renew_feed_secret(ACTOR, person=person)
    second = renew_feed_secret(ACTOR, person=person)
    assert client.get(f"/calendar/{second}.ics").status_code == HTTPStatus.OK
    disable_person(ACTOR, email=person.email)
    for secret in ("x" * 43, "x", first, second):
        assert client.get(f"/calendar/{secret}.ics").status_code == HTTPStatus.NOT_FOUND


def test_what_only_the_secretariat_may_see_is_in_no_feed_not_even_its_own(csto: None):
    actor, now = Actor("the secretariat"), datetime.now(UTC)
    soon("CFM-OPEN", "CFM")
    row = models.Meeting.objects.get(key="CFM-OPEN")
    row.pk, row.key, row.mark = None, "CFM-HIDDEN", Mark.SECRETARIAT.value
    row.save(force_insert=True)
    schedule_meeting(
        actor, key="CFM-HIDDEN-set", meeting="CFM-HIDDEN", on=now.date(), interval=ImpreciseDate.on(now.date())
    )
    seen = meetings(SECRETARIAT, on=now.date(), known_at=datetime.now(UTC))
    assert {"CFM-OPEN", "CFM-HIDDEN"} <= {state.meeting.key for state in seen}
    found = at(invited("secretariat", "conference"), datetime.now(UTC))
    assert "CFM-OPEN" in found
    assert "CFM-HIDDEN" not in found


def test_queries_of_a_feed_are_the_same_with_one_more_meeting(csto: None):
    person = invited("state:KG", "minister")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            at(person, datetime.now(UTC))
        return len(queries)

    soon("CFM-A", "CFM")
    one = asked()
    soon("CFM-B", "CFM")
    soon("CFM-C", "CFM")
    assert asked() == one


def test_addresses_are_made_and_renewed_on_a_page_of_ones_own(csto: None):
    who = signed_in("state:KG", "minister")
    assert "/calendar/" not in who.client.get("/account/feeds").content.decode()
    who.client.post("/account/feeds")
    who.person.refresh_from_db()
    first = who.person.feed_secret
    assert f"/calendar/{first}.ics" in who.client.get("/account/feeds").content.decode()
    who.client.post("/account/feeds")
    who.person.refresh_from_db()
    assert who.person.feed_secret != first


def test_end_of_a_running_silence_is_an_instant_in_utc_for_members_alone(csto: None):
    running, ended = issued(1), issued(2)
    opened_earlier(running, began=timedelta(hours=1), ends=timedelta(hours=5))
    opened_earlier(ended, began=timedelta(hours=3), ends=-timedelta(hours=1))
    found = at(invited("state:KG", "head"), datetime.now(UTC))
    event = found[f"silence-{running}"]
    assert event["DTSTART"].dt.utcoffset() == timedelta(0)
    assert event["DTSTART"].to_ical().endswith(b"Z")
    assert "Draft joint statement" in str(event["SUMMARY"])
    assert f"silence-{ended}" not in found
    assert not [key for key in at(invited("partner:UN"), datetime.now(UTC)) if key.startswith("silence-")]


def test_whole_days_have_no_zone_and_end_the_day_after():
    due = Due("k", LocalizedText("A", "Б"), date(2011, 6, 1), date(2011, 5, 1), last=date(2011, 6, 3))
    event = event_of(due, "example")
    assert event["DTSTART"].to_ical() == b"20110601"
    assert event["DTEND"].to_ical() == b"20110604"
    assert (str(event["SUMMARY"]), str(event["STATUS"]), str(event["UID"])) == ("A / Б", "TENTATIVE", "k@example")


def test_same_record_gives_the_same_bytes_and_no_zone_table_is_needed(csto: None):
    person, now = invited("state:KG", "minister"), datetime.now(UTC)
    first, second = (
        calendar_of(viewer_of(person, now), at=now, address=lambda *parts: "/".join(parts)) for _ in range(2)
    )
    assert first == second
    assert b"TZID" not in first
