"""All partners on a day: links, members in common, contacts and what is open, from one reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from secretariat.access.rules import Viewer
from secretariat.kernel import ImpreciseDate, Standing
from secretariat.parties.queries import NoOrganisation, states
from secretariat.parties.queries import members as members_of_organisation
from secretariat.parties.rules import State, StatusPeriod
from secretariat.partners.queries.reading import Reader, grouped, newest_first
from secretariat.partners.rules import (
    Constitution,
    Contact,
    Existence,
    FollowUpState,
    FollowUpStatus,
    LinkState,
    LinkStatus,
    Overlap,
    Partner,
    PartnerState,
    Seat,
    constitution_of,
    existence_on,
    is_visible_on,
    link_status_on,
    membership_history,
    overlap_on,
    place_on,
    seat_of_members,
    strongest,
)


@dataclass(frozen=True, slots=True)
class PartnerOverview:
    """A partner on a day: whether it exists, the state of the links with it, the members in common, what is open.

    ``link`` is the firmest of its links (``None`` where none is on record); those of its bodies are theirs.
    """

    partner: Partner
    existence: Existence
    links: tuple[LinkStatus, ...]
    overlap: Overlap
    contacts: tuple[Contact, ...]
    follow_ups: tuple[FollowUpStatus, ...]

    @property
    def link(self) -> LinkStatus | None:
        """The firmest of its links."""
        return strongest(self.links)

    @property
    def link_state(self) -> LinkState:
        """The state of the firmest link; with a partner that has ceased, ceased."""
        if self.existence.state is PartnerState.CEASED:
            return LinkState.CEASED
        return self.link.state if self.link is not None else LinkState.NONE

    @property
    def when(self) -> ImpreciseDate | None:
        """Since when the links are in that state, as precisely as known; ``None`` without a link or a known date."""
        if self.existence.state is PartnerState.CEASED:
            return ImpreciseDate.on(self.existence.since) if self.existence.since else None
        same = [each.when for each in self.links if each.state is self.link_state]
        return min((when for when in same if when is not None), key=lambda when: when.latest, default=None)

    @property
    def since(self) -> date | None:
        """The day from which that surely holds: the last one that the date can mean."""
        return self.when.latest if self.when is not None else None

    @property
    def members_in_common(self) -> tuple[str, ...] | None:
        """The codes of the members in common, by code; ``None`` where the partner's membership is not recorded."""
        return self.overlap.members

    @property
    def open_follow_ups(self) -> tuple[FollowUpStatus, ...]:
        """What was agreed with it and is neither done nor dropped."""
        return tuple(each for each in self.follow_ups if each.state is FollowUpState.OPEN)

    @property
    def standing(self) -> Standing:
        """The standing of the state of its links; of a partner without any, that of the partner's own row."""
        if self.existence.state is PartnerState.CEASED:
            return self.existence.standing
        return self.link.standing if self.link is not None else self.partner.basis.standing

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath the state of its links, or those of its own row."""
        if self.existence.state is PartnerState.CEASED:
            return self.existence.sources
        keys = self.link.sources if self.link is not None else ()
        return keys or self.partner.basis.sources


@dataclass(frozen=True)
class PartnerRegister:
    """All partners on a day, read once."""

    on: date
    states: Mapping[str, State]
    members: tuple[str, ...]
    overviews: tuple[PartnerOverview, ...]
    constitutions: Mapping[str, Constitution]

    def overview(self, key: str) -> PartnerOverview | None:
        """One partner; ``None`` where the register lists no such partner on the day."""
        return next((each for each in self.overviews if each.partner.key == key), None)

    @cached_property
    def links(self) -> tuple[LinkStatus, ...]:
        """Every link with every partner."""
        return tuple(link for each in self.overviews for link in each.links)

    @cached_property
    def follow_ups(self) -> tuple[FollowUpStatus, ...]:
        """Everything agreed, each once, by due date."""
        found = {status.follow_up.key: status for each in self.overviews for status in each.follow_ups}
        return tuple(sorted(found.values(), key=lambda each: (each.due.latest if each.due else date.max,
                                                              each.follow_up.key)))  # fmt: skip

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact once, newest first, undated ones last."""
        found = {contact.key: contact for each in self.overviews for contact in each.contacts}
        return tuple(sorted(found.values(), key=newest_first))

    def seat(self, key: str, state: str) -> Seat:
        """What a state is in a partner, whether it is a member of the organisation or not."""
        constitution = self.constitutions.get(key)
        return place_on(constitution, state, self.on).seat if constitution else Seat.UNKNOWN

    def history(self, key: str) -> dict[str, list[StatusPeriod]]:
        """The statuses over time of every state that ever did anything about a partner's membership, by code."""
        constitution = self.constitutions.get(key)
        if constitution is None:
            return {}
        codes = sorted({act.state for act in constitution.acts if act.state is not None})
        overview = self.overview(key)
        ended = overview.existence.since if overview and overview.existence.state is PartnerState.CEASED else None
        found = {code: membership_history(constitution, code, self.on, ended) for code in codes}
        return {code: periods for code, periods in found.items() if periods}


def _members(viewer: Viewer, on: date, known_at: datetime) -> tuple[str, ...]:
    """The codes of the members of the organisation on the day; none where there is no organisation yet."""
    try:
        found = members_of_organisation(viewer, on=on, known_at=known_at)
    except NoOrganisation:
        return ()
    return tuple(sorted(member.state.code for member in found))


def partner_register(viewer: Viewer, *, on: date, known_at: datetime) -> PartnerRegister:
    """Every partner that exists or has existed by ``on``, by id, with its links, contacts and members in common.

    Thirteen queries, however many partners.
    """
    read = Reader(viewer, known_at)
    partners = read.partners()
    acts, memberships = grouped(read.partner_acts(), "partner"), grouped(read.memberships(), "instrument")
    constitutions = {
        key: constitution_of(partner, acts.get(key, []), memberships.get(key, [])) for key, partner in partners.items()
    }
    part_of = {key: partner.part_of for key, partner in partners.items()}
    links, link_acts = grouped(read.links(), "partner"), grouped(read.link_acts(), "link")
    contacts = read.contacts(on)
    follow_ups = read.follow_ups(on, {contact.key: contact for contact in contacts})
    described = {state.code: state for state in states(viewer, known_at=known_at)}
    codes = _members(viewer, on, known_at)
    found = []
    for key, partner in partners.items():
        existence = existence_on(acts.get(key, []), on)
        if existence.state is PartnerState.NOT_FOUNDED:
            continue
        constitution = seat_of_members(key, part_of, constitutions)
        own = [link for link in links.get(key, []) if is_visible_on(link, link_acts.get(link.key, []), on)]
        statuses = [link_status_on(link, link_acts.get(link.key, []), on, existence) for link in own]
        found.append(
            PartnerOverview(
                partner=partner,
                existence=existence,
                links=tuple(sorted(statuses, key=lambda each: (each.since or date.max, each.link.key))),
                overlap=overlap_on(constitution or constitutions[key], codes, on, asked=key, existence=existence),
                contacts=tuple(contact for contact in contacts if key in contact.partners),
                follow_ups=tuple(each for each in follow_ups if key in each.follow_up.partners),
            )
        )
    return PartnerRegister(on, described, codes, tuple(found), constitutions)


def partners(viewer: Viewer, *, on: date, known_at: datetime) -> tuple[PartnerOverview, ...]:
    """Every partner on a day, by id."""
    return partner_register(viewer, on=on, known_at=known_at).overviews
