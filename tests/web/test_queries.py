"""The number of queries of each list is the same for one row and for thirty."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.watch.queries.geometry import boundaries_are_set_up

pytestmark = pytest.mark.django_db
LISTS = {
    "/members": ("members", 5),
    "/instruments": ("instruments", 3),
    "/organs": ("organs", 4),
    "/meetings": ("meetings", 5),
    "/calendar": ("entries", 4),
    "/decisions": ("decisions", 4),
    "/commitments": ("commitments", 23),
    "/sources": ("sources", 2),
    "/response": ("requests", 22),
    "/programmes": ("programmes", 31),
    "/data-sets": ("releases", 2),
    "/partners": ("partners", 14),
    "/positions": ("positions", 14),
    "/positions/votes": ("votes", 9),
}
"""The list in the JSON of each address, and its queries; one of them is the name of the organisation in the frame."""
WATCH = {
    "/watch?on=2002-01-01&unit=region": 14,
    "/watch?on=2002-01-01&unit=segment": 14,
    "/watch.csv?on=2002-01-01": 12,
    "/watch/events.geojson?on=2002-01-01": 12,
    "/watch/map.svg?on=2002-01-01": 12,
    "/watch/events/events/0?on=2002-01-01": 12,
}
"""Pages of events and their queries; what is read of the lake is none."""
PROGRAMS = {
    "/api/v1/organisation": 1,
    "/api/v1/members": 4,
    "/api/v1/states": 1,
    "/api/v1/instruments": 2,
    "/api/v1/organs": 3,
    "/api/v1/meetings": 4,
    "/api/v1/calendar": 3,
    "/api/v1/decisions": 3,
    "/api/v1/commitments": 22,
    "/api/v1/pace/sessions": 19,
    "/api/v1/positions": 13,
    "/api/v1/positions/votes": 7,
    "/api/v1/partners": 13,
    "/api/v1/partners/follow-ups": 13,
    "/api/v1/programmes": 30,
    "/api/v1/programmes/figures": 30,
    "/api/v1/response/requests": 20,
    "/api/v1/response/pledges": 20,
    "/api/v1/watch/regions": 1,
    "/api/v1/sources": 1,
    "/api/v1/data-sets": 1,
    "/members.csv": 4,
    "/meetings.csv": 4,
    "/commitments.xlsx": 22,
    "/positions/votes.csv": 8,
}
"""Lists and files for programs, and their queries."""
CODES = [f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"] + ["QM", "QN", "QO", "QP"]


def _votes(rows: int) -> str:
    """As many roll calls, in which one state voted."""
    return "rollcall,date,session,XA\n" + "".join(f"{n},2001-06-01,55,Y\n" for n in range(rows))


def _events(rows: int) -> str:
    """As many events beside one border."""
    return "event_id,source,start,kind,lon,lat,place_precision,country,best\n" + "".join(
        f"{n},SYN,2001-06-{n % 28 + 1:02},attack,68.2,37.2,exact,AF,1\n" for n in range(rows)
    )


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
        "forums": "- {id: UNGA, name: {en: General Assembly}}\n",
        "positions": "".join(
            f"- {{id: POS-{n}, kind: joint_statement, title: {{en: Position {n}}}, forum: UNGA, date: 2001-01-01, "
            "sources: [S0]}\n"
            for n in indexes
        ),
        "position_acts": "".join(
            f"- {{id: POS-{n}-joined, position: POS-{n}, state: {codes[n]}, kind: joined, date: 2001-01-01}}\n"
            for n in indexes
        ),
        "named_votes": "".join(
            f"- {{id: POS-{n}-vote, position: POS-{n}, dataset: unga-rollcalls, rollcall: '{n}', agreed: 'yes', "
            "date: 2001-01-01}\n"
            for n in indexes
        ),
        "releases": "- {id: VOTES, dataset: unga-rollcalls, kind: roll-call-sheet, file: votes.csv, "
        f"sha256: {sha256(_votes(rows).encode()).hexdigest()}, known_from: 2000-01-01}}\n"
        + "".join(
            f"- {{id: DATA-{n}, dataset: other, kind: roll-call-sheet, sha256: {'a' * 64}, retrieved: 2001-01-01}}\n"
            for n in indexes[1:]
        ),
        "csv__votes": _votes(rows),
        "regions": "".join(f"- {{id: region-{n}, name: {{en: Region {n}}}, countries: [AF]}}\n" for n in indexes),
        "partners": "".join(f"- {{id: ORG-{n}, name: {{en: Partner {n}}}, short: {{en: P{n}}}}}\n" for n in indexes),
        "partner_memberships": "".join(
            f"- {{id: {code}-in-0, partner: ORG-0, state: {code}, kind: accession, date: 2001-01-01, sources: [S0]}}\n"
            for code in codes
        ),
        "links": "".join(
            f"- {{id: LINK-{n}, partner: ORG-{n}, kind: protocol, title: {{en: Protocol {n}}}}}\n" for n in indexes
        ),
        "link_acts": "".join(
            f"- {{id: LINK-{n}-signed, link: LINK-{n}, kind: signed, date: 2001-01-01, sources: [S0]}}\n"
            for n in indexes
        ),
        "fields": "".join(f"- {{id: FIELD-{n}, name: {{en: Field {n}}}, council: ORGAN-{n}}}\n" for n in indexes),
        "indicators": "".join(
            f"- {{id: IND-{n}, field: FIELD-{n}, name: {{en: Indicator {n}}}, unit: t, unit_name: {{en: t}}, "
            f"since: 2001-01-01}}\n"
            for n in indexes
        ),
        "operations": "".join(f"- {{id: OP-{n}, field: FIELD-{n}, name: {{en: Operation {n}}}}}\n" for n in indexes),
        "operation_acts": "".join(
            f"- {{id: OP-{n}-1, operation: OP-{n}, kind: phase, date: 2001-03-01, sources: [S0]}}\n" for n in indexes
        ),
        "measurements": "".join(
            f"- {{id: MEAS-{n}, indicator: IND-{n}, operation: OP-{n}, start: 2000-01-01, end: 2000-12-31, value: {n}, "
            f"date: 2001-01-01, sources: [S0]}}\n"
            for n in indexes
        ),
        "plans": "".join(
            f"- {{id: PLAN-{n}, field: FIELD-{n}, title: {{en: Plan {n}}}, decision: DEC-{n}, date: 2001-01-01}}\n"
            for n in indexes
        ),
        "forces": "".join(f"- {{id: FORCE-{n}, name: {{en: Force {n}}}}}\n" for n in indexes),
        "pledges": "".join(
            f"- {{id: PLE-{n}, force: FORCE-{n}, state: {codes[n]}, kind: rescue, persons: 5, date: 2001-01-01, "
            "sources: [S0]}\n"
            for n in indexes
        ),
        "requests": "".join(
            f"- {{id: REQ-{n}, state: {codes[n]}, territory: {codes[n]}, kind: emergency, date: 2001-01-01, "
            "sources: [S0]}\n"
            for n in indexes
        ),
        "consultations": "".join(
            f"- {{id: CON-{n}, request: REQ-{n}, organ: ORGAN-0, date: 2001-01-02, sources: [S0]}}\n" for n in indexes
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
        ("/response/REQ-0", 23),
        ("/programmes/FIELD-0", 33),
        ("/data-sets/VOTES", 2),
        ("/partners/ORG-0", 15),
        ("/positions/POS-0", 16),
        ("/", 32),
    ],
)
@pytest.mark.parametrize("rows", [1, 30])
def test_pages_ask_as_often_in_a_large_register(  # fixtures are arguments
    load: Callable[[int], None], client: Client, django_assert_num_queries: Any, address: str, queries: int, rows: int
):
    load(rows)
    with django_assert_num_queries(queries):
        assert client.get(f"{address}?on=2002-01-01").status_code == 200


@pytest.mark.skipif(not boundaries_are_set_up(), reason="boundary data are not set up: make assets")
@pytest.mark.parametrize("rows", [1, 30])
def test_watch_asks_as_often_for_thirty_events_and_regions_as_for_one(  # fixtures are arguments
    make_pack: Callable[..., Path],
    pack_tables: tuple[PackTable, ...],
    actor: Actor,
    client: Client,
    django_assert_num_queries: Any,
    rows: int,
):
    sheet = _events(rows)
    release = (
        "- {id: EVENTS, dataset: events, kind: events, file: events.csv, "
        f"sha256: {sha256(sheet.encode()).hexdigest()}, known_from: 2000-01-01}}\n"
    )
    # a member that the boundary data have: without any border nothing is located
    tables = {name: text.replace("XA", "TJ") for name, text in _organisation(rows).items()}
    load_pack(actor, make_pack(**tables | {"releases": release, "csv__events": sheet}), pack_tables)
    for address, queries in WATCH.items():
        with django_assert_num_queries(queries, info=address):
            assert client.get(address).status_code == 200
    assert len(client.get("/watch.json?on=2002-01-01&unit=region").json()["events"]) == rows


@pytest.mark.parametrize("rows", [1, 30])
def test_programs_ask_as_often_for_thirty_rows_as_for_one(
    load: Callable[[int], None], client: Client, django_assert_num_queries: Any, rows: int
):
    load(rows)
    for address, queries in PROGRAMS.items():
        with django_assert_num_queries(queries, info=address):
            assert client.get(f"{address}?on=2002-01-01").status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_feed_asks_once_for_each_table_whatever_the_rows(
    load: Callable[[int], None], client: Client, django_assert_max_num_queries: Any, rows: int
):
    load(rows)
    # Fewer where no act of a kind is among the newest: what it is about is then not looked up.
    with django_assert_max_num_queries(25):
        assert client.get("/acts.atom?on=2002-01-01").status_code == 200


def test_register_without_an_organisation_says_so(client: Client):
    for address in ("/", "/members", "/calendar.ics"):
        response = client.get(address)
        assert response.status_code == 404
        assert "The register is empty" in response.content.decode()
