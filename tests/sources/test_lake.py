"""The lake: snapshots that never change, at addresses that say what they were made of."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pytest

from secretariat.sources import lake
from secretariat.sources.lake import Importer, Quarantine, Reading
from secretariat.sources.rules import address_of

SCHEMA = pa.schema([("rollcall", pa.string()), ("yes", pa.int16())])


def read_lines(path: Path, options: Mapping[str, str]) -> Reading:
    """Lines such as ``5146 134``: a roll call and its votes in favour."""
    quarantine = Quarantine(path.name)

    def batches() -> Iterator[pa.RecordBatch]:
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            rollcall, _, yes = line.partition(" ")
            if not yes.isdigit():
                quarantine.put(number, "yes", repr(yes), "a whole number", line)
                continue
            yield pa.record_batch({"rollcall": [rollcall], "yes": pa.array([int(yes)], pa.int16())}, schema=SCHEMA)

    return Reading({"totals": pa.RecordBatchReader.from_batches(SCHEMA, batches())}, quarantine)


TOTALS = Importer("totals", 1, "unga-totals", read_lines, options=("until",))


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    path = tmp_path / "votes.txt"
    path.write_text("5146 134\n5147 150\n")
    return path


def imported(path: Path, dataset: str, **more) -> lake.Stored:
    return lake.import_snapshot(TOTALS, path, dataset=dataset, options={}, **more)


def test_a_snapshot_holds_what_the_file_says(votes: Path):
    stored = imported(votes, "holds")
    assert stored.rows == {"totals": 2}
    assert lake.table("holds", stored.address, "totals").to_pyarrow().to_pylist() == [
        {"rollcall": "5146", "yes": 134},
        {"rollcall": "5147", "yes": 150},
    ]
    facts = {"importer": "totals", "importer_version": 1, "source_sha256": lake.sha256_of(votes)}
    assert facts.items() <= stored.facts.items()


def test_the_same_file_twice_changes_nothing(votes: Path):
    first = imported(votes, "twice")
    before = {path: path.stat().st_mtime_ns for path in first.folder.iterdir()}
    assert imported(votes, "twice") == first
    assert {path: path.stat().st_mtime_ns for path in first.folder.iterdir()} == before


def test_the_address_is_of_everything_that_decides_what_is_read():
    one = {"sha256": "0" * 64, "importer": "totals", "version": 1, "options": {}}
    others = [one | {"sha256": "1" * 64}, one | {"importer": "t"}, one | {"version": 2}, one | {"options": {"a": "1"}}]
    assert len({address_of(**each) for each in (one, *others)}) == 5
    assert address_of(**one | {"options": {"a": "1", "b": "2"}}) == address_of(
        **one | {"options": {"b": "2", "a": "1"}}
    )


def test_lines_that_fit_no_row_are_put_aside_and_counted(votes: Path):
    votes.write_text("5146 134\n5147 many\n5148 few\n")
    stored = imported(votes, "aside")
    assert (stored.rows, stored.quarantined) == ({"totals": 1}, 2)
    assert stored.facts["first_quarantined"][0] == "votes.txt:2: yes: 'many', expected a whole number"


def test_only_the_first_of_many_lines_are_kept_and_all_are_counted():
    quarantine = Quarantine("votes.txt")
    for line in range(1, 2_001):
        quarantine.put(line, "yes", "'?'")
    assert (quarantine.count, len(quarantine.shown)) == (2_000, 1_000)


@pytest.mark.parametrize("there_before", [False, True])
def test_a_file_that_must_be_whole_is_refused_and_leaves_nothing_new(votes: Path, there_before: bool):
    votes.write_text("5146 134\n5147 many\n")
    dataset = f"whole-{there_before}"
    if there_before:
        imported(votes, dataset)
    with pytest.raises(lake.PutAside) as refused:
        imported(votes, dataset, whole=True)
    assert [problem.line for problem in refused.value.quarantine.shown] == [2]
    assert bool([each for each in lake.snapshots() if each[0] == dataset]) is there_before


def test_an_import_that_breaks_off_leaves_no_snapshot(votes: Path, lake_folder: Path):
    def broken(path: Path, options: Mapping[str, str]) -> Reading:
        def batches() -> Iterator[pa.RecordBatch]:
            yield pa.record_batch({"rollcall": ["1"], "yes": pa.array([1], pa.int16())}, schema=SCHEMA)
            raise KeyboardInterrupt

        return Reading({"totals": pa.RecordBatchReader.from_batches(SCHEMA, batches())}, Quarantine(path.name))

    with pytest.raises(KeyboardInterrupt):
        lake.import_snapshot(Importer("broken", 1, "x", broken), votes, dataset="broken", options={})
    assert not (lake_folder / "broken").exists()
    assert list((lake_folder / ".incoming").iterdir()) == []


def test_two_releases_stand_in_one_expression(votes: Path, tmp_path: Path):
    later = tmp_path / "later.txt"
    later.write_text("5146 135\n")
    old, new = (lake.table("two", imported(path, "two").address, "totals") for path in (votes, later))
    changed = old.join(new, "rollcall").filter(lambda both: both.yes != both.yes_right)
    assert changed.select("rollcall", "yes", "yes_right").to_pyarrow().to_pylist() == [
        {"rollcall": "5146", "yes": 134, "yes_right": 135}
    ]


def test_damage_is_found(votes: Path):
    stored = imported(votes, "damage")
    assert lake.verify("damage", stored.address) == []
    path = stored.file("totals")
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert [damage.file for damage in lake.verify("damage", stored.address)] == [
        f"damage/{stored.address}/totals.parquet"
    ]
    path.unlink()
    assert lake.verify("damage", stored.address)[0].wrong == "is missing"
    assert lake.remove("damage", stored.address)
    assert not lake.remove("damage", stored.address)
    assert lake.verify("damage", stored.address)[0].wrong == "is not in the lake"


def test_what_is_not_there_is_said_plainly(votes: Path):
    stored = imported(votes, "plainly")
    with pytest.raises(lake.UnableToReadLake, match="has no table votes, expected one of totals"):
        lake.table("plainly", stored.address, "votes")
    with pytest.raises(lake.UnableToReadLake, match="the lake holds no snapshot"):
        lake.table("plainly", "0" * 64, "totals")


@pytest.mark.parametrize("name", ["../outside", "", ".incoming", "a/b", "sources", "downloads"])
def test_no_name_leads_out_of_the_lake(name: str):
    with pytest.raises(lake.UnableToStore):
        lake.stored(name, "0" * 64)


def test_an_engine_that_does_not_exist_is_named(settings):
    settings.LAKE_ENGINE = "abacus"
    with pytest.raises(lake.UnableToReadLake, match="'abacus' is not supported, expected one of duckdb, pyspark"):
        lake.connection()


def test_several_files_have_the_hash_of_their_list(tmp_path: Path):
    for name, text in (("b.txt", "2"), ("a.txt", "1")):
        (tmp_path / name).write_text(text)
    pair = Importer("pair", 1, "x", read_lines, parts=lambda path: (path / "b.txt", path / "a.txt"))
    listed = "".join(sorted(f"{lake.sha256_of(tmp_path / name)}  {name}\n" for name in ("a.txt", "b.txt")))
    (tmp_path / "SHA256SUMS").write_text(listed)
    assert lake.source_sha256(pair, tmp_path) == lake.sha256_of(tmp_path / "SHA256SUMS")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b\n1,2\0\n", "rows.csv:2: a NUL byte"),
        (b"a,b\n\xff,2\n", "rows.csv:2: the byte 0xff is not UTF-8"),
        (b'a,b\n"1,2\n', "rows.csv:2: unexpected end of data"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_line(tmp_path: Path, content: bytes, message: str):
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(lake.UnableToImport, match=message):
        list(lake.rows_of(path))


def test_rows_have_the_number_of_their_first_line(tmp_path: Path):
    path = tmp_path / "rows.csv"
    path.write_bytes(b'\xef\xbb\xbfa,b\n\n"1\n2",3\n4,5\n')
    assert list(lake.rows_of(path)) == [(1, ["a", "b"]), (3, ["1\n2", "3"]), (5, ["4", "5"])]


@pytest.mark.parametrize("text", ["2011-5-31", "2011-02-30", "２０１１-05-31", "20110531", ""])
def test_a_day_is_written_in_one_way(text: str):
    with pytest.raises(lake.WrongCell):
        lake.day_in("date", text)


@pytest.mark.parametrize("text", ["1.0", "١٢", " 1", "1e3", "12345678901"])
def test_a_number_is_written_in_one_way(text: str):
    with pytest.raises(lake.WrongCell):
        lake.number_in("yes", text)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # pyspark leaves its sockets to the collector and calls pandas as of old
def test_the_second_engine_answers_the_same(votes: Path, settings):
    pytest.importorskip("pyspark", reason="the extra spark is not installed")
    stored = imported(votes, "engines")

    def total() -> int:
        rows = lake.table("engines", stored.address, "totals")
        return int(rows.filter(rows.yes > 100).yes.sum().to_pyarrow().as_py())

    here = total()
    settings.LAKE_ENGINE = "pyspark"
    assert total() == here == 284
