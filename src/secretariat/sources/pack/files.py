"""Reading the files of a pack: safe YAML and JSON Lines, with the line of every value.

YAML is read from the parser's events, so that tags, anchors, aliases, repeated keys and depth are refused where they
stand, before anything is built. Scalars follow the core schema of YAML 1.2: ``NO`` is a text and ``2011-05-31`` is left
to the schema to read.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from secretariat.sources.pack.problems import Problem

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 24
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

SCALARS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), "~nN\0"),
    ("tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), "tTfF"),
    ("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), "-+0123456789"),
    ("tag:yaml.org,2002:float", re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), "-+.0123456789"),
)

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it was read: its content, and the line of each path inside it (``()`` is the row itself)."""

    file: str
    content: Any
    lines: dict[Path_, int]

    def line_of(self, path: Path_) -> int:
        """The line of a path, or of the nearest part above it that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Refused(Exception):
    def __init__(self, line: int, path: Path_, wrong: str, expected: str = "") -> None:
        self.line, self.path, self.wrong, self.expected = line, path, wrong, expected


def path_text(path: Path_) -> str:
    """``("states", 3, "name")`` as a person writes it: ``states[3].name``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else str(part))
    return text


def _plain(text: str) -> Any:
    if SCALARS[0][1].match(text):
        return None
    if SCALARS[1][1].match(text):
        return text.lower() == "true"
    if SCALARS[2][1].match(text):
        return int(text) if len(text) < 20 else text
    if SCALARS[3][1].match(text):
        return float(text)
    return text


class _Composer:
    """Builds values from parser events, refusing what a pack may not hold."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self.events = events
        self.lines: dict[Path_, int] = {}

    def document(self) -> Any:
        value: Any = None
        seen = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    raise _Refused(event.start_mark.line + 1, (), "a second document in one file", "one document a file")
                seen = True
                value = self.value(next(self.events), ())
        return value

    def value(self, event: yaml.Event, path: Path_) -> Any:
        line = event.start_mark.line + 1
        self.lines[path] = line
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(line, path, f"the alias *{event.anchor}", "values written out; anchors and aliases are not read")
        if getattr(event, "anchor", None):
            raise _Refused(line, path, f"the anchor &{event.anchor}", "values written out; anchors and aliases are not read")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise _Refused(line, path, f"the tag {tag}", "plain values without tags")
        if len(path) > MAX_DEPTH:
            raise _Refused(line, path[:3], f"more than {MAX_DEPTH} levels deep", f"at most {MAX_DEPTH} levels")
        if isinstance(event, yaml.ScalarEvent):
            return _plain(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def sequence(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path_) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(line, path, "a key that is not a text", "a text as key")
            key = event.value
            if key in items:
                raise _Refused(line, (*path, key), "the key stands twice", "each key once")
            items[key] = self.value(next(self.events), (*path, key))
        return items


def _text_of(path: Path, name: str) -> str:
    size = path.stat().st_size
    if size > MAX_BYTES:
        wrong = f"the file has {size:,} bytes"
        raise _Refused(1, (), wrong, f"at most {MAX_BYTES:,}; split the table into a folder {path.stem}/ of several files")
    raw = path.read_bytes()
    if (at := raw.find(b"\0")) >= 0:
        raise _Refused(raw.count(b"\n", 0, at) + 1, (), "a NUL byte", "UTF-8 text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _Refused(line, (), f"the byte 0x{raw[error.start]:02x} is not UTF-8", "UTF-8 text") from error


def _read_yaml(text: str, name: str) -> Iterator[RawRow]:
    composer = _Composer(yaml.parse(text, Loader=LOADER))
    try:
        content = composer.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Refused(mark.line + 1 if mark else 1, (), f"not YAML: {error.problem or error.context}", "valid YAML") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _Refused(line, (), f"the character #x{ord(str(error.character)[:1]):04x} is not allowed", "printable text") from error
    if content is None:
        return
    if isinstance(content, dict):
        yield RawRow(name, content, composer.lines)
        return
    if not isinstance(content, list):
        raise _Refused(1, (), "neither a list nor a mapping", "a list of rows")
    by_row: dict[int, dict[Path_, int]] = {}
    for path, line in composer.lines.items():
        if path and isinstance(path[0], int):
            by_row.setdefault(path[0], {})[path[1:]] = line
    for index, row in enumerate(content):
        yield RawRow(name, row, by_row[index])


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    items = dict(pairs)
    if len(items) != len(pairs):
        keys = [key for key, _ in pairs]
        msg = next(key for key in keys if keys.count(key) > 1)
        raise KeyError(msg)
    return items


def _refuse_constant(name: str) -> Any:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


_JSON = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse_constant)


def _read_json_lines(text: str, name: str) -> Iterator[RawRow]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            content = _JSON.decode(line)
        except KeyError as error:
            raise _Refused(number, (str(error.args[0]),), "the key stands twice", "each key once") from error
        except RecursionError as error:
            raise _Refused(number, (), "too deep", f"at most {MAX_DEPTH} levels") from error
        except ValueError as error:
            raise _Refused(number, (), f"not JSON: {error}", "one JSON object a line") from error
        yield RawRow(name, content, {(): number})


def read_file(path: Path, name: str, problems: list[Problem]) -> Iterator[RawRow]:
    """The rows of one file; what is wrong with the file as a whole is added to ``problems``."""
    try:
        text = _text_of(path, name)
        yield from (_read_json_lines if path.suffix == ".jsonl" else _read_yaml)(text, name)
    except _Refused as refused:
        problems.append(Problem(name, refused.line, path_text(refused.path), refused.wrong, refused.expected))
    except OSError as error:
        problems.append(Problem(name, 1, "", f"cannot be read: {error.strerror}", "a readable file"))
