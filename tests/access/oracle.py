"""The access rule once more, written from its statement alone, with nothing of the program's own rules.

    see(p,o,t) = ntk(p,o) and ( (p.org in originators(o) and (mark != EYES or named(p,o)))
                 or (stage != draft and (mark = PUBLIC or (active(p.org,t) and dist(mark,p,o)))) )

What is made from other objects carries their limits as a list, one after the other, instead of merged sets: everyone,
its maker too, has to pass every one of them.
"""

from dataclasses import dataclass, field


@dataclass
class Somebody:
    """A person as the oracle knows one."""

    code: str
    org: str
    seats: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    active: bool = True
    enabled: bool = True


@dataclass
class Thing:
    """An object: who originated it, how far it has come, and whom its mark lets in."""

    originators: set[str]
    stage: str
    mark: str
    organs: set[str] = field(default_factory=set)
    orgs: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    ntk: set[str] = field(default_factory=set)
    inherited: list[tuple[str, set[str]]] | None = None


def is_member(p: Somebody) -> bool:
    return p.org == "secretariat" or p.org.startswith("state:")


def dist(p: Somebody, o: Thing) -> bool:
    if o.mark == "members":
        return is_member(p)
    if o.mark == "organ":
        return o.organs <= p.seats
    if o.mark == "named":
        return p.org in o.orgs
    if o.mark == "eyes":
        return p.code in o.names
    raise AssertionError(o.mark)


def passes(p: Somebody, limit: tuple[str, set[str]]) -> bool:
    """Whether one limit that an object took over lets somebody through."""
    kind, values = limit
    if kind == "members":
        return is_member(p)
    if kind == "organs":
        return values <= p.seats
    if kind == "orgs":
        return p.org in values
    if kind == "names":
        return p.code in values
    raise AssertionError(kind)


def see(p: Somebody, o: Thing) -> bool:
    for group in o.ntk:
        if group not in p.groups:
            return False
    if o.inherited:
        # made from what others originated: its maker, too, only within their limits
        for limit in o.inherited:
            if not passes(p, limit):
                return False
        if not p.active or p.org == "":
            return False
        return p.org in o.originators or o.stage != "draft"
    own = p.org != "" and p.org in o.originators and (o.mark != "eyes" or p.code in o.names)
    reached = o.mark == "public" or (p.org != "" and p.active and dist(p, o))
    return own or (o.stage != "draft" and reached)


def limits_of(o: Thing) -> list[tuple[str, set[str]]]:
    """What an object hands on to what is made from it. A draft goes no further than to its originators."""
    if o.inherited is not None:
        limits = list(o.inherited)
        if o.stage == "draft":
            limits.append(("orgs", set(o.originators)))
        return limits
    limits = []
    if o.stage == "draft":
        limits.append(("orgs", set(o.originators)))
    if o.mark == "members":
        limits.append(("members", set()))
    if o.mark == "organ":
        limits.append(("organs", set(o.organs)))
    if o.mark == "named" and o.stage != "draft":
        limits.append(("orgs", o.orgs | o.originators))
    if o.mark == "eyes":
        limits.append(("names", set(o.names)))
    return limits


def derive(sources: list[Thing], by: str) -> Thing:
    limits: list[tuple[str, set[str]]] = []
    ntk: set[str] = set()
    for source in sources:
        limits = limits + limits_of(source)
        ntk = ntk | source.ntk
    if not limits:
        return Thing({by}, "draft", "public", ntk=ntk)
    return Thing({by}, "draft", "inherited", ntk=ntk, inherited=limits)


def may_place_anew(p: Somebody, old: Thing, new: Thing) -> bool:
    """Only who originated a thing, sees it, and will still see it; nothing becomes a draft again."""
    order = ["draft", "tabled", "adopted", "published"]
    return p.org in old.originators and see(p, old) and see(p, new) and order.index(new.stage) >= order.index(old.stage)


def visible(p: Somebody, things: dict[str, Thing]) -> set[str]:
    """What exists for somebody."""
    if not p.enabled:
        # a disabled account is nobody: it sees what the public sees
        p = Somebody("", "")
    found = set()
    for key, thing in things.items():
        if see(p, thing):
            found.add(key)
    return found


PUBLIC = Somebody("", "")
