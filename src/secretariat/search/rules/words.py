"""Words and their stems, in English and Russian: what is indexed and what is asked go through the same functions."""

import re
import unicodedata
from functools import lru_cache
from threading import Lock

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.russian_stemmer import RussianStemmer

# The classes themselves, not the factory of the package: that one would take a compiled stemmer of another version
# where it is installed, and an index must not depend on what else is.
_ENGLISH, _RUSSIAN = EnglishStemmer(), RussianStemmer()
_ONE_AT_A_TIME = Lock()  # a stemmer keeps the word it works on in itself

_MARKS = "\u0300\u0301\u00ad"
"""Accents over a stressed syllable and soft hyphens: inside a word, and no part of it."""
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|['’ʼ](?=[^\W_]))*")
HYPHENATED = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
_NOT_A_GERUND = re.compile("[аяиы]в$")
"""The stemmer takes these for gerunds (``подписав``) and cuts them. In a register they are nouns: ``устав``,
``состав``, ``держав``, ``инициатив``, whose other forms keep the letter."""
_NOT_REFLEXIVE = re.compile("(?<=рус)ь$")
"""And the end of ``Беларусь`` for that of a verb."""
_LONGEST_STEM = 100
"""No word of a language is longer; PostgreSQL refuses one of 2,047 bytes."""


def spelled(text: str) -> str:
    """A text with each letter and its accent as one character: й is one letter, however it was typed."""
    return unicodedata.normalize("NFC", text)


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


@lru_cache(maxsize=131_072)
def stem(word: str) -> str:
    """The stem of one word, by the script it is written in; a word with a digit in it stays as it is.

    Letters and digits only, in lower case, ё as е. ``решений`` and ``решение`` both give ``решен``.
    """
    plain = word.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    for mark in _MARKS:
        plain = plain.replace(mark, "")
    letters = plain.replace("'", "")
    if letters.isalpha():
        with _ONE_AT_A_TIME:
            if not any(map(_is_cyrillic, letters)):
                plain = _ENGLISH.stemWord(plain)
            elif not _NOT_A_GERUND.search(letters):
                plain = _RUSSIAN.stemWord(_NOT_REFLEXIVE.sub("", letters))
    return "".join(letter for letter in plain if letter.isalnum())[:_LONGEST_STEM]


def stems_of(text: str) -> tuple[list[str], list[str]]:
    """The stems of a text in its order, and those of its hyphenated words written as one.

    ``CSC/Dec.2010/1`` gives ``csc dec 2010 1``; ``counter-terrorism`` gives ``counter terror`` and ``counterterror``.
    """
    plain = spelled(text)
    joined = HYPHENATED.findall(plain) if any(hyphen in plain for hyphen in "-‐‑") else ()
    return (
        [found for word in WORD.findall(plain) if (found := stem(word))],
        [stem(re.sub("[-‐‑]", "", each)) for each in joined],
    )
