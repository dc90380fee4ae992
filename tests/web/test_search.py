"""The page of findings: what it shows, where it leads, and what it does not give away."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from secretariat.access.rules import PUBLIC
from secretariat.search.queries import shown_rows
from secretariat.web.search.kinds import KINDS
from secretariat.web.words import WORDS

pytestmark = pytest.mark.django_db
MINSK = "on=2011-05-31&known_at=2011-05-31"
Get = Callable[..., Any]


def asked(words: str, more: str = MINSK) -> str:
    return f"/search?q={quote(words)}&{more}"


def test_every_searched_table_has_a_kind_and_every_kind_a_word():
    shown = shown_rows(PUBLIC, on=date(2011, 5, 31), known_at=datetime(2011, 5, 31, tzinfo=UTC))
    assert set(shown) == set(KINDS)
    assert {kind.word for kind in KINDS.values()} <= set(WORDS["en"])
    assert all(bool(kind.anchor) == bool(shown[table].page) for table, kind in KINDS.items())


def test_page_marks_the_forms_of_the_word_in_the_language_of_the_page(csto: None, client: Client):
    html = client.get(asked("решение", f"{MINSK}&lang=ru")).content.decode()
    assert set(re.findall("<mark>([^<]*)</mark>", html)) > {"решений"}
    assert "Найдено" in html


def test_words_of_the_other_language_are_shown_in_it(csto: None, client: Client):
    found = client.get("/search.json?q=" + quote("повестка") + f"&{MINSK}").json()["findings"]
    shown = [row for row in found if any(piece["is_hit"] for piece in row["snippet"])]
    assert {row["language"] for row in shown} == {"ru"}


def test_facets_count_what_the_findings_are(csto: None, client: Client):
    everything = client.get(f"/search.json?q=decision&{MINSK}").json()
    assert everything["total"] == sum(each["count"] for each in everything["kinds"])
    for each in everything["kinds"]:
        some = client.get(f"/search.json?q=decision&{MINSK}&kind={each['kind']}").json()
        assert some["total"] == everything["total"]
        assert some["shelf"]["total"] == each["count"]
        assert {row["kind"] for row in some["findings"]} == {each["kind"]}


@pytest.mark.parametrize("day", [MINSK, "on=2025-01-01", "on=1999-06-01&known_at=2001-01-01"])
def test_every_finding_leads_to_the_place_where_it_stands(csto: None, client: Client, day: str):
    missing, pages = [], {}
    for kind in KINDS:
        html = client.get(f"/search?q=a*+-zzz&kind={kind}&{day}").content.decode()
        for link in re.findall('<p class="heading"><a href="([^"]*)"', html)[:12]:
            address, _, anchor = unescape(link).partition("#")
            if address not in pages:
                pages[address] = client.get(address)
            if pages[address].status_code != 200:
                missing.append(address)
            elif anchor and f'id="{anchor}"' not in unescape(pages[address].content.decode()):
                missing.append(link)
    assert missing == []
    assert len(pages) > 20


def test_search_box_stands_on_every_page_and_keeps_the_dates(get: Get):
    page = get(f"/members?{MINSK}&lang=ru")
    boxes = [each for each in page.all("form") if each.get("role") == "search"]
    assert [each["action"] for each in boxes] == ["/search"]
    hidden = {(each["name"], each["value"]) for each in page.all("input") if each.get("type") == "hidden"}
    assert {("on", "2011-05-31"), ("known_at", "2011-05-31"), ("lang", "ru")} <= hidden


@pytest.mark.parametrize(
    "words", ["", "   ", "<script>alert(1)</script>", '"', "-", "%00", "' OR 1=1 --", "\N{SNOWMAN}", "a" * 5000]
)
def test_whatever_is_typed_is_answered(get: Get, words: str):
    page = get(asked(words))
    assert page.tags["h1"] == 1
    assert page.unclosed == []
    assert all(each.get("src") for each in page.all("script"))


@pytest.mark.parametrize("address", ["/search?q=a&kind=response.consent", "/search?q=a&page=0"])
def test_parameter_that_cannot_be_read_is_a_mistake(csto: None, client: Client, address: str):
    assert client.get(address).status_code == 400


def test_page_past_the_end_is_not_there(csto: None, client: Client):
    assert client.get("/search?q=decision&page=999").status_code == 404
