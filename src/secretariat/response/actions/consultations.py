"""Writing consultations. Until the close nobody learns who has answered, or how many have: only complete or not."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from secrets import token_hex

from django.db import transaction

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.actions import log
from secretariat.audit.rules import SEALED, Actor
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.response import models
from secretariat.response.actions.recording import (
    case_with,
    needs_the_past,
    record,
    refuse,
    register_now,
    text_of,
    today,
)
from secretariat.response.queries.register import Case
from secretariat.response.rules import (
    Answer,
    Consultation,
    ConsultationAct,
    ConsultationActKind,
    Hearing,
    RequestStatus,
    answer_refusal,
)
from secretariat.sources.queries import every_row
from secretariat.sources.rules import Basis


class UnableToConsult(Exception):
    """The consultation cannot be opened or closed."""


class UnableToAnswer(Exception):
    """The answer cannot be taken."""


def open_consultation(
    actor: Actor,
    *,
    key: str,
    request: str,
    organ: str,
    on: date,
    force: str | None = None,
    meeting: str | None = None,
    question: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Ask the members about a request. Raises :class:`UnableToConsult` when it is over or there is none."""
    now = datetime.now(UTC)
    needs_the_past(UnableToConsult, on, now)
    basis = Basis(key, standing, tuple(sources))
    trial = Consultation(key, request, organ, ImpreciseDate.on(on), basis, force, meeting)
    case_with(UnableToConsult, request, now, [trial])
    row = models.Consultation(
        key=key,
        request_id=request,
        organ_id=organ,
        meeting_id=meeting,
        force_id=force,
        date=on.isoformat(),
        question=text_of(question),
    )
    record(actor, "open consultation", row, now, sources=sources, standing=standing)


def _hearing(error: type[Exception], consultation: str, now: datetime) -> tuple[Case, Hearing]:
    every = ((case, hearing) for case in register_now(error, now).cases for hearing in case.course.hearings)
    found = next((each for each in every if each[1].consultation.key == consultation), None)
    if found is None:
        refuse(error, f"there is no consultation {consultation}")
    return found


def give_consent(
    *,
    consultation: str,
    state: str,
    answer: Answer,
    persons: int | None = None,
    text: LocalizedText | None = None,
) -> str:
    """Take a member's answer, given by its delegation today; the key of the sealed row. A later one replaces it.

    The log names no actor, no member and no consultation for it, and nobody is shown that entry: the close makes one
    over all answers. Raises :class:`UnableToAnswer` when the consultation is closed or the state has no say; what
    others have answered changes nothing about that.
    """
    now = datetime.now(UTC)
    case, hearing = _hearing(UnableToAnswer, consultation, now)
    refusal = answer_refusal(hearing.voices, state, closed=hearing.is_closed)
    if case.course.status in {RequestStatus.WITHDRAWN, RequestStatus.DECLINED, RequestStatus.LAPSED}:
        refusal = refusal or f"the request is {case.course.status.value}"
    if refusal is not None:
        refuse(UnableToAnswer, refusal)
    row = models.Consent(
        key=f"CONSENT-{token_hex(16)}",
        consultation_id=consultation,
        state_id=state,
        answer=answer.value,
        persons=persons,
        date=today(now).isoformat(),
        text=text_of(text),
        salt=token_hex(16),
    )
    record(SEALED, "record", row, now, sources=(), standing=Standing.CONFIRMED)
    return row.key


def close_consultation(
    actor: Actor,
    *,
    key: str,
    consultation: str,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> Hearing:
    """Close a consultation today and open its answers; how it ended. It cannot be closed twice or sealed again.

    The log gets a second entry over the hashes of all answers, so that one slipped in later shows.
    Raises :class:`UnableToConsult`.
    """
    now = datetime.now(UTC)
    case, _ = _hearing(UnableToConsult, consultation, now)
    day = today(now)
    trial = ConsultationAct(
        key, consultation, ConsultationActKind.CLOSED, ImpreciseDate.on(day), Basis(key, standing, tuple(sources))
    )
    case_with(UnableToConsult, case.request.key, now, [trial])
    with transaction.atomic():
        row = models.ConsultationAct(
            key=key,
            consultation_id=consultation,
            kind=ConsultationActKind.CLOSED.value,
            date=day.isoformat(),
            text=text_of(text),
        )
        record(actor, "close consultation", row, now, sources=sources, standing=standing)
        opened = every_row(SECRETARIAT, models.Consent).filter(consultation=consultation)
        hashes = list(opened.values_list("content_hash", flat=True))
        log(actor, action="open answers", object_name=f"response.Consent: {consultation}", hashes=hashes)
    return _hearing(UnableToConsult, consultation, now)[1]
