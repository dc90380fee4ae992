"""Classification markings in texts and names of files. Finding one refuses the file; finding none proves nothing.

Only the usual words of English and Russian markings are known, and only where a marking stands: alone on a line, or in
capitals at its beginning or end. A picture of a page, an encrypted file or a marking in another language passes unseen.
"""

import re
from collections.abc import Iterable

_ENGLISH = r"(?:COSMIC\s+)?TOP\s+SECRET|SECRET|CONFIDENTIAL|RESTRICTED"
_RUSSIAN = r"(?:СОВЕРШЕННО\s+|СОВ\.?\s*)?СЕКРЕТНО|ОСОБОЙ\s+ВАЖНОСТИ|(?:ДЛЯ\s+)?СЛУЖЕБНОГО\s+ПОЛЬЗОВАНИЯ"
_OWNER = r"(?:(?!NOT\b|NON\b|NO\b|FORMERLY\b)[A-Z]{2,10}[ /-]+)?"
_COPY = r"(?:\s*(?:экз|копия)\.?\s*(?:№|N|#)?\s*[\d_]*\.?)?"
_CAVEAT = r"(?://?\s*[A-Z /,-]{2,60})?"
_EDGE = r"[\s\W_]*"
_WHOLE_LINE = re.compile(rf"{_EDGE}(?:{_OWNER}(?:{_ENGLISH})\s*{_CAVEAT}|(?:{_RUSSIAN}){_COPY}){_EDGE}", re.IGNORECASE)
_NOT_A_MARKING = re.compile(r"\b(?:not|non|no|un|formerly)\b|\bне\b", re.IGNORECASE)
_AT_AN_EDGE = re.compile(
    rf"^{_EDGE}(?:(?:{_ENGLISH})(?:\s*//|\s*[-–—:|(]\s|\s{{2,}})|(?:{_RUSSIAN})(?![А-Яа-яЁё]))"
    rf"|(?://\s*|\s{{2,}}|[-–—|]\s)(?:{_ENGLISH}|{_RUSSIAN}){_EDGE}$"
)
_IN_NAME = re.compile(rf"(?:^|\s)(?:{_ENGLISH}|{_RUSSIAN})(?:\s|$)")
_AT_NAME_START = re.compile(rf"^(?:{_ENGLISH}|{_RUSSIAN})(?:\s|$)", re.IGNORECASE)
_LONGEST_LINE = 200
"""A marking stands on a short line; a paragraph that only speaks of secrets is none."""


def marking_in(lines: Iterable[str]) -> str | None:
    """The first line that is a classification marking, or ``None``."""
    for line in lines:
        stated = " ".join(line.replace("\N{NO-BREAK SPACE}", " ").split()) if "\t" not in line else line.strip()
        if not stated or len(stated) > _LONGEST_LINE or _NOT_A_MARKING.search(stated):
            continue
        if _WHOLE_LINE.fullmatch(stated) or _AT_AN_EDGE.search(line.strip()):
            return stated
    return None


def marking_in_name(name: str) -> str | None:
    """The classification marking in the name of a file, or ``None``: in capitals anywhere, in any letters in front."""
    stem = re.sub(r"[\W_]+", " ", name.rpartition(".")[0] or name).strip()
    found = _AT_NAME_START.search(stem) or _IN_NAME.search(stem)
    return found.group().strip() if found and not _NOT_A_MARKING.search(stem) else None
