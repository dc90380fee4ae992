"""``secretariat review``: the document the ministers sit down with."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from secretariat.access.rules import PUBLIC, SECRETARIAT, Body
from secretariat.cli.terminal import AsJson, AsOf, KnownAt, day, mistake, need_register, print_json
from secretariat.kernel import LANGUAGES, Language
from secretariat.parties.queries import NoOrganisation
from secretariat.review.actions import UnableToReview, write_review
from secretariat.sources.lake import UnableToReadLake


class Editions(StrEnum):
    """Which languages to write."""

    EN = "en"
    RU = "ru"
    BOTH = "both"


_LANGUAGES: dict[Editions, tuple[Language, ...]] = {
    Editions.EN: ("en",),
    Editions.RU: ("ru",),
    Editions.BOTH: LANGUAGES,
}


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("review")
    def review(
        organ: Annotated[str, typer.Option(help="The organ that meets, by its id, e.g. CFM.")],
        meeting: Annotated[date, typer.Option(parser=day, metavar="DATE", help="The day of the meeting.")],
        as_of: AsOf,
        out: Annotated[Path, typer.Option(help="The folder to write into; it is made when missing.")],
        known_at: KnownAt = None,
        lang: Annotated[Editions, typer.Option(help="The languages to write.")] = Editions.BOTH,
        since: Annotated[
            date | None,
            typer.Option(parser=day, metavar="DATE", help="Compare with this day instead of the organ's last meeting."),
        ] = None,
        previous: Annotated[
            Path | None, typer.Option(help="The folder of the last edition, to find changes of method.")
        ] = None,
        reader: Annotated[
            Body, typer.Option("--for", help="For whom: rows the reader may not see are left out.")
        ] = Body.SECRETARIAT,
        as_json: AsJson = False,
    ) -> None:
        """Write the review for a meeting as HTML and PDF, with the rows behind every figure."""
        need_register()
        console = Console(stderr=True)
        with console.status("writing the review") as status:
            try:
                written = write_review(
                    PUBLIC if reader is Body.PUBLIC else SECRETARIAT,
                    organ=organ,
                    meeting=meeting,
                    as_of=as_of,
                    known_at=known_at,
                    out=out,
                    languages=_LANGUAGES[lang],
                    since=since,
                    previous=previous,
                    step=lambda text: status.update(f"writing the review: {text}"),
                )
            except (UnableToReview, UnableToReadLake) as error:
                mistake(str(error))
            except NoOrganisation:
                mistake("the register holds no organisation; load a pack first: secretariat load PACK")
        if as_json:
            print_json(
                {
                    "html": {language: str(path) for language, path in written.pages.items()},
                    "pdf": {language: str(path) for language, path in written.documents.items()},
                    "data": str(written.data),
                    "edition": str(written.record),
                }
            )
            return
        for path in (*written.pages.values(), *written.documents.values(), written.data, written.record):
            typer.echo(str(path))
