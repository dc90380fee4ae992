"""The rows of the pages of one commitment and of one meeting, as files hold them."""

from secretariat.decisions.rules.acts import Assessor, Bearing, Claim, CommitmentActKind, Result
from secretariat.organs.rules.documents import DocumentKind
from secretariat.organs.rules.statements import AttendanceLevel
from secretariat.sources.api import Based, Day, Text, When


class DeadlineSet(Based):
    """A deadline set or moved, by whom and on which authority."""

    id: str
    due: Day
    date: When | None
    author: str
    authority: Text | None
    reason: Text | None


class EvidenceGiven(Based):
    """A document put to a report."""

    id: str
    title: Text | None
    bearing: Bearing
    date: When | None
    sha256: str


class ReportMade(Based):
    """What somebody said about a commitment, with the documents put to it."""

    id: str
    date: When | None
    claimed: Claim
    reporter: Text | None
    period_start: Day | None
    period_end: Day | None
    text: Text | None
    evidence: list[EvidenceGiven]


class AssessmentMade(Based):
    """What an assessment found."""

    id: str
    date: When | None
    assessor: Assessor
    result: Result
    reason: Text | None


class ActDone(Based):
    """What became of a commitment otherwise than by a report."""

    id: str
    date: When | None
    kind: CommitmentActKind
    reason: Text | None
    successor: str | None


class Attended(Based):
    """Who took part in a meeting, at which level."""

    state: str | None
    name: Text | None
    organisation: Text | None
    level: AttendanceLevel
    person: Text | None


class DocumentIssued(Based):
    """A document of a meeting."""

    id: str
    symbol: str
    kind: DocumentKind
    title: Text | None
    languages: list[str]
    authentic: list[str]
    date: When | None
    address: str
