"""Releases of data sets: loaded with a pack, written back by a dump, seen by who may see them when they were known."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT, Mark
from secretariat.audit.rules import Actor
from secretariat.sources import lake
from secretariat.sources.actions import add_release, retract_release
from secretariat.sources.models import Release as ReleaseTable
from secretariat.sources.pack.importers import importers
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.reading import read_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import dump_pack
from secretariat.sources.queries import lake_rows, release_as_known, releases
from secretariat.sources.rules import Basis, Release

pytestmark = pytest.mark.django_db
MakePack = Callable[..., Path]
DATASET = "unga-rollcalls"
SHEET = "rollcall,date,session,BY,RU\n5111,2011-04-18,65,Y,Y\n5112,2011-05-03,65,Y,A\n5113,2011-06-17,65,N,Y\n"
SEEN = datetime(2011, 5, 31, 23, 59, tzinfo=UTC)
LATER = datetime(2012, 1, 1, tzinfo=UTC)


def row(sheet: str = SHEET, **changes: str) -> str:
    fields = {
        "id": "seven",
        "dataset": DATASET,
        "kind": "roll-call-sheet",
        "file": "data/votes.csv",
        "sha256": hashlib.sha256(sheet.encode()).hexdigest(),
        "rows_known_by": "date",
        "known_from": "2011-01-01",
    } | changes
    return "- {" + ", ".join(f"{name}: {value}" for name, value in fields.items() if value) + "}\n"


@pytest.fixture
def pack(make_pack: MakePack) -> Callable[..., Path]:
    def make(sheet: str = SHEET, rows: str = "") -> Path:
        folder = make_pack(releases=rows or row(sheet))
        (folder / "data").mkdir(exist_ok=True)
        (folder / "data" / "votes.csv").write_text(sheet)
        return folder

    return make


def problems(folder: Path, tables: tuple[PackTable, ...]) -> list[str]:
    with pytest.raises(UnableToReadPack) as refused:
        read_pack(folder, tables)
    return [str(problem) for problem in refused.value.problems]


def rollcalls(viewer, known_at: datetime) -> list[str]:
    release = release_as_known(viewer, dataset=DATASET, known_at=known_at)
    assert release is not None
    found = lake_rows(viewer, release=release, table="rollcalls", known_at=known_at)
    return sorted(found.rollcall.to_pyarrow().to_pylist())


def test_a_pack_brings_its_data_into_the_lake(pack, actor: Actor, party_tables: tuple[PackTable, ...]):
    load_pack(actor, pack(), party_tables)
    assert rollcalls(PUBLIC, LATER) == ["5111", "5112", "5113"]


def test_loading_it_again_changes_nothing(pack, actor: Actor, party_tables: tuple[PackTable, ...]):
    assert load_pack(actor, pack(), party_tables)["releases"].added == 1
    assert load_pack(actor, pack(), party_tables)["releases"].unchanged == 1


def test_rows_that_became_known_by_themselves_are_not_seen_before_their_day(
    pack, actor: Actor, party_tables: tuple[PackTable, ...]
):
    load_pack(actor, pack(), party_tables)
    assert rollcalls(PUBLIC, SEEN) == ["5111", "5112"]


def test_a_dump_writes_the_file_back_byte_for_byte(
    pack, actor: Actor, party_tables: tuple[PackTable, ...], tmp_path: Path
):
    folder = pack(rows=row(rows="{votes: 6, rollcalls: 3}", quarantined="0"))
    load_pack(actor, folder, party_tables)
    dump_pack(SECRETARIAT, tmp_path / "dump", party_tables)
    assert (tmp_path / "dump" / "data" / "votes.csv").read_bytes() == (folder / "data" / "votes.csv").read_bytes()
    assert load_pack(actor, tmp_path / "dump", party_tables)["releases"].unchanged == 1


def test_a_wrong_row_of_the_file_is_named_and_nothing_is_loaded(
    pack, actor: Actor, party_tables: tuple[PackTable, ...]
):
    sheet = SHEET.replace("5112,2011-05-03,65,Y,A", "5112,2011-05-03,65,Y,?")
    folder = pack(sheet)
    expected = [
        "data/votes.csv:3: RU: '?', expected Y, A, N, X, -, P, one of Y, A, N with > and what was intended, or nothing"
    ]
    assert problems(folder, party_tables) == expected
    with pytest.raises(UnableToReadPack):
        load_pack(actor, folder, party_tables)
    assert releases(SECRETARIAT, known_at=LATER) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"sha256": "a" * 64}, "releases.yaml:1: sha256: data/votes.csv has another hash, expected "),
        ({"file": "data/none.csv"}, "releases.yaml:1: file: there is no file data/none.csv in the pack"),
        ({"file": "../votes.csv"}, "releases.yaml:1: file: '../votes.csv' leads out of the pack"),
        ({"file": "data/votes.json"}, "releases.yaml:1: file: 'data/votes.json' would be read as rows of the pack"),
        ({"kind": "abacus"}, "releases.yaml:1: kind: 'abacus' is no importer, expected one of "),
        ({"kind": "unvotes"}, "releases.yaml:1: kind: unvotes reads several files"),
        ({"importer": "99"}, "releases.yaml:1: importer: version 99 of roll-call-sheet is not in this software"),
        ({"options": "{colour: red}"}, "releases.yaml:1: options: roll-call-sheet knows no option colour"),
        ({"rows": "{votes: 7}"}, "releases.yaml:1: rows: {'votes': 7} do not stand in data/votes.csv"),
        ({"rows_known_by": "day"}, "releases.yaml:1: rows_known_by: data/votes.csv has no column 'day'"),
        ({"quarantined": "3"}, "releases.yaml:1: quarantined: 3 lines put aside of a file of the pack"),
        ({"sha256": ""}, "releases.yaml:1: sha256: sha256 is missing"),
    ],
)
def test_what_is_wrong_with_a_release_is_said(
    pack, party_tables: tuple[PackTable, ...], changes: dict[str, str], problem: str
):
    found = problems(pack(rows=row(**changes)), party_tables)
    assert len(found) == 1
    assert found[0].startswith(problem)


def test_who_may_not_see_the_row_gets_no_data(pack, actor: Actor, party_tables: tuple[PackTable, ...]):
    load_pack(actor, pack(rows=row(mark="secretariat")), party_tables)
    assert rollcalls(SECRETARIAT, LATER) == ["5111", "5112", "5113"]
    assert release_as_known(PUBLIC, dataset=DATASET, known_at=LATER) is None
    release = release_as_known(SECRETARIAT, dataset=DATASET, known_at=LATER)
    with pytest.raises(lake.UnableToReadLake):
        lake_rows(PUBLIC, release=release, table="rollcalls", known_at=LATER)


def test_the_newest_release_that_was_known_counts(pack, actor: Actor, party_tables: tuple[PackTable, ...]):
    both = row() + row(id="corrected", known_from="2011-12-01", release="second")
    load_pack(actor, pack(rows=both), party_tables)
    assert [release.key for release in releases(PUBLIC, known_at=LATER)] == ["seven", "corrected"]
    assert release_as_known(PUBLIC, dataset=DATASET, known_at=SEEN).key == "seven"
    assert release_as_known(PUBLIC, dataset=DATASET, known_at=LATER).key == "corrected"
    assert release_as_known(PUBLIC, dataset=DATASET, known_at=datetime(2010, 1, 1, tzinfo=UTC)) is None
    assert release_as_known(PUBLIC, dataset="ucdp-ged", known_at=LATER) is None


def test_releases_take_one_query(pack, actor: Actor, party_tables: tuple[PackTable, ...], django_assert_num_queries):
    load_pack(actor, pack(rows="".join(row(id=f"release-{number}") for number in range(30))), party_tables)
    with django_assert_num_queries(1):
        assert len(releases(PUBLIC, known_at=LATER)) == 30


@pytest.fixture
def outside(tmp_path: Path) -> Release:
    path = tmp_path / "outside.csv"
    path.write_text(SHEET + "5114,2011-06-29,65,Y,Y\n")
    importer = importers()["roll-call-sheet"]
    stored = lake.import_snapshot(importer, path, dataset=DATASET, options={})
    return Release(
        key="",
        dataset=DATASET,
        kind=importer.name,
        release="June 2011",
        sha256=lake.sha256_of(path),
        importer=importer.version,
        basis=Basis(key=""),
        rows=stored.rows,
        quarantined=0,
        licence="facts",
        retrieved=date(2011, 7, 1),
        known_from=datetime(2011, 7, 1, tzinfo=UTC),
    )


def test_a_release_from_outside_is_recorded_once(outside: Release, actor: Actor):
    assert add_release(actor, outside) == ("unga-rollcalls-June-2011", True)
    assert add_release(actor, outside) == ("unga-rollcalls-June-2011", False)
    assert rollcalls(PUBLIC, LATER) == ["5111", "5112", "5113", "5114"]


def test_a_withdrawn_release_stays_known_as_it_was(outside: Release, actor: Actor):
    key, _ = add_release(actor, outside, mark=Mark.SECRETARIAT)
    retract_release(actor, key=key, known_from=datetime(2011, 8, 1, tzinfo=UTC))
    assert release_as_known(SECRETARIAT, dataset=DATASET, known_at=LATER) is None
    assert release_as_known(SECRETARIAT, dataset=DATASET, known_at=datetime(2011, 7, 15, tzinfo=UTC)).key == key
    # Nobody who could not see the release sees that it was withdrawn.
    assert {row.mark for row in ReleaseTable.objects.all()} == {Mark.SECRETARIAT.value}
    later = Release(**{name: getattr(outside, name) for name in Release.__slots__} | {"known_from": LATER})
    assert add_release(actor, later) == (f"{key}-2", True)


def test_a_withdrawal_and_what_was_added_survive_a_round_trip(
    outside: Release, actor: Actor, party_tables: tuple[PackTable, ...], tmp_path: Path
):
    key, _ = add_release(actor, outside)
    retract_release(actor, key=key, known_from=LATER)
    dump_pack(SECRETARIAT, tmp_path / "dump", party_tables)
    assert load_pack(actor, tmp_path / "dump", party_tables)["releases"].unchanged == 2
