"""Writing the parts that the papers of a meeting share, in one language: words, days, figures, head and sources."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from secretariat.conference.rules.grounds import Ground
from secretariat.conference.rules.preparation import Preparation
from secretariat.conference.rules.words import GROUNDS, SENTENCES, WORDS
from secretariat.kernel import Figure, ImpreciseDate, Language, LocalizedText
from secretariat.kernel.spoken import day_in, imprecise_in, number_in, share_in

Block = dict[str, Any]
ROWS_NAMED = 8
"""So many keys of rows are written out; the rest is counted."""


def alphabetical(names: Sequence[str]) -> list[str]:
    """Names in the order of the language's alphabet; ё goes with е."""
    return sorted(names, key=lambda name: name.casefold().replace("ё", "е"))


def heading(level: int, text: str) -> Block:
    """A heading."""
    return {"type": "heading", "level": level, "text": text}


def line(text: str, label: str = "", tone: str = "plain") -> Block:
    """A paragraph; ``tone`` is ``plain``, ``quote`` (words for the chair) or ``quiet``."""
    return {"type": "text", "label": label, "text": text, "tone": tone}


class Writer:
    """Writes the parts that both papers share, in one language."""

    def __init__(self, prepared: Preparation, language: Language) -> None:
        self.prepared, self.language = prepared, language

    def word(self, name: str) -> str:
        """A word of the papers."""
        return WORDS[name].in_language(self.language)

    def sentence(self, name: str, **values: str) -> str:
        """A sentence of the papers with its places filled; one full stop after an abbreviated year is enough."""
        text = SENTENCES[name].in_language(self.language).format(**values)
        return text if text.endswith((".", "»", "”", ":")) or not text.rstrip(".") else f"{text}."

    def say(self, text: LocalizedText) -> str:
        """A text of the register; unknown where it is empty."""
        return text.in_language(self.language) or self.word("unknown")

    def day(self, when: date | ImpreciseDate | None) -> str:
        """A day as far as it is known."""
        match when:
            case None:
                return self.word("unknown")
            case ImpreciseDate():
                return imprecise_in(self.language, when)
            case _:
                return day_in(self.language, when)

    def deadline(self, when: ImpreciseDate | None) -> str:
        """A deadline: a day, or the days between which it lies while the meeting's own is open."""
        if when is None or when.is_exact:
            return self.day(when)
        first, last = day_in(self.language, when.earliest), day_in(self.language, when.latest)
        return SENTENCES["days"].in_language(self.language).format(first=first, last=last)

    def figure(self, figure: Figure) -> str:
        """A share with its two counts, or a count."""
        if figure.numerator is not None and figure.denominator is not None:
            return share_in(self.language, figure.numerator, figure.denominator)
        return number_in(self.language, figure.value) if isinstance(figure.value, int | float) else self.word("unknown")

    def rows(self, keys: Sequence[str]) -> str:
        """Keys of rows, as many as fit."""
        more = len(keys) - ROWS_NAMED
        return ", ".join(keys[:ROWS_NAMED]) + (f" … +{more}" if more > 0 else "")

    def ground(self, ground: Ground) -> str:
        """A ground with its first day and the rows behind it."""
        text = GROUNDS[ground.kind].in_language(self.language)
        if ground.due is not None:
            text += f" ({day_in(self.language, ground.due)})"
        if not ground.is_certain:
            text += f", {self.word('possibly')}"
        return text + (f": {len(ground.rows)} ({self.rows(ground.rows)})" if ground.rows else "")

    def masthead(self, title: LocalizedText) -> dict[str, Any]:
        """The head of a paper."""
        prepared = self.prepared
        days = prepared.days
        at = f"{day_in(self.language, prepared.known_at.date())}, {prepared.known_at:%H:%M} UTC"
        lines = [
            (self.word("meeting"), prepared.key),
            (self.word("date"), self.deadline(days)),
            (self.word("place"), self.say(prepared.state.place)),
            (self.word("as_of"), day_in(self.language, prepared.on)),
            (self.word("known_at"), at),
        ]
        return {
            "title": title.in_language(self.language),
            "organisation": self.say(prepared.organisation),
            "organ": self.say(prepared.organ.name),
            "lines": [list(each) for each in lines],
            "meeting": prepared.key,
        }

    def sources(self) -> Iterator[Block]:
        """The citations behind the paper."""
        if not self.prepared.cited:
            return
        yield heading(1, self.word("sources"))
        rows = [self._source(key) for key in sorted(self.prepared.cited)]
        columns = [self.word("source"), self.word("document"), self.word("publisher"), self.word("published")]
        title = self.sentence("sources_note")
        yield {"type": "table", "title": title, "columns": columns, "widths": [1, 5, 2.4, 2], "rows": rows}

    def _source(self, key: str) -> list[str]:
        citation = self.prepared.citations.get(key)
        if citation is None:
            return [key, self.word("published_later"), "", ""]
        unknown = self.word("unknown")
        return [key, self.say(citation.title), citation.publisher or unknown, self.day(citation.published)]

    def paper(self, name: str, title: LocalizedText, blocks: Iterator[Block]) -> dict[str, Any]:
        """A finished paper."""
        return {
            "name": name,
            "language": self.language,
            "words": {"as_of": self.word("as_of")},
            "as_of": day_in(self.language, self.prepared.on),
            "masthead": self.masthead(title),
            "blocks": [*blocks, *self.sources()],
        }
