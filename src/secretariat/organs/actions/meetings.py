"""Writing when meetings are to be and were held."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import Certainty, Constraint, ImpreciseDate, LocalizedText, Standing
from secretariat.organs import models, queries
from secretariat.organs.actions.recording import is_meeting, record, refuse, text_of
from secretariat.organs.rules import MeetingActKind, MeetingKind, MeetingState


class UnableToSchedule(Exception):
    """A meeting cannot be registered, announced, moved or cancelled as asked."""


class UnableToHold(Exception):
    """A meeting cannot be recorded as held as asked."""


def _state_of(key: str, on: date, now: datetime) -> MeetingState | None:
    found = queries.meeting(SECRETARIAT, key, on=on, known_at=now)
    return found.state if found else None


def register_meeting(
    actor: Actor,
    *,
    key: str,
    organ: str,
    kind: MeetingKind = MeetingKind.REGULAR,
    joint_with: Sequence[str] = (),
    title: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Give a meeting its key; nobody sees it before it is announced or held.

    Raises :class:`UnableToSchedule` for an organ that the register does not hold.
    """
    now = datetime.now(UTC)
    known = queries.organs(SECRETARIAT, on=now.date(), known_at=now)
    if unknown := sorted({organ, *joint_with} - known.keys()):
        refuse(UnableToSchedule, f"there is no organ {', '.join(unknown)}")
    row = models.Meeting(key=key, organ_id=organ, kind=kind.value, joint_with=list(joint_with), title=text_of(title))
    record(actor, "register meeting", row, now, sources, standing)


def schedule_meeting(
    actor: Actor,
    *,
    key: str,
    meeting: str,
    on: date,
    interval: ImpreciseDate | None = None,
    kind: MeetingActKind = MeetingActKind.SCHEDULED,
    place: LocalizedText | None = None,
    host: str | None = None,
    certainty: Certainty | None = None,
    constraints: Sequence[Constraint] = (),
    set_at: str | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Announce, move or cancel a meeting; ``on`` is the day of the announcement, ``interval`` what it is announced for.

    Raises :class:`UnableToSchedule` for a meeting that is not registered or was held already, for a move or a
    cancellation of what was never announced, for an announcement dated in the future and for a condition on itself.
    """
    now = datetime.now(UTC)
    if kind is MeetingActKind.HELD:
        refuse(UnableToSchedule, "use hold_meeting for a meeting that took place")
    if not is_meeting(meeting):
        refuse(UnableToSchedule, f"there is no meeting {meeting}")
    if on > now.date():
        refuse(UnableToSchedule, f"{meeting}: an announcement of {on} cannot have been made yet")
    if any(constraint.anchor == meeting for constraint in constraints):
        refuse(UnableToSchedule, f"{meeting} cannot depend on itself")
    state = _state_of(meeting, now.date(), now)
    if state is not None and state.is_held:
        refuse(UnableToSchedule, f"{meeting} was held on {state.interval}")
    if kind is not MeetingActKind.SCHEDULED and state is None:
        refuse(UnableToSchedule, f"{meeting} was never announced and cannot be {kind.value}")
    row = models.MeetingAct(
        key=key,
        meeting_id=meeting,
        kind=kind.value,
        date=on.isoformat(),
        when=str(interval) if interval else None,
        place=text_of(place),
        host_id=host,
        certainty=certainty.value if certainty else None,
        constraints=[
            {"relation": each.relation, "anchor": each.anchor} | ({"days": each.days} if each.days != 1 else {})
            for each in constraints
        ],
        set_at_id=set_at,
    )
    record(actor, f"{kind.value} meeting", row, now, sources, standing)


def hold_meeting(
    actor: Actor,
    *,
    key: str,
    meeting: str,
    held_on: ImpreciseDate,
    place: LocalizedText | None = None,
    host: str | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record that a meeting took place.

    Raises :class:`UnableToHold` for one that is not registered, that lies in the future or was held already.
    """
    now = datetime.now(UTC)
    if not is_meeting(meeting):
        refuse(UnableToHold, f"there is no meeting {meeting}")
    if held_on.latest > now.date():
        refuse(UnableToHold, f"{meeting} cannot have been held on {held_on}: that day has not come")
    state = _state_of(meeting, now.date(), now)
    if state is not None and state.is_held:
        refuse(UnableToHold, f"{meeting} was held on {state.interval}")
    row = models.MeetingAct(
        key=key,
        meeting_id=meeting,
        kind=MeetingActKind.HELD.value,
        date=str(held_on),
        place=text_of(place),
        host_id=host,
    )
    record(actor, "hold meeting", row, now, sources, standing)
