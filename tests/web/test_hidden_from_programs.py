"""What is marked for the secretariat does not exist in any list, file or feed of the public."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.parties.queries import states
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.web.api import operations
from tests.web.test_queries import CODES, _organisation

pytestmark = pytest.mark.django_db
ASKED = "on=2002-01-01&known_at=2026-01-01"
OPERATIONS = [
    each["address"] for each in operations() if "{" not in each["address"] and not each["address"].endswith("/pace")
]
FILES = (
    *("/members", "/instruments", "/organs", "/meetings", "/calendar", "/decisions", "/commitments", "/positions"),
    *("/positions/votes", "/partners", "/programmes", "/response", "/sources", "/data-sets"),
)
ADDRESSES = [
    *(f"{address}?{ASKED}" for address in OPERATIONS),
    *(f"{address}.{ending}?{ASKED}" for address in FILES for ending in ("csv", "xlsx", "json")),
    f"/acts.atom?{ASKED}",
    f"/calendar.ics?{ASKED}",
]
HIDDEN = 8
"""So many rows of each list are hidden beside three that are public."""
CANARY = "CANARY"


def _with_hidden(rows: int) -> dict[str, str]:
    """A register of which the rows after the first three are marked, all with a word that must not be seen."""
    few, many = _organisation(3), _organisation(rows)
    found = dict(few)
    for name, text in many.items():
        if name in {"organisation", "forums"} or name.startswith("csv"):
            continue
        lines = [line for line in text.splitlines() if line not in few.get(name, "").splitlines()]
        if name == "releases":
            lines = [line for line in lines if "DATA-" in line]
        if lines:
            found[name] = few.get(name, "") + "".join(
                f"{line[:-1]}, mark: secretariat}}\n".replace("{en: ", f"{{en: {CANARY} ") for line in lines
            )
    return found


@pytest.fixture
def answers(
    make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor, client: Client
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the public gets of a register, and of the same one with hidden rows beside."""
    load_pack(actor, make_pack(**_organisation(3)), pack_tables)
    before = {address: client.get(address) for address in ADDRESSES}
    load_pack(actor, make_pack(**_with_hidden(3 + HIDDEN)), pack_tables)
    return before, {address: client.get(address) for address in ADDRESSES}


def test_hidden_rows_change_nothing_that_the_public_gets(answers: tuple[dict[str, Any], dict[str, Any]]):
    before, after = answers
    assert {address: response.status_code for address, response in before.items() if response.status_code != 200} == {}
    changed = [address for address in ADDRESSES if before[address].content != after[address].content]
    assert changed == []
    assert [address for address in ADDRESSES if CANARY.encode() in after[address].content] == []


def test_hidden_rows_are_there(answers: tuple[dict[str, Any], dict[str, Any]]):
    assert len(states(SECRETARIAT, known_at=datetime.now(UTC))) == len(CODES[: 3 + HIDDEN])


def test_empty_register_says_so(client: Client):
    assert client.get("/api/v1/organisation").status_code == 404
    assert client.get("/api/v1/sources").json()["total"] == 0
    assert client.get("/sources.csv").content.count(b"\r\n") == 1
    assert client.get("/acts.atom").status_code == 404
