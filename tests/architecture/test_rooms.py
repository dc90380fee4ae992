from functools import cache
from pathlib import Path

import grimp
import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "secretariat"
NOT_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "handler", "handlers"} | {
    "common",
    "misc",
    "service",
    "services",
}
SPLIT_AT = 400


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("secretariat", include_external_packages=True)


def test_no_room_uses_the_tables_of_another() -> None:
    wrong = [
        f"{importer} imports {imported}"
        for imported in graph().modules
        if imported.startswith("secretariat.") and imported.split(".")[2:3] == ["models"]
        for importer in graph().find_modules_that_directly_import(imported)
        if importer.split(".")[1] != imported.split(".")[1]
    ]
    assert wrong == []


def test_rules_and_kernel_know_no_framework() -> None:
    pure = [module for module in graph().modules if module.startswith("secretariat.kernel") or ".rules" in module]
    wrong = [
        f"{module} imports {imported}"
        for module in pure
        for imported in graph().find_modules_directly_imported_by(module)
        if imported.split(".")[0] in {"django", "ninja", "ibis", "duckdb", "pydantic", "yaml", "typer"}
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_has_a_name_of_the_house_and_fits_in_a_head(path: Path) -> None:
    assert path.stem.removeprefix("_") not in NOT_NAMES
    if "migrations" not in path.parts:
        assert len(path.read_text().splitlines()) <= SPLIT_AT, "split it by noun"
