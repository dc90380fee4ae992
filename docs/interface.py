"""The reference page of the interface for programs, from its own description."""

from collections.abc import Iterator, Mapping
from typing import Any

from secretariat.web.api import ADDRESS, API, COMMON

Schema = Mapping[str, Any]
_LEAD = """\
The register as data, read-only: `GET` only, JSON in UTF-8. The description that programs read is at
`/{address}openapi.json`, in the OpenAPI 3.1 format; the page `/api` lists the addresses.

Without a token one gets what is public. A header `Authorization: Bearer TOKEN` with a token that is not known, or no
longer valid, is answered with 401 and never with the public part.

## What every address takes

| parameter | meaning |
|---|---|
{common}

A parameter that is not declared, or stands twice, is refused: a filter with a slip in it is not passed over.

## What every list gives

An object with `on` and `known_at` as they were understood, `total`, `limit`, `offset`, and `rows`. A text is an object
with `en` and `ru`; `null` is unknown or not recorded, never nought. A date is written as precisely as it is known:
`2011-05-31`, `2011-05`, `2011`, or two of them with `/` between.

## When it fails

| status | meaning |
|---|---|
| 401 | the token is not known, or no longer valid |
| 404 | nothing there, not on that day, or not for who asks |
| 422 | a parameter cannot be read |
| 503 | files beside the register are missing: a data set, or the boundary data |

The answer is an object: `error` says what is wrong in the language of the request, `where` names the parameter, and
`expected` says what would be right.
"""


def _operations() -> Iterator[tuple[str, Schema]]:
    for address, path in _described()["paths"].items():
        yield address, path["get"]


def _described() -> Schema:
    found: Schema = API.get_openapi_schema(path_prefix=f"/{ADDRESS}")
    return found


def _name(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


_WORDS = {
    "boolean": "true or false",
    "date": "day",
    "date-time": "instant",
    "integer": "whole number",
    "null": "`null`",
    "string": "text",
}


def _type(schema: Schema, shapes: Mapping[str, Schema]) -> str:
    """A type in words."""
    name = _name(schema)
    options = schema.get("anyOf") or schema.get("allOf")
    if name == "Text":
        return "text by language"
    if name:
        return _type(shapes[name], shapes) if "enum" in shapes[name] else name
    if "enum" in schema:
        return "one of " + ", ".join(f"`{value}`" for value in schema["enum"])
    if options:
        return " or ".join(_type(each, shapes) for each in options)
    kind = str(schema.get("format") or schema.get("type", "value"))
    inner = schema.get("items") if kind == "array" else None
    if kind == "array":
        return f"list of {_type(inner, shapes)}" if inner else "list"
    return _WORDS.get(kind, kind)


def _row(operation: Schema, shapes: Mapping[str, Schema]) -> tuple[str, Schema]:
    """The name and the shape of what an operation lists, or gives."""
    answers = {str(status): answer for status, answer in operation["responses"].items()}
    name = _name(answers["200"]["content"]["application/json"]["schema"])
    rows = shapes[name]["properties"].get("rows", {}).get("items")
    name = _name(rows) if rows and "total" in shapes[name]["properties"] else name
    return name, shapes[name]


def _fields(shape: Schema, shapes: Mapping[str, Schema]) -> list[str]:
    rows = [f"| `{name}` | {_type(field, shapes)} |" for name, field in shape["properties"].items()]
    return ["| field | type |", "|---|---|", *rows]


def _inside(shape: Schema, shapes: Mapping[str, Schema], known: dict[str, Schema]) -> None:
    """Every object inside a shape, by name."""
    for field in shape.get("properties", {}).values():
        for each in (field, *field.get("anyOf", ()), field.get("items", {}), field.get("additionalProperties", {})):
            options = (each, each.get("items", {})) if isinstance(each, dict) else ()
            for option in options:
                name = _name(option)
                if name and "properties" in shapes[name] and name not in known and name != "Text":
                    known[name] = shapes[name]
                    _inside(shapes[name], shapes, known)


def _sentence(text: str) -> str:
    return " ".join(text.split())


def interface_page(generated: str) -> str:
    """The page: what all addresses have in common, each of them, and the objects inside their rows."""
    shapes = _described()["components"]["schemas"]
    parameters = {
        each["name"]: each["schema"].get("description") or each.get("description", "")
        for _, operation in _operations()
        for each in operation.get("parameters", ())
        if each["name"] in COMMON
    }
    common = "\n".join(f"| `{name}` | {_sentence(parameters[name])} |" for name in sorted(parameters))
    lines = ["# The interface for programs", "", generated, "", _LEAD.format(address=ADDRESS, common=common)]
    lines += ["## Addresses", "", "| address | what it gives |", "|---|---|"]
    lines += [f"| `{address}` | {_sentence(operation['description'])} |" for address, operation in _operations()]
    parts: dict[str, Schema] = {}
    for address, operation in _operations():
        name, shape = _row(operation, shapes)
        lines += ["", f"### `{address}`", "", _sentence(operation["description"]), ""]
        own = [each for each in operation.get("parameters", ()) if each["name"] not in COMMON]
        if own:
            lines += ["| parameter | type | meaning |", "|---|---|---|"]
            for each in own:
                meaning = each["schema"].get("description") or each.get("description", "")
                lines.append(f"| `{each['name']}` | {_type(each['schema'], shapes)} | {_sentence(meaning)} |")
            lines.append("")
        lines += [f"{name}: {_sentence(shape.get('description', ''))}", "", *_fields(shape, shapes)]
        _inside(shape, shapes, parts)
    lines += ["", "## Objects inside rows"]
    for name, shape in sorted(parts.items()):
        lines += ["", f"### {name}", "", _sentence(shape.get("description", "")), "", *_fields(shape, shapes)]
    return "\n".join(lines) + "\n"
