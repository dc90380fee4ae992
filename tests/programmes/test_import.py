"""Tables of others: every wrong cell by row and column, a preview before anything is recorded, twice is once."""

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.queries import audit_entries
from secretariat.cli import measurements as import_command
from secretariat.programmes import models
from secretariat.programmes.forms import DIALECTS, UnableToReadTable, read_mapping, table_rows
from secretariat.programmes.forms.cells import UnreadableCell, number_in, period_in
from secretariat.programmes.queries import indicators, measurements
from secretariat.programmes.rules import Qualifier

UN_MAP = """
dialect: semicolon
columns: {state: Country, indicator: Drug group, period: Year, value: Quantity, source: Source}
constants: {unit: cases}
values:
  indicator: {Incidents: cyber-incidents}
  state: {Kazakhstan (Republic of): KZ}
skip: {other_states: true, other_indicators: true}
"""
UN_TABLE = (
    "Region;Country;Drug group;Year;Quantity;Source\n"
    "Asia;KAZAKHSTAN (Republic of);Incidents;2012;1639,28;S4\n"
    "Asia;TAJIKISTAN;incidents;2012;1635,65;S4\n"
    "Asia;kyrgyzstan;Incidents;2012;299,36;S4\n"
    "Asia;Iran (Islamic Republic of);Incidents;2012;23128,9;S4\n"
    "Asia;Tajikistan;Khat;2012;5;S4\n"
    "Asia;Tajikistan;Incidents;2013;;S4\n"
)
COMMA = DIALECTS["comma"]


@pytest.fixture
def run(tmp_path, cyber):
    def call(content, *options, mapping=None, name="table.csv"):
        table = tmp_path / name
        if isinstance(content, bytes | str):
            table.write_bytes(content if isinstance(content, bytes) else content.encode())
        arguments = ["import", "measurements", str(table), "--field", "cyber", *options]
        if mapping is not None:
            (tmp_path / "map.yaml").write_text(mapping)
            arguments += ["--mapping", str(tmp_path / "map.yaml")]
        app = typer.Typer()
        app.callback()(lambda: None)
        import_command.add_to(app)
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    return call


def counts(result):
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    return {name: answer[name] for name in ("rows", "new", "same", "conflicting", "recorded")} | answer["skipped"]


pytestmark = pytest.mark.django_db


def test_united_nations_table_is_read_by_its_dialect_and_the_names_of_states(run):
    found = counts(run(UN_TABLE, "--json", "--yes", mapping=UN_MAP))
    assert found == {
        "rows": 6, "new": 3, "same": 0, "conflicting": 0, "recorded": 3,
        "other states": 1, "other indicators": 1, "no value": 1,
    }  # fmt: skip
    values = {each.state_id: each.value for each in models.Measurement.objects.filter(start=date(2012, 1, 1))}
    assert values == {"KZ": 1639.28, "TJ": 1635.65, "KG": 299.36}


def test_same_file_twice_changes_nothing_and_makes_one_entry_in_the_log(run):
    before = len(audit_entries(SECRETARIAT))
    assert counts(run(UN_TABLE, "--json", "--yes", mapping=UN_MAP))["recorded"] == 3
    assert counts(run(UN_TABLE, "--json", "--yes", mapping=UN_MAP)) | {"rows": 6} == {
        "rows": 6, "new": 0, "same": 3, "conflicting": 0, "recorded": 0,
        "other states": 1, "other indicators": 1, "no value": 1,
    }  # fmt: skip
    assert len(audit_entries(SECRETARIAT)) == before + 1


def test_preview_records_nothing(run):
    assert counts(run(UN_TABLE, "--json", mapping=UN_MAP))["recorded"] == 0
    assert not models.Measurement.objects.filter(start=date(2012, 1, 1)).exists()


def test_changed_figure_of_the_same_source_is_a_conflict_and_a_correction_only_on_demand(run):
    run(UN_TABLE, "--json", "--yes", mapping=UN_MAP)
    changed = UN_TABLE.replace("299,36", "399,36")
    found = run(changed, "--json", "--yes", mapping=UN_MAP)
    assert counts(found)["conflicting"] == 1
    assert counts(found)["recorded"] == 0
    (change,) = json.loads(found.stdout)["changes"]
    assert (change["row"], change["differences"]) == (
        4,
        [{"column": "value", "recorded": 299.36, "file": 399.36}],
    )
    assert counts(run(changed, "--json", "--yes", "--correct", mapping=UN_MAP))["recorded"] == 1
    now = datetime.now(UTC)
    told = measurements(SECRETARIAT, on=now.date(), known_at=now, indicators=indicators(SECRETARIAT, known_at=now))
    assert [each.value for each in told if each.state == "KG"] == [399.36]
    assert models.Measurement.objects.filter(state="KG").count() == 2
    assert counts(run(changed, "--json", "--yes", "--correct", mapping=UN_MAP))["same"] == 3


def test_figure_that_another_source_contradicts_is_new_and_says_so(run):
    table = "indicator,period,value,source\ncyber-incidents,2010,90,S4\n"
    (change,) = json.loads(run(table, "--json").stdout)["changes"]
    assert (change["kind"], change["disagrees_with"]) == ("new", ["M2010"])


def test_every_wrong_cell_is_named_with_its_row_and_column_and_nothing_is_recorded(run):
    table = (
        "indicator,state,period,value,unit,source\n"
        "cyber-incidents,KZ,2012,1,cases,S4\n"
        "cyber-incident,KZ,2012,1,cases,S4\n"
        "cyber-incidents,Atlantis,2012,1,cases,S4\n"
        "cyber-incidents,KZ,last year,one,barrels,S99\n"
    )
    result = run(table, "--yes")
    assert result.exit_code == 2
    assert [line.split(": ")[0:2] for line in result.output.splitlines()[:-1]] == [
        ["table.csv:3", "indicator"],
        ["table.csv:4", "state"],
        ["table.csv:5", "period"],
        ["table.csv:5", "source"],
        ["table.csv:5", "unit"],
        ["table.csv:5", "value"],
    ]
    assert "nothing was recorded" in result.output
    assert not models.Measurement.objects.filter(start=date(2012, 1, 1)).exists()


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("NaN", "no number"),
        ("Infinity", "no number"),
        ("1e5", "no number"),
        ("-3", "no number"),
        ("१२३", "no number"),
        ("１２", "no number"),
        ("=1+1", "formula"),
        ("@SUM(A1)", "formula"),
        ("1.234,5", "no number"),
        ("12 345", "no number"),
    ],
)
def test_cell_that_is_no_plain_number_is_refused(run, cell, said):
    result = run(f'indicator,period,value,source\ncyber-incidents,2012,"{cell}",S4\n', "--yes")
    assert result.exit_code == 2
    assert result.output.startswith("table.csv:2: value: ")
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"indicator,period,value\x00,source\n", "control character U+0000"),
        (b"indicator,period,value,source\ncyber-incidents,2012,\xff,S4\n", "byte 0xFF is not utf-8"),
        (b"indicator,indicator\na,b\n", "the same name twice"),
        (b"indicator,period,value,source\ncyber-incidents,2012\n", "2 cells"),
        (b'indicator,period,value,source\n"cyber-incidents,2012,1,S4\n', "unexpected end of data"),
        (b"period,value,source\n2012,1,S4\n", "indicator"),
    ],
)
def test_file_that_is_no_table_is_told_where(run, content, said):
    result = run(content, "--yes")
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_byte_order_mark_is_passed_over(run):
    table = b"\xef\xbb\xbfindicator,period,value,source\r\ncyber-incidents,2012,7,S4\r\n"
    assert counts(run(table, "--json", "--yes"))["recorded"] == 1


def test_signs_and_qualifiers_are_read(run):
    table = (
        "indicator,period,value,low,high,qualifier,source\n"
        "cyber-incidents,2012,>400,,,,S4\n"
        "cyber-incidents,2013,335,,,almost,S4\n"
        "cyber-incidents,2014,,10,12,,S4\n"
    )
    assert counts(run(table, "--json", "--yes"))["recorded"] == 3
    rows = models.Measurement.objects.filter(start__gte=date(2012, 1, 1)).order_by("start")
    assert [row.qualifier for row in rows] == ["more_than", "almost", "range"]


def test_one_series_twice_in_a_file_names_the_first_row(run):
    table = "indicator,period,value,source\ncyber-incidents,2012,1,S4\ncyber-incidents,2012,2,S4\n"
    result = run(table, "--yes")
    assert "table.csv:3: value: the same series, period and source as row 2" in result.output


def workbook(path: Path, rows) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def test_workbook_is_read_with_its_rows(run, tmp_path):
    rows = [["indicator", "period", "value", "source"], ["cyber-incidents", 2012, 1639.28, "S4"], [None] * 4]
    workbook(tmp_path / "table.xlsx", [*rows, ["cyber-incidents", "2013", 12, "S4"]])
    assert counts(run(None, "--json", "--yes", name="table.xlsx"))["recorded"] == 2


def test_formula_in_a_workbook_is_refused_with_its_cell(run, tmp_path):
    workbook(
        tmp_path / "table.xlsx", [["indicator", "period", "value", "source"], ["cyber-incidents", 2012, "=1+1", "S4"]]
    )
    result = run(None, "--yes", name="table.xlsx")
    assert result.output.startswith("table.xlsx:2: value: a formula, expected a value")


def test_text_file_with_the_ending_of_a_workbook_is_no_workbook(run):
    result = run("indicator,period\n", "--yes", name="table.xlsx")
    assert (result.exit_code, "is no workbook" in result.output) == (2, True)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("columns: {weight: Quantity}\n", "map.yaml:1"),
        ("columns: {value: Quantity}\nsum: true\n", "sum"),
        ("- a\n", "is no mapping"),
        ("columns: &a {value: b}\n", "anchor"),
        ("columns: {value: No such header, indicator: Drug group, source: Source}\n", "no such column"),
    ],
)
def test_mapping_with_a_mistake_is_told_where(run, mapping, said):
    result = run(UN_TABLE, "--dialect", "semicolon", mapping=mapping)
    assert result.exit_code == 2
    assert said in result.output


def test_old_table_is_known_from_the_date_of_its_source(run):
    table = "indicator,period,value,source\ncyber-incidents,2009,7,S4\n"
    mapping = "columns: {indicator: indicator, period: period, value: value, source: source}\nknown_from: source\n"
    assert counts(run(table, "--json", "--yes", mapping=mapping))["recorded"] == 1
    row = models.Measurement.objects.get(start=date(2009, 1, 1))
    assert row.known_from == datetime(2014, 2, 1, tzinfo=UTC)


def test_field_and_dialect_that_are_not_there_are_named(run):
    assert "no dialect pipes" in run("a\n", "--dialect", "pipes").output


@given(st.integers(0, 10**12), st.integers(0, 999_999))
def test_number_reads_back_in_each_dialect(whole, fraction):
    for dialect in DIALECTS.values():
        text = f"{whole}{dialect.decimal}{fraction:06}"
        assert number_in(text, dialect).value == float(f"{whole}.{fraction:06}")


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(text):
    try:
        found = number_in(text, COMMA)
    except UnreadableCell:
        return
    assert found.value >= 0
    assert found.qualifier is None or found.qualifier in set(Qualifier)


@given(st.text(max_size=12))
def test_any_text_is_a_period_or_refused(text):
    try:
        found = period_in(text)
    except UnreadableCell:
        return
    assert found.earliest <= found.latest


@given(content=st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / f"any-{os.getpid()}.csv"
    path.write_bytes(content)
    problems = None
    try:
        list(table_rows(path, COMMA))
    except UnableToReadTable as error:
        problems = error.problems
    assert problems is None or problems


@given(content=st.text(max_size=120))
def test_any_text_is_a_mapping_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / f"any-{os.getpid()}.yaml"
    path.write_text(content, encoding="utf-8", errors="surrogatepass")
    problems = None
    try:
        read_mapping(path)
    except UnableToReadTable as error:
        problems = error.problems
    assert problems is None or problems
