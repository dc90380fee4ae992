"""The parts of a Word file."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from secretariat.sources.render.word import (
    WIDTH,
    bookmark,
    fitting_widths,
    link,
    longest_words,
    new_table,
    new_word_file,
    word_bytes,
)

DAY = date(2011, 5, 31)


def test_longest_word_of_each_column_counts_not_the_longest_text():
    assert longest_words(["State", "A long head"], [["Kyrgyzstan", "x"], ["of it", ""]]) == [10, 4]


COLUMNS = st.lists(st.tuples(st.floats(0.5, 6), st.integers(0, 60)), min_size=1, max_size=12)


@given(COLUMNS)
def test_columns_never_leave_the_page(columns):
    widths = fitting_widths([width for width, _ in columns], [length for _, length in columns])
    assert all(width > 0 for width in widths)
    assert WIDTH - len(widths) <= sum(widths) <= WIDTH


def test_column_is_widened_to_its_longest_word_and_the_others_share_the_rest_in_proportion():
    date_column, title, note = fitting_widths([0.1, 2, 1], [12, 5, 5])
    assert date_column > 12 * 50_000  # twelve characters of some four points, in English Metric Units
    assert title == pytest.approx(2 * note, rel=0.01)


@pytest.mark.parametrize(("language", "locale"), [("en", "en-GB"), ("ru", "ru-RU")])
def test_file_says_its_language_title_and_day(language, locale):
    content = word_bytes(new_word_file(language, DAY, title="Review – 1", author="O"))
    properties = Document(io.BytesIO(content)).core_properties
    assert (properties.title, properties.author, properties.language) == ("Review – 1", "O", locale)
    assert properties.created.date() == properties.modified.date() == DAY
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2011, 5, 31, 12, 0, 0)}


def test_link_leads_to_a_bookmark_of_the_file_and_keeps_the_order_of_the_text():
    file = new_word_file("en", DAY, title="T", author="O")
    paragraph = file.document.add_paragraph("before ")
    link(paragraph, "7", "trace_7", raised=True)
    paragraph.add_run(" after")
    bookmark(file, file.document.add_paragraph("Trace"), "trace_7")
    text = Document(io.BytesIO(word_bytes(file)))
    first, second = text.paragraphs[-2:]
    assert first.text == "before 7 after"
    assert 'w:anchor="trace_7"' in first._p.xml
    assert 'w:name="trace_7"' in second._p.xml


def test_head_of_a_table_repeats_and_no_row_is_torn():
    file = new_word_file("en", DAY, title="T", author="O")
    new_table(file, ["A", "B"], 3, fitting_widths([1, 2], [3, 3]))
    (table,) = Document(io.BytesIO(word_bytes(file))).tables
    assert ["w:tblHeader" in row._tr.xml for row in table.rows] == [True, False, False, False]
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)
