"""The organs' part of an organisation pack: organs.yaml, terms.yaml, meetings.yaml and what happens in meetings."""

from secretariat.organs.pack import checks, rows
from secretariat.sources.pack.tables import PackTable

TABLES = (
    PackTable("organs", rows.OrganRow, "organs.Organ", checks.organs),
    PackTable("terms", rows.TermRow, "organs.TermAct", checks.terms),
    PackTable("meetings", rows.MeetingRow, "organs.Meeting", checks.meetings),
    PackTable("meeting_acts", rows.MeetingActRow, "organs.MeetingAct", checks.meeting_acts),
    PackTable("agenda", rows.AgendaItemRow, "organs.AgendaItem"),
    PackTable("attendance", rows.AttendanceRow, "organs.Attendance", checks.attendance),
    PackTable("statements", rows.StatementRow, "organs.Statement", checks.speakers),
    PackTable("proposals", rows.ProposalRow, "organs.Proposal"),
    PackTable("proposal_acts", rows.ProposalActRow, "organs.ProposalAct", checks.proposal_acts),
    PackTable("documents", rows.DocumentRow, "organs.Document", checks.documents),
    PackTable("adoptions", rows.AdoptionActRow, "organs.AdoptionAct", checks.adoptions),
)
