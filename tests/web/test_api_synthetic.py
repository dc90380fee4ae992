"""Every declared shape against an invented register with rows in every table: none is other than declared."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from secretariat.audit.rules import Actor
from secretariat.cli.synthetic import synthetic_rows
from secretariat.cli.synthetic.parties import Membership
from secretariat.cli.synthetic.releases import synthetic_files
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import write_rows
from secretariat.web.api import operations, rooms

pytestmark = [pytest.mark.django_db, pytest.mark.nightly]
ADDRESSES = [each["address"] for each in operations() if "{" not in each["address"]]
OF_ONE = {
    "/states": "states",
    "/instruments": "instruments",
    "/organs": "organs",
    "/meetings": "meetings",
    "/commitments": "commitments",
    "/partners": "partners",
}
"""Pages of one row, and the list that has their keys."""
ROWS = 40
"""So many pages of one row are looked at."""


@pytest.fixture(scope="module")
def synthetic(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any, pack_tables: tuple[PackTable, ...]
) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("synthetic")
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for block in synthetic_rows(seed=1, states=8, decisions=40):
        for name, row in block:
            rows[name].append(row)
    for table in pack_tables:
        write_rows(folder, table, rows[table.name])
    for name, content in synthetic_files(1, Membership.of(8)).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), folder, pack_tables)
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("day", ["2005-12-31", "2026-01-01"])
def test_rows_of_every_kind_are_as_declared(synthetic: None, client: Client, address: str, day: str):
    limit = "" if address.endswith(("/pace", "/organisation")) else "&limit=500"
    assert client.get(f"{address}?on={day}{limit}").status_code == 200


def test_tables_of_every_page_are_as_declared(synthetic: None, client: Client):
    declared = {view: list(tables) for room in rooms() for view, tables in room.TABLES.items()}
    filled: set[tuple[str, str]] = set()
    for path, name in OF_ONE.items():
        keys = [row["id"] for row in client.get(f"/api/v1/{name}?limit={ROWS}").json()["rows"]]
        for address in (path, *(f"{path}/{key}" for key in keys)):
            page = client.get(address)
            view = page.resolver_match.view_name if page.status_code == 200 else ""
            for table in declared.get(view, ()):
                response = client.get(f"{address}.csv?table={table}")
                assert response.status_code == 200, f"{address} {table}"
                if response.content.count(b"\r\n") > 1:
                    filled.add((view, table))
    wanted = {(view, table) for view, tables in declared.items() if view.startswith("decisions:") for table in tables}
    assert {each for each in wanted - filled if each[0] == "decisions:commitment"} == set()
