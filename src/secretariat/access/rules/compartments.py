"""Who may see an object: one function. Distribution marks say how far something goes; they classify nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from secretariat.kernel.viewers import Viewer


class Stage(StrEnum):
    """How far an object has come on its way to the public, in this order."""

    DRAFT = "draft"
    TABLED = "tabled"
    ADOPTED = "adopted"
    PUBLISHED = "published"


class Distribution(StrEnum):
    """The distribution mark of an object, from the widest to the strictest."""

    PUBLIC = "public"
    MEMBERS = "members"
    ORGAN = "organ"
    NAMED = "named"
    EYES = "eyes"


_STAGES = tuple(Stage)
_STRICTNESS = tuple(Distribution)


class UnableToPlace(Exception):
    """An object cannot be given this stage or mark: ``reason`` says why, as a word the pages have in two languages."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason.replace("_", " "))


@dataclass(frozen=True, slots=True)
class Compartment:
    """What decides who sees an object.

    ``originators`` are organisations (``secretariat``, ``state:KG``, ``partner:UN``). ``organs``, ``released_to``
    (organisations) and ``named`` (persons) are conditions of the marks ORGAN, NAMED and EYES; a stricter mark may carry
    conditions of wider ones, and then all of them hold: that is how a derived object keeps every limit of what it was
    made from. ``need_to_know`` are groups: one has to be in each. ``bound``: made from what others originated, so that
    its originators too see it only within the conditions.
    """

    originators: frozenset[str]
    stage: Stage = Stage.DRAFT
    mark: Distribution = Distribution.MEMBERS
    organs: frozenset[str] = frozenset()
    released_to: frozenset[str] | None = None
    named: frozenset[str] | None = None
    need_to_know: frozenset[str] = frozenset()
    members: bool = False
    bound: bool = False

    def __post_init__(self) -> None:
        """Raise ``ValueError`` where a mark lacks its condition, or has one that a wider mark does not carry."""
        at_least = {
            Distribution.MEMBERS: self.members,
            Distribution.ORGAN: bool(self.organs),
            Distribution.NAMED: self.released_to is not None,
            Distribution.EYES: self.named is not None,
        }
        strictest = max((mark for mark, holds in at_least.items() if holds), key=_STRICTNESS.index, default=None)
        if self.mark is Distribution.MEMBERS and strictest is None:
            object.__setattr__(self, "members", True)
        elif strictest is not (None if self.mark is Distribution.PUBLIC else self.mark):
            msg = f"the mark {self.mark} does not fit its conditions"
            raise ValueError(msg)

    @property
    def is_draft(self) -> bool:
        """Whether nobody but its originators knows of it."""
        return self.stage is Stage.DRAFT


def _is_named(viewer: Viewer, it: Compartment) -> bool:
    return it.named is None or (bool(viewer.person) and viewer.person in it.named)


def _is_reached(viewer: Viewer, it: Compartment) -> bool:
    """``mark = PUBLIC or (active(p.org, t) and dist(mark, p, o))``."""
    if it.mark is Distribution.PUBLIC:
        return True
    return (
        viewer.active
        and bool(viewer.organisation)
        and (not it.members or viewer.is_among_members)
        and it.organs <= viewer.seats
        and (it.released_to is None or viewer.organisation in it.released_to)
        and _is_named(viewer, it)
    )


def see(viewer: Viewer, it: Compartment) -> bool:
    """Whether an object exists for a viewer, at the instant for which the viewer was made.

    ``see(p,o,t) = ntk(p,o) and ((p.org in originators(o) and (mark != EYES or named(p,o)))
    or (stage != draft and (mark = PUBLIC or (active(p.org,t) and dist(mark,p,o)))))``. Nothing widens it: no duty, no
    role. :func:`secretariat.access.queries.visible_placements` is the same in SQL; a state machine holds them equal.
    """
    if not it.need_to_know <= viewer.groups:
        return False
    own = viewer.organisation in it.originators and _is_named(viewer, it)
    if own and (not it.bound or _is_reached(viewer, it)):
        return True
    return not it.is_draft and _is_reached(viewer, it)


def draft_of(organisation: str, *, need_to_know: Iterable[str] = ()) -> Compartment:
    """The compartment of something an organisation has begun: its own alone, whatever it will become.

    Raises ``ValueError`` without an organisation.
    """
    if not organisation:
        msg = "a draft has an originator"
        raise ValueError(msg)
    return Compartment(
        frozenset({organisation}),
        mark=Distribution.NAMED,
        released_to=frozenset(),
        need_to_know=frozenset(need_to_know),
    )


def addressed_to(it: Compartment, organisations: Iterable[str], *, stage: Stage = Stage.TABLED) -> Compartment:
    """The same object sent to named organisations."""
    return replace(
        it,
        stage=stage,
        mark=Distribution.EYES if it.named is not None else Distribution.NAMED,
        released_to=frozenset(organisations),
    )


def placed_anew(viewer: Viewer, old: Compartment, new: Compartment) -> Compartment:
    """``new``, if ``viewer`` may put it in the place of ``old``.

    Raises :class:`UnableToPlace`: ``not_originator`` where the viewer's organisation did not originate the object (no
    role stands in for it), ``not_seen`` where the viewer would not see it now or would lose it, ``stage_back`` where it
    would become a draft again after it was tabled, ``originators_fixed`` and ``limits_of_others`` where it would shed
    who originated it, or a condition it inherited.
    """
    if viewer.organisation not in old.originators:
        reason = "not_originator"
    elif not (see(viewer, old) and see(viewer, new)):
        reason = "not_seen"
    elif _STAGES.index(new.stage) < _STAGES.index(old.stage):
        reason = "stage_back"
    elif new.originators != old.originators:
        reason = "originators_fixed"
    elif old.bound and not _is_within(new, old):
        reason = "limits_of_others"
    else:
        return new
    raise UnableToPlace(reason)


def _is_within(new: Compartment, old: Compartment) -> bool:
    """Whether every condition of ``old`` still holds in ``new``."""
    return (
        new.bound
        and _STRICTNESS.index(new.mark) >= _STRICTNESS.index(old.mark)
        and new.members >= old.members
        and new.organs >= old.organs
        and new.need_to_know >= old.need_to_know
        and (old.released_to is None or (new.released_to is not None and new.released_to <= old.released_to))
        and (old.named is None or (new.named is not None and new.named <= old.named))
    )


def _common(limits: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    stated = [limit for limit in limits if limit is not None]
    return frozenset.intersection(*stated) if stated else None


def _organisations_of(it: Compartment) -> frozenset[str] | None:
    """To which organisations an object goes at most; ``None`` where no list limits it."""
    if it.is_draft:
        return it.originators if it.released_to is None or not it.bound else it.originators & it.released_to
    if it.released_to is None:
        return None
    return it.released_to if it.bound else it.released_to | it.originators


def derived_from(sources: Iterable[Compartment], *, by: str, stage: Stage = Stage.DRAFT) -> Compartment:
    """The compartment of what the organisation ``by`` makes from other objects.

    The strictest mark, the union of need-to-know, the intersection of releasability: whoever sees it sees every source
    (a property test). A source that is still a draft limits to its originators. Without sources it is a draft of its
    maker.
    """
    found = list(sources)
    if not found:
        return replace(draft_of(by), stage=stage)
    released = _common(_organisations_of(it) for it in found)
    named = _common(it.named for it in found)
    organs = frozenset().union(*(it.organs for it in found))
    members = any(it.members for it in found)
    if named is not None:
        mark = Distribution.EYES
    elif released is not None:
        mark = Distribution.NAMED
    elif organs:
        mark = Distribution.ORGAN
    else:
        mark = Distribution.MEMBERS if members else Distribution.PUBLIC
    return Compartment(
        originators=frozenset({by}),
        stage=stage,
        mark=mark,
        organs=organs,
        released_to=released,
        named=named,
        need_to_know=frozenset().union(*(it.need_to_know for it in found)),
        members=members,
        bound=mark is not Distribution.PUBLIC,
    )
