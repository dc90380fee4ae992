"""A paper as an editable Word file, the same bytes for the same paper."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docx.shared import Cm, Pt

from secretariat.sources.render.word import (
    NOTICE,
    QUIET_TEXT,
    WordFile,
    fitting_widths,
    longest_words,
    new_table,
    new_word_file,
    word_bytes,
    write_edges,
)

_INDENT = {1: Cm(0.9), 2: Cm(2.0)}
"""Where the text of an item stands, by its level; its number stands before it."""
_NUMBER = {1: Cm(0), 2: Cm(0.9)}


def _write_item(file: WordFile, block: Mapping[str, Any]) -> None:
    paragraph = file.document.add_paragraph(f"{block['number']}\t{block['text']}")
    form = paragraph.paragraph_format
    form.left_indent = _INDENT[block["level"]]
    form.first_line_indent = _NUMBER[block["level"]] - _INDENT[block["level"]]
    form.tab_stops.add_tab_stop(_INDENT[block["level"]])
    form.space_after = Pt(3)


def _write_text(file: WordFile, block: Mapping[str, Any]) -> None:
    paragraph = file.document.add_paragraph(style=NOTICE if block["tone"] == "quiet" else None)
    if block["label"]:
        paragraph.add_run(f"{block['label']}: ").bold = True
    run = paragraph.add_run(block["text"])
    if block["tone"] == "quote":
        run.italic = True
        paragraph.paragraph_format.left_indent = Cm(0.5)


def _write_table(file: WordFile, block: Mapping[str, Any]) -> None:
    file.document.add_paragraph(block["title"], style="Caption")
    widths = fitting_widths(block["widths"], longest_words(block["columns"], block["rows"]))
    table = new_table(file, block["columns"], len(block["rows"]), widths)
    cells = table._cells[len(block["columns"]) :]
    for cell, text in zip(cells, (text for row in block["rows"] for text in row), strict=True):
        cell.paragraphs[0].add_run(text)
    file.document.add_paragraph(style=QUIET_TEXT).paragraph_format.space_after = Pt(0)


def paper_docx(paper: Mapping[str, Any], day: date) -> bytes:
    """The file; ``day`` is the date in its properties."""
    head = paper["masthead"]
    file = new_word_file(
        paper["language"],
        day,
        title=f"{head['title']} – {head['meeting']}",
        author=head["organisation"],
        subject=head["organ"],
    )
    write_edges(file, head=(head["title"], head["meeting"]), foot=f"{paper['words']['as_of']}: {paper['as_of']}")
    document = file.document
    document.add_paragraph(head["organisation"], style=NOTICE)
    document.add_paragraph(head["organ"], style=NOTICE)
    document.add_paragraph(head["title"], style="Title")
    particulars = document.add_paragraph(style=QUIET_TEXT)
    for index, (label, value) in enumerate(head["lines"]):
        if index:
            particulars.add_run().add_break()
        particulars.add_run(f"{label}: ").bold = True
        particulars.add_run(value)
    for block in paper["blocks"]:
        match block["type"]:
            case "heading":
                document.add_paragraph(block["text"], style=f"Heading {block['level']}")
            case "item":
                _write_item(file, block)
            case "table":
                _write_table(file, block)
            case _:
                _write_text(file, block)
    return word_bytes(file)
