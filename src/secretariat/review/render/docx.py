"""The review as an editable Word file: the same numbers of paragraphs, tables and figures as the page and the PDF."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import vl_convert
from docx.text.paragraph import Paragraph

from secretariat.review.render.charts.frame import register_fonts
from secretariat.sources.render.word import (
    CONTENTS,
    DRAFT,
    MESSAGE,
    NOTICE,
    NUMBERED,
    QUIET_TEXT,
    WordFile,
    add_picture,
    bookmark,
    fitting_widths,
    link,
    longest_words,
    new_table,
    new_word_file,
    shade,
    word_bytes,
    write_edges,
)

GROUNDS = {
    **dict.fromkeys(("party", "member", "verified"), "1D4F7C"),
    **dict.fromkeys(("consented", "claimed"), "CFE0EE"),
    **dict.fromkeys(("accepted", "in_progress", "signatory"), "E1EBF3"),
    **dict.fromkeys(("suspended", "stagnant", "blocked", "overdue"), "8A4B08"),
    **dict.fromkeys(("withdrawn", "lapsed", "expelled"), "56636E"),
    "declined": "6A3A5B",
    "disputed": "F7E3C8",
    "reported": "F2F0EA",
    "derived": "EEF3F7",
    "confirmed": "E3EFE6",
    "unknown": "FFFFFF",
}
"""The grounds of statuses, as in the PDF."""
LIGHT_TEXT = frozenset({"1D4F7C", "8A4B08", "56636E", "6A3A5B"})
STYLES = {"message": MESSAGE, "draft": DRAFT}
SCALE = 2.0
"""Pixels of a picture for each of the drawing: sharp on paper, and small enough to mail."""


def _write_runs(paragraph: Paragraph, parts: Sequence[Mapping[str, Any]], mark: str = "") -> None:
    for part in parts:
        run = paragraph.add_run(part["text"])
        if mark:
            ground = GROUNDS.get(mark, "F2F0EA")
            shade(run, ground, light_text=ground in LIGHT_TEXT)
        if "figure" in part:
            link(paragraph, str(part["figure"]), f"trace_{part['figure']}", raised=True)


def _write_above(file: WordFile, word: str, block: Mapping[str, Any]) -> None:
    caption = file.document.add_paragraph(f"{word} {block['number']}. ", style="Caption")
    _write_runs(caption, block["title"])
    subtitle = file.document.add_paragraph(style=QUIET_TEXT)
    subtitle.paragraph_format.keep_with_next = True
    _write_runs(subtitle, block["subtitle"])


def _write_below(file: WordFile, words: Mapping[str, str], block: Mapping[str, Any]) -> None:
    below = file.document.add_paragraph(f"{words['source']}: ", style=QUIET_TEXT)
    _write_runs(below, block["source"])
    if block["note"]:
        below.add_run().add_break()
        below.add_run(f"{words['note']}: ")
        _write_runs(below, block["note"])


def _write_table(file: WordFile, block: Mapping[str, Any]) -> None:
    texts = [["".join(part["text"] for part in cell["parts"]) for cell in row] for row in block["rows"]]
    widths = fitting_widths(block["widths"], longest_words(block["columns"], texts))
    table = new_table(file, block["columns"], len(block["rows"]), widths, dense=block["dense"])
    cells = iter(table._cells[len(block["columns"]) :])
    for row in block["rows"]:
        for value, cell in zip(row, cells, strict=False):
            _write_runs(cell.paragraphs[0], value["parts"], value.get("mark", ""))


def _write_block(file: WordFile, words: Mapping[str, str], block: Mapping[str, Any], svgs: Mapping[str, str]) -> None:
    match block["type"]:
        case "paragraph":
            style = STYLES.get(block["kind"], NUMBERED)
            paragraph = file.document.add_paragraph(f"{block['number']}.\t", style=style)
            _write_runs(paragraph, block["parts"])
            bookmark(file, paragraph, f"paragraph_{block['number']}")
        case "notice":
            _write_runs(file.document.add_paragraph(style=NOTICE), block["parts"])
        case "heading":
            file.document.add_paragraph(block["title"], style="Heading 2")
        case "table":
            _write_above(file, words["table"], block)
            _write_table(file, block)
            _write_below(file, words, block)
        case _:
            _write_above(file, words["figure"], block)
            png = vl_convert.svg_to_png(svgs[block["svg"]], scale=SCALE)
            add_picture(file, png, alt=block["alt"], points=block["width"])
            _write_below(file, words, block)


def _write_masthead(file: WordFile, head: Mapping[str, str], words: Mapping[str, str]) -> None:
    document = file.document
    document.add_paragraph(f"{head['organisation']} · {head['symbol']}", style=NOTICE)
    document.add_paragraph(head["organ"], style=NOTICE)
    document.add_paragraph(head["title"], style="Title")
    document.add_paragraph(head["meeting"])
    lines = [(words[name], head[name]) for name in ("item", "distribution", "date", "cut_off", "known_at", "snapshot")]
    lines.insert(3, (words["language"], words["original"]))
    particulars = document.add_paragraph(style=QUIET_TEXT)
    for index, (word, value) in enumerate(lines):
        if index:
            particulars.add_run().add_break()
        particulars.add_run(f"{word}: ").bold = True
        particulars.add_run(value)


def _titles(resolved: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The bookmark and the heading of every section, the annex of traces last."""
    annex = resolved["words"]["annex"]
    found = [
        (f"section_{each['number']}", f"{annex + ' ' if each['annex'] else ''}{each['number']}. {each['title']}")
        for each in resolved["sections"]
    ]
    return [*found, ("traces", f"{annex} {resolved['trace_annex']}. {resolved['trace_title']}")]


def _write_traces(file: WordFile, resolved: Mapping[str, Any]) -> None:
    words = resolved["words"]
    file.document.add_paragraph(resolved["trace_intro"], style=NOTICE)
    for trace in resolved["traces"]:
        paragraph = file.document.add_paragraph(f"{trace['number']}. ", style=QUIET_TEXT)
        paragraph.add_run(trace["value"]).bold = True
        paragraph.add_run(f" · {trace['label']} · {words['method']}: {trace['method']} · {words['standing']}: ")
        _write_runs(paragraph, [{"text": trace["standing"]}], trace["mark"])
        if trace["filters"]:
            paragraph.add_run().add_break()
            paragraph.add_run("; ".join(trace["filters"]))
        paragraph.add_run().add_break()
        shown = ", ".join(trace["rows"])
        more = f" … +{trace['more']}" if trace["more"] else ""
        paragraph.add_run(f"{trace['count']} {words['rows']}: {trace['file']}{': ' + shown if shown else ''}{more}")
        bookmark(file, paragraph, f"trace_{trace['number']}")


def write_docx(resolved: Mapping[str, Any], charts: Mapping[str, str], issued_on: date, path: Path) -> None:
    """Write an edition in one language. ``charts`` are SVG texts by file name; they become pictures with alt text."""
    register_fonts()
    head, words = resolved["masthead"], resolved["words"]
    title = f"{head['title']} – {head['symbol']}"
    file = new_word_file(
        resolved["language"], issued_on, title=title, author=head["organisation"], subject=head["meeting"]
    )
    write_edges(
        file,
        head=(head["title"], head["symbol"]),
        foot=f"{head['distribution']} · {words['cut_off']}: {head['cut_off']}",
    )
    _write_masthead(file, head, words)
    titles = _titles(resolved)
    for index, section in enumerate(resolved["sections"]):
        name, text = titles[index]
        heading = file.document.add_paragraph(text, style="Heading 1")
        bookmark(file, heading, name)
        for block in section["blocks"]:
            _write_block(file, words, block, charts)
        if index == 0:
            file.document.add_paragraph(words["contents"], style="Heading 2").paragraph_format.page_break_before = True
            for to, each in titles[1:]:
                link(file.document.add_paragraph(style=CONTENTS), each, to)
    bookmark(file, file.document.add_paragraph(titles[-1][1], style="Heading 1"), titles[-1][0])
    _write_traces(file, resolved)
    if head["disclaimer"]:
        file.document.add_paragraph(head["disclaimer"], style=NOTICE)
    path.write_bytes(word_bytes(file))
