# ruff: noqa: E501  # a row of the record stands on one line
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.kernel import Standing
from secretariat.parties import models
from secretariat.parties.actions import UnableToRecordTreatyAct, record_treaty_act
from secretariat.parties.queries import (
    NoOrganisation,
    instrument_status,
    instrument_statuses,
    instruments,
    members,
    organisation,
    states,
    treaty_acts,
)
from secretariat.parties.rules import ActKind
from secretariat.sources.actions import UnableToRecord, record_rows
from secretariat.sources.models import Citation
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.queries import citations

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, tzinfo=UTC)
ON = date(2011, 5, 31)
CODES = ("AM", "BY", "KG", "KZ", "RU", "TJ")


@pytest.fixture
def charter(make_pack, party_tables, actor: Actor) -> Path:
    folder = make_pack(
        states="".join(
            f"- {{id: {code}, name: {{en: {code}}}, protocol_name: {{en: {code}}}}}\n" for code in (*CODES, "UZ")
        ),
        instruments="- {id: CHARTER, kind: charter, title: {en: Charter, ru: Устав}, entry: {kind: all}}\n"
        "- {id: P2010, kind: protocol, title: {en: Protocol}, amends: CHARTER}\n"
        "- {id: A-REG, kind: regulation, title: {en: Regulation}, entry: {kind: with, instruments: [P2010]}}\n",
        organisation="{id: CSTO, name: {en: Organisation}, short: {en: CSTO}, languages: [en, ru], constituent: CHARTER}\n",
        treaty_acts="".join(
            f"- {{id: SIG-{code}, instrument: CHARTER, state: {code}, kind: signature, date: '2002-10-07'}}\n"
            for code in CODES
        )
        + "- {id: FORCE, instrument: CHARTER, kind: announcement, date: '2003-09-18'}\n"
        "- {id: P-SIG, instrument: P2010, state: AM, kind: signature, date: '2010-12-10'}\n"
        "- {id: REG-SIG, instrument: A-REG, state: AM, kind: signature, date: '2010-12-10'}\n"
        "- {id: P-FORCE, instrument: P2010, kind: announcement, date: '2012-09-19', standing: reported}\n"
        "- {id: P-FORCE-2, instrument: P2010, kind: announcement, date: '2012-12-19', known_from: 2013-01-15, corrects: P-FORCE}\n",
    )
    load_pack(actor, folder, party_tables)
    return folder


def test_an_instrument_is_in_force_from_its_day_on(charter: Path) -> None:
    before = instrument_status(SECRETARIAT, "CHARTER", on=date(2003, 9, 17), known_at=NOW)
    after = instrument_status(SECRETARIAT, "CHARTER", on=date(2003, 9, 18), known_at=NOW)
    assert before is not None
    assert after is not None
    assert (before.entry.in_force, before.parties) == (False, ())
    assert (after.entry.since, [each.state for each in after.parties]) == (date(2003, 9, 18), list(CODES))
    assert instrument_status(SECRETARIAT, "NOTHING", on=ON, known_at=NOW) is None


def test_a_corrected_announcement_is_answered_as_it_was_known(charter: Path) -> None:
    def since(known_at: datetime) -> date | None:
        found = instrument_status(SECRETARIAT, "P2010", on=date(2012, 12, 31), known_at=known_at)
        return found.entry.since if found else None

    assert since(datetime(2012, 12, 31, tzinfo=UTC)) == date(2012, 9, 19)
    assert since(NOW) == date(2012, 12, 19)


def test_what_waits_for_another_instrument_takes_effect_with_it(charter: Path) -> None:
    statuses = {
        each.instrument.key: each for each in instrument_statuses(SECRETARIAT, on=date(2012, 12, 31), known_at=NOW)
    }
    assert statuses["A-REG"].entry.since == statuses["P2010"].entry.since == date(2012, 12, 19)
    assert all(not each.entry.in_force for key, each in _on(ON).items() if key != "CHARTER")


def _on(day: date) -> dict[str, object]:
    return {each.instrument.key: each for each in instrument_statuses(SECRETARIAT, on=day, known_at=NOW)}


def test_an_empty_register_says_so() -> None:
    with pytest.raises(NoOrganisation):
        organisation(SECRETARIAT, known_at=NOW)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    charter: Path, actor: Actor, rows: int, django_assert_num_queries
) -> None:
    new = [
        models.State(key=f"X{chr(65 + n)}", name={"en": "x"}, protocol_name={"en": "x"}, standing="confirmed")
        for n in range(26)
    ][:rows]
    record_rows(actor, action="load", rows=new)
    record_rows(actor, action="load", rows=[
        models.Instrument(key=f"I{n}", kind="protocol", title={"en": "x"}, standing="confirmed") for n in range(rows)
    ])  # fmt: skip
    record_rows(actor, action="load", rows=[
        models.TreatyAct(key=f"T{n}", instrument_id=f"I{n}", state_id="AM", kind="signature", date="2010-12-10", standing="confirmed")
        for n in range(rows)
    ])  # fmt: skip
    with django_assert_num_queries(4):
        members(SECRETARIAT, on=ON, known_at=NOW)
    with django_assert_num_queries(2):
        instrument_statuses(SECRETARIAT, on=ON, known_at=NOW)
    with django_assert_num_queries(3):
        instrument_status(SECRETARIAT, "CHARTER", on=ON, known_at=NOW)
    with django_assert_num_queries(1):
        states(SECRETARIAT, known_at=NOW)


def test_a_row_marked_for_the_secretariat_does_not_exist_for_the_public(charter: Path, actor: Actor) -> None:
    text, mark = {"en": "canary"}, {"mark": "secretariat", "standing": "confirmed"}
    canaries = [
        Citation(key="CANARY", title=text, **mark),
        models.State(key="CANARY", name=text, protocol_name=text, **mark),
        models.Instrument(key="CANARY", kind="treaty", title=text, **mark),
        models.TreatyAct(
            key="CANARY", instrument_id="CHARTER", state_id="UZ", kind="accession", date="2006-08-16", **mark
        ),
    ]
    for row in canaries:
        record_rows(actor, action="load", rows=[row])
    secret = members(SECRETARIAT, on=ON, known_at=NOW)
    public = members(PUBLIC, on=ON, known_at=NOW)
    assert [member.state.code for member in secret] == [*CODES, "UZ"]
    assert [member.state.code for member in public] == list(CODES)
    for viewer, seen in ((SECRETARIAT, True), (PUBLIC, False)):
        assert ("CANARY" in citations(viewer, known_at=NOW)) is seen
        assert ("CANARY" in {state.code for state in states(viewer, known_at=NOW)}) is seen
        assert ("CANARY" in instruments(viewer, known_at=NOW)) is seen
        assert ("CANARY" in {act.key for act in treaty_acts(viewer, known_at=NOW)}) is seen
        assert (instrument_status(viewer, "CANARY", on=ON, known_at=NOW) is not None) is seen


def test_a_hidden_correction_leaves_the_public_what_it_saw(charter: Path, actor: Actor) -> None:
    correction = models.TreatyAct(
        key="FORCE-2", instrument_id="CHARTER", kind="announcement", date="2003-10-01", standing="confirmed",
        mark="secretariat", corrects_id="FORCE", known_from=datetime(2004, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    record_rows(actor, action="correct", rows=[correction])
    assert "FORCE" in {act.key for act in treaty_acts(PUBLIC, known_at=NOW)}
    assert "FORCE" not in {act.key for act in treaty_acts(SECRETARIAT, known_at=NOW)}


def test_an_act_is_recorded_with_its_entry_and_counts_at_once(charter: Path, actor: Actor) -> None:
    record_treaty_act(actor, key="UZ-1", instrument="CHARTER", state="UZ", kind=ActKind.ACCESSION, on=date(2006, 8, 16))
    after = datetime.now(UTC)
    assert [member.state.code for member in members(SECRETARIAT, on=ON, known_at=after)] == [*CODES, "UZ"]
    assert audit_entries(SECRETARIAT)[0].action == "record accession"
    assert members(SECRETARIAT, on=ON, known_at=datetime(2020, 1, 1, tzinfo=UTC))[-1].state.code == "TJ", (
        "not known then"
    )


@pytest.mark.parametrize(
    ("state", "kind", "instrument"),
    [
        ("UZ", ActKind.SUSPENSION, "CHARTER"),
        ("UZ", ActKind.WITHDRAWAL, "CHARTER"),
        ("AM", ActKind.LIFTING, "CHARTER"),
        ("AM", ActKind.WITHDRAWAL, "P2010"),
        ("AM", ActKind.RATIFICATION, "NOTHING"),
    ],
)
def test_an_act_that_needs_another_position_is_refused(
    charter: Path, actor: Actor, state: str, kind: ActKind, instrument: str
) -> None:
    entries = len(audit_entries(SECRETARIAT))
    with pytest.raises(UnableToRecordTreatyAct):
        record_treaty_act(actor, key="X", instrument=instrument, state=state, kind=kind, on=ON)
    assert len(audit_entries(SECRETARIAT)) == entries


def test_a_key_with_other_content_is_refused(charter: Path, actor: Actor) -> None:
    record_treaty_act(actor, key="A", instrument="CHARTER", state="AM", kind=ActKind.DECLARATION, on=ON)
    with pytest.raises(UnableToRecord):
        record_treaty_act(
            actor,
            key="A",
            instrument="CHARTER",
            state="BY",
            kind=ActKind.DECLARATION,
            on=ON,
            standing=Standing.REPORTED,
        )
