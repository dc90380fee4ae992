"""Reading what members said about the items of a meeting before it: each viewer what exists for that viewer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from secretariat.access.rules import Viewer
from secretariat.conference.rules.stances import Stance, StanceKind, newest
from secretariat.kernel import LocalizedText
from secretariat.papers.queries import papers, versions_of, visible_papers
from secretariat.papers.rules import Paper, PaperKind, Version

_ABOUT = "item:"
_STATE = "state:"


def about_item(key: str) -> str:
    """How a paper says that it is about an item of an agenda."""
    return _ABOUT + key


@dataclass(frozen=True, slots=True)
class OwnStance:
    """What one's own state said about an item: what it says now, what it said before, newest first, and the receipt."""

    now: Stance
    earlier: tuple[Stance, ...]
    receipt: str


def _stance(found: Paper, version: Version) -> Stance:
    body: Mapping[str, Any] = version.body
    return Stance(
        paper=found.key,
        version=version.number,
        item=found.about.removeprefix(_ABOUT),
        state=found.organisation.removeprefix(_STATE),
        kind=StanceKind(body["stance"]),
        text=LocalizedText(body.get("text_en", ""), body.get("text_ru", "")),
        at=version.at,
        person=version.person,
    )


def _papers_about(viewer: Viewer, items: Collection[str]) -> list[Paper]:
    """The papers with stances about some items, oldest first. Seven queries, none without items."""
    if not items:
        return []
    about = [about_item(key) for key in items]
    keys = visible_papers(viewer).filter(kind=PaperKind.POSITION.value, about__in=about).values_list("key", flat=True)
    found = papers(viewer, kinds=[PaperKind.POSITION], keys=list(keys))
    return [each for each in reversed(found) if each.organisation.startswith(_STATE)]


def stances(viewer: Viewer, items: Collection[str]) -> dict[tuple[str, str], Stance]:
    """The last word of each state about some items, by item and state, as far as it exists for ``viewer``."""
    return newest(_stance(found, found.version) for found in _papers_about(viewer, items))


def own_stances(viewer: Viewer, items: Collection[str]) -> dict[str, OwnStance]:
    """What the viewer's own state said about some items, by item; withdrawn ones too. Eight queries at most."""
    if viewer.state is None:
        return {}
    mine = [each for each in _papers_about(viewer, items) if each.organisation == viewer.organisation]
    found: dict[str, OwnStance] = {}
    written = versions_of(viewer, [each.key for each in mine])
    for each in mine:
        *earlier, now = [_stance(each, version) for version in written[each.key]]
        before = found.get(now.item)
        older = (before.now, *before.earlier) if before is not None else ()
        receipt = each.steps[-1].receipt if each.steps else ""
        found[now.item] = OwnStance(now, (*reversed(earlier), *older), receipt)
    return found
