"""The perimeter by topology: what is external, internal, coast, and what is no border at all."""

from pathlib import Path

import numpy as np
import pytest

from secretariat.watch.measures.boundaries import Attribution, Boundaries, attributed, covers, polygon_of, shape_of
from secretariat.watch.measures.perimeter import Perimeter, SegmentKind, cut, length_km, perimeter, without_seam
from secretariat.watch.measures.topology import Topology, UnableToReadBoundaries, read_topology, state_of
from tests.watch.conftest import BAIKONUR, SEVEN

DEGREE_KM = 110.57  # a degree of latitude at the equator, WGS84


def ids(found: Perimeter) -> list[str]:
    return [segment.id for segment in found.segments]


def test_an_arc_between_member_and_other_is_a_segment_named_by_the_pair(small: Topology) -> None:
    found = perimeter(attributed(small, [Attribution("Site", "BY")]), ["AM", "BY"])
    assert ids(found) == ["BY-CN", "AM-coast", "BY-coast"]
    border = found.segments[0]
    assert (border.member, border.neighbour, border.kind) == ("BY", "CN", SegmentKind.LAND)
    assert border.km == pytest.approx(10 * DEGREE_KM, rel=1e-3)


def test_what_two_members_share_and_what_lies_inside_one_is_internal(small: Topology) -> None:
    found = perimeter(attributed(small, [Attribution("Site", "BY")]), ["AM", "BY"])
    around_site = 4 * 2 * DEGREE_KM
    assert found.internal_km == pytest.approx(10 * DEGREE_KM + around_site, rel=1e-2)


def test_a_territory_counted_to_nobody_has_a_border_with_its_surroundings(small: Topology) -> None:
    assert "BY-Site" in ids(perimeter(attributed(small, []), ["AM", "BY"]))


def test_the_antimeridian_is_no_border(small: Topology) -> None:
    found = perimeter(attributed(small, []), ["FJ"])
    (coast,) = found.segments
    assert coast.kind is SegmentKind.COAST
    outline = 2 * (length_km(np.array([[170, -10], [180, -10.0]])) + length_km(np.array([[170, -20], [180, -20.0]])))
    assert coast.km == pytest.approx(outline + 2 * 10 * DEGREE_KM, rel=1e-3)


def test_an_attribution_may_pick_one_polygon_by_a_point_in_it(small: Topology) -> None:
    found = attributed(small, [Attribution("Fiji", "TO", (-175.0, -15.0))])
    assert [area.state for area in found.areas if area.territory == "Fiji"] == ["FJ", "TO"]
    assert found.unplaced == ()


def test_an_attribution_of_what_the_data_do_not_have_is_told(small: Topology) -> None:
    lost = Attribution("Atlantis", "BY")
    assert attributed(small, [lost]).unplaced == (lost,)


def test_a_member_that_the_data_do_not_have_is_told(small: Topology) -> None:
    assert perimeter(attributed(small, []), ["AM", "XX"]).missing == ("XX",)


def test_a_line_is_cut_where_it_crosses_the_antimeridian() -> None:
    west, east = cut(np.array([[179.0, 1.0], [-179.0, 3.0]]))
    assert west.tolist() == [[179.0, 1.0], [180.0, 2.0]]
    assert east.tolist() == [[-180.0, 2.0], [-179.0, 3.0]]


def test_a_line_loses_only_what_follows_the_antimeridian() -> None:
    line = np.array([[170.0, 0.0], [180.0, 0.0], [-180.0, 5.0], [-170.0, 5.0]])
    assert [piece.tolist() for piece in without_seam(line)] == [
        [[170.0, 0.0], [180.0, 0.0]],
        [[-180.0, 5.0], [-170.0, 5.0]],
    ]


@pytest.mark.parametrize(
    ("number", "name", "state"), [("643", "Russia", "RU"), (None, "Kosovo", "XK"), (None, "N. Cyprus", "N. Cyprus")]
)
def test_a_territory_goes_by_its_letters_or_by_the_name_the_data_give(
    number: str | None, name: str, state: str
) -> None:
    assert state_of(number, name) == state


@pytest.mark.parametrize("content", ["", "[]", '{"type": "Topology"}', '{"transform": 1, "arcs": [], "objects": {}}'])
def test_a_file_that_is_no_topology_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnableToReadBoundaries, match="TopoJSON"):
        read_topology(path)


def test_the_seven_of_2011_have_27_external_segments_and_their_map_length(minsk: Perimeter) -> None:
    assert len(minsk.land) == 27
    assert minsk.km(SegmentKind.LAND) == pytest.approx(20_504, abs=0.5)
    assert minsk.internal_km == pytest.approx(14_081, abs=0.5)
    assert minsk.missing == ()


def test_kaliningrad_is_an_exclave_with_two_neighbours(minsk: Perimeter) -> None:
    neighbours = {segment.neighbour for segment in minsk.land if segment.member == "RU"}
    assert {"LT", "PL"} <= neighbours


def test_the_perimeter_changes_with_membership(boundaries: Boundaries, minsk: Perimeter) -> None:
    six = perimeter(boundaries, [code for code in SEVEN if code != "UZ"])
    assert {"KG-UZ", "KZ-UZ", "TJ-UZ"} == set(ids(six)) - set(ids(minsk))
    assert {"UZ-AF", "UZ-TM"} == set(ids(minsk)) - set(ids(six))


def test_a_leased_site_left_to_itself_would_be_a_border(atlas: Topology) -> None:
    assert "KZ-Baikonur" in ids(perimeter(attributed(atlas, []), SEVEN))


def test_a_point_of_view_moves_the_border_of_one_polygon(atlas: Topology, minsk: Perimeter) -> None:
    other = perimeter(attributed(atlas, [BAIKONUR, Attribution("Russia", "UA", (34.2, 45.2))]), SEVEN)
    before, after = (next(each.km for each in found.land if each.id == "RU-UA") for found in (minsk, other))
    assert before - after == pytest.approx(147, abs=1)


def test_every_polygon_of_the_data_is_in_one_piece(atlas: Topology) -> None:
    for territory in atlas.territories:
        for rings in territory.polygons:
            if (polygon := polygon_of(atlas, rings)).is_empty:
                continue
            assert polygon.area < 360 * 180 / 2, territory.name
            assert -180 <= (polygon.bounds[0] + polygon.bounds[2]) / 2 <= 180


def test_territory_beyond_the_antimeridian_is_inside(boundaries: Boundaries) -> None:
    shape = shape_of(boundaries, ["RU"])
    # Uelen, Anadyr, Wrangel Island on both sides of 180 degrees; Nome and Reykjavik are elsewhere.
    longitudes = np.array([-169.85, 177.45, -179.4, 179.5, -165.4, -21.9])
    latitudes = np.array([66.15, 64.75, 71.2, 71.2, 64.5, 64.1])
    assert covers(shape, longitudes, latitudes).tolist() == [True, True, True, True, False, False]
