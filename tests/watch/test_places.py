"""A place that cannot be where a source puts it is flagged, never counted."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pytest

from secretariat.watch.measures.assignment import surroundings
from secretariat.watch.measures.boundaries import Boundaries
from secretariat.watch.measures.located import COLUMNS, Locator, Unlocated, located, summary
from secretariat.watch.measures.perimeter import Perimeter
from secretariat.watch.measures.places import imprecise, named
from secretariat.watch.rules.places import PlaceName

KARABAKH = PlaceName("karabakh", "Karabakh", "AZ")
GDELT = sorted((Path(__file__).parents[3] / "shared" / "data" / "gdelt").glob("*.csv"))


@pytest.fixture(scope="module")
def locator(minsk: Perimeter, boundaries: Boundaries) -> Locator:
    return Locator(surroundings(minsk, boundaries), boundaries, (KARABAKH,), 50.0)


def batch(**columns: list[object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


@pytest.mark.parametrize(
    ("place", "is_named"),
    [
        ("Karabakh, Dagestan, Russia", True),
        ("Nagorno-Karabakh, Azerbaijan", True),
        ("KARABAKH", True),
        ("Karabakhlar, Azerbaijan", False),
        ("Қарабах", False),
        (None, False),
    ],
)
def test_a_name_is_found_as_words_of_their_own(place: str | None, is_named: bool) -> None:
    assert named(pa.array([place], pa.string()), "Karabakh").tolist() == [is_named]


def test_a_name_with_signs_of_a_pattern_is_taken_as_it_is() -> None:
    assert named(pa.array(["St. Vith (east)", "Stx Vith"]), "St. Vith (east)").tolist() == [True, False]


def test_a_name_known_in_one_state_is_not_an_event_in_another(locator: Locator) -> None:
    rows = batch(
        lon=[46.8645, 46.5833, 46.8645], lat=[42.4692, 40.0, 42.4692], place=["Karabakh, Dagestan", "Karabakh", "Gunib"]
    )
    found = located(locator, rows)
    assert found.column("unlocated").to_pylist() == [Unlocated.PLACE_CONFLICT.value, None, None]
    assert found.column("side").to_pylist() == [None, "outside", "inside"]
    assert found.column("segment").to_pylist()[0] is None


@pytest.mark.skipif(not GDELT, reason="the GDELT files are not here")
def test_all_64_rows_that_geocoding_puts_into_dagestan_are_flagged(locator: Locator) -> None:
    flagged = 0
    for path in GDELT:
        table = pa.csv.read_csv(path).select(["Long_Extra", "Lat_Extra", "ST_PR_CNTRY"])
        for rows in table.rename_columns(["lon", "lat", "place"]).to_batches():
            found = located(locator, rows).to_pydict()
            for place, reason, side in zip(found["place"], found["unlocated"], found["side"], strict=True):
                if place == "Karabakh, Dagestan, Russia":
                    assert (reason, side) == ("place_conflict", None)
                flagged += reason == "place_conflict"
    assert flagged == 64


@pytest.mark.parametrize(
    ("precision", "is_imprecise"),
    [("exact", False), ("near", False), (None, False), ("admin2", True), ("country", True), ("unknown", True)],
)
def test_a_vague_place_is_near_no_segment(precision: str | None, is_imprecise: bool) -> None:
    assert imprecise(pa.array([precision], pa.string())).tolist() == [is_imprecise]


def test_every_row_is_counted_once(locator: Locator) -> None:
    rows = batch(
        lon=[67.28, 68.9, 10.0, 67.28, None, 46.8645],
        lat=[37.22, 37.19, 50.0, 37.22, 1.0, 42.4692],
        place=["Termez", "Imam Sahib", "Fulda", "somewhere in Uzbekistan", "", "Karabakh"],
        place_precision=["exact", "exact", "exact", "country", "exact", "exact"],
    )
    found = summary(locator, [located(locator, rows)])
    assert found.rows == 6
    assert [(each.segment, each.inside, each.outside) for each in found.near] == [("TJ-AF", 0, 1), ("UZ-AF", 1, 0)]
    assert found.elsewhere == 1
    assert found.unlocated == {"no_coordinates": 1, "imprecise": 1, "place_conflict": 1}


def test_columns_are_added_and_none_is_changed(locator: Locator) -> None:
    rows = batch(event_id=["a"], lon=[67.28], lat=[37.22])
    found = located(locator, rows)
    assert found.schema.names == ["event_id", "lon", "lat", *COLUMNS.names]
    assert found.select(rows.schema.names) == rows
    assert found.column("near").to_pylist() == [True]
    assert 0 < found.column("distance_km").to_pylist()[0] < 5


@pytest.mark.parametrize("within_km", [0.0, -1.0, np.nan, np.inf])
def test_a_limit_is_a_distance(locator: Locator, within_km: float) -> None:
    with pytest.raises(ValueError, match="no distance"):
        Locator(locator.around, locator.boundaries, (), within_km)
