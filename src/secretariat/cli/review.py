"""``secretariat review``: the document the ministers sit down with."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.cli.terminal import AsJson, AsOf, Editions, KnownAt, day, mistake, need_register, print_json
from secretariat.parties.queries import NoOrganisation
from secretariat.review.actions import UnableToReview, write_review
from secretariat.sources.lake import UnableToReadLake


class Reader(StrEnum):
    """For whom to write."""

    SECRETARIAT = "secretariat"
    PUBLIC = "public"


def _shown(stage: str, done: int, total: int) -> str:
    """What is being done, and how many steps of how many are behind."""
    return f"writing the review: {stage}" + (f" ({done} of {total} steps done)" if total else "")


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
            Reader, typer.Option("--for", help="For whom: rows the reader may not see are left out.")
        ] = Reader.SECRETARIAT,
        docx: Annotated[bool, typer.Option("--docx", help="Also write it as DOCX, for editing.")] = False,
        as_json: AsJson = False,
    ) -> None:
        """Write the review for a meeting as HTML and PDF, with the rows behind every figure."""
        need_register()
        console = Console(stderr=True)
        with console.status("writing the review") as status:
            try:
                written = write_review(
                    PUBLIC if reader is Reader.PUBLIC else SECRETARIAT,
                    organ=organ,
                    meeting=meeting,
                    as_of=as_of,
                    known_at=known_at,
                    out=out,
                    languages=lang.languages,
                    since=since,
                    previous=previous,
                    editable=docx,
                    progress=lambda stage, done, total: status.update(_shown(stage, done, total)),
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
                    "docx": {language: str(path) for language, path in written.editable.items()},
                    "data": str(written.data),
                    "edition": str(written.record),
                }
            )
            return
        files = (written.pages, written.documents, written.editable)
        for path in (*(path for kind in files for path in kind.values()), written.data, written.record):
            typer.echo(str(path))
