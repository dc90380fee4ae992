"""The partners' part of an organisation pack: partners.yaml, partner_acts.yaml, partner_memberships.yaml and so on."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field

from secretariat.parties.rules import ActKind
from secretariat.partners.rules import (
    Adoption,
    ContactKind,
    FollowUpActKind,
    LinkActKind,
    LinkKind,
    PartnerActKind,
    PartnerKind,
)
from secretariat.sources.pack.rows import Act, DateText, OtherDate, Part, Ref, Row, ShortText, StateRef, Text
from secretariat.sources.pack.tables import Objection, PackTable, Rows

PartnerRef = Annotated[str, Ref("partners")]
LinkRef = Annotated[str, Ref("links")]
ContactRef = Annotated[str, Ref("contacts")]
FollowUpRef = Annotated[str, Ref("follow_ups")]


class PartnerRow(Row):
    """An organisation, a body of one, or an arrangement with which the organisation has to do."""

    kind: PartnerKind = Field(default=PartnerKind.ORGANISATION, description="what kind of partner it is")
    name: Text = Field(description="its full name")
    short: Text = Field(description="its short name")
    part_of: PartnerRef | None = Field(default=None, description="kind body: the partner whose body it is")
    website: str = Field(default="", max_length=300, description="its address on the web")


class PartnerActRow(Act):
    """A partner was founded, or ceased to exist."""

    partner: PartnerRef = Field(description="the partner")
    kind: PartnerActKind = Field(description="what happened")
    successor: PartnerRef | None = Field(default=None, description="kind ceased: the partner that came after it")
    text: Text | None = Field(default=None, description="how, in the register's own words")


class OtherMembership(OtherDate):
    """What another source says instead about the same act: another date, or another kind of act."""

    kind: ActKind | None = Field(default=None, description="the kind of act this source speaks of")


class MembershipRow(Act):
    """What a state, or an organ of the partner, did about the state's membership."""

    partner: PartnerRef = Field(description="the partner")
    state: StateRef = Field(description="the state")
    kind: ActKind = Field(
        description="what was done; dialogue partner is partner_status, a founder's act definitive_signature"
    )
    effective: DateText | None = Field(default=None, description="the day it takes effect, if not its own date")
    by: str = Field(default="", max_length=40, description="who did it, where that is not the state")
    text: Text | None = Field(default=None, description="what was done or declared, in the register's own words")
    alternatives: Sequence[OtherMembership] = Field(default=[], description="what other sources say instead")


class LinkRow(Row):
    """A text or a status that ties the organisation and a partner."""

    partner: PartnerRef = Field(description="with whom")
    kind: LinkKind = Field(description="what kind of text or status")
    title: Text = Field(description="its title")
    symbol: str = Field(default="", max_length=100, description="its symbol, e.g. that of a resolution")
    body: Text | None = Field(default=None, description="who acts for the partner, if not the partner as a whole")
    binds: list[StateRef] = Field(default=[], description="the members it binds; left out: the organisation as a whole")
    awaits_entry: bool = Field(
        default=False, description="true: signature alone does not bring it into force; an act has to say so"
    )


class VotesPart(Part):
    """The recorded result of a vote; a count that is not known is left out."""

    yes: int | None = Field(default=None, ge=0, description="votes in favour")
    no: int | None = Field(default=None, ge=0, description="votes against")
    abstaining: int | None = Field(default=None, ge=0, description="abstentions")
    against: list[ShortText] = Field(default=[], description="ISO codes of those that voted against, where known")


class OtherLinkAct(OtherDate):
    """What another source says instead about the same act: another date, or another kind of act."""

    kind: LinkActKind | None = Field(default=None, description="the kind of act this source speaks of")


class LinkActRow(Act):
    """One act about a link."""

    link: LinkRef = Field(description="the link")
    kind: LinkActKind = Field(description="what was done")
    adoption: Adoption | None = Field(default=None, description="kind adopted: how; left out where nobody says")
    votes: VotesPart | None = Field(default=None, description="adoption recorded_vote: the result")
    place: Text | None = Field(default=None, description="where")
    by: Text | None = Field(default=None, description="by whom")
    text: Text | None = Field(default=None, description="what was done, in the register's own words")
    alternatives: Sequence[OtherLinkAct] = Field(default=[], description="what other sources say instead")


class ContactRow(Act):
    """A meeting, a consultation, a joint activity with one or more partners."""

    partners: list[PartnerRef] = Field(min_length=1, description="with whom")
    kind: ContactKind = Field(description="what kind of contact")
    title: Text = Field(description="what it was")
    place: Text | None = Field(default=None, description="where")
    text: Text | None = Field(default=None, description="what it was about, in the register's own words")


class FollowUpRow(Row):
    """Something that was agreed at a contact."""

    contact: ContactRef = Field(description="where it was agreed")
    title: Text = Field(description="what is to be done")
    responsible: Text | None = Field(default=None, description="who is to do it")


class FollowUpActRow(Act):
    """Something agreed was agreed, moved, done or dropped."""

    follow_up: FollowUpRef = Field(description="what it is about")
    kind: FollowUpActKind = Field(description="what happened")
    due: DateText | None = Field(default=None, description="kind agreed or moved: by when; left out: no day was named")
    text: Text | None = Field(default=None, description="how, in the register's own words")

    own_date_fields: ClassVar[tuple[str, ...]] = ("date",)


def _partners(rows: Rows) -> Iterator[Objection]:
    """A body names whose body it is, nothing else does, and bodies do not stand inside each other in a circle."""
    part_of = {placed.row.id: getattr(placed.row, "part_of", None) for placed in rows["partners"]}
    for placed in rows["partners"]:
        row: Any = placed.row
        if row.kind is PartnerKind.BODY and row.part_of is None:
            yield placed, ("kind",), "a body of nobody", "part_of with the id of a partner"
        if row.kind is not PartnerKind.BODY and row.part_of is not None:
            yield placed, ("part_of",), f"a partner of the kind {row.kind.value} inside another", "the kind body"
        seen, key = {row.id}, row.part_of
        while key is not None and key not in seen:
            seen.add(key)
            key = part_of.get(key)
        if key is not None:
            yield placed, ("part_of",), "bodies stand inside each other in a circle", "a partner outside this one"


def _partner_acts(rows: Rows) -> Iterator[Objection]:
    """Only a partner that ceased has a successor, and not itself."""
    for placed in rows["partner_acts"]:
        row: Any = placed.row
        if row.successor is not None and row.kind is not PartnerActKind.CEASED:
            yield placed, ("successor",), f"a successor of a partner that was {row.kind.value}", "the kind ceased"
        if row.successor == row.partner:
            yield placed, ("successor",), "its own successor", "another partner"


def _link_acts(rows: Rows) -> Iterator[Objection]:
    """How something was adopted is said of an adoption; a result belongs to a recorded vote."""
    for placed in rows["link_acts"]:
        row: Any = placed.row
        if row.adoption is not None and row.kind is not LinkActKind.ADOPTED:
            yield placed, ("adoption",), f"a way of adoption of an act of the kind {row.kind.value}", "the kind adopted"
        if row.votes is None:
            continue
        if row.adoption is not Adoption.RECORDED_VOTE:
            yield placed, ("votes",), "a result without a recorded vote", "adoption: recorded_vote"
        if row.votes.no is not None and len(row.votes.against) > row.votes.no:
            wrong = f"{len(row.votes.against)} states named for {row.votes.no} votes"
            yield placed, ("votes", "against"), wrong, "no more states than votes against"


def _follow_up_acts(rows: Rows) -> Iterator[Objection]:
    """A due date is set by an agreement or a move; a move without a new one moves nothing."""
    for placed in rows["follow_up_acts"]:
        row: Any = placed.row
        sets_due = row.kind in {FollowUpActKind.AGREED, FollowUpActKind.MOVED}
        if row.due is not None and not sets_due:
            yield placed, ("due",), f"a due date of something that was {row.kind.value}", "the kind agreed or moved"
        if row.kind is FollowUpActKind.MOVED and row.due is None:
            yield placed, ("kind",), "moved to no day", "due with the new date"


TABLES = (
    PackTable("partners", PartnerRow, "partners.Partner", _partners),
    PackTable("partner_acts", PartnerActRow, "partners.PartnerAct", _partner_acts),
    PackTable("partner_memberships", MembershipRow, "partners.Membership"),
    PackTable("links", LinkRow, "partners.Link"),
    PackTable("link_acts", LinkActRow, "partners.LinkAct", _link_acts),
    PackTable("contacts", ContactRow, "partners.Contact"),
    PackTable("follow_ups", FollowUpRow, "partners.FollowUp"),
    PackTable("follow_up_acts", FollowUpActRow, "partners.FollowUpAct", _follow_up_acts),
)
