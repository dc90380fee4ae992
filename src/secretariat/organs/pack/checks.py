"""What the rows of the organs must say together."""

from collections.abc import Iterator
from typing import Any

from secretariat.kernel import ImpreciseDate
from secretariat.organs.pack.rows import day_of
from secretariat.organs.rules import (
    AdoptionActKind,
    DocumentKind,
    MeetingActKind,
    Procedure,
    ProposalActKind,
    TermEdge,
    symbol_parts,
)
from secretariat.sources.pack.tables import Objection, Placed, Rows


def _circles(placed_rows: list[Placed], column: str) -> Iterator[Objection]:
    """Rows that lead back to themselves."""
    leads = {placed.row.id: getattr(placed.row, column) for placed in placed_rows}
    for placed in placed_rows:
        seen, key = {placed.row.id}, leads[placed.row.id]
        while key is not None and key not in seen:
            seen.add(key)
            key = leads.get(key)
        if key == placed.row.id:
            yield placed, (column,), f"{column} runs in a circle", "a row that exists without this one"


def organs(rows: Rows) -> Iterator[Objection]:
    """No organ answers to itself."""
    yield from _circles(rows["organs"], "parent")


def _superseded(placed_rows: list[Placed]) -> set[str]:
    """The ids of rows that another row corrects or withdraws: only what stands is checked against the rest."""
    return {placed.row.corrects for placed in placed_rows if placed.row.corrects is not None}


def _standing_rows(rows: Rows, table: str) -> list[Placed]:
    corrected = _superseded(rows[table])
    return [placed for placed in rows[table] if placed.row.id not in corrected and not placed.row.retracted]


def terms(rows: Rows) -> Iterator[Objection]:
    """A term belongs to one office and one holder, starts before it ends and names who holds it."""
    first: dict[str, Any] = {}
    starts: dict[str, ImpreciseDate] = {}
    for placed in _standing_rows(rows, "terms"):
        row: Any = placed.row
        if row.person is None and row.state is None:
            yield placed, (), "a term of nobody", "person or state"
        lead = first.setdefault(row.term, row)
        if (lead.organ, lead.role) != (row.organ, row.role):
            yield (
                placed,
                ("term",),
                f"{row.term} is already a term of {lead.organ} ({lead.role.value})",
                "a term of its own",
            )
        if row.kind is TermEdge.START and row.date is not None:
            starts[row.term] = ImpreciseDate.parse(row.date)
    for placed in _standing_rows(rows, "terms"):
        row = placed.row
        start = starts.get(row.term)
        if row.kind is TermEdge.END and row.date and start and ImpreciseDate.parse(row.date).latest < start.earliest:
            yield placed, ("date",), f"the term {row.term} ends before it starts on {start}", "a later date"


def meetings(rows: Rows) -> Iterator[Objection]:
    """A joint meeting names other organs than its own."""
    for placed in rows["meetings"]:
        row: Any = placed.row
        if row.organ in row.joint_with:
            yield placed, ("joint_with",), f"{row.organ} sits with itself", "the other organs only"


def _announcements(placed_rows: list[Placed]) -> dict[str, list[ImpreciseDate | None]]:
    """When each meeting was announced; one that was held may have been announced before the record begins."""
    dates: dict[str, list[ImpreciseDate | None]] = {}
    for placed in placed_rows:
        row: Any = placed.row
        if row.kind in {MeetingActKind.SCHEDULED, MeetingActKind.HELD}:
            announced = row.kind is MeetingActKind.SCHEDULED and row.date is not None
            dates.setdefault(row.meeting, []).append(ImpreciseDate.parse(row.date) if announced else None)
    return dates


def _changes(placed_rows: list[Placed], meetings: set[str]) -> Iterator[Objection]:
    """What is moved or cancelled was announced before."""
    dates = _announcements(placed_rows)
    for placed in placed_rows:
        row: Any = placed.row
        if row.kind not in {MeetingActKind.MOVED, MeetingActKind.CANCELLED}:
            continue
        announced, changed = dates.get(row.meeting), f"{row.meeting} is {row.kind.value}"
        if announced is None:
            if row.meeting in meetings:
                yield placed, ("kind",), f"{changed} and was never scheduled or held", "a scheduled act"
        elif row.date is not None:
            day = ImpreciseDate.parse(row.date).latest
            if all(each is not None and day < each.earliest for each in announced):
                yield placed, ("date",), f"{changed} before it was scheduled", "a later date"


def _anchors(placed: Placed, meetings: set[str], organs: set[str]) -> Iterator[Objection]:
    """Conditions name another meeting or the next session of an organ."""
    row: Any = placed.row
    # A pack that adds to a meeting of the register may name what only the register holds.
    complete = row.meeting in meetings
    for index, constraint in enumerate(row.constraints):
        path = ("constraints", index, "anchor")
        name = constraint.anchor.removeprefix("next:")
        if name != constraint.anchor:
            if complete and name not in organs:
                yield placed, path, f"{name!r} is no organ", "next: and the id of an organ"
        elif name == row.meeting:
            yield placed, path, f"{name} is {constraint.relation} itself", "another meeting"
        elif complete and name not in meetings:
            yield placed, path, f"{name!r} does not exist", "the id of a meeting, or next:ORGAN"


def meeting_acts(rows: Rows) -> Iterator[Objection]:
    """Changes follow announcements, conditions lead somewhere, and what was held has one date."""
    meetings = {placed.row.id for placed in rows["meetings"]}
    organs = {placed.row.id for placed in rows["organs"]}
    placed_rows = _standing_rows(rows, "meeting_acts")
    yield from _changes(placed_rows, meetings)
    for placed in placed_rows:
        row: Any = placed.row
        if row.kind is MeetingActKind.HELD and row.when is not None:
            yield placed, ("when",), "a held meeting is dated twice", "the days it was held as date"
        yield from _anchors(placed, meetings, organs)


def speakers(rows: Rows) -> Iterator[Objection]:
    """Somebody speaks: a state, an organ, a person or an unnamed group."""
    for placed in rows["statements"]:
        row: Any = placed.row
        if not (row.state or row.organ or row.person or row.group):
            yield placed, (), "a statement without a speaker", "state, organ, person or group"


def attendance(rows: Rows) -> Iterator[Objection]:
    """Somebody attends."""
    for placed in rows["attendance"]:
        row: Any = placed.row
        if row.state is None and row.organisation is None and row.person is None:
            yield placed, (), "attendance of nobody", "state, organisation or person"


def proposal_acts(rows: Rows) -> Iterator[Objection]:
    """A fate comes after its proposal; only an adoption names a decision."""
    made = {placed.row.id: getattr(placed.row, "date", None) for placed in _standing_rows(rows, "proposals")}
    for placed in _standing_rows(rows, "proposal_acts"):
        row: Any = placed.row
        if row.decision is not None and row.kind is not ProposalActKind.ADOPTED:
            yield placed, ("decision",), f"a proposal that is {row.kind.value} names a decision", "kind adopted"
        day = made.get(row.proposal)
        if day and row.date and ImpreciseDate.parse(row.date).latest < ImpreciseDate.parse(day).earliest:
            yield placed, ("date",), f"{row.kind.value} before the proposal was made on {day}", "a later date"


def documents(rows: Rows) -> Iterator[Objection]:
    """An addendum belongs to a document and its symbol says so; nothing belongs to itself; symbols are given once."""
    symbols = {placed.row.id: getattr(placed.row, "symbol", "") for placed in rows["documents"]}
    owners: dict[str, str] = {}
    for placed in rows["documents"]:
        row: Any = placed.row
        if (row.of is None) is not (row.kind is DocumentKind.BASE):
            wrong = f"a {row.kind.value} document " + (
                "without the one it belongs to" if row.of is None else "of another"
            )
            yield placed, ("of",), wrong, "of with every kind but base"
        owner = owners.setdefault(row.symbol, row.corrects or row.id)
        if owner not in {row.id, row.corrects}:
            yield placed, ("symbol",), f"the symbol {row.symbol!r} is that of {owner}", "one symbol for each document"
        base, kind, _ = symbol_parts(row.symbol)
        expected = symbols.get(row.of, base) if row.of else base
        if kind is not DocumentKind.BASE and (kind is not row.kind or base != expected):
            yield (
                placed,
                ("symbol",),
                f"{row.symbol!r} does not fit a {row.kind.value} of {expected}",
                "the symbol scheme",
            )
        if unlisted := sorted(set(row.authentic) - set(row.languages)):
            yield placed, ("authentic",), f"{', '.join(unlisted)} not among its languages", "languages of the document"
    yield from _circles(rows["documents"], "of")


def adoptions(rows: Rows) -> Iterator[Objection]:
    """Each kind of act carries what the procedure needs of it."""
    for placed in rows["adoptions"]:
        row: Any = placed.row
        if row.date != day_of(row.at):
            yield placed, ("date",), f"{row.date} is not the day of {row.at.isoformat()}", "the day of at in UTC"
        if row.kind is AdoptionActKind.POSITION and (row.state is None or row.position is None):
            yield placed, (), "a position that nobody takes", "state and position"
        if row.kind in {AdoptionActKind.FORMAT_OBJECTION, AdoptionActKind.CONFIRMED} and row.state is None:
            yield placed, (), f"{row.kind.value} by nobody", "state"
        if row.kind is not AdoptionActKind.POSITION and row.position is not None:
            yield placed, ("position",), f"a position with the kind {row.kind.value}", "kind position"
        opens = row.kind is AdoptionActKind.OPENED
        if row.deadline is None and (
            row.kind is AdoptionActKind.EXTENDED or (opens and row.procedure is Procedure.SILENCE)
        ):
            yield placed, (), f"{row.kind.value} without a deadline", "deadline"
        if row.deadline is not None and row.deadline <= row.at:
            yield placed, ("deadline",), "the deadline is not after the act", "a later instant"
        if opens and row.procedure is Procedure.LIMITED_FORMAT and not row.participants:
            yield placed, (), "a limited format without participants", "participants"
