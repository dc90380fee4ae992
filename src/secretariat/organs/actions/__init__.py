"""Writing what happens in the organs: each action is one transaction with one entry in the log."""

from secretariat.organs.actions.adoptions import UnableToAdopt, record_adoption_act
from secretariat.organs.actions.meetings import (
    UnableToHold,
    UnableToSchedule,
    hold_meeting,
    register_meeting,
    schedule_meeting,
)
from secretariat.organs.actions.proceedings import (
    UnableToRecordProceedings,
    issue_document,
    record_agenda,
    record_agenda_item,
    record_attendance,
    record_statement,
)
from secretariat.organs.actions.proposals import UnableToSettle, record_proposal, settle_proposal
from secretariat.organs.actions.terms import UnableToRecordTerm, end_term, start_term

__all__ = [
    "UnableToAdopt",
    "UnableToHold",
    "UnableToRecordProceedings",
    "UnableToRecordTerm",
    "UnableToSchedule",
    "UnableToSettle",
    "end_term",
    "hold_meeting",
    "issue_document",
    "record_adoption_act",
    "record_agenda",
    "record_agenda_item",
    "record_attendance",
    "record_proposal",
    "record_statement",
    "register_meeting",
    "schedule_meeting",
    "settle_proposal",
    "start_term",
]
