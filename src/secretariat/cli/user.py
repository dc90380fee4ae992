"""``secretariat user``: who may sign in, and what each is appointed to."""

from datetime import UTC, datetime

import typer

from secretariat.access.actions import disable_person, end_appointment
from secretariat.access.queries import all_persons, appointments
from secretariat.access.rules import in_force
from secretariat.cli.terminal import AsJson, mistake, need_register, print_json, print_table
from secretariat.cli.users.asking import (
    Duties,
    Email,
    Groups,
    Seats,
    appoint_all,
    needed,
    row_of,
    wanted_of,
    whoever,
    words_of,
)
from secretariat.cli.users.making import add_making


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    users = typer.Typer(help="Who may sign in, and what each is appointed to.", no_args_is_help=True)
    app.add_typer(users, name="user")
    add_making(users)

    @users.command("disable")
    def disable(email: Email) -> None:
        """Close an account: nobody signs in with it any more, and its open sessions end with their next request."""
        need_register()
        disable_person(whoever(), email=needed(email).email)
        typer.echo(f"{email}: closed")

    @users.command("list")
    def listing(as_json: AsJson = False) -> None:
        """Everybody who has an account, and the appointments that hold now."""
        need_register()
        rows = [row_of(person) for person in all_persons()]
        if as_json:
            print_json(rows)
        else:
            shown = [
                (row["email"], row["name"], row["organisation"], "open" if row["open"] else "closed", row["held"])
                for row in rows
            ]
            print_table("Accounts", ("e-mail", "name", "organisation", "account", "appointments"), shown)

    @users.command("appoint")
    def appointing(email: Email, duty: Duties = None, seat: Seats = None, group: Groups = None) -> None:
        """Give somebody a duty, a seat in an organ, or a place in a need-to-know group."""
        need_register()
        person = needed(email)
        wanted = wanted_of(duty, seat, group)
        if not wanted:
            mistake("nothing to appoint to: give --duty, --seat or --group")
        appoint_all(person, wanted)
        typer.echo(f"{email}: {row_of(person)['held']}")

    @users.command("dismiss")
    def dismiss(email: Email, duty: Duties = None, seat: Seats = None, group: Groups = None) -> None:
        """End a duty, a seat or a place in a group, from now on."""
        need_register()
        person = needed(email)
        wanted = {(kind, name) for kind, name, _ in wanted_of(duty, seat, group)}
        held = in_force(appointments(person.code), datetime.now(UTC))
        ending = [each for each in held if (each.kind, each.name) in wanted]
        if not ending:
            mistake(f"{email} holds none of that; what is held: {words_of(held) or 'nothing'}")
        for each in ending:
            end_appointment(whoever(), key=each.key)
        typer.echo(f"{email}: {row_of(person)['held'] or 'nothing is held any more'}")
