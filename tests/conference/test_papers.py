"""The annotated agenda and the chair's brief of a real meeting, in both languages and formats."""

import io
import zipfile
from datetime import date

import pikepdf
import pytest
from docx import Document

from secretariat.access.rules import SECRETARIAT
from secretariat.conference.actions import FORMATS, PAPERS, file_name, paper_file, write_papers
from secretariat.conference.queries import preparation
from secretariat.conference.rules.papers import annotated_agenda, chairs_brief
from secretariat.conference.rules.preparation import Preparation
from secretariat.kernel import LANGUAGES
from secretariat.sources.rules import end_of

pytestmark = pytest.mark.django_db
MINSK = date(2011, 5, 31)


@pytest.fixture
def prepared(csto: None) -> Preparation:
    return preparation(SECRETARIAT, "CFM-2011-H2", on=MINSK, known_at=end_of(MINSK))


def texts(paper) -> list[str]:
    found = []
    for block in paper["blocks"]:
        found += [block.get("title", ""), block.get("text", ""), *block.get("columns", [])]
        found += [text for row in block.get("rows", []) for text in row]
    return found


@pytest.mark.parametrize("write", PAPERS.values(), ids=PAPERS)
def test_items_have_the_same_numbers_in_both_languages(prepared: Preparation, write):
    english, russian = (write(prepared, language) for language in LANGUAGES)
    shapes = [
        [
            (block["type"], block.get("number"), block.get("level"), len(block.get("rows", [])))
            for block in paper["blocks"]
        ]
        for paper in (english, russian)
    ]
    assert shapes[0] == shapes[1]
    assert [block["number"] for block in english["blocks"] if block["type"] == "item"] == [
        *("1.", "1.1", "1.2", "1.3", "1.4"),
        *("2.", "3.", "4."),
    ]


def test_no_place_of_a_sentence_is_left_unfilled(prepared: Preparation):
    for language in LANGUAGES:
        for write in PAPERS.values():
            assert not [text for text in texts(write(prepared, language)) if "{" in text or "}" in text]


def test_sentence_never_ends_with_two_full_stops(prepared: Preparation):
    for write in PAPERS.values():
        assert not [text for text in texts(write(prepared, "ru")) if ".." in text or "г.." in text]


def test_brief_gives_every_member_in_the_order_of_the_languages_alphabet(prepared: Preparation):
    for language, names in (
        ("en", ["Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"]),
        ("ru", ["Армения", "Беларусь", "Казахстан", "Кыргызстан", "Россия", "Таджикистан", "Узбекистан"]),
    ):
        tables = [block for block in chairs_brief(prepared, language)["blocks"] if block["type"] == "table"]
        assert [row[0] for row in tables[0]["rows"]] == names


def test_brief_says_unknown_and_not_set_where_the_record_is_silent(prepared: Preparation):
    table = next(block for block in chairs_brief(prepared, "en")["blocks"] if block["type"] == "table")
    armenia = table["rows"][0]
    assert armenia[2:5] == ["nothing reported", "not set", "none"]
    assert armenia[5] == "S27, S28"
    assert "0 of 7 (0%)" in table["title"]


def test_brief_gives_both_readings_of_a_quorum_that_is_not_on_record(prepared: Preparation):
    said = " ".join(texts(chairs_brief(prepared, "en")))
    assert "all 7 have to be present" in said
    assert "those who are present decide" in said
    assert "adopted when no member that takes part objects" in said


def test_brief_has_words_for_the_chair_under_each_item_and_the_agenda_for_delegations_has_none(prepared: Preparation):
    quotes = [block for block in chairs_brief(prepared, "en")["blocks"] if block.get("tone") == "quote"]
    assert len(quotes) == len(prepared.leaves) == 7
    assert not [block for block in annotated_agenda(prepared, "en")["blocks"] if block.get("tone") == "quote"]


def test_deadlines_of_a_meeting_without_a_fixed_day_are_written_as_intervals(prepared: Preparation):
    assert "between 1 June 2011 and 1 December 2011" in texts(annotated_agenda(prepared, "en"))
    assert "с 1 июня 2011\N{NO-BREAK SPACE}г. по 1 декабря 2011\N{NO-BREAK SPACE}г." in texts(
        annotated_agenda(prepared, "ru")
    )


def test_every_cited_source_is_listed(prepared: Preparation):
    paper = chairs_brief(prepared, "en")
    listed = {row[0] for row in paper["blocks"][-1]["rows"]}
    used = {source for play in prepared.play.values() for source in play.done.trace.sources}
    assert used <= listed


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", PAPERS)
def test_same_record_gives_the_same_bytes(prepared: Preparation, name: str, kind: str):
    again = preparation(SECRETARIAT, "CFM-2011-H2", on=MINSK, known_at=end_of(MINSK))
    assert paper_file(prepared, name, kind, "ru") == paper_file(again, name, kind, "ru")


def test_pdf_is_archivable_accessible_and_tagged(prepared: Preparation):
    for language in LANGUAGES:
        with pikepdf.open(io.BytesIO(paper_file(prepared, "chairs-brief", "pdf", language))) as document:
            metadata = document.open_metadata()
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"
            assert str(document.Root.Lang)[:2] == language


def test_word_file_has_headings_repeated_table_heads_its_language_and_no_other_date_than_its_own(prepared: Preparation):
    content = paper_file(prepared, "chairs-brief", "docx", "ru")
    document = Document(io.BytesIO(content))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Caption"} <= styles
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert document.core_properties.language == "ru-RU"
    assert document.core_properties.modified.date() == MINSK
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2011, 5, 31)}
        assert 'w:lang w:val="ru-RU"' in archive.read("word/styles.xml").decode()
        footer = "".join(archive.read(name).decode() for name in archive.namelist() if "footer" in name)
        assert "NUMPAGES" in footer


def test_text_of_the_record_cannot_write_word_markup(prepared: Preparation):
    paper = annotated_agenda(prepared, "en")
    paper["blocks"].append({"type": "text", "label": "", "text": "<w:p>&{{ x }}", "tone": "plain"})
    document = Document(io.BytesIO(FORMATS["docx"](paper, MINSK)))
    assert document.paragraphs[-1].text == "<w:p>&{{ x }}"
    assert FORMATS["pdf"](paper | {"as_of": "#panic() *x*"}, MINSK).startswith(b"%PDF")


def test_papers_are_written_in_every_language_and_format(prepared: Preparation, tmp_path):
    written = [path.name for path in write_papers(prepared, tmp_path / "papers", LANGUAGES)]
    assert len(written) == len(set(written)) == 8
    assert "chairs-brief-CFM-2011-H2.ru.docx" in written
    assert all((tmp_path / "papers" / name).stat().st_size > 1000 for name in written)


def test_name_of_a_file_has_only_what_every_file_system_takes(prepared: Preparation):
    assert file_name(prepared, "chairs-brief", "pdf", "en") == "chairs-brief-CFM-2011-H2.en.pdf"
