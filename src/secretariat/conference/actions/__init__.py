"""Writing what was prepared, and what members say about the items of a meeting beforehand."""

from secretariat.conference.actions.recording import (
    FORMATS,
    PAPERS,
    UnableToRecordAgenda,
    file_name,
    paper_file,
    record_provisional_agenda,
    write_papers,
)
from secretariat.conference.actions.stances import STATES_POSITIONS, UnableToState, state_position

__all__ = [
    "FORMATS",
    "PAPERS",
    "STATES_POSITIONS",
    "UnableToRecordAgenda",
    "UnableToState",
    "file_name",
    "paper_file",
    "record_provisional_agenda",
    "state_position",
    "write_papers",
]
