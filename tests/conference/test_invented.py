"""Preparing a meeting of an invented organisation whose record says more than the example's."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.conference.queries import preparation
from secretariat.conference.rules.grounds import GroundKind
from secretariat.conference.rules.schedule import DayKind
from secretariat.conference.rules.slots import SlotStatus
from secretariat.organs.rules import DocumentPurpose
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

pytestmark = pytest.mark.django_db
PACK = {
    "organisation": """
id: SYN
name: {en: SYNTHETIC}
short: {en: SYN}
languages: [en, ru]
constituent: TREATY
document_schedule:
  - {purpose: report, days: 5, kind: working}
  - {purpose: draft_decision, days: 7}
""",
    "sources": "[{id: S1, title: {en: Source}, date: 2001-01-01}]",
    "states": "".join(
        f"- {{id: {code}, name: {{en: {name}}}, protocol_name: {{en: {name}}}}}\n"
        for code, name in (("XA", "Alpha"), ("XB", "Beta"), ("XC", "Gamma"))
    ),
    "instruments": "[{id: TREATY, kind: treaty, title: {en: Treaty}}]",
    "treaty_acts": "- {id: F, instrument: TREATY, kind: announcement, date: 2000-01-01, sources: [S1]}\n"
    + "".join(
        f"- {{id: {code}, instrument: TREATY, state: {code}, kind: accession, date: 2001-01-01, sources: [S1]}}\n"
        for code in ("XA", "XB", "XC")
    )
    + "- {id: XC-S, instrument: TREATY, state: XC, kind: suspension, date: 2002-01-01, sources: [S1]}\n",
    "organs": "[{id: O, name: {en: Organ}, kind: council, quorum: two_thirds}]",
    "meetings": "[{id: M1, organ: O}, {id: M2, organ: O}, {id: M3, organ: O}]",
    "meeting_acts": """
- {id: M1-held, meeting: M1, kind: held, date: 2003-01-10, sources: [S1]}
- {id: M2-set, meeting: M2, kind: scheduled, date: 2003-01-10, when: 2003-03-01, sources: [S1]}
- {id: M2-off, meeting: M2, kind: cancelled, date: 2003-02-20, sources: [S1]}
- {id: M3-set, meeting: M3, kind: scheduled, date: 2003-02-20, when: 2003-06-10, sources: [S1]}
""",
    "agenda": """
- {id: M1-1, meeting: M1, number: '1', title: {en: Dealt with}, date: 2003-01-10, status: adopted, sources: [S1]}
- {id: M1-2, meeting: M1, number: '2', title: {en: Left out}, date: 2003-01-10, status: provisional, sources: [S1]}
- {id: M2-1, meeting: M2, number: '1', title: {en: Of the cancelled one}, date: 2003-02-01, sources: [S1]}
- {id: M3-9, meeting: M3, number: '1', title: {en: Left out}, date: 2003-03-01, about: [M1-2], sources: [S1]}
""",
    "documents": """
- {id: DOC, symbol: O/1, title: {en: Note}, meeting: M3, item: M3-9, date: 2003-05-01, languages: [en], purpose: note,
   sources: [S1]}
""",
}


@pytest.fixture
def invented(db: None, make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...]) -> None:
    load_pack(Actor("test"), make_pack(**PACK), pack_tables)


def test_item_left_out_or_of_a_cancelled_meeting_is_carried_over_and_a_dealt_with_one_is_not(invented: None):
    found = preparation(SECRETARIAT, "M3", on=date(2003, 5, 2), known_at=datetime.now(UTC))
    carried = [item.title.en for item in found.items if item.grounds[0].kind is GroundKind.CARRIED_OVER]
    assert carried == ["Left out", "Of the cancelled one"]


def test_schedule_of_the_pack_is_used_and_names_what_it_leaves_open(invented: None):
    found = preparation(SECRETARIAT, "M3", on=date(2003, 5, 2), known_at=datetime.now(UTC))
    assert found.is_own_schedule
    assert [(lead.purpose, lead.days, lead.kind) for lead in found.schedule] == [
        (DocumentPurpose.REPORT, 5, DayKind.WORKING),
        (DocumentPurpose.DRAFT_DECISION, 7, DayKind.CALENDAR),
    ]
    assert {slot.deadline for slot in found.slots if slot.purpose is DocumentPurpose.NOTE} == {None}


def test_suspended_member_is_not_entitled_and_does_not_count_for_the_quorum(invented: None):
    found = preparation(SECRETARIAT, "M3", on=date(2003, 5, 2), known_at=datetime.now(UTC))
    assert (found.entitled, found.suspended) == (("XA", "XB"), ("XC",))
    assert (found.quorum.entitled, found.quorum.readings[0].needed) == (2, 2)


def test_document_on_record_fills_the_slot_of_an_item_about_the_same_thing(invented: None):
    found = preparation(SECRETARIAT, "M3", on=date(2003, 5, 2), known_at=datetime.now(UTC))
    item = next(item for item in found.items if item.about == ("M1-2",))
    notes = {slot.language: slot for slot in found.slots if slot.item == item.number}
    assert (notes["en"].symbol, notes["en"].status) == ("O/1", SlotStatus.RECEIVED)
    assert (notes["ru"].symbol, notes["ru"].status) == ("", SlotStatus.EXPECTED)
