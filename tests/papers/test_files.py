"""Which files are taken: kinds that no browser runs, of a bounded size, without a classification marking."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.papers.rules import LARGEST, UnableToTakeFile, accepted_file
from secretariat.papers.rules.markings import marking_in, marking_in_name


def packed(**parts: str) -> bytes:
    """An office file with these parts; ``__`` stands for a slash, and each ends in .xml."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, text in parts.items():
            # a fixed day: the names of tests are made of these bytes, and two workers compare them
            archive.writestr(zipfile.ZipInfo(f"{name.replace('__', '/')}.xml", (2011, 5, 31, 0, 0, 0)), text)
    return raw.getvalue()


def pdf(text: str) -> bytes:
    """A page with one line, as a program that makes PDFs compresses it."""
    import typst

    return bytes(typst.compile(f"{text}\n\nordinary words".encode(), format="pdf"))


def reason(name: str, content: bytes) -> str:
    with pytest.raises(UnableToTakeFile) as refused:
        accepted_file(name, content)
    return refused.value.reason


@pytest.mark.parametrize(
    "line",
    [
        "SECRET",
        "Top Secret",
        "NATO SECRET",
        "EU CONFIDENTIAL//REL TO ALL",
        "SECRET//NOFORN",
        " - RESTRICTED - ",
        "SECRET - Annex A",
        "Page 3   SECRET",
        "СЕКРЕТНО",
        "Совершенно секретно",
        "Сов. секретно",
        "ОСОБОЙ ВАЖНОСТИ",
        "Для служебного пользования",
        "ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ   Экз. № 3",
        "СЕКРЕТНО Приложение 1",
    ],
)
def test_marking_is_found_where_markings_stand(line: str):
    assert marking_in(["Title", line, "words"]) is not None


@pytest.mark.parametrize(
    "line",
    [
        "SECRETARIAT",
        "Secretary General",
        "The ballot is secret.",
        "Confidential talks were held.",
        "This text speaks of SECRET ballots",
        "RESTRICTED ACCESS TO THE AREA APPLIES",
        "UNCLASSIFIED",
        "НЕ СЕКРЕТНО",
        "несекретно",
        "Секретность выборов",
        "секретариат",
    ],
)
def test_ordinary_words_are_no_marking(line: str):
    assert marking_in([line]) is None


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_without_failing(text: str):
    marking_in(text.splitlines())
    marking_in_name(text)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("SECRET_report.txt", b"words"),
        ("note (СЕКРЕТНО).txt", b"words"),
        ("note.txt", b"SECRET\n\nwords"),
        ("note.txt", "\ufeffДля служебного пользования\r\nтекст".encode()),
        ("note.txt", "СЕКРЕТНО\nтекст".encode("cp1251")),
        ("note.txt", "СЕКРЕТНО\nтекст".encode("utf-16")),
        ("note.csv", b"a,b\nSECRET\n"),
        ("note.docx", packed(word__document="<w:p><w:r><w:t>SEC</w:t></w:r><w:r><w:t>RET</w:t></w:r></w:p>")),
        ("note.docx", packed(word__document="<w:p/>", word__header1="<w:hdr><w:p><w:t>СЕКРЕТНО</w:t></w:p></w:hdr>")),
        ("note.xlsx", packed(xl__sharedStrings="<sst><si><t>Restricted</t></si></sst>")),
        ("note.xlsx", packed(xl__worksheets__s1="<headerFooter><oddHeader>&amp;CSECRET</oddHeader></headerFooter>")),
        ("note.odt", packed(content="<text:p>Совершенно <text:span>секретно</text:span></text:p>")),
        ("note.odt", packed(content="<text:p>x</text:p>", styles="<text:p>SECRET</text:p>")),
    ],
)
def test_file_with_a_marking_is_refused(name: str, content: bytes):
    assert reason(name, content) == "file_classified"


@pytest.mark.parametrize("text", ["SECRET", "Совершенно секретно"])
def test_marking_in_the_compressed_page_of_a_pdf_is_found(text: str):
    assert reason("note.pdf", pdf(text)) == "file_classified"
    assert accepted_file("note.pdf", pdf("Report of the secretariat")) == ("note.pdf", "application/pdf")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("page.html", b"<p>", "file_kind"),
        ("drawing.svg", b"<svg/>", "file_kind"),
        ("macro.docm", b"PK\x03\x04", "file_kind"),
        ("noending", b"words", "file_name"),
        (".txt", b"words", "file_name"),
        ("a" * 300 + ".txt", b"words", "file_name"),
        ("empty.txt", b"", "file_empty"),
        ("large.txt", b"x" * (LARGEST + 1), "file_too_large"),
        ("program.pdf", b"MZ", "file_not_what_it_says"),
        ("picture.png", b"<svg/>", "file_not_what_it_says"),
        ("broken.docx", b"PK\x03\x04 and nothing more", "file_broken"),
        ("broken.pdf", b"%PDF-1.7 and nothing more", "file_broken"),
        ("zeros.txt", b"a\0b", "file_broken"),
    ],
)
def test_file_that_cannot_be_taken_says_why(name: str, content: bytes, why: str):
    assert reason(name, content) == why


def test_file_that_unfolds_without_end_is_not_read():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(6):
            archive.writestr(f"word/part{number}.xml", b" " * 10 * 1024 * 1024)
    assert reason("bomb.docx", raw.getvalue()) == "file_too_large"


def test_macros_inside_an_innocent_name_are_refused():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    assert reason("note.docx", raw.getvalue()) == "file_kind"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Users\\me\\note.txt", "note.txt"),
        ("../../etc/note.txt", "note.txt"),
        ('a"b.txt', "ab.txt"),
        ("a\u202etxt.txt", "atxt.txt"),
        ("отчёт за 2011.txt", "отчёт за 2011.txt"),
    ],
)
def test_name_keeps_no_path_and_no_trick(sent: str, kept: str):
    assert accepted_file(sent, b"words") == (kept, "text/plain")
