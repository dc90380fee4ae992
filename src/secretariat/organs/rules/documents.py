"""Documents and their symbols. One symbol serves all languages of a document."""

import re
from dataclasses import dataclass
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.sources.rules import Basis


class DocumentKind(StrEnum):
    """What a document is to the one it belongs to."""

    BASE = "base"
    ADDENDUM = "addendum"
    CORRIGENDUM = "corrigendum"
    REVISION = "revision"


class DocumentPurpose(StrEnum):
    """What a document is for, as far as a meeting needs it."""

    PROVISIONAL_AGENDA = "provisional_agenda"
    ANNOTATED_AGENDA = "annotated_agenda"
    REPORT = "report"
    DRAFT_DECISION = "draft_decision"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the organisation; ``authentic`` lists the languages whose text is authentic.

    ``purpose`` is ``None`` where the record does not say what it is for.
    """

    key: str
    symbol: str
    kind: DocumentKind
    title: LocalizedText
    basis: Basis
    of: str | None = None
    organ: str | None = None
    meeting: str | None = None
    item: str | None = None
    when: ImpreciseDate | None = None
    languages: tuple[str, ...] = ()
    authentic: tuple[str, ...] = ()
    url: str = ""
    purpose: DocumentPurpose | None = None


class UnableToCompose(Exception):
    """A symbol cannot be made from what was given."""


_SUFFIX = {DocumentKind.ADDENDUM: "Add.", DocumentKind.CORRIGENDUM: "Corr.", DocumentKind.REVISION: "Rev."}
_PART = re.compile(r"/(Add|Corr|Rev)\.([1-9][0-9]*)$", re.ASCII)
_KIND = {"Add": DocumentKind.ADDENDUM, "Corr": DocumentKind.CORRIGENDUM, "Rev": DocumentKind.REVISION}


def base_symbol(*, scheme: str, organ: str, year: int, number: int) -> str:
    """The symbol of a new document by the organisation's scheme, such as ``{organ}/{year}/{number}``.

    Raises :class:`UnableToCompose` when the scheme asks for something else, or gives every document the same symbol.
    """
    try:
        symbol = scheme.format(organ=organ, year=year, number=number)
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        msg = f"the scheme {scheme!r} cannot be filled in; it may use organ, year and number"
        raise UnableToCompose(msg) from error
    if "{number" not in scheme:
        msg = f"the scheme {scheme!r} has no number: two documents would bear the same symbol"
        raise UnableToCompose(msg)
    return symbol


def derived_symbol(*, of: str, kind: DocumentKind, number: int) -> str:
    """The symbol of an addendum, a corrigendum or a revision: that of its document with ``/Add.1`` and the like.

    Raises :class:`UnableToCompose` for a base document or a number below one.
    """
    if kind is DocumentKind.BASE or number < 1:
        msg = f"{kind.value} {number} of {of}: only an addendum, a corrigendum or a revision, numbered from 1"
        raise UnableToCompose(msg)
    return f"{of}/{_SUFFIX[kind]}{number}"


def symbol_parts(symbol: str) -> tuple[str, DocumentKind, int | None]:
    """What a symbol says: that of the document it belongs to, the kind and the number; a base symbol is its own."""
    match = _PART.search(symbol)
    if match is None:
        return symbol, DocumentKind.BASE, None
    return symbol[: match.start()], _KIND[match[1]], int(match[2])
