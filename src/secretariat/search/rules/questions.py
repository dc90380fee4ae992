"""What somebody asks: words, phrases, beginnings of words, and words that must not stand there."""

import re
from dataclasses import dataclass

from secretariat.search.rules.words import HYPHENATED, WORD, spelled, stem, stems_of

LONGEST = 200
"""Characters of a question that are read."""
MOST_TERMS = 20
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | {"−": "-", "–": "-"})
_PART = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_ENGLISH = "a an and as at by for from in into of on or the to with"
_RUSSIAN = "а без в во для до и из или к ко на не о об от по при с со у"
_LITTLE = frozenset(f"{_ENGLISH} {_RUSSIAN}".split())
"""Words that most texts hold: outside quotation marks they ask for nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """Stems that have to stand one after the other; with ``is_prefix`` the last one is only how a word begins.

    ``joined`` is the hyphenated word written as one, which would do as well.
    """

    stems: tuple[str, ...]
    is_prefix: bool = False
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What must stand in a row and what must not. ``text`` is what was typed, as far as it was read."""

    text: str
    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()

    @classmethod
    def of(cls, typed: str) -> "Question":
        """Read what was typed. Words are all wanted; ``"..."`` is a phrase, ``word*`` a beginning, ``-word`` unwanted.

        Signs between letters keep them together: ``CSC/Dec.2010/1`` is asked for as the phrase of its parts. Nothing
        that can be typed is a mistake; a question may ask for nothing.
        """
        text = " ".join(spelled(typed.replace("\0", " ")[:LONGEST]).split())
        wanted: list[Term] = []
        little: list[Term] = []
        unwanted: list[Term] = []
        for minus, quoted, plain in _PART.findall(text.translate(_QUOTES)):
            term = _term(quoted or plain)
            if term is None:
                continue
            if minus:
                unwanted.append(term)
            elif not quoted and plain.casefold() in _LITTLE:
                little.append(term)
            else:
                wanted.append(term)
        chosen = wanted or little
        return cls(text, tuple(dict.fromkeys(chosen))[:MOST_TERMS], tuple(dict.fromkeys(unwanted))[:MOST_TERMS])

    def __bool__(self) -> bool:
        return bool(self.wanted)


def _term(text: str) -> Term | None:
    """The term of one part of a question; none where it holds no letter and no digit."""
    found = stems_of(text)[0]
    if not found:
        return None
    whole = HYPHENATED.fullmatch(text)
    joined = stem(re.sub("[-‐‑]", "", text)) if whole else ""
    is_prefix = text.endswith("*") and bool(WORD.match(text[-2:-1]))
    return Term(tuple(found), is_prefix, joined)
