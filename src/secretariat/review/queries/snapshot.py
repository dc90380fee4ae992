"""Everything a review reads, gathered once: the register as of a day, as known at an instant."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from secretariat.access.rules import Viewer
from secretariat.decisions.queries import (
    Register,
    decisions,
    pace,
    register,
    sessions_with_commitments,
)
from secretariat.decisions.rules import CommitmentStatus, Decision, Pace, PaceStatement, Survival, leaves
from secretariat.kernel import Figure, LocalizedText
from secretariat.organs.queries import calendar, meetings, office_holders, organs, proposals, statements
from secretariat.organs.queries import meeting as meeting_detail
from secretariat.organs.queries.meetings import MeetingDetail
from secretariat.organs.queries.offices import OfficeHolders
from secretariat.organs.rules import CalendarEntry, MeetingState, Organ, Proposal, Statement
from secretariat.parties.queries import (
    InstrumentStatus,
    Organisation,
    instrument_statuses,
    instruments,
    members,
    organisation,
    states,
    treaty_acts,
)
from secretariat.parties.rules import Instrument, MemberStatus, State, TreatyAct
from secretariat.partners.queries import PartnerRegister, partner_register
from secretariat.programmes.queries import Programme, programmes
from secretariat.response.queries import ResponseRegister, response_register
from secretariat.review.queries.area import AreaRecord
from secretariat.review.queries.positions import PositionRecord
from secretariat.review.queries.rows import row_lines
from secretariat.sources.queries import citations
from secretariat.sources.rules import Citation


@dataclass(frozen=True, slots=True)
class SessionPace:
    """The commitments of one session: how far they have come, what was said about them, earlier sessions beside them.

    ``comparison`` and ``survival`` are curves by session; ``session_days`` says when each session decided; ``titles``
    are those of the commitments with a deadline.
    """

    session: str
    adopted: date
    pace: Pace
    judged: PaceStatement
    survival: Survival
    comparison: tuple[Survival, ...]
    implemented: dict[str, Figure]
    session_days: dict[str, date]
    decisions: tuple[Decision, ...]
    statements: tuple[Statement, ...]
    titles: dict[str, LocalizedText] = field(default_factory=dict)


@dataclass(frozen=True)
class Snapshot:
    """The register on a day (``on``), as one viewer knew it at an instant (``known_at``).

    Each part is read when it is first asked for, once.
    """

    viewer: Viewer
    on: date
    known_at: datetime

    @cached_property
    def organisation(self) -> Organisation:
        """The organisation."""
        return organisation(self.viewer, known_at=self.known_at)

    @cached_property
    def states(self) -> dict[str, State]:
        """States by code."""
        return {state.code: state for state in states(self.viewer, known_at=self.known_at)}

    @cached_property
    def members(self) -> list[MemberStatus]:
        """The members on the day."""
        return members(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def instruments(self) -> list[InstrumentStatus]:
        """The instruments that anything had happened to by the day."""
        return instrument_statuses(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def constituent(self) -> Instrument:
        """The instrument whose parties are the members."""
        return instruments(self.viewer, known_at=self.known_at)[self.organisation.constituent]

    @cached_property
    def treaty_acts(self) -> list[TreatyAct]:
        """Treaty acts that had happened by the day, and those without a date."""
        acts = treaty_acts(self.viewer, known_at=self.known_at)
        return [act for act in acts if act.when is None or act.when.has_happened_by(self.on)]

    @cached_property
    def organs(self) -> dict[str, Organ]:
        """Organs by key."""
        return organs(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def offices(self) -> OfficeHolders:
        """Who holds which office."""
        return office_holders(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def meetings(self) -> list[MeetingState]:
        """Meetings by date."""
        return meetings(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def calendar(self) -> list[CalendarEntry]:
        """Meetings not yet held."""
        return calendar(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Statements on record."""
        return tuple(statements(self.viewer, on=self.on, known_at=self.known_at))

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """Members' proposals."""
        return tuple(proposals(self.viewer, on=self.on, known_at=self.known_at))

    @cached_property
    def citations(self) -> dict[str, Citation]:
        """Citations by key."""
        return citations(self.viewer, known_at=self.known_at)

    @cached_property
    def register(self) -> Register:
        """Every decision and the status of every commitment."""
        return register(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def all_commitments(self) -> list[CommitmentStatus]:
        """Every commitment on record once: those that were divided by their parts."""
        return leaves(self.register.statuses)

    @cached_property
    def partners(self) -> PartnerRegister:
        """Partner organisations, the links with them and the members in common."""
        return partner_register(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def positions(self) -> PositionRecord:
        """The ledger of coordinated positions, and the members' votes."""
        group = tuple(member.state.code for member in self.members)
        return PositionRecord(self.viewer, self.on, self.known_at, group)

    @cached_property
    def programmes(self) -> list[Programme]:
        """The fields of work of the coordinating councils."""
        return programmes(self.viewer, on=self.on, known_at=self.known_at, read=self.register)

    @cached_property
    def response(self) -> ResponseRegister:
        """The joint forces: pledges, requests, mandates."""
        return response_register(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def area(self) -> AreaRecord:
        """The area of responsibility: the perimeter, the regions, what happened there."""
        return AreaRecord(self.viewer, self.on, self.known_at)

    def meeting(self, key: str) -> MeetingDetail | None:
        """One meeting with its agenda, statements and proposals."""
        return meeting_detail(self.viewer, key, on=self.on, known_at=self.known_at)

    @cached_property
    def last_session(self) -> SessionPace | None:
        """The newest session whose decisions left commitments; ``None`` where there is none."""
        sessions = sessions_with_commitments(self.viewer, on=self.on, known_at=self.known_at, read=self.register)
        return self.session(sessions[0][0], {key: day for key, day, _ in sessions}) if sessions else None

    def session(self, key: str, days: dict[str, date]) -> SessionPace:
        """One session's commitments; ``days`` says when each session decided."""
        found = pace(self.viewer, on=self.on, known_at=self.known_at, session=key, read=self.register)
        dated = sorted(
            (status for status in found.pace.cohort.frozen if status.current_due is not None),
            key=lambda status: (status.current_due or date.max, status.key),
        )
        lines = row_lines(self.viewer, {status.key for status in dated[:40]}, known_at=self.known_at)
        return SessionPace(
            session=key,
            adopted=days[key],
            pace=found.pace,
            judged=found.statement,
            survival=found.claimed,
            comparison=tuple(each.survival for each in found.comparison),
            implemented={each.session: each.implemented for each in found.comparison},
            session_days=days | {each.session: each.frozen_on for each in found.comparison},
            decisions=tuple(decisions(self.viewer, on=self.on, known_at=self.known_at, meeting=key)),
            statements=tuple(each for each in self.statements if key in each.about),
            titles={name: line.title for name, line in lines.items()},
        )
