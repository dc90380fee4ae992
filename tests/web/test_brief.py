"""The minister's brief: what stands on it, who may state a position, and that nothing of it is anybody else's."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from tests.people import SignedIn, invited, signed_in
from tests.web.conftest import read

pytestmark = pytest.mark.django_db
MEETING = "CFM-2011-05-31"
DAY = "on=2011-05-30"
PAGE = f"/brief/{MEETING}?{DAY}"
ITEM = f"{MEETING}-2"


def sent(who: SignedIn, token: str = "t" * 32, **fields: str) -> Any:
    return who.client.post(PAGE, {"item": ITEM, "token": token, "base": "0", **fields})


def item(who: SignedIn, key: str = ITEM) -> dict[str, Any]:
    rows = who.client.get(PAGE.replace("?", ".json?")).json()["items"]
    found: dict[str, Any] = next(row for row in rows if row["key"] == key)
    return found


def test_coming_meetings_of_ones_organs_are_listed_next_one_first(csto: None):
    seated = signed_in("state:KZ", "minister", seats=("CFM",)).client
    rows = seated.get(f"/brief.json?{DAY}").json()["meetings"]
    assert [row["id"] for row in rows] == [MEETING]
    everywhere = signed_in("state:KZ", "minister").client.get(f"/brief.json?{DAY}").json()
    assert len(everywhere["meetings"]) >= len(rows)
    assert everywhere["all_organs"]


def test_brief_has_the_figures_with_their_rows_and_every_item_in_order(csto: None):
    found = signed_in("state:KZ", "minister").client.get(PAGE.replace("?", ".json?")).json()
    assert found["on_record"]
    assert [row["number"] for row in found["items"]] == [str(number) for number in range(1, 8)]
    # a figure that counts nothing rests on no row, and says by which rule
    assert all(figure["rows"] or figure["shown"][0] in "0-–u" for figure in found["figures"]), found["figures"]
    assert any(len(figure["rows"]) > 1 for figure in found["figures"])
    assert all(figure["method"] for figure in found["figures"])


def test_own_state_of_play_stands_under_an_item_about_decisions(csto: None):
    page = "/brief/CFM-2011-H2.json?on=2011-05-31"
    rows = signed_in("state:KZ", "minister").client.get(page).json()["items"]
    under = {row["number"]: row["play"] for row in rows}
    assert {work["id"][-2:] for work in under["1.1"]} == {"KZ"}
    assert under["2"] is None


@pytest.mark.parametrize("organisation", ["secretariat", "partner:UN"])
def test_brief_is_of_delegations(csto: None, organisation: str):
    assert signed_in(organisation).client.get(PAGE).status_code == HTTPStatus.NOT_FOUND


def test_who_is_not_signed_in_is_sent_to_sign_in(csto: None, client: Client):
    assert client.get(PAGE)["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", [f"/brief/NONE?{DAY}", f"/brief/{MEETING}?on=2011-06-30"])
def test_meeting_that_is_not_to_come_is_missing(csto: None, address: str):
    assert signed_in("state:KZ", "minister").client.get(address).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("duty", ["minister", "head"])
def test_position_is_stated_once_and_shown_with_its_receipt(csto: None, duty: str):
    who = signed_in("state:KZ", duty)
    for _ in range(2):
        answer = sent(who, stance="speak")
        assert answer.status_code == HTTPStatus.FOUND
        assert answer["Location"] == f"{PAGE}#{ITEM}"
    stance = item(who)["stance"]
    assert (stance["kind"], stance["version"], stance["by"]) == ("speak", 1, who.person.name)
    assert len(stance["receipt"]) == 64


def test_position_is_changed_and_withdrawn_and_its_way_is_kept(csto: None):
    who = signed_in("state:KZ", "minister")
    sent(who, stance="speak")
    sent(who, token="u" * 32, base="1", stance="reservation", text_en="Not before a budget.")
    sent(who, token="v" * 32, base="2", withdraw="1")
    stance = item(who)["stance"]
    assert (stance["kind"], stance["holds"]) == ("withdrawn", False)
    assert [each["kind"] for each in stance["earlier"]] == ["reservation", "speak"]


@pytest.mark.parametrize(
    ("fields", "word"),
    [({}, "choose one of the three"), ({"stance": "reservation", "text_ru": "  "}, "a reservation needs a text")],
)
def test_what_is_incomplete_is_refused_and_nothing_typed_is_lost(csto: None, fields: dict[str, str], word: str):
    who = signed_in("state:KZ", "minister")
    answer = sent(who, text_en="Half a sentence", **fields) if not fields else sent(who, **fields)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    page = answer.content.decode()
    assert word in page
    assert "Half a sentence" in page or fields
    assert item(who)["stance"] is None


def test_change_from_an_older_version_shows_what_stands_and_what_was_typed(csto: None):
    who, other = signed_in("state:KZ", "minister"), signed_in("state:KZ", "head")
    sent(who, stance="speak")
    answer = sent(other, stance="reservation", text_en="Another view")
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Another view" in answer.content.decode()
    assert item(who)["stance"]["kind"] == "speak"


def test_desk_officer_reads_the_brief_and_states_nothing(csto: None):
    who = signed_in("state:KZ", "desk")
    assert '<form class="stance"' not in who.client.get(PAGE).content.decode()
    assert sent(who, stance="speak").status_code == HTTPStatus.BAD_REQUEST


def test_no_position_is_stated_about_what_is_not_on_record(csto: None):
    who = signed_in("state:KZ", "minister")
    answer = who.client.post(PAGE, {"item": f"{MEETING}-99", "token": "w" * 32, "base": "0", "stance": "speak"})
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_no_other_delegation_learns_of_a_position(csto: None):
    sent(signed_in("state:KZ", "minister"), stance="reservation", text_en="Ours alone")
    other = signed_in("state:KG", "minister")
    assert item(other)["stance"] is None
    for address in (PAGE, "/papers", f"/meetings/{MEETING}/preparation?{DAY}", "/search?q=Ours"):
        assert "Ours alone" not in other.client.get(address).content.decode()


def test_brief_page_has_one_id_each_and_a_label_for_every_field(csto: None):
    for language in ("en", "ru"):
        page = read(signed_in("state:KZ", "minister").client.get(f"{PAGE}&lang={language}").content.decode())
        assert page.unclosed == []
        assert len(page.ids) == len(set(page.ids))
        labelled = {each["for"] for each in page.all("label") if "for" in each}
        assert {each["id"] for each in page.all("textarea")} <= labelled


def test_worker_is_a_script_of_this_server_for_the_brief_alone(client: Client):
    answer = client.get("/sw.js")
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Service-Worker-Allowed"] == "/brief"
    assert b"addEventListener" in answer.content


def test_brief_may_start_the_worker_and_other_pages_may_not(csto: None):
    client = signed_in("state:KZ", "minister").client
    assert "worker-src 'self'" in client.get(PAGE)["Content-Security-Policy"]
    assert "worker-src" not in client.get("/desk")["Content-Security-Policy"]


def test_browser_forgets_what_was_kept_at_sign_out(csto: None):
    client = signed_in("state:KZ", "minister").client
    assert "Clear-Site-Data" not in client.get(PAGE)
    assert client.post("/sign-out/")["Clear-Site-Data"] == '"cache", "storage"'


def test_browser_forgets_what_another_person_kept_at_sign_in(csto: None):
    person, browser = invited("state:KZ", "minister"), Client()
    person.set_password("a hall of mirrors 1919")
    person.save()
    answer = browser.post("/sign-in/", {"login": person.email, "password": "a hall of mirrors 1919"})
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in browser.get("/account")


def test_reading_a_brief_takes_as_many_queries_with_one_position_as_with_all(csto: None):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    who = signed_in("state:KZ", "minister")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            who.client.get(PAGE)
        return len(queries)

    sent(who, stance="speak")
    one = asked()
    for number in (1, 3, 4, 5):
        answer = who.client.post(
            PAGE, {"item": f"{MEETING}-{number}", "token": str(number) * 32, "base": "0", "stance": "no_objection"}
        )
        assert answer.status_code == HTTPStatus.FOUND
    assert asked() == one
