"""Reading the organs: every question takes the day it is about and the instant it is asked from."""

from secretariat.organs.queries.adoptions import adoption
from secretariat.organs.queries.meetings import (
    MeetingDetail,
    calendar,
    documents,
    meeting,
    meetings,
    proposals,
    statements,
)
from secretariat.organs.queries.offices import OfficeHolders, office_holders, organs

__all__ = [
    "MeetingDetail",
    "OfficeHolders",
    "adoption",
    "calendar",
    "documents",
    "meeting",
    "meetings",
    "office_holders",
    "organs",
    "proposals",
    "statements",
]
