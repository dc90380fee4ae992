"""Links with partners: what was requested, signed, adopted or granted, and what has become of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing, weakest
from secretariat.partners.rules.partners import Existence, PartnerState
from secretariat.sources.rules import Basis


class LinkKind(StrEnum):
    """What kind of text or status ties the two organisations."""

    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    PROTOCOL = "protocol"
    JOINT_DECLARATION = "joint_declaration"
    OBSERVER_STATUS = "observer_status"
    RESOLUTION = "resolution"
    """A resolution on cooperation of the partner's own organ."""


class LinkActKind(StrEnum):
    """What happened to a link."""

    REQUESTED = "requested"
    DRAFT_AGREED = "draft_agreed"
    SIGNED = "signed"
    ENTERED_INTO_FORCE = "entered_into_force"
    ADOPTED = "adopted"
    GRANTED = "granted"
    DECLINED = "declined"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    TERMINATED = "terminated"


class Adoption(StrEnum):
    """How a resolution was adopted."""

    WITHOUT_VOTE = "without_vote"
    RECORDED_VOTE = "recorded_vote"


class LinkState(StrEnum):
    """What has become of a link on a day, from the firmest tie to the loosest."""

    IN_FORCE = "in_force"
    ADOPTED = "adopted"
    SIGNED = "signed"
    """Signed; it waits for an entry into force that is not on record."""
    SUSPENDED = "suspended"
    DRAFTED = "drafted"
    REQUESTED = "requested"
    UNKNOWN = "unknown"
    """Known or looked for, and no day on which it was made was found."""
    DECLINED = "declined"
    TERMINATED = "terminated"
    CEASED = "ceased"
    """The partner has ceased to exist."""
    NONE = "none"
    """No link on record."""


@dataclass(frozen=True, slots=True)
class Votes:
    """A recorded result; ``None`` for a count that is not known. ``against`` names those that voted no, where known."""

    yes: int | None = None
    no: int | None = None
    abstaining: int | None = None
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link with a partner. ``binds`` names the members it binds; empty: the organisation as a whole."""

    key: str
    partner: str
    kind: LinkKind
    title: LocalizedText
    basis: Basis
    symbol: str = ""
    body: LocalizedText = LocalizedText()
    """Who acts for the partner, where that is not the partner as a whole: its secretariat, a committee."""
    binds: tuple[str, ...] = ()
    awaits_entry: bool = False
    """Whether signature alone does not bring it into force."""


@dataclass(frozen=True, slots=True)
class LinkAct:
    """One act about a link. ``when`` is ``None`` where nobody has found the day."""

    key: str
    link: str
    kind: LinkActKind
    when: ImpreciseDate | None
    basis: Basis
    adoption: Adoption | None = None
    votes: Votes = field(default_factory=Votes)
    place: LocalizedText = LocalizedText()
    by: LocalizedText = LocalizedText()
    text: LocalizedText = LocalizedText()

    @property
    def standing(self) -> Standing:
        """The standing of the act."""
        return self.basis.standing

    def readings(self) -> "tuple[LinkAct, ...]":
        """The act as each source that disagrees has it."""
        return tuple(
            replace(
                self,
                kind=LinkActKind(other.get("kind") or self.kind),
                when=ImpreciseDate.parse(day) if (day := other.get("date")) else self.when,
            )
            for other in self.basis.alternatives
        )


@dataclass(frozen=True, slots=True)
class LinkStatus:
    """A link on a day: what has become of it, since when, and what that rests on."""

    link: Link
    state: LinkState
    since: date | None
    standing: Standing
    basis: tuple[LinkAct, ...] = ()
    acts: tuple[LinkAct, ...] = ()
    disputed: tuple[LinkState, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The citations beneath it; where no act says anything, those of the link itself."""
        keys = [key for act in self.basis for key in act.basis.sources] or list(self.link.basis.sources)
        return tuple(dict.fromkeys(keys))

    @property
    def when(self) -> ImpreciseDate | None:
        """Since when, as precisely as the act on which it rests is dated."""
        dates = [act.when for act in self.basis if act.when is not None and act.when.latest == self.since]
        if dates:
            return dates[0]
        return ImpreciseDate.on(self.since) if self.since is not None else None

    @property
    def adopted(self) -> LinkAct | None:
        """The act by which a resolution was adopted."""
        return next((act for act in self.acts if act.kind is LinkActKind.ADOPTED), None)


_MADE = frozenset({LinkState.IN_FORCE, LinkState.ADOPTED, LinkState.SIGNED, LinkState.SUSPENDED})
_IN_MAKING = frozenset({LinkState.DRAFTED, LinkState.REQUESTED})
_MAKING = frozenset({LinkActKind.SIGNED, LinkActKind.ENTERED_INTO_FORCE, LinkActKind.ADOPTED, LinkActKind.GRANTED})


def _in_order(acts: Sequence[LinkAct]) -> list[LinkAct]:
    dated = [(act.when.latest, act.key, act) for act in acts if act.when is not None]
    return [act for _, _, act in sorted(dated, key=lambda each: each[:2])]


def _next(state: LinkState, act: LinkAct, link: Link) -> LinkState:  # noqa: PLR0911  # one line a kind of act
    """The state after an act; an act that does not fit the state is on record and changes nothing."""
    match act.kind:
        case LinkActKind.REQUESTED:
            return LinkState.REQUESTED if state not in _MADE | {LinkState.DRAFTED} else state
        case LinkActKind.DRAFT_AGREED:
            return LinkState.DRAFTED if state not in _MADE else state
        case LinkActKind.SIGNED if state not in {LinkState.IN_FORCE, LinkState.SUSPENDED}:
            return LinkState.SIGNED if link.awaits_entry else LinkState.IN_FORCE
        case LinkActKind.ENTERED_INTO_FORCE | LinkActKind.GRANTED:
            return LinkState.IN_FORCE
        case LinkActKind.ADOPTED:
            return LinkState.ADOPTED
        case LinkActKind.DECLINED if state not in _MADE:
            return LinkState.DECLINED
        case LinkActKind.SUSPENDED if state is LinkState.IN_FORCE:
            return LinkState.SUSPENDED
        case LinkActKind.RESUMED if state is LinkState.SUSPENDED:
            return LinkState.IN_FORCE
        case LinkActKind.TERMINATED if state in _MADE:
            return LinkState.TERMINATED
        case _:
            return state


def _run(link: Link, acts: Sequence[LinkAct]) -> tuple[LinkState, date | None, tuple[LinkAct, ...]]:
    state, since, basis = LinkState.UNKNOWN, None, ()  # type: LinkState, date | None, tuple[LinkAct, ...]
    for act in _in_order(acts):
        new = _next(state, act, link)
        if new is not state:
            state, since, basis = new, act.when.latest if act.when else None, (act,)
    if state not in _MADE | {LinkState.TERMINATED}:
        # An act that made the link is known of, but not its day: the link may be older than any request on record.
        undated = tuple(act for act in acts if act.when is None and act.kind in _MAKING)
        if undated:
            return LinkState.UNKNOWN, None, (*undated, *basis)
    return state, since, basis


def link_status_on(link: Link, acts: Sequence[LinkAct], on: date, existence: Existence | None = None) -> LinkStatus:
    """What has become of ``link`` on ``on``.

    ``acts`` are the acts about it as known; those that had not surely happened by ``on`` have no effect. ``existence``
    says whether the partner is still there: with a partner that has ceased, its links have ceased, unless an act ended
    them before. A link that nobody can date stays listed as unknown, also then.
    """
    happened = [act for act in acts if act.when is None or act.when.has_happened_by(on)]
    state, since, basis = _run(link, happened)
    others = {_run(link, [reading if act is each else act for act in happened])[0]
              for each in basis for reading in each.readings()
              if reading.when is None or reading.when.has_happened_by(on)}  # fmt: skip
    standing = weakest(act.standing for act in basis) if basis else Standing.UNKNOWN
    if state is LinkState.UNKNOWN:
        standing = Standing.UNKNOWN
    if existence is not None and existence.state is PartnerState.CEASED and state in _MADE | _IN_MAKING:
        state, since, standing = LinkState.CEASED, existence.since, existence.standing
    ordered = (*_in_order(happened), *sorted((act for act in happened if act.when is None), key=lambda act: act.key))
    return LinkStatus(link, state, since, standing, basis, ordered, tuple(sorted(others - {state})))


def is_visible_on(link: Link, acts: Sequence[LinkAct], on: date) -> bool:
    """Whether a link is listed on a day: something about it had happened by then, or may have on a day nobody found.

    Without any act it is listed where the record says that it was looked for and not found.
    """
    own = [act for act in acts if act.link == link.key]
    if not own:
        return link.basis.standing is Standing.UNKNOWN
    return any(act.when is None or act.when.has_happened_by(on) for act in own)


def strongest(statuses: Sequence[LinkStatus]) -> LinkStatus | None:
    """The firmest of some links, the longest-standing among equals; ``None`` of none."""
    order = list(LinkState)
    return min(
        statuses,
        key=lambda each: (order.index(each.state), each.since or date.max, each.link.key),
        default=None,
    )
