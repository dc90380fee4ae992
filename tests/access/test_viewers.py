import inspect
from importlib import import_module
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
READS = {"objects", "_default_manager", "_base_manager", "as_known", "as_of", "every_row", "connection", "connections"}


def _names(code: CodeType) -> set[str]:
    """Every global name and attribute that a function's code mentions, inner functions included."""
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return set(code.co_names).union(*(_names(each) for each in inner))


@pytest.mark.parametrize("function", QUERIES)
def test_every_query_that_reads_asks_first_who_is_looking(function) -> None:
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
