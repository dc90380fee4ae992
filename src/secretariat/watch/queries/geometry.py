"""The perimeter, the regions and the point of view of a day, upon boundary data that set-up has fetched."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from babel import Locale
from django.conf import settings

from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.parties.queries import members, organisation, states
from secretariat.sources.queries import as_known
from secretariat.watch import models
from secretariat.watch.measures.assignment import Surroundings, surroundings
from secretariat.watch.measures.boundaries import Attribution, Boundaries, attributed
from secretariat.watch.measures.perimeter import Perimeter, perimeter
from secretariat.watch.measures.topology import Topology, UnableToReadBoundaries, read_topology
from secretariat.watch.rules.places import PlaceName, Region, Territory, territories_on

PACKAGE, DETAIL = "world-atlas", "10m"
_HELD = 8
"""So many perimeters are kept in memory, by the content they follow from."""


@dataclass(frozen=True, slots=True)
class BoundarySource:
    """The boundary data: package, release, file and its SHA-256."""

    package: str
    release: str
    file: str
    digest: str

    def __str__(self) -> str:
        return f"{self.package} {self.release}, {self.file} (Natural Earth)"


@dataclass(frozen=True, slots=True)
class PointOfView:
    """How borders are shown: what the organisation says of it, and which territories are counted otherwise."""

    text: LocalizedText
    territories: tuple[Territory, ...]


@dataclass(frozen=True, slots=True)
class PerimeterView:
    """The perimeter on a day: its geometry, what it was computed from, and what must be printed beside it."""

    on: date
    members: tuple[str, ...]
    names: dict[str, LocalizedText]
    perimeter: Perimeter
    boundaries: Boundaries
    source: BoundarySource
    point_of_view: PointOfView

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The point of view as the geometry takes it."""
        return attributions_of(self.point_of_view.territories)

    def surroundings(self, *, coasts: bool = False) -> Surroundings:
        """The perimeter made ready for many points; kept in memory."""
        return _surroundings(self.source.digest, self.members, self.attributions, coasts)

    @property
    def notes(self) -> tuple[LocalizedText, LocalizedText]:
        """What is printed below a map: the source, and the point of view with the disclaimer."""
        source = LocalizedText(f"Boundary data: {self.source}.", f"Картографическая основа: {self.source}.")
        stated = self.point_of_view.text
        if not stated:
            return source, UNSTATED
        return source, LocalizedText(f"{stated.en} {UNSTATED.en}", f"{stated.in_language('ru')} {UNSTATED.ru}")

    def options(self) -> dict[str, str | LocalizedText]:
        """What a chart of the kind ``map`` needs to draw this perimeter again."""
        source, stated = self.notes
        told: dict[str, str | LocalizedText] = {
            "digest": self.source.digest,
            "members": " ".join(self.members),
            "attributions": json.dumps([[each.territory, each.state, each.at] for each in self.attributions]),
            "boundary source": source,
            "point of view": stated,
        }
        return told | {f"name {code}": self.name_of(code) for code in self.members}

    def name_of(self, code: str) -> LocalizedText:
        """The name of a state: the register's, else CLDR's, else what the boundary data call it."""
        return self.names.get(code) or country_name(code)


UNSTATED = LocalizedText(
    "The boundaries and names shown and the designations used are those of the boundary data at their release, not of "
    "the day of this map. They imply no endorsement or acceptance and no opinion on the legal status of any territory "
    "or on the delimitation of its frontiers.",
    "Границы, названия и обозначения приводятся по картографической основе на дату её выпуска, а не на дату карты. Они "
    "не означают одобрения или признания и не выражают какого-либо мнения о правовом статусе территорий или о "
    "делимитации их границ.",
)
"""What is printed where the organisation has stated no point of view, and after the point of view where it has."""


def attributions_of(territories: Sequence[Territory]) -> tuple[Attribution, ...]:
    """Territories as the geometry takes them."""
    return tuple(Attribution(each.territory, each.state, each.at) for each in territories)


def boundary_file() -> Path:
    """Where the boundary data lie once set-up has fetched them."""
    return Path(settings.ASSETS) / PACKAGE / f"countries-{DETAIL}.json"


def boundaries_are_set_up() -> bool:
    """Whether the boundary data are there."""
    return boundary_file().is_file()


@lru_cache(maxsize=2)
def _read(path: Path, _modified: int) -> Topology:
    return read_topology(path)


def boundary_topology() -> Topology:
    """The boundary data. Raises :class:`UnableToReadBoundaries` where set-up has not fetched them."""
    path = boundary_file()
    if not path.is_file():
        msg = f"boundary data are not set up (no {path}); run: make assets"
        raise UnableToReadBoundaries(msg)
    return _read(path, path.stat().st_mtime_ns)


def boundary_source() -> BoundarySource:
    """What the boundary data are. Raises :class:`UnableToReadBoundaries`."""
    topology, path = boundary_topology(), boundary_file()
    about = json.loads((path.parent / "package.json").read_text(encoding="utf-8"))
    return BoundarySource(PACKAGE, about["version"], path.name, topology.digest)


@lru_cache(maxsize=_HELD)
def computed(
    digest: str, codes: tuple[str, ...], attributions: tuple[Attribution, ...]
) -> tuple[Boundaries, Perimeter]:
    """Boundaries and perimeter of some states, computed once for the content they follow from.

    Raises :class:`UnableToReadBoundaries` where the boundary data are missing or others than ``digest`` names.
    """
    topology = boundary_topology()
    if topology.digest != digest:
        msg = f"the boundary data are not those of SHA-256 {digest}"
        raise UnableToReadBoundaries(msg)
    boundaries = attributed(topology, attributions)
    return boundaries, perimeter(boundaries, codes)


@lru_cache(maxsize=_HELD)
def _surroundings(
    digest: str,
    codes: tuple[str, ...],
    attributions: tuple[Attribution, ...],
    coasts: bool,  # noqa: FBT001  # part of the key under which the answer is kept
) -> Surroundings:
    boundaries, found = computed(digest, codes, attributions)
    return surroundings(found, boundaries, coasts=coasts)


@lru_cache(maxsize=512)
def country_name(code: str) -> LocalizedText:
    """CLDR's name of a state in both languages, or what stands for it in the boundary data."""
    english, russian = (Locale(language).territories.get(code, code) for language in ("en", "ru"))
    return LocalizedText(english, russian)


def regions(viewer: Viewer, *, known_at: datetime) -> list[Region]:
    """The regions followed, by key."""
    return [
        Region(
            key=row.identity,
            name=LocalizedText.of(row.name),
            countries=tuple(row.countries),
            polygon=tuple((corner["lon"], corner["lat"]) for corner in row.polygon),
            box=(row.box["west"], row.box["south"], row.box["east"], row.box["north"]) if row.box else None,
            note=LocalizedText.of(row.note),
        )
        for row in sorted(as_known(viewer, models.Region, known_at), key=lambda row: row.identity)
    ]


def territories(viewer: Viewer, *, on: date, known_at: datetime) -> tuple[Territory, ...]:
    """The territories that the point of view of a day counts otherwise than the boundary data do, by key."""
    rows = as_known(viewer, models.Territory, known_at)
    return territories_on(
        (
            Territory(
                key=row.identity,
                territory=row.territory,
                state=row.state,
                at=(row.at["lon"], row.at["lat"]) if row.at else None,
                since=row.since,
                until=row.until,
                note=LocalizedText.of(row.note),
            )
            for row in rows
        ),
        on,
    )


def place_names(viewer: Viewer, *, known_at: datetime) -> list[PlaceName]:
    """The place names whose state the pack knows, by key."""
    return [
        PlaceName(key=row.identity, name=row.name, state=row.state, note=LocalizedText.of(row.note))
        for row in sorted(as_known(viewer, models.PlaceName, known_at), key=lambda row: row.identity)
    ]


def point_of_view(viewer: Viewer, *, on: date, known_at: datetime) -> PointOfView:
    """How borders are shown on a day. Two queries."""
    stated = organisation(viewer, known_at=known_at).point_of_view
    return PointOfView(stated, territories(viewer, on=on, known_at=known_at))


def perimeter_on(viewer: Viewer, *, on: date, known_at: datetime) -> PerimeterView:
    """The perimeter of the members on a day, from the point of view of that day. Seven queries.

    Raises :class:`UnableToReadBoundaries` where the boundary data are not set up, and ``NoOrganisation``.
    """
    view = point_of_view(viewer, on=on, known_at=known_at)
    codes = tuple(sorted(member.state.code for member in members(viewer, on=on, known_at=known_at)))
    source = boundary_source()
    boundaries, found = computed(source.digest, codes, attributions_of(view.territories))
    return PerimeterView(
        on=on,
        members=codes,
        names={state.code: state.name_on(on) for state in states(viewer, known_at=known_at)},
        perimeter=found,
        boundaries=boundaries,
        source=source,
        point_of_view=view,
    )
