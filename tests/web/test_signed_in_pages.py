"""Every page as each kind of person meets it: there or not as the access class says, well formed, in both languages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve

from secretariat.web.routes import ROUTES, Access
from tests.people import signed_in
from tests.silence.conftest import issued, opened_earlier
from tests.web.conftest import assert_well_formed, read
from tests.web.test_pages import NOT_HTML, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "desk": ("state:KZ", ("desk",)),
    "head": ("state:KZ", ("head",)),
    "minister": ("state:KZ", ("minister",)),
    "neighbour": ("state:BY", ("desk", "head")),
    "suspended": ("state:UZ", ("head",)),
    "drafter": ("secretariat", ("drafter",)),
    "conference": ("secretariat", ("conference",)),
    "council": ("secretariat", ("council",)),
    "partner": ("partner:UN", ("desk",)),
}
EVERYBODY = frozenset(KINDS)
SECRETARIAT = frozenset({"drafter", "conference", "council"})
OWN = frozenset({"desk", "head", "minister"})
DELEGATIONS = OWN | {"neighbour", "suspended"}
ACTIVE = OWN | {"neighbour"} | SECRETARIAT
HOUR = timedelta(hours=1)
WORK: dict[str, frozenset[str]] = {
    "/desk": EVERYBODY,
    "/desk/commitments/COM-2010-12-10-1-KZ": OWN,
    "{report}": OWN,
    "{sent}": OWN | SECRETARIAT,
    "/desk/consents": DELEGATIONS,
    "/desk/tables": frozenset({"council"}),
    "{table}": frozenset({"council"}),
    "/desk/errors": SECRETARIAT,
    "{error}": SECRETARIAT,
    "/report-an-error": EVERYBODY,
    "/cite?page=/members": EVERYBODY,
    "/silence": DELEGATIONS | SECRETARIAT,
    "/silence/new": frozenset({"conference"}),
    "{running}": ACTIVE,
    "{ended}": ACTIVE,
    "/papers": EVERYBODY,
    "/papers/new": EVERYBODY,
    "{paper}": OWN,
    "{paper}/write": OWN,
    "{paper}/versions/1": OWN,
    "/editions": EVERYBODY,
    "/editions/new": frozenset({"drafter"}),
    "/jobs": EVERYBODY,
    "/notices": EVERYBODY,
    "/account": EVERYBODY,
    "/account/tokens": EVERYBODY,
    "/account/feeds": EVERYBODY,
    "/account/sessions/": EVERYBODY,
    "/account/security/": EVERYBODY,
    "/brief": DELEGATIONS,
}
"""Addresses of a working week, and who finds them there; the others get what a wrong address gets."""


@dataclass(frozen=True)
class Week:
    """Somebody of each kind, signed in, and the addresses of what they have on their desks."""

    clients: dict[str, Client]
    addresses: dict[str, str]


def _led_to(client: Client, address: str, *, once: str = "", **form: object) -> str:
    answer = client.post(address, {"token": once or address, **form})
    assert answer.status_code == 302, (address, answer.content.decode()[:2000])
    location: str = answer["Location"]
    return location.partition("#")[0]


@pytest.fixture
def week(csto: None) -> Week:
    clients = {name: signed_in(organisation, *duties).client for name, (organisation, duties) in KINDS.items()}
    begin = "/desk/commitments/COM-2010-12-10-1-KZ/report"
    sent = _led_to(clients["desk"], begin, once="first")
    whole = {
        "writing": "1",
        "claimed": "implemented",
        "period_end": "2011-12-31",
        "text_en": "Ratified.",
        "mark": "members",
    }
    clients["desk"].post(sent, {**whole, "base": "1", "step": "sent", "token": "sent"})
    clients["head"].post(sent, {"step": "submitted", "token": "submitted"})
    sheet = SimpleUploadedFile(
        "kanal.csv", b"indicator,state,period,value,unit,source\ndrugs-seized,,2007,17.5,t,S140\n"
    )
    running, ended = issued(1), issued(2)
    opened_earlier(running, began=HOUR, ends=HOUR)
    opened_earlier(ended, began=3 * HOUR, ends=-HOUR)
    clients["partner"].post("/report-an-error", {"about": "/members", "text": "Another number", "token": "e"})
    errors = read(clients["drafter"].get("/desk/errors").content.decode()).links
    return Week(
        clients,
        {
            "report": _led_to(clients["desk"], begin, once="second"),
            "sent": sent,
            "table": _led_to(clients["council"], "/desk/tables", field="drugs", file=sheet),
            "error": next(each for each in errors if each.startswith("/desk/errors/")),
            "running": f"/silence/{running}",
            "ended": f"/silence/{ended}",
            "paper": _led_to(clients["head"], "/papers/new", title="On the joint statement", text="One line"),
        },
    )


@pytest.mark.parametrize("language", ["en", "ru"])
def test_page_of_the_working_week_is_well_formed_for_who_has_it_and_missing_for_others(week: Week, language: str):
    for template, readers in WORK.items():
        address = template.format(**week.addresses)
        address += f"{'&' if '?' in address else '?'}lang={language}"
        for kind, client in week.clients.items():
            answer = client.get(address)
            assert answer.status_code == (200 if kind in readers else 404), f"{kind}: {address}"
            assert_well_formed(read(answer.content.decode()), language)


@pytest.mark.parametrize("kind", ["desk", "drafter", "partner", "suspended"])
def test_page_for_everybody_is_well_formed_for_who_is_signed_in(csto: None, kind: str):
    organisation, duties = KINDS[kind]
    client = signed_in(organisation, *duties).client
    for number, (route, addresses) in enumerate(PAGES.items()):
        if route in NOT_HTML or not addresses or ROUTES[route].access is not Access.EVERYBODY:
            continue
        language = ("en", "ru")[number % 2]
        answer = client.get(f"{addresses[0]}{'&' if '?' in addresses[0] else '?'}lang={language}")
        assert answer.status_code == 200, addresses[0]
        assert_well_formed(read(answer.content.decode()), language)


def test_addresses_stand_for_every_page_of_work(week: Week):
    walked = {resolve(each.format(**week.addresses).partition("?")[0]).view_name for each in WORK}
    # an edition takes a worker to build: tests/review
    rooms = ("desk:", "silence:", "papers:", "jobs:", "notices:")
    # a file, a download, or an act that asks once more who somebody is: the tests of their rooms take them
    elsewhere = {"papers:pdf", "papers:file", "papers:mark", "silence:letter", "jobs:job", "jobs:file", "desk:consent"}
    pages = {name for name, route in ROUTES.items() if name.startswith(rooms) and "GET" in route.methods}
    assert pages - elsewhere == walked & pages


OF_THE_DESK = {"/desk": 42, "/papers": 13, "/silence": 17, "/notices": 10, "/jobs": 10}
OF_THE_OFFICER = {"/desk/errors": 11, "/editions": 7, "/meetings/CFM-2011-H2/preparation?on=2011-05-31": 51}
OF_THE_COUNCIL = {"/desk/tables": 12}
"""Lists of a working week and their queries, those of the session and of who somebody is included."""


@pytest.mark.parametrize("rows", [1, 4])
def test_lists_of_work_ask_as_often_for_more_rows(
    csto: None, rows: int, django_assert_num_queries: Callable[..., object]
):
    desk, officer, council = (
        signed_in("state:KZ", "desk").client,
        signed_in("secretariat", "conference", "drafter").client,
        signed_in("secretariat", "council").client,
    )
    for number in range(rows):
        _led_to(desk, "/desk/commitments/COM-2010-12-10-1-KZ/report", once=f"r{number}")
        _led_to(desk, "/papers/new", title="A paper", text="One line", once=f"p{number}")
        opened_earlier(issued(number), began=HOUR, ends=HOUR)
        text = f"indicator,state,period,value,unit,source\ndrugs-seized,,{1990 + number},17.5,t,S140\n"
        sheet = SimpleUploadedFile(f"{number}.csv", text.encode())
        _led_to(council, "/desk/tables", field="drugs", file=sheet, once=f"s{number}")
        desk.post("/report-an-error", {"about": "/members", "text": "Another number", "token": f"e{number}"})
    lists = {desk: OF_THE_DESK, officer: OF_THE_OFFICER, council: OF_THE_COUNCIL}
    for client, address, queries in (
        (client, address, queries) for client, pinned in lists.items() for address, queries in pinned.items()
    ):
        client.get(address)
        with django_assert_num_queries(queries, info=address):
            assert client.get(address).status_code == 200
