"""Where in a text the words of a question stand, and the part of the text around them."""

from dataclasses import dataclass

from secretariat.kernel import LANGUAGES, Language, LocalizedText
from secretariat.search.rules.questions import Question, Term
from secretariat.search.rules.words import HYPHENATED, WORD, spelled, stem

WIDTH = 260
"""Characters of a snippet, about three lines."""
_BEFORE = 80
"""Characters that are shown before the first hit."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that is a hit, or is none."""

    text: str
    is_hit: bool = False


def _hits(text: str, terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Start and end of every hit, in order, none inside another."""
    words = [(stem(found.group()), found.start(), found.end()) for found in WORD.finditer(text)]
    spans: list[tuple[int, int]] = []
    joined = {term.joined for term in terms if term.joined}
    alone = {term.stems[0] for term in terms if len(term.stems) == 1}
    if joined or alone:
        for found in HYPHENATED.finditer(text):
            whole = stem(found.group().replace("-", "").replace("‐", "").replace("‑", ""))
            if whole in joined or whole in alone:
                spans.append(found.span())
    for term in terms:
        length = len(term.stems)
        for index in range(len(words) - length + 1):
            here = [word for word, _, _ in words[index : index + length]]
            is_last = here[-1].startswith(term.stems[-1]) if term.is_prefix else here[-1] == term.stems[-1]
            if is_last and tuple(here[:-1]) == term.stems[:-1]:
                spans.append((words[index][1], words[index + length - 1][2]))
        if term.joined:
            spans += [(start, end) for word, start, end in words if word == term.joined]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, first: int, width: int) -> tuple[int, int]:
    """Start and end of what is shown, at the edges of words."""
    if len(text) <= width:
        return 0, len(text)
    start = max(0, min(first - _BEFORE, len(text) - width))
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + width)
    if end < len(text):
        space = text.rfind(" ", first + 1, end)
        end = space if space > start else end
    return start, end


def snippet(text: str, question: Question, *, width: int = WIDTH) -> tuple[Piece, ...]:
    """The part of ``text`` around the first hit in at most about ``width`` characters, its hits told from the rest.

    Without a hit it is the beginning of the text. What is left out is said by three dots.
    """
    plain = " ".join(spelled(text).split())
    hits = _hits(plain, question.wanted)
    start, end = _window(plain, hits[0][0] if hits else 0, width)
    pieces: list[Piece] = [Piece("… ")] if start else []
    at = start
    for first, last in hits:
        if first >= end:
            break
        if first > at:
            pieces.append(Piece(plain[at:first]))
        pieces.append(Piece(plain[first : min(last, end)], is_hit=True))
        at = min(last, end)
    if at < end:
        pieces.append(Piece(plain[at:end]))
    if end < len(plain):
        pieces.append(Piece(" …"))
    return tuple(pieces)


def language_of_hit(text: LocalizedText, question: Question, preferred: Language) -> Language:
    """The language in which to show a text: the preferred one, unless only another has the words or any text."""
    written = [each for each in (preferred, *LANGUAGES) if getattr(text, each)]
    holding = (each for each in written if _hits(spelled(getattr(text, each)), question.wanted))
    return next(holding, next(iter(written), preferred))
