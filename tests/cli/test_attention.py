"""``secretariat watch table`` gives shares of media volume with both counts; ``watch alerts`` judges none of them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from secretariat.audit.rules import Actor
from secretariat.cli import alerts, events
from secretariat.cli import watch as watch_command
from secretariat.cli.pack import pack_tables
from secretariat.sources.pack.loading import load_pack
from secretariat.watch.queries import counted as counting
from secretariat.watch.queries.geometry import boundaries_are_set_up
from tests.watch.reports import IMAM_SAHIB, KARABAKH, MOSUL, NOWHERE, pack, sheet

pytestmark = pytest.mark.django_db
TOLD = [("20110310", MOSUL), *[("20110510", IMAM_SAHIB)] * 3, ("20110512", KARABAKH), ("20110513", NOWHERE)]
MONTHS = ("--from", "2011-03-01", "--to", "2011-05-31")


def run(*arguments: object) -> Result:
    app = typer.Typer()
    watch_command.add_to(app)
    events.add_to(app)
    alerts.add_to(app)
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture(autouse=True)
def reports(make_pack: Callable[..., Path], actor: Actor) -> None:
    load_pack(actor, make_pack(**pack(sheet(TOLD))), pack_tables())


def _table(*more: str) -> dict[str, Any]:
    return dict(json.loads(run("watch", "table", "--by", "region,month", *MONTHS, "--json", *more).stdout))


@pytest.mark.parametrize("block", [500_000, 2])
def test_shares_stand_beside_both_counts_however_the_rows_are_read(monkeypatch: pytest.MonkeyPatch, block: int):
    monkeypatch.setattr(counting, "BLOCK", block)
    found = _table()
    assert found["measured"] == "attention"
    rows = {(row["unit"], row["month"]): row for row in found["rows"]}
    assert rows["afghanistan", "2011-05"] == {
        "unit": "afghanistan",
        "month": "2011-05",
        "reports": 3,
        "all_reports": 5,
        "share": 0.6,
    }
    assert rows["iraq", "2011-03"]["share"] == 1
    assert ("iraq", "2011-05") not in rows, "a share of nought is left out"


def test_month_of_which_the_source_has_no_row_is_unknown_and_not_left_out():
    found = _table()
    april = [row for row in found["rows"] if row["month"] == "2011-04"]
    assert [(row["unit"], row["reports"], row["all_reports"], row["share"]) for row in april] == [
        ("afghanistan", None, 0, None),
        ("iraq", None, 0, None),
    ]


@pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets")
def test_each_month_says_what_became_of_all_its_reports():
    may = _table()["months"][-1]
    assert may == {
        "month": "2011-05",
        "all_reports": 5,
        "in_units": 3,
        "elsewhere": 0,
        "not_locatable": {"no_coordinates": 1, "imprecise": 0, "place_conflict": 1},
    }


def test_csv_has_no_column_of_events_or_deaths():
    text = run("watch", "table", "--by", "region,month", *MONTHS, "--csv").stdout
    header, *rows = csv.reader(io.StringIO(text))
    assert header == ["unit", "month", "reports", "all_reports", "share"]
    assert ["afghanistan", "2011-05", "3", "5", "0.6"] in rows
    assert ["afghanistan", "2011-04", "", "0", ""] in rows


def test_table_for_people_prints_the_denominators():
    said = run("watch", "table", "--by", "region,month", *MONTHS).stdout
    assert "no count of events" in said
    assert "All reports of the months" in said
    assert "unknown" in said
    assert "deaths" not in said


def test_alerts_of_attention_are_refused_with_the_reason():
    found = run("watch", "alerts", "--as-of", "2011-06-15", "--by", "region,month", "--known-at", "2100-01-01")
    assert found.exit_code == 2
    assert "gdelt measures what the media report and counts no events" in found.output
