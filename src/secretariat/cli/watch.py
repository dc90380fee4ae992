"""``secretariat watch``: the perimeter of the external borders, and where events lie with regard to it."""

import typer

from secretariat.cli.locating import assign_rows
from secretariat.cli.mapping import draw_perimeter
from secretariat.cli.perimeter import show_perimeter

watch_app = typer.Typer(
    name="watch",
    help="Events around the perimeter of the external borders and in the regions followed.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
watch_app.command("perimeter")(show_perimeter)
watch_app.command("assign")(assign_rows)
watch_app.command("map")(draw_perimeter)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(watch_app)
