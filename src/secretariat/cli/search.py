"""``secretariat search``: what of the register holds some words; and the index behind it, written anew."""

import getpass
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli.terminal import (
    AsJson,
    KnownAt,
    day,
    mistake,
    need_register,
    prepare_database,
    print_json,
    print_table,
)
from secretariat.search.actions import rebuild_index
from secretariat.search.queries import Hit, matches
from secretariat.search.rules import Question, language_of_hit, snippet

_WIDTH = 100


def _said(hit: Hit, question: Question) -> str:
    """Its title, and what of its text holds the words."""
    title = hit.title.in_language(language_of_hit(hit.title, question, "en"))
    text = hit.text.in_language(language_of_hit(hit.text, question, "en"))
    said = "".join(piece.text for piece in snippet(text, question, width=_WIDTH))
    return "\n".join(each for each in (title, said) if each)


def _row(hit: Hit, question: Question) -> dict[str, Any]:
    return {
        "table": hit.table,
        "id": hit.identity,
        "row": hit.key,
        "on_page_of": hit.place,
        "name": hit.name,
        "title": hit.title,
        "text": hit.text,
        "date": hit.day,
        "snippet": _said(hit, question),
    }


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("search")
    def search(
        words: Annotated[
            list[str],
            typer.Argument(metavar="WORDS|index", help="What to look for; or index, to write the index anew."),
        ],
        on: Annotated[
            date | None, typer.Option("--on", parser=day, metavar="DATE", help="The day; today without it.")
        ] = None,
        known_at: KnownAt = None,
        limit: Annotated[int, typer.Option(metavar="N", min=1, max=1000, help="At most so many rows.")] = 20,
        as_json: AsJson = False,
    ) -> None:
        """Find rows by their words, in all forms of English and Russian ones; "a phrase", begin*, -without.

        With ``index`` alone: write the index anew from the register. ``load`` keeps it by itself; this is for a
        register that was loaded by a version without it.
        """
        if words == ["index"]:
            prepare_database()
            rebuild_index(Actor(getpass.getuser()))
            typer.echo("the index is written anew")
            return
        need_register()
        question = Question.of(" ".join(words))
        if not question:
            mistake(f"{' '.join(words)!r} holds no word to look for")
        now = datetime.now(UTC)
        found = matches(SECRETARIAT, question, on=on or now.date(), known_at=known_at or now, count=limit)
        if as_json:
            print_json(
                {"total": found.total, "counts": found.counts, "findings": [_row(hit, question) for hit in found.hits]}
            )
            return
        print_table(
            f"{question.text}: {found.total:,} found, {len(found.hits)} shown",
            ["table", "id", "date", "says"],
            [[hit.table, hit.identity, hit.day or "", _said(hit, question)] for hit in found.hits],
        )
