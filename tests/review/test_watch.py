"""The chapter on the area of responsibility: from the chronology of the example, and from an invented census."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from secretariat.access.rules import SECRETARIAT, Mark
from secretariat.audit.rules import Actor
from secretariat.cli.pack import pack_tables
from secretariat.review.queries import Snapshot
from secretariat.review.queries.area import event_lines
from secretariat.review.rules.blocks import Block, Chart, Paragraph, Table, figures_of
from secretariat.review.sections import watch
from secretariat.review.sections.watch.displaced import displaced_table
from secretariat.sources import lake
from secretariat.sources.actions import add_release
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.rules import Basis, Release, end_of, start_of
from secretariat.watch.forms.ged import GED
from secretariat.watch.forms.unhcr import UNHCR
from secretariat.watch.queries.geometry import boundaries_are_set_up
from secretariat.watch.queries.tables import By
from secretariat.watch.rules.signals import AlertRule, Arrow

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK = date(2011, 5, 31)
SINCE = date(2010, 12, 10)
ACTOR = Actor("test")
COLUMNS = [
    "id",
    "type_of_violence",
    "where_prec",
    "where_coordinates",
    "latitude",
    "longitude",
    "country",
    "country_id",
    "date_prec",
    "date_start",
    "date_end",
    "best",
    "high",
    "low",
]

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not boundaries_are_set_up(), reason="the boundary data are not set up: run make assets"),
]


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(ACTOR, PACK, pack_tables())
        _add_census(tmp_path_factory.mktemp("ged") / "ged.csv")
        yield
        transaction.set_rollback(True)


def _add_census(path: Path) -> None:
    """One invented event a month by the Tajik border with Afghanistan for seven years, and twelve in May 2011."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        number = 0
        for year in range(2004, 2012):
            for month in range(1, 13 if year < 2011 else 6):
                for _ in range(12 if (year, month) == (2011, 5) else 1):
                    number += 1
                    day = f"{year}-{month:02}-10"
                    place = ["1", "SYNTHETIC place", "37.2", "68.7", "Afghanistan", "700"]
                    writer.writerow([number, "1", *place, "1", day, day, "3", "4", "2"])
    stored = lake.import_snapshot(GED, path, dataset="ucdp-ged", options={})
    release = Release(
        key="",
        dataset="ucdp-ged",
        kind=GED.name,
        release="SYNTHETIC",
        sha256=lake.source_sha256(GED, path),
        importer=GED.version,
        basis=Basis(""),
        rows_known_by="end",
        known_from=start_of(date(2004, 1, 1)),
    )
    add_release(ACTOR, replace(release, rows=stored.rows, quarantined=0), mark=Mark.PUBLIC)


@pytest.fixture(scope="module")
def shot() -> Snapshot:
    from datetime import UTC, datetime

    return Snapshot(SECRETARIAT, MINSK, datetime.now(UTC))


@pytest.fixture(scope="module")
def blocks(csto: None, shot: Snapshot, django_db_blocker) -> list[Block]:
    with django_db_blocker.unblock():
        return watch.blocks(shot, None, SINCE)


def _table(blocks: list[Block], key: str) -> Table:
    return next(block for block in blocks if isinstance(block, Table) and block.display.key == key)


def test_sources_are_told_apart_and_never_added_up(shot: Snapshot, blocks: list[Block]):
    assert shot.area.datasets == ["events-chronology", "ucdp-ged"]
    tables = {block.display.key for block in blocks if isinstance(block, Table)}
    assert {"events-chronology-segments", "ucdp-ged-segments"} <= tables


def test_arrow_and_alert_stand_beside_their_rule_where_counts_are_a_census(shot: Snapshot, blocks: list[Block]):
    table = _table(blocks, "ucdp-ged-segments")
    assert len(table.columns) == 6
    (row,) = table.rows
    assert row[0].en == "Tajikistan – Afghanistan"
    assert (row[1].value, row[2].value) == (17, 51)
    stated = shot.area.proposed("ucdp-ged", By.SEGMENT)
    assert stated.arrows["TJ-AF"].arrow is Arrow.DETERIORATED
    assert stated.changes["TJ-AF"].five_years == pytest.approx(11)
    rules = {met.rule for alert in stated.alerts if alert.unit == "TJ-AF" for met in alert.rules}
    assert {AlertRule.FARRINGTON, AlertRule.SURGE} <= rules


def test_chronology_gets_no_arrow(blocks: list[Block]):
    assert len(_table(blocks, "events-chronology-segments").columns) == 4
    assert len(_table(blocks, "events-chronology-regions").columns) == 4


def test_every_map_names_its_source_and_the_point_of_view(blocks: list[Block]):
    maps = [block for block in blocks if isinstance(block, Chart) and block.kind == "map"]
    assert maps
    assert all({"boundary source", "point of view"} <= block.options.keys() for block in maps)


def test_parts_of_a_period_add_up(shot: Snapshot):
    period = shot.area.period("events-chronology", SINCE)
    near = sum(event.segment is not None for event in period.events)
    vague = sum(event.unlocated is not None for event in period.events)
    elsewhere = sum(event.segment is None and event.unlocated is None for event in period.events)
    assert near + vague + elsewhere == len(period.events)


def test_every_event_behind_a_figure_is_a_row_that_can_be_opened(shot: Snapshot, blocks: list[Block]):
    keys = {row for block in blocks for figure in figures_of(block) for row in figure.trace.rows if row.count(":") == 1}
    lines = event_lines(SECRETARIAT, keys, known_at=shot.known_at)
    assert keys == lines.keys()
    assert all(line.table == "event" and line.when <= "2011-05-31" for line in lines.values())


def test_review_that_knew_nothing_of_a_release_does_not_show_it():
    early = Snapshot(SECRETARIAT, MINSK, end_of(date(2008, 1, 1)))
    period = early.area.period("events-chronology", date(2007, 1, 1))
    assert period is None or period.events == ()


def test_period_after_the_end_of_a_data_set_is_unknown_and_not_nought(shot: Snapshot):
    later = Snapshot(SECRETARIAT, date(2022, 12, 31), shot.known_at)
    found = watch.blocks(later, None, date(2022, 10, 28))
    assert not [block for block in found if isinstance(block, Table) and "chronology" in block.display.key]
    said = [
        block for block in found if isinstance(block, Paragraph) and "nothing is on record" in block.sentence.text.en
    ]
    assert [dict(each.sentence.values)["last"] for each in said] == [date(2011, 5, 31), date(2011, 5, 10)]


def _add_populations(path: Path) -> None:
    """Invented persons of two years; the last one has a withheld cell, and a later year is not over on the day."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        names = ("Year", "Country of origin (ISO)", "Country of asylum (ISO)", "Refugees under UNHCR's mandate")
        writer.writerow([*names, "Asylum-seekers", "IDPs of concern to UNHCR"])
        writer.writerows(
            [
                ["2009", "AFG", "TJK", "9000", "900", "0"],
                ["2010", "AFG", "TJK", "3000", "*", "0"],
                ["2010", "AFG", "IRN", "1000", "50", "0"],
                ["2010", "AFG", "AFG", "-", "0", "352"],
                ["2011", "AFG", "TJK", "1", "1", "1"],
            ]
        )
    stored = lake.import_snapshot(UNHCR, path, dataset="unhcr-populations", options={})
    release = Release(
        key="",
        dataset="unhcr-populations",
        kind=UNHCR.name,
        release="SYNTHETIC",
        sha256=lake.source_sha256(UNHCR, path),
        importer=UNHCR.version,
        basis=Basis(""),
        known_from=start_of(date(2011, 1, 1)),
    )
    add_release(ACTOR, replace(release, rows=stored.rows, quarantined=0), mark=Mark.PUBLIC)


def test_displaced_persons_are_shown_only_where_a_source_is_on_record(blocks: list[Block], tmp_path: Path):
    assert not [block for block in blocks if isinstance(block, Table) and block.display.key == "displaced"]
    _add_populations(tmp_path / "persons.csv")
    shot = Snapshot(SECRETARIAT, MINSK, end_of(MINSK))
    (table,) = displaced_table(shot)
    row = next(row for row in table.rows if row[0].en == "Afghanistan")
    assert [getattr(cell, "value", cell) for cell in row[1:]] == [4000, 50, 352, 2]
    assert {figure.trace.filters[-1] for figure in row[1:4]} == {"end of 2010"}
    others = [row for row in table.rows if row[0].en != "Afghanistan"]
    assert others
    assert {figure.value for row in others for figure in row[1:4]} == {None}, "unknown, not nought"
