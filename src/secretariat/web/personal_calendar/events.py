"""What stands in a person's calendar besides the meetings, as iCalendar events: the same record, the same bytes.

Whole days are dates, which have no time zone; the end of a silence is an instant and stands in UTC, which every
calendar turns into the zone of its reader, so that the feed needs no table of zones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from secretariat.kernel import LocalizedText

_PRODUCT = "-//Secretariat//Calendar of a person//EN"


@dataclass(frozen=True, slots=True)
class Due:
    """Something that falls due on a day or at an instant; ``last`` where the day lies between two.

    ``key`` makes the event the same one whenever the feed is read; ``stated_on`` is the day of the newest act behind
    it.
    """

    key: str
    title: LocalizedText
    when: date | datetime
    stated_on: date
    last: date | None = None
    address: str = ""


def both(text: LocalizedText) -> str:
    """A text in both languages, once where they are the same or one is missing."""
    return " / ".join(dict.fromkeys(each for each in (text.en, text.ru) if each))


def event_of(due: Due, domain: str) -> Event:
    """The event: nothing in it makes anybody busy, and an interval of days is tentative."""
    event = Event()
    event.add("uid", f"{due.key}@{domain}")
    event.add("dtstamp", datetime.combine(due.stated_on, time.min, UTC))
    event.add("summary", both(due.title))
    if isinstance(due.when, datetime):
        event.add("dtstart", due.when.astimezone(UTC))
        event.add("dtend", due.when.astimezone(UTC))
    else:
        event.add("dtstart", due.when)
        event.add("dtend", (due.last or due.when) + timedelta(days=1))
    is_exact = due.last is None or due.last == due.when
    event.add("status", "CONFIRMED" if is_exact else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if due.address:
        event.add("url", due.address)
    return event


def _in_order(dues: Iterable[Due]) -> Iterator[Due]:
    return iter(sorted(dues, key=lambda each: each.key))


def with_dues(meetings: bytes, dues: Iterable[Due], *, domain: str) -> bytes:
    """The feed of meetings with further events in it."""
    feed = Calendar.from_ical(meetings)
    feed["PRODID"] = _PRODUCT
    for due in _in_order(dues):
        feed.add_component(event_of(due, domain))
    return bytes(feed.to_ical())
