"""The perimeter of a day as the register knows it, and a plain word where there are no boundary data."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli.pack import pack_tables
from secretariat.kernel import LocalizedText
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.queries import as_known
from secretariat.sources.rules import end_of
from secretariat.watch import models
from secretariat.watch.measures.perimeter import SegmentKind
from secretariat.watch.measures.topology import Topology, UnableToReadBoundaries
from secretariat.watch.queries.geometry import (
    UNSTATED,
    boundaries_are_set_up,
    perimeter_on,
    place_names,
    regions,
    territories,
)

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK = date(2011, 5, 31)
NOW = datetime(2026, 11, 24, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), PACK, pack_tables())
        yield
        transaction.set_rollback(True)


def test_the_perimeter_follows_the_members_of_the_day(atlas: Topology) -> None:
    view = perimeter_on(SECRETARIAT, on=MINSK, known_at=end_of(MINSK))
    assert view.members == ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
    # 20,504 km as the boundary data draw it; the example counts Crimea to Ukraine
    assert (round(view.perimeter.km(SegmentKind.LAND)), len(view.perimeter.land)) == (20_357, 27)
    before = perimeter_on(SECRETARIAT, on=date(2004, 1, 1), known_at=NOW)
    assert "UZ" not in before.members
    assert "KZ-UZ" in {segment.id for segment in before.perimeter.land}


def test_a_perimeter_is_computed_once_for_its_content(atlas: Topology) -> None:
    first = perimeter_on(SECRETARIAT, on=MINSK, known_at=NOW)
    second = perimeter_on(SECRETARIAT, on=date(2011, 6, 1), known_at=NOW)
    assert first.perimeter is second.perimeter
    assert first.surroundings() is second.surroundings()


def test_a_perimeter_takes_a_fixed_number_of_queries(atlas: Topology, django_assert_num_queries) -> None:
    with django_assert_num_queries(7):
        perimeter_on(SECRETARIAT, on=MINSK, known_at=NOW)


def test_what_is_printed_names_source_and_point_of_view(atlas: Topology) -> None:
    view = perimeter_on(SECRETARIAT, on=MINSK, known_at=end_of(MINSK))
    source, stated = view.notes
    assert "world-atlas 2.0.2" in source.en
    assert "world-atlas 2.0.2" in source.ru
    assert UNSTATED.en in stated.en
    assert UNSTATED.ru in stated.ru
    assert view.name_of("KG").ru == "Кыргызстан"
    assert view.name_of("AF") == LocalizedText("Afghanistan", "Афганистан")


def test_regions_are_those_known_by_then() -> None:
    assert [region.key for region in regions(SECRETARIAT, known_at=end_of(MINSK))] == [
        "afghanistan",
        "middle-east",
        "north-africa",
    ]
    assert regions(SECRETARIAT, known_at=datetime(2010, 1, 1, tzinfo=UTC)) == []


def test_baikonur_is_counted_to_kazakhstan_and_crimea_to_ukraine() -> None:
    baikonur, crimea = territories(SECRETARIAT, on=MINSK, known_at=end_of(MINSK))
    assert (baikonur.territory, baikonur.state, baikonur.at) == ("Baikonur", "KZ", None)
    assert (crimea.territory, crimea.state, bool(crimea.at)) == ("Russia", "UA", True)
    known = as_known(SECRETARIAT, models.Territory, end_of(date(2014, 3, 27))).filter(territory="Russia")
    assert [row.standing for row in known] == ["disputed"]


def test_karabakh_is_a_name_that_tells() -> None:
    assert [(each.name, each.state) for each in place_names(SECRETARIAT, known_at=end_of(MINSK))] == [
        ("Karabakh", "AZ")
    ]


def test_without_boundary_data_the_product_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ASSETS", str(tmp_path))
    assert not boundaries_are_set_up()
    with pytest.raises(UnableToReadBoundaries, match=r"not set up .* run: make assets"):
        perimeter_on(SECRETARIAT, on=MINSK, known_at=NOW)


@pytest.mark.parametrize(
    ("file", "row", "expected"),
    [
        ("regions", "{id: r, name: {en: R}}", "one of countries, polygon, box"),
        ("regions", "{id: r, name: {en: R}, countries: [AF], box: {west: 1, south: 1, east: 2, north: 2}}", "one of"),
        ("regions", "{id: r, name: {en: R}, polygon: [{lon: 1, lat: 1}, {lon: 2, lat: 2}]}", "three or more"),
        ("regions", "{id: r, name: {en: R}, box: {west: 1, south: 3, east: 2, north: 2}}", "south below north"),
        ("regions", "{id: r, name: {en: R}, box: {west: 181, south: 1, east: 2, north: 2}}", "180"),
        ("territories", "{id: t, territory: X, since: 2014-01-01, until: 2014-01-01}", "a later day"),
        ("place_names", "{id: n, name: X, state: az}", "A-Z"),
    ],
)
def test_a_row_that_means_nothing_is_refused(make_pack, file: str, row: str, expected: str) -> None:
    with pytest.raises(UnableToReadPack) as error:
        load_pack(Actor("test"), make_pack(**{file: f"- {row}\n"}), pack_tables())
    assert expected in "\n".join(str(problem) for problem in error.value.problems)
