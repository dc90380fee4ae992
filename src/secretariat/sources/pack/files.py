"""The files of a pack: finding them, reading their bytes as text, and remembering where every value stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SUFFIXES = (".yaml", ".jsonl")
MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 24
MAX_WHOLE = 2**53 - 1
"""Beyond this readers of JSON disagree about whole numbers (RFC 8785, RFC 7493)."""
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of a register holds; line breaks are ``\\n``."""

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it was read: its content, its line, and in YAML the line of each path inside it.

    ``text`` is the JSON of a row of JSON Lines.
    """

    file: str
    line: int
    content: Any
    lines: Mapping[Path_, int] | None = None
    text: str = ""

    def line_of(self, path: Path_) -> int:
        """The line of a path, or of the nearest part above it that stands in the file."""
        if self.lines is None:
            return self.line
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, self.line)


class Refused(Exception):
    """Something that a pack may not hold: where it stands, what it is, what was expected."""

    def __init__(self, line: int, path: Path_, wrong: str, expected: str = "") -> None:
        self.line, self.path, self.wrong, self.expected = line, path, wrong, expected
        super().__init__(wrong)


def path_text(path: Path_) -> str:
    """``("states", 3, "name")`` as a person writes it: ``states[3].name``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else str(part))
    return text


def shown(character: str) -> str:
    """A character that cannot be printed, as its code point."""
    return f"U+{ord(character):04X}"


def found_files(folder: Path) -> Iterator[Path]:
    """Everything in a pack's folder that is, or looks like it was meant to be, a file of the pack, in order.

    Hidden files and folders are left alone; links to folders are not followed.
    """
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and path.suffix not in SUFFIXES:
            if not path.is_symlink():
                yield from found_files(path)
        elif path.suffix.lower() in {*SUFFIXES, ".yml", ".json", ".ndjson"}:
            yield path


def text_of(path: Path) -> str:
    """The text of a file. Raises :class:`Refused` where it is too large or not UTF-8, ``OSError`` where unreadable."""
    if not path.is_file():
        what = "a folder" if path.is_dir() else "a link that leads nowhere" if path.is_symlink() else "not a file"
        raise Refused(1, (), f"is {what}", "a file")
    size = path.stat().st_size
    if size > MAX_BYTES:
        wrong = f"the file has {size:,} bytes"
        raise Refused(
            1, (), wrong, f"at most {MAX_BYTES:,}; split the table into a folder {path.stem}/ of several files"
        )
    raw = path.read_bytes()
    if (at := raw.find(b"\0")) >= 0:
        raise Refused(raw.count(b"\n", 0, at) + 1, (), "a NUL byte", "UTF-8 text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refused(line, (), f"the byte 0x{raw[error.start]:02x} is not UTF-8", "UTF-8 text") from error
