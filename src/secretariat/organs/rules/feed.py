"""The calendar as iCalendar (RFC 5545): the same entries give the same bytes, no clock is read."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from secretariat.kernel import Certainty, LocalizedText
from secretariat.organs.rules.calendar import CalendarEntry


def _both(text: LocalizedText) -> str:
    """A text in both languages, once where they are the same or one is missing."""
    return " / ".join(dict.fromkeys(each for each in (text.en, text.ru) if each))


def _status(entry: CalendarEntry) -> str:
    if entry.certainty is Certainty.CANCELLED:
        return "CANCELLED"
    settled = entry.certainty is Certainty.FIXED and entry.is_exact and not entry.conflicts
    return "CONFIRMED" if settled else "TENTATIVE"


def _days(entry: CalendarEntry) -> tuple[date, date] | None:
    """The first and the last possible day; ``None`` when one of them is unknown, which a feed cannot say."""
    first, last = entry.earliest, entry.latest
    return None if first is None or last is None or last == date.max else (first, last)


def _description(entry: CalendarEntry) -> str:
    lines = [f"Announced for / Объявлено на: {entry.stated}"] if entry.stated is not None else []
    if entry.earliest != entry.latest:
        lines.append(f"Between / Между: {entry.earliest} – {entry.latest}")
    lines += [f"Condition / Условие: {constraint.text}" for constraint in entry.constraints]
    lines += [f"Contradiction / Противоречие: {conflict.explanation}" for conflict in entry.conflicts]
    return "\n".join(lines)


def _event(entry: CalendarEntry, days: tuple[date, date], names: Mapping[str, LocalizedText], domain: str) -> Event:
    event = Event()
    title = entry.title or names.get(entry.organ, LocalizedText(entry.organ))
    event.add("uid", f"{entry.key}@{domain}")
    event.add("dtstamp", datetime.combine(entry.updated_on, time.min, UTC))
    event.add("sequence", max(entry.changes, 0))
    event.add("status", _status(entry))
    event.add("summary", _both(title))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    # Half a year of possible days is not half a year of busy days.
    event.add("transp", "OPAQUE" if entry.is_exact else "TRANSPARENT")
    if entry.place:
        event.add("location", _both(entry.place))
    if description := _description(entry):
        event.add("description", description)
    for key in dict.fromkeys(each.resolved_to for each in entry.constraints if each.resolved_to is not None):
        event.add("related-to", f"{key}@{domain}", parameters={"RELTYPE": "SIBLING"})
    return event


def calendar_feed(entries: Sequence[CalendarEntry], *, names: Mapping[str, LocalizedText], domain: str) -> bytes:
    """The feed of a calendar.

    ``names`` are the organs' names, ``domain`` makes the UIDs of one organisation its own. Dates are whole days, the
    end is exclusive; an interval stands as tentative. Entries without a first or last possible day are left out: see
    :func:`not_in_feed`.
    """
    feed = Calendar()
    feed.add("prodid", "-//Secretariat//Calendar of meetings//EN")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("method", "PUBLISH")
    for entry in sorted(entries, key=lambda each: each.key):
        days = _days(entry)
        if days is not None:
            feed.add_component(_event(entry, days, names, domain))
    return bytes(feed.to_ical())


def not_in_feed(entries: Sequence[CalendarEntry]) -> list[str]:
    """The keys of entries that have no first or no last possible day, and so no place in a feed."""
    return sorted(entry.key for entry in entries if _days(entry) is None)
