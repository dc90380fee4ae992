"""What the commands about accounts ask for, and how an account is shown."""

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from secretariat.access.actions import UnableToAppoint, appoint
from secretariat.access.queries import Person, appointments, person_with_address
from secretariat.access.rules import Appointment, AppointmentKind, in_force
from secretariat.audit.rules import Actor
from secretariat.cli.terminal import mistake
from secretariat.cli.users.known import need_organ

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The address with which the person signs in.")]
Name = Annotated[str, typer.Option("--name", help="How the person is named; the address without it.")]
Organisation = Annotated[
    str, typer.Option("--organisation", metavar="ID", help="secretariat, state:KG, or partner:UN.")
]
Duties = Annotated[list[str] | None, typer.Option("--duty", help="A duty, such as desk or drafter; may be repeated.")]
Seats = Annotated[
    list[str] | None, typer.Option("--seat", metavar="ORGAN:ROLE", help="A seat, such as CFM:member; may be repeated.")
]
Groups = Annotated[list[str] | None, typer.Option("--group", help="A need-to-know group; may be repeated.")]
Spoken = Annotated[str, typer.Option("--lang", help="The language of pages and e-mails: en or ru.")]
Zone = Annotated[str, typer.Option("--zone", help="The time zone in which instants are shown.")]


def whoever() -> Actor:
    """Who types, as the log names them."""
    return Actor(getpass.getuser())


def needed(email: str) -> Person:
    """The account with an address, or the user's mistake."""
    found = person_with_address(email)
    return found if found is not None else mistake(f"there is no account with the address {email}")


def wanted_of(
    duties: list[str] | None, seats: list[str] | None, groups: list[str] | None
) -> list[tuple[AppointmentKind, str, str]]:
    """What is to be appointed: kind, name, role. An organ that is not in the register is the user's mistake."""
    found = [(AppointmentKind.DUTY, name, "") for name in duties or ()]
    for text in seats or ():
        organ, _, role = text.partition(":")
        need_organ(organ)
        found.append((AppointmentKind.SEAT, organ, role))
    return found + [(AppointmentKind.GROUP, name, "") for name in groups or ()]


def appoint_all(person: Person, wanted: list[tuple[AppointmentKind, str, str]]) -> None:
    """Appoint somebody to each; one that does not fit is the user's mistake."""
    for kind, name, role in wanted:
        try:
            appoint(whoever(), person=person, kind=kind, name=name, role=role)
        except UnableToAppoint as error:
            mistake(str(error))


def words_of(held: list[Appointment]) -> str:
    """Appointments in a line."""
    return ", ".join(f"{each.kind}:{each.name}" + (f":{each.role}" if each.role else "") for each in held)


def row_of(person: Person) -> dict[str, object]:
    """An account as the commands show it."""
    held = in_force(appointments(person.code), datetime.now(UTC))
    return {
        "email": person.email,
        "name": person.name,
        "organisation": person.organisation,
        "language": person.language,
        "time_zone": person.time_zone,
        "open": person.is_active,
        "appointments": [{"kind": each.kind, "name": each.name, "role": each.role, "key": each.key} for each in held],
        "held": words_of(held),
    }
