"""Making accounts: by invitation, with a one-time password, and the cast of the example."""

import typer
from django.conf import settings
from django.db import transaction

from secretariat.access.actions import (
    UnableToInvite,
    give_one_time_password,
    invite_person,
    link_of_invitation,
    send_invitation,
)
from secretariat.access.queries import Person, person_with_address
from secretariat.access.rules import AppointmentKind
from secretariat.cli.terminal import mistake, need_register
from secretariat.cli.users.asking import (
    Duties,
    Email,
    Groups,
    Name,
    Organisation,
    Seats,
    Spoken,
    Zone,
    appoint_all,
    wanted_of,
    whoever,
)
from secretariat.cli.users.cast import CAST
from secretariat.cli.users.known import need_organisation


def _made(
    email: str, name: str, organisation: str, wanted: list[tuple[AppointmentKind, str, str]], lang: str, zone: str
) -> Person:
    need_register()
    need_organisation(organisation)
    # all of it or nothing: an appointment that does not fit makes no account either
    with transaction.atomic():
        try:
            person = invite_person(
                whoever(), email=email, name=name, organisation=organisation, language=lang, time_zone=zone
            )
        except UnableToInvite as error:
            mistake(str(error))
        appoint_all(person, wanted)
    return person


def add_making(users: typer.Typer) -> None:
    """Add the commands that make accounts."""

    @users.command("invite")
    def invite(
        email: Email,
        organisation: Organisation,
        name: Name = "",
        duty: Duties = None,
        seat: Seats = None,
        group: Groups = None,
        lang: Spoken = "en",
        zone: Zone = "UTC",
    ) -> None:
        """Make an account and send its person a link by which a password is set; the link is printed too.

        Needs SECRETARIAT_SECRET_KEY, the same that the server has: the link is signed with it.
        """
        if not settings.SECRET_KEY_IS_GIVEN:
            mistake(
                "SECRETARIAT_SECRET_KEY is not set: the server could not tell that the link is yours. "
                "Set it for both, or use: secretariat user add"
            )
        person = _made(email, name, organisation, wanted_of(duty, seat, group), lang, zone)
        try:
            link = send_invitation(person, settings.PUBLIC_ADDRESS)
        except OSError as error:
            link = link_of_invitation(person, settings.PUBLIC_ADDRESS)
            typer.echo(f"secretariat: the e-mail could not be sent ({error}); pass the link on yourself", err=True)
        typer.echo(link)

    @users.command("add")
    def add(
        email: Email,
        organisation: Organisation,
        name: Name = "",
        duty: Duties = None,
        seat: Seats = None,
        group: Groups = None,
        lang: Spoken = "en",
        zone: Zone = "UTC",
    ) -> None:
        """Make an account and print a one-time password, which has to be changed at the first sign-in."""
        person = _made(email, name, organisation, wanted_of(duty, seat, group), lang, zone)
        typer.echo(f"{person.email}  {give_one_time_password(whoever(), person=person)}")

    @users.command("demo")
    def demo() -> None:
        """A small cast for trying everything out, each with a one-time password that is printed now and never again."""
        need_register()
        for member in CAST:
            person = person_with_address(member.email) or _made(
                member.email, member.name, member.organisation, list(member.appointments), member.language, member.zone
            )
            typer.echo(f"{member.email:34}  {give_one_time_password(whoever(), person=person)}  {member.organisation}")
