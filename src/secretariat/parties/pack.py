"""The parties' part of an organisation pack: organisation.yaml, states.yaml, instruments.yaml, treaty_acts.yaml."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from secretariat.parties.rules import ActKind, EntryRuleKind
from secretariat.sources.pack.rows import Act, DateText, OtherDate, Part, Ref, Row, ShortText, StateRef, Text
from secretariat.sources.pack.tables import Objection, PackTable, Rows

InstrumentRef = Annotated[str, Ref("instruments")]


class Region(Part):
    """A region of interest: a name and the countries in it."""

    id: ShortText = Field(description="unique among the regions")
    name: Text = Field(description="its name")
    countries: list[Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]] = Field(
        default=[], description="ISO 3166 alpha-2 codes of the countries in it"
    )


class FieldOfWork(Part):
    """A field of work of the organisation."""

    id: ShortText = Field(description="unique among the fields of work")
    name: Text = Field(description="its name")


class LeadTimePart(Part):
    """How long before a meeting one kind of document is due."""

    purpose: Literal["provisional_agenda", "annotated_agenda", "report", "draft_decision", "note"] = Field(
        description="what the document is for"
    )
    days: Annotated[int, Field(ge=0, le=366)] = Field(description="days before the first day of the meeting")
    kind: Literal["calendar", "working"] = Field(
        default="calendar", description="which days are counted; working days are Monday to Friday"
    )
    translation: bool = Field(default=False, description="for the other languages, not for the original")


class OrganisationRow(Row):
    """The organisation itself."""

    name: Text = Field(description="its full name")
    short: Text = Field(description="its short name")
    languages: list[ShortText] = Field(min_length=1, description="its languages, such as en and ru")
    constituent: InstrumentRef = Field(description="the instrument whose parties are the members")
    members_listed_in: ShortText = Field(default="en", description="the language whose alphabet orders the members")
    symbol_scheme: str = Field(default="", description="how documents are numbered, e.g. {organ}/{year}/{number}")
    point_of_view: Text | None = Field(default=None, description="the position on disputed borders, printed on maps")
    fields_of_work: list[FieldOfWork] = Field(default=[], description="what it works on")
    regions: list[Region] = Field(default=[], description="the regions it follows")
    disclaimer: Text | None = Field(
        default=None, description="what readers of pages and reviews must know about this register"
    )
    document_schedule: list[LeadTimePart] | None = Field(
        default=None, description="when documents of meetings are due; the program's own schedule where not stated"
    )


class FormerName(Part):
    """A name a state bore until (not including) a day."""

    until: date = Field(description="the first day on which it was no longer borne")
    name: Text = Field(description="the short name until then")


class StateRow(Row):
    """A state; the id is its ISO 3166 alpha-2 code."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(#[0-9]+)?$")] = Field(
        description="ISO 3166 alpha-2 code; #2 and so on behind it starts the id of a correction"
    )
    name: Text = Field(description="the short name")
    protocol_name: Text = Field(description="the name the organisation's own documents use")
    former_names: list[FormerName] = Field(default=[], description="names borne earlier, oldest first")


class EntryRow(Part):
    """When an instrument enters into force."""

    kind: EntryRuleKind = Field(default=EntryRuleKind.UNKNOWN, description="what it waits for")
    deposits: int = Field(default=0, ge=0, description="kind deposits: how many consents to be bound")
    states: list[StateRef] = Field(default=[], description="kind named: whose consents")
    instruments: list[InstrumentRef] = Field(
        default=[], description="kind with: the instruments it enters into force together with"
    )
    delay_days: int = Field(default=0, ge=0, description="days from the act that completes the condition")
    later_delay_days: int = Field(default=0, ge=0, description="days from the consent of a state that joins later")


class InstrumentRow(Row):
    """A treaty, charter, protocol or agreement."""

    kind: ShortText = Field(description="treaty, charter, protocol, agreement, regulation ...")
    title: Text = Field(description="its title")
    short: Text | None = Field(default=None, description="how it is called in running text")
    place: Text | None = Field(default=None, description="where it was signed")
    amends: InstrumentRef | None = Field(default=None, description="the instrument it amends")
    entry: EntryRow = Field(default=EntryRow(), description="when it enters into force")
    registration: str = Field(default="", max_length=200, description="its number in a treaty collection")


class OtherAct(OtherDate):
    """What another source says instead about the same act: another date, or another kind of act."""

    kind: ActKind | None = Field(default=None, description="the kind of act this source speaks of")


class TreatyActRow(Act):
    """What a state, an organ or a depositary did about an instrument."""

    instrument: InstrumentRef = Field(description="what the act is about")
    state: StateRef | None = Field(default=None, description="left out: the act concerns the whole instrument")
    kind: ActKind = Field(description="what was done")
    effective: DateText | None = Field(default=None, description="the day it takes effect, if not its own date")
    by: str = Field(default="", max_length=40, description="who did it, where that is not the state: an organ's id")
    place: Text | None = Field(default=None, description="where")
    text: Text | None = Field(default=None, description="what was declared or reserved, in the register's own words")
    alternatives: Sequence[OtherAct] = Field(default=[], description="what other sources say instead")


def _instruments(rows: Rows) -> Iterator[Objection]:
    """An entry clause names what it counts; amendments do not run in a circle."""
    amends = {placed.row.id: getattr(placed.row, "amends", None) for placed in rows["instruments"]}
    for placed in rows["instruments"]:
        row: Any = placed.row
        needs = {
            EntryRuleKind.DEPOSITS: ("deposits", row.entry.deposits),
            EntryRuleKind.NAMED: ("states", row.entry.states),
            EntryRuleKind.WITH: ("instruments", row.entry.instruments),
        }
        name, value = needs.get(row.entry.kind, ("", True))
        if not value:
            yield placed, ("entry", "kind"), f"the kind {row.entry.kind.value} names no {name}", f"entry.{name}"
        seen, key = {row.id}, row.amends
        while key is not None and key not in seen:
            seen.add(key)
            key = amends.get(key)
        if key is not None:
            yield placed, ("amends",), "amendments run in a circle", "an instrument that exists without this one"


_OF_A_STATE = frozenset(ActKind) - {ActKind.ANNOUNCEMENT, ActKind.DECLARATION}


def _treaty_acts(rows: Rows) -> Iterator[Objection]:
    """An act of a state names it; nothing takes effect before the notice that starts it."""
    for placed in rows["treaty_acts"]:
        row: Any = placed.row
        if row.state is None and row.kind in _OF_A_STATE:
            yield placed, (), f"a {row.kind.value} without a state", "state with its ISO code"


TABLES = (
    PackTable("instruments", InstrumentRow, "parties.Instrument", _instruments),
    PackTable("organisation", OrganisationRow, "parties.Organisation", single=True),
    PackTable("states", StateRow, "parties.State"),
    PackTable("treaty_acts", TreatyActRow, "parties.TreatyAct", _treaty_acts),
)
