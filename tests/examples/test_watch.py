"""What the example pack says of the area of responsibility, and nothing too early."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import transaction

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.cli.pack import pack_tables
from secretariat.kernel import LocalizedText
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.rules import end_of
from secretariat.watch.actions import UnableToRecordFinding, propose_arrow, settle_finding
from secretariat.watch.queries.events import event_datasets, events
from secretariat.watch.queries.findings import alerts_of_series, findings, proposed, track_record
from secretariat.watch.queries.geometry import boundaries_are_set_up
from secretariat.watch.queries.tables import ALL, By, series, tabulated
from secretariat.watch.rules.signals import AlertRule, Arrow, FindingKind, Stage

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK = date(2011, 5, 31)
AT_MINSK = end_of(MINSK)
CHRONOLOGY = "events-chronology"
ACTOR = Actor("an analyst")
NOW = datetime(2026, 11, 24, 23, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(ACTOR, PACK, pack_tables())
        yield
        transaction.set_rollback(True)


def test_chronology_is_the_one_data_set_of_events():
    assert event_datasets(SECRETARIAT, known_at=AT_MINSK) == [CHRONOLOGY]
    assert event_datasets(PUBLIC, known_at=AT_MINSK) == [CHRONOLOGY]


def test_no_event_that_had_not_ended_by_the_day_is_among_the_events():
    found = events(SECRETARIAT, on=MINSK, known_at=AT_MINSK, dataset=CHRONOLOGY)
    ends = found.table.column("end").to_pylist()
    assert max(ends) <= MINSK
    earlier = events(SECRETARIAT, on=date(2010, 6, 30), known_at=AT_MINSK, dataset=CHRONOLOGY)
    assert 0 < len(earlier.table) < len(ends) == 150


def test_what_became_known_later_is_not_counted_earlier():
    early = events(SECRETARIAT, on=date(2011, 12, 31), known_at=end_of(date(2010, 12, 31)), dataset=CHRONOLOGY)
    assert max(early.table.column("end").to_pylist()) <= date(2010, 12, 31)


def test_events_of_a_period_touch_it():
    found = events(SECRETARIAT, on=MINSK, known_at=AT_MINSK, dataset=CHRONOLOGY, start=date(2010, 12, 10), end=MINSK)
    rows = found.table.to_pylist()
    assert rows
    assert all(row["end"] >= date(2010, 12, 10) and row["start"] <= MINSK for row in rows)


def test_data_set_that_nobody_added_has_no_events():
    assert events(SECRETARIAT, on=MINSK, known_at=AT_MINSK, dataset="ucdp-ged") is None


def test_regions_of_countries_are_counted_by_the_country_that_the_source_names():
    found = tabulated(
        SECRETARIAT,
        on=MINSK,
        known_at=AT_MINSK,
        dataset=CHRONOLOGY,
        by=By.REGION,
        first=date(2009, 1, 1),
        last=MINSK,
    )
    assert "AF" in {code for region in found.regions for code in region.countries}
    table = events(SECRETARIAT, on=MINSK, known_at=AT_MINSK, dataset=CHRONOLOGY).table.to_pylist()
    for region in found.regions:
        if region.countries:
            assert found.counts.of(region.key).sum() == sum(row["country"] in region.countries for row in table)


@pytest.mark.skipif(not boundaries_are_set_up(), reason="the boundary data are not set up: run make assets")
def test_every_event_is_near_a_segment_elsewhere_or_not_locatable_and_none_is_lost():
    found = tabulated(
        SECRETARIAT,
        on=MINSK,
        known_at=AT_MINSK,
        dataset=CHRONOLOGY,
        by=By.SEGMENT,
        first=date(2009, 1, 1),
        last=MINSK,
    )
    rows = found.placed.table.to_pylist()
    assert len(rows) == found.counts.events.sum() + found.elsewhere + sum(found.unlocated.values())
    vague = sum(row["place_precision"] in {"admin1", "country", "unknown"} for row in rows)
    assert found.unlocated["imprecise"] == vague
    assert found.counts.of("TJ-AF").sum() > 0


def test_afghan_series_ends_with_the_last_month_that_had_ended():
    (found,) = series(SECRETARIAT, on=MINSK, known_at=AT_MINSK)
    assert (found.region, found.unit) == ("afghanistan", "deaths")
    assert (str(found.months[0]), str(found.months[-1])) == ("1990-01", "2011-05")
    (earlier,) = series(SECRETARIAT, on=date(2011, 5, 30), known_at=AT_MINSK)
    assert str(earlier.months[-1]) == "2011-04"


def test_alert_of_a_month_that_stood_out():
    found = series(SECRETARIAT, on=date(2014, 11, 30), known_at=NOW)
    (alert,) = alerts_of_series(found)
    assert (alert.unit, alert.month) == ("afghanistan", "2014-11")
    assert AlertRule.FARRINGTON in {met.rule for met in alert.rules}
    assert alerts_of_series(series(SECRETARIAT, on=MINSK, known_at=AT_MINSK)) == []


def test_back_test_says_how_many_alerts_were_followed_out_of_how_many():
    (found,) = series(SECRETARIAT, on=date(2024, 4, 30), known_at=NOW)
    tested = track_record(found.values, found.months)
    assert tested.record.judged == len(found.months) - 61 - 3
    assert tested.record.alerts == tested.record.followed + tested.record.false_alarms > 0
    assert (tested.first, tested.last) == ("1995-02", "2024-04")


def test_no_rule_is_applied_to_a_chronology():
    found = tabulated(
        SECRETARIAT,
        on=MINSK,
        known_at=AT_MINSK,
        dataset=CHRONOLOGY,
        by=By.REGION,
        first=date(2009, 1, 1),
        last=MINSK,
    )
    stated = proposed(found)
    assert (stated.month, stated.arrows, stated.changes, stated.alerts) == ("2011-05", {}, {}, ())


def test_arrow_is_proposed_once_and_settled_with_a_reason():
    today = date(2026, 11, 24)
    with transaction.atomic():
        propose_arrow(
            ACTOR, key="arrow-1", unit="TJ-AF", month="2011-05", arrow=Arrow.UNCHANGED, dataset=CHRONOLOGY, on=today
        )
        with pytest.raises(UnableToRecordFinding, match="proposed already"):
            propose_arrow(
                ACTOR, key="arrow-2", unit="TJ-AF", month="2011-05", arrow=Arrow.IMPROVED, dataset=CHRONOLOGY, on=today
            )
        subject = ("TJ-AF", ALL, "2011-05", FindingKind.ARROW, CHRONOLOGY)
        with pytest.raises(UnableToRecordFinding, match="needs a reason"):
            settle_finding(ACTOR, key="s-1", subject=subject, stage=Stage.CONFIRMED, reason=LocalizedText(), on=today)
        with pytest.raises(UnableToRecordFinding, match="settles nothing"):
            settle_finding(
                ACTOR, key="s-1", subject=subject, stage=Stage.PROPOSED, reason=LocalizedText("x", "х"), on=today
            )
        with pytest.raises(UnableToRecordFinding, match="nothing was proposed"):
            settle_finding(
                ACTOR,
                key="s-1",
                subject=("KG-CN", ALL, "2011-05", FindingKind.ARROW, CHRONOLOGY),
                stage=Stage.CONFIRMED,
                reason=LocalizedText("x", "х"),
                on=today,
            )
        reason = LocalizedText("Two of the three events are one.", "Два из трёх событий – одно и то же.")
        settle_finding(ACTOR, key="s-1", subject=subject, stage=Stage.REJECTED, reason=reason, on=today)
        (found,) = findings(SECRETARIAT, on=today, known_at=datetime.now(UTC))
        assert [act.stage for act in found.acts] == [Stage.PROPOSED, Stage.REJECTED]
        assert found.last.reason == reason
        transaction.set_rollback(True)
