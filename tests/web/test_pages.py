"""Every page of the register: there, well formed, in both languages, the same as its JSON, and never too early."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from secretariat.web.account import urls as account
from secretariat.web.sign_in import urls as sign_in
from tests.web.conftest import assert_well_formed

MINSK = "on=2011-05-31&known_at=2011-05-31"
LATE = "on=2012-12-31"
PAGES: dict[str, tuple[str, ...]] = {
    "home": (f"/?{MINSK}", "/"),
    "about": ("/about",),
    "cite": (f"/cite?page=/members&{MINSK}",),
    "search": (
        f"/search?q=decision&{MINSK}",
        f"/search?q=%D1%80%D0%B5%D1%88%D0%B5%D0%BD%D0%B8%D0%B5&{LATE}&kind=decisions.decision",
        "/search?q=nothing-of-the-kind",
        "/search",
    ),
    "styleguide": ("/styleguide",),
    "api": ("/api",),
    "acts": (f"/acts.atom?{MINSK}",),
    "nothing-here": (),
    "parties:members": (f"/members?{MINSK}", "/members?on=2013-01-01", "/members?on=1980-01-01"),
    "parties:state": (f"/states/KZ?{MINSK}", "/states/UZ?on=2013-01-01", "/states/AM?on=1990-01-01"),
    "parties:instruments": (f"/instruments?{MINSK}", "/instruments?on=1980-01-01"),
    "parties:instrument": (f"/instruments/CHARTER?{MINSK}", f"/instruments/CHARTER-P2010?{LATE}", "/instruments/CST"),
    "organs:organs": (f"/organs?{MINSK}", "/organs?on=1980-01-01"),
    "organs:organ": (f"/organs/CSC?{MINSK}", f"/organs/SG?{MINSK}"),
    "organs:meetings": (f"/meetings?{MINSK}", "/meetings", "/meetings?page=2", "/meetings?on=1980-01-01"),
    "organs:calendar": (f"/calendar?{MINSK}", "/calendar?on=2011-10-31&known_at=2011-10-31", "/calendar?on=1980-01-01"),
    "organs:feed": (f"/calendar.ics?{MINSK}",),
    "conference:preparation": (
        f"/meetings/CFM-2011-H2/preparation?{MINSK}",
        "/meetings/CSC-2011-12-20/preparation?on=2011-10-31&known_at=2011-10-31",
    ),
    "conference:annotated-agenda": (f"/meetings/CFM-2011-H2/annotated-agenda.pdf?{MINSK}",),
    "conference:chairs-brief": (),
    "conference:record": (),
    "decisions:meeting": (f"/meetings/CFM-2011-05-31?{MINSK}", f"/meetings/CSC-2010-12-10?{MINSK}"),
    "decisions:decisions": (f"/decisions?{MINSK}", "/decisions?page=2", "/decisions?on=1980-01-01"),
    "decisions:decision": (f"/decisions/DEC-2010-12-10-1?{LATE}", f"/decisions/DEC-2010-12-10-5?{MINSK}"),
    "decisions:commitments": (
        f"/commitments?{MINSK}",
        f"/commitments?{LATE}&status=claimed&state=KZ",
        f"/commitments?{LATE}&overdue=1",
        "/commitments?on=1980-01-01",
    ),
    "decisions:commitment": (f"/commitments/COM-2010-12-10-1-KZ?{LATE}", f"/commitments/COM-2010-12-10-5-SG?{MINSK}"),
    "partners:partners": (f"/partners?{MINSK}", "/partners?on=2022-12-31", "/partners?on=1940-01-01"),
    "partners:partner": (
        f"/partners/SCO?{MINSK}",
        "/partners/EurAsEC?on=2022-12-31",
        "/partners/UN",
        "/partners/CIS-IPA",
        "/partners/IOM",
    ),
    "positions:positions": (f"/positions?{MINSK}", "/positions", "/positions?on=1980-01-01"),
    "positions:position": (
        f"/positions/POS-2010-12-UN-COOPERATION?{MINSK}",
        f"/positions/POS-2008-03-28-KARABAKH?{MINSK}",
        f"/positions/POS-2011-MIDDLE-EAST?{MINSK}",
        "/positions/POS-2022-11-23-OSCE",
    ),
    "positions:votes": (
        f"/positions/votes?{MINSK}",
        f"/positions/votes?{LATE}&from=2010-09-01&to=2011-12-31&issue=hr&splits=1",
        "/positions/votes?page=2",
        "/positions/votes?on=1980-01-01",
    ),
    "watch:watch": (
        f"/watch?{MINSK}",
        f"/watch?{MINSK}&unit=region&kind=attack&in=afghanistan",
        f"/watch?{MINSK}&from=2009-01&to=2011-05&month=2010-06&unit=country&page=1",
        "/watch?on=2011-05-31&page=2",
        "/watch?known_at=1980-01-01",
    ),
    "watch:event": (f"/watch/events/events-chronology/E150?{MINSK}", "/watch/events/events-chronology/E001"),
    "watch:csv": (f"/watch.csv?{MINSK}",),
    # the page of one finding: tests/watch/test_findings_pages.py
    "watch:findings": (f"/watch/findings?{MINSK}", "/watch/findings?known_at=1980-01-01"),
    **dict.fromkeys(("watch:finding", "watch:propose", "watch:judge"), ()),
    "watch:borders": (f"/watch/borders.geojson?{MINSK}",),
    "watch:events": (f"/watch/events.geojson?{MINSK}",),
    "watch:picture": (f"/watch/map.svg?{MINSK}",),
    "sources:releases": (f"/data-sets?{MINSK}", "/data-sets?known_at=1980-01-01"),
    "sources:release": (f"/data-sets/unga-members-1992-2011?{MINSK}",),
    "programmes:programmes": (f"/programmes?{MINSK}", "/programmes", "/programmes?on=1980-01-01"),
    "programmes:programme": (f"/programmes/drugs?{MINSK}", "/programmes/migration", "/programmes/emergencies"),
    "response:response": (f"/response?{MINSK}", "/response?on=2022-12-31", "/response?on=1980-01-01"),
    "response:request": (f"/response/KG-2010?{MINSK}", "/response/KZ-2022", "/response/AM-2022", "/response/TJ-2013"),
    "sources:sources": (f"/sources?{MINSK}", "/sources"),
    "sources:source": (f"/sources/S140?{MINSK}", "/sources/S27"),
    "review": (),
    # tests of their own: tests/web/test_health.py, tests/jobs, tests/notices
    "health": (),
    # tests/web/test_personal_calendar.py
    "personal-calendar": (),
    **dict.fromkeys(("jobs:jobs", "jobs:job", "jobs:cancel", "jobs:file", "notices:notices", "notices:read"), ()),
}
"""The addresses that stand for each route; ``test_reviews`` has those of the reviews."""
NOT_HTML = {
    *("acts", "conference:annotated-agenda", "organs:feed"),
    *("watch:csv", "watch:borders", "watch:events", "watch:picture"),
}
WORK = ("ninja:", "papers", "desk:", "silence:", "editions", "review:", "brief", "findings", "told")
"""Routes on which people work: walked by the journeys of their rooms, and by test_signed_in_pages."""
WITH_A_MAP = "/watch?"
"""The one page that runs a script: its map, where the library is set up. It says everything without it."""
EVERY = [address for route, addresses in PAGES.items() if route not in NOT_HTML for address in addresses]
pytestmark = [pytest.mark.django_db, pytest.mark.pages]
Get = Callable[..., Any]


def _json(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{'/index' if path == '/' else path}.json" + (f"?{query}" if query else "")


def _routes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _routes(each, f"{each.app_name}:" if each.app_name else prefix)
        elif isinstance(each, URLPattern):
            yield f"{prefix}{each.name}"


def test_every_route_is_tested():
    routes = set(_routes(get_resolver()))
    # The operations of the interface for programs are walked by test_api, accounts by sign_in/test_routes.
    elsewhere = {pattern.name for pattern in (*sign_in.urlpatterns, *account.urlpatterns)}
    assert {route for route in routes - elsewhere if not route.startswith(WORK)} == set(PAGES)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("address", EVERY)
def test_page_is_well_formed(get: Get, address: str, language: str):
    page = get(f"{address}{'&' if '?' in address else '?'}lang={language}")
    assert_well_formed(page, language)


@pytest.mark.parametrize("address", EVERY)
def test_page_runs_nothing_and_loads_nothing_from_elsewhere(get: Get, answers: Any, address: str):
    russian = f"{address}{'&' if '?' in address else '?'}lang=ru"
    get(russian)
    response = answers[russian]
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    html = response.content.decode()
    scripts = re.findall(r"<script([^>]*)>([^<]*)</script>", html)
    nonces = re.findall(r"script-src 'nonce-([^']+)'", policy)
    if not nonces:
        assert address.startswith(WITH_A_MAP), "scripts run only with the nonce of the answer"
        assert "script-src 'self';" in policy
    assert [text for _, text in scripts if text] == [], "a script stands in the page"
    assert all(
        all(f'nonce="{nonce}"' in each for nonce in nonces) and re.search(r' src="/static/web/\w+\.js"', each)
        for each, _ in scripts
    )
    assert ("/static/web/watch.js" in html) <= address.startswith(WITH_A_MAP)
    assert "unsafe" not in policy
    assert "<style" not in html
    assert not re.search(r"\s(style|on\w+)=\"", re.sub(r' name="on"', "", html))
    assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', html)
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("address", EVERY)
def test_links_keep_the_two_dates_and_the_language(get: Get, address: str):
    page = get(f"{address}{'&' if '?' in address else '?'}lang=ru")
    stated = re.findall(r"(?:on|known_at)=[^&]+", address)
    inside = [link for link in page.links if link.startswith("/") and ".json" not in link and "lang=en" not in link]
    kept = [link for link in inside if "lang=ru" in link and all(each in link for each in stated)]
    # Two may drop the dates: back to today.
    assert len(inside) - len(kept) <= 2, sorted(set(inside) - set(kept))


@pytest.mark.parametrize("address", EVERY)
def test_json_is_what_the_page_shows(get: Get, answers: Any, client: Client, address: str):
    content = client.get(_json(address)).json()
    english = f"{address}{'&' if '?' in address else '?'}lang=en"
    get(english)
    html = unescape(answers[english].content.decode())
    for rows in (value for value in content.values() if isinstance(value, list)):
        for row in (each for each in rows if isinstance(each, dict)):
            for name in ("name", "title", "text", "person", "organisation"):
                if isinstance(row.get(name), dict):
                    assert " ".join(row[name]["en"].split()) in " ".join(html.split())
            for source in row.get("sources") or ():
                assert f">{source}</a>" in html
    tables = [
        value for name, value in content.items() if name in {"members", "instruments", "organs", "entries", "decisions"}
    ]
    if address.partition("?")[0] in {"/members", "/instruments", "/organs", "/calendar", "/decisions"}:
        assert html.count('<th scope="row"') == sum(len(each) for each in tables)


OF_SOURCES = ("/sources", "/data-sets")
"""Pages about sources: they say when those were published, read and compiled."""


@pytest.mark.parametrize("address", [each for each in EVERY if MINSK in each and not each.startswith(OF_SOURCES)])
def test_nothing_later_than_the_day_leaks(get: Get, address: str):
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", get(address).text)}
    # Plans made by then reach into 2012; nothing that happened does.
    assert max(years, default=0) <= 2012


def test_minsk_meeting_shows_what_was_said_and_knows_nothing_later(get: Get):
    text = get(f"/meetings/CFM-2011-05-31?{MINSK}").text
    assert "some delegations" in text
    assert "good pace" in text
    assert "CFM-2011-12-19" not in get(f"/meetings?{MINSK}").text


def test_calendar_narrows_once_the_session_is_known(csto: None, client: Client):
    before = {row["id"]: row for row in client.get(f"/calendar.json?{MINSK}").json()["entries"]}
    after = {row["id"]: row for row in client.get("/calendar.json?on=2011-10-31&known_at=2011-10-31").json()["entries"]}
    assert (before["CFM-2011-H2"]["latest"], before["CFM-2011-H2"]["open_end"]) == ("2011-12-31", True)
    assert after["CFM-2011-H2"]["latest"] == "2011-12-19"


def test_feed_is_icalendar(csto: None, client: Client):
    response = client.get(f"/calendar.ics?{MINSK}")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"STATUS:TENTATIVE" in response.content


def test_disputed_status_shows_both_readings(get: Get):
    text = get("/members?on=2013-01-01").text
    assert "other readings: withdrawn" in text
    assert "disputed" in text


def test_states_stand_in_the_alphabet_of_the_page(csto: None, client: Client):
    english = [row["name"]["en"] for row in client.get(f"/members.json?{MINSK}").json()["members"]]
    russian = [row["name"]["ru"] for row in client.get(f"/members.json?{MINSK}&lang=ru").json()["members"]]
    assert english == sorted(english)
    assert russian == sorted(russian)
    assert len(english) == 7


def test_unknown_is_said_not_left_out_and_not_zero(get: Get):
    text = get(f"/commitments/COM-2010-12-10-5-SG?{MINSK}").text
    assert "Nothing has been reported. That is not the same as nothing done." in text
    assert "unknown" in text


def test_commitments_are_filtered_by_status_and_addressee(csto: None, client: Client):
    found = client.get(f"/commitments.json?{LATE}&status=claimed&state=KZ").json()["commitments"]
    assert found
    assert {(row["status"], row["state"]) for row in found} == {("claimed", "KZ")}


def test_navigation_names_the_current_section(get: Get):
    current = [each["href"] for each in get("/decisions").all("a") if each.get("aria-current") == "page"]
    assert set(current) == {"/decisions"}, "in the row of its group, and in the menu of small screens"


@pytest.mark.parametrize(
    "address",
    [
        "/members?on=2011-13-01",
        "/members?on=yesterday",
        "/members?on=20110531",
        "/members?on=٢٠١١-٠٥-٣١",
        "/members?known_at=now",
        "/members?lang=xx",
        "/meetings?page=0",
        "/meetings?page=x",
        "/commitments?status=excellent",
        "/commitments?state=XX",
        "/?on=<script>",
    ],
)
def test_parameter_that_cannot_be_read_is_answered_kindly(get: Get, csto: None, client: Client, address: str):
    page = get(address, 400)
    assert "This address cannot be read" in page.text
    assert all(each.get("src") for each in page.all("script"))
    answer = client.get(_json(address))
    assert answer.status_code == 400
    assert set(answer.json()) == {"error", "text", "name", "value"}


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/states/ZZ",
        "/instruments/NONE",
        "/instruments/CHARTER?on=1990-01-01",
        "/organs/NONE",
        "/meetings/NONE",
        f"/meetings/CSC-2011-12-20?{MINSK}",
        "/decisions/DEC-2010-12-10-1?on=2010-12-09",
        "/commitments/NONE",
        "/sources/NONE",
        "/meetings?page=99",
        "/reviews/review.html",
    ],
)
def test_what_is_not_there_or_not_yet_is_a_page_that_says_so(get: Get, csto: None, client: Client, address: str):
    assert "Nothing under this address" in get(address, 404).text
    if not address.startswith("/reviews/"):
        assert client.get(_json(address)).json()["error"] == "Nothing under this address"


def test_empty_parameters_mean_today(csto: None, client: Client):
    assert client.get("/members?on=&known_at=").status_code == 200


def test_instant_with_a_plus_sign_is_understood(csto: None, client: Client):
    answer = client.get("/members.json?on=2011-05-31&known_at=2011-05-31T12:00:00+03:00").json()
    assert answer["known_at"] == "2011-05-31T09:00:00+00:00"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_register_is_read_only(csto: None, client: Client, method: str):
    assert getattr(client, method)("/members").status_code == 405


def test_every_link_of_a_page_leads_somewhere(get: Get, csto: None, client: Client):
    starts = (f"/meetings/CFM-2011-05-31?{MINSK}", f"/decisions/DEC-2010-12-10-1?{MINSK}", f"/organs?{MINSK}")
    links = {link for start in starts for link in get(start).links if link.startswith("/")}
    broken = [link for link in sorted(links) if client.get(link).status_code != 200]
    assert broken == []
