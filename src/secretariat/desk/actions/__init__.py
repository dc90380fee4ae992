"""Writing from the desk: reports on their way to the register, tables of figures, errors that readers report."""

from secretariat.desk.actions.corrections import UnableToReportError, answer_correction, report_error
from secretariat.desk.actions.reporting import (
    UnableToSendOn,
    add_evidence,
    begin_report,
    save_report,
    send_on,
)
from secretariat.desk.actions.tables import (
    UnableToConfirmTable,
    begin_table,
    confirm_table,
    preview_table,
    withdraw_table,
)

__all__ = [
    "UnableToConfirmTable",
    "UnableToReportError",
    "UnableToSendOn",
    "add_evidence",
    "answer_correction",
    "begin_report",
    "begin_table",
    "confirm_table",
    "preview_table",
    "report_error",
    "save_report",
    "send_on",
    "withdraw_table",
]
