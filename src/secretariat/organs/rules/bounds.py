"""Narrowing days that depend on each other: a system of difference constraints.

An edge says that one thing lies at least so many days before another. Bounds are carried along the edges until nothing
changes (shortest paths after Bellman and Ford), so the result does not depend on the order of the edges.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last possible day, as ordinals; ``None`` leaves that side open."""

    earliest: int | None = None
    latest: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """``first`` lies at least ``days`` before ``second``, because ``owner`` says so with its condition ``index``."""

    first: str
    second: str
    days: int
    owner: str = ""
    index: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Clash:
    """A chain of edges that cannot hold between the day of ``start`` and the day of ``end``; without them, a circle."""

    edges: tuple[Edge, ...]
    start: str | None = None
    end: str | None = None

    @property
    def nodes(self) -> frozenset[str]:
        """Everything the clash concerns."""
        return frozenset(node for edge in self.edges for node in (edge.first, edge.second))


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The narrowed bounds, and what could not hold. What hangs together with a clash keeps the bounds it was given."""

    bounds: dict[str, Bounds]
    clashes: tuple[Clash, ...]


def _circle(edges: list[Edge]) -> tuple[Edge, ...]:
    """The edges of one circle that would put something before itself; none is found in a possible calendar."""
    if not edges:
        return ()
    reach = dict.fromkeys((node for edge in edges for node in (edge.first, edge.second)), 0)
    by: dict[str, Edge] = {}
    moved: str | None = None
    for _ in range(len(reach)):
        moved = None
        for edge in edges:
            if reach[edge.first] + edge.days > reach[edge.second]:
                reach[edge.second] = reach[edge.first] + edge.days
                by[edge.second] = edge
                moved = edge.second
        if moved is None:
            return ()
    node = moved or ""
    for _ in range(len(reach)):
        node = by[node].first
    circle = [by[node]]
    while circle[-1].first != node:
        circle.append(by[circle[-1].first])
    circle.reverse()
    turn = circle.index(min(circle))
    return tuple(circle[turn:] + circle[:turn])


def _circles(edges: list[Edge]) -> tuple[list[Edge], list[Clash]]:
    """The edges that are in no impossible circle, and the circles."""
    clashes = []
    while circle := _circle(edges):
        clashes.append(Clash(circle))
        edges = [edge for edge in edges if edge not in circle]
    return edges, clashes


@dataclass(slots=True)
class _Reach:
    """Bounds while they are carried along the edges, with the edge that each one came by."""

    earliest: dict[str, int]
    latest: dict[str, int]
    earliest_by: dict[str, Edge]
    latest_by: dict[str, Edge]

    def carry(self, edge: Edge, fixed: frozenset[str]) -> bool:
        changed = False
        start = self.earliest.get(edge.first)
        if edge.second not in fixed and start is not None:
            known = self.earliest.get(edge.second)
            if known is None or start + edge.days > known:
                self.earliest[edge.second], self.earliest_by[edge.second] = start + edge.days, edge
                changed = True
        end = self.latest.get(edge.second)
        if edge.first not in fixed and end is not None:
            known = self.latest.get(edge.first)
            if known is None or end - edge.days < known:
                self.latest[edge.first], self.latest_by[edge.first] = end - edge.days, edge
                changed = True
        return changed

    def clash(self, edge: Edge) -> Clash | None:
        """The whole chain through ``edge`` when its two ends cannot both hold."""
        start, end = self.earliest.get(edge.first), self.latest.get(edge.second)
        if start is None or end is None or start + edge.days <= end:
            return None
        chain = [edge]
        while (before := self.earliest_by.get(chain[0].first)) is not None:
            chain.insert(0, before)
        while (after := self.latest_by.get(chain[-1].second)) is not None:
            chain.append(after)
        return Clash(tuple(chain), chain[0].first, chain[-1].second)


def _smallest(clashes: Iterable[Clash]) -> list[Clash]:
    """The clashes that do not contain a smaller one."""
    every = sorted(set(clashes), key=lambda clash: (len(clash.edges), clash))
    kept: list[Clash] = []
    for clash in every:
        if not any(set(other.edges) <= set(clash.edges) for other in kept):
            kept.append(clash)
    return sorted(kept, key=lambda clash: clash.edges)


def _together(edges: Iterable[Edge], fixed: frozenset[str]) -> dict[str, str]:
    """A name for each group of things that hang together by edges; fixed days separate groups."""
    group: dict[str, str] = {}

    def find(node: str) -> str:
        while group.setdefault(node, node) != node:
            node = group[node]
        return node

    for edge in edges:
        if edge.first not in fixed and edge.second not in fixed:
            group[find(edge.first)] = find(edge.second)
    return {node: find(node) for node in list(group)}


def narrow(stated: Mapping[str, Bounds], edges: Iterable[Edge], fixed: frozenset[str] = frozenset()) -> Narrowing:
    """Narrow every bound by the edges; ``fixed`` names have happened and do not move.

    Never widens, and narrowing twice changes nothing more. Never raises: what cannot hold is listed.
    """
    own = sorted({edge for edge in edges if not {edge.first, edge.second} <= fixed})
    free = [edge for edge in own if edge.first not in fixed and edge.second not in fixed]
    _, clashes = _circles(free)
    in_circles = {edge for clash in clashes for edge in clash.edges}
    usable = [edge for edge in own if edge not in in_circles]
    reach = _Reach(
        {node: bounds.earliest for node, bounds in stated.items() if bounds.earliest is not None},
        {node: bounds.latest for node, bounds in stated.items() if bounds.latest is not None},
        {},
        {},
    )
    changed = True
    while changed:
        # Every edge is carried in each round; without an impossible circle this ends after as many rounds as names.
        changed = sum(reach.carry(edge, fixed) for edge in usable) > 0
    clashes = _smallest([*clashes, *(clash for edge in usable if (clash := reach.clash(edge)) is not None)])
    groups = _together(own, fixed)
    spoilt = {groups.get(node, node) for clash in clashes for node in clash.nodes - fixed}
    narrowed = {
        node: bounds
        if node in fixed or groups.get(node, node) in spoilt
        else Bounds(reach.earliest.get(node), reach.latest.get(node))
        for node, bounds in stated.items()
    }
    return Narrowing(narrowed, tuple(clashes))
