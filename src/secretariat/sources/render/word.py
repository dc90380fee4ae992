"""The parts of a Word file (Office Open XML): styles, runs, tables, pictures, links, page numbers.

The same content gives the same bytes: dates in the properties and in the archive are the document's own day.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from secretariat.kernel import Language

FACE = "Arial"
"""A face that every word processor has, or has a double of; the packaged one is not on other people's machines."""
INK, QUIET, BRAND, RULE, TINT = "1B2733", "4A5A68", "16456E", "C9D1D8", "EEF3F7"
WIDTH = Cm(16.6)
"""Of the text between the margins."""
LOCALES: dict[Language, str] = {"en": "en-GB", "ru": "ru-RU"}
NUMBERED, DRAFT, MESSAGE, NOTICE, CELL, DENSE, QUIET_TEXT, CONTENTS = (
    "Numbered Paragraph", "Draft Text", "Message", "Notice", "Table Text", "Dense Table Text", "Source Line",
    "Contents",
)  # fmt: skip
_OWN_STYLES: tuple[tuple[str, float, str, bool, bool], ...] = (
    (NUMBERED, 10, INK, False, False),
    (DRAFT, 10, INK, False, True),
    (MESSAGE, 10, INK, True, False),
    (NOTICE, 10, QUIET, False, False),
    (CELL, 8.5, INK, False, False),
    (DENSE, 7.5, INK, False, False),
    (CONTENTS, 9.5, INK, False, False),
    (QUIET_TEXT, 8, QUIET, False, False),
)
"""Name, size in points, colour, bold, italic."""
_HEADINGS: tuple[tuple[str, float, str, float], ...] = (
    ("Title", 20, BRAND, 0),
    ("Heading 1", 15, BRAND, 18),
    ("Heading 2", 11.5, INK, 12),
    ("Heading 3", 10, INK, 9),
    ("Caption", 9.5, INK, 10),
)
"""Name, size in points, colour, space before in points."""
_HANGING = Cm(0.9)
_AFTER = {CELL: 0, DENSE: 0, CONTENTS: 2}
"""Space after a paragraph of a style, in points; six for all others."""
_CHARACTER = Pt(4.9)
"""The width of a character of a table, on the wide side."""
_PADDING = Pt(7)


@dataclass(slots=True)
class WordFile:
    """A document in the making. ``names`` counts bookmarks and pictures, which need numbers of their own."""

    document: DocumentObject
    language: Language
    day: date
    names: list[str] = field(default_factory=list)

    def number_of(self, name: str) -> int:
        """A number that no other part of the file has."""
        self.names.append(name)
        return len(self.names)


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _dress(style: Any, size: float, colour: str) -> None:
    """Set the face of a style for every script: the template's theme names others for headings."""
    style.font.name, style.font.size, style.font.color.rgb = FACE, Pt(size), RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FACE)


def new_word_file(language: Language, day: date, *, title: str, author: str, subject: str = "") -> WordFile:
    """An empty A4 document with its styles, language and properties."""
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.3), Cm(2.1)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.1)
    styles = made.styles
    _dress(styles["Normal"], 10, INK)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, size, colour, before in _HEADINGS:
        style: Any = styles[name]
        _dress(style, size, colour)
        style.font.bold, style.font.italic = True, False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        style.paragraph_format.keep_with_next = True
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    for name, size, colour, bold, italic in _OWN_STYLES:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _dress(style, size, colour)
        style.font.bold, style.font.italic = bold, italic
        style.paragraph_format.space_after = Pt(_AFTER.get(name, 6))
        style.paragraph_format.space_before = Pt(3 if name == QUIET_TEXT else 0)
        if name in {NUMBERED, DRAFT, MESSAGE}:
            style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = _HANGING, -_HANGING
            style.paragraph_format.tab_stops.add_tab_stop(_HANGING)
    for lang in styles.element.findall(f".//{qn('w:rPrDefault')}//{qn('w:lang')}"):
        lang.set(qn("w:val"), LOCALES[language])
    properties, noon = made.core_properties, datetime.combine(day, time(12), UTC)
    properties.title, properties.author, properties.subject = title, author, subject
    properties.language, properties.last_modified_by, properties.comments = LOCALES[language], author, ""
    properties.created, properties.modified, properties.revision = noon, noon, 1
    return WordFile(made, language, day)


def field_run(paragraph: Paragraph, instruction: str) -> None:
    """A field such as ``PAGE``, which the word processor fills in."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        elif text == instruction:
            inside = _element("w:instrText")
            inside.text = f" {instruction} "
            run._r.append(inside)
        else:
            run.text = text


def write_edges(file: WordFile, *, head: tuple[str, str], foot: str) -> None:
    """The running head (left and right) and the foot with the number of the page."""
    section = file.document.sections[0]
    for part, left, right in ((section.header, *head), (section.footer, foot, "")):
        paragraph = part.paragraphs[0]
        paragraph.style = file.document.styles[QUIET_TEXT]
        paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"{left}\t{right}")
    field_run(section.footer.paragraphs[0], "PAGE")
    section.footer.paragraphs[0].add_run(" / ")
    field_run(section.footer.paragraphs[0], "NUMPAGES")


def bookmark(file: WordFile, paragraph: Paragraph, name: str) -> None:
    """Name a paragraph for links."""
    number = str(file.number_of(name))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, _element("w:bookmarkStart", id=number, name=name))
    paragraph._p.append(_element("w:bookmarkEnd", id=number))


def link(paragraph: Paragraph, text: str, to: str, *, raised: bool = False) -> None:
    """A link to a bookmark of the same file; ``raised`` sets it as a superscript."""
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.superscript = RGBColor.from_string(BRAND), raised or None
    around = _element("w:hyperlink", anchor=to, history="1")
    run._r.addprevious(around)
    around.append(run._r)


def shade(run: Run, ground: str, *, light_text: bool) -> None:
    """Set a run on a coloured ground, as a status is."""
    run._r.get_or_add_rPr().append(_element("w:shd", val="clear", color="auto", fill=ground))
    if light_text:
        run.font.color.rgb = RGBColor(255, 255, 255)


def fitting_widths(widths: Sequence[float], longest: Sequence[int]) -> list[int]:
    """Widths of columns that fill the page in given proportions, but hold the longest word (in characters) of each.

    Where all the words together are too long for the page, the proportions of the words count.
    """
    least = [int(_CHARACTER * length + _PADDING) for length in longest]
    if sum(least) >= WIDTH:
        return [int(WIDTH * each / sum(least)) for each in least]
    fixed: set[int] = set()
    while True:
        room = WIDTH - sum(least[index] for index in fixed)
        whole = sum(width for index, width in enumerate(widths) if index not in fixed)
        shares = [least[index] if index in fixed else int(room * width / whole) for index, width in enumerate(widths)]
        narrow = {index for index, share in enumerate(shares) if share < least[index]}
        if not narrow:
            return shares
        fixed |= narrow


def longest_words(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[int]:
    """The characters of the longest word in each column of a table."""
    found = [max((len(word) for word in column.split()), default=0) for column in columns]
    for row in rows:
        for index, text in enumerate(row):
            found[index] = max(found[index], max((len(word) for word in text.split()), default=0))
    return found


def new_table(file: WordFile, columns: Sequence[str], rows: int, widths: Sequence[int], *, dense: bool = False) -> Any:
    """A table with its head, which repeats on every page; no row breaks across pages. ``dense`` sets it smaller."""
    table = file.document.add_table(rows + 1, len(columns))
    table.autofit = False
    margins = _element("w:tblCellMar")
    for edge, twips in (("top", "30"), ("left", "60"), ("bottom", "30"), ("right", "60")):
        margins.append(_element(f"w:{edge}", w=twips, type="dxa"))
    borders = _element("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{edge}", val="single", sz="4", space="0", color=RULE))
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)
    cells = table._cells
    # By its id: the library would compare the style with the default one for every cell anew.
    cell_style = file.document.styles[DENSE if dense else CELL].style_id
    for index, cell in enumerate(cells):
        cell.width = widths[index % len(columns)]
        cell.paragraphs[0]._p.style = cell_style
    for column, text in enumerate(columns):
        cells[column].paragraphs[0].add_run(text).bold = True
        cells[column]._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=TINT))
    for column, width in enumerate(widths):
        table.columns[column].width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    return table


def add_picture(file: WordFile, png: bytes, *, alt: str, points: float) -> None:
    """A picture as wide as the page allows, with the text that stands for it."""
    paragraph = file.document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(png), width=min(int(Pt(points)), int(WIDTH)))
    shape._inline.docPr.set("descr", alt)
    shape._inline.docPr.set("name", f"picture {file.number_of('picture')}")


def word_bytes(file: WordFile) -> bytes:
    """The finished file."""
    raw, packed = io.BytesIO(), io.BytesIO()
    file.document.save(raw)
    stamp = (file.day.year, file.day.month, file.day.day, 12, 0, 0)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
