"""Which files may be put to a paper: kinds that can be shown safely, of a bounded size, without a classification."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from secretariat.papers.rules.markings import marking_in, marking_in_name

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
LARGEST_UNPACKED = 50 * 1024 * 1024
"""Bytes of the texts inside a packed file: one that unfolds into more is not read."""
LONGEST_NAME = 200
_OOXML = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OOXML}wordprocessingml.document",
    "xlsx": f"{_OOXML}spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain",
    "csv": "text/csv",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
"""By ending. Nothing that a browser would run: no HTML, no SVG, no scripts, no macros."""
_BEGINNINGS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff"}
_PACKED = frozenset({"docx", "xlsx", "odt"})
_PARAGRAPH = re.compile(r"</(?:w:p|a:p|text:p|text:h|si|is|c|row)>|<(?:w:br|w:cr|text:line-break|a:br)[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_PAGE_EDGE = re.compile(r"</(?:odd|even|first)(?:Header|Footer)>")
_SHEET_CODES = re.compile(r"&(?:amp;)?(?:[LCR]|\"[^\"]*\"|&quot;.*?&quot;|\d+|K[0-9A-F]{6}|[BIUSEXY])")


class UnableToTakeFile(Exception):
    """The file is not taken: ``reason`` is a word the pages have in two languages, ``found`` what was found in it."""

    def __init__(self, reason: str, found: str = "") -> None:
        self.reason, self.found = reason, found
        super().__init__(reason.replace("_", " "))


def _packed_lines(content: bytes) -> Iterator[str]:
    """The lines of every text of an office file, its headers and footers among them. No parser: nothing to expand."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [each for each in packed.infolist() if each.filename.endswith(".xml")]
            if sum(each.file_size for each in parts) > LARGEST_UNPACKED:
                reason = "file_too_large"
                raise UnableToTakeFile(reason)
            if any(each.filename.lower().endswith("vbaproject.bin") for each in packed.infolist()):
                reason = "file_kind"
                raise UnableToTakeFile(reason)
            for part in parts:
                text = packed.read(part).decode("utf-8", "replace")
                if part.filename.startswith("xl/worksheets/"):
                    text = _SHEET_CODES.sub("\n", _PAGE_EDGE.sub("\n", text))
                yield from unescape(_TAG.sub("", _PARAGRAPH.sub("\n", text))).splitlines()
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        reason = "file_broken"
        raise UnableToTakeFile(reason) from error


def _pdf_lines(content: bytes) -> Iterator[str]:
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            reason = "file_broken"
            raise UnableToTakeFile(reason)
        for page in reader.pages:
            yield from page.extract_text().splitlines()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        reason = "file_broken"
        raise UnableToTakeFile(reason) from error


def _text_lines(content: bytes) -> Iterator[str]:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "cp1251"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        yield from text.splitlines()
        return
    reason = "file_broken"
    raise UnableToTakeFile(reason)


def _lines(kind: str, content: bytes) -> Iterator[str]:
    if kind in _PACKED:
        return _packed_lines(content)
    if kind == "pdf":
        return _pdf_lines(content)
    return _text_lines(content) if kind in {"txt", "csv"} else iter(())


def accepted_file(name: str, content: bytes) -> tuple[str, str]:
    """The name under which a file is kept, and its media type, which its ending says and its first bytes confirm.

    Raises :class:`UnableToTakeFile`: ``file_name``, ``file_kind``, ``file_empty``, ``file_too_large``,
    ``file_not_what_it_says``, ``file_broken`` for what cannot be looked into, ``file_classified`` where a marking
    stands in it or in its name.
    """
    kept = re.sub(
        r"[\x00-\x1f\x7f\"\\/<>|:*?\u202a-\u202e\u2066-\u2069]", "", name.replace("\\", "/").rpartition("/")[2]
    )
    kept = kept.strip(" .")
    kind = kept.rpartition(".")[2].lower()
    reason, found = "", ""
    if not kept.rpartition(".")[0] or len(kept) > LONGEST_NAME:
        reason = "file_name"
    elif kind not in MEDIA_TYPES:
        reason = "file_kind"
    elif not content:
        reason = "file_empty"
    elif len(content) > LARGEST:
        reason = "file_too_large"
    elif not content.startswith(_BEGINNINGS.get(kind, b"PK\x03\x04" if kind in _PACKED else b"")):
        reason = "file_not_what_it_says"
    else:
        found = marking_in_name(kept) or marking_in(_lines(kind, content)) or ""
        reason = "file_classified" if found else ""
    if reason:
        raise UnableToTakeFile(reason, found)
    return kept, MEDIA_TYPES[kind]
