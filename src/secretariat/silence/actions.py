"""Opening, breaking, extending, editing and closing a silence. The clock is the database's, read under a lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.urls import reverse

from secretariat.access.actions import NotSeen, new_id
from secretariat.access.queries import codes_with_duty
from secretariat.access.rules import SECRETARIAT, Body, Duty, Mark, Viewer
from secretariat.audit.actions import log
from secretariat.audit.rules import Actor, content_hash
from secretariat.jobs.actions.clock import database_now
from secretariat.kernel import LocalizedText
from secretariat.notices.actions import notify
from secretariat.organs.actions import UnableToAdopt, record_adoption_act
from secretariat.organs.rules import AdoptionActKind, Outcome, Position, Procedure
from secretariat.silence.models import Closing, Opening
from secretariat.silence.queries import Silence, drafts_to_open, silence, silences, unclosed
from secretariat.silence.rules.notices import LAST, OUTCOMES, TURN_OF, TURNS, Turn, ends_at, filled

CLERK = Actor("the register's clock")
SPEAKERS = frozenset({Duty.HEAD, Duty.MINISTER})
_NOTHING = LocalizedText()


class UnableToKeepSilence(Exception):
    """The act is not open to the viewer, or the procedure refuses it: ``word`` says which, ``reason`` the rest."""

    def __init__(self, word: str, reason: str = "") -> None:
        self.word, self.reason = word, reason
        super().__init__(reason or word.replace("_", " "))


def _need_secretariat(viewer: Viewer) -> None:
    if viewer.body is not Body.SECRETARIAT or Duty.CONFERENCE not in viewer.duties:
        word = "silence_not_yours"
        raise UnableToKeepSilence(word)


@contextmanager
def _at_the_clock(viewer: Viewer, draft: str) -> Iterator[tuple[Silence, datetime]]:
    """One after the other, whoever acts on a silence: the instant is read only when the lock is held.

    So an act before the end is never overtaken by the closing, and none after the end slips in before it.
    """
    with transaction.atomic():
        rows = Opening.objects.select_for_update().filter(draft=draft).order_by("opened_at")
        if not list(rows):
            raise NotSeen(draft)
        now = database_now()
        found = silence(viewer, draft, at=max(now, datetime.now(UTC)))
        if found is None:
            raise NotSeen(draft)
        yield found, now


def _tell(draft: str, turn: Turn, *, but: str = "", text: LocalizedText | None = None, once: str = "") -> None:
    """Tell the heads and ministers of the members that take part, and the conference officers; not who acted."""
    now = max(database_now(), datetime.now(UTC))
    found = silence(SECRETARIAT, draft, at=now)
    if found is None:
        return
    states = [f"state:{voice.state}" for voice in found.voices if not voice.suspended]
    persons = codes_with_duty(states, SPEAKERS, at=now)
    persons += codes_with_duty([SECRETARIAT.organisation], [Duty.CONFERENCE], at=now)
    notify(
        (each for each in persons if each != but),
        kind=f"silence.{turn.value}",
        subject=filled(TURNS[turn], symbol=found.symbol),
        text=ends_at(found.adoption.deadline) if text is None else text,
        link=reverse("silence:silence", args=[draft]),
        once=once,
    )


def _record(
    actor: Actor,
    draft: str,
    kind: AdoptionActKind,
    at: datetime,
    *,
    organ: str | None,
    deadline: datetime | None = None,
    state: str | None = None,
    position: Position | None = None,
    text: LocalizedText | None = None,
) -> str:
    key = f"SIL-{new_id()}"
    try:
        record_adoption_act(
            actor,
            key=key,
            draft=draft,
            procedure=Procedure.SILENCE,
            kind=kind,
            at=at,
            deadline=deadline,
            state=state,
            position=position,
            text=text,
            organ=organ,
            mark=Mark.MEMBERS,
        )
    except UnableToAdopt as error:
        word = "silence_refused"
        raise UnableToKeepSilence(word, str(error)) from error
    return key


def open_silence(
    actor: Actor, viewer: Viewer, *, draft: str, deadline: datetime, zone: str, text: LocalizedText
) -> str:
    """Put a document under silence until an instant, set in a time zone. The key of the draft.

    Raises :class:`NotSeen` for a document that cannot be put under silence, :class:`UnableToKeepSilence` for who is not
    the conference officer.
    """
    _need_secretariat(viewer)
    with transaction.atomic():
        now = database_now()
        document = next(
            (each for each in drafts_to_open(viewer, at=max(now, datetime.now(UTC))) if each.key == draft), None
        )
        if document is None:
            raise NotSeen(draft)
        key = _record(actor, draft, AdoptionActKind.OPENED, now, organ=document.organ, deadline=deadline, text=text)
        Opening.objects.create(act=key, draft=draft, zone=zone, opened_at=now)
        _tell(draft, Turn.OPENED, but=viewer.person)
    return draft


def take_position(actor: Actor, viewer: Viewer, *, draft: str, position: Position, text: LocalizedText) -> Outcome:
    """Record what a member says; an objection breaks the silence. What has become of the text by it.

    Raises :class:`NotSeen`, and :class:`UnableToKeepSilence` for who does not speak for a member in good standing, an
    objection without its reason, and once the silence has ended.
    """
    if viewer.state is None or not viewer.active or not (SPEAKERS & viewer.duties):
        word = "silence_not_yours"
        raise UnableToKeepSilence(word)
    if position is Position.OBJECTION and not text:
        word = "silence_reason_needed"
        raise UnableToKeepSilence(word)
    with _at_the_clock(viewer, draft) as (found, now):
        _record(
            actor,
            draft,
            AdoptionActKind.POSITION,
            now,
            organ=found.organ,
            state=viewer.state,
            position=position,
            text=text,
        )
        after = silence(viewer, draft, at=max(database_now(), datetime.now(UTC)))
        outcome = after.adoption.outcome if after else Outcome.PENDING
        if outcome is Outcome.BLOCKED:
            _tell(draft, Turn.BROKEN, but=viewer.person, text=_NOTHING)
        return outcome


def change_silence(
    actor: Actor,
    viewer: Viewer,
    *,
    draft: str,
    kind: AdoptionActKind,
    text: LocalizedText,
    deadline: datetime | None = None,
) -> None:
    """Extend the silence, record that the text was edited (which voids it), or close it before its end; with a reason.

    Raises :class:`NotSeen`, and :class:`UnableToKeepSilence` for who is not the conference officer, without a reason,
    and where the procedure refuses it.
    """
    _need_secretariat(viewer)
    if not text:
        word = "silence_reason_needed"
        raise UnableToKeepSilence(word)
    with _at_the_clock(viewer, draft) as (found, now):
        _record(actor, draft, kind, now, organ=found.organ, deadline=deadline, text=text)
        shown = None if kind is AdoptionActKind.EXTENDED else _NOTHING
        _tell(draft, TURN_OF[kind], but=viewer.person, text=shown)


def tell_of_endings(now: datetime) -> None:
    """Tell once that a silence ends within a day; extended, it is another end."""
    for each in silences(SECRETARIAT, at=max(now, datetime.now(UTC))):
        deadline = each.adoption.deadline
        if each.is_running and deadline is not None and deadline - LAST <= now:
            _tell(each.draft, Turn.ENDING, once=f"silence-ends:{deadline.isoformat()}:{each.draft}"[:200])


def close_ended_silences() -> list[str]:
    """Record the end of every silence that has ended and is not closed; the drafts closed now.

    What a worker does every minute; each is decided by the database's clock under its lock. Two workers at once close
    each silence once: the second one finds it closed.
    """
    closed = []
    for key in unclosed(max(database_now(), datetime.now(UTC))):
        draft = _close(key)
        if draft is not None:
            closed.append(draft)
    return closed


def _close(key: str) -> str | None:
    try:
        with transaction.atomic():
            opening = Opening.objects.select_for_update().get(act=key)
            if Closing.objects.filter(opening=opening).exists():
                return None
            now = database_now()
            found = silence(SECRETARIAT, opening.draft, at=max(now, datetime.now(UTC)))
            if found is None or found.opening.key != key or found.is_running or found.adoption.decided_at is None:
                return _close_superseded(opening, found, now)
            return _write(opening, found.adoption.outcome, found.adoption.decided_at, now)
    except IntegrityError:
        return None


def _close_superseded(opening: Opening, found: Silence | None, now: datetime) -> str | None:
    """An opening after which the text was opened anew: it ended as it stood just before that."""
    if found is None or found.opening.key == opening.act:
        return None
    before = silence(SECRETARIAT, opening.draft, at=found.opening.at - timedelta(microseconds=1))
    if before is None or before.opening.key != opening.act or before.adoption.decided_at is None:
        return None
    return _write(opening, before.adoption.outcome, before.adoption.decided_at, now)


def _write(opening: Opening, outcome: Outcome, decided_at: datetime, now: datetime) -> str:
    stated = [opening.act, outcome.value, decided_at.isoformat()]
    Closing.objects.create(
        opening=opening,
        outcome=outcome.value,
        decided_at=decided_at,
        closed_at=now,
        content_hash=content_hash(stated),
    )
    log(CLERK, action="close silence", object_name=f"silence: {opening.draft}", hashes=[content_hash(stated)])
    if outcome is Outcome.ADOPTED:  # every other end has an act of somebody's, of which everybody was told
        _tell(opening.draft, Turn.CLOSED, text=OUTCOMES[outcome])
    return opening.draft
