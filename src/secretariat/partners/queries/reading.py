"""The rows of this room as the rules see them, read once each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.parties.rules import ActKind, TreatyAct
from secretariat.partners import models
from secretariat.partners.rules import (
    Adoption,
    Contact,
    ContactKind,
    FollowUp,
    FollowUpAct,
    FollowUpActKind,
    FollowUpStatus,
    Link,
    LinkAct,
    LinkActKind,
    LinkKind,
    Partner,
    PartnerAct,
    PartnerActKind,
    PartnerKind,
    Votes,
    follow_up_on,
)
from secretariat.sources.columns import RecordColumns
from secretariat.sources.queries import as_known, basis_of

Item = TypeVar("Item")


def newest_first(contact: Contact) -> tuple[bool, int, str]:
    """The newest contact first, undated ones last."""
    return contact.when is None, -contact.when.latest.toordinal() if contact.when else 0, contact.key


def _when(text: str | None) -> ImpreciseDate | None:
    return ImpreciseDate.parse(text) if text else None


def _sorted(rows: Iterable[Any]) -> list[Any]:
    """Acts by date, undated ones last."""
    return sorted(rows, key=lambda row: (row.latest or date.max, row.key))


def grouped(items: Iterable[Item], by: str) -> dict[str, list[Item]]:
    """Items by the value of one of their attributes."""
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[getattr(item, by)].append(item)
    return found


class Reader:
    """Reads each table of this room, as one viewer knew it at an instant; one query a table."""

    def __init__(self, viewer: Viewer, known_at: datetime) -> None:
        self.viewer, self.known_at = viewer, known_at

    def rows(self, model: type[RecordColumns]) -> Any:
        """The rows of a table."""
        return as_known(self.viewer, model, self.known_at)

    def partners(self) -> dict[str, Partner]:
        """Partners by id."""
        found = [
            Partner(
                key=row.identity,
                kind=PartnerKind(row.kind),
                name=LocalizedText.of(row.name),
                short=LocalizedText.of(row.short),
                part_of=row.part_of_id,
                basis=basis_of(row, self.known_at),
            )
            for row in self.rows(models.Partner)
        ]
        return {partner.key: partner for partner in sorted(found, key=lambda partner: partner.key.casefold())}

    def partner_acts(self) -> list[PartnerAct]:
        """Acts about partners as a whole."""
        return [
            PartnerAct(
                key=row.key,
                partner=row.partner_id,
                kind=PartnerActKind(row.kind),
                when=_when(row.date),
                successor=row.successor_id,
                basis=basis_of(row, self.known_at),
            )
            for row in _sorted(self.rows(models.PartnerAct))
        ]

    def memberships(self) -> list[TreatyAct]:
        """Acts about membership, as treaty acts about the partner."""
        return [
            TreatyAct(
                key=row.key,
                instrument=row.partner_id,
                kind=ActKind(row.kind),
                state=row.state_id,
                when=_when(row.date),
                effective=_when(row.effective),
                by=row.by,
                text=LocalizedText.of(row.text),
                basis=basis_of(row, self.known_at),
            )
            for row in _sorted(self.rows(models.Membership))
        ]

    def links(self) -> list[Link]:
        """Links by id."""
        found = [
            Link(
                key=row.identity,
                partner=row.partner_id,
                kind=LinkKind(row.kind),
                title=LocalizedText.of(row.title),
                symbol=row.symbol,
                body=LocalizedText.of(row.body),
                binds=tuple(row.binds),
                awaits_entry=row.awaits_entry,
                basis=basis_of(row, self.known_at),
            )
            for row in self.rows(models.Link)
        ]
        return sorted(found, key=lambda link: link.key)

    def link_acts(self) -> list[LinkAct]:
        """Acts about links, by date."""
        return [
            LinkAct(
                key=row.key,
                link=row.link_id,
                kind=LinkActKind(row.kind),
                when=_when(row.date),
                adoption=Adoption(row.adoption) if row.adoption else None,
                votes=_votes(row.votes),
                place=LocalizedText.of(row.place),
                by=LocalizedText.of(row.by),
                text=LocalizedText.of(row.text),
                basis=basis_of(row, self.known_at),
            )
            for row in _sorted(self.rows(models.LinkAct))
        ]

    def contacts(self, on: date) -> list[Contact]:
        """Contacts that had taken place by a day or are undated, newest first."""
        found = [
            Contact(
                key=row.identity,
                partners=tuple(row.partners),
                kind=ContactKind(row.kind),
                title=LocalizedText.of(row.title),
                when=_when(row.date),
                place=LocalizedText.of(row.place),
                text=LocalizedText.of(row.text),
                basis=basis_of(row, self.known_at),
            )
            for row in self.rows(models.Contact)
            if row.latest is None or row.latest <= on
        ]
        return sorted(found, key=newest_first)

    def follow_ups(self, on: date, contacts: Mapping[str, Contact]) -> list[FollowUpStatus]:
        """What had been agreed by a day, by due date."""
        acts = grouped(
            (
                FollowUpAct(
                    key=row.key,
                    follow_up=row.follow_up_id,
                    kind=FollowUpActKind(row.kind),
                    when=_when(row.date),
                    due=_when(row.due),
                    text=LocalizedText.of(row.text),
                    basis=basis_of(row, self.known_at),
                )
                for row in self.rows(models.FollowUpAct)
            ),
            "follow_up",
        )
        found = []
        for row in self.rows(models.FollowUp):
            contact = contacts.get(row.contact_id)
            follow_up = FollowUp(
                key=row.identity,
                contact=row.contact_id,
                title=LocalizedText.of(row.title),
                responsible=LocalizedText.of(row.responsible),
                partners=contact.partners if contact else (),
                basis=basis_of(row, self.known_at),
            )
            status = follow_up_on(follow_up, acts.get(row.identity, []), on)
            if status is not None and contact is not None:
                found.append(status)
        return sorted(found, key=lambda each: (each.due.latest if each.due else date.max, each.follow_up.key))


def _votes(value: Mapping[str, Any] | None) -> Votes:
    if not value:
        return Votes()
    return Votes(value.get("yes"), value.get("no"), value.get("abstaining"), tuple(value.get("against", ())))
