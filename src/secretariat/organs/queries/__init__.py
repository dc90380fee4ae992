"""Reading the organs: every question takes the day it is about and the instant it is asked from."""

from secretariat.organs.queries.adoptions import adoption, adoption_acts
from secretariat.organs.queries.meetings import (
    MeetingDetail,
    agenda_items,
    calendar,
    documents,
    meeting,
    meetings,
    proposals,
    statements,
)
from secretariat.organs.queries.offices import OfficeHolders, office_holders, organs
from secretariat.organs.queries.searched import searched_rows

__all__ = [
    "MeetingDetail",
    "OfficeHolders",
    "adoption",
    "adoption_acts",
    "agenda_items",
    "calendar",
    "documents",
    "meeting",
    "meetings",
    "office_holders",
    "organs",
    "proposals",
    "searched_rows",
    "statements",
]
