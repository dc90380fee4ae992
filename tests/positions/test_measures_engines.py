"""The same expressions on several engines: DuckDB and SQLite always, Spark and Polars where they are installed."""

import sqlite3
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from secretariat.positions import measures
from secretariat.positions.rules.groups import GroupByDate
from tests.positions.records import END, SEVEN, START, Records, example

Tables = tuple[ibis.Table, ibis.Table]
AFTER_2009 = date(2010, 1, 1)


def _duckdb(records: Records, folder: Path) -> Tables:
    connection = ibis.duckdb.connect()
    return connection.create_table("rollcalls", records.rollcalls), connection.create_table("votes", records.votes)


def _sqlite(records: Records, folder: Path) -> Tables:
    # SQLite has no lists: the issues of a roll call stay behind
    path = folder / "votes.sqlite"
    tables = {"rollcalls": records.rollcalls.drop_columns(["issues"]), "votes": records.votes}
    for name, table in tables.items():
        ibis.sqlite.connect(path).create_table(name, schema=ibis.schema(table.schema))
        rows = [
            [value.isoformat() if isinstance(value, date) else value for value in row.values()]
            for row in table.to_pylist()
        ]
        with sqlite3.connect(path) as plain:
            places = ", ".join("?" * table.num_columns)
            plain.executemany(f"INSERT INTO {name} VALUES ({places})", rows)  # noqa: S608  # names of this file
        plain.close()
    connection = ibis.sqlite.connect(path)
    return connection.table("rollcalls"), connection.table("votes")


def _polars(records: Records, folder: Path) -> Tables:
    connection = ibis.polars.connect()
    return connection.create_table("rollcalls", records.rollcalls), connection.create_table("votes", records.votes)


def _pyspark(records: Records, folder: Path) -> Tables:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    connection = ibis.pyspark.connect(builder.config("spark.sql.session.timeZone", "UTC").getOrCreate())
    found = []
    for name, table in zip(Records._fields, records, strict=True):
        pq.write_table(table, folder / f"{name}.parquet")
        found.append(connection.read_parquet(folder / f"{name}.parquet", table_name=name))
    return found[0], found[1]


ENGINES = {"duckdb": _duckdb, "sqlite": _sqlite, "polars": _polars, "pyspark": _pyspark}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request, tmp_path_factory) -> tuple[str, Tables]:
    """The roll calls of 2010 and 2011 on an engine."""
    name = request.param
    if name in {"polars", "pyspark"} and find_spec(name) is None:
        pytest.skip(f"{name} is not installed here")
    records = example()
    recent = pc.greater_equal(records.rollcalls["date"], pa.scalar(AFTER_2009))
    rollcalls = records.rollcalls.filter(recent)
    votes = records.votes.filter(pc.is_in(records.votes["rollcall"], value_set=rollcalls["rollcall"].combine_chunks()))
    return name, ENGINES[name](Records(rollcalls, votes), tmp_path_factory.mktemp(name))


def ballots(tables: Tables) -> tuple[ibis.Table, ibis.Table]:
    rollcalls, votes = tables
    chosen = measures.selected(rollcalls, start=START, end=END)
    return chosen, measures.ballots(votes.join(chosen.select("rollcall", "date", "session"), "rollcall"))


def test_cohesion_and_pairs(engine):
    chosen, cast = ballots(engine[1])
    own = measures.of_group(cast, SEVEN)
    [cohesion] = measures.cohesion(measures.divisions(own)).to_pyarrow().to_pylist()
    assert (chosen.count().to_pyarrow().as_py(), cohesion["used"]) == (187, 186)
    rounded = [round(cohesion[name], 4) for name in ("agreement_index", "rice", "unanimous")]
    assert rounded == [0.8643, 0.9639, 0.6559]
    pairs = measures.pairs(own).to_pyarrow().to_pylist()
    means = {name: sum(row[name] for row in pairs) / 21 for name in ("exact", "linear", "pi")}
    assert {name: round(value, 4) for name, value in means.items()} == {"exact": 0.8571, "linear": 0.9219, "pi": 0.4816}
    assert measures.panel(own).places.shape == (186, 7)


def test_the_whole_membership_and_contested_votes(engine):
    chosen, _ = ballots(engine[1])
    [whole] = measures.cohesion(measures.assembly(chosen)).to_pyarrow().to_pylist()
    assert round(whole["agreement_index"], 4) == 0.7537
    contested = measures.selected(chosen, min_minority=0.25, paragraphs=False)
    by_hand = 0
    for row in example().rollcalls.to_pylist():
        totals = row["yes"], row["abstain"], row["no"]
        minority = 1 - max(totals) / sum(totals)
        by_hand += START <= row["date"] < END and minority >= 0.25 and not (row["paragraph"] or row["amendment"])
    assert contested.count().to_pyarrow().as_py() == by_hand > 0


def test_issues_on_engines_with_lists(engine):
    name, tables = engine
    if name == "sqlite":
        pytest.skip("SQLite has no lists")
    chosen, _ = ballots(tables)
    assert measures.selected(chosen, issue="hr").count().to_pyarrow().as_py() == 50


def test_splits_and_loyalty(engine):
    _, cast = ballots(engine[1])
    own = measures.of_group(cast, SEVEN)
    splits = measures.splits(measures.divisions(own)).to_pyarrow().to_pylist()
    assert len(splits) == 64
    assert round(splits[0]["agreement"], 4) == 0.1429
    loyalty = {row["state"]: (row["n"], row["agreed"]) for row in measures.loyalty(own).to_pyarrow().to_pylist()}
    assert loyalty["AM"] == (173, 147)
    assert loyalty["UZ"] == (154, 145)


def test_membership_by_date(engine):
    _, cast = ballots(engine[1])
    group = GroupByDate.from_days([(date(2010, 1, 1), SEVEN), (date(2011, 1, 1), SEVEN[:-1])])
    own = measures.of_group(cast, group)
    last = own.filter(own["state"] == "UZ")["date"].max().to_pyarrow().as_py()
    assert str(last) < "2011"
