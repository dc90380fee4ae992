"""Persons displaced from the regions followed, as UNHCR counts them at the end of a year."""

from dataclasses import dataclass
from datetime import date, datetime

from secretariat.access.rules import Viewer
from secretariat.sources.queries import lake_rows, releases
from secretariat.sources.rules import Release
from secretariat.watch.queries.geometry import regions
from secretariat.watch.rules.places import Region

KIND = "unhcr"
GROUPS = ("refugees", "asylum_seekers", "internally_displaced")
_LAST_DAY = (12, 31)


@dataclass(frozen=True, slots=True)
class FromRegion:
    """Persons from one region by group; ``None`` is unknown.

    ``unknown`` are the cells of the source that give no number, or withhold a small one: they are in no sum, so that
    each sum is a lower bound where there are any.
    """

    region: Region
    persons: dict[str, int | None]
    unknown: int


@dataclass(frozen=True, slots=True)
class Displaced:
    """The last year that had ended, by region in the order of their keys, and the release that says so."""

    year: int
    regions: tuple[FromRegion, ...]
    release: Release


def displaced(viewer: Viewer, *, on: date, known_at: datetime) -> Displaced | None:
    """Persons displaced at the end of the last year that had ended by ``on``, by the newest release known.

    ``None`` where no release is known or none has such a year. A region that is no list of states is unknown: the
    source counts by state. Three queries, and one without a release.
    """
    found = [each for each in releases(viewer, known_at=known_at) if each.kind == KIND]
    if not found:
        return None
    rows = lake_rows(viewer, release=found[-1], table="populations", known_at=known_at)
    ended = on.year if (on.month, on.day) == _LAST_DAY else on.year - 1
    year = rows.filter(rows.year <= ended).year.max().to_pyarrow().as_py()
    if year is None:
        return None
    table = rows.filter(rows.year == year).select("origin", *GROUPS).to_pyarrow().to_pylist()
    return Displaced(year, tuple(_from(each, table) for each in regions(viewer, known_at=known_at)), found[-1])


def _from(region: Region, table: list[dict[str, int | str | None]]) -> FromRegion:
    own = [row for row in table if row["origin"] in region.countries]
    persons: dict[str, int | None] = {}
    unknown = 0
    for name in GROUPS:
        known = [int(row[name]) for row in own if row[name] is not None]  # type: ignore[arg-type]  # a number of persons
        unknown += len(own) - len(known)
        persons[name] = sum(known) if known else None
    return FromRegion(region, persons, unknown)
