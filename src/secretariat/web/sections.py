"""The navigation: groups of pages, by what they are about, and where the reader is among them."""

from dataclasses import dataclass

Page = tuple[str, str, tuple[str, ...]]
GROUPS: tuple[tuple[str, tuple[Page, ...]], ...] = (
    (
        "organisation_group",
        (
            ("members", "parties:members", ("/members", "/states/")),
            ("instruments", "parties:instruments", ("/instruments",)),
            ("organs", "organs:organs", ("/organs",)),
        ),
    ),
    (
        "meetings",
        (
            ("meetings", "organs:meetings", ("/meetings",)),
            ("calendar", "organs:calendar", ("/calendar",)),
        ),
    ),
    (
        "decisions",
        (
            ("decisions", "decisions:decisions", ("/decisions",)),
            ("commitments", "decisions:commitments", ("/commitments",)),
        ),
    ),
    (
        "cooperation_group",
        (
            ("partners", "partners:partners", ("/partners",)),
            ("programmes", "programmes:programmes", ("/programmes",)),
            ("response", "response:response", ("/response",)),
        ),
    ),
    (
        "observatory_group",
        (
            ("positions", "positions:positions", ("/positions",)),
            ("watch", "watch:watch", ("/watch",)),
        ),
    ),
    (
        "about",
        (
            ("about", "about", ("/about",)),
            ("sources", "sources:sources", ("/sources",)),
            ("data_sets", "sources:releases", ("/data-sets",)),
        ),
    ),
)
"""The word of each group; of each page in it: its word, its route, the addresses under which it is the current one."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the navigation: where its word leads, its pages, and whether the reader is in it."""

    word: str
    route: str
    pages: tuple[tuple[str, str, bool], ...]

    @property
    def current(self) -> bool:
        """Whether one of its pages is the current one."""
        return any(current for _, _, current in self.pages)


def groups_for(path: str) -> tuple[Group, ...]:
    """The groups as a page at ``path`` shows them."""
    return tuple(
        Group(word, pages[0][1], tuple((page, route, path.startswith(starts)) for page, route, starts in pages))
        for word, pages in GROUPS
    )
