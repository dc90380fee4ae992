"""People who sign in, for the tests of every room."""

from dataclasses import dataclass
from itertools import count

from django.test import Client

from secretariat.access.actions import appoint, invite_person
from secretariat.access.queries import Person
from secretariat.access.rules import AppointmentKind
from secretariat.audit.rules import Actor

ACTOR = Actor("the secretariat")
_NUMBERS = count(1)


@dataclass(frozen=True)
class SignedIn:
    """Somebody, and the browser in which they are signed in."""

    person: Person
    client: Client


def invited(organisation: str, *duties: str, seats: tuple[str, ...] = (), groups: tuple[str, ...] = ()) -> Person:
    """An account with duties, seats as a member, and groups."""
    number = next(_NUMBERS)
    person = invite_person(ACTOR, email=f"p{number}@example.org", name=f"Person {number}", organisation=organisation)
    for kind, names, role in (
        (AppointmentKind.DUTY, duties, ""),
        (AppointmentKind.SEAT, seats, "member"),
        (AppointmentKind.GROUP, groups, ""),
    ):
        for name in names:
            appoint(ACTOR, person=person, kind=kind, name=name, role=role)
    return person


def signed_in(organisation: str, *duties: str, seats: tuple[str, ...] = (), groups: tuple[str, ...] = ()) -> SignedIn:
    """Somebody invited, and signed in."""
    person = invited(organisation, *duties, seats=seats, groups=groups)
    client = Client()
    client.force_login(person)
    return SignedIn(person, client)
