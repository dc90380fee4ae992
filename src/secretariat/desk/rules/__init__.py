"""What is due on a desk, and the way of a report from the desk officer to the register."""

from secretariat.desk.rules.dues import Due, due_of, in_order
from secretariat.desk.rules.reporting import (
    EDITABLE,
    ReportDraft,
    ReportMistake,
    ReportState,
    mistakes_in,
    report_state,
    steps_open_to,
)

__all__ = [
    "EDITABLE",
    "Due",
    "ReportDraft",
    "ReportMistake",
    "ReportState",
    "due_of",
    "in_order",
    "mistakes_in",
    "report_state",
    "steps_open_to",
]
