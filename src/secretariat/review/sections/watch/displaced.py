"""Persons displaced from the regions followed: a table, where a release of UNHCR's figures is on record."""

from secretariat.kernel import Figure, LocalizedText, Trace
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Table, say
from secretariat.review.rules.watch import DISPLACED
from secretariat.review.sections.watch.said import dataset_name
from secretariat.watch.queries.displaced import GROUPS, Displaced, FromRegion

COLUMNS = {
    "refugees": LocalizedText("Refugees", "Беженцы"),
    "asylum_seekers": LocalizedText("Asylum-seekers", "Лица, ищущие убежища"),
    "internally_displaced": LocalizedText("Internally displaced", "Внутренне перемещённые лица"),
}


def _figure(found: Displaced, row: FromRegion, group: str) -> Figure:
    release = found.release
    filters = f"origin in {' '.join(row.region.countries) or row.region.key}", f"end of {found.year}"
    trace = Trace(
        DISPLACED.name, DISPLACED.version, (release.key,), filters, (release.basis.standing,), release.basis.sources
    )
    return Figure(f"{row.region.key}-{group}".replace("_", "-"), row.persons[group], "persons", trace)


def displaced_table(shot: Snapshot) -> list[Block]:
    """Persons from each region at the end of the last year known; nothing where no source is on record."""
    found = shot.area.displaced
    if found is None or not found.regions:
        return []
    rows: list[tuple[Cell, ...]] = [
        (row.region.name, *(_figure(found, row, group) for group in GROUPS), row.unknown) for row in found.regions
    ]
    display = Display(
        "displaced",
        say("Persons displaced from the regions followed", "Перемещённые лица из отслеживаемых регионов"),
        say(
            "At the end of {year}, by state of origin",
            "На конец {year} года, по государствам происхождения",
            year=str(found.year),
        ),
        say("{name}", "{name}", name=dataset_name(shot, (found.release,))),
        say(
            "Unknown cells are those for which the source gives no number or withholds a small one; they are in no "
            "sum. A region that is no list of states is unknown: the source counts by state.",
            "Неизвестные ячейки – те, где источник числа не даёт или скрывает малое число; в суммы они не входят. "
            "Регион, заданный не перечнем государств, неизвестен: источник считает по государствам.",
        ),
    )
    columns = (
        LocalizedText("Region", "Регион"),
        *(COLUMNS[group] for group in GROUPS),
        LocalizedText("Unknown cells", "Неизвестные ячейки"),
    )
    return [Table(display, columns, tuple(rows), dense=True, alphabetical=True, widths=(1.6, 1, 1, 1.2, 0.9))]
