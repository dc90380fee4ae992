"""Persons and what they may be: one organisation each, seats in organs, need-to-know groups, duties; all dated."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from secretariat.kernel.viewers import Body, Viewer


class AppointmentKind(StrEnum):
    """What somebody is appointed to."""

    DUTY = "duty"
    SEAT = "seat"
    GROUP = "group"


class Seat(StrEnum):
    """As what somebody sits in an organ."""

    CHAIR = "chair"
    MEMBER = "member"
    OBSERVER = "observer"
    SECRETARY = "secretary"


class Duty(StrEnum):
    """What somebody does for the own organisation. A duty lets one act; it shows nothing more."""

    DESK = "desk"
    HEAD = "head"
    MINISTER = "minister"
    DRAFTER = "drafter"
    CONFERENCE = "conference"
    COUNCIL = "council"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"


DUTIES_OF: dict[Body, frozenset[Duty]] = {
    Body.DELEGATION: frozenset({Duty.DESK, Duty.HEAD, Duty.MINISTER}),
    Body.SECRETARIAT: frozenset(
        {Duty.DESK, Duty.HEAD, Duty.DRAFTER, Duty.CONFERENCE, Duty.COUNCIL, Duty.ANALYST, Duty.ADMINISTRATOR}
    ),
    Body.PARTNER: frozenset({Duty.DESK}),
    Body.PUBLIC: frozenset(),
}
"""Which duties exist in which kind of organisation."""

_ORGANISATION = re.compile(r"secretariat|state:[A-Z]{2}|partner:[A-Za-z0-9._-]{1,60}")


@dataclass(frozen=True, slots=True)
class Appointment:
    """Somebody is appointed from an instant on, until another one or until further notice."""

    key: str
    kind: AppointmentKind
    name: str
    role: str
    start: datetime
    end: datetime | None = None


def is_organisation(text: str) -> bool:
    """Whether a text is written as an organisation is: ``secretariat``, ``state:KG``, ``partner:UN``."""
    return _ORGANISATION.fullmatch(text) is not None


def body_of(organisation: str) -> tuple[Body, str]:
    """The kind of an organisation and its code. Raises ``ValueError`` for a text that is none."""
    if not is_organisation(organisation):
        msg = f"{organisation!r} is no organisation: expected secretariat, state:KG or partner:UN"
        raise ValueError(msg)
    kind, _, code = organisation.partition(":")
    return {"secretariat": Body.SECRETARIAT, "state": Body.DELEGATION, "partner": Body.PARTNER}[kind], code


def in_force(appointments: Iterable[Appointment], at: datetime) -> list[Appointment]:
    """The appointments that hold at an instant: from their start, up to but not including their end."""
    return [each for each in appointments if each.start <= at and (each.end is None or at < each.end)]


def viewer_from(
    *, person: str, organisation: str, appointments: Iterable[Appointment], at: datetime, active: bool
) -> Viewer:
    """The viewer somebody is at an instant; ``active``: a delegation's state is a member in good standing."""
    body, code = body_of(organisation)
    held = in_force(appointments, at)
    return Viewer(
        body=body,
        code=code,
        person=person,
        active=active or body is not Body.DELEGATION,
        seats=frozenset(each.name for each in held if each.kind is AppointmentKind.SEAT),
        groups=frozenset(each.name for each in held if each.kind is AppointmentKind.GROUP),
        duties=frozenset(each.name for each in held if each.kind is AppointmentKind.DUTY),
    )
