"""What a fact carries with it, how its standing follows from that, and what a release of a data set is."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that says something: where it is and when it was published and opened."""

    key: str
    title: LocalizedText
    publisher: str = ""
    url: str = ""
    published: ImpreciseDate | None = None
    language: str = ""
    accessed: date | None = None
    note: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that some source gives for the same act; ``changes`` are pairs of field and value."""

    changes: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    known_from: datetime | None = None

    def get(self, field: str) -> str | None:
        """The other value of a field; ``None`` where it does not differ."""
        return dict(self.changes).get(field)


@dataclass(frozen=True, slots=True)
class Basis:
    """What every act carries: its key, its standing, its sources, and the other values that sources give."""

    key: str
    standing: Standing = Standing.CONFIRMED
    sources: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    note: LocalizedText = LocalizedText()


def end_of(day: date) -> datetime:
    """The last instant of a day (UTC): what was known on that day was known by then."""
    return datetime.combine(day, time.max, UTC)


def start_of(day: date) -> datetime:
    """The first instant of a day (UTC)."""
    return datetime.combine(day, time.min, UTC)


def standing_as_known(standing: Standing, alternatives: tuple[Alternative, ...], known_at: datetime) -> Standing:
    """The standing of a fact at an instant: disputed from the moment another value becomes known.

    A fact recorded as disputed whose other values are not yet known stands as reported until they are.
    """
    known = [other for other in alternatives if other.known_from is None or other.known_from <= known_at]
    if known:
        return Standing.DISPUTED
    if alternatives and standing is Standing.DISPUTED:
        return Standing.REPORTED
    return standing


def becomes_known(
    stated: datetime | None, source_dates: list[ImpreciseDate | None], own_date: ImpreciseDate | None
) -> datetime | None:
    """When a row became known to the secretariat.

    What the row states; else the earliest date among its sources; lacking one, the act's own date; lacking that too,
    ``None``: known as long as there has been a register.
    """
    if stated is not None:
        return stated
    dated = [each.latest for each in source_dates if each is not None]
    if dated:
        return start_of(min(dated))
    return start_of(own_date.latest) if own_date is not None else None


def address_of(*, sha256: str, importer: str, version: int, options: Mapping[str, str]) -> str:
    """The address of a snapshot in the lake: a hash of the source and of all that decides what is read from it."""
    content = {"importer": importer, "options": dict(options), "source": sha256, "version": version}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Release:
    """A data set as one source gave it at one time, and where the lake keeps it.

    ``file`` is its path inside the pack, empty when it was added from outside. ``rows`` counts by table; empty where
    the register does not say. ``rows_known_by`` names the column with the day on which each row became known by
    itself (a roll call is public on its day); empty: the rows became known with the release.
    """

    key: str
    dataset: str
    kind: str
    release: str
    sha256: str
    importer: int
    basis: Basis
    file: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    quarantined: int | None = None
    licence: str = ""
    retrieved: date | None = None
    url: str = ""
    coverage: LocalizedText = LocalizedText()
    rows_known_by: str = ""
    known_from: datetime | None = None

    @property
    def address(self) -> str:
        """Where the lake keeps it."""
        return address_of(sha256=self.sha256, importer=self.kind, version=self.importer, options=self.options)
