"""Search in registers that differ in what is hidden: whoever may not see the difference gets the same bytes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

pytestmark = pytest.mark.django_db
ORGANISATION = """
id: SYN
name: {en: SYNTHETIC}
short: {en: SYN}
languages: [en]
constituent: TREATY
"""
TREATY = """
- {id: TREATY, kind: treaty, title: {en: Treaty on borders}}
"""
ACTS = """
- {id: TREATY-there, instrument: TREATY, kind: announcement, date: 2000-01-01}
"""
ORGANS = """
- {id: CSC, name: {en: Council of borders}, kind: council}
"""
SEEN = """
- {id: D5, organ: CSC, symbol: "5", kind: decision, date: 2001-01-05, title: {en: Borders}, gist: {en: Five}}
- {id: D7, organ: CSC, symbol: "7", kind: decision, date: 2001-01-07, title: {en: Seven}, gist: {en: Borders}}
"""
HIDDEN = """
- {id: D1, organ: CSC, symbol: "1", kind: decision, date: 2001-01-05, title: {en: Borders}, mark: secretariat}
- {id: D6, organ: CSC, symbol: "borders", kind: decision, date: 2001-01-06, title: {en: Borders}, mark: secretariat}
- {id: D5.later, corrects: D5, organ: CSC, symbol: "5", kind: decision, date: 2001-01-05, title: {en: Other},
   mark: secretariat, known_from: 2001-02-01}
- {id: D8, organ: CSC, symbol: "8", kind: decision, date: 2001-01-08, title: {en: Borders}, known_from: 2005-01-01}
- {id: D9, organ: CSC, symbol: "9", kind: decision, date: 2004-01-08, title: {en: Borders}}
"""
PROVISIONS = """
- {id: P6, decision: D6, number: "1", verb: do, force: binding, collective: all, text: {en: Borders of a hidden one}}
"""


def test_two_registers_that_show_the_same_answer_byte_by_byte(
    make_pack: Callable[..., Path],
    pack_tables: tuple[PackTable, ...],
    actor: Actor,
    client: Client,
):
    """What is hidden, sealed, later or corrected in secret is in no count, no order, no page and no query."""
    common = {"organisation": ORGANISATION, "instruments": TREATY, "treaty_acts": ACTS, "organs": ORGANS}
    day = "on=2003-01-01&known_at=2003-01-01"
    addresses = [
        f"/search{suffix}?q={quote(words)}&{day}&kind={kind}"
        for suffix in ("", ".json")
        for words in ("borders", "border* -five", "borders seven", "hidden", "D6", "other")
        for kind in ("", "decisions.decision", "decisions.provision")
    ]

    def answers(**tables: str) -> list[tuple[int, str, int]]:
        found = []
        with transaction.atomic():
            load_pack(actor, make_pack(**common, **tables), pack_tables)
            for address in addresses:
                with CaptureQueriesContext(connection) as queries:
                    response = client.get(address)
                body = re.sub(r'nonce="[^"]*"', "", response.content.decode())
                found.append((response.status_code, body, len(queries)))
            transaction.set_rollback(True)
        return found

    plain, secret = answers(decisions=SEEN), answers(decisions=SEEN + HIDDEN, provisions=PROVISIONS)
    for address, one, other in zip(addresses, plain, secret, strict=True):
        assert one == other, address
    assert any("D5" in body for _, body, _ in plain)


def test_planted_leak_would_be_seen(
    make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor, client: Client
):
    """The same rows without a mark do change the page: the twins differ in what the test is about."""
    tables = {"organisation": ORGANISATION, "instruments": TREATY, "treaty_acts": ACTS, "organs": ORGANS}
    shown = HIDDEN.replace(", mark: secretariat", "")
    load_pack(actor, make_pack(**tables, decisions=SEEN + shown, provisions=PROVISIONS), pack_tables)
    found = client.get("/search.json?q=borders&on=2003-01-01&known_at=2003-01-01").json()
    assert {"D1", "D6", "P6"} <= {row["id"] for row in found["findings"]}


@pytest.mark.parametrize("rows", [1, 30])
def test_search_asks_as_often_for_thirty_rows_as_for_one(
    make_pack: Callable[..., Path],
    pack_tables: tuple[PackTable, ...],
    actor: Actor,
    client: Client,
    django_assert_num_queries: Any,
    rows: int,
):
    decisions = "".join(
        f"- {{id: D{n}, organ: CSC, symbol: '{n}', kind: decision, date: 2001-01-01, title: {{en: Borders}}}}\n"
        for n in range(rows)
    )
    tables = {"organisation": ORGANISATION, "instruments": TREATY, "treaty_acts": ACTS, "organs": ORGANS}
    load_pack(actor, make_pack(**tables, decisions=decisions), pack_tables)
    with django_assert_num_queries(6):
        response = client.get("/search?q=borders&on=2002-01-01")
    assert response.content.decode().count('class="heading"') == rows + 2
