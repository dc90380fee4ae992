"""A field of work that is only data gets its pages, its chapter, its import and its checks."""

import json
from datetime import UTC, date, datetime

import pytest
import typer
from typer.testing import CliRunner

from secretariat.access.rules import SECRETARIAT
from secretariat.cli import measurements as import_command
from secretariat.cli import programmes as programmes_command
from secretariat.kernel import Standing
from secretariat.programmes.queries import programmes
from secretariat.programmes.rules import FindingKind
from secretariat.review.queries import Snapshot
from secretariat.review.render.charts import draw
from secretariat.review.rules.blocks import Chart, Heading, Table, figures_of
from secretariat.review.sections import programmes as chapter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cyber")]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
ON = date(2013, 12, 31)


def run(*arguments):
    app = typer.Typer()
    app.callback()(lambda: None)
    programmes_command.add_to(app)
    import_command.add_to(app)
    return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_has_its_pages(client, language):
    listed = client.get(f"/programmes?on=2013-12-31&lang={language}").content.decode()
    page = client.get(f"/programmes/cyber?on=2013-12-31&lang={language}")
    assert page.status_code == 200
    words = ("Cyber incidents", "Incidents handled") if language == "en" else ("Компьютерные инциденты", "Обработано")
    assert words[0] in listed
    assert all(word in page.content.decode() for word in words)
    assert "<svg" in page.content.decode()


def test_its_page_says_nothing_that_was_not_known(client):
    early = client.get("/programmes/cyber.json?on=2012-06-30&known_at=2012-06-30").json()["programme"]
    late = client.get("/programmes/cyber.json?on=2013-12-31").json()["programme"]
    assert "M2011-other" not in json.dumps(early)
    assert early["findings"] == []
    assert {each["kind"] for each in late["findings"]} == {"sources_disagree", "missing_periods"}


def test_it_has_its_checks_and_what_they_name_is_disputed():
    (found,) = programmes(SECRETARIAT, on=ON, known_at=NOW)
    contradiction, missing = found.findings
    assert (contradiction.kind, contradiction.rows) == (FindingKind.SOURCES_DISAGREE, ("M2011", "M2011-other"))
    assert missing.kind is FindingKind.MISSING_PERIODS
    standings = {each.key: each.basis.standing for each in found.measurements}
    assert standings == {
        "M2010": Standing.CONFIRMED,
        "M2011": Standing.DISPUTED,
        "M2011-other": Standing.DISPUTED,
    }


def test_it_has_its_part_of_the_chapter():
    shot = Snapshot(SECRETARIAT, ON, NOW)
    blocks = chapter.blocks(shot, None, date(2011, 1, 1))
    assert [block.title.en for block in blocks if isinstance(block, Heading)] == [
        "Cyber incidents – Council on incidents"
    ]
    keys = [block.display.key for block in blocks if isinstance(block, Table | Chart)]
    assert keys == [f"programmes-cyber{tail}" for tail in ("-findings", "", "-latest", "-operations")]
    (chart,) = (block for block in blocks if isinstance(block, Chart))
    assert "<svg" in draw(chart, "en")
    assert "Обработано" in draw(chart, "ru")
    names = {}
    for block in blocks:
        for figure in figures_of(block):
            assert names.setdefault(figure.name, figure) == figure
            assert figure.trace.rows or figure.value == 0
    assert names["cyber-contradictions"].value == 1
    assert names["m2010-measured"].trace.sources == ("S1",)


def test_chapter_is_empty_before_anything_was_known():
    shot = Snapshot(SECRETARIAT, date(2009, 1, 1), datetime(2009, 1, 1, tzinfo=UTC))
    assert chapter.blocks(shot, None, date(2008, 1, 1)) == []
    assert chapter.figures(shot) == []


def test_command_answers_with_latest_trend_and_findings():
    (field,) = json.loads(run("programmes", "--on", "2013-12-31", "--json").stdout)
    incidents = next(each for each in field["indicators"] if each["id"] == "cyber-incidents")
    assert (field["id"], field["council"]["id"], field["operations"][0]["id"]) == ("cyber", "CYBER", "DRILL")
    assert (incidents["trend"], incidents["judgement"]) == ("fell", "better")
    assert [each["id"] for each in incidents["latest"]["values"]] == ["M2011", "M2011-other"]
    assert incidents["missing_periods"] == [
        {"start": "2012-01-01", "end": "2012-12-31"},
        {"start": "2013-01-01", "end": "2013-12-31"},
    ]


def test_command_names_a_field_that_is_not_there():
    result = run("programmes", "--on", "2013-12-31", "--field", "space")
    assert (result.exit_code, "no field of work space" in result.output) == (2, True)


def test_its_figures_can_be_imported(tmp_path):
    table = tmp_path / "incidents.csv"
    table.write_text("indicator,period,value,unit,source\ncyber-incidents,2012,1.2,thousand,S4\n")
    assert run("import", "measurements", table, "--field", "cyber", "--yes").exit_code == 0
    (found,) = programmes(SECRETARIAT, on=date(2030, 1, 1), known_at=datetime(2030, 1, 1, tzinfo=UTC))
    imported = next(each for each in found.measurements if each.period.start == date(2012, 1, 1))
    assert imported.bounds is not None
    assert (imported.bounds.low, imported.basis.standing) == (1200.0, Standing.REPORTED)
