"""``secretariat agenda``: the provisional agenda of a coming meeting, with grounds, deadlines and papers."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, Editions, KnownAt, OnDay, mistake, need_register, print_json, print_table
from secretariat.conference.actions import write_papers
from secretariat.conference.queries import UnableToPrepare, preparation
from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.grounds import Ground
from secretariat.conference.rules.preparation import Preparation
from secretariat.conference.rules.slots import Slot
from secretariat.conference.rules.words import GROUNDS, PURPOSES, SLOTS, WORDS
from secretariat.kernel import ImpreciseDate, Language
from secretariat.parties.queries import NoOrganisation
from secretariat.sources.rules import end_of


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        "kind": ground.kind,
        "due": ground.due,
        "certain": ground.is_certain,
        "rows": ground.rows,
        "sources": ground.sources,
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "source": item.source,
        "about": item.about,
        "grounds": [_ground(ground) for ground in item.grounds],
        "parts": [_item(part) for part in item.parts],
    }


def _interval(when: ImpreciseDate | None) -> dict[str, date] | None:
    return None if when is None else {"earliest": when.earliest, "latest": when.latest}


def _slot(slot: Slot) -> dict[str, Any]:
    return {
        "item": slot.item,
        "purpose": slot.purpose,
        "language": slot.language,
        "deadline": _interval(slot.deadline),
        "status": slot.status,
        "symbol": slot.symbol,
        "received": slot.received,
    }


def _as_json(prepared: Preparation) -> dict[str, Any]:
    return {
        "meeting": prepared.key,
        "organ": prepared.organ.key,
        "days": _interval(prepared.days),
        "days_open": prepared.is_open,
        "on": prepared.on,
        "known_at": prepared.known_at,
        "items": [_item(item) for item in prepared.items],
        "on_record": [item.key for item in prepared.recorded],
        "idle": prepared.idle.trace.rows,
        "own_schedule": prepared.is_own_schedule,
        "documents": [_slot(slot) for slot in prepared.slots],
    }


def _because(item: Item, language: Language) -> str:
    return "\n".join(
        GROUNDS[ground.kind].in_language(language)
        + (f" ({ground.due})" if ground.due is not None else "")
        + ("" if ground.is_certain else f", {WORDS['possibly'].in_language(language)}")
        + (f": {', '.join(ground.rows)}" if ground.rows else "")
        for ground in item.grounds
    )


def _print(prepared: Preparation, language: Language) -> None:
    def word(name: str) -> str:
        return WORDS[name].in_language(language)

    rows = [
        [each.number, each.title.in_language(language), "" if each.parts else _because(each, language)]
        for item in prepared.items
        for each in (item, *item.parts)
    ]
    title = f"{word('agenda')}: {prepared.key}, {prepared.days or word('unknown')}"
    print_table(title, [word("item"), word("title"), word("ground")], rows)
    slots = [
        [
            slot.item or word("whole_meeting"),
            PURPOSES[slot.purpose].in_language(language),
            slot.language,
            slot.deadline,
            SLOTS[slot.status].in_language(language),
        ]
        for slot in prepared.slots
    ]
    print_table(
        word("schedule"), [word("item"), word("document"), word("language"), word("deadline"), word("status")], slots
    )


def add_to(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("agenda")
    def agenda(
        meeting: Annotated[str, typer.Option(metavar="ID", help="The coming meeting, by its id.")],
        on: OnDay,
        known_at: KnownAt = None,
        lang: Annotated[Editions, typer.Option(help="The languages of the papers; both prints in English.")] = (
            Editions.BOTH
        ),
        out: Annotated[
            Path | None,
            typer.Option(help="A folder to write the annotated agenda and the chair's brief into, as PDF and DOCX."),
        ] = None,
        as_json: AsJson = False,
    ) -> None:
        """Compute the agenda of a coming meeting from what is due, and by when its documents are."""
        need_register()
        try:
            prepared = preparation(SECRETARIAT, meeting, on=on, known_at=known_at or end_of(on))
        except UnableToPrepare as error:
            mistake(str(error))
        except NoOrganisation:
            mistake("the register holds no organisation yet at that time")
        if as_json:
            print_json(_as_json(prepared))
        else:
            _print(prepared, lang.languages[0])
        if out is not None:
            try:
                for path in write_papers(prepared, out, lang.languages):
                    typer.echo(str(path), err=as_json)
            except OSError as error:
                mistake(f"{out} cannot be written: {error.strerror}")
