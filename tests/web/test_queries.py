"""The number of queries of each list is the same for one row and for thirty."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

pytestmark = pytest.mark.django_db
LISTS = {
    "/members": ("members", 5),
    "/instruments": ("instruments", 3),
    "/organs": ("organs", 4),
    "/meetings": ("meetings", 5),
    "/calendar": ("entries", 4),
    "/decisions": ("decisions", 3),
    "/commitments": ("commitments", 23),
    "/sources": ("sources", 2),
}
"""The list in the JSON of each address, and its queries; one of them is the name of the organisation in the frame."""
CODES = [f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] + ["QM", "QN", "QO", "QP"]


def _organisation(rows: int) -> dict[str, str]:
    """A labelled synthetic organisation with ``rows`` rows in each list."""
    indexes = range(rows)
    codes = CODES[:rows]
    return {
        "organisation": "id: SYN\nname: {en: SYNTHETIC}\nshort: {en: SYN}\nlanguages: [en]\nconstituent: TREATY-0\n",
        "sources": "".join(f"- {{id: S{n}, title: {{en: Source {n}}}, date: 2001-01-01}}\n" for n in indexes),
        "states": "".join(
            f"- {{id: {code}, name: {{en: State {code}}}, protocol_name: {{en: State {code}}}}}\n" for code in codes
        ),
        "instruments": "".join(f"- {{id: TREATY-{n}, kind: treaty, title: {{en: Treaty {n}}}}}\n" for n in indexes),
        "treaty_acts": "".join(
            f"- {{id: TREATY-{n}-in-force, instrument: TREATY-{n}, kind: announcement, date: 2000-01-01, "
            "sources: [S0]}\n"
            for n in indexes
        )
        + "".join(
            f"- {{id: {code}-joins, instrument: TREATY-0, state: {code}, kind: accession, date: 2001-01-01, "
            "sources: [S0]}\n"
            for code in codes
        ),
        "organs": "".join(f"- {{id: ORGAN-{n}, name: {{en: Organ {n}}}, kind: council}}\n" for n in indexes),
        "terms": "".join(
            f"- {{id: T{n}, term: T{n}, organ: ORGAN-{n}, role: chair, kind: start, state: {codes[n]}, "
            "date: 2001-01-01}\n"
            for n in indexes
        ),
        "meetings": "".join(f"- {{id: MEETING-{n}, organ: ORGAN-{n}, kind: regular}}\n" for n in indexes),
        "meeting_acts": "".join(
            f"- {{id: MEETING-{n}-set, meeting: MEETING-{n}, kind: scheduled, when: '2003', date: 2001-01-01, "
            f"constraints: [{{relation: before, anchor: 'next:ORGAN-0'}}]}}\n"
            for n in indexes
        ),
        "decisions": "".join(
            f"- {{id: DEC-{n}, organ: ORGAN-0, symbol: '{n}', kind: decision, "
            f"title: {{en: Decision {n}}}, date: 2001-01-01}}\n"
            for n in indexes
        ),
        "provisions": "".join(
            f"- {{id: PRO-{n}, decision: DEC-{n}, number: '1', text: {{en: Do it}}, verb: do, force: binding, "
            f"collective: all}}\n"
            for n in indexes
        ),
        "commitments": "".join(
            f"- {{id: COM-{n}, provision: PRO-{n}, state: {codes[n]}, title: {{en: Do it}}, kind: outcome}}\n"
            for n in indexes
        ),
        "reports": "".join(
            f"- {{id: REP-{n}, commitment: COM-{n}, claimed: in_progress, date: 2001-02-01, sources: [S0]}}\n"
            for n in indexes
        ),
    }


@pytest.fixture
def load(make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor) -> Callable[[int], None]:
    def load_rows(rows: int) -> None:
        load_pack(actor, make_pack(**_organisation(rows)), pack_tables)

    return load_rows


@pytest.mark.parametrize("rows", [1, 30])
def test_lists_ask_as_often_for_thirty_rows_as_for_one(
    load: Callable[[int], None], client: Client, django_assert_num_queries: Any, rows: int
):
    load(rows)
    for address, (name, queries) in LISTS.items():
        assert len(client.get(f"{address}.json?on=2002-01-01").json()[name]) == rows, address
        with django_assert_num_queries(queries, info=address):
            assert client.get(f"{address}?on=2002-01-01").status_code == 200


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/states/XA", 5),
        ("/instruments/TREATY-0", 5),
        ("/organs/ORGAN-0", 6),
        ("/meetings/MEETING-0", 12),
        ("/decisions/DEC-0", 26),
        ("/commitments/COM-0", 17),
        ("/sources/S0", 3),
        ("/", 33),
    ],
)
@pytest.mark.parametrize("rows", [1, 30])
def test_pages_ask_as_often_in_a_large_register(  # fixtures are arguments
    load: Callable[[int], None], client: Client, django_assert_num_queries: Any, address: str, queries: int, rows: int
):
    load(rows)
    with django_assert_num_queries(queries):
        assert client.get(f"{address}?on=2002-01-01").status_code == 200


def test_register_without_an_organisation_says_so(client: Client):
    for address in ("/", "/members", "/calendar.ics"):
        response = client.get(address)
        assert response.status_code == 404
        assert "The register is empty" in response.content.decode()
