"""What a pack may say about programmes, and how it is told when it says something else."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.decisions.rules import Status
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.programmes import models
from secretariat.programmes.actions import (
    UnableToRecordMeasurement,
    UnableToRecordOperation,
    record_measurements,
    record_phase,
)
from secretariat.programmes.queries import operation_acts, programmes
from secretariat.programmes.rules import Qualifier
from secretariat.programmes.rules.imports import Draft
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.reading import read_pack
from secretariat.sources.pack.writing import dump_pack
from tests.programmes.conftest import BASE

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROW = "- {id: M, indicator: cyber-incidents, sources: [S4], "
YEAR = "start: 2012-01-01, end: 2012-12-31, "


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW + "value: 4}", "a figure without its period"),
        (ROW + YEAR + "}", "no value, yet confirmed"),
        (ROW + YEAR + "value: 4, standing: unknown}", "a value, yet unknown"),
        (ROW + YEAR + "value: 4, qualifier: range}", "a range without its two ends"),
        (ROW + YEAR + "low: 4, high: 3, qualifier: range}", "below the lower end 4"),
        (ROW + YEAR + "low: 4, high: 5}", "two ends of what is exact"),
        (ROW + YEAR + "value: 4, unit: barrel}", "barrel is no unit of cyber-incidents"),
        (ROW + YEAR + "value: -4}", "greater than or equal to 0"),
        (ROW + YEAR + "value: .inf}", "does not fit"),
        (ROW + "start: 2012-12-31, end: 2012-01-01, value: 4}", "before the first day 2012-12-31"),
        (ROW + YEAR + "value: 4, date: 2011-01-01}", "after the day it was said, 2011-01-01"),
        (ROW + "cumulative: true, value: 4}", "a running total without a last day"),
        (ROW + YEAR + "value: 4, operation: DRILL, phase: OTHER}", "'OTHER' does not exist"),
        (ROW + YEAR + "value: 4, phase: DRILL-2011}", "is a phase of DRILL"),
        (ROW + YEAR + "value: 4, state: XX}", "XX"),
    ],
)
def test_figure_that_cannot_be_is_refused(cyber_pack, pack_tables, row, said):
    with pytest.raises(UnableToReadPack) as error:
        read_pack(cyber_pack(measurements=row + "\n"), pack_tables)
    assert "measurements.yaml:1: " in str(error.value)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("  part_of: cyber-hours\n", "cases is no unit of cyber-hours"),
        ("  units: [{unit: cases, factor: 2}]\n", "one unit twice"),
        ("  units: [{unit: dozen, factor: 0}]\n", "greater than 0"),
        ("  part_of: cyber-part\n", "parts run in a circle"),
    ],
)
def test_indicator_that_cannot_be_is_refused(cyber_pack, pack_tables, rest, said):
    part = "- id: cyber-part\n  field: cyber\n  name: {en: Part}\n  unit: cases\n  unit_name: {en: cases}\n"
    with pytest.raises(UnableToReadPack, match=said):
        read_pack(cyber_pack(indicators=BASE["indicators"] + part + rest), pack_tables)


def test_operation_of_another_field_is_refused(cyber_pack, pack_tables):
    fields = BASE["fields"] + "- {id: other, name: {en: Other}}\n"
    operations = BASE["operations"] + "- {id: ELSEWHERE, field: other, name: {en: Elsewhere}}\n"
    row = ROW + YEAR + "value: 4, operation: ELSEWHERE}\n"
    with pytest.raises(UnableToReadPack, match="ELSEWHERE belongs to the field other"):
        read_pack(cyber_pack(fields=fields, operations=operations, measurements=row), pack_tables)


@pytest.mark.django_db
def test_loading_a_dump_changes_nothing(cyber, actor, pack_tables, tmp_path):
    load_pack(actor, _small(tmp_path), pack_tables)
    dump_pack(SECRETARIAT, tmp_path / "dump", pack_tables)
    again = load_pack(actor, tmp_path / "dump", pack_tables)
    assert {name: done.added for name, done in again.items() if done.added} == {}
    assert models.Measurement.objects.get(key="TINY").value == 1e-07


def _small(tmp_path):
    """Figures whose decimals a dump must not lose."""
    folder = tmp_path / "more"
    folder.mkdir()
    rows = [ROW.replace("id: M", f"id: {key}") + YEAR + f"value: {value}}}" for key, value in VALUES.items()]
    (folder / "measurements.yaml").write_text("\n".join(rows) + "\n")
    return folder


VALUES = {"TINY": "0.0000001", "THIRD": "0.3333333333333333", "LARGE": "123456789.125", "WHOLE": "7"}


@pytest.mark.django_db
def test_plan_counts_the_commitments_of_its_decision_and_without_any_says_nothing(cyber, actor, pack_tables, tmp_path):
    plan = "{id: %s, field: cyber, title: {en: Plan}, date: 2011-01-01, decision: %s}\n"
    files = {
        "decisions": "".join(
            f"- {{id: {key}, organ: CYBER, kind: plan, title: {{en: Plan}}, date: 2011-01-01}}\n" for key in ("D", "E")
        ),
        "provisions": "- {id: P, decision: D, text: {en: Do it}, verb: decides, force: binding}\n",
        "commitments": "".join(
            f"- {{id: C-{code}, provision: P, state: {code}, title: {{en: Do it}}, kind: outcome}}\n"
            for code in ("KZ", "KG", "TJ")
        ),
        "reports": "- {id: R, commitment: C-KZ, claimed: implemented, date: 2011-06-01}\n",
        "plans": "- " + plan % ("WITH", "D") + "- " + plan % ("WITHOUT", "E"),
    }
    folder = tmp_path / "planned"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    load_pack(actor, folder, pack_tables)
    (found,) = programmes(SECRETARIAT, on=date(2012, 1, 1), known_at=NOW)
    with_some, without = found.plans
    assert [each.status for each in with_some.done] == [Status.CLAIMED]
    assert (len(with_some.commitments), without.commitments) == (3, ())


DRAFT = Draft(1, "cyber-incidents", date(2012, 1, 1), date(2012, 12, 31), "S4", 12.0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"indicator": "cyber-rain"}, "there is no indicator cyber-rain"),
        ({"unit": "barrel"}, "barrel is no unit of cyber-incidents, expected one of cases, thousand"),
        ({"source": "S99"}, "there is no source S99"),
        ({"value": None}, "without a value the standing is unknown"),
        ({"qualifier": Qualifier.RANGE}, "a range has two ends"),
        ({"start": None}, "the first and the last day of its period"),
    ],
)
def test_figure_that_does_not_fit_is_not_recorded(cyber, actor, changes, said):
    before = models.Measurement.objects.count()
    with pytest.raises(UnableToRecordMeasurement, match=said):
        record_measurements(actor, drafts=[DRAFT, replace(DRAFT, **changes)])
    assert models.Measurement.objects.count() == before


@pytest.mark.django_db
def test_correction_needs_something_to_correct(cyber, actor):
    with pytest.raises(UnableToRecordMeasurement, match="there is nothing to correct"):
        record_measurements(actor, drafts=[], corrections=[DRAFT])


@pytest.mark.django_db
def test_phase_is_recorded_once_it_is_over(cyber, actor):
    days = ImpreciseDate.parse("2025-03-01/2025-03-05")
    name = LocalizedText("Drill 2025", "Учение 2025")
    record_phase(actor, key="DRILL-2025", operation="DRILL", days=days, name=name, participants=("KZ",))
    now = datetime.now(UTC)
    assert operation_acts(SECRETARIAT, on=now.date(), known_at=now)[-1].participants == ("KZ",)
    with pytest.raises(UnableToRecordOperation, match="there is no operation TRILL"):
        record_phase(actor, key="x", operation="TRILL", days=days)
    with pytest.raises(UnableToRecordOperation, match="has not come yet"):
        record_phase(actor, key="x", operation="DRILL", days=ImpreciseDate.parse("2999"))
