"""The persons of the example: for each state a desk officer and a head of delegation, two ministers, a secretariat.

They are invented; no password stands here or anywhere.
"""

from dataclasses import dataclass

from secretariat.access.rules import AppointmentKind, Duty, Seat
from secretariat.kernel import Language

Wanted = tuple[AppointmentKind, str, str]
ORGANS = ("CFM", "CSC")


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast."""

    email: str
    name: str
    organisation: str
    language: Language
    zone: str
    appointments: tuple[Wanted, ...]


_STATES: tuple[tuple[str, str, str], ...] = (
    ("AM", "Armenia", "Asia/Yerevan"),
    ("BY", "Belarus", "Europe/Minsk"),
    ("KG", "Kyrgyzstan", "Asia/Bishkek"),
    ("KZ", "Kazakhstan", "Asia/Almaty"),
    ("RU", "Russia", "Europe/Moscow"),
    ("TJ", "Tajikistan", "Asia/Dushanbe"),
)
_MINISTERS = ("KG", "KZ")
_SECRETARIAT = (Duty.DRAFTER, Duty.CONFERENCE, Duty.COUNCIL, Duty.ANALYST, Duty.ADMINISTRATOR)


def _duty(duty: Duty) -> Wanted:
    return (AppointmentKind.DUTY, duty.value, "")


def _seats(seat: Seat) -> tuple[Wanted, ...]:
    return tuple((AppointmentKind.SEAT, organ, seat.value) for organ in ORGANS)


def _delegate(code: str, name: str, zone: str, duty: Duty) -> Member:
    word = {Duty.DESK: "desk officer", Duty.HEAD: "head of delegation", Duty.MINISTER: "minister"}[duty]
    return Member(
        email=f"{duty.value}.{code.lower()}@example.org",
        name=f"{name}, {word}",
        organisation=f"state:{code}",
        language="ru" if duty is Duty.DESK else "en",
        zone=zone,
        appointments=(_duty(duty), *(() if duty is Duty.DESK else _seats(Seat.MEMBER))),
    )


CAST: tuple[Member, ...] = (
    *(_delegate(code, name, zone, duty) for code, name, zone in _STATES for duty in (Duty.DESK, Duty.HEAD)),
    *(_delegate(code, name, zone, Duty.MINISTER) for code, name, zone in _STATES if code in _MINISTERS),
    *(
        Member(
            email=f"{duty.value}@secretariat.example.org",
            name=f"Secretariat, {duty.value}",
            organisation="secretariat",
            language="en",
            zone="Europe/Moscow",
            appointments=(_duty(duty), *(_seats(Seat.SECRETARY) if duty is Duty.CONFERENCE else ())),
        )
        for duty in _SECRETARIAT
    ),
)
