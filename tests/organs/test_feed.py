from datetime import date

from icalendar import Calendar

from secretariat.kernel import LocalizedText
from secretariat.organs.rules import calendar_feed, not_in_feed
from tests.organs.test_calendar import NEXT_CFM, RECORD, SESSION, act, entries, meeting

NAMES = {"CFM": LocalizedText("Council of Foreign Ministers", "Совет министров иностранных дел")}


def feed(on, *acts, **rest):
    return calendar_feed(list(entries(on, *acts, **rest).values()), names=NAMES, domain="csto.example")


def events(content):
    return {str(event["uid"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_an_interval_is_tentative_with_an_exclusive_end():
    event = events(feed("2011-10-31", *RECORD))[f"{NEXT_CFM}@csto.example"]
    assert event["status"] == "TENTATIVE"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2011, 7, 1), date(2011, 12, 20))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["related-to"] == f"{SESSION}@csto.example"
    assert event["summary"] == "Council of Foreign Ministers / Совет министров иностранных дел"
    assert event["transp"] == "TRANSPARENT"


def test_a_fixed_day_is_confirmed():
    event = events(feed("2011-10-31", *RECORD))[f"{SESSION}@csto.example"]
    assert (event["status"], event["sequence"]) == ("CONFIRMED", 0)
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2011, 12, 20), date(2011, 12, 21))


def test_each_change_raises_the_sequence_and_the_uid_stays():
    moved = act(SESSION, "moved", "2011-11-01", "2011-12-21")
    cancelled = act(SESSION, "cancelled", "2011-11-05")
    assert events(feed("2011-11-02", *RECORD, moved))[f"{SESSION}@csto.example"]["sequence"] == 1
    event = events(feed("2011-11-30", *RECORD, moved, cancelled))[f"{SESSION}@csto.example"]
    assert (event["sequence"], event["status"]) == (2, "CANCELLED")


def test_the_same_record_gives_the_same_bytes_in_any_order():
    assert feed("2011-10-31", *RECORD) == feed("2011-10-31", *reversed(RECORD))


def test_the_time_stamp_is_that_of_the_record_and_lines_are_folded():
    content = feed("2011-10-31", *RECORD)
    assert b"DTSTAMP:20110531T000000Z" in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_a_meeting_without_days_is_not_in_the_feed():
    waiting = act("CDM-X", "scheduled", "2011-10-12")
    found = entries("2011-10-31", *RECORD, waiting, meetings=[meeting("CDM-X")])
    assert not_in_feed(list(found.values())) == ["CDM-X"]
    assert not events(feed("2011-10-31", *RECORD, waiting, meetings=[meeting("CDM-X")]))
