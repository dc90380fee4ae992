"""Maps of the perimeter and of each region, with the events of the period."""

from collections.abc import Mapping, Sequence
from datetime import date

from secretariat.kernel import LocalizedText
from secretariat.review.queries import Snapshot
from secretariat.review.queries.area import DataSetPeriod, PlacedEvent
from secretariat.review.rules.blocks import Block, Chart, Display, Value, say
from secretariat.review.sections.watch.said import dataset_name
from secretariat.watch.rules.events import LOCATABLE
from secretariat.watch.rules.places import Region

MAP = "map"
SMALL = 380
"""The width of a region's map in pixels."""
SMALLEST, LARGEST, GROWTH = 3.0, 12.0, 1.6
DECIMALS = 2
"""Events at the same hundredth of a degree are one circle."""


def _marks(events: Sequence[PlacedEvent]) -> tuple[Mapping[str, Value], ...]:
    """One circle for each place, its area growing with the number of events there."""
    places: dict[tuple[float, float], list[PlacedEvent]] = {}
    for each in events:
        lon, lat = each.row["lon"], each.row["lat"]
        if lon is None or lat is None or each.row["place_precision"] not in LOCATABLE or each.unlocated is not None:
            continue
        places.setdefault((round(lon, DECIMALS), round(lat, DECIMALS)), []).append(each)
    rows: list[Mapping[str, Value]] = []
    for (lon, lat), found in sorted(places.items()):
        name = found[0].row["place"] or ""
        rows.append(
            {
                "lon": lon,
                "lat": lat,
                "label": LocalizedText(f"{name}: {len(found)}", f"{name}: {len(found)}"),
                "radius": min(LARGEST, SMALLEST + GROWTH * (len(found) ** 0.5 - 1)),
                "events": len(found),
                "place": LocalizedText(name, name),
            }
        )
    return tuple(rows)


def _shown(marks: Sequence[Mapping[str, Value]]) -> int:
    return sum(int(str(mark["events"])) for mark in marks)


def perimeter_map(shot: Snapshot, period: DataSetPeriod, since: date) -> list[Block]:
    """The members, their external border, and the events of the period whose place is precise enough."""
    view = shot.area.view
    if view is None:
        return []
    marks = _marks(period.events)
    display = Display(
        f"{period.dataset}-map",
        say(
            "The external borders of the members on {on}, and where events were recorded",
            "Внешние границы членов на {on} и места зафиксированных событий",
            on=shot.on,
        ),
        say(
            "Events that ended from {since} to {on} and whose place is precise enough: {n}",
            "События, закончившиеся с {since} по {on}, с достаточно точным местом: {n}",
            since=since,
            on=shot.on,
            n=_shown(marks),
        ),
        say("{name}; {source}", "{name}; {source}", name=dataset_name(shot, period.releases), source=view.notes[0]),
        say(
            "Heavy line: external land border. Circles grow with the number of events at one place.",
            "Жирная линия – внешняя сухопутная граница. Круги растут с числом событий в одном месте.",
        ),
    )
    alt = say(
        "A map of {members} members with a heavy line along their border with {neighbours} neighbours and {n} events "
        "in "
        "{places} places.",
        "Карта членов ({members}): жирная линия вдоль границы с соседями ({neighbours}), событий {n}, мест {places}.",
        members=len(view.members),
        neighbours=len({segment.neighbour for segment in view.perimeter.land}),
        n=_shown(marks),
        places=len(marks),
    )
    return [Chart(display, MAP, marks, alt, view.options())]


def _frame(region: Region) -> dict[str, Value]:
    if region.box is not None:
        return {"box": " ".join(f"{each:g}" for each in region.box)}
    if region.polygon:
        east, north = [corner[0] for corner in region.polygon], [corner[1] for corner in region.polygon]
        return {"box": f"{min(east):g} {min(north):g} {max(east):g} {max(north):g}"}
    return {"countries": " ".join(region.countries)}


def region_maps(shot: Snapshot, period: DataSetPeriod, since: date) -> list[Block]:
    """One small map for each region in which a located event was recorded."""
    view = shot.area.view
    if view is None:
        return []
    found: list[Block] = []
    for region in shot.area.regions:
        marks = _marks([each for each in period.events if region.key in each.regions])
        if not marks:
            continue
        display = Display(
            f"{period.dataset}-map-{region.key}",
            say("{region}: where events were recorded", "{region}: места зафиксированных событий", region=region.name),
            say(
                "Events that ended from {since} to {on} and whose place is precise enough: {n}",
                "События, закончившиеся с {since} по {on}, с достаточно точным местом: {n}",
                since=since,
                on=shot.on,
                n=_shown(marks),
            ),
            say("{name}; {source}", "{name}; {source}", name=dataset_name(shot, period.releases), source=view.notes[0]),
        )
        alt = say(
            "A map of {region} with {n} events in {places} places.",
            "Карта: {region}; событий {n}, мест {places}.",
            region=region.name,
            n=_shown(marks),
            places=len(marks),
        )
        found.append(Chart(display, MAP, marks, alt, view.options() | _frame(region) | {"width": SMALL}))
    return found
