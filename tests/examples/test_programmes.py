"""The councils of the example pack: what was published, where it contradicts itself, and nothing too early."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import typer
from django.db import transaction
from typer.testing import CliRunner

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli import programmes as programmes_command
from secretariat.cli.pack import pack_tables
from secretariat.kernel import Standing
from secretariat.kernel.plain import plain
from secretariat.programmes.queries import Programme, programme_row, programmes
from secretariat.programmes.rules import FindingKind, Weight, explained
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.rules import end_of

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK, LATER = date(2011, 5, 31), date(2022, 12, 31)
NOW = datetime(2026, 11, 24, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The pack in the register for all tests of this module; rolled back at the end, since the tables refuse DELETE."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), PACK, pack_tables())
        yield
        transaction.set_rollback(True)


def field(key: str, on: date, known_at: datetime | None = None) -> Programme:
    (found,) = programmes(SECRETARIAT, on=on, known_at=known_at or end_of(on), field=key)
    return found


def latest(programme: Programme, indicator: str) -> dict[str, Any]:
    report = next(each for each in programme.indicators if each.indicator.key == indicator)
    lead = report.latest
    assert lead is not None
    assert lead.latest.figures is not None
    (one,) = lead.latest.figures.measurements
    return {"value": one.value, "qualifier": one.qualifier.value, "period": str(one.period), "state": one.state}


def contradictions(programme: Programme) -> set[tuple[FindingKind, tuple[str, ...]]]:
    return {(each.kind, each.rows) for each in programme.findings if each.weight is Weight.CONTRADICTION}


def test_fields_and_councils_at_minsk():
    found = programmes(SECRETARIAT, on=MINSK, known_at=end_of(MINSK))
    councils = {each.field.key: each.council.key if each.council else None for each in found}
    assert councils == {"drugs": "KSOPN", "emergencies": "KSChS", "information": None, "migration": "KSBNM"}


def test_information_has_a_centre_since_2014_and_biological_security_is_known_since_2024():
    after = {each.field.key: each.council for each in programmes(SECRETARIAT, on=LATER, known_at=end_of(LATER))}
    assert after["information"] is not None
    assert after["information"].key == "CICC"
    assert "biological" not in after
    now = {each.field.key for each in programmes(SECRETARIAT, on=NOW.date(), known_at=NOW)}
    assert "biological" in now


def test_drugs_at_minsk():
    drugs = field("drugs", MINSK)
    assert latest(drugs, "drugs-seized") == {
        "value": 28.0,
        "qualifier": "almost",
        "period": "[2007-08-28, 2007-12-04)",
        "state": None,
    }
    assert contradictions(drugs) == set()
    (missing,) = drugs.findings
    assert explained(missing).en == "No figure for 5 of 8 expected periods: 2003, 2006, 2008–2010."
    (kanal,) = drugs.operations
    assert [act.key for act in kanal.acts] == [
        "KANAL-2004",
        "KANAL-2007-1",
        "KANAL-2007-2",
        "KANAL-permanent",
        "KANAL-2008-1",
        "KANAL-2008-2009",
    ]


def test_migration_at_minsk_has_the_figures_said_in_february():
    migration = field("migration", MINSK)
    found = {each.indicator: each.value for each in migration.measurements if each.value is not None}
    assert found == {
        "migration-violations": 97_000,
        "migration-entry-stay": 79_500,
        "migration-labour": 17_500,
        "migration-expelled": 12_000,
    }
    (plan,) = migration.plans
    assert (plan.plan.decision, plan.commitments) == ("DEC-2009-06-14-4", ())


def test_totals_of_kanal_contradict_each_other_from_2017_on():
    before, after = field("drugs", date(2017, 5, 24)), field("drugs", date(2017, 5, 25))
    assert contradictions(before) == set()
    assert contradictions(after) == {(FindingKind.TOTAL_FALLS, ("K-total-2015#2", "K-total-2017"))}
    standing = {each.key: each.basis.standing for each in before.measurements if each.cumulative}
    assert standing == {"K-total-2015": Standing.REPORTED}
    disputed = {each.key for each in after.measurements if each.basis.standing is Standing.DISPUTED}
    assert disputed == {"K-total-2015", "K-total-2017"}


def test_review_of_2022_knows_what_was_said_by_then():
    drugs = field("drugs", LATER)
    assert contradictions(drugs) == {
        (FindingKind.TOTAL_FALLS, ("K-total-2015#2", "K-total-2017")),
        (FindingKind.TOTAL_BELOW_PERIODS, ("K2017-2019-synthetic", "K2018-09-synthetic")),
    }
    assert latest(drugs, "drugs-seized")["value"] == 67.6
    text = json.dumps(plain(programme_row(drugs)), ensure_ascii=False)
    assert {year for year in re.findall(r"20\d\d", text) if year > "2022"} == set()
    migration = field("migration", LATER)
    assert latest(migration, "migration-violations")["value"] == 143_000


def test_headline_of_15_tonnes_stands_against_1742_kg_of_its_text():
    drugs = field("drugs", NOW.date(), NOW)
    rows = {"K2025-05-seized-headline", "K2025-05-seized-text"}
    found = [each for each in drugs.findings if set(each.rows) == rows]
    assert [(each.kind, each.weight) for each in found] == [(FindingKind.ONE_SOURCE_TWO_VALUES, Weight.CONTRADICTION)]
    values = {each.key: (each.value, each.unit) for each in drugs.measurements if each.key in rows}
    assert values == {"K2025-05-seized-headline": (15.0, "t"), "K2025-05-seized-text": (1742.0, "kg")}


def test_expulsions_of_2015_rose_against_2010():
    migration = field("migration", date(2016, 1, 1))
    report = next(each for each in migration.indicators if each.indicator.key == "migration-expelled")
    assert report.latest is not None
    assert (report.latest.latest.trend.value, report.latest.latest.judgement.value) == ("rose", "no_judgement")


def test_figures_of_one_member_are_never_taken_for_all():
    drugs = field("drugs", MINSK)
    alone = {each.key for each in drugs.measurements if each.state == "TJ"}
    assert alone == {"K2008-1-TJ-seized", "K2008-1-TJ-crimes"}


def test_years_looked_for_and_not_found_are_unknown_and_never_nought():
    drugs = field("drugs", NOW.date(), NOW)
    unknown = [each for each in drugs.measurements if each.basis.standing is Standing.UNKNOWN]
    assert len(unknown) == 12
    assert all(each.value is None and each.bounds is None for each in unknown)


def test_command_says_the_same_as_json():
    app = typer.Typer()
    app.callback()(lambda: None)
    programmes_command.add_to(app)
    result = CliRunner().invoke(app, ["programmes", "--on", "2011-05-31", "--known-at", "2011-05-31", "--json"])
    found = {each["id"]: each for each in json.loads(result.stdout)}
    assert list(found) == ["drugs", "emergencies", "information", "migration"]
    assert {each["id"] for each in found["emergencies"]["plans"]} == {"PLAN-EMERGENCIES-2012"}
    assert found["emergencies"]["plans"][0]["commitments"] is None
    assert found["drugs"]["operations"][0]["acts"][-1]["observers_qualifier"] == "more_than"
