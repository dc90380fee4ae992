"""Maps: the same bytes for the same picture, names that can be read, and what must be said about boundaries."""

import re
from xml.etree import ElementTree as ET

import pytest

from secretariat.kernel import LocalizedText
from secretariat.review.render.charts import frame
from secretariat.review.render.maps import MAP, draw_map_block
from secretariat.review.rules.blocks import Chart, Display, say
from secretariat.watch.measures.boundaries import Attribution, attributed
from secretariat.watch.measures.perimeter import perimeter
from secretariat.watch.queries.geometry import UNSTATED, boundaries_are_set_up, boundary_topology, country_name
from secretariat.watch.render import WIDTH, MapMark, Picture, draw_map
from secretariat.watch.render.labels import INK, QUIET, Name, labels

SEVEN = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
SVG = "{http://www.w3.org/2000/svg}"

needs_atlas = pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets")


@pytest.fixture(scope="module")
def picture() -> Picture:
    boundaries = attributed(boundary_topology(), [Attribution("Baikonur", "KZ")])
    return Picture(
        boundaries=boundaries,
        perimeter=perimeter(boundaries, SEVEN),
        name_of=country_name,
        alt="The external border <of seven>",
        key="perimeter",
        title="Borders & coasts",
        notes=("A source.", UNSTATED.ru),
        marks=(MapMark(68.9, 37.19, 4.0, "Имам-Сахиб <1>"),),
    )


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  # our own


@needs_atlas
def test_the_same_picture_gives_the_same_bytes(picture: Picture) -> None:
    assert draw_map(picture, "ru") == draw_map(picture, "ru")


@needs_atlas
def test_every_member_is_named_in_the_language(picture: Picture) -> None:
    for language in ("en", "ru"):
        drawn = texts(draw_map(picture, language))
        assert {country_name(code).in_language(language) for code in SEVEN} <= set(drawn)


@needs_atlas
def test_title_source_disclaimer_and_description_stand_on_the_picture(picture: Picture) -> None:
    svg = draw_map(picture, "ru")
    root = ET.fromstring(svg)  # noqa: S314  # our own
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.findtext(f"{SVG}title") == picture.alt
    drawn = texts(svg)
    assert drawn[0] == picture.title
    assert "A source." in drawn
    assert UNSTATED.ru in " ".join(drawn)


@needs_atlas
def test_identifiers_bear_the_key_of_the_picture(picture: Picture) -> None:
    svg = draw_map(picture, "en")
    assert set(re.findall(r'id="([^"]+)"', svg)) == {"perimeter-sheet"}
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) == {"perimeter-sheet"}


@needs_atlas
def test_a_picture_is_light_and_stays_on_its_sheet(picture: Picture) -> None:
    svg = draw_map(picture, "en")
    assert len(svg) < 260_000
    root = ET.fromstring(svg)  # noqa: S314  # our own
    for each in root.iter(f"{SVG}circle"):
        assert 0 <= float(each.get("cx", "nan")) <= picture.width


@needs_atlas
def test_a_region_frames_the_map_and_names_its_states(picture: Picture) -> None:
    region = Picture(picture.boundaries, picture.perimeter, country_name, "alt", chosen=frozenset({"DZ", "LY", "TN"}))
    drawn = set(texts(draw_map(region, "en")))
    assert {"Algeria", "Libya", "Tunisia"} <= drawn
    assert "Russia" not in drawn


@needs_atlas
def test_a_box_across_the_antimeridian_can_be_drawn(picture: Picture) -> None:
    svg = draw_map(
        Picture(picture.boundaries, picture.perimeter, country_name, "alt", box=(160.0, 50.0, -150.0, 72.0)), "en"
    )
    assert "Russia" in texts(svg)


@needs_atlas
def test_a_chart_of_the_kind_map_is_drawn_from_its_rows_and_options() -> None:
    digest = boundary_topology().digest
    chart = Chart(
        Display("around", say("t", "т"), say("s", "п"), say("source", "источник")),
        MAP,
        ({"lon": 68.9, "lat": 37.19, "label": LocalizedText("Imam Sahib", "Имам-Сахиб")},),
        say("alt", "описание"),
        {
            "digest": digest,
            "members": " ".join(SEVEN),
            "attributions": '[["Baikonur", "KZ", null]]',
            "boundary source": LocalizedText("Boundary data: x.", "Картографическая основа: x."),
            "point of view": UNSTATED,
            "name RU": LocalizedText("Russian Federation", "Российская Федерация"),
        },
    )
    svg = draw_map_block(chart, "ru")
    assert "Имам-Сахиб" in svg
    assert "Российская Федерация" in texts(svg)
    assert 'id="around-sheet"' in svg


def test_names_never_cover_each_other() -> None:
    names = [Name(f"State {number}", 100 + number, 100 - number, 30.0, is_member=True) for number in range(6)]
    taken: list[tuple[float, float, float, float]] = []
    drawn = labels(names, 400, 300, taken)
    assert sum(each.startswith("<text") for each in drawn) == len(taken) == 6
    for index, one in enumerate(taken):
        for other in taken[index + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_name_beside_its_place_has_a_line_that_leads_there() -> None:
    drawn = labels([Name("Liechtenstein", 100, 100, 2.0, is_member=True)], 400, 300, [])
    assert [each.split()[0] for each in drawn] == ["<path", "<text"]


def test_a_neighbour_whose_name_fits_nowhere_near_goes_unnamed() -> None:
    assert labels([Name("Far", 100, 100, 20.0, is_member=False)], 400, 300, [(0, 0, 400, 300)]) == []


def test_map_has_the_measures_and_inks_of_the_charts_beside_it():
    assert (WIDTH, INK, QUIET) == (frame.WIDTH, frame.INK, frame.QUIET)
