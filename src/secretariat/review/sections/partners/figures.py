"""The figures of the chapter on partners."""

from collections.abc import Iterable, Sequence

from secretariat.kernel import Figure, Standing, Trace
from secretariat.partners.queries import PartnerOverview
from secretariat.partners.rules import (
    Adoption,
    FollowUpState,
    FollowUpStatus,
    LinkKind,
    LinkState,
    LinkStatus,
    PartnerState,
)
from secretariat.review.queries import Snapshot
from secretariat.review.rules.method import Method, count
from secretariat.review.rules.partners import FOLLOW_UPS, LINKS, OVERLAP

MADE = frozenset({LinkState.IN_FORCE, LinkState.ADOPTED, LinkState.SIGNED, LinkState.SUSPENDED})
"""The states of a link that was made and has not ended."""


def existing(shot: Snapshot) -> list[PartnerOverview]:
    """The partners that exist on the day."""
    return [each for each in shot.partners.overviews if each.existence.state is PartnerState.EXISTS]


def _rows_of(links: Iterable[LinkStatus]) -> tuple[tuple[str, ...], tuple[Standing, ...], tuple[str, ...]]:
    """The acts beneath some links (or the link's own row where there is none), their standings and sources."""
    rows: dict[str, None] = {}
    standings: list[Standing] = []
    sources: dict[str, None] = {}
    for link in links:
        rows |= dict.fromkeys([act.key for act in link.basis] or [link.link.key])
        standings.append(link.standing)
        sources |= dict.fromkeys(link.sources)
    return tuple(rows), tuple(standings), tuple(sources)


def links_figure(name: str, links: Sequence[LinkStatus], *filters: str) -> Figure:
    """How many links there are of some sort."""
    rows, standings, sources = _rows_of(links)
    return count(
        name,
        LINKS,
        rows,
        unit="links",
        value=len(links),
        standings=standings,
        sources=sources,
        filters=filters,
    )


def in_force(shot: Snapshot) -> list[LinkStatus]:
    """The links in force."""
    return [link for link in shot.partners.links if link.state is LinkState.IN_FORCE]


def resolutions(shot: Snapshot) -> list[LinkStatus]:
    """The resolutions on cooperation that were adopted."""
    return [
        link
        for link in shot.partners.links
        if link.link.kind is LinkKind.RESOLUTION and link.state is LinkState.ADOPTED
    ]


def voted(shot: Snapshot) -> list[LinkStatus]:
    """Those of them that were put to a recorded vote."""
    return [link for link in resolutions(shot) if link.adopted and link.adopted.adoption is Adoption.RECORDED_VOTE]


def undated(shot: Snapshot) -> list[LinkStatus]:
    """The links whose day nobody has found."""
    return [link for link in shot.partners.links if link.state is LinkState.UNKNOWN]


def linked_figure(shot: Snapshot) -> Figure:
    """How many of the partners that exist have a link that was made; bodies count as partners of their own."""
    partners = existing(shot)
    linked = [each for each in partners if any(link.state in MADE for link in each.links)]
    rows, standings, sources = _rows_of(link for each in linked for link in each.links if link.state in MADE)
    trace = Trace(LINKS.name, LINKS.version, rows, (f"on = {shot.on}", "partner exists"), standings, sources)
    return Figure.rate("partners-linked", len(linked), len(partners), trace)


def in_common_figure(each: PartnerOverview) -> Figure:
    """How many of our members are members of a partner; without a value where its membership is not recorded."""
    places = [place for place in each.overlap.places if place.basis]
    acts = list(dict.fromkeys(act for place in places for act in place.basis))
    trace = Trace(
        OVERLAP.name,
        OVERLAP.version,
        tuple(act.key for act in acts),
        (f"partner = {each.partner.key}", "state is a member"),
        tuple(place.standing for place in places),
        tuple(dict.fromkeys(key for act in acts for key in act.basis.sources)),
    )
    name = f"{each.partner.key.lower().replace('_', '-')}-members-in-common"
    found = each.members_in_common
    if found is None:
        return Figure(name, None, "share", trace)
    return Figure.rate(name, len(found), len(each.overlap.places), trace)


def whole_figure(shot: Snapshot) -> Figure:
    """Of how many partners every one of our members is a member; bodies and unrecorded partners are left out."""
    partners = [each for each in existing(shot) if each.partner.part_of is None and each.members_in_common is not None]
    whole = [each for each in partners if len(each.members_in_common or ()) == len(each.overlap.places)]
    acts = dict.fromkeys(act for each in whole for place in each.overlap.places for act in place.basis)
    trace = Trace(
        OVERLAP.name,
        OVERLAP.version,
        tuple(act.key for act in acts),
        (f"on = {shot.on}", "partner exists", "membership on record", "every member is a member"),
        tuple(act.standing for act in acts),
        tuple(dict.fromkeys(key for act in acts for key in act.basis.sources)),
    )
    return Figure.rate("partners-with-all-members", len(whole), len(partners), trace)


def _follow_ups(name: str, method: Method, statuses: Sequence[FollowUpStatus]) -> Figure:
    return count(
        name,
        method,
        tuple(act.key for status in statuses for act in status.acts),
        unit="follow-ups",
        value=len(statuses),
        standings=tuple(status.standing for status in statuses),
        sources=tuple(key for status in statuses for key in status.sources),
    )


def open_figure(shot: Snapshot) -> Figure:
    """How much of what was agreed is open."""
    return _follow_ups(
        "partner-follow-ups-open",
        FOLLOW_UPS,
        [each for each in shot.partners.follow_ups if each.state is FollowUpState.OPEN],
    )


def overdue_figure(shot: Snapshot) -> Figure:
    """How much of what was agreed is overdue."""
    return _follow_ups(
        "partner-follow-ups-overdue", FOLLOW_UPS, [each for each in shot.partners.follow_ups if each.overdue]
    )


def partner_follow_ups(each: PartnerOverview) -> tuple[Figure, Figure]:
    """What is open with one partner, and what of it is overdue."""
    stem = each.partner.key.lower().replace("_", "-")
    overdue = [status for status in each.open_follow_ups if status.overdue]
    return (
        _follow_ups(f"{stem}-follow-ups", FOLLOW_UPS, each.open_follow_ups),
        _follow_ups(f"{stem}-follow-ups-overdue", FOLLOW_UPS, overdue),
    )


def figures(shot: Snapshot) -> list[Figure]:
    """The figures by which two reviews are compared."""
    if not shot.partners.overviews:
        return []
    on = f"on = {shot.on}"
    return [
        linked_figure(shot),
        whole_figure(shot),
        links_figure("partner-links-in-force", in_force(shot), on, "in force"),
        links_figure("partner-resolutions", resolutions(shot), on, "kind = resolution", "adopted"),
        links_figure("partner-resolutions-voted", voted(shot), on, "adoption = recorded_vote"),
        links_figure("partner-links-unknown", undated(shot), on, "day unknown"),
        open_figure(shot),
        overdue_figure(shot),
        *(in_common_figure(each) for each in existing(shot) if each.partner.part_of is None),
    ]
