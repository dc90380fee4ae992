"""The words and methods of the chapter on response."""

from secretariat.kernel import LocalizedText
from secretariat.review.rules.method import Method

METHODS: tuple[Method, ...] = ()
LABELS: dict[str, LocalizedText] = {}
"""What this chapter's figures are called, by name or by the last part of it."""
TABLE_WORDS: dict[str, LocalizedText] = {}
"""This room's tables, by model name."""
ACT_WORDS: dict[str, LocalizedText] = {}
"""The kinds of this room's acts."""
NEWS: tuple[str, ...] = ()
"""Those of this room's tables whose new acts the chapter on changes lists, by model name."""
