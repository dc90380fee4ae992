"""What one row says, and the lists of stems under which it is found."""

from dataclasses import dataclass, field
from datetime import date

from secretariat.kernel import LocalizedText
from secretariat.search.rules.words import stems_of

GAP = "¶"
"""Stands between two texts: a phrase does not reach from one into the next."""
MOST_WORDS = 16_000
"""Words of one row that are indexed: PostgreSQL counts no further than the 16,383rd."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What one row says, for people to find it.

    ``table`` and ``key`` name the row, ``identity`` the line of corrections it belongs to, ``place`` the row on whose
    page it stands: itself where it has a page of its own. ``names`` are its symbol and short names, ``day`` the last
    day on which it can have happened.
    """

    table: str
    key: str
    identity: str
    place: str
    title: LocalizedText = LocalizedText()
    texts: tuple[LocalizedText, ...] = ()
    names: tuple[str, ...] = ()
    day: date | None = None

    @property
    def text(self) -> LocalizedText:
        """Its texts as one, in each language."""
        return LocalizedText(
            en="\n".join(each.en for each in self.texts if each.en),
            ru="\n".join(each.ru for each in self.texts if each.ru),
        )


@dataclass(slots=True)
class Fields:
    """The stems of a row in the order of its words, with :data:`GAP` between texts; what ranks highest stands first."""

    names: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


def _indexed(texts: tuple[str, ...], room: int) -> list[str]:
    found: list[str] = []
    for text in texts:
        if text:
            stems, joined = stems_of(text)
            found += [*stems, GAP, *joined, GAP] if joined else [*stems, GAP]
    return found[:room]


def fields_of(wording: Wording) -> Fields:
    """Under which stems a row is found, by name, by title, by text."""
    names = _indexed((*dict.fromkeys((wording.identity, wording.key)), *wording.names), MOST_WORDS)
    title = _indexed((wording.title.en, wording.title.ru), MOST_WORDS - len(names))
    texts = tuple(text for each in wording.texts for text in (each.en, each.ru))
    return Fields(names, title, _indexed(texts, MOST_WORDS - len(names) - len(title)))
