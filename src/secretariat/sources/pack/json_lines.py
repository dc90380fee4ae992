"""JSON Lines: one row a line, for tables of many rows."""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any

from secretariat.sources.pack.files import CONTROL, MAX_DEPTH, MAX_WHOLE, Path_, RawRow, Refused, shown


class _KeyTwice(Exception):
    """A key of an object stands twice."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    items = dict(pairs)
    if len(items) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _KeyTwice(next(key for key in keys if keys.count(key) > 1))
    return items


def _refuse_constant(name: str) -> Any:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


def _whole(digits: str) -> int:
    if len(digits) <= len(str(MAX_WHOLE)) + 1 and abs(whole := int(digits)) <= MAX_WHOLE:
        return whole
    msg = "a whole number beyond 2^53 - 1"
    raise ValueError(msg)


def _fraction(digits: str) -> float:
    if isfinite(number := float(digits)):
        return number
    msg = "a number that is too large"
    raise ValueError(msg)


_JSON = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_int=_whole, parse_float=_fraction
)


def _refuse_deep_or_unprintable(value: Any, path: Path_, line: int) -> None:
    """What the decoder lets pass: depth, and control characters that are written as escapes."""
    if len(path) > MAX_DEPTH:
        raise Refused(line, path[:3], f"more than {MAX_DEPTH} levels deep", f"at most {MAX_DEPTH} levels")
    if isinstance(value, str) and (bad := CONTROL.search(value)) is not None:
        raise Refused(line, path, f"the control character {shown(bad[0])}", "printable text")
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in parts:
        _refuse_deep_or_unprintable(name, path, line)
        _refuse_deep_or_unprintable(part, (*path, name), line)


def _row(line: str, number: int) -> Any:
    try:
        content = _JSON.decode(line)
    except _KeyTwice as error:
        raise Refused(number, (str(error),), "the key stands twice", "each key once") from error
    except RecursionError as error:
        raise Refused(number, (), f"more than {MAX_DEPTH} levels deep", f"at most {MAX_DEPTH} levels") from error
    except ValueError as error:
        raise Refused(number, (), f"not JSON: {error}", "one JSON object a line") from error
    if "\\u" in line or line.count("{") + line.count("[") > MAX_DEPTH or CONTROL.search(line):
        _refuse_deep_or_unprintable(content, (), number)
    return content


def read_json_lines(text: str, name: str) -> Iterator[RawRow | Refused]:
    """The rows of a JSON Lines file; a line that is wrong comes out as what is wrong with it, and reading goes on."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not (stripped := line.strip()):
            continue
        try:
            yield RawRow(name, number, _row(stripped, number), text=stripped)
        except Refused as refused:
            yield refused
