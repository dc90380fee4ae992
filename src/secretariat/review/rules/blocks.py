"""The parts of an edition, independent of language and of output format.

A text is a :class:`Sentence`: one template per language with named places, and the values that fill them. A number
never stands in a template; it is a :class:`~secretariat.kernel.Figure` in a place, so that it keeps its trace.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from secretariat.kernel import Figure, ImpreciseDate, LocalizedText, Standing

Value = str | int | float | date | ImpreciseDate | LocalizedText | Standing | Figure | None
PLACE = re.compile(r"\{([a-z_0-9]+)\}")


class UnfilledPlace(Exception):
    """A template names a place that no value fills, or the languages name different places."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with places. Raises :class:`UnfilledPlace` when a place has no value in some language."""

    text: LocalizedText
    values: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        names = {name for name, _ in self.values}
        for template in (self.text.en, self.text.ru):
            if missing := set(PLACE.findall(template)) - names:
                msg = f"{sorted(missing)} in {template!r}"
                raise UnfilledPlace(msg)

    @property
    def figures(self) -> Iterator[Figure]:
        """The figures in it, in the order of the values."""
        return (value for _, value in self.values if isinstance(value, Figure))


def say(en: str, ru: str, **values: Value) -> Sentence:
    """A sentence in both languages: ``say("{n} decisions", "Решений: {n}", n=figure)``."""
    return Sentence(LocalizedText(en, ru), tuple(values.items()))


@dataclass(frozen=True, slots=True)
class Mark:
    """A status or a standing as a cell: its code decides the look, its word is what is read."""

    code: str
    word: LocalizedText


Cell = Value | Sentence | Mark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph. ``anchor`` names it for links; ``kind`` is ``text``, ``message`` or ``draft``."""

    sentence: Sentence
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Notice:
    """An unnumbered line: a chapter without data, a caveat."""

    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    title: LocalizedText


@dataclass(frozen=True, slots=True)
class Display:
    """What tables and charts share: a message, a statistical subtitle, where it comes from and what to keep in mind."""

    key: str
    title: Sentence
    subtitle: Sentence
    source: Sentence
    note: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column heads its rows.

    ``dense`` marks a wide table of small type, ``widths`` the columns' relative widths; ``alphabetical`` puts the rows
    in the order of the language's alphabet, as tables of states are.
    """

    display: Display
    columns: tuple[LocalizedText, ...]
    rows: tuple[tuple[Cell, ...], ...]
    dense: bool = False
    alphabetical: bool = False
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by kind and data rows; the renderer draws it. Values that are texts carry their languages.

    ``alphabetical`` names the field whose texts are put in the order of the language's alphabet.
    """

    display: Display
    kind: str
    rows: tuple[Mapping[str, Value], ...]
    alt: Sentence
    options: Mapping[str, Value] = field(default_factory=dict)
    alphabetical: str = ""


Block = Paragraph | Notice | Heading | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section or a lettered annex."""

    number: str
    title: LocalizedText
    blocks: tuple[Block, ...]

    @property
    def is_annex(self) -> bool:
        """Whether it comes after the text."""
        return self.number.isalpha()


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands at the head of the document."""

    symbol: str
    organisation: LocalizedText
    organ: LocalizedText
    meeting: Sentence
    item: LocalizedText
    distribution: LocalizedText
    issued_on: date
    as_of: date
    known_at: datetime
    snapshot: str
    title: LocalizedText
    disclaimer: LocalizedText = LocalizedText()


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the review in all its languages."""

    masthead: Masthead
    sections: tuple[Section, ...]

    def figures(self) -> dict[str, Figure]:
        """Every figure of the edition by name, in the order in which they are first used.

        Raises ``ValueError`` when one name stands for two different values: a figure is computed once.
        """
        found: dict[str, Figure] = {}
        for section in self.sections:
            for block in section.blocks:
                for figure in figures_of(block):
                    first = found.setdefault(figure.name, figure)
                    if first != figure:
                        msg = f"the figure {figure.name} stands for {first.value!r} and for {figure.value!r}"
                        raise ValueError(msg)
        return found


def figures_of(block: Block) -> Iterator[Figure]:
    """The figures in a block, in reading order."""
    match block:
        case Paragraph(sentence) | Notice(sentence):
            yield from sentence.figures
        case Table(display=display, rows=rows):
            yield from _of_display(display)
            for row in rows:
                for cell in row:
                    if isinstance(cell, Figure):
                        yield cell
                    elif isinstance(cell, Sentence):
                        yield from cell.figures
        case Chart(display=display, rows=rows, alt=alt):
            yield from _of_display(display)
            for data in rows:
                yield from (value for value in data.values() if isinstance(value, Figure))
            yield from alt.figures
        case Heading():
            return


def _of_display(display: Display) -> Iterator[Figure]:
    for sentence in (display.title, display.subtitle, display.source, display.note):
        if sentence is not None:
            yield from sentence.figures
