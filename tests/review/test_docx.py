"""The review as a Word file: nothing is left out, and the numbers are those of the page and the PDF."""

import hashlib
import io
import re
from datetime import date

import pytest
from docx import Document

from secretariat.kernel import Figure, LocalizedText, Standing, Trace
from secretariat.review.render.docx import write_docx
from secretariat.review.rules.blocks import (
    Chart,
    Display,
    Edition,
    Heading,
    Mark,
    Masthead,
    Notice,
    Paragraph,
    Section,
    Table,
    say,
)
from secretariat.review.rules.resolved import resolve
from secretariat.sources.rules import end_of

DAY = date(2011, 5, 31)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><rect width="400" height="100" fill="#16456e"/>'
    "</svg>"
)
MEMBERS = Figure("members", 7, "states", Trace("membership", 1, ("CST-AM", "CST-BY"), standings=(Standing.CONFIRMED,)))


def text(en, ru):
    return LocalizedText(en, ru)


def display(key):
    return Display(key, say("Title", "Название"), say("Subtitle", "Подзаголовок"), say("the register", "реестр"))


def resolved(language):
    blocks = (
        Paragraph(say("There are {n} members.", "Членов: {n}.", n=MEMBERS), "message"),
        Heading(text("Part", "Часть")),
        Notice(say("A caveat.", "Оговорка.")),
        Table(
            display("states"),
            (text("State", "Государство"), text("Status", "Статус")),
            (
                (text("Belarus", "Беларусь"), Mark("party", text("party", "участник"))),
                (text("Armenia", "Армения"), None),
            ),
            alphabetical=True,
        ),
        Chart(display("chart"), "bars", (), say("A dark bar.", "Тёмная полоса.")),
        Paragraph(say("takes note", "принимает к сведению"), "draft"),
    )
    head = Masthead(
        "CFM/2011/R.1",
        text("Organisation", "Организация"),
        text("Council", "Совет"),
        say("Meeting", "Заседание"),
        text("Item", "Пункт"),
        text("Limited", "Ограниченное"),
        DAY,
        DAY,
        end_of(DAY),
        "0" * 64,
        text("Review", "Обзор"),
        text("Invented.", "Вымышлено."),
    )
    sections = (Section("0", text("Brief", "Кратко"), blocks), Section("A", text("Methods", "Методы"), ()))
    made = resolve(Edition(head, sections), language)
    for section in made["sections"]:
        for block in section["blocks"]:
            if block["type"] == "chart":
                block["width"] = 300.0
    for trace in made["traces"]:
        trace["label"] = "Members"
    return made


@pytest.fixture(params=["en", "ru"])
def language(request):
    return request.param


@pytest.fixture
def written(language, tmp_path):
    path = tmp_path / "review.docx"
    write_docx(resolved(language), {f"chart.{language}.svg": SVG}, DAY, path)
    return path


def test_every_text_of_the_edition_stands_in_the_file(written, language):
    document = Document(written)
    shown = "\n".join(paragraph.text for paragraph in document.paragraphs)
    shown += "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    made = resolved(language)
    said = [
        part["text"] for section in made["sections"] for block in section["blocks"] for part in block.get("parts", ())
    ]
    said += [made["masthead"]["disclaimer"], made["masthead"]["snapshot"], made["trace_intro"], "CST-AM, CST-BY"]
    said += [part["text"] for row in made["sections"][0]["blocks"][3]["rows"] for cell in row for part in cell["parts"]]
    assert not [each for each in said if each not in shown]


def test_paragraphs_tables_and_figures_keep_their_numbers(written, language):
    shown = [paragraph.text for paragraph in Document(written).paragraphs]
    table, figure = ("Table", "Figure") if language == "en" else ("Таблица", "Рисунок")
    assert [each[:2] for each in shown if re.match(r"\d+\.\t", each)] == ["1.", "2."]
    assert [each.split(". ")[0] for each in shown if each.startswith((f"{table} ", f"{figure} "))] == [
        f"{table} 1",
        f"{figure} 1",
    ]


def test_figure_of_the_text_links_to_its_trace(written):
    document = Document(written)
    first = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("1.\t"))
    assert 'w:anchor="trace_1"' in first._p.xml
    assert any('w:name="trace_1"' in paragraph._p.xml for paragraph in document.paragraphs)


def test_states_stand_in_the_order_of_the_languages_alphabet_under_a_head_that_repeats(written, language):
    (table,) = Document(written).tables
    names = ["Armenia", "Belarus"] if language == "en" else ["Армения", "Беларусь"]
    assert [row.cells[0].text for row in table.rows][1:] == names
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_unknown_is_a_word_and_not_an_empty_cell(written, language):
    (table,) = Document(written).tables
    assert table.rows[1].cells[1].text == ("unknown" if language == "en" else "неизвестно")


def test_picture_has_the_text_that_stands_for_it(written, language):
    (shape,) = Document(written).inline_shapes
    assert shape._inline.docPr.get("descr") == ("A dark bar." if language == "en" else "Тёмная полоса.")
    picture = next(part for part in Document(written).part.package.iter_parts() if part.partname.endswith(".png"))
    assert picture.blob.startswith(b"\x89PNG")


def test_same_edition_gives_the_same_bytes(written, language, tmp_path):
    again = tmp_path / "again.docx"
    write_docx(resolved(language), {f"chart.{language}.svg": SVG}, DAY, again)
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (written, again)}
    assert len(digests) == 1
    assert Document(io.BytesIO(again.read_bytes())).core_properties.title.endswith("CFM/2011/R.1")
