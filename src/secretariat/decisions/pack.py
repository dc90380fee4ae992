"""The decisions' part of an organisation pack: decisions.yaml, provisions.yaml, commitments.yaml and what follows."""

from collections.abc import Iterator, Mapping
from datetime import date as Day  # noqa: N812  # a field named date shadows the type
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from secretariat.decisions.rules import (
    Assessor,
    Bearing,
    Claim,
    Collective,
    CommitmentActKind,
    CommitmentKind,
    Force,
    Procedure,
    Result,
)
from secretariat.kernel import ImpreciseDate
from secretariat.sources.pack.rows import Act, Ref, Row, ShortText, StateRef, Text
from secretariat.sources.pack.tables import Objection, PackTable, Placed, Rows

OrganRef = Annotated[str, Ref("organs")]
DecisionRef = Annotated[str, Ref("decisions")]
ProvisionRef = Annotated[str, Ref("provisions")]
CommitmentRef = Annotated[str, Ref("commitments")]
InstrumentRef = Annotated[str, Ref("instruments")]


class DecisionRow(Act):
    """What an organ adopted; the date is the day of adoption."""

    organ: OrganRef = Field(description="who adopted it")
    meeting: Annotated[str, Ref("meetings")] | None = Field(default=None, description="where it was adopted")
    item: Annotated[str, Ref("agenda")] | None = Field(default=None, description="the item it was adopted under")
    symbol: str = Field(default="", max_length=200, description="its symbol or number")
    kind: ShortText = Field(description="decision, declaration, statement, protocol, agreement, plan, regulation ...")
    title: Text = Field(description="its title")
    gist: Text | None = Field(default=None, description="what it says, in the register's own words")
    procedure: Procedure | None = Field(default=None, description="left out: not recorded")
    participants: list[StateRef] = Field(default=[], description="who signed or took part; empty: not recorded")
    not_participating: list[StateRef] = Field(default=[], description="who stayed out")
    instrument: InstrumentRef | None = Field(default=None, description="the treaty text that it opened")
    replaces: DecisionRef | None = Field(default=None, description="the earlier decision it takes the place of")


class ProvisionRow(Row):
    """One sentence or article of a decision."""

    decision: DecisionRef = Field(description="which decision it belongs to")
    parent: ProvisionRef | None = Field(default=None, description="the provision it is a part of")
    number: str = Field(default="", max_length=40, description="its number in the decision")
    text: Text = Field(description="in the register's own words")
    verb: ShortText = Field(description="what it does: decides, requests, approves, notes ...")
    force: Force = Field(description="what it asks of its addressees")
    collective: Collective = Field(
        default=Collective.ALL, description="done when all have done it, or counted by the share that has"
    )


class CommitmentRow(Act):
    """One provision for one addressee; the date is the day it was assigned, lacking that the decision's."""

    provision: ProvisionRef = Field(description="where it is laid down")
    also_under: list[ProvisionRef] = Field(default=[], description="other provisions that lay down the same commitment")
    parent: CommitmentRef | None = Field(default=None, description="the commitment this is a part of")
    state: StateRef | None = Field(default=None, description="the member addressed")
    organ: OrganRef | None = Field(default=None, description="the organ addressed")
    title: Text = Field(description="what is to be done, in a line")
    kind: CommitmentKind = Field(description="a result in the world, or something to be carried out")
    report_first: Day | None = Field(default=None, description="when the first report is due")
    report_every_months: int | None = Field(
        default=None, ge=1, le=1200, description="how many months lie between reports"
    )
    instrument: InstrumentRef | None = Field(default=None, description="the instrument to consent to be bound by")


class CommitmentActRow(Act):
    """Acceptance, a start, a block or an end."""

    commitment: CommitmentRef = Field(description="which commitment")
    kind: CommitmentActKind = Field(description="what became of it")
    reason: Text | None = Field(default=None, description="the reason given")
    successor: CommitmentRef | None = Field(default=None, description="kind superseded: the commitment in its place")


class DeadlineRow(Act):
    """A day by which to be done; the date is the day it was set. The first is the baseline."""

    commitment: CommitmentRef = Field(description="which commitment")
    due: Day = Field(description="the day by which to be done")
    author: ShortText = Field(description="who set it")
    authority: Text | None = Field(default=None, description="on what ground: a decision, a letter")
    reason: Text | None = Field(default=None, description="why it was set or moved")


class ReportRow(Act):
    """What somebody says about a commitment: the addressee, unless somebody else is named."""

    commitment: CommitmentRef = Field(description="which commitment")
    period_start: Day | None = Field(default=None, description="the first day it covers")
    period_end: Day | None = Field(default=None, description="the last day it covers")
    claimed: Claim = Field(description="what it says about the commitment")
    by_state: StateRef | None = Field(default=None, description="a state other than the addressee that reports")
    by_organ: OrganRef | None = Field(default=None, description="an organ other than the addressee that reports")
    text: Text | None = Field(default=None, description="what it says, in the register's own words")


class EvidenceRow(Act):
    """A document put to a report; the date is the document's."""

    report: Annotated[str, Ref("reports")] = Field(description="the report it is put to")
    title: Text = Field(description="what the document is")
    sha256: Annotated[str, StringConstraints(pattern="^([0-9a-f]{64})?$")] = Field(
        default="", description="its SHA-256 in hexadecimal; empty where it is not held"
    )
    bearing: Bearing = Field(description="whether it speaks for the report or against it")


class AssessmentRow(Act):
    """What somebody who looked found."""

    commitment: CommitmentRef = Field(description="which commitment")
    assessor: Assessor = Field(description="who looked")
    result: Result = Field(description="what they found")
    reason: Text | None = Field(default=None, description="on what ground")


def _rows(rows: Rows, table: str) -> Mapping[str, Any]:
    return {placed.row.id: placed.row for placed in rows.get(table, [])}


def _circles(placed_rows: list[Placed], field: str, wrong: str) -> Iterator[Objection]:
    """Each row from which following ``field`` leads back to itself."""
    following = {placed.row.id: getattr(placed.row, field) for placed in placed_rows}
    for placed in placed_rows:
        seen: set[str] = set()
        key = following[placed.row.id]
        while key is not None and key != placed.row.id and key not in seen:
            seen.add(key)
            key = following.get(key)
        if key == placed.row.id:
            yield placed, (field,), wrong, f"{field} of a row that exists without this one"


def _decisions(rows: Rows) -> Iterator[Objection]:
    """Nobody both took part and stayed out; replacements do not run in a circle."""
    yield from _circles(rows["decisions"], "replaces", "decisions replace each other in a circle")
    for placed in rows["decisions"]:
        row: Any = placed.row
        if both := sorted(set(row.participants) & set(row.not_participating)):
            yield placed, ("not_participating",), f"{', '.join(both)} took part and did not", "each state in one list"


def _provisions(rows: Rows) -> Iterator[Objection]:
    """Provisions form a tree inside one decision."""
    yield from _circles(rows["provisions"], "parent", "provisions run in a circle")
    known = _rows(rows, "provisions")
    for placed in rows["provisions"]:
        row: Any = placed.row
        parent = known.get(row.parent)
        if parent is not None and parent.decision != row.decision:
            yield placed, ("parent",), f"{row.parent} belongs to {parent.decision}", f"a provision of {row.decision}"


def _commitments(rows: Rows) -> Iterator[Objection]:
    """A commitment has one addressee, is no part of itself and stands under each provision once."""
    yield from _circles(rows["commitments"], "parent", "commitments are parts of each other in a circle")
    for placed in rows["commitments"]:
        row: Any = placed.row
        if (row.state is None) == (row.organ is None):
            wrong = "no addressee" if row.state is None else "two addressees"
            yield placed, (), wrong, "either state or organ"
        if row.provision in row.also_under or len(set(row.also_under)) < len(row.also_under):
            yield placed, ("also_under",), "the same provision twice", "each provision once"
        if row.report_every_months is not None and row.report_first is None:
            yield placed, ("report_every_months",), "a schedule without a first report", "report_first"


def _commitment_acts(rows: Rows) -> Iterator[Objection]:
    """Only what is superseded has a successor, and never itself."""
    for placed in rows["commitment_acts"]:
        row: Any = placed.row
        if row.successor is not None and row.kind is not CommitmentActKind.SUPERSEDED:
            yield placed, ("successor",), f"a successor to what is {row.kind.value}", "kind superseded"
        if row.successor == row.commitment:
            yield placed, ("successor",), "it supersedes itself", "another commitment"


def _deadlines(rows: Rows) -> Iterator[Objection]:
    """Nothing is due before it was decided, and no deadline was set before the decision."""
    decisions, provisions, commitments = (_rows(rows, name) for name in ("decisions", "provisions", "commitments"))
    for placed in rows["deadlines"]:
        row: Any = placed.row
        commitment = commitments.get(row.commitment)
        provision = provisions.get(commitment.provision) if commitment else None
        decision = decisions.get(provision.decision) if provision else None
        if decision is None or decision.date is None:
            continue
        adopted = ImpreciseDate.parse(decision.date)
        if row.due < adopted.earliest:
            yield placed, ("due",), f"due before the decision of {adopted}", f"a day from {adopted.earliest} on"
        if row.date is not None and ImpreciseDate.parse(row.date).latest < adopted.earliest:
            yield placed, ("date",), f"set before the decision of {adopted}", f"a day from {adopted.earliest} on"


def _reports(rows: Rows) -> Iterator[Objection]:
    """A report is made by one reporter about a period that ends after it starts."""
    for placed in rows["reports"]:
        row: Any = placed.row
        if row.by_state is not None and row.by_organ is not None:
            yield placed, ("by_organ",), "two reporters", "by_state or by_organ; neither: the addressee itself"
        if row.period_start is not None and row.period_end is not None and row.period_end < row.period_start:
            yield placed, ("period_end",), f"ends before it starts on {row.period_start}", "a later day"


TABLES = (
    PackTable("decisions", DecisionRow, "decisions.Decision", _decisions),
    PackTable("provisions", ProvisionRow, "decisions.Provision", _provisions),
    PackTable("commitments", CommitmentRow, "decisions.Commitment", _commitments),
    PackTable("commitment_acts", CommitmentActRow, "decisions.CommitmentAct", _commitment_acts),
    PackTable("deadlines", DeadlineRow, "decisions.Deadline", _deadlines),
    PackTable("reports", ReportRow, "decisions.Report", _reports),
    PackTable("evidence", EvidenceRow, "decisions.Evidence"),
    PackTable("assessments", AssessmentRow, "decisions.Assessment"),
)
