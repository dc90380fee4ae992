from dataclasses import replace

import pytest

from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.schedule import LeadTime
from secretariat.conference.rules.slots import SlotStatus, slot_status, slots_of
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.organs.rules import AgendaItem, AgendaSource, AgendaStatus, Document, DocumentKind, DocumentPurpose
from secretariat.sources.rules import Basis
from tests.conference.acts import day

ITEM = Item("1", LocalizedText("Decisions"), AgendaSource.DECISION, ("DEC-1", "DEC-2"), ())
RECORDED = AgendaItem(
    "M-1", "M", "1", LocalizedText("Decisions"), AgendaStatus.PROVISIONAL, False, ("DEC-2", "DEC-1"), None, Basis("M-1")
)
SCHEDULE = (LeadTime(DocumentPurpose.REPORT, 30), LeadTime(DocumentPurpose.REPORT, 21, translation=True))
REPORT = Document(
    key="DOC-1",
    symbol="CSC/2011/1",
    kind=DocumentKind.BASE,
    title=LocalizedText("Report"),
    basis=Basis("DOC-1"),
    meeting="M",
    item="M-1",
    when=ImpreciseDate.parse("2011-11-18"),
    languages=("ru",),
    purpose=DocumentPurpose.REPORT,
)


def slots(*documents, on="2011-11-10", recorded=(RECORDED,), meeting="2011-12-20"):
    found = slots_of(
        [ITEM],
        meeting=ImpreciseDate.parse(meeting) if meeting else None,
        languages=("ru", "en"),
        schedule=SCHEDULE,
        recorded=recorded,
        documents=documents,
        on=day(on),
    )
    return {(slot.item, slot.purpose.value, slot.language): slot for slot in found}


def test_each_item_needs_its_documents_in_each_language_and_the_meeting_its_agendas():
    needed = [(item, purpose) for item, purpose, language in slots() if language == "ru"]
    assert needed == [
        ("", "provisional_agenda"),
        ("", "annotated_agenda"),
        ("1", "report"),
        ("1", "draft_decision"),
    ]


def test_document_fills_the_slot_of_its_purpose_and_language_alone():
    found = slots(REPORT)
    assert found["1", "report", "ru"].status is SlotStatus.RECEIVED
    assert (found["1", "report", "ru"].symbol, found["1", "report", "ru"].document) == ("CSC/2011/1", "DOC-1")
    assert found["1", "report", "en"].status is SlotStatus.EXPECTED
    assert found["1", "draft_decision", "ru"].document is None


@pytest.mark.parametrize(
    "changes",
    [
        {"purpose": None},
        {"purpose": DocumentPurpose.NOTE},
        {"item": None},
        {"item": "M-2"},
        {"kind": DocumentKind.ADDENDUM},
    ],
)
def test_document_for_something_else_or_for_nothing_stated_fills_no_slot(changes):
    assert slots(replace(REPORT, **changes))["1", "report", "ru"].document is None


def test_nothing_is_received_for_an_item_that_is_not_on_record():
    assert slots(REPORT, recorded=())["1", "report", "ru"].document is None


def test_first_of_several_documents_fills_the_slot():
    late = replace(REPORT, key="DOC-0", when=ImpreciseDate.parse("2011-12-01"))
    assert slots(late, REPORT)["1", "report", "ru"].document == "DOC-1"


def test_original_and_translation_have_their_own_deadlines():
    found = slots()
    assert str(found["1", "report", "ru"].deadline) == "2011-11-18"
    assert str(found["1", "report", "en"].deadline) == "2011-11-29"
    assert found["1", "draft_decision", "ru"].deadline is None


@pytest.mark.parametrize(
    ("received", "on", "status"),
    [
        (None, "2011-11-20", SlotStatus.EXPECTED),
        (None, "2011-11-21", SlotStatus.OVERDUE),
        ("2011-11-20", "2011-12-01", SlotStatus.RECEIVED),
        ("2011-11-21", "2011-12-01", SlotStatus.LATE),
        ("2011-11", "2011-12-01", SlotStatus.RECEIVED),
    ],
)
def test_document_is_late_only_after_the_last_possible_day(received, on, status):
    deadline = ImpreciseDate.parse("2011-11-01/2011-11-20")
    when = ImpreciseDate.parse(received) if received else None
    assert slot_status(deadline=deadline, received=when, is_there=when is not None, on=day(on)) is status


def test_document_of_a_meeting_without_a_day_is_expected_and_neither_late_nor_overdue():
    assert {slot.status for slot in slots(meeting=None, on="2030-01-01").values()} == {SlotStatus.EXPECTED}
    assert slots(REPORT, meeting=None)["1", "report", "ru"].status is SlotStatus.RECEIVED
