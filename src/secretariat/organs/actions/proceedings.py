"""Writing what is on the agenda, who attends, what is said and which documents are issued."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText, Standing
from secretariat.organs import models
from secretariat.organs.actions.recording import is_meeting, record, refuse, text_of
from secretariat.organs.rules import (
    AgendaItem,
    AgendaStatus,
    AttendanceLevel,
    Claim,
    DocumentKind,
    DocumentPurpose,
    symbol_parts,
)
from secretariat.sources.actions import UnableToRecord, record_rows
from secretariat.sources.queries import as_known


class UnableToRecordProceedings(Exception):
    """An agenda item, an attendance or a statement cannot be recorded as it stands."""


def _need_meeting(key: str | None) -> None:
    if key is not None and not is_meeting(key):
        refuse(UnableToRecordProceedings, f"there is no meeting {key}")


def record_agenda_item(
    actor: Actor,
    *,
    key: str,
    meeting: str,
    number: str,
    title: LocalizedText,
    on: date,
    status: AgendaStatus = AgendaStatus.PROVISIONAL,
    restricted: bool = False,
    about: Sequence[str] = (),
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Put an item on the agenda of a meeting. Raises :class:`UnableToRecordProceedings` for an unknown meeting."""
    _need_meeting(meeting)
    row = models.AgendaItem(
        key=key,
        meeting_id=meeting,
        number=number,
        title=text_of(title),
        date=on.isoformat(),
        status=status.value,
        restricted=restricted,
        about=list(about),
    )
    record(actor, "record agenda item", row, datetime.now(UTC), sources, standing)


def record_agenda(
    actor: Actor,
    *,
    meeting: str,
    items: Sequence[AgendaItem],
    on: date,
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Put a whole agenda on record: all items in one transaction with one entry in the log.

    Raises :class:`UnableToRecordProceedings` for an unknown meeting, no items, two items with one number, and a key
    that is taken.
    """
    _need_meeting(meeting)
    numbers = [item.number for item in items]
    if not numbers or len(set(numbers)) < len(numbers):
        refuse(UnableToRecordProceedings, f"the agenda of {meeting} needs items, each with a number of its own")
    now = datetime.now(UTC)
    rows = [
        models.AgendaItem(
            key=item.key,
            meeting_id=meeting,
            number=item.number,
            title=text_of(item.title),
            date=on.isoformat(),
            status=item.status.value,
            restricted=item.restricted,
            about=list(item.about),
            known_from=now,
            sources=list(item.basis.sources),
            standing=standing.value,
        )
        for item in items
    ]
    try:
        record_rows(actor, action="record agenda", rows=rows)
    except UnableToRecord as error:
        refuse(UnableToRecordProceedings, f"items are on record already: {', '.join(error.keys)}")


def record_attendance(
    actor: Actor,
    *,
    key: str,
    meeting: str,
    on: date,
    level: AttendanceLevel,
    state: str | None = None,
    organisation: LocalizedText | None = None,
    person: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record who was at a meeting, or was absent.

    Raises :class:`UnableToRecordProceedings` for an unknown meeting and when nobody is named.
    """
    _need_meeting(meeting)
    if not (state or organisation or person):
        refuse(
            UnableToRecordProceedings, f"attendance at {meeting} names neither a state, an organisation nor a person"
        )
    row = models.Attendance(
        key=key,
        meeting_id=meeting,
        date=on.isoformat(),
        level=level.value,
        state_id=state,
        organisation=text_of(organisation),
        person=text_of(person),
    )
    record(actor, "record attendance", row, datetime.now(UTC), sources, standing)


def record_statement(
    actor: Actor,
    *,
    key: str,
    text: LocalizedText,
    on: date,
    meeting: str | None = None,
    item: str | None = None,
    state: str | None = None,
    organ: str | None = None,
    person: LocalizedText | None = None,
    group: LocalizedText | None = None,
    about: Sequence[str] = (),
    claims: Sequence[Claim] = (),
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what was said, in the register's own words.

    Raises :class:`UnableToRecordProceedings` for an unknown meeting, an empty text, or without any speaker; speakers
    that are not named are a ``group``.
    """
    _need_meeting(meeting)
    if not text:
        refuse(UnableToRecordProceedings, "a statement without a text")
    if not (state or organ or person or group):
        refuse(UnableToRecordProceedings, "a statement without a speaker; speakers that are not named are a group")
    row = models.Statement(
        key=key,
        meeting_id=meeting,
        item_id=item,
        state_id=state,
        organ_id=organ,
        person=text_of(person),
        group=text_of(group),
        text=text_of(text),
        about=list(about),
        claims=[_claim(each) for each in claims],
        date=on.isoformat(),
    )
    record(actor, "record statement", row, datetime.now(UTC), sources, standing)


def _claim(claim: Claim) -> dict[str, str | float]:
    """A claim as a row keeps it, without what is empty."""
    content: dict[str, str | float] = {"measure": claim.measure, "unit": claim.unit}
    if claim.value is not None:
        content["value"] = claim.value
    return content | ({"qualifier": claim.qualifier} if claim.qualifier else {})


def issue_document(
    actor: Actor,
    *,
    key: str,
    symbol: str,
    title: LocalizedText,
    on: date,
    kind: DocumentKind = DocumentKind.BASE,
    of: str | None = None,
    organ: str | None = None,
    meeting: str | None = None,
    item: str | None = None,
    languages: Sequence[str] = (),
    authentic: Sequence[str] = (),
    url: str = "",
    purpose: DocumentPurpose | None = None,
    mark: Mark = Mark.PUBLIC,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Issue a document, or an addendum, a corrigendum or a revision of one.

    Raises :class:`UnableToRecordProceedings` for an unknown meeting, a symbol that is taken or does not fit the kind,
    a kind other than base without ``of``, and an authentic language in which there is no text.
    """
    _need_meeting(meeting)
    if (of is None) is not (kind is DocumentKind.BASE):
        refuse(UnableToRecordProceedings, f"{symbol}: of is given with every kind of document but base")
    if symbol_parts(symbol)[1] is not kind:
        refuse(UnableToRecordProceedings, f"{symbol} is not the symbol of a {kind.value} document")
    if missing := sorted(set(authentic) - set(languages)):
        refuse(UnableToRecordProceedings, f"{symbol}: no text in {', '.join(missing)}, which is to be authentic")
    now = datetime.now(UTC)
    known = as_known(SECRETARIAT, models.Document, now)
    if known.filter(symbol=symbol).exists():
        refuse(UnableToRecordProceedings, f"the symbol {symbol} is taken")
    base = known.filter(key=of).first() if of is not None else None
    if of is not None and (base is None or symbol_parts(symbol)[0] != base.symbol):
        refuse(UnableToRecordProceedings, f"{symbol} does not belong to {base.symbol if base else of}")
    row = models.Document(
        key=key,
        symbol=symbol,
        mark=mark.value,
        kind=kind.value,
        title=text_of(title),
        date=on.isoformat(),
        of_id=of,
        organ_id=organ,
        meeting_id=meeting,
        item_id=item,
        languages=list(languages),
        authentic=list(authentic),
        url=url,
        purpose=purpose.value if purpose is not None else None,
    )
    record(actor, "issue document", row, now, sources, standing)
