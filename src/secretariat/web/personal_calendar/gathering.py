"""What one person's calendar holds: in a fixed number of queries, whatever the register holds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from secretariat.access.rules import Body, Viewer
from secretariat.conference.queries import schedule_of
from secretariat.conference.rules.schedule import deadline_of
from secretariat.conference.rules.words import PURPOSES
from secretariat.conference.rules.words import WORDS as PAPER_WORDS
from secretariat.decisions.queries import commitments
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.organs.queries import calendar, organs
from secretariat.organs.rules import CalendarEntry, calendar_feed
from secretariat.parties.queries import Organisation, organisation
from secretariat.silence.queries import silences
from secretariat.web.personal_calendar.events import Due, with_dues
from secretariat.web.words import WORDS

Address = Callable[..., str]
"""The address of a page from the name of its route and its arguments."""


def outside(viewer: Viewer) -> Viewer:
    """The same person as a reader of what goes to all members, and of nothing stricter.

    A feed lies in other programs: what only the secretariat may see has no place in it.
    """
    return replace(viewer, body=Body.DELEGATION, code="") if viewer.body is Body.SECRETARIAT else viewer


def _labelled(name: str, text: LocalizedText) -> LocalizedText:
    return LocalizedText(
        f"{WORDS['en'][name]}: {text.in_language('en')}", f"{WORDS['ru'][name]}: {text.in_language('ru')}"
    )


def _documents(
    body: Organisation, entries: list[CalendarEntry], names: dict[str, LocalizedText], address: Address, on: date
) -> Iterator[Due]:
    """The deadlines of the documents of each meeting that has a first and a last possible day."""
    for entry in entries:
        if entry.earliest is None or entry.latest is None or not on <= entry.latest < date.max:
            continue
        days = ImpreciseDate(max(entry.earliest, min(on, entry.latest)), entry.latest)
        organ = names.get(entry.organ, LocalizedText(entry.organ))
        for lead in schedule_of(body):
            due = deadline_of(days, lead)
            if due is None or due.latest < on:
                continue
            purpose, version = PURPOSES[lead.purpose], PAPER_WORDS["translation" if lead.translation else "original"]
            yield Due(
                key=f"{entry.key}-{lead.purpose.value}-{'translation' if lead.translation else 'original'}",
                title=LocalizedText(
                    f"{WORDS['en']['calendar_document']}: {purpose.en} ({version.en}) – {organ.in_language('en')}",
                    f"{WORDS['ru']['calendar_document']}: {purpose.ru} ({version.ru}) – {organ.in_language('ru')}",
                ),
                when=due.earliest,
                last=due.latest,
                stated_on=entry.updated_on,
                address=address("conference:preparation", entry.key),
            )


def _silences(viewer: Viewer, address: Address, at: datetime) -> Iterator[Due]:
    for each in silences(viewer, at=at):
        deadline = each.adoption.deadline
        if each.is_running and deadline is not None:
            yield Due(
                key=f"silence-{each.draft}",
                title=_labelled("calendar_silence", each.title),
                when=deadline,
                stated_on=max(act.at for act in each.acts).date(),
                address=address("silence:silence", each.draft),
            )


def _commitments(viewer: Viewer, address: Address, on: date, known_at: datetime) -> Iterator[Due]:
    if viewer.state is None or not viewer.code:
        return
    for view in commitments(viewer, on=on, known_at=known_at, state=viewer.state):
        if view.status.current_due is not None and view.status.status.is_open:
            yield Due(
                key=f"due-{view.key}",
                title=_labelled("calendar_commitment", view.title),
                when=view.status.current_due,
                stated_on=view.status.last_word or view.status.commitment.assigned,
                address=address("decisions:commitment", view.key),
            )


def calendar_of(viewer: Viewer, *, at: datetime, address: Address) -> bytes:
    """The calendar of a person: meetings of the organs in which the person sits (of all, for who sits in none).

    With them the deadlines of their documents, the ends of running silences and the due dates of the own state.
    """
    seen = outside(viewer)
    on = at.date()
    body = organisation(seen, known_at=at)
    names = {key: organ.name for key, organ in organs(seen, on=on, known_at=at).items()}
    entries = [
        entry
        for entry in calendar(seen, on=on, known_at=at)
        if not viewer.seats or viewer.seats & {entry.organ, *entry.joint_with}
    ]
    domain = f"{body.key.lower()}.secretariat"
    dues = [
        *_documents(body, entries, names, address, on),
        *_silences(seen, address, at),
        *_commitments(seen, address, on, at),
    ]
    return with_dues(calendar_feed(entries, names=names, domain=domain), dues, domain=domain)
