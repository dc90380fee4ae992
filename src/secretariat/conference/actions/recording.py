"""Writing what was prepared: the agenda into the register, the papers into a folder."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from secretariat.access.rules import Body, Viewer
from secretariat.audit.rules import Actor
from secretariat.conference.render import paper_docx, paper_pdf
from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.papers import annotated_agenda, chairs_brief
from secretariat.conference.rules.preparation import Preparation
from secretariat.kernel import Language
from secretariat.organs.actions import UnableToRecordProceedings, record_agenda
from secretariat.organs.rules import AgendaItem, AgendaStatus
from secretariat.sources.rules import Basis

PAPERS: dict[str, Callable[[Preparation, Language], dict[str, Any]]] = {
    "annotated-agenda": annotated_agenda,
    "chairs-brief": chairs_brief,
}
FORMATS: dict[str, Callable[[Mapping[str, Any], date], bytes]] = {"pdf": paper_pdf, "docx": paper_docx}


class UnableToRecordAgenda(Exception):
    """An agenda cannot be put on record: by somebody else than the secretariat, or over one that is there."""


def _as_recorded(prepared: Preparation, item: Item) -> AgendaItem:
    return AgendaItem(
        key=f"{prepared.key}-{item.number}",
        meeting=prepared.key,
        number=item.number,
        title=item.title,
        status=AgendaStatus.PROVISIONAL,
        restricted=False,
        about=item.about,
        when=None,
        basis=Basis(key=f"{prepared.key}-{item.number}"),
    )


def record_provisional_agenda(actor: Actor, *, viewer: Viewer, prepared: Preparation, on: date) -> int:
    """Put a computed agenda on record as provisional, sub-items too; how many items that were. One transaction.

    Only the secretariat does so, from what the secretariat sees, and once: what is on record is changed by corrections.
    Raises :class:`UnableToRecordAgenda`.
    """
    if viewer.body is not Body.SECRETARIAT:
        msg = "only the secretariat puts an agenda on record"
        raise UnableToRecordAgenda(msg)
    if prepared.recorded:
        msg = f"{prepared.key} has an agenda on record ({len(prepared.recorded)} items); correct its rows instead"
        raise UnableToRecordAgenda(msg)
    items = [_as_recorded(prepared, each) for item in prepared.items for each in (item, *item.parts)]
    try:
        with transaction.atomic():
            record_agenda(actor, meeting=prepared.key, items=items, on=on)
    except UnableToRecordProceedings as error:
        raise UnableToRecordAgenda(str(error)) from error
    return len(items)


def paper_file(prepared: Preparation, name: str, kind: str, language: Language) -> bytes:
    """One paper as a file: a name of ``PAPERS``, a kind of ``FORMATS``. The same record gives the same bytes."""
    return FORMATS[kind](PAPERS[name](prepared, language), prepared.on)


def file_name(prepared: Preparation, name: str, kind: str, language: Language) -> str:
    """What the file of a paper is called; of the meeting's key only what every file system takes."""
    return f"{name}-{re.sub('[^A-Za-z0-9._-]+', '-', prepared.key)}.{language}.{kind}"


def write_papers(prepared: Preparation, out: Path, languages: tuple[Language, ...]) -> Iterator[Path]:
    """Write both papers in every format and language into a folder; each path as it is written."""
    out.mkdir(parents=True, exist_ok=True)
    for language in languages:
        for name in PAPERS:
            for kind in FORMATS:
                path = out / file_name(prepared, name, kind, language)
                path.write_bytes(paper_file(prepared, name, kind, language))
                yield path
