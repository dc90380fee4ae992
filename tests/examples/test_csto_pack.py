"""The example pack says of the real record what it is supposed to say, and nothing too early."""

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
from secretariat.cli import instrument as instrument_command
from secretariat.cli import members as members_command
from secretariat.cli.pack import pack_tables
from secretariat.decisions.queries import pace
from secretariat.decisions.rules.status import Status
from secretariat.kernel import Standing
from secretariat.organs.queries import calendar, office_holders, proposals, statements
from secretariat.parties.queries import instrument_status, treaty_acts
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import dump_pack
from secretariat.sources.queries import as_known, every_row
from secretariat.sources.rules import end_of

PACK = Path(__file__).parents[2] / "examples" / "csto"
MINSK = date(2011, 5, 31)
AT_MINSK = end_of(MINSK)
NOW = datetime(2026, 11, 24, tzinfo=UTC)
ACTOR = Actor("test")

pytestmark = pytest.mark.django_db

WITHOUT_RUSSIAN = {"PA", "ICMEC", "MC", "CICC", "BIO", "WGA"}
"""Bodies whose Russian names were not read."""
PLANS_BEYOND_2011 = {
    "CFM-2009-06-14-held",
    "CFM-2011-05-31-7",
    "DEC-2009-06-14-3",
    "DEC-2009-06-14-4",
    "PLAN-EMERGENCIES-2012",
    "PLAN-MIGRATION-2012",
    "PLAN-2011-05-31-CONSULTATIONS",
}
"""Rows known in May 2011 that name plans running to 2012."""
DATA_SETS = {"events-chronology-2009-2011", "unga-members-1992-2011", "afghanistan-state-based-deaths-1990-2024"}
"""Releases whose rows become known one by one; their names say how far they go."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@pytest.fixture(scope="module", autouse=True)
def csto(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The pack in the register for all tests of this module; rolled back at the end, since the tables refuse DELETE."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(ACTOR, PACK, pack_tables())
        yield
        transaction.set_rollback(True)


def answer(*arguments: str) -> Any:
    app = typer.Typer()
    members_command.add_to(app)
    instrument_command.add_to(app)
    result = CliRunner().invoke(app, [*arguments, "--json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def members_on(day: str) -> dict[str, dict[str, Any]]:
    return {each["state"]: each for each in answer("members", "--on", day)}


def texts(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from texts(value)
    elif isinstance(content, list):
        for value in content:
            yield from texts(value)


def localized(content: Any) -> Iterator[dict[str, str]]:
    if isinstance(content, dict):
        if set(content) <= {"en", "ru"} and content:
            yield content
        else:
            for value in content.values():
                yield from localized(value)
    elif isinstance(content, list):
        for value in content:
            yield from localized(value)


def content(table: PackTable, record: Any) -> dict[str, Any]:
    return table.as_row(record).model_dump(mode="json", exclude_defaults=True)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1993-01-01", ""),
        ("1995-01-01", "AM AZ BY GE KG KZ RU TJ UZ"),
        ("1999-05-01", "AM BY KG KZ RU TJ"),
        ("2011-05-31", "AM BY KG KZ RU TJ UZ"),
    ],
)
def test_members_are_the_parties_to_the_treaty(day, expected):
    assert list(members_on(day)) == expected.split()


def test_georgia_is_a_party_with_a_disputed_signature():
    assert members_on("1995-01-01")["GE"]["standing"] == "disputed"


def test_uzbekistan_is_suspended_and_that_is_disputed():
    found = members_on("2013-01-01")["UZ"]
    assert (found["status"], found["since"], found["standing"]) == ("suspended", "2012-12-19", "disputed")
    assert found["disputed_with"] == ["withdrawn"]


def test_freeze_of_armenia_is_a_declaration_without_effect():
    found = members_on("2025-01-01")["AM"]
    assert (found["status"], found["standing"]) == ("party", "confirmed")
    assert [each["date"] for each in found["declarations_without_legal_effect"]] == ["2024-02-22", "2024-05-08"]


def test_charter_enters_into_force_on_its_day():
    before = answer("instrument", "CHARTER", "--on", "2003-09-17")
    after = answer("instrument", "CHARTER", "--on", "2003-09-18")
    assert (before["in_force"], before["since"]) == (False, None)
    assert (after["in_force"], after["since"], len(after["parties"])) == (True, "2003-09-18", 6)


@pytest.mark.parametrize("key", ["CHARTER-P2010", "CST-P2010", "FORCES-2010", "CRISIS-REG-2010"])
def test_no_december_text_was_in_force_in_minsk(key):
    found = instrument_status(SECRETARIAT, key, on=MINSK, known_at=AT_MINSK)
    assert found is not None
    assert not found.entry.in_force


@pytest.mark.parametrize(
    ("key", "since"),
    [
        ("CHARTER-P2010", date(2012, 12, 19)),
        ("CST-P2010", date(2012, 12, 19)),
        ("FORCES-2010", date(2012, 6, 13)),
        ("CRISIS-REG-2010", date(2012, 12, 19)),
    ],
)
def test_december_texts_are_in_force_at_the_end_of_2012(key, since):
    day = date(2012, 12, 31)
    found = instrument_status(SECRETARIAT, key, on=day, known_at=end_of(day))
    assert found is not None
    assert found.entry.since == since


def test_wrong_day_of_the_charter_protocol_stays_in_the_history():
    autumn = date(2012, 10, 31)
    found = instrument_status(SECRETARIAT, "CHARTER-P2010", on=autumn, known_at=end_of(autumn))
    assert found is not None
    assert (found.entry.since, found.entry.standing) == (date(2012, 9, 19), Standing.REPORTED)
    known = {act.key for act in treaty_acts(SECRETARIAT, known_at=NOW, instrument="CHARTER-P2010")}
    assert "CHARTER-P2010-announcement-corrected" in known
    assert "CHARTER-P2010-announcement" not in known


def test_uzbekistan_is_no_party_to_the_rapid_reaction_agreement():
    found = instrument_status(SECRETARIAT, "CRRF-2009", on=MINSK, known_at=AT_MINSK)
    assert found is not None
    assert found.entry.since == date(2010, 9, 10)
    assert [status.state for status in found.parties] == ["KZ", "RU"]


def test_next_ministers_meeting_narrows_when_the_session_is_announced():
    open_end = {each.key: each for each in calendar(SECRETARIAT, on=MINSK, known_at=AT_MINSK)}["CFM-2011-H2"]
    assert (open_end.earliest, open_end.latest, open_end.open_end) == (date(2011, 7, 1), date(2011, 12, 31), True)
    autumn = date(2011, 10, 15)
    entries = {each.key: each for each in calendar(SECRETARIAT, on=autumn, known_at=end_of(autumn))}
    assert entries["CFM-2011-H2"].latest == date(2011, 12, 19)
    assert entries["CSC-2011-12-20"].earliest == date(2011, 12, 20)


def test_good_pace_is_a_claim_without_a_figure_beside_the_computed_one():
    said = statements(SECRETARIAT, on=MINSK, known_at=AT_MINSK, about="CSC-2010-12-10")
    (claim,) = [claim for statement in said for claim in statement.claims if claim.qualifier == "good"]
    assert claim.value is None
    cohort = pace(SECRETARIAT, on=MINSK, known_at=AT_MINSK, session="CSC-2010-12-10").pace.cohort
    assert len(cohort.frozen) == 21
    assert {each.key for each in cohort.frozen if each.status is not Status.UNKNOWN} == {"COM-2010-12-10-2-KZ"}
    assert [each.key for each in cohort.frozen if each.commitment_overdue] == ["COM-2010-12-10-5-SG"]


def test_laws_are_claims_with_evidence_and_a_word_is_not():
    day = date(2012, 12, 31)
    cohort = pace(SECRETARIAT, on=day, known_at=end_of(day), session="CSC-2010-12-10").pace.cohort
    claimed = {each.key[-4:]: each.supported for each in cohort.frozen if each.status is Status.CLAIMED}
    assert {key for key, supported in claimed.items() if supported} == {"1-KZ", "1-RU", "2-KZ", "3-KZ", "3-RU"}
    assert {key for key, supported in claimed.items() if not supported} == {"1-BY", "2-BY", "3-BY"}


def test_aid_of_2013_is_overdue_and_unknown():
    day = date(2015, 1, 1)
    cohort = pace(SECRETARIAT, on=day, known_at=end_of(day), session="CSC-2013-09-23").pace.cohort
    aid = [each for each in cohort.frozen if each.commitment.state is not None]
    assert [(each.status, each.commitment_overdue) for each in aid] == [(Status.UNKNOWN, True)] * 5


def test_offices_in_minsk():
    held = office_holders(SECRETARIAT, on=MINSK, known_at=AT_MINSK).holders
    assert {(term.organ, term.state) for term in held} == {("CSC", "BY"), ("SG", "RU")}


def test_wish_of_kazakhstan_is_an_open_proposal():
    found = {each.key: each for each in proposals(SECRETARIAT, on=MINSK, known_at=AT_MINSK)}
    assert found["PROP-KZ-MULTIFUNCTIONAL"].acts == ()
    assert "PROP-BY-PARTNERSHIP" in found


def test_loading_again_adds_nothing():
    assert sum(done.added for done in load_pack(ACTOR, PACK, pack_tables()).values()) == 0


def test_dump_is_the_pack_again(tmp_path):
    dumped = dump_pack(SECRETARIAT, tmp_path, pack_tables())
    again = load_pack(ACTOR, tmp_path, pack_tables())
    assert {name: done.unchanged for name, done in again.items()} == dumped
    assert sum(done.added for done in again.values()) == 0


def test_every_row_has_a_source_or_says_why_not():
    silent = [
        (table.name, row.key)
        for table in pack_tables()
        if table.name != "sources"
        for row in every_row(SECRETARIAT, table.table)
        if not row.sources and not row.note
    ]
    assert silent == []


def test_every_text_is_in_english_and_russian():
    lacking = {
        (table.name, row.key)
        for table in pack_tables()
        for row in every_row(SECRETARIAT, table.table)
        for text in localized(content(table, row))
        if not (text.get("en") and text.get("ru"))
    }
    assert lacking == {("organs", key) for key in WITHOUT_RUSSIAN}


def test_nothing_known_in_minsk_tells_of_a_later_year():
    early = []
    for table in pack_tables():
        for record in as_known(SECRETARIAT, table.table, AT_MINSK):
            row = content(table, record)
            kept = {name: value for name, value in row.items() if name not in {"accessed", "url", "alternatives"}}
            early += [record.key for text in texts(kept) for year in YEAR.findall(text) if int(year) > MINSK.year]
    assert set(early) == PLANS_BEYOND_2011 | DATA_SETS


def test_memory_alone_is_never_confirmed():
    bold = [
        row.key
        for table in pack_tables()
        for row in every_row(SECRETARIAT, table.table).filter(standing=Standing.CONFIRMED)
        if row.sources == ["MEM"]
    ]
    assert bold == []
