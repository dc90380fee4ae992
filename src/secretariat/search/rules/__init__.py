"""What a word is, what a question asks, where in a text its words stand. Pure: no Django, no clock.

Hits are ranked by one rule, the same on every database, that counts no words and knows no other hits:

1. rows whose key, symbol or short name holds every word of the question;
2. rows whose title or names do;
3. rows that need their text for it.

Inside a rank the kinds stand in an order of their own, of one kind the newest rows first, undated ones last, then by
key.
"""

from secretariat.search.rules.questions import LONGEST, MOST_TERMS, Question, Term
from secretariat.search.rules.snippets import Piece, language_of_hit, snippet
from secretariat.search.rules.wording import Fields, Wording, fields_of
from secretariat.search.rules.words import spelled, stem, stems_of

__all__ = [
    "LONGEST",
    "MOST_TERMS",
    "Fields",
    "Piece",
    "Question",
    "Term",
    "Wording",
    "fields_of",
    "language_of_hit",
    "snippet",
    "spelled",
    "stem",
    "stems_of",
]
