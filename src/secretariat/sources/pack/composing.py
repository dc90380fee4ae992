"""Safe YAML, with the line of every value.

YAML is read from the parser's events, so that tags, anchors, aliases, repeated keys and depth are refused where they
stand, before anything is built. Scalars follow the core schema of YAML 1.2: ``NO`` is a text and ``2011-05-31`` is left
to the schema to read.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from math import isfinite
from typing import Any

import yaml

from secretariat.sources.pack.files import CONTROL, MAX_DEPTH, MAX_WHOLE, Path_, RawRow, Refused, shown

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

SCALARS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), "~nN\0"),
    ("tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), "tTfF"),
    ("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), "-+0123456789"),
    (
        "tag:yaml.org,2002:float",
        re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"),
        "-+.0123456789",
    ),
)
_NULL, _BOOLEAN, _WHOLE, _FRACTION = (pattern for _, pattern, _ in SCALARS)
_DIGITS = len(str(MAX_WHOLE)) + 1
"""Digits and a sign of the longest whole number: a longer one is not even computed."""


def _plain(text: str, line: int, path: Path_) -> Any:
    """A plain scalar by the core schema."""
    if _NULL.match(text):
        return None
    if _BOOLEAN.match(text):
        return text.lower() == "true"
    if _WHOLE.match(text):
        if len(text.lstrip("+-0")) < _DIGITS and abs(whole := int(text)) <= MAX_WHOLE:
            return whole
        raise Refused(line, path, "a whole number that is too large", "at most 2^53 - 1")
    if _FRACTION.match(text):
        if isfinite(number := float(text)):
            return number
        raise Refused(line, path, "a number that is too large", "a finite number")
    return text


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 1


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
                    raise Refused(_line(event), (), "a second document in one file", "one document a file")
                seen = True
                value = self.value(next(self.events), ())
        return value

    def value(self, event: yaml.Event, path: Path_) -> Any:
        line = _line(event)
        self.lines[path] = line
        if isinstance(event, yaml.AliasEvent):
            wrong = f"the alias *{event.anchor}"
            raise Refused(line, path, wrong, "values written out; anchors and aliases are not read")
        self.refuse_decorations(event, line, path)
        if len(path) > MAX_DEPTH:
            raise Refused(line, path[:3], f"more than {MAX_DEPTH} levels deep", f"at most {MAX_DEPTH} levels")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, line, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    @staticmethod
    def refuse_decorations(event: yaml.Event, line: int, path: Path_) -> None:
        if (anchor := getattr(event, "anchor", None)) is not None:
            raise Refused(line, path, f"the anchor &{anchor}", "values written out; anchors and aliases are not read")
        if (tag := getattr(event, "tag", None)) and tag != "!":
            raise Refused(line, path, f"the tag {tag}", "plain values without tags")

    @staticmethod
    def scalar(event: yaml.ScalarEvent, line: int, path: Path_) -> Any:
        if (bad := CONTROL.search(event.value)) is not None:
            raise Refused(line, path, f"the control character {shown(bad[0])}", "printable text")
        return _plain(event.value, line, path) if event.implicit[0] else event.value

    def sequence(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: Path_) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            if isinstance(event, yaml.AliasEvent) or not isinstance(event, yaml.ScalarEvent):
                raise Refused(line, path, "a key that is not a text", "a text as key")
            self.refuse_decorations(event, line, path)
            key = event.value
            if key in items:
                raise Refused(line, (*path, key), "the key stands twice", "each key once")
            items[key] = self.value(next(self.events), (*path, key))
        return items


def _composed(text: str) -> tuple[Any, dict[Path_, int]]:
    composer = _Composer(yaml.parse(text, Loader=LOADER))
    try:
        return composer.document(), composer.lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "nesting depth" in str(error.problem):  # libyaml looks far ahead of the values it hands out
            raise Refused(1, (), f"more than {MAX_DEPTH} levels deep", f"at most {MAX_DEPTH} levels") from error
        wrong = f"not YAML: {error.problem or error.context}"
        raise Refused(mark.line + 1 if mark else 1, (), wrong, "valid YAML") from error
    except yaml.reader.ReaderError as error:
        # The two parsers count positions differently (bytes, characters): look for the character ourselves.
        bad = next((match for match in CONTROL.finditer(text) if match[0] != "\r"), None)
        line = text.count("\n", 0, bad.start()) + 1 if bad else 1
        wrong = f"the control character {shown(bad[0])}" if bad else f"not YAML: {error.reason}"
        raise Refused(line, (), wrong, "printable text") from error


def read_yaml(text: str, name: str) -> Iterator[RawRow]:
    """The rows of a YAML file: a list of mappings, or one mapping. Raises :class:`Refused`."""
    content, lines = _composed(text)
    if content is None:
        return
    if isinstance(content, dict):
        yield RawRow(name, lines[()], content, lines)
        return
    if not isinstance(content, list):
        raise Refused(1, (), "neither a list nor a mapping", "a list of rows")
    inside = ((path, line) for path, line in lines.items() if path)
    # Paths were noted in reading order, so that those of one row follow each other.
    for index, group in groupby(inside, key=lambda pair: pair[0][0]):
        row_lines = {path[1:]: line for path, line in group}
        yield RawRow(name, row_lines[()], content[int(index)], row_lines)
