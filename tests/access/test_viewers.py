import inspect
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages
from types import CodeType, ModuleType

import pytest

import secretariat
from secretariat.access.rules import PUBLIC, SECRETARIAT, Mark, Viewer


def query_modules() -> list[ModuleType]:
    found = []
    for room in iter_modules(secretariat.__path__, "secretariat."):
        for module in iter_modules(import_module(room.name).__path__, f"{room.name}.") if room.ispkg else ():
            if module.name.endswith(".queries"):
                found.append(import_module(module.name))
                if module.ispkg:
                    found += [import_module(each.name) for each in walk_packages(found[-1].__path__, f"{module.name}.")]
    return found


QUERIES = [
    pytest.param(function, id=f"{module.__name__}.{name}")
    for module in query_modules()
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
]
ON_NOBODYS_BEHALF = {
    "secretariat.access.queries": {
        "all_persons": "the command line, which asks on nobody's behalf",
        "person_with_address": "the command line",
        "appointments": "makes the viewer",
        "person_of_feed": "finds out who asks",
        "person_of_token": "finds out who asks",
        "mailboxes": "addresses to write to, never shown",
        "codes_with_duty": "whom a notice goes to, never shown",
    },
    "secretariat.notices.queries": {"to_mail": "the worker, which writes to people and shows nothing"},
    "secretariat.silence.queries": {"unclosed": "the worker, which closes what has ended"},
}
"""Queries that have no viewer, each with its reason. A new one does not belong here: it takes a viewer."""
READS = {"objects", "_default_manager", "_base_manager", "as_known", "as_of", "every_row", "connection", "connections"}


def _names(code: CodeType) -> set[str]:
    """Every global name and attribute that a function's code mentions, inner functions included."""
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return set(code.co_names).union(*(_names(each) for each in inner))


@pytest.mark.parametrize("function", QUERIES)
def test_every_query_that_reads_asks_first_who_is_looking(function) -> None:
    if function.__name__ in ON_NOBODYS_BEHALF.get(function.__module__, {}):
        return
    first = next(iter(inspect.signature(function).parameters), None)
    if first == "viewer":
        assert function.__annotations__["viewer"] is Viewer
    else:
        # It turns rows that were read for somebody into something else, and must not read more.
        assert not _names(inspect.unwrap(function).__code__) & READS


def test_the_walk_finds_the_queries_of_every_room() -> None:
    rooms = {param.values[0].__module__.split(".")[1] for param in QUERIES}
    assert {"access", "audit", "sources", "parties"} <= rooms


def test_the_public_sees_only_what_is_public() -> None:
    assert [mark for mark in Mark if PUBLIC.sees(mark)] == [Mark.PUBLIC]
    assert [mark for mark in Mark if SECRETARIAT.sees(mark)] == list(Mark)


def test_no_page_asks_on_nobodys_behalf() -> None:
    named = {
        name
        for names in ON_NOBODYS_BEHALF.values()
        for name, reason in names.items()
        if reason not in {"finds out who asks", "makes the viewer"}
    }
    for path in Path(secretariat.__file__).parent.rglob("*.py"):
        if path.name in {"views.py", "api.py"} or path.parent.name in {"views", "api"}:
            text = path.read_text("utf-8")
            assert not {name for name in named if re.search(rf"\b{name}\(", text)}, path
